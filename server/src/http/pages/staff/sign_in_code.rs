//! `/staff/sign-in/code` and `/staff/sign-in/recovery`: the second step, for somebody whose password was right.

use super::HOME;
use crate::http::client_address::ClientAddress;
use crate::http::failed::Failed;
use crate::http::session::{Desk, Visitor};
use crate::http::web::{Web, minutes_until, retry_after, show};
use crate::service::{CodeRefusal, Failure, SignIn};
use app::domain::ids::StaffId;
use app::domain::policy;
use app::pages::staff::sign_in_code::{Problem, View, Way, page};
use axum::Extension;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::Form;
use serde::Deserialize;

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
    Extension(from): Extension<ClientAddress>,
    visitor: Visitor,
    Form(fields): Form<Fields>,
) -> Result<Response, Response> {
    enter(&web, &from, visitor, &fields.code, Way::App).await
}

pub async fn post_recovery(
    State(web): State<Web>,
    Extension(from): Extension<ClientAddress>,
    visitor: Visitor,
    Form(fields): Form<Fields>,
) -> Result<Response, Response> {
    enter(&web, &from, visitor, &fields.code, Way::Recovery).await
}

/// Whose password was right not long ago, and who has an authenticator; everybody else belongs at the door, which knows
/// where to lead who is in already.
async fn expected(web: &Web, visitor: &Visitor) -> Result<StaffId, Response> {
    let elsewhere = |path: &str| Err(Redirect::to(path).into_response());
    let Some(Desk::PasswordRight { staff, at }) = visitor.visit.desk else {
        return elsewhere("/staff/sign-in");
    };
    if web.services.ports().now().since(at) >= policy::SECOND_STEP {
        return elsewhere("/staff/sign-in");
    }
    match web.services.second_step(staff).await {
        Ok(Some(SignIn::Code(_))) => Ok(staff),
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
    from: &ClientAddress,
    mut visitor: Visitor,
    code: &str,
    way: Way,
) -> Result<Response, Response> {
    let staff = expected(web, &visitor).await?;
    let from = from.limiter_key();
    let outcome = web.services.enter_staff_code(staff, code, &from).await;
    let refused = match outcome {
        Ok(sign_in) => {
            visitor.visit.desk = Some(Desk::Open(sign_in));
            visitor.renew().await.map_err(IntoResponse::into_response)?;
            return Ok(Redirect::to(HOME).into_response());
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
    let page = show(status(problem), page(&web.bare_frame(), &view));
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
        Problem::Empty | Problem::Shape | Problem::Wrong => StatusCode::UNPROCESSABLE_ENTITY,
    }
}

/// What the page says; None where the way is over.
pub(super) fn problem(web: &Web, refused: &Failure<CodeRefusal>, code: &str) -> Option<Problem> {
    Some(match refused {
        Failure::Refused(CodeRefusal::Shape) if code.trim().is_empty() => Problem::Empty,
        Failure::Refused(CodeRefusal::Shape) => Problem::Shape,
        Failure::Refused(CodeRefusal::Wrong) => Problem::Wrong,
        Failure::Refused(CodeRefusal::Locked { until }) => Problem::Locked {
            minutes: minutes_until(web.services.ports().now(), *until),
        },
        Failure::Refused(CodeRefusal::Over) => return None,
        Failure::Fault(fault) => {
            tracing::error!(error = %fault, "a code could not be evaluated");
            Problem::Unavailable
        }
    })
}
