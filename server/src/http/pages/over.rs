//! What a form meets when the sign-in or the way that it belongs to is over: its response says so to the layer around
//! all pages, which then shows what was typed.

use axum::response::{IntoResponse, Redirect, Response};

/// Where to begin again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Over {
    Desk,
    Account,
    /// The way from a code.
    Way,
}

impl Over {
    pub fn path(self) -> &'static str {
        match self {
            Self::Desk => "/staff/sign-in",
            Self::Account => "/sign-in",
            Self::Way => "/connect",
        }
    }

    /// Leads there; a form is kept.
    pub fn redirect(self) -> Response {
        self.mark(Redirect::to(self.path()).into_response())
    }

    /// The same, with a page that says why.
    pub fn mark(self, mut response: Response) -> Response {
        response.extensions_mut().insert(self);
        response
    }
}
