//! `/staff/settings/logo`: a picture comes in, or goes. Managers alone.

use super::manager::Manager;
use super::settings;
use crate::http::failed::Failed;
use crate::http::session::Visitor;
use crate::http::web::Web;
use app::pages::staff::logo::{FILE, Problem};
use axum::Router;
use axum::extract::multipart::{Multipart, MultipartError};
use axum::extract::{DefaultBodyLimit, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::post;
use domain::policy;
use service::{Failure, LogoRefusal};

/// Far more than a logo may have, so that a file that is too large meets our words and not a broken line.
const BODY_MAX: usize = 64 * policy::LOGO_BYTES;

pub fn router() -> Router<Web> {
    Router::new()
        .route("/staff/settings/logo", post(post_logo))
        .layer(DefaultBodyLimit::max(BODY_MAX))
        .route("/staff/settings/logo/remove", post(post_remove))
}

pub async fn post_logo(
    State(web): State<Web>,
    visitor: Visitor,
    mut form: Multipart,
) -> Result<Response, Response> {
    let manager = Manager::at(&web, &visitor).await?;
    let problem = match file(&mut form).await {
        Err(error) if error.status() == StatusCode::PAYLOAD_TOO_LARGE => Problem::Heavy,
        Err(error) => return Err(error.into_response()),
        Ok(file) if file.is_empty() => Problem::NoFile,
        Ok(file) => match web.services.set_logo(manager.by, file).await {
            Ok(()) => return Ok(saved()),
            Err(Failure::Fault(fault)) => return Err(Failed::from(fault).into_response()),
            Err(Failure::Refused(LogoRefusal::NoPicture)) => Problem::NoPicture,
            Err(Failure::Refused(LogoRefusal::Heavy)) => Problem::Heavy,
            Err(Failure::Refused(LogoRefusal::Large)) => Problem::Large,
        },
    };
    settings::refused(&web, &manager, problem).await
}

/// The file's bytes: at most one more than a logo may have.
async fn file(form: &mut Multipart) -> Result<Vec<u8>, MultipartError> {
    let mut file = Vec::new();
    while let Some(mut field) = form.next_field().await? {
        if field.name() != Some(FILE) {
            continue;
        }
        while let Some(chunk) = field.chunk().await? {
            let room = (policy::LOGO_BYTES + 1).saturating_sub(file.len());
            file.extend_from_slice(&chunk[..chunk.len().min(room)]);
        }
    }
    Ok(file)
}

pub async fn post_remove(State(web): State<Web>, visitor: Visitor) -> Result<Response, Response> {
    let manager = Manager::at(&web, &visitor).await?;
    match web.services.remove_logo(manager.by).await {
        Ok(()) => Ok(saved()),
        Err(fault) => Err(Failed::from(fault).into_response()),
    }
}

fn saved() -> Response {
    Redirect::to("/staff/settings?saved=yes").into_response()
}
