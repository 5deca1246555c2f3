//! `/dev/mailbox`: mails kept as files, for development on this machine alone.

use crate::http::web::Web;
use app::pages::account::mailbox::{Mail, View, page};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use service::mail::{Listed, Transport};

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
            web.show(StatusCode::OK, page, &view)
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
