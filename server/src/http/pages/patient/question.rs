//! `/connect/question`: the secret question.

use super::{AtStep, Step, clinic, ended, see};
use crate::http::error::PageError;
use crate::http::extract::Admitted;
use app::pages::patient::question::{Blanks, Problem, View, page};
use axum::http::StatusCode;
use axum::response::Response;
use axum_extra::extract::Form;
use domain::policy;
use serde::Deserialize;
use service::{Answered, Failure, Flow, FlowView, Stage};

#[derive(Deserialize)]
pub struct Fields {
    #[serde(default)]
    answer: String,
}

pub async fn get(step: AtStep) -> Result<Response, PageError> {
    if let Some(elsewhere) = already_past(&step.flow) {
        return Err(elsewhere.into());
    }
    let view = view(&step.view, String::new(), step.view.tries_left, None);
    Ok(step.show(StatusCode::OK, page, &view))
}

pub async fn post(step: AtStep, Form(fields): Form<Fields>) -> Result<Response, PageError> {
    if let Some(elsewhere) = already_past(&step.flow) {
        return Err(elsewhere.into());
    }
    let mut left = step.view.tries_left;
    let problem = match step
        .services()
        .journey()
        .answer(step.flow.request, &fields.answer)
        .await
    {
        Ok(Answered::Right) => return right(step).await,
        Ok(Answered::Wrong { left: more }) => {
            left = Some(more);
            Problem::Wrong { left: more }
        }
        Ok(Answered::WrongAgain { left: more }) => {
            left = Some(more);
            Problem::Repeated
        }
        Ok(Answered::NotReadable(error)) => Problem::Text(error),
        Ok(Answered::BlankAtAnEnd) => Problem::Blank,
        Ok(Answered::FullStopAtTheEnd) => Problem::FullStop,
        Ok(Answered::TryAgain) => Problem::OthersWaiting,
        Err(Failure::Rejected(end)) => return Err(ended(&step.web, &step.session, end)),
        Err(Failure::Internal(fault)) => {
            tracing::error!(error = %fault, "an answer could not be evaluated");
            Problem::Unavailable
        }
    };
    let busy = matches!(problem, Problem::Unavailable | Problem::OthersWaiting);
    let typed = fields.answer.chars().take(policy::ANSWER_MAX * 2).collect();
    let view = view(&step.view, typed, left, Some(problem));
    let status = if busy {
        StatusCode::SERVICE_UNAVAILABLE
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    Ok(step.show(status, page, &view))
}

fn view(flow: &FlowView, answer: String, left: Option<u32>, problem: Option<Problem>) -> View {
    View {
        clinic: clinic(&flow.application),
        question: flow.question.clone(),
        blanks: Blanks::of(&flow.request),
        answer,
        left,
        problem,
    }
}

/// Where someone belongs who answered before.
fn already_past(flow: &Flow) -> Option<Response> {
    match flow.stage {
        Stage::Question { .. } | Stage::TimedOut => None,
        Stage::Answered { .. } => Some(see("/connect/record")),
        Stage::Done { .. } => Some(see("/connect/done")),
    }
}

/// The right answer changes the session's id.
async fn right(step: AtStep) -> Result<Response, PageError> {
    let Admitted {
        web,
        mut session,
        who: Step { flow, .. },
    } = step;
    session.data.flow = Some(Flow {
        stage: Stage::Answered {
            at: web.services.ports().now(),
            choice: None,
            all_the_same: false,
        },
        ..flow
    });
    session.renew().await?;
    Ok(see(if session.data.person.is_some() {
        "/connect/record"
    } else {
        "/sign-in"
    }))
}
