//! The code of an old link on its way into the field of `/connect`: a cookie, for one showing.
//!
//! The code may not enter an address of ours, a log or a row; and nothing but letters, digits, dashes and blanks may
//! come through here.

use super::super::web::Web;
use crate::http::cookies;
use axum::http::{HeaderMap, HeaderName, header};
use axum::response::{AppendHeaders, IntoResponse, Redirect, Response};
use domain::policy;
use tower_sessions::cookie::time::Duration;
use tower_sessions::cookie::{Cookie, SameSite};
use url::form_urlencoded;

const PATH: &str = "/connect";

type SetCookie = AppendHeaders<[(HeaderName, String); 1]>;

/// To the clean `/connect`, with the code of a query carried beside it; one that cannot be a code forgets an earlier one.
pub fn carry(web: &Web, query: &str) -> Response {
    let life = Duration::seconds(policy::CARRIED_CODE_SECONDS);
    let carrier = code_field(query).map(|code| match code_like(&code) {
        // A cookie's value may hold no blanks.
        Some(code) => cookie(web, code.replace(' ', "+"), life),
        None => forget(web),
    });
    (carrier, Redirect::to(PATH)).into_response()
}

/// The code of a query, however its name is written.
pub fn code_field(query: &str) -> Option<String> {
    field(query, "packageid")
}

/// A field of a query; old links were read in any case.
pub fn field(query: &str, name: &str) -> Option<String> {
    form_urlencoded::parse(query.as_bytes())
        .find(|(found, _)| found.eq_ignore_ascii_case(name))
        .map(|(_, value)| value.into_owned())
}

/// The code that was carried here. Visitors write their cookies themselves, so it is looked at again.
pub fn carried(web: &Web, headers: &HeaderMap) -> Option<String> {
    let value = cookies::value(headers, name(web))?;
    code_like(&value.replace('+', " "))
}

/// Takes the cookie back, so that a code on a shared screen is shown once.
pub fn forget(web: &Web) -> SetCookie {
    cookie(web, String::new(), Duration::ZERO)
}

fn code_like(text: &str) -> Option<String> {
    let text = text.trim();
    let fits = !text.is_empty()
        && text.len() <= policy::CARRIED_CODE_MAX
        && text
            .chars()
            .all(|sign| sign.is_ascii_alphanumeric() || sign == '-' || sign == ' ');
    fits.then(|| text.to_owned())
}

fn name(web: &Web) -> &'static str {
    // Browsers refuse the prefix over plain http, and the host's own prefix with any path but `/`.
    if web.secure {
        "__Secure-pc-code"
    } else {
        "pc-code"
    }
}

/// Appended, because the session has a cookie of its own to set.
fn cookie(web: &Web, value: String, life: Duration) -> SetCookie {
    let cookie = Cookie::build((name(web), value))
        .path(PATH)
        .max_age(life)
        .http_only(true)
        .same_site(SameSite::Lax)
        .secure(web.secure);
    AppendHeaders([(header::SET_COOKIE, cookie.to_string())])
}
