//! `/account/records/{id}/people`: who looks after a record; inviting someone, and removing one of them.

use crate::http::error::{OrInternal, PageError};
use crate::http::extract::{PathId, PathIds, Patient};
use crate::http::pages::over;
use crate::http::web::seconds_until;
use app::pages::account::ask::{self, Question};
use app::pages::account::people::{Problem, Someone, View, page, path};
use app::pages::patient::trouble::Begin;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::Form;
use domain::ids::{PersonId, RecordId};
use domain::policy;
use serde::Deserialize;
use service::{CustodianRejection, RecordPeople, Seen, Source};
use words::t;

pub async fn get(patient: Patient, PathId(id): PathId<RecordId>) -> Result<Response, PageError> {
    let view = stored(&patient, id).await?;
    Ok(patient.show(StatusCode::OK, page, &view))
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Fields {
    email: String,
    invitation: String,
    seen: String,
}

pub async fn post(
    patient: Patient,
    PathId(id): PathId<RecordId>,
    source: Source,
    Form(fields): Form<Fields>,
) -> Result<Response, PageError> {
    let invited = patient
        .services()
        .records()
        .invite_custodian(patient.who, id, &fields.email, &source)
        .await;
    let problem = match invited.or_internal()? {
        Ok(digits) => {
            let view = View {
                digits: Some((fields.email.trim().to_owned(), digits)),
                ..stored(&patient, id).await?
            };
            return Ok(patient.show(StatusCode::OK, page, &view));
        }
        Err(CustodianRejection::Email(error)) => Problem::Email(error),
        Err(CustodianRejection::Already) => Problem::Already,
        Err(CustodianRejection::TooMany) => Problem::TooMany,
        Err(CustodianRejection::TooManyMails { until }) => Problem::TooManyMails {
            minutes: seconds_until(patient.services().ports().now(), until).div_ceil(60),
        },
        Err(refusal) => return Err(ended(&refusal)),
    };
    let status = match problem {
        Problem::TooManyMails { .. } => StatusCode::TOO_MANY_REQUESTS,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let view = View {
        email: fields.email.chars().take(policy::EMAIL_MAX * 2).collect(),
        problem: Some(problem),
        ..stored(&patient, id).await?
    };
    Ok(patient.show(status, page, &view))
}

pub async fn post_withdraw(
    patient: Patient,
    PathId(id): PathId<RecordId>,
    Form(fields): Form<Fields>,
) -> Result<Response, PageError> {
    // What is no id waits for nothing.
    if let Ok(invitation) = fields.invitation.parse() {
        let withdrawn = patient
            .services()
            .records()
            .withdraw_custodian_invitation(patient.who, id, invitation)
            .await;
        withdrawn
            .or_internal()?
            .map_err(|refusal| ended(&refusal))?;
    }
    Ok(Redirect::to(&path(id)).into_response())
}

pub async fn get_remove(
    patient: Patient,
    PathIds(id, person): PathIds<RecordId, PersonId>,
) -> Result<Response, PageError> {
    asked(&patient, id, person, false).await
}

pub async fn post_remove(
    patient: Patient,
    PathIds(id, person): PathIds<RecordId, PersonId>,
    Form(fields): Form<Fields>,
) -> Result<Response, PageError> {
    let removed = patient
        .services()
        .records()
        .remove_custodian(patient.who, id, person, &Seen::sent(&fields.seen))
        .await;
    match removed.or_internal()? {
        Ok(()) if person == patient.person => Ok(Redirect::to("/account").into_response()),
        // No one else is left, or another one was quicker: the list says how it is.
        Ok(()) | Err(CustodianRejection::Last) => Ok(Redirect::to(&path(id)).into_response()),
        Err(CustodianRejection::Changed) => {
            asked(&patient, id, person, !fields.seen.is_empty()).await
        }
        Err(refusal) => Err(ended(&refusal)),
    }
}

async fn asked(
    patient: &Patient,
    id: RecordId,
    person: PersonId,
    changed: bool,
) -> Result<Response, PageError> {
    let people = found(patient, id).await?;
    let who = people.custodian(person).ok_or(PageError::NotFound)?;
    if people.custodians.len() < 2 {
        return Ok(Redirect::to(&path(id)).into_response());
    }
    let (name, record) = (who.name.clone(), people.record.name.clone());
    let seen = patient.services().records().people_shown(&people);
    let question = Question {
        action: format!("{}/{person}/remove", path(id)),
        seen: seen.into_field(),
        leave: t!("people-remove-keep"),
        back: path(id),
        changed,
        ..if person == patient.person {
            leaving(&record)
        } else {
            removing(&name, &record)
        }
    };
    let status = if changed {
        StatusCode::CONFLICT
    } else {
        StatusCode::OK
    };
    Ok(patient.show(status, ask::page, &question))
}

fn leaving(record: &str) -> Question {
    Question {
        heading: t!("people-leave-heading"),
        about: t!("people-leave-what", record = record.to_owned()),
        effects: vec![
            t!("people-leave-clinics"),
            t!("people-remove-rest"),
            t!("people-leave-told"),
        ],
        act: t!("people-leave"),
        ..Question::default()
    }
}

fn removing(name: &str, record: &str) -> Question {
    let name = || name.to_owned();
    Question {
        heading: t!("people-remove-heading"),
        about: t!(
            "people-remove-what",
            name = name(),
            record = record.to_owned()
        ),
        effects: vec![
            t!("people-remove-clinics", name = name()),
            t!("people-remove-rest"),
            t!("people-remove-told", name = name()),
        ],
        act: t!("people-remove-act", name = name()),
        ..Question::default()
    }
}

async fn found(patient: &Patient, id: RecordId) -> Result<RecordPeople, PageError> {
    let found = patient.services().records().people_of(patient.person, id);
    found.await?.ok_or(PageError::NotFound)
}

async fn stored(patient: &Patient, id: RecordId) -> Result<View, PageError> {
    let found = found(patient, id).await?;
    let people = found.custodians.into_iter().map(|one| Someone {
        you: one.person == patient.person,
        id: one.person,
        name: one.name,
        since: one.since,
    });
    Ok(View {
        record: id,
        name: found.record.name,
        people: people.collect(),
        invited: found.invited,
        email: String::new(),
        digits: None,
        problem: None,
    })
}

fn ended(refusal: &CustodianRejection) -> PageError {
    match refusal {
        CustodianRejection::SignedOut => over::redirect(Begin::SignIn),
        _ => PageError::NotFound,
    }
}
