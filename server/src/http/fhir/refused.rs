//! Refusals of the FHIR API: an `OperationOutcome` with the status of the standard. None repeats a patient's data.

use super::CONTENT_TYPE;
use crate::http::problem::RETRY_AFTER_SECONDS;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::value::RawValue;
use serde_json::{Value, json};
use service::InternalError;
use std::borrow::Cow;

/// Why a call did nothing.
#[derive(Debug)]
pub struct Refused {
    pub status: StatusCode,
    /// Of FHIR's list of issue types.
    code: &'static str,
    diagnostics: Cow<'static, str>,
    /// FHIRPath of the element it is about.
    expression: Option<String>,
    /// All that is wrong with a resource, in place of the one thing.
    issues: Option<Box<RawValue>>,
}

impl Refused {
    pub fn new(
        status: StatusCode,
        code: &'static str,
        diagnostics: impl Into<Cow<'static, str>>,
    ) -> Self {
        Self {
            status,
            code,
            diagnostics: diagnostics.into(),
            expression: None,
            issues: None,
        }
    }

    /// Something in the call that the client can change.
    pub fn bad(code: &'static str, diagnostics: impl Into<Cow<'static, str>>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, code, diagnostics)
    }

    /// What is not there, is no one's, or is another's: nobody learns which.
    pub fn not_found() -> Self {
        Self::new(
            StatusCode::NOT_FOUND,
            "not-found",
            "There is no such resource for this client.",
        )
    }

    /// A version that is not the one there is now.
    pub fn no_history() -> Self {
        Self::new(
            StatusCode::NOT_FOUND,
            "not-supported",
            "Earlier versions are not kept: history is not supported.",
        )
    }

    pub fn unknown_type() -> Self {
        Self::new(
            StatusCode::NOT_FOUND,
            "not-supported",
            "This resource type is not supported. See metadata for those that are.",
        )
    }

    pub fn method() -> Self {
        Self::new(
            StatusCode::METHOD_NOT_ALLOWED,
            "not-supported",
            "This interaction is not supported here. See metadata for those that are.",
        )
    }

    pub fn no_token() -> Self {
        Self::new(
            StatusCode::UNAUTHORIZED,
            "login",
            "This call needs a current access token of SMART Backend Services.",
        )
    }

    pub fn scope() -> Self {
        Self::new(
            StatusCode::FORBIDDEN,
            "forbidden",
            "The scopes of the access token do not allow this.",
        )
    }

    /// A version that another call replaced.
    pub fn stale() -> Self {
        Self::new(
            StatusCode::PRECONDITION_FAILED,
            "conflict",
            "The resource is not in this version any more. Read it again.",
        )
    }

    pub fn throttled() -> Self {
        Self::new(
            StatusCode::TOO_MANY_REQUESTS,
            "throttled",
            "Too many calls. Try again later.",
        )
    }

    /// The same, about an element.
    #[must_use]
    pub fn at(self, expression: String) -> Self {
        Self {
            expression: Some(expression),
            ..self
        }
    }

    /// The outcome as a resource.
    pub fn resource(&self) -> Option<Box<RawValue>> {
        let one = || serde_json::value::to_raw_value(&self.outcome()).ok();
        self.issues.clone().or_else(one)
    }

    fn outcome(&self) -> Value {
        let mut issue = json!({
            "severity": "error",
            "code": self.code,
            "diagnostics": self.diagnostics,
        });
        if let Some(expression) = &self.expression {
            issue["expression"] = json!([expression]);
        }
        json!({"resourceType": "OperationOutcome", "issue": [issue]})
    }
}

/// What the lens finds wrong with a resource.
impl From<fhir::Refusal> for Refused {
    fn from(refusal: fhir::Refusal) -> Self {
        let status = StatusCode::from_u16(refusal.status());
        Self {
            issues: serde_json::value::to_raw_value(&refusal.outcome()).ok(),
            ..Self::new(
                status.unwrap_or(StatusCode::UNPROCESSABLE_ENTITY),
                "invalid",
                "The resource is not accepted.",
            )
        }
    }
}

/// The one place where this API logs a fault.
impl From<InternalError> for Refused {
    fn from(fault: InternalError) -> Self {
        tracing::error!(error = %fault, "a call failed");
        Self::new(
            StatusCode::SERVICE_UNAVAILABLE,
            "transient",
            "This did not work just now. Nothing was changed; try again.",
        )
    }
}

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        let body = self
            .resource()
            .map_or_else(String::new, |resource| resource.get().to_owned());
        let mut response =
            (self.status, [(header::CONTENT_TYPE, CONTENT_TYPE)], body).into_response();
        let headers = response.headers_mut();
        match self.status {
            StatusCode::UNAUTHORIZED => {
                let value = HeaderValue::from_static(r#"Bearer error="invalid_token""#);
                headers.insert(header::WWW_AUTHENTICATE, value);
            }
            StatusCode::FORBIDDEN if self.code == "forbidden" => {
                let value = HeaderValue::from_static(r#"Bearer error="insufficient_scope""#);
                headers.insert(header::WWW_AUTHENTICATE, value);
            }
            StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE => {
                headers.insert(header::RETRY_AFTER, RETRY_AFTER_SECONDS);
            }
            _ => {}
        }
        response
    }
}
