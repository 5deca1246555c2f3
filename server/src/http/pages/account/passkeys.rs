//! `/account/passkeys`: passkeys of the person, added in two steps and changed one by one.

use crate::http::error::{OrInternal, PageError};
use crate::http::extract::{PathId, Patient};
use crate::http::pages::over;
use crate::http::pages::sign_in::Refused;
use crate::http::passkey_browser::AskingBrowser;
use crate::http::web::{retry_after, seconds_until, show};
use app::pages::account::passkeys::{Create, Done, One, Problem, View, create, one, page};
use app::pages::account::sign_in;
use app::pages::patient::trouble::Begin;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::Form;
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use domain::ids::PasskeyId;
use domain::passkey::Passkey;
use domain::policy;
use serde::Deserialize;
use service::secrets::ALGORITHMS;
use service::{PasskeyRejection, SentPasskey, Source};

#[derive(Default, Deserialize)]
pub struct Flags {
    #[serde(default)]
    done: String,
}

pub async fn get(patient: Patient, Query(flags): Query<Flags>) -> Result<Response, PageError> {
    let done = match flags.done.as_str() {
        "added" => Some(Done::Added),
        "renamed" => Some(Done::Renamed),
        "removed" => Some(Done::Removed),
        _ => None,
    };
    let view = View {
        done,
        ..stored(&patient).await?
    };
    Ok(patient.show(StatusCode::OK, page, &view))
}

/// What the browser calls itself is proposed as the name.
async fn stored(patient: &Patient) -> Result<View, PageError> {
    let people = patient.services().people();
    Ok(View {
        passkeys: people.passkeys(patient.person).await?,
        name: patient.session.device.clone(),
        here: people.relying_party().is_some(),
        ..View::default()
    })
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Fields {
    name: String,
    password: String,
    /// In base64, as the script sends them.
    client_data: String,
    attestation: String,
}

/// The first step: name and password. Its answer asks the browser, and is shown this once.
pub async fn post(
    patient: Patient,
    source: Source,
    browser: AskingBrowser,
    Form(fields): Form<Fields>,
) -> Result<Response, PageError> {
    let people = patient.services().people();
    let refusal = if fields.password.is_empty() {
        None
    } else {
        let (name, password) = (&fields.name, &fields.password);
        let started = people.start_passkey(patient.who, name, password, browser.0, &source);
        match started.await.or_internal()? {
            Ok(wanted) => {
                let view = Create {
                    name: wanted.name,
                    challenge: wanted.challenge,
                    relying_party: wanted.relying_party,
                    user: wanted.user,
                    email: wanted.email,
                    person: wanted.person,
                    known: wanted.known,
                    algorithms: ALGORITHMS.to_vec(),
                };
                let shown = patient.show(StatusCode::OK, create, &view);
                return Ok((browser.kept(&patient.web), shown).into_response());
            }
            Err(refusal) => Some(refusal),
        }
    };
    let answer = Answer::of(&patient, refusal.as_ref())?;
    let view = View {
        name: kept(&fields.name),
        problems: answer.problems.clone(),
        ..stored(&patient).await?
    };
    Ok(answer.shown(&patient, page(&patient.frame(), &view)))
}

/// The second step: what the browser made.
pub async fn post_new(
    patient: Patient,
    browser: AskingBrowser,
    Form(fields): Form<Fields>,
) -> Result<Response, PageError> {
    let decode = |field: &str| BASE64_URL_SAFE_NO_PAD.decode(field).ok();
    let sent = decode(&fields.client_data).zip(decode(&fields.attestation));
    let refusal = match sent {
        None => PasskeyRejection::Refused,
        Some((client_data, attestation)) => {
            let sent = SentPasskey {
                name: fields.name.clone(),
                client_data,
                attestation,
            };
            let people = patient.services().people();
            let added = people.add_passkey(patient.who, &sent, browser.0).await;
            match added.or_internal()? {
                Ok(()) => return Ok(done("added")),
                Err(refusal) => refusal,
            }
        }
    };
    let answer = Answer::of(&patient, Some(&refusal))?;
    let view = View {
        name: kept(&fields.name),
        problems: answer.problems.clone(),
        ..stored(&patient).await?
    };
    Ok(answer.shown(&patient, page(&patient.frame(), &view)))
}

pub async fn get_one(
    patient: Patient,
    PathId(id): PathId<PasskeyId>,
) -> Result<Response, PageError> {
    let passkey = find(&patient, id).await?;
    let view = One {
        name: passkey.name.clone(),
        passkey,
        problems: Vec::new(),
    };
    Ok(patient.show(StatusCode::OK, one, &view))
}

async fn find(patient: &Patient, id: PasskeyId) -> Result<Passkey, PageError> {
    let passkeys = patient.services().people().passkeys(patient.person).await?;
    let found = passkeys.into_iter().find(|passkey| passkey.id == id);
    found.ok_or(PageError::NotFound)
}

pub async fn post_name(
    patient: Patient,
    PathId(id): PathId<PasskeyId>,
    Form(fields): Form<Fields>,
) -> Result<Response, PageError> {
    let people = patient.services().people();
    let renamed = people.rename_passkey(patient.who, id, &fields.name).await;
    match renamed.or_internal()? {
        Ok(()) => Ok(done("renamed")),
        Err(refusal) => again(&patient, id, Some(&refusal), Some(&fields.name)).await,
    }
}

pub async fn post_remove(
    patient: Patient,
    PathId(id): PathId<PasskeyId>,
    source: Source,
    Form(fields): Form<Fields>,
) -> Result<Response, PageError> {
    if fields.password.is_empty() {
        return again(&patient, id, None, None).await;
    }
    let people = patient.services().people();
    let removed = people.remove_passkey(patient.who, id, &fields.password, &source);
    match removed.await.or_internal()? {
        Ok(()) => Ok(done("removed")),
        Err(refusal) => again(&patient, id, Some(&refusal), None).await,
    }
}

/// The page of a passkey once more, with what is wrong.
async fn again(
    patient: &Patient,
    id: PasskeyId,
    refusal: Option<&PasskeyRejection>,
    typed: Option<&str>,
) -> Result<Response, PageError> {
    let answer = Answer::of(patient, refusal)?;
    let passkey = find(patient, id).await?;
    let view = One {
        name: typed.map_or_else(|| passkey.name.clone(), kept),
        passkey,
        problems: answer.problems.clone(),
    };
    Ok(answer.shown(patient, one(&patient.frame(), &view)))
}

fn done(what: &str) -> Response {
    Redirect::to(&format!("/account/passkeys?done={what}")).into_response()
}

fn kept(typed: &str) -> String {
    typed.chars().take(policy::PASSKEY_NAME_MAX * 2).collect()
}

/// What the page says of a refusal, and how it is sent.
struct Answer {
    problems: Vec<Problem>,
    how: How,
}

enum How {
    Refused(Refused),
    Wait(std::time::Duration),
}

impl Answer {
    /// None for a password that was not typed.
    fn of(patient: &Patient, refusal: Option<&PasskeyRejection>) -> Result<Self, PageError> {
        let typed = |problem| Self {
            problems: vec![problem],
            how: How::Refused(Refused::incomplete(Vec::new())),
        };
        let password = |refused: Refused| Self {
            problems: refused
                .problems
                .iter()
                .copied()
                .map(Problem::Password)
                .collect(),
            how: How::Refused(refused),
        };
        Ok(match refusal {
            None => password(Refused::incomplete(vec![sign_in::Problem::NoPassword])),
            Some(PasskeyRejection::Password(refusal)) => {
                password(Refused::of(&patient.web, *refusal))
            }
            Some(PasskeyRejection::Name(error)) => typed(Problem::Name(*error)),
            Some(PasskeyRejection::Enough) => typed(Problem::Enough),
            Some(PasskeyRejection::NotHere) => typed(Problem::NotHere),
            Some(PasskeyRejection::Refused) => typed(Problem::NotAdded),
            Some(PasskeyRejection::TooMany { until }) => {
                let now = patient.services().ports().now();
                let minutes = seconds_until(now, *until).div_ceil(60);
                Self {
                    problems: vec![Problem::TooMany { minutes }],
                    how: How::Wait(until.since(now)),
                }
            }
            Some(PasskeyRejection::NotFound) => return Err(PageError::NotFound),
            Some(PasskeyRejection::SignedOut) => return Err(over::redirect(Begin::SignIn)),
        })
    }

    fn shown(&self, patient: &Patient, page: app::page::Page) -> Response {
        match &self.how {
            How::Refused(refused) => refused.shown(&patient.web, page),
            How::Wait(wait) => retry_after(*wait, show(StatusCode::TOO_MANY_REQUESTS, page)),
        }
    }
}
