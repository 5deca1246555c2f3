//! `/staff/sign-in/code` and `/staff/sign-in/recovery`: the second step, for someone whose password was right.

use crate::http::device;
use crate::http::error::PageError;
use crate::http::extract::{Admitted, Guard};
use crate::http::failed_sign_in::FailedSignIn;
use crate::http::pages::staff::HOME;
use crate::http::session::{SessionHandle, StaffSession};
use crate::http::web::{Web, retry_after, seconds_until};
use app::components::Frame;
use app::pages::staff::account::sign_in_code::{Problem, View, Way, page};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::Form;
use domain::policy;
use serde::Deserialize;
use service::{CodeRejection, Failure, HalfSignedIn, SignIn, Source};

#[derive(Deserialize)]
pub struct Fields {
    #[serde(default)]
    code: String,
}

/// A member of staff whose password was right a moment ago, and who has an authenticator. Everyone else is redirected
/// to the sign-in page, which knows where to send staff who are signed in.
impl Guard for HalfSignedIn {
    async fn admit(web: &Web, session: &SessionHandle) -> Result<Self, PageError> {
        let elsewhere = |path: &str| Err(Redirect::to(path).into_response().into());
        let Some(StaffSession::PasswordRight(half)) = &session.data.desk else {
            return elsewhere("/staff/sign-in");
        };
        if web.services.ports().now().since(half.at) >= policy::SECOND_STEP {
            return elsewhere("/staff/sign-in");
        }
        match web.services.staff().second_step(half).await? {
            Some(SignIn::Code(_)) => Ok(half.clone()),
            Some(SignIn::Enrol(_)) => elsewhere("/staff/authenticator"),
            _ => elsewhere("/staff/sign-in"),
        }
    }

    fn frame(&self, web: &Web, _: &SessionHandle) -> Frame {
        web.bare_frame()
    }
}

/// Staff at the second step of their sign-in.
type Expected = Admitted<HalfSignedIn>;

pub async fn get(expected: Expected) -> Response {
    shown(&expected, Way::App)
}

pub async fn get_recovery(expected: Expected) -> Response {
    shown(&expected, Way::Recovery)
}

pub async fn post(
    expected: Expected,
    source: Source,
    Form(fields): Form<Fields>,
) -> Result<Response, PageError> {
    enter(expected, &source, &fields.code, Way::App).await
}

pub async fn post_recovery(
    expected: Expected,
    source: Source,
    Form(fields): Form<Fields>,
) -> Result<Response, PageError> {
    enter(expected, &source, &fields.code, Way::Recovery).await
}

fn shown(expected: &Expected, way: Way) -> Response {
    let view = View { way, problem: None };
    expected.show(StatusCode::OK, page, &view)
}

async fn enter(
    expected: Expected,
    source: &Source,
    code: &str,
    way: Way,
) -> Result<Response, PageError> {
    let Admitted {
        web,
        mut session,
        who: half,
    } = expected;
    let outcome = web
        .services
        .staff()
        .enter_staff_code(&half, code, source)
        .await;
    let refused = match outcome {
        Ok(sign_in) => {
            let device = web
                .services
                .sign_ins()
                .remember_staff(source, &sign_in)
                .await?;
            session.data.desk = Some(StaffSession::Open(sign_in));
            session.renew().await?;
            let on = Redirect::to(HOME);
            return Ok((device::remembered(&web, device), on).into_response());
        }
        Err(refused) => refused,
    };
    let Some(problem) = problem(&web, &refused, code) else {
        return Ok(Redirect::to("/staff/sign-in").into_response());
    };
    let view = View {
        way,
        problem: Some(problem),
    };
    let mut page = web.show(status(problem), page, &view);
    if matches!(problem, Problem::Wrong { .. }) {
        page.extensions_mut().insert(FailedSignIn);
    }
    Ok(match refused {
        Failure::Rejected(CodeRejection::Locked { until }) => {
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
pub(super) fn problem(web: &Web, refused: &Failure<CodeRejection>, code: &str) -> Option<Problem> {
    Some(match refused {
        Failure::Rejected(CodeRejection::Shape) if code.trim().is_empty() => Problem::Empty,
        Failure::Rejected(CodeRejection::Shape) => Problem::Shape,
        Failure::Rejected(CodeRejection::Wrong) => Problem::Wrong {
            now: web.services.ports().now(),
        },
        Failure::Rejected(CodeRejection::Locked { until }) => Problem::Locked {
            seconds: seconds_until(web.services.ports().now(), *until),
        },
        Failure::Rejected(CodeRejection::Over) => return None,
        Failure::Internal(fault) => {
            tracing::error!(error = %fault, "a code could not be evaluated");
            Problem::Unavailable
        }
    })
}
