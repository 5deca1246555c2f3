//! `/staff/callback`: where the application is told of news. Managers alone come in.

use super::manager::Manager;
use super::{frame, prove};
use crate::http::failed::Failed;
use crate::http::session::Visitor;
use crate::http::web::{Web, show};
use app::pages::staff::callback::{Done, View, page};
use axum::Form;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::policy;
use domain::text::AddressError;
use serde::Deserialize;
use service::{CallbackRefusal, Failure};

#[derive(Deserialize)]
pub struct Flags {
    #[serde(default)]
    done: String,
}

pub async fn get(
    State(web): State<Web>,
    visitor: Visitor,
    Query(flags): Query<Flags>,
) -> Result<Response, Response> {
    let manager = Manager::at(&web, &visitor).await?;
    let done = match flags.done.as_str() {
        "saved" => Some(Done::Saved),
        "asked" => Some(Done::Asked),
        _ => None,
    };
    shown(&web, &manager, done, None).await
}

#[derive(Deserialize)]
pub struct Fields {
    #[serde(default)]
    url: String,
}

pub async fn post(
    State(web): State<Web>,
    visitor: Visitor,
    Form(fields): Form<Fields>,
) -> Result<Response, Response> {
    let manager = Manager::at(&web, &visitor).await?;
    match web.services.set_callback(manager.by, &fields.url).await {
        Ok(Some(secret)) => shown(&web, &manager, Some(Done::Secret(secret)), None).await,
        Ok(None) => Ok(Redirect::to("/staff/callback?done=saved").into_response()),
        Err(Failure::Refused(CallbackRefusal::Address(error))) => {
            shown(&web, &manager, None, Some((fields.url, error))).await
        }
        Err(failure) => Err(failed(failure)),
    }
}

/// Answers the page itself: a redirect would have to carry the secret.
pub async fn post_secret(State(web): State<Web>, visitor: Visitor) -> Result<Response, Response> {
    let manager = Manager::at(&web, &visitor).await?;
    match web.services.renew_callback_secret(manager.by).await {
        Ok(secret) => shown(&web, &manager, Some(Done::Secret(secret)), None).await,
        Err(failure) => Err(failed(failure)),
    }
}

pub async fn post_ask(State(web): State<Web>, visitor: Visitor) -> Result<Response, Response> {
    let manager = Manager::at(&web, &visitor).await?;
    let asked = web.services.ask_callback(manager.by).await;
    asked.map_err(|fault| Failed::from(fault).into_response())?;
    Ok(Redirect::to("/staff/callback?done=asked").into_response())
}

pub async fn post_remove(State(web): State<Web>, visitor: Visitor) -> Result<Response, Response> {
    let manager = Manager::at(&web, &visitor).await?;
    let removed = web.services.remove_callback(manager.by).await;
    removed.map_err(|fault| Failed::from(fault).into_response())?;
    Ok(Redirect::to("/staff/callback").into_response())
}

fn failed(failure: Failure<CallbackRefusal>) -> Response {
    match failure {
        Failure::Fault(fault) => Failed::from(fault).into_response(),
        Failure::Refused(CallbackRefusal::NotProven) => prove::wanted(),
        Failure::Refused(_) => StatusCode::NOT_FOUND.into_response(),
    }
}

async fn shown(
    web: &Web,
    manager: &Manager,
    done: Option<Done>,
    refused: Option<(String, AddressError)>,
) -> Result<Response, Response> {
    let stored = web.services.callback(manager.by).await;
    let stored = stored.map_err(|fault| Failed::from(fault).into_response())?;
    let mut view = View {
        done,
        ..View::default()
    };
    if let Some(stored) = stored {
        view.called = true;
        view.last = stored.last;
        view.next_at = stored.behind.then_some(stored.next_at);
        view.url = stored.url;
    }
    let mut status = StatusCode::OK;
    if let Some((typed, error)) = refused {
        status = StatusCode::UNPROCESSABLE_ENTITY;
        view.url = typed.chars().take(policy::WEB_ADDRESS_MAX).collect();
        view.problem = Some(error);
    }
    Ok(show(status, page(&frame(web, &manager.staff), &view)))
}
