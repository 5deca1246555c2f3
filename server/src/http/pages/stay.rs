//! `/stay`: "I am still here". The browser stays on the page it has, with all that was typed.

use crate::http::session::{SessionData, SessionHandle};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

/// Reading the session is what keeps it; one that has ended in the meantime cannot be kept.
pub async fn get(session: SessionHandle) -> Response {
    if session.data == SessionData::default() {
        return Redirect::to("/connect").into_response();
    }
    StatusCode::NO_CONTENT.into_response()
}
