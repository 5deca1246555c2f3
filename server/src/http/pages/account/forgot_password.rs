//! `/forgot-password`: an address, then the mailed digits or the mailed link, then a new password. The pages are the same
//! whether or not the address has an account. The way to a clinic stays in the session and continues after it.

use super::sign_in::go_on;
use super::{next, waiting_clinic};
use crate::http::error::PageError;
use crate::http::session::SessionHandle;
use crate::http::web::{Web, retry_after, show};
use app::pages::account::forgot_password::{
    Ask, AskProblem, Digits, DigitsProblem, Link, LinkProblem, View, page,
};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::Form;
use domain::ids::PasswordResetId;
use domain::policy;
use serde::{Deserialize, Deserializer};
use service::{AskRejection, Failure, ResetProblem, ResetRejection, Source};

const HERE: &str = "/forgot-password";

/// Both forms of the page post here; which one it was shows in what it brings.
#[derive(Default, Deserialize)]
pub struct Fields {
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

/// A session who waits for digits, and the address that they typed.
struct Waiting {
    id: PasswordResetId,
    email: String,
}

pub async fn get(State(web): State<Web>, session: SessionHandle) -> Result<Response, PageError> {
    if session.data.person.is_some() {
        return Ok(Redirect::to(next(&session)).into_response());
    }
    if !web.sends_mail().await? {
        return Ok(shown(&web, &session, StatusCode::OK, &View::NoMail));
    }
    match waiting(&web, &session).await? {
        Some(waiting) => Ok(digits_page(&web, &session, waiting, "", false, Vec::new())),
        None => ask_page(&web, &session, Fields::default(), None).await,
    }
}

pub async fn post(
    State(web): State<Web>,
    source: Source,
    mut session: SessionHandle,
    Form(fields): Form<Fields>,
) -> Result<Response, PageError> {
    if !web.sends_mail().await? {
        let status = StatusCode::SERVICE_UNAVAILABLE;
        return Ok(shown(&web, &session, status, &View::NoMail));
    }
    if fields.start_over.is_some() {
        session.data.reset = None;
        session.keep().await?;
        return Ok(Redirect::to(HERE).into_response());
    }
    match (waiting(&web, &session).await?, &fields) {
        (
            Some(waiting),
            Fields {
                resend: Some(_), ..
            },
        ) => render_again(&web, &source, &session, waiting).await,
        (
            Some(waiting),
            Fields {
                digits: Some(_), ..
            },
        ) => confirm(&web, &source, session, waiting, &fields).await,
        // The digits came too late: they are asked for anew.
        (
            None,
            Fields {
                digits: Some(_), ..
            }
            | Fields {
                resend: Some(_), ..
            },
        ) => Ok(Redirect::to(HERE).into_response()),
        _ => ask(&web, &source, session, fields).await,
    }
}

async fn waiting(web: &Web, session: &SessionHandle) -> Result<Option<Waiting>, PageError> {
    let Some(id) = session.data.reset else {
        return Ok(None);
    };
    let email = web.services.people().forgotten_email(id).await?;
    Ok(email.map(|email| Waiting { id, email }))
}

async fn ask(
    web: &Web,
    source: &Source,
    mut session: SessionHandle,
    fields: Fields,
) -> Result<Response, PageError> {
    let before = session.data.reset;
    let asked = web
        .services
        .people()
        .forgot_password(&fields.email, before, source);
    let problem = match asked.await {
        Ok(id) => {
            session.data.reset = Some(id);
            session.keep().await?;
            return Ok(Redirect::to(HERE).into_response());
        }
        Err(Failure::Rejected(AskRejection::Email(error))) => AskProblem::Email(error),
        Err(Failure::Rejected(AskRejection::SlowDown)) => AskProblem::SlowDown,
        Err(Failure::Internal(fault)) => {
            tracing::error!(error = %fault, "a forgotten password could not be helped");
            AskProblem::Unavailable
        }
    };
    ask_page(web, &session, fields, Some(problem)).await
}

async fn render_again(
    web: &Web,
    source: &Source,
    session: &SessionHandle,
    waiting: Waiting,
) -> Result<Response, PageError> {
    let problems = match web
        .services
        .people()
        .forgot_password_again(waiting.id, source)
        .await
    {
        Ok(_) => Vec::new(),
        Err(Failure::Rejected(AskRejection::SlowDown)) => vec![DigitsProblem::SlowDown],
        // It was read once already.
        Err(Failure::Rejected(AskRejection::Email(_))) => vec![DigitsProblem::Over],
        Err(Failure::Internal(fault)) => {
            tracing::error!(error = %fault, "a forgotten password could not be helped");
            vec![DigitsProblem::Unavailable]
        }
    };
    let resent = problems.is_empty();
    Ok(digits_page(web, session, waiting, "", resent, problems))
}

async fn confirm(
    web: &Web,
    source: &Source,
    mut session: SessionHandle,
    waiting: Waiting,
    fields: &Fields,
) -> Result<Response, PageError> {
    let digits = fields.digits.as_deref().unwrap_or_default();
    let reset = web
        .services
        .people()
        .reset_by_digits(waiting.id, digits, &fields.password, source);
    let problems = match reset.await {
        Ok(next) => return go_on(web, &mut session, source, next).await,
        Err(Failure::Rejected(ResetRejection::Typed(problem))) => problems(problem, digits),
        Err(Failure::Rejected(ResetRejection::Wrong { left })) => {
            vec![DigitsProblem::Wrong { left }]
        }
        Err(Failure::Rejected(ResetRejection::Over)) => vec![DigitsProblem::Over],
        Err(Failure::Internal(fault)) => {
            tracing::error!(error = %fault, "a new password could not be set");
            vec![DigitsProblem::Unavailable]
        }
    };
    Ok(digits_page(web, &session, waiting, digits, false, problems))
}

fn problems(problem: ResetProblem, digits: &str) -> Vec<DigitsProblem> {
    let shape = problem.digits.then(|| {
        if digits.trim().is_empty() {
            DigitsProblem::Empty
        } else {
            DigitsProblem::Shape
        }
    });
    let password = problem.password.map(DigitsProblem::Password);
    [shape, password].into_iter().flatten().collect()
}

async fn ask_page(
    web: &Web,
    session: &SessionHandle,
    fields: Fields,
    problem: Option<AskProblem>,
) -> Result<Response, PageError> {
    let status = match problem {
        None => StatusCode::OK,
        Some(AskProblem::Email(_)) => StatusCode::UNPROCESSABLE_ENTITY,
        Some(AskProblem::SlowDown) => StatusCode::TOO_MANY_REQUESTS,
        Some(AskProblem::Unavailable) => StatusCode::SERVICE_UNAVAILABLE,
    };
    let view = View::Ask(Ask {
        clinic: waiting_clinic(web, session).await.unwrap_or_default(),
        email: fields.email.chars().take(policy::EMAIL_MAX * 2).collect(),
        problem,
    });
    let response = shown(web, session, status, &view);
    Ok(match problem {
        Some(AskProblem::SlowDown) => retry_after(policy::SIGN_IN_WINDOW, response),
        _ => response,
    })
}

/// What was typed is kept, as long as it is of use: digits that are over are not.
fn digits_page(
    web: &Web,
    session: &SessionHandle,
    waiting: Waiting,
    digits: &str,
    resent: bool,
    problems: Vec<DigitsProblem>,
) -> Response {
    let slow = problems.contains(&DigitsProblem::SlowDown);
    let status = if problems.is_empty() {
        StatusCode::OK
    } else if slow {
        StatusCode::TOO_MANY_REQUESTS
    } else if problems.contains(&DigitsProblem::Unavailable) {
        StatusCode::SERVICE_UNAVAILABLE
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    let view = View::Digits(Digits {
        email: waiting.email,
        digits: digits.chars().take(policy::NAME_MAX).collect(),
        resent,
        problems,
    });
    let response = shown(web, session, status, &view);
    if slow {
        retry_after(policy::SIGN_IN_WINDOW, response)
    } else {
        response
    }
}

fn shown(web: &Web, session: &SessionHandle, status: StatusCode, view: &View) -> Response {
    show(status, page(&web.frame(session), view))
}

/// Changes nothing: mail scanners open links, too.
pub async fn get_link(
    State(web): State<Web>,
    session: SessionHandle,
    Path(token): Path<String>,
) -> Result<Response, PageError> {
    link_page(&web, &session, token, None).await
}

#[derive(Deserialize)]
pub struct LinkFields {
    #[serde(default)]
    password: String,
}

pub async fn post_link(
    State(web): State<Web>,
    source: Source,
    mut session: SessionHandle,
    Path(token): Path<String>,
    Form(fields): Form<LinkFields>,
) -> Result<Response, PageError> {
    let reset = web
        .services
        .people()
        .reset_by_link(&token, &fields.password);
    let problem = match reset.await {
        Ok(next) => return go_on(&web, &mut session, &source, next).await,
        Err(Failure::Rejected(ResetRejection::Typed(ResetProblem {
            password: Some(error),
            ..
        }))) => Some(LinkProblem::Password(error)),
        // The page itself says that the link is over.
        Err(Failure::Rejected(_)) => None,
        Err(Failure::Internal(fault)) => {
            tracing::error!(error = %fault, "a new password could not be set");
            Some(LinkProblem::Unavailable)
        }
    };
    link_page(&web, &session, token, problem).await
}

async fn link_page(
    web: &Web,
    session: &SessionHandle,
    token: String,
    problem: Option<LinkProblem>,
) -> Result<Response, PageError> {
    let Some(email) = web.services.people().reset_link(&token).await? else {
        return Ok(shown(web, session, StatusCode::GONE, &View::LinkOver));
    };
    let status = match problem {
        None => StatusCode::OK,
        Some(LinkProblem::Password(_)) => StatusCode::UNPROCESSABLE_ENTITY,
        Some(LinkProblem::Unavailable) => StatusCode::SERVICE_UNAVAILABLE,
    };
    let view = View::Link(Link {
        token,
        email,
        problem,
    });
    Ok(shown(web, session, status, &view))
}
