//! HealthVault's XML platform: one path, one document in, one out, so that existing clients work unchanged.
//!
//! Translates calls into the same use cases that pages and the API call. Every refusal is a status code in a
//! well-formed answer under HTTP 200; no rule of the product is here, no cookie is read, nothing is fetched.
//! No one costs much before they are known: a caller is proven by the header, before the info is looked at.

mod alternate_ids;
mod application_info;
mod call;
mod connect_requests;
mod definition;
mod envelope;
mod lane;
mod methods;
mod people;
mod scan;
mod schemas;
mod sessions;
mod settings;
mod status;
mod thing_types;
mod things;
mod unsupported;
mod vocabularies;

use crate::http::client_address::ClientAddress;
use askama::Template;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Extension, Router};
use call::Call;
use domain::ids::ApplicationId;
use domain::policy;
use envelope::{Claim, Digest, Envelope, SessionClaim};
use http_body_util::LengthLimitError;
use lane::Lane;
use methods::{Asks, Method};
use service::{Failure, PlatformSession, Services, TokenRejection};
use status::Status;
use std::borrow::Cow;
use tower::ServiceBuilder;
use tower_http::decompression::RequestDecompressionLayer;
use tower_http::map_request_body::MapRequestBodyLayer;

/// Where clients post to.
pub const PLATFORM_PATH: &str = "/platform/wildcat.ashx";

/// What is between the info's tags, None for a method that answers nothing.
type Answer = Result<Option<String>, Status>;

#[derive(Clone)]
struct Platform {
    services: Services,
    /// For calls of a session.
    proven: Lane,
    /// For calls of anyone, so that strangers take no place from applications.
    unproven: Lane,
}

/// The platform's one path.
pub fn router(services: Services) -> Router {
    let unpacked = RequestDecompressionLayer::new().pass_through_unaccepted(true);
    Router::new()
        .route(PLATFORM_PATH, post(answer))
        .route(schemas::SCHEMA_ROUTE, get(schemas::schema))
        .layer(
            ServiceBuilder::new()
                .layer(unpacked)
                .layer(MapRequestBodyLayer::new(Body::new)),
        )
        .with_state(Platform {
            services,
            proven: Lane::new(policy::PLATFORM_AT_WORK, policy::PLATFORM_WAITING),
            unproven: Lane::new(
                policy::PLATFORM_UNPROVEN_AT_WORK,
                policy::PLATFORM_UNPROVEN_WAITING,
            ),
        })
}

async fn answer(
    State(platform): State<Platform>,
    Extension(from): Extension<ClientAddress>,
    request: Request,
) -> Response {
    let (parts, body) = request.into_parts();
    let done = match body_of(&parts.headers, body).await {
        Ok(body) => done(platform, from, body).await,
        Err(status) => Err(status),
    };
    let text = done.unwrap_or_else(refusal);
    let headers = [
        (header::CONTENT_TYPE, "text/xml; charset=utf-8"),
        (header::CACHE_CONTROL, "no-store"),
    ];
    (headers, text).into_response()
}

async fn body_of(headers: &HeaderMap, body: Body) -> Result<Bytes, Status> {
    // Encodings that were understood are gone from the header by now.
    let encoding = headers.get(header::CONTENT_ENCODING);
    if encoding.is_some_and(|encoding| encoding != "identity") {
        return Err(Status::UnsupportedContentEncoding);
    }
    to_bytes(body, policy::PLATFORM_BODY_MAX)
        .await
        .map_err(|error| {
            let source = std::error::Error::source(&error);
            if source.is_some_and(<dyn std::error::Error>::is::<LengthLimitError>) {
                Status::RequestTooLong
            } else {
                Status::ContentEncodingMismatch
            }
        })
}

#[derive(Template)]
#[template(
    ext = "xml",
    source = "<response><status><code>{{ code }}</code><error><message>{{ message }}</message></error></status></response>"
)]
struct Refusal {
    code: u16,
    message: Cow<'static, str>,
}

fn refusal(status: Status) -> String {
    let refusal = Refusal {
        code: status.code(),
        message: status.message(),
    };
    refusal.render().unwrap_or_default()
}

/// The prefix is part of the answer: some clients look for the qualified name.
#[derive(Template)]
#[template(
    ext = "xml",
    source = r#"<response><status><code>0</code></status>{% if let Some(info) = info %}<wc:info xmlns:wc="urn:com.microsoft.wc.methods.response.{{ name }}">{{ info|safe }}</wc:info>{% endif %}</response>"#
)]
struct Done {
    name: String,
    info: Option<String>,
}

/// Proves the caller by the header, and only then looks at the info.
async fn done(platform: Platform, from: ClientAddress, body: Bytes) -> Result<String, Status> {
    let services = platform.services;
    let head = scan::head(envelope::plain(&body)?)?;
    let envelope = Envelope::read(&head)?;
    let method = Method::named(&envelope.method, envelope.version)?;
    let (proven, lane) = match (method.asks, &envelope.claim) {
        (Asks::Session, Claim::Session(claim)) => {
            let (session, hash) = prove(&services, &envelope, claim).await?;
            (Some((session, hash)), platform.proven)
        }
        (Asks::Session, _) => return Err(Status::AccessDenied),
        (Asks::Nothing, _) if body.len() > policy::PLATFORM_UNPROVEN_MAX => {
            return Err(Status::RequestTooLong);
        }
        (Asks::Nothing, _) => (None, platform.unproven),
    };
    let arrived = Arrived {
        services,
        from: from.limiter_key(),
        method,
        envelope,
        proven,
        root: head.root,
        rest: body.slice_ref(head.rest.as_bytes()),
    };
    lane.run(move || arrived.run()).await
}

/// A call whose caller is known, and whose info is not read yet.
struct Arrived {
    services: Services,
    from: String,
    method: &'static Method,
    envelope: Envelope,
    /// With the info's hash, as the proven header names it.
    proven: Option<(PlatformSession, Digest)>,
    root: String,
    rest: Bytes,
}

impl Arrived {
    async fn run(self) -> Result<String, Status> {
        let rest = std::str::from_utf8(&self.rest).map_err(Status::not_xml)?;
        let info = scan::info(rest, &self.root)?;
        let (method, version) = (self.method, self.envelope.version);
        let unproven = match &self.envelope.claim {
            Claim::Application(id) => Some(ApplicationId(*id)),
            _ => None,
        };
        let (mut proven, mut signed) = (None, None);
        if let Some((session, hash)) = self.proven {
            if !hash.family.is_digest(info.as_bytes(), &hash.bytes) {
                return Err(Status::BadSignature);
            }
            if method.changes {
                let until = self.envelope.ends_at().min(session.ends_at);
                let header = self.envelope.header.as_bytes();
                let call =
                    self.services
                        .applications()
                        .signed_call(session.application.id, header, until);
                signed = Some(call);
            }
            proven = Some(session.application);
        }
        let document = envelope::parse(info)?;
        let call = Call {
            services: &self.services,
            from: &self.from,
            envelope: self.envelope,
            info: document.root_element(),
            unproven,
            proven,
            signed,
        };
        let info = (method.run)(&call).await?;
        let name = method.answer_name(version);
        let done = Done { name, info };
        Ok(done.render().unwrap_or_default())
    }
}

/// A session's caller, by its token and the MAC under its key, with the hash that the info must have.
async fn prove(
    services: &Services,
    envelope: &Envelope,
    claim: &SessionClaim,
) -> Result<(PlatformSession, Digest), Status> {
    let session = services.applications().platform_session(&claim.token).await;
    let session = session.map_err(|failure| match failure {
        Failure::Internal(fault) => fault.into(),
        Failure::Rejected(TokenRejection::Invalid) => Status::InvalidToken,
        Failure::Rejected(TokenRejection::Expired) => Status::SessionTokenExpired,
    })?;
    let (Some(mac), Some(hash)) = (&claim.mac, &claim.info_hash) else {
        return Err(Status::BadSignature);
    };
    let header = envelope.header.as_bytes();
    if !mac.family.is_mac(&session.secret, header, &mac.bytes) {
        return Err(Status::BadSignature);
    }
    if envelope.is_out_of_time(services.ports().now()) {
        return Err(Status::RequestTimedOut);
    }
    // No one signs in at a shell of ours in another application's name.
    if claim.with_user_token {
        return Err(Status::CredentialTokenExpired);
    }
    Ok((session, hash.clone()))
}

/// What is between the info's tags.
fn rendered(info: &impl Template) -> Answer {
    Ok(Some(info.render().map_err(Status::failed)?))
}
