//! `/account/details`: another name, password or address.

use crate::http::error::{OrInternal, PageError};
use crate::http::extract::Patient;
use crate::http::pages::over;
use crate::http::pages::sign_in::Refused;
use crate::http::web::{Web, retry_after, seconds_until, show};
use app::pages::account::details::{
    Digits, DigitsProblem, Done, Problem, Undo, View, digits, page, undo,
};
use app::pages::account::sign_in;
use app::pages::patient::trouble::Begin;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::Form;
use domain::person::Preferences;
use domain::policy;
use domain::units::Units;
use serde::Deserialize;
use service::{DetailsRejection, DigitsRejection, SignedInPerson, Source};
use std::time::Duration;

#[derive(Default, Deserialize)]
pub struct Flags {
    #[serde(default)]
    changed: String,
}

pub async fn get(patient: Patient, Query(flags): Query<Flags>) -> Result<Response, PageError> {
    let done = match flags.changed.as_str() {
        "name" => Some(Done::Name),
        "password" => Some(Done::Password),
        "email" => Some(Done::Email),
        "preferences" => Some(Done::Preferences),
        _ => None,
    };
    let view = View {
        done,
        ..stored(&patient).await?
    };
    Ok(patient.show(StatusCode::OK, page, &view))
}

async fn stored(patient: &Patient) -> Result<View, PageError> {
    let person = patient.services().people().person(patient.person).await?;
    let person = person.ok_or_else(|| over::redirect(Begin::SignIn))?;
    let preferences = patient.services().people().preferences(patient.person);
    Ok(View {
        preferences: preferences.await?,
        name: person.name,
        email: person.email,
        ..View::default()
    })
}

fn kept(typed: &str) -> String {
    typed.chars().take(policy::EMAIL_MAX * 2).collect()
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Fields {
    name: String,
    new_email: String,
    email_password: String,
    old_password: String,
    new_password: String,
    digits: String,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Chosen {
    /// Empty where it is switched off.
    monthly_mail: String,
    units: String,
}

/// What is no unit leaves it as it is.
pub async fn post_preferences(
    patient: Patient,
    Form(fields): Form<Chosen>,
) -> Result<Response, PageError> {
    let people = patient.services().people();
    let now = people.preferences(patient.person).await?;
    let now = now.ok_or_else(|| over::redirect(Begin::SignIn))?;
    let chosen = Preferences {
        monthly_mail: fields.monthly_mail == "on",
        units: Units::from_name(&fields.units).unwrap_or(now.units),
    };
    if !people.set_preferences(patient.who, chosen).await? {
        return Err(over::redirect(Begin::SignIn));
    }
    Ok(done("preferences"))
}

pub async fn post_name(
    mut patient: Patient,
    Form(fields): Form<Fields>,
) -> Result<Response, PageError> {
    let changed = patient
        .services()
        .people()
        .change_name(patient.who, &fields.name);
    match changed.await.or_internal()? {
        Ok(name) => {
            if let Some(person) = &mut patient.session.data.person {
                person.name = name;
            }
            patient.session.keep().await?;
            Ok(done("name"))
        }
        Err(refusal) => {
            let (refused, problems) = problems(&patient, &refusal, Problem::OldPassword)?;
            let view = View {
                name: kept(&fields.name),
                problems,
                ..stored(&patient).await?
            };
            Ok(refused.shown(&patient.web, page(&patient.frame(), &view)))
        }
    }
}

pub async fn post_password(
    mut patient: Patient,
    source: Source,
    Form(fields): Form<Fields>,
) -> Result<Response, PageError> {
    let (refused, problems) = if fields.old_password.is_empty() {
        incomplete(Problem::OldPassword)
    } else {
        let (old, new) = (&fields.old_password, &fields.new_password);
        let changed = patient
            .services()
            .people()
            .change_own_password(patient.who, old, new, &source)
            .await;
        match changed.or_internal()? {
            Ok(by) => {
                go_on(&mut patient, by).await?;
                return Ok(done("password"));
            }
            Err(refusal) => problems(&patient, &refusal, Problem::OldPassword)?,
        }
    };
    let view = View {
        problems,
        ..stored(&patient).await?
    };
    Ok(refused.shown(&patient.web, page(&patient.frame(), &view)))
}

/// This session outlives the others, under a new id.
async fn go_on(patient: &mut Patient, by: SignedInPerson) -> Result<(), PageError> {
    if let Some(person) = &mut patient.session.data.person {
        person.round = by.round;
    }
    patient.session.renew().await
}

pub async fn post_email(
    patient: Patient,
    source: Source,
    Form(fields): Form<Fields>,
) -> Result<Response, PageError> {
    let (refused, problems) = if fields.email_password.is_empty() {
        incomplete(Problem::EmailPassword)
    } else {
        let (email, password) = (&fields.new_email, &fields.email_password);
        let started = patient
            .services()
            .people()
            .start_email_change(patient.who, email, password, &source)
            .await;
        match started.or_internal()? {
            Ok(()) => return Ok(Redirect::to("/account/details/email").into_response()),
            Err(refusal) => problems(&patient, &refusal, Problem::EmailPassword)?,
        }
    };
    let view = View {
        new_email: kept(&fields.new_email),
        problems,
        ..stored(&patient).await?
    };
    Ok(refused.shown(&patient.web, page(&patient.frame(), &view)))
}

pub async fn get_digits(patient: Patient) -> Result<Response, PageError> {
    digits_page(&patient, None).await
}

/// With no change that waits, the details show the current state.
async fn digits_page(
    patient: &Patient,
    problem: Option<DigitsProblem>,
) -> Result<Response, PageError> {
    let waiting = patient
        .services()
        .people()
        .waiting_email(patient.person)
        .await?;
    let Some(email) = waiting else {
        return Ok(Redirect::to("/account/details").into_response());
    };
    let status = match problem {
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
        None => StatusCode::OK,
    };
    Ok(patient.show(status, digits, &Digits { email, problem }))
}

pub async fn post_digits(
    patient: Patient,
    Form(fields): Form<Fields>,
) -> Result<Response, PageError> {
    let confirmed = patient
        .services()
        .people()
        .confirm_email_change(patient.who, &fields.digits)
        .await;
    match confirmed.or_internal()? {
        Ok(()) => Ok(done("email")),
        Err(DigitsRejection::NotDigits) => digits_page(&patient, Some(DigitsProblem::Shape)).await,
        Err(DigitsRejection::Wrong { left }) => {
            digits_page(&patient, Some(DigitsProblem::Wrong { left })).await
        }
        Err(DigitsRejection::Over) => Ok(Redirect::to("/account/details").into_response()),
        Err(DigitsRejection::SignedOut) => Err(over::redirect(Begin::SignIn)),
    }
}

pub async fn post_stop(patient: Patient) -> Result<Redirect, PageError> {
    patient
        .services()
        .people()
        .stop_email_change(patient.who)
        .await?;
    Ok(Redirect::to("/account/details"))
}

/// The link is the proof: the owner of the old mailbox needs no session.
pub async fn get_undo(
    State(web): State<Web>,
    Path(token): Path<String>,
) -> Result<Response, PageError> {
    let (status, view) = match web.services.people().undoes(&token).await? {
        Some(email) => {
            let action = format!("/account/undo-email/{token}");
            (StatusCode::OK, Undo::Ask { action, email })
        }
        None => (StatusCode::GONE, Undo::Over),
    };
    Ok(show(status, undo(&web.bare_frame(), &view)))
}

pub async fn post_undo(
    State(web): State<Web>,
    Path(token): Path<String>,
) -> Result<Response, PageError> {
    let (status, view) = if web.services.people().undo_email_change(&token).await? {
        (StatusCode::OK, Undo::Done)
    } else {
        (StatusCode::GONE, Undo::Over)
    };
    Ok(show(status, undo(&web.bare_frame(), &view)))
}

fn done(what: &str) -> Response {
    Redirect::to(&format!("/account/details?changed={what}")).into_response()
}

fn incomplete(at: fn(sign_in::Problem) -> Problem) -> (Reply, Vec<Problem>) {
    let refused = Refused::incomplete(vec![sign_in::Problem::NoPassword]);
    (
        Reply::Refused(refused),
        vec![at(sign_in::Problem::NoPassword)],
    )
}

/// How the page is sent that shows what was refused.
enum Reply {
    Refused(Refused),
    Wait(Duration),
}

impl Reply {
    fn shown(self, web: &Web, page: app::page::Page) -> Response {
        match self {
            Self::Refused(refused) => refused.shown(web, page),
            Self::Wait(wait) => retry_after(wait, show(StatusCode::TOO_MANY_REQUESTS, page)),
        }
    }
}

/// What the page says of a refusal, where it has words for it.
fn problems(
    patient: &Patient,
    refusal: &DetailsRejection,
    at: fn(sign_in::Problem) -> Problem,
) -> Result<(Reply, Vec<Problem>), PageError> {
    let typed = |problem| {
        let refused = Refused::incomplete(Vec::new());
        Ok((Reply::Refused(refused), vec![problem]))
    };
    match *refusal {
        DetailsRejection::Name(error) => typed(Problem::Name(error)),
        DetailsRejection::New(error) => typed(Problem::NewPassword(error)),
        DetailsRejection::Email(error) => typed(Problem::Email(error)),
        DetailsRejection::SameEmail => typed(Problem::SameEmail),
        DetailsRejection::Old(refusal) => {
            let refused = Refused::of(&patient.web, refusal);
            let problems = refused.problems.iter().copied().map(at).collect();
            Ok((Reply::Refused(refused), problems))
        }
        DetailsRejection::TooMany { until } => {
            let now = patient.services().ports().now();
            let minutes = seconds_until(now, until).div_ceil(60);
            let problem = Problem::TooManyMails { minutes };
            Ok((Reply::Wait(until.since(now)), vec![problem]))
        }
        DetailsRejection::SignedOut => Err(over::redirect(Begin::SignIn)),
    }
}
