//! `/staff/keys`: the application's bearer keys. Managers alone come in.

use super::manager::Manager;
use super::{frame, prove};
use crate::http::failed::Failed;
use crate::http::session::Visitor;
use crate::http::web::{Web, show};
use app::pages::staff::api_keys::{View, ask, page};
use axum::Form;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::ids::ApiKeyId;
use serde::Deserialize;
use service::{ApplicationRefusal, Failure};

pub async fn get(State(web): State<Web>, visitor: Visitor) -> Result<Response, Response> {
    let manager = Manager::at(&web, &visitor).await?;
    shown(&web, &manager, None).await
}

/// Answers the page itself: a redirect would have to carry the key.
pub async fn post(State(web): State<Web>, visitor: Visitor) -> Result<Response, Response> {
    let manager = Manager::at(&web, &visitor).await?;
    match web.services.add_api_key(manager.by, false).await {
        Ok(key) => shown(&web, &manager, Some(key)).await,
        Err(Failure::Fault(fault)) => Err(Failed::from(fault).into_response()),
        Err(Failure::Refused(ApplicationRefusal::NotProven)) => Err(prove::wanted()),
        Err(Failure::Refused(_)) => Err(StatusCode::FORBIDDEN.into_response()),
    }
}

#[derive(Deserialize)]
pub struct Fields {
    #[serde(default)]
    key: String,
    #[serde(default)]
    confirmed: String,
}

/// Asks first. A key that is gone is as wanted.
pub async fn post_revoke(
    State(web): State<Web>,
    visitor: Visitor,
    Form(fields): Form<Fields>,
) -> Result<Response, Response> {
    let manager = Manager::at(&web, &visitor).await?;
    let failed = |fault| Failed::from(fault).into_response();
    let done = Redirect::to("/staff/keys").into_response();
    let Ok(id) = fields.key.parse::<ApiKeyId>() else {
        return Ok(done);
    };
    if fields.confirmed == "yes" {
        let revoked = web.services.revoke_api_key(manager.by, id).await;
        revoked.map_err(failed)?;
        return Ok(done);
    }
    let keys = web.services.api_keys(manager.by).await.map_err(failed)?;
    Ok(match keys.into_iter().find(|(key, _)| *key == id) {
        Some((id, made_at)) => {
            let page = ask(&frame(&web, &manager.staff), id, made_at);
            show(StatusCode::OK, page)
        }
        None => done,
    })
}

async fn shown(web: &Web, manager: &Manager, made: Option<String>) -> Result<Response, Response> {
    let keys = web.services.api_keys(manager.by).await;
    let keys = keys.map_err(|fault| Failed::from(fault).into_response())?;
    let page = page(&frame(web, &manager.staff), &View { keys, made });
    Ok(show(StatusCode::OK, page))
}
