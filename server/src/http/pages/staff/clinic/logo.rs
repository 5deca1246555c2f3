//! `/staff/settings/logo`: a picture comes in, or goes. Managers alone.

use super::settings;
use crate::http::error::{OrInternal, PageError};
use crate::http::extract::Manager;
use app::pages::staff::clinic::logo::{FILE, Problem};
use axum::extract::multipart::{Multipart, MultipartError};
use axum::http::StatusCode;
use axum::response::Response;
use domain::application::Section;
use domain::policy;
use service::LogoRejection;

/// Far more than a logo may have, so that a file that is too large meets our words and not a broken line.
pub const BODY_MAX: usize = 64 * policy::LOGO_BYTES;

pub async fn post_logo(manager: Manager, mut form: Multipart) -> Result<Response, PageError> {
    let problem = match file(&mut form).await {
        Err(error) if error.status() == StatusCode::PAYLOAD_TOO_LARGE => Problem::Heavy,
        Err(error) => return Err(error.into()),
        Ok(file) if file.is_empty() => Problem::NoFile,
        Ok(file) => match manager
            .services()
            .applications()
            .set_logo(manager.by, file)
            .await
            .or_internal()?
        {
            Ok(()) => return Ok(settings::saved(Section::Looks)),
            Err(LogoRejection::NoPicture) => Problem::NoPicture,
            Err(LogoRejection::Heavy) => Problem::Heavy,
            Err(LogoRejection::Large) => Problem::Large,
        },
    };
    settings::refused(&manager, problem).await
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

pub async fn post_remove(manager: Manager) -> Result<Response, PageError> {
    match manager
        .services()
        .applications()
        .remove_logo(manager.by)
        .await
    {
        Ok(()) => Ok(settings::saved(Section::Looks)),
        Err(fault) => Err(fault.into()),
    }
}
