//! `/staff/callback`: where the application is told of news. Managers alone come in.

use crate::http::error::PageError;
use crate::http::extract::Manager;
use crate::http::pages::staff::asked::{SeenField, status};
use crate::http::web::show;
use app::pages::staff::clinic::callback::{Done, Problem, View, ask_remove, ask_secret, page};
use axum::Form;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::policy;
use serde::Deserialize;
use service::{CallbackRejection, Failure};

#[derive(Deserialize)]
pub struct Flags {
    #[serde(default)]
    done: String,
}

pub async fn get(manager: Manager, Query(flags): Query<Flags>) -> Result<Response, PageError> {
    let done = match flags.done.as_str() {
        "saved" => Some(Done::Saved),
        "asked" => Some(Done::Asked),
        _ => None,
    };
    shown(&manager, done, None).await
}

#[derive(Deserialize)]
pub struct Fields {
    #[serde(default)]
    url: String,
    #[serde(flatten)]
    seen: SeenField,
}

pub async fn post(manager: Manager, Form(fields): Form<Fields>) -> Result<Response, PageError> {
    let seen = fields.seen.seen();
    let set = manager
        .services()
        .applications()
        .set_callback(manager.by, &fields.url, &seen);
    let problem = match set.await {
        Ok(Some(secret)) => return shown(&manager, Some(Done::Secret(secret)), None).await,
        Ok(None) => return Ok(Redirect::to("/staff/callback?done=saved").into_response()),
        Err(Failure::Rejected(CallbackRejection::Address(error))) => Problem::Address(error),
        Err(Failure::Rejected(CallbackRejection::ChangedMeanwhile)) => Problem::ChangedMeanwhile,
        Err(failure) => return Err(failed(failure)),
    };
    shown(&manager, None, Some((fields.url, problem))).await
}

/// Asks first. Answers the page itself: a redirect would have to carry the secret.
pub async fn post_secret(
    manager: Manager,
    Form(field): Form<SeenField>,
) -> Result<Response, PageError> {
    if field.is_sent() {
        let seen = field.seen();
        let renewed = manager
            .services()
            .applications()
            .renew_callback_secret(manager.by, &seen);
        match renewed.await {
            Ok(secret) => return shown(&manager, Some(Done::Secret(secret)), None).await,
            Err(Failure::Rejected(CallbackRejection::ChangedMeanwhile)) => {}
            Err(failure) => return Err(failed(failure)),
        }
    }
    match manager
        .services()
        .applications()
        .callback(manager.by)
        .await?
    {
        Some(stored) => {
            let now = field.asked(
                manager
                    .services()
                    .applications()
                    .callback_shown(Some(&stored)),
            );
            let page = ask_secret(&manager.frame(), &stored.url, &now);
            Ok(show(status(&now), page))
        }
        None => Err(PageError::NotFound),
    }
}

pub async fn post_ask(manager: Manager) -> Result<Response, PageError> {
    manager
        .services()
        .applications()
        .ask_callback(manager.by)
        .await?;
    Ok(Redirect::to("/staff/callback?done=asked").into_response())
}

/// Asks first. Where there is no address, it is as wanted.
pub async fn post_remove(
    manager: Manager,
    Form(field): Form<SeenField>,
) -> Result<Response, PageError> {
    let done = Redirect::to("/staff/callback").into_response();
    if field.is_sent() {
        let seen = field.seen();
        match manager
            .services()
            .applications()
            .remove_callback(manager.by, &seen)
            .await
        {
            Ok(()) => return Ok(done),
            Err(Failure::Rejected(CallbackRejection::ChangedMeanwhile)) => {}
            Err(failure) => return Err(failed(failure)),
        }
    }
    Ok(
        match manager
            .services()
            .applications()
            .callback(manager.by)
            .await?
        {
            Some(stored) => {
                let now = field.asked(
                    manager
                        .services()
                        .applications()
                        .callback_shown(Some(&stored)),
                );
                let page = ask_remove(&manager.frame(), &stored.url, &now);
                show(status(&now), page)
            }
            None => done,
        },
    )
}

fn failed(failure: Failure<CallbackRejection>) -> PageError {
    match failure {
        Failure::Internal(fault) => fault.into(),
        Failure::Rejected(CallbackRejection::NotProven) => PageError::NotProven,
        Failure::Rejected(_) => PageError::NotFound,
    }
}

async fn shown(
    manager: &Manager,
    done: Option<Done>,
    refused: Option<(String, Problem)>,
) -> Result<Response, PageError> {
    let stored = manager
        .services()
        .applications()
        .callback(manager.by)
        .await?;
    let mut view = View {
        seen: manager
            .services()
            .applications()
            .callback_shown(stored.as_ref())
            .into_field(),
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
    Ok(manager.show(status, page, &view))
}
