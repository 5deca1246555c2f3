//! `/dev/mailbox`: mails kept as files, for development on this machine alone.

use crate::http::headers::Framing;
use crate::http::web::Web;
use app::pages::account::mailbox::{Mail, View, page};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use service::mail::{LOGO_ID, Listed, Transport};

pub async fn get_list(State(web): State<Web>) -> Response {
    let Transport::File(folder) = web.config.mail.transport() else {
        return StatusCode::NOT_FOUND.into_response();
    };
    match folder.list().await {
        Ok(mails) => {
            let view = View::List(mails.into_iter().map(mail).collect());
            web.show(StatusCode::OK, page, &view)
        }
        Err(error) => unreadable(&error),
    }
}

pub async fn get_one(State(web): State<Web>, Path(file): Path<String>) -> Response {
    let (Transport::File(folder), Ok(id)) = (web.config.mail.transport(), file.parse()) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    match folder.read(id).await {
        Ok(Some(kept)) => {
            let view = View::One {
                mail: mail(kept.listed),
                text: kept.text,
            };
            let mut response = web.show(StatusCode::OK, page, &view);
            response.extensions_mut().insert(Framing::Frames);
            response
        }
        Ok(None) => StatusCode::NOT_FOUND.into_response(),
        Err(error) => unreadable(&error),
    }
}

/// The HTML part as a file of its own: no script runs in it and it loads nothing. Its logo came with it.
pub async fn get_html(State(web): State<Web>, Path(file): Path<String>) -> Response {
    let (Transport::File(folder), Ok(id)) = (web.config.mail.transport(), file.parse()) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    match folder.read(id).await {
        Ok(Some(kept)) => {
            let html = match kept.logo {
                None => kept.html,
                Some(png) => {
                    let inside = format!("data:image/png;base64,{}", STANDARD.encode(png));
                    kept.html.replace(&format!("cid:{LOGO_ID}"), &inside)
                }
            };
            let mut response = Html(html).into_response();
            response.extensions_mut().insert(Framing::Framed);
            response
        }
        Ok(None) => StatusCode::NOT_FOUND.into_response(),
        Err(error) => unreadable(&error),
    }
}

fn mail(listed: Listed) -> Mail {
    Mail {
        file: listed.id.to_string(),
        to: listed.to,
        subject: listed.subject,
        at: listed.written_at,
    }
}

fn unreadable(error: &std::io::Error) -> Response {
    tracing::error!(error = %error, "the folder of mails cannot be read");
    StatusCode::SERVICE_UNAVAILABLE.into_response()
}
