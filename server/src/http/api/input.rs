//! How a call is read: strictly, and with a problem that names what does not fit.

use crate::http::problem::{
    BODY_TOO_LARGE, BROKEN_JSON, FieldProblem, INVALID, NOT_FOUND, NOT_JSON, Problem,
};
use axum::body::Bytes;
use axum::extract::{FromRequest, FromRequestParts, Path, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode, header};
use domain::ids::ConnectRequestId;
use serde::de::DeserializeOwned;
use serde_json::error::Category;
use serde_path_to_error::Path as FieldPath;
use url::form_urlencoded;

/// A JSON body, with its bytes as they came.
pub struct Body<T> {
    pub value: T,
    pub raw: Bytes,
}

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Body<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        if !is_json(request.headers()) {
            return Err(Problem::new(NOT_JSON));
        }
        let raw = Bytes::from_request(request, state)
            .await
            .map_err(|rejection| {
                Problem::new(match rejection.status() {
                    StatusCode::PAYLOAD_TOO_LARGE => BODY_TOO_LARGE,
                    _ => BROKEN_JSON,
                })
            })?;
        let value = parse(&raw)?;
        Ok(Self { value, raw })
    }
}

fn is_json(headers: &HeaderMap) -> bool {
    headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.split(';').next())
        .is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/json"))
}

fn parse<T: DeserializeOwned>(raw: &[u8]) -> Result<T, Problem> {
    let mut json = serde_json::Deserializer::from_slice(raw);
    let value = serde_path_to_error::deserialize(&mut json).map_err(|error| {
        match error.inner().classify() {
            Category::Data => misfit(error.path(), &error.inner().to_string()),
            Category::Syntax | Category::Eof | Category::Io => broken(error.inner()),
        }
    })?;
    json.end().map_err(|error| broken(&error))?;
    // serde would also take the fields' values as an array.
    if raw.trim_ascii_start().starts_with(b"[") {
        return Err(Problem::new(INVALID).detail("The body is not an object.".into()));
    }
    Ok(value)
}

fn broken(error: &serde_json::Error) -> Problem {
    Problem::new(BROKEN_JSON).detail(format!("Line {}, column {}.", error.line(), error.column()))
}

/// A value of the wrong type, or a field that is not known.
fn misfit(path: &FieldPath, message: &str) -> Problem {
    if path.iter().next().is_none() {
        return Problem::new(INVALID).detail(message.to_owned());
    }
    let code = if message.starts_with("unknown field") {
        "unknown"
    } else {
        "malformed"
    };
    Problem::invalid(vec![FieldProblem::new(path.to_string(), code, message)])
}

/// The parameters of the query.
pub struct Query<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequestParts<S> for Query<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        let query = parts.uri.query().unwrap_or_default();
        let pairs = serde_urlencoded::Deserializer::new(form_urlencoded::parse(query.as_bytes()));
        serde_path_to_error::deserialize(pairs)
            .map(Self)
            .map_err(|error| misfit(error.path(), &error.inner().to_string()))
    }
}

/// The request a path names. One that cannot be an id is one that is not there.
pub struct Id(pub ConnectRequestId);

impl<S: Send + Sync> FromRequestParts<S> for Id {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        Path::<String>::from_request_parts(parts, state)
            .await
            .ok()
            .and_then(|Path(id)| id.parse().ok())
            .map(Self)
            .ok_or_else(|| Problem::new(NOT_FOUND))
    }
}

/// The caller's own name for a call, if it gives one.
pub struct IdempotencyKey(pub Option<String>);

const IDEMPOTENCY_KEY: &str = "Idempotency-Key";
const IDEMPOTENCY_KEY_MAX: usize = 255;

impl<S: Send + Sync> FromRequestParts<S> for IdempotencyKey {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        let mut values = parts.headers.get_all(IDEMPOTENCY_KEY).iter();
        match (values.next(), values.next()) {
            (None, _) => Ok(Self(None)),
            (Some(value), None) => idempotency_key(value.as_bytes())
                .map(|key| Self(Some(key)))
                .ok_or_else(odd_key),
            (Some(_), Some(_)) => Err(odd_key()),
        }
    }
}

fn idempotency_key(value: &[u8]) -> Option<String> {
    let fits =
        (1..=IDEMPOTENCY_KEY_MAX).contains(&value.len()) && value.iter().all(u8::is_ascii_graphic);
    fits.then(|| value.iter().copied().map(char::from).collect())
}

fn odd_key() -> Problem {
    Problem::invalid(vec![FieldProblem::new(
        IDEMPOTENCY_KEY,
        "malformed",
        format!("One header of 1 to {IDEMPOTENCY_KEY_MAX} visible ASCII characters."),
    )])
}
