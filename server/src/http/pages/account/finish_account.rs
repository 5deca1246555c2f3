//! `/create-account/digits` and `/create-account/{token}`: an account is finished in another browser than it was begun in,
//! by address, password and digits or by the link of the mail. The way to a clinic continues where it was.

use super::next;
use super::sign_in::signed_in;
use crate::http::error::PageError;
use crate::http::session::SessionHandle;
use crate::http::web::{Web, retry_after, seconds_until, show};
use app::pages::account::finish_account::{Address, AddressProblem, Link, LinkProblem, View, page};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::Form;
use domain::policy;
use domain::timestamp::Timestamp;
use serde::Deserialize;
use service::{AddressRejection, Failure, Finished, LinkRejection, Source};

#[derive(Default, Deserialize)]
pub struct Fields {
    #[serde(default)]
    email: String,
    #[serde(default)]
    password: String,
    #[serde(default)]
    digits: String,
}

impl Fields {
    fn missing(&self) -> Vec<AddressProblem> {
        let empty = [
            (self.email.trim().is_empty(), AddressProblem::NoEmail),
            (self.password.is_empty(), AddressProblem::NoPassword),
            (self.digits.trim().is_empty(), AddressProblem::NoDigits),
        ];
        let missing = empty.into_iter().filter(|(empty, _)| *empty);
        missing.map(|(_, problem)| problem).collect()
    }
}

pub async fn get(State(web): State<Web>, session: SessionHandle) -> Result<Response, PageError> {
    if session.data.person.is_some() {
        return Ok(Redirect::to(next(&session)).into_response());
    }
    // The browser that began asks for the digits alone.
    if let Some(id) = session.data.sign_up
        && web.services.people().sign_up_email(id).await?.is_some()
    {
        return Ok(Redirect::to("/create-account").into_response());
    }
    let view = View::Address(Address::default());
    Ok(show(StatusCode::OK, page(&web.frame(&session), &view)))
}

pub async fn post(
    State(web): State<Web>,
    source: Source,
    session: SessionHandle,
    Form(fields): Form<Fields>,
) -> Result<Response, PageError> {
    let missing = fields.missing();
    if !missing.is_empty() {
        return Ok(address_page(&web, &session, fields, missing, None));
    }
    let (email, password, digits) = (&fields.email, &fields.password, &fields.digits);
    let confirmed = web
        .services
        .people()
        .confirm_by_address(email, password, digits, &source);
    let (problem, until) = match confirmed.await {
        Ok(finished) => return finish(&web, session, &source, finished).await,
        Err(Failure::Rejected(AddressRejection::NotDigits)) => (AddressProblem::Shape, None),
        Err(Failure::Rejected(AddressRejection::Wrong)) => (AddressProblem::Wrong, None),
        Err(Failure::Rejected(AddressRejection::TooMany { until })) => {
            let minutes = seconds_until(web.services.ports().now(), until).div_ceil(60);
            (AddressProblem::SlowDown { minutes }, Some(until))
        }
        Err(Failure::Internal(fault)) => {
            tracing::error!(error = %fault, "an account could not be finished");
            (AddressProblem::Unavailable, None)
        }
    };
    Ok(address_page(&web, &session, fields, vec![problem], until))
}

fn address_page(
    web: &Web,
    session: &SessionHandle,
    fields: Fields,
    problems: Vec<AddressProblem>,
    until: Option<Timestamp>,
) -> Response {
    let status = match problems.first() {
        Some(AddressProblem::SlowDown { .. }) => StatusCode::TOO_MANY_REQUESTS,
        Some(AddressProblem::Unavailable) => StatusCode::SERVICE_UNAVAILABLE,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let kept = |text: String| text.chars().take(policy::EMAIL_MAX * 2).collect();
    let view = View::Address(Address {
        email: kept(fields.email),
        digits: kept(fields.digits),
        problems,
    });
    let response = show(status, page(&web.frame(session), &view));
    match until {
        Some(until) => retry_after(until.since(web.services.ports().now()), response),
        None => response,
    }
}

/// The way that the other browser was on continues here, where this one is on none.
async fn finish(
    web: &Web,
    mut session: SessionHandle,
    source: &Source,
    finished: Finished,
) -> Result<Response, PageError> {
    session.data.flow = session.data.flow.take().or(finished.flow);
    signed_in(web, &mut session, source, finished.by).await
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
    session: SessionHandle,
    Path(token): Path<String>,
    Form(fields): Form<LinkFields>,
) -> Result<Response, PageError> {
    let began = session.data.sign_up;
    let confirmed = web
        .services
        .people()
        .confirm_by_link(&token, &fields.password, began, &source);
    let problem = match confirmed.await {
        Ok(finished) => return finish(&web, session, &source, finished).await,
        Err(Failure::Rejected(LinkRejection::NoPassword)) => Some(LinkProblem::NoPassword),
        Err(Failure::Rejected(LinkRejection::WrongPassword { left })) => {
            Some(LinkProblem::Wrong { left })
        }
        // The page itself says that the link is over.
        Err(Failure::Rejected(LinkRejection::Over)) => None,
        Err(Failure::Internal(fault)) => {
            tracing::error!(error = %fault, "an account could not be finished");
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
    let found = web.services.people().sign_up_link(&token).await?;
    let (status, view) = match found {
        None => (StatusCode::GONE, View::LinkOver),
        Some((id, email)) => {
            let status = match problem {
                None => StatusCode::OK,
                Some(LinkProblem::Unavailable) => StatusCode::SERVICE_UNAVAILABLE,
                Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
            };
            let began = session.data.sign_up == Some(id);
            let link = Link {
                token,
                email,
                began,
                problem,
            };
            (status, View::Link(link))
        }
    };
    Ok(show(status, page(&web.frame(session), &view)))
}
