//! `/stay`: "I am still here". The browser stays on the page it has, with all that was typed.

use crate::http::session::{Visit, Visitor};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

/// Reading the session is what keeps it; one that has ended in the meantime cannot be kept.
pub async fn get(visitor: Visitor) -> Response {
    if visitor.visit == Visit::default() {
        return Redirect::to("/connect").into_response();
    }
    StatusCode::NO_CONTENT.into_response()
}
