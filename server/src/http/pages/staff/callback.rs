//! `/staff/callback`: where the application is told of news. Managers alone come in.

use super::asked::{SeenField, status};
use super::manager::Manager;
use super::{frame, prove};
use crate::http::failed::Failed;
use crate::http::session::Visitor;
use crate::http::web::{Web, show};
use app::pages::staff::callback::{Done, Problem, View, ask_remove, ask_secret, page};
use axum::Form;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::policy;
use serde::Deserialize;
use service::{Callback, CallbackRefusal, Failure};

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
    #[serde(flatten)]
    seen: SeenField,
}

pub async fn post(
    State(web): State<Web>,
    visitor: Visitor,
    Form(fields): Form<Fields>,
) -> Result<Response, Response> {
    let manager = Manager::at(&web, &visitor).await?;
    let seen = fields.seen.seen();
    let set = web.services.set_callback(manager.by, &fields.url, &seen);
    let problem = match set.await {
        Ok(Some(secret)) => return shown(&web, &manager, Some(Done::Secret(secret)), None).await,
        Ok(None) => return Ok(Redirect::to("/staff/callback?done=saved").into_response()),
        Err(Failure::Refused(CallbackRefusal::Address(error))) => Problem::Address(error),
        Err(Failure::Refused(CallbackRefusal::ChangedMeanwhile)) => Problem::ChangedMeanwhile,
        Err(failure) => return Err(failed(failure)),
    };
    shown(&web, &manager, None, Some((fields.url, problem))).await
}

/// Asks first. Answers the page itself: a redirect would have to carry the secret.
pub async fn post_secret(
    State(web): State<Web>,
    visitor: Visitor,
    Form(field): Form<SeenField>,
) -> Result<Response, Response> {
    let manager = Manager::at(&web, &visitor).await?;
    if field.is_sent() {
        let seen = field.seen();
        let renewed = web.services.renew_callback_secret(manager.by, &seen);
        match renewed.await {
            Ok(secret) => return shown(&web, &manager, Some(Done::Secret(secret)), None).await,
            Err(Failure::Refused(CallbackRefusal::ChangedMeanwhile)) => {}
            Err(failure) => return Err(failed(failure)),
        }
    }
    match stored(&web, &manager).await? {
        Some(stored) => {
            let now = field.asked(web.services.callback_shown(Some(&stored)));
            let page = ask_secret(&frame(&web, &manager.staff), &stored.url, &now);
            Ok(show(status(&now), page))
        }
        None => Err(StatusCode::NOT_FOUND.into_response()),
    }
}

pub async fn post_ask(State(web): State<Web>, visitor: Visitor) -> Result<Response, Response> {
    let manager = Manager::at(&web, &visitor).await?;
    let asked = web.services.ask_callback(manager.by).await;
    asked.map_err(|fault| Failed::from(fault).into_response())?;
    Ok(Redirect::to("/staff/callback?done=asked").into_response())
}

/// Asks first. Where there is no address, it is as wanted.
pub async fn post_remove(
    State(web): State<Web>,
    visitor: Visitor,
    Form(field): Form<SeenField>,
) -> Result<Response, Response> {
    let manager = Manager::at(&web, &visitor).await?;
    let done = Redirect::to("/staff/callback").into_response();
    if field.is_sent() {
        let seen = field.seen();
        let removed = web.services.remove_callback(manager.by, &seen);
        match removed.await {
            Ok(()) => return Ok(done),
            Err(Failure::Refused(CallbackRefusal::ChangedMeanwhile)) => {}
            Err(failure) => return Err(failed(failure)),
        }
    }
    Ok(match stored(&web, &manager).await? {
        Some(stored) => {
            let now = field.asked(web.services.callback_shown(Some(&stored)));
            let page = ask_remove(&frame(&web, &manager.staff), &stored.url, &now);
            show(status(&now), page)
        }
        None => done,
    })
}

async fn stored(web: &Web, manager: &Manager) -> Result<Option<Callback>, Response> {
    let stored = web.services.callback(manager.by).await;
    stored.map_err(|fault| Failed::from(fault).into_response())
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
    refused: Option<(String, Problem)>,
) -> Result<Response, Response> {
    let stored = stored(web, manager).await?;
    let mut view = View {
        seen: web.services.callback_shown(stored.as_ref()).into_field(),
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
    if let Some((typed, problem)) = refused {
        status = match problem {
            Problem::ChangedMeanwhile => StatusCode::CONFLICT,
            Problem::Address(_) => StatusCode::UNPROCESSABLE_ENTITY,
        };
        view.stored = (problem == Problem::ChangedMeanwhile && view.called).then_some(view.url);
        view.url = typed.chars().take(policy::WEB_ADDRESS_MAX).collect();
        view.problem = Some(problem);
    }
    Ok(show(status, page(&frame(web, &manager.staff), &view)))
}
