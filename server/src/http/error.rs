//! The error of a page's handler, so that handlers end early by `?`.
//!
//! An internal error is logged here, once, when it becomes the response. A rejection that a page has words for is no
//! error of this kind: the handler shows the page again. The layer around all pages (`pages/trouble.rs`) puts the words
//! to responses that have none.

use super::web::retry_after;
use axum::Extension;
use axum::extract::multipart::MultipartError;
use axum::extract::rejection::PathRejection;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use service::{Failure, InternalError, Outcome};
use std::error::Error;
use std::time::Duration;
use tower_sessions::session;

/// What a handler answers in place of its page.
#[derive(Debug)]
pub enum PageError {
    /// An error of ours: logged, and answered with "try again".
    Internal(Box<dyn Error + Send + Sync>),
    NotFound,
    /// There is no room for another session for this long.
    Crowded(Duration),
    /// The service needs a fresh proof; `pages/staff/prove.rs` asks for it.
    NotProven,
    /// A redirect, or another page.
    Response(Box<Response>),
}

impl From<InternalError> for PageError {
    fn from(fault: InternalError) -> Self {
        Self::Internal(fault.into())
    }
}

impl From<session::Error> for PageError {
    fn from(error: session::Error) -> Self {
        Self::Internal(error.into())
    }
}

impl From<Response> for PageError {
    fn from(response: Response) -> Self {
        Self::Response(Box::new(response))
    }
}

impl From<MultipartError> for PageError {
    fn from(error: MultipartError) -> Self {
        error.into_response().into()
    }
}

impl From<PathRejection> for PageError {
    fn from(rejection: PathRejection) -> Self {
        rejection.into_response().into()
    }
}

/// Marks the response to a form whose service needs a fresh proof.
#[derive(Clone)]
pub struct NeedsProof;

impl IntoResponse for PageError {
    fn into_response(self) -> Response {
        match self {
            Self::Internal(error) => {
                tracing::error!(error = error.to_string(), "a request failed");
                try_again()
            }
            Self::NotFound => StatusCode::NOT_FOUND.into_response(),
            Self::Crowded(wait) => retry_after(wait, StatusCode::TOO_MANY_REQUESTS.into_response()),
            Self::NotProven => (StatusCode::FORBIDDEN, Extension(NeedsProof)).into_response(),
            Self::Response(response) => *response,
        }
    }
}

/// Parts the two ways in which a use case fails.
pub trait OrInternal<T, R> {
    /// An internal error ends the handler; a rejection is left to it.
    fn or_internal(self) -> Result<Result<T, R>, PageError>;
}

impl<T, R> OrInternal<T, R> for Outcome<T, R> {
    fn or_internal(self) -> Result<Result<T, R>, PageError> {
        match self {
            Ok(done) => Ok(Ok(done)),
            Err(Failure::Rejected(refusal)) => Ok(Err(refusal)),
            Err(Failure::Internal(fault)) => Err(fault.into()),
        }
    }
}

/// The session layer answers a store that fails with a bare 500, and logs it.
pub async fn session_store(response: Response) -> Response {
    if response.status() != StatusCode::INTERNAL_SERVER_ERROR {
        return response;
    }
    try_again()
}

fn try_again() -> Response {
    let seconds = RETRY_AFTER.as_secs().to_string();
    (
        StatusCode::SERVICE_UNAVAILABLE,
        [(header::RETRY_AFTER, seconds)],
    )
        .into_response()
}

/// How soon to try again.
pub const RETRY_AFTER: Duration = Duration::from_secs(5);
