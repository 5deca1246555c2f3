//! `/language`: the switch of every patient's page.

use super::routes::{Route, anyone, routes};
use crate::http::error::PageError;
use crate::http::extract::Guest;
use crate::http::spoken;
use axum::http::{HeaderMap, header};
use axum::response::{AppendHeaders, IntoResponse, Redirect, Response};
use axum_extra::extract::Form;
use domain::language::Language;
use serde::Deserialize;
use url::Url;

pub fn routes() -> Vec<Route> {
    routes![anyone("/language").post(post)]
}

#[derive(Deserialize)]
pub struct Fields {
    #[serde(default)]
    language: String,
}

/// Keeps the choice in the browser, and in the account of a person who is signed in. What is no language changes
/// nothing.
pub async fn post(
    guest: Guest,
    headers: HeaderMap,
    Form(fields): Form<Fields>,
) -> Result<Response, PageError> {
    let back = Redirect::to(&page_before(&headers));
    let Some(language) = Language::from_name(&fields.language) else {
        return Ok(back.into_response());
    };
    if let Some(person) = guest.session.signed_in() {
        guest
            .services()
            .people()
            .set_language(person, language)
            .await?;
    }
    let cookie = spoken::kept(&guest.web, language).map(|cookie| (header::SET_COOKIE, cookie));
    Ok((AppendHeaders(cookie), back).into_response())
}

/// The page that the switch is on, as the browser names it; the first page where it does not, or where the page was the
/// answer to a form and cannot be read. A query that names a language does not come back.
fn page_before(headers: &HeaderMap) -> String {
    let referrer = headers.get(header::REFERER);
    let url = referrer.and_then(|referrer| Url::parse(referrer.to_str().ok()?).ok());
    let Some(url) = url else {
        return "/".to_owned();
    };
    let table = super::table();
    let mut path = url.path().trim_end_matches('/');
    while !path.is_empty() {
        let is_read = |route: &Route| route.get && fits(route.path, path);
        if table.iter().any(is_read) {
            break;
        }
        path = path.rsplit_once('/').map_or("", |(above, _)| above);
    }
    if path.is_empty() {
        return "/".to_owned();
    }
    let others: Vec<_> = url
        .query_pairs()
        .filter(|(name, _)| name != words::link::LANGUAGE)
        .collect();
    if others.is_empty() || path != url.path() {
        return path.to_owned();
    }
    let query = url::form_urlencoded::Serializer::new(String::new())
        .extend_pairs(others)
        .finish();
    format!("{path}?{query}")
}

/// Whether a path is of a route, whose parts in braces stand for any text.
fn fits(route: &str, path: &str) -> bool {
    let mut parts = path.split('/');
    let fit = route.split('/').all(|wanted| {
        parts
            .next()
            .is_some_and(|part| wanted == part || (wanted.starts_with('{') && !part.is_empty()))
    });
    fit && parts.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    #[test]
    fn switch_leads_back_to_a_page_that_can_be_read() {
        for (referrer, back) in [
            ("https://a.example/connect/question", "/connect/question"),
            ("https://a.example/connect?lang=es", "/connect"),
            (
                "https://a.example/account/activity?record=1&lang=es",
                "/account/activity?record=1",
            ),
            ("https://a.example/account/details/name", "/account/details"),
            ("https://a.example/nowhere/at/all", "/"),
            ("https://a.example//evil.example/", "/"),
            ("https://a.example/", "/"),
            ("javascript:alert(1)", "/"),
            ("no url", "/"),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(header::REFERER, HeaderValue::from_static(referrer));
            assert_eq!(page_before(&headers), back, "{referrer}");
        }
        assert_eq!(page_before(&HeaderMap::new()), "/");
    }
}
