//! HealthVault's XML platform: one path, one document in, one out, so that existing clients work unchanged.
//!
//! Translates calls into the same use cases that pages and the API call. Every refusal is a status code in a
//! well-formed answer under HTTP 200; no rule of the product stands here, no cookie is read, nothing is fetched.
//! Nobody costs much before they are known: a caller is proven by the header, before the info is looked at.

mod alternate_ids;
mod connect_requests;
mod definition;
mod envelope;
mod lane;
mod people;
mod scan;
mod sessions;
mod status;
mod things;

use crate::http::client_address::ClientAddress;
use askama::Template;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use axum::{Extension, Router};
use domain::application::Application;
use domain::ids::{ApplicationId, PersonId, RecordId};
use domain::new_request::Door;
use domain::policy;
use envelope::{Claim, Digest, Envelope, SessionClaim};
use http_body_util::LengthLimitError;
use lane::Lane;
use roxmltree::Node;
use service::{
    Access, Actor, Caller, Failure, PlatformSession, Services, SignedCall, TokenRefusal,
};
use status::Status;
use tower::ServiceBuilder;
use tower_http::decompression::RequestDecompressionLayer;
use tower_http::map_request_body::MapRequestBodyLayer;

/// Where clients post to.
pub const PLATFORM_PATH: &str = "/platform/wildcat.ashx";

/// What stands between the info's tags, None for a method that answers nothing.
type Answer = Result<Option<String>, Status>;

/// What a method asks of its caller before it runs.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Asks {
    Nothing,
    /// A session of an application.
    Session,
}

struct Method {
    name: &'static str,
    versions: &'static [u32],
    asks: Asks,
    /// Later versions that answer under the first one's name.
    one_name_up_to: u32,
    /// Whether it changes anything: then each signed call counts once.
    changes: bool,
}

const fn method(name: &'static str, versions: &'static [u32], asks: Asks) -> Method {
    Method {
        name,
        versions,
        asks,
        one_name_up_to: 1,
        changes: false,
    }
}

const fn change(name: &'static str, versions: &'static [u32]) -> Method {
    Method {
        changes: true,
        ..method(name, versions, Asks::Session)
    }
}

/// All methods; each is run by [`run`].
const METHODS: &[Method] = &[
    method("AllocatePackageId", &[1], Asks::Session),
    change("AssociateAlternateId", &[1]),
    method("CreateAuthenticatedSessionToken", &[1, 2], Asks::Nothing),
    Method {
        one_name_up_to: 2,
        ..method("CreateConnectPackage", &[1, 2], Asks::Session)
    },
    change("CreateConnectRequest", &[1]),
    method("DeletePendingConnectPackage", &[1], Asks::Session),
    change("DeletePendingConnectRequest", &[1]),
    change("DisassociateAlternateId", &[1]),
    method("GetAlternateIds", &[1], Asks::Session),
    method("GetApplicationInfo", &[1, 2], Asks::Session),
    method("GetAuthorizedConnectRequests", &[1], Asks::Session),
    method("GetAuthorizedPeople", &[1], Asks::Session),
    method("GetPersonAndRecordForAlternateId", &[1], Asks::Session),
    method("GetPersonInfo", &[1], Asks::Session),
    method("GetServiceDefinition", &[1, 2], Asks::Nothing),
    Method {
        one_name_up_to: 2,
        ..method("GetThings", &[1, 2, 3], Asks::Session)
    },
    method("GetUpdatedRecordsForApplication", &[1, 2], Asks::Session),
    Method {
        one_name_up_to: 2,
        ..change("PutThings", &[1, 2])
    },
    method("QueryPermissions", &[1], Asks::Session),
    change("RemoveApplicationRecordAuthorization", &[1]),
    change("RemoveThings", &[1]),
    change("UpdateExternalId", &[1]),
];

/// The Java client's spelling of one of them.
const MISSPELT: (&str, &str) = ("AssociateAltnernateId", "AssociateAlternateId");

impl Method {
    fn named(name: &str, version: u32) -> Result<&'static Self, Status> {
        let name = if name == MISSPELT.0 { MISSPELT.1 } else { name };
        METHODS
            .iter()
            .find(|method| method.name == name && method.versions.contains(&version))
            .ok_or(Status::BadMethod)
    }
}

#[derive(Clone)]
struct Platform {
    services: Services,
    /// For calls of a session.
    proven: Lane,
    /// For calls of anybody, so that strangers take no place from applications.
    unproven: Lane,
}

/// The platform's one path.
pub fn router(services: Services) -> Router {
    let unpacked = RequestDecompressionLayer::new().pass_through_unaccepted(true);
    Router::new()
        .route(PLATFORM_PATH, post(answer))
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
    message: &'static str,
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
        let rest = std::str::from_utf8(&self.rest).map_err(|_| Status::InvalidXml)?;
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
                let call = self
                    .services
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
        let name = if version > method.one_name_up_to {
            format!("{}{version}", method.name)
        } else {
            method.name.to_owned()
        };
        let info = run(method.name, &call).await?;
        let done = Done { name, info };
        Ok(done.render().unwrap_or_default())
    }
}

async fn run(name: &str, call: &Call<'_, '_>) -> Answer {
    match name {
        "AllocatePackageId" | "CreateConnectPackage" | "DeletePendingConnectPackage" => {
            connect_requests::package(call)
        }
        "AssociateAlternateId" => alternate_ids::associate(call).await,
        "CreateAuthenticatedSessionToken" => sessions::open(call).await,
        "CreateConnectRequest" => connect_requests::create(call).await,
        "DeletePendingConnectRequest" => connect_requests::delete_pending(call).await,
        "DisassociateAlternateId" => alternate_ids::disassociate(call).await,
        "GetAlternateIds" => alternate_ids::list(call).await,
        "GetApplicationInfo" => people::application(call),
        "GetAuthorizedConnectRequests" => connect_requests::authorized(call).await,
        "GetAuthorizedPeople" => people::authorized(call).await,
        "GetPersonAndRecordForAlternateId" => alternate_ids::person(call).await,
        "GetPersonInfo" => people::info(call).await,
        "GetServiceDefinition" => definition::show(call),
        "GetThings" => things::get(call).await,
        "GetUpdatedRecordsForApplication" => people::updated(call).await,
        "PutThings" => things::put(call).await,
        "QueryPermissions" => people::permissions(call).await,
        "RemoveApplicationRecordAuthorization" => people::give_up(call).await,
        "RemoveThings" => things::remove(call).await,
        "UpdateExternalId" => connect_requests::rename(call).await,
        _ => Err(Status::BadMethod),
    }
}

/// A session's caller, by its token and the MAC under its key, with the hash that the info must have.
async fn prove(
    services: &Services,
    envelope: &Envelope,
    claim: &SessionClaim,
) -> Result<(PlatformSession, Digest), Status> {
    let session = services.platform_session(&claim.token).await;
    let session = session.map_err(|failure| match failure {
        Failure::Fault(fault) => fault.into(),
        Failure::Refused(TokenRefusal::Invalid) => Status::InvalidToken,
        Failure::Refused(TokenRefusal::Expired) => Status::SessionTokenExpired,
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
    // Nobody signs in at a shell of ours in another application's name.
    if claim.with_user_token {
        return Err(Status::CredentialTokenExpired);
    }
    Ok((session, hash.clone()))
}

/// One call on its way to its use case.
struct Call<'a, 'i> {
    services: &'a Services,
    /// The address network that limits are counted by.
    from: &'a str,
    envelope: Envelope,
    info: Node<'a, 'i>,
    /// Who says so without proof.
    unproven: Option<ApplicationId>,
    proven: Option<Application>,
    /// Where the method changes something.
    signed: Option<SignedCall>,
}

impl Call<'_, '_> {
    fn application(&self) -> Result<&Application, Status> {
        self.proven.as_ref().ok_or(Status::AccessDenied)
    }

    fn actor(&self, application: ApplicationId) -> Actor {
        match self.signed {
            Some(call) => Actor::SignedCall(application, call),
            None => Actor::Application(application),
        }
    }

    fn caller(&self) -> Result<Caller, Status> {
        let application = self.application()?.id;
        Ok(Caller {
            application,
            actor: self.actor(application),
            door: Door::Wire,
        })
    }

    fn person(&self) -> Result<PersonId, Status> {
        self.envelope
            .person
            .map(PersonId)
            .ok_or(Status::InvalidPerson)
    }

    fn access(&self) -> Result<Access, Status> {
        let record = self.envelope.record.ok_or(Status::InvalidRecord)?;
        let application = self.application()?.id;
        Ok(Access {
            application,
            actor: self.actor(application),
            person: self.person()?,
            record: RecordId(record),
        })
    }
}

/// What stands between the info's tags.
fn rendered(info: &impl Template) -> Answer {
    Ok(Some(info.render().map_err(|_| Status::Failed)?))
}
