//! Links of the earlier system, as letters printed then still carry them.
//!
//! They lead to fixed addresses of ours: nothing that came in a link may become part of an address.

use super::super::web::{Web, show};
use super::carried_code::{carry, field};
use app::pages::patient::old_link;
use axum::extract::State;
use axum::http::{Method, StatusCode, Uri};
use axum::response::{IntoResponse, Redirect, Response};

const REDIRECT: &str = "/redirect.aspx";
const WELCOME: &str = "/patientwelcome.aspx";

/// What no route takes comes here: old links were followed in any case, and routes know only one.
pub async fn fallback(State(web): State<Web>, method: Method, uri: Uri) -> Response {
    let path = uri.path();
    let query = uri.query().unwrap_or_default();
    if !method.is_safe() {
        StatusCode::NOT_FOUND.into_response()
    } else if path.eq_ignore_ascii_case(REDIRECT) {
        redirect(&web, query)
    } else if path.eq_ignore_ascii_case(WELCOME) {
        carry(&web, query)
    } else {
        StatusCode::NOT_FOUND.into_response()
    }
}

fn redirect(web: &Web, query: &str) -> Response {
    let target = field(query, "target").unwrap_or_default();
    match target.to_ascii_uppercase().as_str() {
        "CONNECT" => {
            // Some letters carry the code beside the target instead of inside its query.
            let inner = field(query, "targetqs").unwrap_or_else(|| query.to_owned());
            carry(web, inner.trim_start_matches('?'))
        }
        "RECORDLIST" | "SHAREDAPPDETAILS" => see("/account"),
        "CREATEACCOUNT" => see("/create-account"),
        "HELP" => see("/"),
        _ => show(StatusCode::NOT_FOUND, old_link::page(&web.bare_frame())),
    }
}

fn see(path: &'static str) -> Response {
    Redirect::to(path).into_response()
}
