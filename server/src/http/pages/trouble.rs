//! Puts plain words to every error that has none yet: 400, 403, 404, 405, 413, 415, 422, 429, 5xx. After 429 and 5xx,
//! and where a session is over, what was typed is kept.

use super::super::web::{Web, show};
use super::kept::{self, Sent};
use crate::http::{cookies, session};
use app::pages::patient::trouble::{self, Begin, View};
use axum::extract::{Request, State};
use axum::http::{StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

/// The layer around all pages.
pub async fn layer(State(web): State<Web>, request: Request, next: Next) -> Response {
    let session = cookies::value(request.headers(), session::cookie_name(web.secure));
    let (response, sent) = match kept::read(request).await {
        Ok((request, sent)) => (next.run(request).await, sent),
        Err(status) => (status.into_response(), None),
    };
    let html = response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    // A form of a browser that was signed in, or on its way from a code, and is so no more.
    let over = response.extensions().get::<Begin>().copied();
    let over = over.filter(|_| session.is_some());
    if let (Some(begin), Some(fields)) = (over, sent.as_ref().and_then(Sent::typed)) {
        let view = View::SignedOut { fields, begin };
        return show(
            StatusCode::FORBIDDEN,
            trouble::page(&web.bare_frame(), &view),
        );
    }
    match view(&web, &response, sent.as_ref()) {
        Some(view) if !html => worded(&web, &view, response),
        _ => response,
    }
}

fn view(web: &Web, response: &Response, sent: Option<&Sent>) -> Option<View> {
    let status = response.status();
    if status == StatusCode::TOO_MANY_REQUESTS {
        return Some(View::Crowded {
            minutes: minutes_to_wait(response),
            fields: sent.and_then(Sent::fields).unwrap_or_default(),
        });
    }
    let sent = sent.filter(|_| status.is_server_error());
    if let Some(fields) = sent.and_then(Sent::fields) {
        return Some(View::Kept { fields });
    }
    Some(match status {
        StatusCode::FORBIDDEN => View::CrossSite,
        StatusCode::MISDIRECTED_REQUEST => View::OtherAddress {
            url: web.services.public_url().to_owned(),
        },
        StatusCode::NOT_FOUND => View::NotFound,
        StatusCode::METHOD_NOT_ALLOWED => View::WrongMethod,
        StatusCode::PAYLOAD_TOO_LARGE => View::TooLarge,
        StatusCode::SERVICE_UNAVAILABLE => View::Unavailable { phone: None },
        StatusCode::BAD_REQUEST | StatusCode::UNPROCESSABLE_ENTITY => View::BrokenForm,
        StatusCode::UNSUPPORTED_MEDIA_TYPE => View::WrongKind,
        status if status.is_client_error() || status.is_server_error() => View::Ours,
        _ => return None,
    })
}

/// What its header says, in whole minutes.
fn minutes_to_wait(response: &Response) -> u64 {
    let header = response.headers().get(header::RETRY_AFTER);
    let seconds = header.and_then(|value| value.to_str().ok()?.parse::<u64>().ok());
    seconds.unwrap_or_default().div_ceil(60).max(1)
}

/// The page in place of the body; status and the other headers stay.
fn worded(web: &Web, view: &View, plain: Response) -> Response {
    let (parts, _) = plain.into_parts();
    let mut response = show(parts.status, trouble::page(&web.bare_frame(), view));
    for (name, value) in &parts.headers {
        if name != header::CONTENT_TYPE && name != header::CONTENT_LENGTH {
            response.headers_mut().insert(name, value.clone());
        }
    }
    response
}
