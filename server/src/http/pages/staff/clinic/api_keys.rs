//! `/staff/keys`: the application's bearer keys. Managers alone come in.

use crate::http::error::{OrInternal, PageError};
use crate::http::extract::Manager;
use crate::http::pages::staff::asked::{SeenField, status};
use crate::http::web::show;
use app::pages::staff::clinic::api_keys::{View, ask, page};
use axum::Form;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::ids::ApiKeyId;
use serde::Deserialize;
use service::ApplicationRejection;

pub async fn get(manager: Manager) -> Result<Response, PageError> {
    shown(&manager, None).await
}

/// Answers the page itself: a redirect would have to carry the key.
pub async fn post(manager: Manager) -> Result<Response, PageError> {
    match manager
        .services()
        .applications()
        .add_api_key(manager.by, false)
        .await
        .or_internal()?
    {
        Ok(key) => shown(&manager, Some(key)).await,
        Err(ApplicationRejection::NotProven) => Err(PageError::NotProven),
        Err(_) => Err(StatusCode::FORBIDDEN.into_response().into()),
    }
}

#[derive(Deserialize)]
pub struct Fields {
    #[serde(default)]
    key: String,
    #[serde(flatten)]
    seen: SeenField,
}

/// Asks first. A key that is gone is as wanted.
pub async fn post_revoke(
    manager: Manager,
    Form(fields): Form<Fields>,
) -> Result<Response, PageError> {
    let done = Redirect::to("/staff/keys").into_response();
    let Ok(id) = fields.key.parse::<ApiKeyId>() else {
        return Ok(done);
    };
    if fields.seen.is_sent() {
        let seen = fields.seen.seen();
        let revoked = manager
            .services()
            .applications()
            .revoke_api_key(manager.by, id, &seen)
            .await
            .or_internal()?;
        if revoked.is_ok() {
            return Ok(done);
        }
    }
    let keys = manager
        .services()
        .applications()
        .api_keys(manager.by)
        .await?;
    Ok(match keys.into_iter().find(|(key, _)| *key == id) {
        Some((id, made_at)) => {
            let now = manager.services().applications().api_key_shown(id, made_at);
            let shown = fields.seen.asked(now);
            let page = ask(&manager.frame(), id, made_at, &shown);
            show(status(&shown), page)
        }
        None => done,
    })
}

async fn shown(manager: &Manager, made: Option<String>) -> Result<Response, PageError> {
    let keys = manager
        .services()
        .applications()
        .api_keys(manager.by)
        .await?;
    let page = page(&manager.frame(), &View { keys, made });
    Ok(show(StatusCode::OK, page))
}
