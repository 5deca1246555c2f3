//! Refusals that a program reads: RFC 9457, `application/problem+json`.

use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use service::InternalError;
use std::borrow::Cow;
use utoipa::ToSchema;

pub const CONTENT_TYPE: &str = "application/problem+json";

/// How soon to try again, in seconds.
const RETRY_AFTER_SECONDS: HeaderValue = HeaderValue::from_static("5");

/// One sort of problem, the same each time it occurs.
#[derive(Clone, Copy, Debug)]
pub struct Kind {
    pub status: StatusCode,
    pub code: &'static str,
    pub title: &'static str,
}

impl Kind {
    pub const fn new(status: StatusCode, code: &'static str, title: &'static str) -> Self {
        Self {
            status,
            code,
            title,
        }
    }
}

pub const BROKEN_JSON: Kind = Kind::new(
    StatusCode::BAD_REQUEST,
    "broken-json",
    "The body is not JSON.",
);
pub const UNAUTHORIZED: Kind = Kind::new(
    StatusCode::UNAUTHORIZED,
    "unauthorized",
    "A valid API key is needed: Authorization: Bearer pc_...",
);
pub const NOT_FOUND: Kind = Kind::new(
    StatusCode::NOT_FOUND,
    "not-found",
    "There is no such thing here.",
);
pub const METHOD_NOT_ALLOWED: Kind = Kind::new(
    StatusCode::METHOD_NOT_ALLOWED,
    "method-not-allowed",
    "This path does not take this method; the Allow header names those it takes.",
);
pub const BODY_TOO_LARGE: Kind = Kind::new(
    StatusCode::PAYLOAD_TOO_LARGE,
    "body-too-large",
    "The body is larger than 64 kB.",
);
pub const NOT_JSON: Kind = Kind::new(
    StatusCode::UNSUPPORTED_MEDIA_TYPE,
    "unsupported-media-type",
    "The body must be sent as application/json.",
);
pub const INVALID: Kind = Kind::new(
    StatusCode::UNPROCESSABLE_ENTITY,
    "invalid",
    "Something in the call does not fit; errors names each field.",
);
const UNAVAILABLE: Kind = Kind::new(
    StatusCode::SERVICE_UNAVAILABLE,
    "unavailable",
    "This did not work just now. Nothing was changed; try again.",
);

/// A refused call.
#[derive(Debug, Serialize, ToSchema)]
pub struct Problem {
    /// `/problems/` and the code.
    #[serde(rename = "type")]
    kind: String,
    /// The same sentence for every problem of this code.
    #[schema(value_type = String)]
    title: &'static str,
    #[serde(serialize_with = "status_number")]
    #[schema(value_type = u16)]
    status: StatusCode,
    /// What a program tells problems apart by.
    #[schema(value_type = String)]
    code: &'static str,
    /// More about this one occurrence.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    detail: Option<String>,
    /// Each field or parameter that does not fit.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(required = false)]
    errors: Vec<FieldProblem>,
    #[serde(flatten)]
    #[schema(inline)]
    about: Box<About>,
}

/// One field or parameter that does not fit.
#[derive(Debug, Serialize, ToSchema)]
pub struct FieldProblem {
    #[schema(value_type = String)]
    pub field: Cow<'static, str>,
    /// What a program tells field problems apart by.
    #[schema(value_type = String)]
    pub code: &'static str,
    pub message: String,
}

/// What some problems tell beside their text.
#[derive(Debug, Default, Serialize, ToSchema)]
pub struct About {
    /// `external-id-taken`: the request that holds the external id.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub connect_request_id: Option<uuid::Uuid>,
    /// `external-id-taken`: when that request was made.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, format = DateTime)]
    pub created_at: Option<String>,
    /// `cursor-gone`: the oldest cursor that still reads.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub oldest_cursor: Option<String>,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "the signature serde asks for"
)]
fn status_number<S: serde::Serializer>(
    status: &StatusCode,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.serialize_u16(status.as_u16())
}

impl Problem {
    pub fn new(kind: Kind) -> Self {
        Self {
            kind: format!("/problems/{}", kind.code),
            title: kind.title,
            status: kind.status,
            code: kind.code,
            detail: None,
            errors: Vec::new(),
            about: Box::default(),
        }
    }

    /// Fields that do not fit.
    pub fn invalid(errors: Vec<FieldProblem>) -> Self {
        Self {
            errors,
            ..Self::new(INVALID)
        }
    }

    #[must_use]
    pub fn about(self, about: About) -> Self {
        Self {
            about: Box::new(about),
            ..self
        }
    }

    #[must_use]
    pub fn detail(self, detail: String) -> Self {
        Self {
            detail: Some(detail),
            ..self
        }
    }
}

impl FieldProblem {
    pub fn new(
        field: impl Into<Cow<'static, str>>,
        code: &'static str,
        message: impl Into<String>,
    ) -> Self {
        Self {
            field: field.into(),
            code,
            message: message.into(),
        }
    }
}

/// The one place where the API logs a fault.
impl From<InternalError> for Problem {
    fn from(fault: InternalError) -> Self {
        tracing::error!(error = %fault, "a call failed");
        Self::new(UNAVAILABLE)
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = self.status;
        let mut response = (status, Json(self)).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(CONTENT_TYPE));
        match status {
            StatusCode::UNAUTHORIZED => {
                headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
            }
            StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE => {
                headers.insert(header::RETRY_AFTER, RETRY_AFTER_SECONDS);
            }
            _ => {}
        }
        response
    }
}
