//! `/account/second-step`: the second step of a person's sign-ins, on and off, and its recovery codes.

use super::sign_in_code::{refusal_at_code, status};
use crate::http::device;
use crate::http::error::{OrInternal, PageError};
use crate::http::extract::Patient;
use crate::http::pages::over;
use crate::http::pages::sign_in::Refused;
use crate::http::session::Enrolment;
use crate::http::web::show;
use app::page::Page;
use app::pages::account::second_step::{
    Change, Problem, SetUp, View, change, page, recovery_codes, set_up,
};
use app::pages::account::sign_in;
use app::pages::patient::trouble::Begin;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::Form;
use serde::Deserialize;
use service::{NewSecret, SecondStepRejection, Source, TypedProof};

const HERE: &str = "/account/second-step";

#[derive(Default, Deserialize)]
pub struct Flags {
    #[serde(default)]
    done: String,
}

pub async fn get(patient: Patient, Query(flags): Query<Flags>) -> Result<Response, PageError> {
    let people = patient.services().people();
    let on = people.own_second_step(patient.person).await?;
    let view = View {
        removed: flags.done == "off" && on.is_none(),
        on: on.map(|on| (on.since, on.left)),
    };
    Ok(patient.show(StatusCode::OK, page, &view))
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Fields {
    password: String,
    code: String,
}

impl Fields {
    fn proof(&self) -> TypedProof<'_> {
        TypedProof {
            password: &self.password,
            code: &self.code,
        }
    }

    /// Refuses a form without a password before anything is charged.
    fn check(&self) -> Result<(), Answer> {
        if self.password.is_empty() {
            return Err(Answer::password(Refused::incomplete(vec![
                sign_in::Problem::NoPassword,
            ])));
        }
        Ok(())
    }
}

/// Who has a second step, or has none, has nothing to do on the other one's page.
async fn is_on(patient: &Patient) -> Result<bool, PageError> {
    let people = patient.services().people();
    Ok(people.own_second_step(patient.person).await?.is_some())
}

pub async fn get_set_up(mut patient: Patient) -> Result<Response, PageError> {
    if is_on(&patient).await? {
        return Ok(Redirect::to(HERE).into_response());
    }
    let secret = secret(&mut patient).await?;
    let page = set_up_page(&patient, &secret, None).await?;
    Ok(show(StatusCode::OK, page))
}

/// The secret that this session is setting up: the same until it is confirmed, or all sessions are ended.
async fn secret(patient: &mut Patient) -> Result<NewSecret, PageError> {
    let round = patient.round;
    match &patient.session.data.own_enrolment {
        Some(enrolment) if enrolment.round == round => return Ok(enrolment.secret.clone()),
        _ => {}
    }
    let secret = patient.services().people().new_own_authenticator();
    patient.session.data.own_enrolment = Some(Enrolment {
        secret: secret.clone(),
        round,
    });
    patient.session.keep().await?;
    Ok(secret)
}

async fn set_up_page(
    patient: &Patient,
    secret: &NewSecret,
    problem: Option<Problem>,
) -> Result<Page, PageError> {
    let people = patient.services().people();
    let address = people.own_authenticator_address(patient.person, secret);
    let view = SetUp {
        secret: secret.text(),
        address: address.await?,
        problem,
    };
    Ok(set_up(&patient.frame(), &view))
}

pub async fn post_set_up(
    mut patient: Patient,
    source: Source,
    Form(fields): Form<Fields>,
) -> Result<Response, PageError> {
    let secret = secret(&mut patient).await?;
    let answer = if let Err(answer) = fields.check() {
        answer
    } else {
        let people = patient.services().people();
        let set = people.set_second_step(patient.who, &secret, fields.proof(), &source);
        match set.await.or_internal()? {
            Ok((by, codes)) => {
                if let Some(person) = &mut patient.session.data.person {
                    person.round = by.round;
                }
                patient.session.data.own_enrolment = None;
                patient.session.renew().await?;
                let sign_ins = patient.services().sign_ins();
                let device = sign_ins.remember_person(&source, by).await?;
                let page = show(StatusCode::OK, recovery_codes(&patient.frame(), &codes));
                return Ok((device::remembered(&patient.web, device), page).into_response());
            }
            Err(refusal) => Answer::of(&patient, refusal, &fields.code)?,
        }
    };
    let page = set_up_page(&patient, &secret, answer.problem).await?;
    Ok(answer.shown(&patient, page))
}

pub async fn get_codes(patient: Patient) -> Result<Response, PageError> {
    ask(&patient, Change::Renew).await
}

pub async fn get_off(patient: Patient) -> Result<Response, PageError> {
    ask(&patient, Change::Remove).await
}

async fn ask(patient: &Patient, what: Change) -> Result<Response, PageError> {
    if !is_on(patient).await? {
        return Ok(Redirect::to(HERE).into_response());
    }
    Ok(show(StatusCode::OK, change(&patient.frame(), what, None)))
}

pub async fn post_codes(
    patient: Patient,
    source: Source,
    Form(fields): Form<Fields>,
) -> Result<Response, PageError> {
    let answer = if let Err(answer) = fields.check() {
        answer
    } else {
        let people = patient.services().people();
        let renewed = people.renew_own_recovery_codes(patient.who, fields.proof(), &source);
        match renewed.await.or_internal()? {
            Ok(codes) => {
                let page = recovery_codes(&patient.frame(), &codes);
                return Ok(show(StatusCode::OK, page));
            }
            Err(refusal) => Answer::of(&patient, refusal, &fields.code)?,
        }
    };
    let page = change(&patient.frame(), Change::Renew, answer.problem);
    Ok(answer.shown(&patient, page))
}

pub async fn post_off(
    patient: Patient,
    source: Source,
    Form(fields): Form<Fields>,
) -> Result<Response, PageError> {
    let answer = if let Err(answer) = fields.check() {
        answer
    } else {
        let people = patient.services().people();
        let removed = people.remove_second_step(patient.who, fields.proof(), &source);
        match removed.await.or_internal()? {
            Ok(()) => return Ok(Redirect::to(&format!("{HERE}?done=off")).into_response()),
            Err(refusal) => Answer::of(&patient, refusal, &fields.code)?,
        }
    };
    let page = change(&patient.frame(), Change::Remove, answer.problem);
    Ok(answer.shown(&patient, page))
}

/// What the page says of a refusal, and how it is sent.
struct Answer {
    problem: Option<Problem>,
    how: How,
}

enum How {
    Refused(Refused),
    Status(StatusCode),
}

impl Answer {
    fn password(refused: Refused) -> Self {
        Self {
            problem: refused.problems.first().copied().map(Problem::Password),
            how: How::Refused(refused),
        }
    }

    fn of(patient: &Patient, refusal: SecondStepRejection, code: &str) -> Result<Self, PageError> {
        match refusal {
            SecondStepRejection::Password(refusal) => {
                Ok(Self::password(Refused::of(&patient.web, refusal)))
            }
            SecondStepRejection::Code(refusal) => {
                let Some(problem) = refusal_at_code(&patient.web, refusal, code) else {
                    return Err(Redirect::to(HERE).into_response().into());
                };
                Ok(Self {
                    problem: Some(Problem::Code(problem)),
                    how: How::Status(status(problem)),
                })
            }
            // The page says how things are by now.
            SecondStepRejection::Changed => Err(Redirect::to(HERE).into_response().into()),
            SecondStepRejection::SignedOut => Err(over::redirect(Begin::SignIn)),
        }
    }

    fn shown(&self, patient: &Patient, page: Page) -> Response {
        match &self.how {
            How::Refused(refused) => refused.shown(&patient.web, page),
            How::Status(status) => show(*status, page),
        }
    }
}
