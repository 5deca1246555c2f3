//! `/staff/prove`, and the layer that leads there: a form that a service refuses for want of a fresh proof is held in the
//! session, sealed like all of it, and sent on once after the proof, as if it came then.

use super::lock;
use crate::http::client_address::ClientAddress;
use crate::http::device;
use crate::http::error::{NeedsProof, PageError};
use crate::http::extract::{AnyStaff, signed_in};
use crate::http::pages::sign_in::Refused;
use crate::http::pages::staff::HOME;
use crate::http::session::{HeldRequest, SessionHandle, StaffSession};
use crate::http::web::{Web, show};
use app::page::Page;
use app::pages::account::sign_in;
use app::pages::staff::account::prove::{Factor, Problem, View, page};
use app::pages::staff::account::sign_in_code;
use axum::Extension;
use axum::body::{Body, to_bytes};
use axum::extract::{FromRequestParts, Request, State};
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::Form;
use domain::policy;
use serde::Deserialize;
use service::{Failure, ProveRejection, SignIn, SignedInStaff, Source};
use tower_sessions::Session;

/// Around the forms that need a fresh proof. The service alone decides whether there is one.
pub async fn layer(State(web): State<Web>, request: Request, next: Next) -> Response {
    if request.method() != Method::POST {
        return next.run(request).await;
    }
    let (mut parts, body) = request.into_parts();
    let session = match SessionHandle::from_request_parts(&mut parts, &web).await {
        Ok(session) => session,
        Err(failed) => return failed.into_response(),
    };
    let Ok(body) = to_bytes(body, policy::BODY_MAX).await else {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    };
    let held = HeldRequest::form(&parts, &body);
    let request = Request::from_parts(parts, Body::from(body));
    let response = next.run(request).await;
    if response.extensions().get::<NeedsProof>().is_none() {
        return response;
    }
    asked(&web, session, held).await.into_response()
}

/// The question in place of the answer.
async fn asked(
    web: &Web,
    mut session: SessionHandle,
    held: HeldRequest,
) -> Result<Response, PageError> {
    session.data.unproven = Some(held);
    let staff = AnyStaff::admit(web, session).await?;
    staff.session.keep().await?;
    shown(&staff, StatusCode::FORBIDDEN, None).await
}

pub async fn get(staff: AnyStaff) -> Result<Response, PageError> {
    if staff.session.data.unproven.is_none() {
        return Ok(Redirect::to(HOME).into_response());
    }
    shown(&staff, StatusCode::OK, None).await
}

async fn shown(
    staff: &AnyStaff,
    status: StatusCode,
    problem: Option<Problem>,
) -> Result<Response, PageError> {
    let takes = staff.services().staff().proof_takes(staff).await?;
    let view = View {
        factor: match takes {
            Some(SignIn::Code(_)) => Factor::Code,
            Some(SignIn::Enrol(_)) => Factor::Missing,
            _ => Factor::None,
        },
        kept: staff.session.data.unproven.is_some(),
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
    Extension(desk): Extension<lock::UnlockedDesk>,
    session: Session,
    Form(fields): Form<Fields>,
) -> Result<Response, PageError> {
    if staff.session.data.unproven.is_none() {
        return Ok(Redirect::to(HOME).into_response());
    }
    let by = signed_in(&staff.session)?.clone();
    if fields.password.is_empty() {
        let problem = Problem::Password(sign_in::Problem::NoPassword);
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return shown(&staff, status, Some(problem)).await;
    }
    let proven = staff
        .services()
        .staff()
        .prove_anew(&by, &fields.password, &fields.code, &source);
    let proven = match proven.await {
        Ok(proven) => proven,
        Err(refused) => {
            return render_again(&staff, refused, &fields.code).await;
        }
    };
    let device = staff
        .services()
        .sign_ins()
        .remember_staff(&source, &proven)
        .await;
    let device = device::remembered(&staff.web, device?);
    staff.session.data.desk = Some(StaffSession::Open(proven));
    let held = staff.session.data.unproven.take();
    staff.session.renew().await?;
    let response = lock::go_on(desk, session, from, held).await;
    Ok((device, response).into_response())
}

/// The question again. What waits for the proof continues waiting.
async fn render_again(
    staff: &AnyStaff,
    refused: Failure<ProveRejection>,
    code: &str,
) -> Result<Response, PageError> {
    let unproven = Unproven::of(&staff.web, refused, code);
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    let response = shown(staff, status, unproven.problem).await?;
    Ok(unproven.dressed(&staff.web, response))
}

/// Why a proof was not taken, as the page that asked for it says it.
pub(super) struct Unproven {
    pub problem: Option<Problem>,
    refused: Option<Refused>,
}

impl Unproven {
    fn of(web: &Web, failure: Failure<ProveRejection>, code: &str) -> Self {
        let by_password = |refused: Refused| Self {
            problem: refused.problems.first().copied().map(Problem::Password),
            refused: Some(refused),
        };
        let problem = match failure {
            Failure::Rejected(ProveRejection::Password(refusal)) => {
                return by_password(Refused::of(web, refusal));
            }
            Failure::Internal(fault) => return by_password(Refused::unavailable(&fault)),
            Failure::Rejected(ProveRejection::Missing) => None,
            Failure::Rejected(ProveRejection::Code(refusal)) => {
                let refused = Failure::Rejected(refusal);
                if code.trim().is_empty() {
                    Some(sign_in_code::Problem::Empty)
                } else {
                    super::sign_in_code::problem(web, &refused, code)
                }
            }
        };
        Self {
            problem: problem.map(Problem::Code),
            refused: None,
        }
    }

    fn incomplete(problem: Problem) -> Self {
        Self {
            problem: Some(problem),
            refused: None,
        }
    }

    /// The page with this problem, with its status and the wait in its header where there is one.
    pub fn shown(&self, web: &Web, page: Page) -> Response {
        self.dressed(web, show(StatusCode::UNPROCESSABLE_ENTITY, page))
    }

    fn dressed(&self, web: &Web, response: Response) -> Response {
        match &self.refused {
            Some(refused) => refused.dressed(web, response),
            None => response,
        }
    }
}

/// The proof before the second factor changes. `code` is None where the page asks for none, as there is no
/// authenticator yet. A field that is empty costs no try.
pub(super) async fn for_authenticator(
    web: &Web,
    by: &SignedInStaff,
    password: &str,
    code: Option<&str>,
    source: &Source,
) -> Result<SignedInStaff, Unproven> {
    if password.is_empty() {
        let problem = Problem::Password(sign_in::Problem::NoPassword);
        return Err(Unproven::incomplete(problem));
    }
    if code.is_some_and(|code| code.trim().is_empty()) {
        let problem = Problem::Code(sign_in_code::Problem::Empty);
        return Err(Unproven::incomplete(problem));
    }
    let code = code.unwrap_or_default();
    let proven = web
        .services
        .staff()
        .prove_for_authenticator(by, password, code, source);
    proven
        .await
        .map_err(|failure| Unproven::of(web, failure, code))
}
