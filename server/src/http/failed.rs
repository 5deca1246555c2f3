//! A request that failed for no fault of its own: logged here, once, and answered with "try again".

use crate::service::Fault;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use std::time::Duration;
use tower_sessions::session;

/// What a handler gives up with. The page layer puts the words to it.
#[derive(Debug)]
pub struct Failed(String);

impl<E: Into<Fault>> From<E> for Failed {
    fn from(fault: E) -> Self {
        Self(fault.into().to_string())
    }
}

impl Failed {
    /// A failure of the session's store.
    pub fn session(error: &session::Error) -> Self {
        Self(error.to_string())
    }
}

impl IntoResponse for Failed {
    fn into_response(self) -> Response {
        tracing::error!(error = self.0, "a request failed");
        try_again()
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
