//! `/staff/sign-in`, and signing out.

use super::context;
use crate::http::client_address::ClientAddress;
use crate::http::failed::{Failed, RETRY_AFTER_SECONDS};
use crate::http::session::Visitor;
use crate::http::web::{Web, minutes_until, show};
use crate::service::{Failure, SignInRefusal};
use app::domain::policy;
use app::pages::staff::sign_in::{Problem, View, page};
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
    if context(&web, &visitor).await?.is_some() {
        return Ok(Redirect::to("/staff/requests").into_response());
    }
    let view = View {
        email: String::new(),
        problems: Vec::new(),
    };
    Ok(show(StatusCode::OK, page(&web.bare_frame(), &view)))
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
            .sign_in_staff(&fields.email, &fields.password, &from.limiter_key())
            .await
        {
            Ok(staff) => {
                visitor.visit.staff = Some(staff);
                visitor.renew().await?;
                return Ok(Redirect::to("/staff/requests").into_response());
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
        email: fields.email.chars().take(policy::EMAIL_MAX).collect(),
        problems,
    };
    let page = show(status, page(&web.bare_frame(), &view));
    Ok(match status {
        StatusCode::UNPROCESSABLE_ENTITY => page,
        _ => ([(header::RETRY_AFTER, RETRY_AFTER_SECONDS)], page).into_response(),
    })
}

pub async fn post_sign_out(State(web): State<Web>, visitor: Visitor) -> Result<Redirect, Failed> {
    if let Some(staff) = context(&web, &visitor).await? {
        web.services.sign_out_staff(&staff).await?;
    }
    visitor.end().await?;
    Ok(Redirect::to("/staff/sign-in"))
}
