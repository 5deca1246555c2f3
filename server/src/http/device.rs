//! Where a sign-in comes from, and the cookie by which a browser shows earlier sign-ins with it.

use super::agent;
use super::client_address::ClientAddress;
use super::cookies;
use super::web::Web;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderName, header};
use axum::response::AppendHeaders;
use domain::policy;
use service::Source;
use std::convert::Infallible;
use std::net::{IpAddr, Ipv4Addr};
use tower_sessions::cookie::time::Duration;
use tower_sessions::cookie::{Cookie, SameSite};

impl FromRequestParts<Web> for Source {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, web: &Web) -> Result<Self, Infallible> {
        let nobody = ClientAddress(IpAddr::V4(Ipv4Addr::UNSPECIFIED));
        let address = parts.extensions.get().copied().unwrap_or(nobody);
        Ok(Self {
            address: address.limiter_key(),
            network: address.network_key(),
            device: cookies::value(&parts.headers, name(web)),
            browser: agent::name(&parts.headers),
        })
    }
}

/// Has the browser keep what it shows next time, after someone signed in with it. Appended, because the session has a
/// cookie of its own to set.
pub fn remembered(
    web: &Web,
    device: Option<String>,
) -> Option<AppendHeaders<[(HeaderName, String); 1]>> {
    let cookie = Cookie::build((name(web), device?))
        .path("/")
        .max_age(Duration::days(policy::DEVICE_DAYS))
        .http_only(true)
        .same_site(SameSite::Strict)
        .secure(web.secure);
    Some(AppendHeaders([(header::SET_COOKIE, cookie.to_string())]))
}

fn name(web: &Web) -> &'static str {
    if web.secure {
        "__Host-pc-device"
    } else {
        "pc-device"
    }
}
