//! `/account/download` and `/account/delete`.

use crate::http::error::{OrInternal, PageError};
use crate::http::extract::Patient;
use crate::http::headers::Sandboxed;
use crate::http::pages::over;
use crate::http::pages::sign_in::Refused;
use app::pages::account::leaving::{self, Delete, Download};
use app::pages::account::sign_in;
use app::pages::patient::trouble::Begin;
use axum::Extension;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::Form;
use domain::policy;
use serde::Deserialize;
use service::{DetailsRejection, DownloadRejection, DownloadState, Source};

pub async fn get_download(patient: Patient) -> Result<Response, PageError> {
    let found = patient
        .services()
        .leaving()
        .download(patient.person)
        .await?;
    let view = found.map_or(Download::None, |found| match found.state {
        DownloadState::Running => Download::Running,
        DownloadState::Failed => Download::Failed,
        DownloadState::Ready => Download::Ready {
            until: found.expires_at,
        },
    });
    Ok(patient.show(StatusCode::OK, leaving::download, &view))
}

pub async fn post_download(patient: Patient) -> Result<Response, PageError> {
    let asked = patient
        .services()
        .leaving()
        .ask_for_download(patient.who)
        .await;
    match asked.or_internal()? {
        Ok(()) => Ok(Redirect::to("/account/download").into_response()),
        Err(DownloadRejection::SignedOut) => Err(over::redirect(Begin::SignIn)),
        Err(DownloadRejection::TooMany) => Ok(patient.show(
            StatusCode::TOO_MANY_REQUESTS,
            leaving::download,
            &Download::TooMany,
        )),
    }
}

pub async fn get_file(patient: Patient) -> Result<Response, PageError> {
    let Some(file) = patient
        .services()
        .leaving()
        .take_download(patient.who)
        .await?
    else {
        return Ok(Redirect::to("/account/download").into_response());
    };
    let headers = [
        (header::CONTENT_TYPE, "application/zip"),
        (
            header::CONTENT_DISPOSITION,
            "attachment; filename=\"patient-connect.zip\"",
        ),
    ];
    Ok((headers, Extension(Sandboxed), file).into_response())
}

#[derive(Deserialize)]
pub struct Fields {
    #[serde(default)]
    password: String,
}

pub async fn get_delete(patient: Patient) -> Response {
    let page = leaving::delete(&patient.frame(), &question(&patient, None));
    crate::http::web::show(StatusCode::OK, page)
}

fn question(patient: &Patient, problem: Option<sign_in::Problem>) -> Delete {
    Delete {
        at: patient.services().ports().now() + policy::ACCOUNT_END,
        problem,
    }
}

pub async fn post_delete(
    patient: Patient,
    source: Source,
    Form(fields): Form<Fields>,
) -> Result<Response, PageError> {
    let refused = if fields.password.is_empty() {
        Refused::incomplete(vec![sign_in::Problem::NoPassword])
    } else {
        let deleted = patient
            .services()
            .leaving()
            .delete_account(patient.who, &fields.password, &source)
            .await;
        match deleted.or_internal()? {
            Ok(()) => return Ok(Redirect::to("/account").into_response()),
            Err(DetailsRejection::Old(refusal)) => Refused::of(&patient.web, refusal),
            Err(_) => return Err(over::redirect(Begin::SignIn)),
        }
    };
    let view = question(&patient, refused.problems.first().copied());
    let page = leaving::delete(&patient.frame(), &view);
    Ok(refused.shown(&patient.web, page))
}

pub async fn post_keep(patient: Patient) -> Result<Redirect, PageError> {
    patient
        .services()
        .leaving()
        .keep_account(patient.who)
        .await?;
    Ok(Redirect::to("/account"))
}
