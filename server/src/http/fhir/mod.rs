//! The FHIR API, R4 (4.0.1): a second door to the things in records, for systems that speak neither HealthVault's XML nor
//! ours. Translates calls into the same use cases as the XML platform.
//!
//! It takes tokens of SMART Backend Services alone: API keys were handed out when they could read no patient's data. What
//! an application may not know of is answered like what is not there.

mod asked;
mod bundle;
mod dispatch;
mod metadata;
mod moments;
mod negotiation;
mod patients;
mod rates;
mod references;
mod refused;
mod search;
mod smart;
mod things;
mod transactions;
mod types;
mod writes;

use crate::published_keys::PublishedKeys;
use asked::{Answer, Asked};
use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{any, get, post};
use domain::policy;
use http_body_util::LengthLimitError;
use rates::{Rates, Sort};
use refused::Refused;
use service::{Bearer, Services, TOKEN_PATH};
use time::macros::format_description;

/// Below the public URL.
pub const BASE: &str = "/fhir/r4";
const CONTENT_TYPE: &str = "application/fhir+json";

#[derive(Clone)]
struct Fhir {
    services: Services,
    keys: PublishedKeys,
    rates: Rates,
}

/// A call whose caller is known.
struct Call<'a> {
    fhir: &'a Fhir,
    bearer: &'a Bearer,
}

impl Call<'_> {
    fn services(&self) -> &Services {
        &self.fhir.services
    }
}

pub fn router(services: Services, keys: PublishedKeys) -> Router {
    let fhir = Fhir {
        services,
        keys,
        rates: Rates::default(),
    };
    // Each depth has a route of its own for the log, which names routes and no paths.
    let mut router = Router::new();
    for path in [
        "/fhir/r4",
        "/fhir/r4/",
        "/fhir/r4/{type}",
        "/fhir/r4/{type}/",
        "/fhir/r4/{type}/{id}",
        "/fhir/r4/{type}/{id}/{part}",
        "/fhir/r4/{type}/{id}/{part}/{version}",
        "/fhir/r4/{type}/{id}/{part}/{version}/{*rest}",
    ] {
        router = router.route(path, any(call));
    }
    router
        .route("/fhir/r4/metadata", any(metadata))
        .route(
            "/fhir/r4/.well-known/smart-configuration",
            get(smart::configuration),
        )
        .route(
            TOKEN_PATH,
            post(smart::token).layer(DefaultBodyLimit::max(policy::TOKEN_BODY_MAX)),
        )
        .with_state(fhir)
}

async fn metadata(State(fhir): State<Fhir>, request: Request) -> Response {
    let (parts, _) = request.into_parts();
    let query = parts.uri.query().unwrap_or_default();
    let told = match parts.method {
        Method::GET | Method::HEAD => statement(&fhir, &parts.headers, query),
        _ => Err(Refused::method()),
    };
    answered(&parts.method, &parts.headers, told)
}

fn statement(
    fhir: &Fhir,
    headers: &HeaderMap,
    query: &str,
) -> Result<(Answer, &'static str), Refused> {
    let kind = negotiation::answer_type(headers, format_of(&asked::pairs(query.as_bytes())?))?;
    let statement = metadata::statement(&fhir.services);
    let mut answer = Answer::ok(asked::raw(&statement)?);
    answer.version = Some(patients::version_of(&statement));
    Ok((answer, kind))
}

async fn call(State(fhir): State<Fhir>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let path = parts.uri.path().strip_prefix(BASE).unwrap_or_default();
    let query = parts.uri.query().unwrap_or_default();
    let asked = Asked::read(parts.method.clone(), path, query, &parts.headers);
    let length = parts.uri.path().len() + query.len();
    let done = match asked {
        Ok(_) if length > policy::FHIR_URL_MAX => Err(Refused::new(
            StatusCode::URI_TOO_LONG,
            "too-long",
            "The URL is too long. Search by POST _search.",
        )),
        Ok(asked) => done(&fhir, asked, &parts.headers, body).await,
        Err(refused) => Err(refused),
    };
    answered(&parts.method, &parts.headers, done)
}

/// Knows the caller before anything else is looked at; reads the body last.
async fn done(
    fhir: &Fhir,
    mut asked: Asked,
    headers: &HeaderMap,
    body: Body,
) -> Result<(Answer, &'static str), Refused> {
    let kind = negotiation::answer_type(headers, format_of(&asked.query))?;
    let bearer = bearer(fhir, headers).await?;
    let reads = matches!(asked.method, Method::GET | Method::HEAD) || asked.is_search();
    let sort = if reads { Sort::Read } else { Sort::Write };
    let now = fhir.services.ports().now();
    if !fhir.rates.take(bearer.application, sort, now) {
        return Err(Refused::throttled());
    }
    if matches!(asked.method, Method::POST | Method::PUT) {
        if asked.is_search() {
            negotiation::body_is_form(headers)?;
            let form = read(body, policy::BODY_MAX).await?;
            asked.query.extend(asked::pairs(&form)?);
        } else {
            negotiation::body_is_json(headers)?;
            let text = read(body, policy::FHIR_BODY_MAX).await?;
            let text = std::str::from_utf8(&text)
                .map_err(|_| Refused::bad("invalid", "The body is not UTF-8."))?;
            asked.body = Some(fhir::Json::parse(text, fhir::Limits::default())?);
        }
    }
    let call = Call {
        fhir,
        bearer: &bearer,
    };
    let is_bundle = asked.path.is_empty() && asked.method == Method::POST;
    let answer = if is_bundle {
        call.bundle(asked).await?
    } else {
        call.perform(asked).await?
    };
    Ok((answer, kind))
}

async fn bearer(fhir: &Fhir, headers: &HeaderMap) -> Result<Bearer, Refused> {
    let token = headers
        .get(header::AUTHORIZATION)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.split_once(' '))
        .filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"))
        .map(|(_, token)| token.trim_start());
    let known = match token {
        Some(token) => fhir.services.applications().bearer(token).await?,
        None => None,
    };
    known.ok_or_else(Refused::no_token)
}

async fn read(body: Body, max: usize) -> Result<Bytes, Refused> {
    to_bytes(body, max).await.map_err(|error| {
        let source = std::error::Error::source(&error);
        if source.is_some_and(<dyn std::error::Error>::is::<LengthLimitError>) {
            let what = format!("The body is larger than {max} bytes.");
            Refused::new(StatusCode::PAYLOAD_TOO_LARGE, "too-long", what)
        } else {
            Refused::bad("invalid", "The body could not be read.")
        }
    })
}

fn format_of(query: &[(String, String)]) -> Option<&str> {
    let mut named = query.iter().filter(|(name, _)| name == "_format");
    named.next().map(|(_, value)| value.as_str())
}

/// The response. What is asked for in the version that the client has is not sent again.
fn answered(
    method: &Method,
    asked: &HeaderMap,
    done: Result<(Answer, &'static str), Refused>,
) -> Response {
    let mut response = match done {
        Ok((answer, kind)) => shown(method, asked, &answer, kind),
        Err(refused) => refused.into_response(),
    };
    let no_store = HeaderValue::from_static("no-store");
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, no_store);
    if method == Method::HEAD {
        *response.body_mut() = Body::empty();
    }
    response
}

fn shown(method: &Method, asked: &HeaderMap, answer: &Answer, kind: &'static str) -> Response {
    let etag = answer.etag();
    let reads = matches!(*method, Method::GET | Method::HEAD);
    let has_it = asked
        .get_all(header::IF_NONE_MATCH)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .any(|value| Some(value.trim()) == etag.as_deref());
    let mut response = if reads && has_it {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        match &answer.resource {
            Some(resource) => {
                let body = resource.get().to_owned();
                (answer.status, [(header::CONTENT_TYPE, kind)], body).into_response()
            }
            None => answer.status.into_response(),
        }
    };
    let mut set = |name: HeaderName, value: Option<String>| {
        if let Some(value) = value.and_then(|value| HeaderValue::from_str(&value).ok()) {
            response.headers_mut().insert(name, value);
        }
    };
    set(header::ETAG, etag);
    set(header::LOCATION, answer.location.clone());
    let format = format_description!(
        "[weekday repr:short], [day] [month repr:short] [year] [hour]:[minute]:[second] GMT"
    );
    let updated_at = answer.updated_at.map(|at| at.date_time().format(format));
    set(header::LAST_MODIFIED, updated_at.and_then(Result::ok));
    response
}
