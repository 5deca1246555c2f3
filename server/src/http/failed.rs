//! A request that failed for no fault of its own: logged here, once, and answered with "try again"; and one for which
//! there is no room, which is nothing to log.

use super::web::retry_after;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use service::Fault;
use std::time::Duration;
use tower_sessions::session;

/// What a handler gives up with. The page layer puts the words to it.
#[derive(Debug)]
pub enum Failed {
    Ours(String),
    /// No room for another session for as long.
    Crowded(Duration),
}

impl<E: Into<Fault>> From<E> for Failed {
    fn from(fault: E) -> Self {
        Self::Ours(fault.into().to_string())
    }
}

impl Failed {
    /// A failure of the session's store.
    pub fn session(error: &session::Error) -> Self {
        Self::Ours(error.to_string())
    }
}

impl IntoResponse for Failed {
    fn into_response(self) -> Response {
        match self {
            Self::Ours(error) => {
                tracing::error!(error, "a request failed");
                try_again()
            }
            Self::Crowded(wait) => retry_after(wait, StatusCode::TOO_MANY_REQUESTS.into_response()),
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
