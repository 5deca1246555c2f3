//! What a form meets when the sign-in or the way that it belongs to is over: its response says where to begin again, and
//! the layer around all pages then shows what was typed.

use crate::http::error::PageError;
use app::pages::patient::trouble::Begin;
use axum::response::{IntoResponse, Redirect, Response};

/// Leads to where one begins again; a form is kept.
pub fn redirect(begin: Begin) -> PageError {
    mark(begin, Redirect::to(begin.path()).into_response()).into()
}

/// The same, with a page that says why.
pub fn mark(begin: Begin, mut response: Response) -> Response {
    response.extensions_mut().insert(begin);
    response
}
