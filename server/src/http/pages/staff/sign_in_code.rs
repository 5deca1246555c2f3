//! `/staff/sign-in/code` and `/staff/sign-in/recovery`: the second step, for somebody whose password was right.

use super::HOME;
use crate::http::device;
use crate::http::failed::Failed;
use crate::http::failed_sign_in::FailedSignIn;
use crate::http::session::{Desk, Visitor};
use crate::http::web::{Web, retry_after, seconds_until, show};
use app::pages::staff::sign_in_code::{Problem, View, Way, page};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::Form;
use domain::policy;
use serde::Deserialize;
use service::{CodeRefusal, Failure, HalfSignedIn, SignIn, Source};

#[derive(Deserialize)]
pub struct Fields {
    #[serde(default)]
    code: String,
}

pub async fn get(State(web): State<Web>, visitor: Visitor) -> Result<Response, Response> {
    shown(&web, &visitor, Way::App).await
}

pub async fn get_recovery(State(web): State<Web>, visitor: Visitor) -> Result<Response, Response> {
    shown(&web, &visitor, Way::Recovery).await
}

pub async fn post(
    State(web): State<Web>,
    source: Source,
    visitor: Visitor,
    Form(fields): Form<Fields>,
) -> Result<Response, Response> {
    enter(&web, &source, visitor, &fields.code, Way::App).await
}

pub async fn post_recovery(
    State(web): State<Web>,
    source: Source,
    visitor: Visitor,
    Form(fields): Form<Fields>,
) -> Result<Response, Response> {
    enter(&web, &source, visitor, &fields.code, Way::Recovery).await
}

/// Whose password was right not long ago, and who has an authenticator; everybody else belongs at the door, which knows
/// where to lead who is in already.
async fn expected(web: &Web, visitor: &Visitor) -> Result<HalfSignedIn, Response> {
    let elsewhere = |path: &str| Err(Redirect::to(path).into_response());
    let Some(Desk::PasswordRight(half)) = &visitor.visit.desk else {
        return elsewhere("/staff/sign-in");
    };
    if web.services.ports().now().since(half.at) >= policy::SECOND_STEP {
        return elsewhere("/staff/sign-in");
    }
    match web.services.second_step(half).await {
        Ok(Some(SignIn::Code(_))) => Ok(half.clone()),
        Ok(Some(SignIn::Enrol(_))) => elsewhere("/staff/authenticator"),
        Ok(_) => elsewhere("/staff/sign-in"),
        Err(fault) => Err(Failed::from(fault).into_response()),
    }
}

async fn shown(web: &Web, visitor: &Visitor, way: Way) -> Result<Response, Response> {
    expected(web, visitor).await?;
    let view = View { way, problem: None };
    Ok(show(StatusCode::OK, page(&web.bare_frame(), &view)))
}

async fn enter(
    web: &Web,
    source: &Source,
    mut visitor: Visitor,
    code: &str,
    way: Way,
) -> Result<Response, Response> {
    let half = expected(web, &visitor).await?;
    let outcome = web.services.enter_staff_code(&half, code, source).await;
    let refused = match outcome {
        Ok(sign_in) => {
            let device = web.services.remember_staff(source, &sign_in).await;
            let device = device.map_err(|fault| Failed::from(fault).into_response())?;
            visitor.visit.desk = Some(Desk::Open(sign_in));
            visitor.renew().await.map_err(IntoResponse::into_response)?;
            let on = Redirect::to(HOME);
            return Ok((device::remembered(web, device), on).into_response());
        }
        Err(refused) => refused,
    };
    let Some(problem) = problem(web, &refused, code) else {
        return Ok(Redirect::to("/staff/sign-in").into_response());
    };
    let view = View {
        way,
        problem: Some(problem),
    };
    let mut page = show(status(problem), page(&web.bare_frame(), &view));
    if matches!(problem, Problem::Wrong { .. }) {
        page.extensions_mut().insert(FailedSignIn);
    }
    Ok(match refused {
        Failure::Refused(CodeRefusal::Locked { until }) => {
            retry_after(until.since(web.services.ports().now()), page)
        }
        _ => page,
    })
}

pub(super) fn status(problem: Problem) -> StatusCode {
    match problem {
        Problem::Locked { .. } => StatusCode::TOO_MANY_REQUESTS,
        Problem::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        Problem::Empty | Problem::Shape | Problem::Wrong { .. } => StatusCode::UNPROCESSABLE_ENTITY,
    }
}

/// What the page says; None where the way is over.
pub(super) fn problem(web: &Web, refused: &Failure<CodeRefusal>, code: &str) -> Option<Problem> {
    Some(match refused {
        Failure::Refused(CodeRefusal::Shape) if code.trim().is_empty() => Problem::Empty,
        Failure::Refused(CodeRefusal::Shape) => Problem::Shape,
        Failure::Refused(CodeRefusal::Wrong) => Problem::Wrong {
            now: web.services.ports().now(),
        },
        Failure::Refused(CodeRefusal::Locked { until }) => Problem::Locked {
            seconds: seconds_until(web.services.ports().now(), *until),
        },
        Failure::Refused(CodeRefusal::Over) => return None,
        Failure::Fault(fault) => {
            tracing::error!(error = %fault, "a code could not be evaluated");
            Problem::Unavailable
        }
    })
}
