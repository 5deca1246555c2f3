//! `/staff/prove`, and the layer that leads there: a form that a service refuses for want of a fresh proof is held in the
//! session, sealed like all of it, and sent on once after the proof, as if it came then.

use super::{HOME, lock, sign_in_code};
use crate::http::client_address::ClientAddress;
use crate::http::device;
use crate::http::error::{NeedsProof, PageError};
use crate::http::extract::{AnyStaff, signed_in};
use crate::http::pages::sign_in::Refused;
use crate::http::session::{Desk, Held, Visitor};
use crate::http::web::Web;
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
use serde::Deserialize;
use service::{Failure, ProveRefusal, SignIn, Source};
use tower_sessions::Session;

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
    if response.extensions().get::<NeedsProof>().is_none() {
        return response;
    }
    asked(&web, visitor, held).await.into_response()
}

/// The question in place of the answer.
async fn asked(web: &Web, mut visitor: Visitor, held: Held) -> Result<Response, PageError> {
    visitor.visit.unproven = Some(held);
    let staff = AnyStaff::admit(web, visitor).await?;
    staff.visitor.keep().await?;
    shown(&staff, StatusCode::FORBIDDEN, None).await
}

pub async fn get(staff: AnyStaff) -> Result<Response, PageError> {
    if staff.visitor.visit.unproven.is_none() {
        return Ok(Redirect::to(HOME).into_response());
    }
    shown(&staff, StatusCode::OK, None).await
}

async fn shown(
    staff: &AnyStaff,
    status: StatusCode,
    problem: Option<Problem>,
) -> Result<Response, PageError> {
    let takes = staff.services().proof_takes(staff).await?;
    let view = View {
        factor: match takes {
            Some(SignIn::Code(_)) => Factor::Code,
            Some(SignIn::Enrol(_)) => Factor::Missing,
            _ => Factor::None,
        },
        kept: staff.visitor.visit.unproven.is_some(),
        problem,
    };
    Ok(staff.show(status, page, &view))
}

#[derive(Deserialize)]
pub struct Fields {
    #[serde(default)]
    password: String,
    #[serde(default)]
    code: String,
}

pub async fn post(
    mut staff: AnyStaff,
    Extension(from): Extension<ClientAddress>,
    source: Source,
    Extension(desk): Extension<lock::Desk>,
    session: Session,
    Form(fields): Form<Fields>,
) -> Result<Response, PageError> {
    if staff.visitor.visit.unproven.is_none() {
        return Ok(Redirect::to(HOME).into_response());
    }
    let by = signed_in(&staff.visitor)?.clone();
    if fields.password.is_empty() {
        let problem = Problem::Password(sign_in::Problem::NoPassword);
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return shown(&staff, status, Some(problem)).await;
    }
    let proven = staff
        .services()
        .prove_anew(&by, &fields.password, &fields.code, &source);
    let proven = match proven.await {
        Ok(proven) => proven,
        Err(refused) => {
            return again(&staff, refused, &fields.code).await;
        }
    };
    let device = staff.services().remember_staff(&source, &proven).await;
    let device = device::remembered(&staff.web, device?);
    staff.visitor.visit.desk = Some(Desk::Open(proven));
    let held = staff.visitor.visit.unproven.take();
    staff.visitor.renew().await?;
    let response = lock::go_on(desk, session, from, held).await;
    Ok((device, response).into_response())
}

/// The question again. What waits for the proof goes on waiting.
async fn again(
    staff: &AnyStaff,
    refused: Failure<ProveRefusal>,
    code: &str,
) -> Result<Response, PageError> {
    let by_password = |refused: Refused| {
        let problem = refused.problems.first().copied().map(Problem::Password);
        (problem, Some(refused))
    };
    let (problem, refused) = match refused {
        Failure::Refused(ProveRefusal::Password(refusal)) => {
            by_password(Refused::of(&staff.web, refusal))
        }
        Failure::Fault(fault) => by_password(Refused::unavailable(&fault)),
        Failure::Refused(ProveRefusal::Missing) => (None, None),
        Failure::Refused(ProveRefusal::Code(refusal)) => {
            let refused = Failure::Refused(refusal);
            let problem = if code.trim().is_empty() {
                Some(app::pages::staff::sign_in_code::Problem::Empty)
            } else {
                sign_in_code::problem(&staff.web, &refused, code)
            };
            (problem.map(Problem::Code), None)
        }
    };
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    let response = shown(staff, status, problem).await?;
    Ok(match refused {
        Some(refused) => refused.dressed(&staff.web, response),
        None => response,
    })
}
