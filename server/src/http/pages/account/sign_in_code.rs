//! `/sign-in/code`: the second step, for a person whose password was right.

use super::sign_in::signed_in;
use super::waiting_clinic;
use crate::http::error::PageError;
use crate::http::extract::{Admitted, Guard};
use crate::http::failed_sign_in::FailedSignIn;
use crate::http::session::SessionHandle;
use crate::http::web::{Web, retry_after, seconds_until};
use app::components::Frame;
use app::pages::account::sign_in_code::{Problem, View, page};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::Form;
use serde::Deserialize;
use service::{CodeRejection, Failure, HalfSignedInPerson, Source};

#[derive(Deserialize)]
pub struct Fields {
    #[serde(default)]
    code: String,
}

/// A person whose password was right a moment ago. Everyone else is redirected to the sign-in page, which knows where
/// to send people who are signed in.
impl Guard for HalfSignedInPerson {
    async fn admit(web: &Web, session: &SessionHandle) -> Result<Self, PageError> {
        if let Some(half) = &session.data.half
            && web.services.people().awaits_code(half).await?
        {
            return Ok(half.clone());
        }
        Err(Redirect::to("/sign-in").into_response().into())
    }

    fn frame(&self, web: &Web, session: &SessionHandle) -> Frame {
        web.frame(session)
    }
}

type Expected = Admitted<HalfSignedInPerson>;

pub async fn get(expected: Expected) -> Result<Response, PageError> {
    let view = View {
        clinic: waiting_clinic(&expected.web, &expected.session).await?,
        problem: None,
    };
    Ok(expected.show(StatusCode::OK, page, &view))
}

pub async fn post(
    expected: Expected,
    source: Source,
    Form(fields): Form<Fields>,
) -> Result<Response, PageError> {
    let Admitted {
        web,
        mut session,
        who: half,
    } = expected;
    let people = web.services.people();
    let entered = people.enter_person_code(&half, &fields.code, &source).await;
    let refused = match entered {
        Ok(by) => return signed_in(&web, &mut session, &source, by).await,
        Err(refused) => refused,
    };
    let Some(problem) = problem(&web, &refused, &fields.code) else {
        return Ok(Redirect::to("/sign-in").into_response());
    };
    let view = View {
        clinic: waiting_clinic(&web, &session).await.unwrap_or_default(),
        problem: Some(problem),
    };
    let mut response = web.show(status(problem), page, &view);
    if matches!(problem, Problem::Wrong { .. }) {
        response.extensions_mut().insert(FailedSignIn);
    }
    Ok(match refused {
        Failure::Rejected(CodeRejection::Locked { until }) => {
            retry_after(until.since(web.services.ports().now()), response)
        }
        _ => response,
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
fn problem(web: &Web, refused: &Failure<CodeRejection>, code: &str) -> Option<Problem> {
    match refused {
        Failure::Rejected(refusal) => refusal_at_code(web, *refusal, code),
        Failure::Internal(fault) => {
            tracing::error!(error = %fault, "a code could not be evaluated");
            Some(Problem::Unavailable)
        }
    }
}

/// The same of a refusal alone.
pub(super) fn refusal_at_code(web: &Web, refusal: CodeRejection, code: &str) -> Option<Problem> {
    let now = web.services.ports().now();
    match refusal {
        CodeRejection::Shape if code.trim().is_empty() => Some(Problem::Empty),
        CodeRejection::Shape => Some(Problem::Shape),
        CodeRejection::Wrong => Some(Problem::Wrong { now }),
        CodeRejection::Locked { until } => Some(Problem::Locked {
            seconds: seconds_until(now, until),
        }),
        CodeRejection::Over => None,
    }
}
