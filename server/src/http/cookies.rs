//! Reads one cookie of a request. Visitors write their cookies themselves: a value proves nothing.

use axum::http::{HeaderMap, header};
use tower_sessions::cookie::Cookie;

/// The value of the first cookie of this name.
pub fn value(headers: &HeaderMap, name: &str) -> Option<String> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|cookies| cookies.to_str().ok())
        .flat_map(Cookie::split_parse)
        .flatten()
        .find(|cookie| cookie.name() == name)
        .map(|cookie| cookie.value().to_owned())
}
