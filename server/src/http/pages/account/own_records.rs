//! `/account/records`: the person makes records, renames them, and removes one that is empty.

use crate::http::error::{OrInternal, PageError};
use crate::http::extract::{PathId, Patient};
use crate::http::pages::over;
use app::pages::account::ask::{self, Question};
use app::pages::account::records::{Form, Line, List, Problem, form, list};
use app::pages::patient::trouble::Begin;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::Form as Sent;
use domain::ids::RecordId;
use domain::policy;
use domain::record::Record;
use serde::Deserialize;
use service::{OwnRecordRejection, RecordDraft, RecordProblem, Seen};
use words::t;

#[derive(Default, Deserialize)]
pub struct Fields {
    #[serde(default)]
    name: String,
    #[serde(default)]
    relation: String,
    #[serde(default)]
    birth_year: String,
    #[serde(default)]
    seen: String,
}

impl Fields {
    fn draft(&self) -> RecordDraft {
        RecordDraft {
            name: self.name.clone(),
            relation: self.relation.clone(),
            birth_year: self.birth_year.clone(),
        }
    }
}

pub async fn get_list(patient: Patient) -> Result<Response, PageError> {
    let Some(home) = patient.services().records().home(patient.person).await? else {
        return Err(over::redirect(Begin::SignIn));
    };
    let line = |one: service::HomeRecord| Line {
        removable: one.connections.is_empty(),
        id: one.record.id,
        name: one.record.name,
        about: one.record.about,
    };
    let view = List {
        records: home.records.into_iter().map(line).collect(),
    };
    Ok(patient.show(StatusCode::OK, list, &view))
}

pub async fn get_new(patient: Patient) -> Response {
    patient.show(StatusCode::OK, form, &Form::default())
}

pub async fn post_new(patient: Patient, Sent(fields): Sent<Fields>) -> Result<Response, PageError> {
    let draft = fields.draft();
    let made = patient
        .services()
        .records()
        .make_record(patient.who, &draft)
        .await;
    match made.or_internal()? {
        Ok(id) => Ok(Redirect::to(&format!("/account/records/{id}")).into_response()),
        Err(refusal) => {
            let problems = problems(refusal)?;
            let view = shown(None, &draft, String::new(), problems);
            Ok(patient.show(StatusCode::UNPROCESSABLE_ENTITY, form, &view))
        }
    }
}

pub async fn get_change(
    patient: Patient,
    PathId(id): PathId<RecordId>,
) -> Result<Response, PageError> {
    let (record, in_use) = found(&patient, id).await?;
    let seen = patient.services().records().record_shown(&record, in_use);
    let draft = RecordDraft::of(&record);
    let view = shown(Some(id), &draft, seen.into_field(), Vec::new());
    Ok(patient.show(StatusCode::OK, form, &view))
}

pub async fn post_change(
    patient: Patient,
    PathId(id): PathId<RecordId>,
    Sent(fields): Sent<Fields>,
) -> Result<Response, PageError> {
    let (draft, seen) = (fields.draft(), Seen::sent(&fields.seen));
    let changed = patient
        .services()
        .records()
        .change_own_record(patient.who, id, &draft, &seen)
        .await;
    let refusal = match changed.or_internal()? {
        Ok(()) => return Ok(Redirect::to("/account").into_response()),
        Err(refusal) => refusal,
    };
    let status = match refusal {
        OwnRecordRejection::Changed => StatusCode::CONFLICT,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let problems = problems(refusal)?;
    let (record, in_use) = found(&patient, id).await?;
    let now = patient.services().records().record_shown(&record, in_use);
    let view = shown(Some(id), &draft, now.into_field(), problems);
    Ok(patient.show(status, form, &view))
}

pub async fn get_remove(
    patient: Patient,
    PathId(id): PathId<RecordId>,
) -> Result<Response, PageError> {
    asked(&patient, id, false).await
}

pub async fn post_remove(
    patient: Patient,
    PathId(id): PathId<RecordId>,
    Sent(fields): Sent<Fields>,
) -> Result<Response, PageError> {
    let seen = Seen::sent(&fields.seen);
    let removed = patient
        .services()
        .records()
        .remove_own_record(patient.who, id, &seen)
        .await;
    match removed.or_internal()? {
        Ok(()) | Err(OwnRecordRejection::InUse) => {
            Ok(Redirect::to("/account/records").into_response())
        }
        Err(OwnRecordRejection::Changed) => asked(&patient, id, !fields.seen.is_empty()).await,
        Err(refusal) => Err(ended(refusal)),
    }
}

/// The question whether to remove a record; one that is in use leads back to the list, which says so.
async fn asked(patient: &Patient, id: RecordId, changed: bool) -> Result<Response, PageError> {
    let (record, in_use) = found(patient, id).await?;
    if in_use {
        return Ok(Redirect::to("/account/records").into_response());
    }
    let question = Question {
        heading: t!("record-remove-heading"),
        about: t!("record-remove-what", record = record.name.clone()),
        effects: vec![t!("record-remove-empty"), t!("record-remove-kept")],
        action: format!("/account/records/{id}/remove"),
        seen: patient
            .services()
            .records()
            .record_shown(&record, in_use)
            .into_field(),
        act: t!("record-remove-act"),
        leave: t!("record-remove-leave"),
        back: "/account/records".to_owned(),
        changed,
    };
    let status = if changed {
        StatusCode::CONFLICT
    } else {
        StatusCode::OK
    };
    Ok(patient.show(status, ask::page, &question))
}

async fn found(patient: &Patient, id: RecordId) -> Result<(Record, bool), PageError> {
    let found = patient
        .services()
        .records()
        .own_record(patient.person, id)
        .await?;
    found.ok_or(PageError::NotFound)
}

fn shown(id: Option<RecordId>, draft: &RecordDraft, seen: String, problems: Vec<Problem>) -> Form {
    let kept = |typed: &str| typed.chars().take(policy::NAME_MAX * 2).collect();
    Form {
        id,
        name: kept(&draft.name),
        relation: draft.relation.clone(),
        birth_year: kept(&draft.birth_year),
        seen,
        problems,
    }
}

/// What the form says of a refusal; others end the request.
fn problems(refusal: OwnRecordRejection) -> Result<Vec<Problem>, PageError> {
    match refusal {
        OwnRecordRejection::Typed(problem) => Ok(typed(problem)),
        OwnRecordRejection::TooMany => Ok(vec![Problem::TooMany]),
        OwnRecordRejection::Changed => Ok(vec![Problem::Changed]),
        refusal => Err(ended(refusal)),
    }
}

fn ended(refusal: OwnRecordRejection) -> PageError {
    match refusal {
        OwnRecordRejection::SignedOut => over::redirect(Begin::SignIn),
        _ => PageError::NotFound,
    }
}

fn typed(problem: RecordProblem) -> Vec<Problem> {
    let taken = problem.name_taken.then_some(Problem::NameTaken);
    let relation = problem.relation.then_some(Problem::Relation);
    [
        problem.name.map(Problem::Name).or(taken),
        relation,
        problem.birth_year.map(Problem::BirthYear),
    ]
    .into_iter()
    .flatten()
    .collect()
}
