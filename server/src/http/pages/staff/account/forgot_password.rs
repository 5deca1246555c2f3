//! `/staff/forgot-password`: has a link to a new password mailed, and says the same to everyone.

use crate::http::error::PageError;
use crate::http::web::{Web, retry_after};
use app::pages::staff::account::forgot_password::{AskProblem, View, page};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::Form;
use domain::policy;
use serde::Deserialize;
use service::{AskRejection, Failure, Source};

#[derive(Default, Deserialize)]
pub struct Fields {
    #[serde(default)]
    email: String,
}

pub async fn get(State(web): State<Web>) -> Result<Response, PageError> {
    if !web.sends_mail().await? {
        return Ok(shown(&web, StatusCode::OK, &View::NoMail));
    }
    Ok(asked(&web, &Fields::default(), None))
}

pub async fn get_sent(State(web): State<Web>) -> Response {
    shown(&web, StatusCode::OK, &View::Sent)
}

pub async fn post(
    State(web): State<Web>,
    source: Source,
    Form(fields): Form<Fields>,
) -> Result<Response, PageError> {
    if !web.sends_mail().await? {
        return Ok(shown(&web, StatusCode::SERVICE_UNAVAILABLE, &View::NoMail));
    }
    let asked_for = web.services.staff().forgot_password(&fields.email, &source);
    let problem = match asked_for.await {
        Ok(()) => return Ok(Redirect::to("/staff/forgot-password/sent").into_response()),
        Err(Failure::Rejected(AskRejection::Email(error))) => AskProblem::Email(error),
        Err(Failure::Rejected(AskRejection::SlowDown)) => AskProblem::SlowDown,
        Err(Failure::Internal(fault)) => {
            tracing::error!(error = %fault, "a link to a new password could not be mailed");
            AskProblem::Unavailable
        }
    };
    Ok(asked(&web, &fields, Some(problem)))
}

fn asked(web: &Web, fields: &Fields, problem: Option<AskProblem>) -> Response {
    let status = match problem {
        None => StatusCode::OK,
        Some(AskProblem::Email(_)) => StatusCode::UNPROCESSABLE_ENTITY,
        Some(AskProblem::SlowDown) => StatusCode::TOO_MANY_REQUESTS,
        Some(AskProblem::Unavailable) => StatusCode::SERVICE_UNAVAILABLE,
    };
    let view = View::Ask {
        email: fields.email.chars().take(policy::EMAIL_MAX * 2).collect(),
        problem,
    };
    let response = shown(web, status, &view);
    match problem {
        Some(AskProblem::SlowDown) => retry_after(policy::SIGN_IN_WINDOW, response),
        _ => response,
    }
}

fn shown(web: &Web, status: StatusCode, view: &View) -> Response {
    web.show(status, page, view)
}
