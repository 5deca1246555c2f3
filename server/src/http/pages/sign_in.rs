//! An address and a password: the form of every door, what it may come to, and how that is answered.

use crate::http::failed_sign_in::FailedSignIn;
use crate::http::web::{Web, retry_after, seconds_until, show};
use app::page::Page;
use app::pages::account::sign_in::Problem;
use axum::http::StatusCode;
use axum::response::Response;
use domain::policy;
use domain::timestamp::Timestamp;
use serde::Deserialize;
use service::{Failure, InternalError, Outcome, SignInRejection};

#[derive(Deserialize)]
pub struct Fields {
    #[serde(default)]
    pub email: String,
    #[serde(default)]
    pub password: String,
}

impl Fields {
    /// What is missing.
    pub fn problems(&self) -> Vec<Problem> {
        let mut problems = Vec::new();
        if self.email.trim().is_empty() {
            problems.push(Problem::NoEmail);
        }
        if self.password.is_empty() {
            problems.push(Problem::NoPassword);
        }
        problems
    }

    /// The address as it is shown again.
    pub fn kept_email(self) -> String {
        self.email.chars().take(policy::EMAIL_MAX).collect()
    }
}

/// Why no one is signed in, with what the page says and how long to wait.
pub struct Refused {
    pub problems: Vec<Problem>,
    status: StatusCode,
    until: Option<Timestamp>,
}

impl Refused {
    /// A form that was not filled in.
    pub fn incomplete(problems: Vec<Problem>) -> Self {
        Self {
            problems,
            status: StatusCode::UNPROCESSABLE_ENTITY,
            until: None,
        }
    }

    pub fn of(web: &Web, refusal: SignInRejection) -> Self {
        let (status, problem, until) = match refusal {
            SignInRejection::WrongPair => (StatusCode::UNPROCESSABLE_ENTITY, Problem::Wrong, None),
            SignInRejection::Locked { until } => {
                let seconds = seconds_until(web.services.ports().now(), until);
                let locked = Problem::Locked { seconds };
                (StatusCode::TOO_MANY_REQUESTS, locked, Some(until))
            }
        };
        Self {
            problems: vec![problem],
            status,
            until,
        }
    }

    pub fn unavailable(fault: &InternalError) -> Self {
        tracing::error!(error = %fault, "a sign-in could not be evaluated");
        Self {
            problems: vec![Problem::Unavailable],
            status: StatusCode::SERVICE_UNAVAILABLE,
            until: None,
        }
    }

    /// The page, with its status, and the wait in its header where there is one.
    pub fn shown(&self, web: &Web, page: Page) -> Response {
        self.dressed(web, show(self.status, page))
    }

    /// A page that is a response already, with the same status, mark and header.
    pub fn dressed(&self, web: &Web, mut response: Response) -> Response {
        *response.status_mut() = self.status;
        if self.problems.contains(&Problem::Wrong) {
            response.extensions_mut().insert(FailedSignIn);
        }
        match self.until {
            Some(until) => retry_after(until.since(web.services.ports().now()), response),
            None => response,
        }
    }
}

/// The result of a sign-in's use case. An internal error is logged here, because the page only says "try again".
pub fn opened<T>(web: &Web, outcome: Outcome<T, SignInRejection>) -> Result<T, Refused> {
    outcome.map_err(|failure| match failure {
        Failure::Rejected(refusal) => Refused::of(web, refusal),
        Failure::Internal(fault) => Refused::unavailable(&fault),
    })
}
