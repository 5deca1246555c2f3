//! The cookie by which a browser shows that it was asked for a passkey: a challenge is worth nothing in another browser.

use super::cookies;
use super::web::Web;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderName, header};
use axum::response::AppendHeaders;
use service::PasskeyBrowser;
use std::convert::Infallible;
use tower_sessions::cookie::{Cookie, SameSite};

/// The browser that asks: what its cookie says, or something new.
pub struct AskingBrowser(pub PasskeyBrowser);

impl FromRequestParts<Web> for AskingBrowser {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, web: &Web) -> Result<Self, Infallible> {
        let shown = cookies::value(&parts.headers, name(web));
        let browser = web.services.people().passkey_browser(shown.as_deref());
        Ok(Self(browser))
    }
}

impl AskingBrowser {
    /// Has the browser show it again until it is closed. Appended, because the session has a cookie of its own to set.
    pub fn kept(&self, web: &Web) -> AppendHeaders<[(HeaderName, String); 1]> {
        let cookie = Cookie::build((name(web), self.0.text()))
            .path("/")
            .http_only(true)
            .same_site(SameSite::Strict)
            .secure(web.secure);
        AppendHeaders([(header::SET_COOKIE, cookie.to_string())])
    }
}

fn name(web: &Web) -> &'static str {
    if web.secure {
        "__Host-pc-passkey"
    } else {
        "pc-passkey"
    }
}
