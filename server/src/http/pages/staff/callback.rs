//! `/staff/callback`: where the application is told of news. Managers alone come in.

use crate::http::error::PageError;
use crate::http::extract::Manager;
use app::pages::staff::callback::{Done, View, page};
use axum::Form;
use axum::extract::Query;
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
}

pub async fn post(manager: Manager, Form(fields): Form<Fields>) -> Result<Response, PageError> {
    match manager
        .services()
        .set_callback(manager.by, &fields.url)
        .await
    {
        Ok(Some(secret)) => shown(&manager, Some(Done::Secret(secret)), None).await,
        Ok(None) => Ok(Redirect::to("/staff/callback?done=saved").into_response()),
        Err(Failure::Refused(CallbackRefusal::Address(error))) => {
            shown(&manager, None, Some((fields.url, error))).await
        }
        Err(failure) => Err(failed(failure)),
    }
}

/// Answers the page itself: a redirect would have to carry the secret.
pub async fn post_secret(manager: Manager) -> Result<Response, PageError> {
    match manager.services().renew_callback_secret(manager.by).await {
        Ok(secret) => shown(&manager, Some(Done::Secret(secret)), None).await,
        Err(failure) => Err(failed(failure)),
    }
}

pub async fn post_ask(manager: Manager) -> Result<Response, PageError> {
    manager.services().ask_callback(manager.by).await?;
    Ok(Redirect::to("/staff/callback?done=asked").into_response())
}

pub async fn post_remove(manager: Manager) -> Result<Response, PageError> {
    manager.services().remove_callback(manager.by).await?;
    Ok(Redirect::to("/staff/callback").into_response())
}

fn failed(failure: Failure<CallbackRefusal>) -> PageError {
    match failure {
        Failure::Fault(fault) => fault.into(),
        Failure::Refused(CallbackRefusal::NotProven) => PageError::NotProven,
        Failure::Refused(_) => PageError::NotFound,
    }
}

async fn shown(
    manager: &Manager,
    done: Option<Done>,
    refused: Option<(String, AddressError)>,
) -> Result<Response, PageError> {
    let stored = manager.services().callback(manager.by).await?;
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
    Ok(manager.show(status, page, &view))
}
