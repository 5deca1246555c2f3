//! `/create-account`: the details, then the six mailed digits. The page is the same whether or not the
//! address has an account.

use super::sign_in::signed_in;
use super::{next, waiting_clinic};
use crate::http::error::PageError;
use crate::http::session::SessionHandle;
use crate::http::web::{Web, retry_after, seconds_until, show};
use app::pages::account::create_account::{
    Details, DetailsProblem, Digits, DigitsProblem, View, page,
};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::Form;
use domain::ids::SignUpId;
use domain::policy;
use domain::timestamp::Timestamp;
use serde::{Deserialize, Deserializer};
use service::{ConfirmRejection, Failure, Resent, SignUpProblem, SignUpRejection, Source};

/// Both forms of the page post here; which one it was shows in what it brings.
#[derive(Deserialize)]
pub struct Fields {
    #[serde(default)]
    name: String,
    #[serde(default)]
    email: String,
    #[serde(default)]
    password: String,
    #[serde(default, deserialize_with = "sent")]
    digits: Option<String>,
    #[serde(default, deserialize_with = "sent")]
    resend: Option<String>,
    #[serde(default, deserialize_with = "sent")]
    start_over: Option<String>,
}

/// A field that was sent empty was sent: the form reader would take it for one that was not.
fn sent<'de, D: Deserializer<'de>>(field: D) -> Result<Option<String>, D::Error> {
    String::deserialize(field).map(Some)
}

pub async fn get(State(web): State<Web>, session: SessionHandle) -> Result<Response, PageError> {
    if session.data.person.is_some() {
        return Ok(Redirect::to(next(&session)).into_response());
    }
    match waiting(&web, &session).await? {
        Some((_, email)) => Ok(digits_page(&web, &session, email, "", false, None)),
        None => details_page(&web, &session, Fields::empty(), Vec::new()).await,
    }
}

pub async fn post(
    State(web): State<Web>,
    source: Source,
    mut session: SessionHandle,
    Form(fields): Form<Fields>,
) -> Result<Response, PageError> {
    let waiting = waiting(&web, &session).await?;
    match (waiting, &fields) {
        (
            _,
            Fields {
                start_over: Some(_),
                ..
            },
        ) => {
            session.data.sign_up = None;
            session.keep().await?;
            Ok(Redirect::to("/create-account").into_response())
        }
        (
            Some((id, email)),
            Fields {
                resend: Some(_), ..
            },
        ) => resend(&web, &session, &source, id, email).await,
        (
            Some((id, email)),
            Fields {
                digits: Some(digits),
                ..
            },
        ) => confirm(&web, session, &source, id, email, digits).await,
        // The digits came too late: the account is asked for anew.
        (
            None,
            Fields {
                digits: Some(_), ..
            }
            | Fields {
                resend: Some(_), ..
            },
        ) => Ok(Redirect::to("/create-account").into_response()),
        _ => start(&web, session, &source, fields).await,
    }
}

impl Fields {
    fn empty() -> Self {
        Self {
            name: String::new(),
            email: String::new(),
            password: String::new(),
            digits: None,
            resend: None,
            start_over: None,
        }
    }
}

async fn waiting(
    web: &Web,
    session: &SessionHandle,
) -> Result<Option<(SignUpId, String)>, PageError> {
    match session.data.sign_up {
        Some(id) => Ok(web
            .services
            .people()
            .sign_up_email(id)
            .await?
            .map(|email| (id, email))),
        None => Ok(None),
    }
}

async fn start(
    web: &Web,
    mut session: SessionHandle,
    source: &Source,
    fields: Fields,
) -> Result<Response, PageError> {
    // Digits that no one could come back for would be mailed in vain.
    session.find_place(web).await?;
    match web
        .services
        .people()
        .start_sign_up(
            &fields.name,
            &fields.email,
            &fields.password,
            session.data.flow.as_ref(),
            source,
        )
        .await
    {
        Ok(id) => {
            session.data.sign_up = Some(id);
            session.renew().await?;
            Ok(Redirect::to("/create-account").into_response())
        }
        Err(Failure::Rejected(SignUpRejection::TooMany { until })) => {
            let problem = DetailsProblem::SlowDown {
                minutes: minutes_until(web, until),
            };
            let page = details_page(web, &session, fields, vec![problem]).await?;
            Ok(wait_until(web, until, page))
        }
        Err(Failure::Rejected(SignUpRejection::Invalid(problem))) => {
            details_page(web, &session, fields, problems(&problem)).await
        }
        Err(Failure::Internal(fault)) => {
            tracing::error!(error = %fault, "an account could not be started");
            details_page(web, &session, fields, vec![DetailsProblem::Unavailable]).await
        }
    }
}

async fn resend(
    web: &Web,
    session: &SessionHandle,
    source: &Source,
    id: SignUpId,
    email: String,
) -> Result<Response, PageError> {
    Ok(
        match web.services.people().resend_digits(id, source).await? {
            Resent::Mailed => {
                // The session lives as long as the new digits.
                session.renew().await?;
                digits_page(web, session, email, "", true, None)
            }
            Resent::TooMany { until } => {
                let problem = DigitsProblem::TooManyMails {
                    minutes: minutes_until(web, until),
                };
                let page = digits_page(web, session, email, "", false, Some(problem));
                wait_until(web, until, page)
            }
            Resent::Gone => Redirect::to("/create-account").into_response(),
        },
    )
}

fn minutes_until(web: &Web, until: Timestamp) -> u64 {
    seconds_until(web.services.ports().now(), until).div_ceil(60)
}

fn wait_until(web: &Web, until: Timestamp, page: Response) -> Response {
    retry_after(until.since(web.services.ports().now()), page)
}

fn problems(problem: &SignUpProblem) -> Vec<DetailsProblem> {
    let name = problem.name.map(DetailsProblem::Name);
    let email = problem.email.map(DetailsProblem::Email);
    let password = problem.password.map(DetailsProblem::Password);
    [name, email, password].into_iter().flatten().collect()
}

async fn confirm(
    web: &Web,
    mut session: SessionHandle,
    source: &Source,
    id: SignUpId,
    email: String,
    digits: &str,
) -> Result<Response, PageError> {
    let problem = match web
        .services
        .people()
        .confirm_sign_up(id, digits, source)
        .await
    {
        Ok(by) => return signed_in(web, &mut session, source, by).await,
        Err(Failure::Rejected(ConfirmRejection::NotDigits)) if digits.trim().is_empty() => {
            DigitsProblem::Empty
        }
        Err(Failure::Rejected(ConfirmRejection::NotDigits)) => DigitsProblem::Shape,
        Err(Failure::Rejected(ConfirmRejection::Wrong { left })) => DigitsProblem::Wrong { left },
        Err(Failure::Rejected(ConfirmRejection::Over)) => DigitsProblem::Over,
        Err(Failure::Internal(fault)) => {
            tracing::error!(error = %fault, "digits could not be compared");
            DigitsProblem::Unavailable
        }
    };
    Ok(digits_page(
        web,
        &session,
        email,
        digits,
        false,
        Some(problem),
    ))
}

fn digits_page(
    web: &Web,
    session: &SessionHandle,
    email: String,
    digits: &str,
    resent: bool,
    problem: Option<DigitsProblem>,
) -> Response {
    let status = match &problem {
        None => StatusCode::OK,
        Some(DigitsProblem::Unavailable) => StatusCode::SERVICE_UNAVAILABLE,
        Some(DigitsProblem::TooManyMails { .. }) => StatusCode::TOO_MANY_REQUESTS,
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let view = View::Digits(Digits {
        email,
        digits: digits.chars().take(policy::NAME_MAX).collect(),
        resent,
        problem,
    });
    show(status, page(&web.frame(session), &view))
}

async fn details_page(
    web: &Web,
    session: &SessionHandle,
    fields: Fields,
    problems: Vec<DetailsProblem>,
) -> Result<Response, PageError> {
    let status = match problems.first() {
        None => StatusCode::OK,
        Some(DetailsProblem::Unavailable) => StatusCode::SERVICE_UNAVAILABLE,
        Some(DetailsProblem::SlowDown { .. }) => StatusCode::TOO_MANY_REQUESTS,
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let kept = |text: String| text.chars().take(policy::EMAIL_MAX * 2).collect();
    let view = View::Details(Details {
        clinic: waiting_clinic(web, session).await?,
        name: kept(fields.name),
        email: kept(fields.email),
        problems,
    });
    Ok(show(status, page(&web.frame(session), &view)))
}
