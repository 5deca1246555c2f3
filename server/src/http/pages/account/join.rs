//! `/account/join`: from the mailed link to looking after a record. The session keeps which invitation it is, so that
//! someone may sign in or create an account meanwhile.

use crate::http::error::{OrInternal, PageError};
use crate::http::extract::Patient;
use crate::http::pages::over;
use crate::http::session::SessionHandle;
use crate::http::web::{Web, show};
use app::pages::account::join::{self, Problem, View, page};
use app::pages::patient::trouble::Begin;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::Form;
use serde::Deserialize;
use service::JoinRejection;

pub async fn get_link(
    State(web): State<Web>,
    mut session: SessionHandle,
    Path(token): Path<String>,
) -> Result<Response, PageError> {
    let found = web.services.records().custodian_invitation(&token).await?;
    let Some(invitation) = found else {
        return Ok(show(StatusCode::GONE, join::over(&web.frame(&session))));
    };
    session.data.joining = Some(invitation);
    session.keep().await?;
    let next = match session.data.person {
        Some(_) => "/account/join",
        None => "/sign-in",
    };
    Ok(Redirect::to(next).into_response())
}

pub async fn get(patient: Patient) -> Result<Response, PageError> {
    shown(&patient, String::new(), None).await
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Fields {
    digits: String,
    relation: String,
    decision: String,
}

pub async fn post(patient: Patient, Form(fields): Form<Fields>) -> Result<Response, PageError> {
    let Some(invitation) = patient.session.data.joining else {
        return Ok(Redirect::to("/account").into_response());
    };
    if fields.decision == "leave" {
        return forgotten(patient, "/account").await;
    }
    let (digits, relation) = (&fields.digits, &fields.relation);
    let joined = patient
        .services()
        .records()
        .join_record(patient.who, invitation, digits, relation)
        .await;
    let problem = match joined.or_internal()? {
        Ok(record) => return forgotten(patient, &format!("/account/records/{record}")).await,
        Err(JoinRejection::SignedOut) => return Err(over::redirect(Begin::SignIn)),
        Err(JoinRejection::Over) => return gone(patient).await,
        Err(JoinRejection::NotDigits) => Problem::NotDigits,
        Err(JoinRejection::NoRelation) => Problem::NoRelation,
        Err(JoinRejection::Wrong { left }) => Problem::Wrong { left },
        Err(JoinRejection::TooMany) => Problem::TooMany,
    };
    shown(&patient, fields.relation, Some(problem)).await
}

async fn shown(
    patient: &Patient,
    relation: String,
    problem: Option<Problem>,
) -> Result<Response, PageError> {
    let Some(invitation) = patient.session.data.joining else {
        return Ok(Redirect::to("/account").into_response());
    };
    let by = patient.services().records().invited_by(invitation).await?;
    let Some(by) = by else {
        return Ok(show(StatusCode::GONE, join::over(&patient.frame())));
    };
    let view = View {
        by: by.name,
        relation,
        problem,
    };
    let status = match problem {
        None => StatusCode::OK,
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
    };
    Ok(patient.show(status, page, &view))
}

async fn gone(mut patient: Patient) -> Result<Response, PageError> {
    patient.session.data.joining = None;
    patient.session.keep().await?;
    Ok(show(StatusCode::GONE, join::over(&patient.frame())))
}

async fn forgotten(mut patient: Patient, next: &str) -> Result<Response, PageError> {
    patient.session.data.joining = None;
    patient.session.keep().await?;
    Ok(Redirect::to(next).into_response())
}
