//! In which language a page is: what the visitor chose in this browser or by the link they followed, else what their
//! browser asks for. A person who is signed in and the request of a code have their say where they are read.
//!
//! Pages of staff, operators and developers are in English.

use super::cookies;
use super::web::Web;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;
use domain::language::Language;
use tower_sessions::cookie::time::Duration;
use tower_sessions::cookie::{Cookie, SameSite};
use url::form_urlencoded;
use words::Speaking;

/// The language that the visitor chose; it goes before that of a request.
#[derive(Clone, Copy)]
pub struct Chosen(pub Language);

/// Where no patient comes.
const IN_ENGLISH: [&str; 5] = ["/staff", "/set-up", "/api", "/problems", "/mailbox"];
/// Bytes of a query that are looked through for a language.
const QUERY_MAX: usize = 2_000;
const YEAR: Duration = Duration::days(365);

/// The layer around all pages.
pub async fn layer(State(web): State<Web>, mut request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let in_english = |start: &&str| {
        let rest = path.strip_prefix(*start);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    if IN_ENGLISH.iter().any(in_english) {
        return next.run(request).await;
    }
    let asked = request.uri().query().and_then(of_query);
    let kept = cookies::value(request.headers(), name(web.secure));
    let chosen = asked.or_else(|| Language::from_name(&kept?));
    if let Some(language) = chosen {
        request.extensions_mut().insert(Chosen(language));
    }
    let language = chosen.or_else(|| accepted(request.headers()));
    let answer = Speaking::new(language.unwrap_or_default(), next.run(request));
    let mut response = answer.await;
    // The pages that follow are in the language of the link that led here, until the browser is closed.
    if let Some(cookie) = asked.and_then(|language| header(cookie(web.secure, language))) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

/// The language that the link of a letter or mail names.
fn of_query(query: &str) -> Option<Language> {
    let query = query.get(..query.len().min(QUERY_MAX))?;
    let (_, tag) =
        form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == words::link::LANGUAGE)?;
    Language::of_tag(&tag)
}

fn accepted(headers: &HeaderMap) -> Option<Language> {
    let header = headers.get(header::ACCEPT_LANGUAGE)?;
    Language::accepted(header.to_str().ok()?)
}

fn name(secure: bool) -> &'static str {
    if secure {
        "__Host-pc-language"
    } else {
        "pc-language"
    }
}

fn cookie(secure: bool, language: Language) -> Cookie<'static> {
    Cookie::build((name(secure), language.name()))
        .path("/")
        .http_only(true)
        .same_site(SameSite::Lax)
        .secure(secure)
        .build()
}

/// The cookie that keeps what the visitor chose by the switch.
pub fn kept(web: &Web, language: Language) -> Option<HeaderValue> {
    let mut cookie = cookie(web.secure, language);
    cookie.set_max_age(YEAR);
    header(cookie)
}

fn header(cookie: Cookie<'_>) -> Option<HeaderValue> {
    HeaderValue::from_str(&cookie.to_string()).ok()
}
