//! `/staff/key-sets`: the public keys of the clinic's system, for tokens of the FHIR API. Managers alone come in.

use crate::http::error::{OrInternal, PageError};
use crate::http::extract::Manager;
use crate::http::fhir::BASE;
use crate::http::pages::staff::asked::{SeenField, status};
use crate::http::web::show;
use app::pages::staff::clinic::key_sets::{KeySet, Problem, View, ask, page};
use axum::Form;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::policy;
use serde::Deserialize;
use service::secrets::KeySetFault;
use service::{self, KeySetRejection, NewKeySet};
use uuid::Uuid;

#[derive(Deserialize)]
pub struct Flags {
    #[serde(default)]
    saved: String,
}

pub async fn get(manager: Manager, Query(flags): Query<Flags>) -> Result<Response, PageError> {
    let view = View {
        saved: !flags.saved.is_empty(),
        ..View::default()
    };
    shown(&manager, view).await
}

/// One of both forms.
#[derive(Deserialize)]
pub struct Fields {
    url: Option<String>,
    #[serde(default)]
    keys: String,
}

pub async fn post(manager: Manager, Form(fields): Form<Fields>) -> Result<Response, PageError> {
    let new = match &fields.url {
        Some(url) => NewKeySet::Url(url),
        None => NewKeySet::Text(&fields.keys),
    };
    let added = manager
        .services()
        .applications()
        .add_key_set(manager.by, new)
        .await
        .or_internal()?;
    let problem = match added {
        Ok(_) => return Ok(saved()),
        Err(KeySetRejection::NotProven) => return Err(PageError::NotProven),
        Err(KeySetRejection::Address(error)) => Problem::Address(error),
        Err(KeySetRejection::Keys(fault)) => match fault {
            KeySetFault::Unreadable => Problem::Unreadable,
            KeySetFault::TooManyKeys => Problem::TooManyKeys,
            KeySetFault::Private => Problem::Private,
            KeySetFault::NoKey => Problem::NoKey,
        },
        Err(KeySetRejection::TooMany) => Problem::TooMany {
            max: policy::KEY_SETS,
        },
        Err(
            KeySetRejection::NoSuchApplication
            | KeySetRejection::NoSuchKeySet
            | KeySetRejection::ChangedMeanwhile,
        ) => return Err(PageError::NotFound),
    };
    // A private key is not sent back to a screen.
    let keys = match problem {
        Problem::Private => String::new(),
        _ => fields.keys,
    };
    let view = View {
        url: fields
            .url
            .unwrap_or_default()
            .chars()
            .take(policy::WEB_ADDRESS_MAX)
            .collect(),
        keys,
        problem: Some(problem),
        ..View::default()
    };
    shown(&manager, view).await
}

#[derive(Deserialize)]
pub struct RemoveForm {
    #[serde(default)]
    key_set: String,
    #[serde(flatten)]
    seen: SeenField,
}

/// Asks first. A set that is gone is as wanted.
pub async fn post_remove(
    manager: Manager,
    Form(form): Form<RemoveForm>,
) -> Result<Response, PageError> {
    let Ok(id) = form.key_set.parse::<Uuid>() else {
        return Ok(saved());
    };
    let applications = manager.services().applications();
    if form.seen.is_sent() {
        let seen = form.seen.seen();
        let removed = applications
            .remove_key_set(manager.by, id, Some(&seen))
            .await
            .or_internal()?;
        if removed.is_ok() {
            return Ok(saved());
        }
    }
    let sets = applications.key_sets(manager.by).await?;
    Ok(match sets.into_iter().find(|set| set.id == id) {
        Some(set) => {
            let shown = form.seen.asked(applications.key_set_shown(&set));
            let page = ask(&manager.frame(), &listed(set), &shown);
            show(status(&shown), page)
        }
        None => saved(),
    })
}

fn saved() -> Response {
    Redirect::to("/staff/key-sets?saved=yes").into_response()
}

fn listed(set: service::KeySet) -> KeySet {
    KeySet {
        id: set.id,
        url: set.url,
        made_at: set.made_at.into(),
    }
}

async fn shown(manager: &Manager, view: View) -> Result<Response, PageError> {
    let applications = manager.services().applications();
    let application = applications.own(manager.by).await?;
    let sets = applications.key_sets(manager.by).await?;
    let view = View {
        sets: sets.into_iter().map(listed).collect(),
        token_url: applications.token_url(),
        client_id: application.id.to_string(),
        fhir_url: format!("{}{BASE}", manager.services().public_url()),
        ..view
    };
    let status = match view.problem {
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
        None => StatusCode::OK,
    };
    Ok(manager.show(status, page, &view))
}
