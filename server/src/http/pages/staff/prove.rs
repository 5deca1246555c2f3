//! `/staff/prove`, and the layer that leads there: a form that a service refuses for want of a fresh proof is held in the
//! session, sealed like all of it, and sent on once after the proof, as if it came then.

use super::{HOME, at_work, frame_of, lock, sign_in_code, signed_in};
use crate::http::client_address::ClientAddress;
use crate::http::device;
use crate::http::failed::Failed;
use crate::http::pages::sign_in::{Refused, opened};
use crate::http::session::{Desk, Held, Visitor};
use crate::http::web::{Web, show};
use app::pages::account::sign_in;
use app::pages::staff::prove::{Factor, Problem, View, page};
use axum::Extension;
use axum::body::{Body, to_bytes};
use axum::extract::{FromRequestParts, Request, State};
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::Form;
use domain::policy;
use domain::staff::Staff;
use serde::Deserialize;
use service::{Failure, ProveRefusal, SignIn, Source};
use tower_sessions::Session;

/// Marks an answer: the service wants a fresh proof.
#[derive(Clone)]
struct Wanted;

/// What a handler answers whose service wants a fresh proof.
pub fn wanted() -> Response {
    (StatusCode::FORBIDDEN, Extension(Wanted)).into_response()
}

/// Around the forms that need a fresh proof. The service alone decides whether there is one.
pub async fn layer(State(web): State<Web>, request: Request, next: Next) -> Response {
    if request.method() != Method::POST {
        return next.run(request).await;
    }
    let (mut parts, body) = request.into_parts();
    let visitor = match Visitor::from_request_parts(&mut parts, &web).await {
        Ok(visitor) => visitor,
        Err(failed) => return failed.into_response(),
    };
    let Ok(body) = to_bytes(body, policy::BODY_MAX).await else {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    };
    let held = Held::form(&parts, &body);
    let request = Request::from_parts(parts, Body::from(body));
    let response = next.run(request).await;
    if response.extensions().get::<Wanted>().is_none() {
        return response;
    }
    match asked(&web, visitor, held).await {
        Ok(response) | Err(response) => response,
    }
}

/// The question in place of the answer.
async fn asked(web: &Web, mut visitor: Visitor, held: Held) -> Result<Response, Response> {
    let staff = at_work(web, &visitor).await?;
    visitor.visit.unproven = Some(held);
    visitor.keep().await.map_err(IntoResponse::into_response)?;
    shown(web, &visitor, &staff, StatusCode::FORBIDDEN, None).await
}

pub async fn get(State(web): State<Web>, visitor: Visitor) -> Result<Response, Response> {
    let staff = at_work(&web, &visitor).await?;
    if visitor.visit.unproven.is_none() {
        return Ok(Redirect::to(HOME).into_response());
    }
    shown(&web, &visitor, &staff, StatusCode::OK, None).await
}

async fn shown(
    web: &Web,
    visitor: &Visitor,
    staff: &Staff,
    status: StatusCode,
    problem: Option<Problem>,
) -> Result<Response, Response> {
    let takes = web.services.proof_takes(staff).await;
    let takes = takes.map_err(|fault| Failed::from(fault).into_response())?;
    let view = View {
        factor: match takes {
            Some(SignIn::Code(_)) => Factor::Code,
            Some(SignIn::Enrol(_)) => Factor::Missing,
            _ => Factor::None,
        },
        kept: visitor.visit.unproven.is_some(),
        problem,
    };
    Ok(show(status, page(&frame_of(web, staff), &view)))
}

#[derive(Deserialize)]
pub struct Fields {
    #[serde(default)]
    password: String,
    #[serde(default)]
    code: String,
}

pub async fn post(
    State(web): State<Web>,
    Extension(from): Extension<ClientAddress>,
    source: Source,
    Extension(desk): Extension<lock::Desk>,
    session: Session,
    mut visitor: Visitor,
    Form(fields): Form<Fields>,
) -> Result<Response, Response> {
    let staff = at_work(&web, &visitor).await?;
    if visitor.visit.unproven.is_none() {
        return Ok(Redirect::to(HOME).into_response());
    }
    let by = signed_in(&visitor)?.clone();
    if fields.password.is_empty() {
        let problem = Problem::Password(sign_in::Problem::NoPassword);
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return shown(&web, &visitor, &staff, status, Some(problem)).await;
    }
    let proven = web
        .services
        .prove_anew(&by, &fields.password, &fields.code, &source);
    let proven = match proven.await {
        Ok(proven) => proven,
        Err(refused) => return again(&web, &visitor, &staff, refused, &fields.code).await,
    };
    let failed = |fault| Failed::from(fault).into_response();
    let device = web.services.remember_staff(&source, &proven).await;
    let device = device::remembered(&web, device.map_err(failed)?);
    visitor.visit.desk = Some(Desk::Open(proven));
    let held = visitor.visit.unproven.take();
    visitor.renew().await.map_err(IntoResponse::into_response)?;
    let response = lock::go_on(desk, session, from, held).await;
    Ok((device, response).into_response())
}

/// The question again. What waits for the proof goes on waiting.
async fn again(
    web: &Web,
    visitor: &Visitor,
    staff: &Staff,
    refused: Failure<ProveRefusal>,
    code: &str,
) -> Result<Response, Response> {
    let by_password = |outcome| -> (Option<Problem>, Option<Refused>) {
        let refused = opened::<()>(web, Err(outcome)).err();
        let problem = refused
            .as_ref()
            .and_then(|refused| refused.problems.first());
        (problem.copied().map(Problem::Password), refused)
    };
    let (problem, refused) = match refused {
        Failure::Refused(ProveRefusal::Password(refusal)) => by_password(Failure::Refused(refusal)),
        Failure::Fault(fault) => by_password(Failure::Fault(fault)),
        Failure::Refused(ProveRefusal::Missing) => (None, None),
        Failure::Refused(ProveRefusal::Code(refusal)) => {
            let refused = Failure::Refused(refusal);
            let problem = if code.trim().is_empty() {
                Some(app::pages::staff::sign_in_code::Problem::Empty)
            } else {
                sign_in_code::problem(web, &refused, code)
            };
            (problem.map(Problem::Code), None)
        }
    };
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    let response = shown(web, visitor, staff, status, problem).await?;
    Ok(match refused {
        Some(refused) => refused.dressed(web, response),
        None => response,
    })
}
