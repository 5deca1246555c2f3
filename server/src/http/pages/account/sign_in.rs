//! `/sign-in`.

use super::{next, waiting_clinic};
use crate::http::client_address::ClientAddress;
use crate::http::failed::{Failed, RETRY_AFTER_SECONDS};
use crate::http::session::{SignedIn, Visitor};
use crate::http::web::{Web, minutes_until, show};
use crate::service::{Failure, SignInRefusal};
use app::domain::ids::PersonId;
use app::domain::policy;
use app::pages::account::sign_in::{Problem, View, page};
use axum::Extension;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::Form;
use serde::Deserialize;

#[derive(Deserialize)]
pub struct Fields {
    #[serde(default)]
    email: String,
    #[serde(default)]
    password: String,
}

pub async fn get(State(web): State<Web>, visitor: Visitor) -> Result<Response, Failed> {
    if visitor.visit.person.is_some() {
        return Ok(Redirect::to(next(&visitor)).into_response());
    }
    let view = View {
        clinic: waiting_clinic(&web, &visitor).await?,
        email: String::new(),
        problems: Vec::new(),
    };
    Ok(show(StatusCode::OK, page(&web.frame(&visitor), &view)))
}

pub async fn post(
    State(web): State<Web>,
    Extension(from): Extension<ClientAddress>,
    mut visitor: Visitor,
    Form(fields): Form<Fields>,
) -> Result<Response, Failed> {
    let mut problems = Vec::new();
    if fields.email.trim().is_empty() {
        problems.push(Problem::NoEmail);
    }
    if fields.password.is_empty() {
        problems.push(Problem::NoPassword);
    }
    let mut status = StatusCode::UNPROCESSABLE_ENTITY;
    if problems.is_empty() {
        match web
            .services
            .sign_in(&fields.email, &fields.password, &from.limiter_key())
            .await
        {
            Ok(person) => {
                signed_in(&web, &mut visitor, person).await?;
                return Ok(Redirect::to(next(&visitor)).into_response());
            }
            Err(Failure::Refused(SignInRefusal::WrongPair)) => problems.push(Problem::Wrong),
            Err(Failure::Refused(SignInRefusal::Locked { until })) => {
                status = StatusCode::TOO_MANY_REQUESTS;
                let minutes = minutes_until(web.services.ports().now(), until);
                problems.push(Problem::Locked { minutes });
            }
            Err(Failure::Fault(fault)) => {
                tracing::error!(error = %fault, "a sign-in could not be evaluated");
                status = StatusCode::SERVICE_UNAVAILABLE;
                problems.push(Problem::Unavailable);
            }
        }
    }
    let view = View {
        clinic: waiting_clinic(&web, &visitor).await.unwrap_or_default(),
        email: fields.email.chars().take(policy::EMAIL_MAX).collect(),
        problems,
    };
    let page = show(status, page(&web.frame(&visitor), &view));
    Ok(match status {
        StatusCode::UNPROCESSABLE_ENTITY => page,
        _ => ([(header::RETRY_AFTER, RETRY_AFTER_SECONDS)], page).into_response(),
    })
}

/// Signing in changes the session's id; the way to a clinic goes on in it.
pub(super) async fn signed_in(
    web: &Web,
    visitor: &mut Visitor,
    id: PersonId,
) -> Result<(), Failed> {
    let person = web.services.person(id).await?;
    visitor.visit.person = person.map(|person| SignedIn {
        id,
        name: person.name,
    });
    visitor.visit.sign_up = None;
    visitor.renew().await
}
