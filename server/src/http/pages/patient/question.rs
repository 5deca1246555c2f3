//! `/connect/question`: the secret question.

use super::{clinic, ended, see, started};
use crate::http::session::Visitor;
use crate::http::web::{Web, show};
use app::pages::patient::question::{Blanks, Problem, View, page};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum_extra::extract::Form;
use domain::policy;
use serde::Deserialize;
use service::{Answered, Failure, Flow, FlowView, Stage};

#[derive(Deserialize)]
pub struct Fields {
    #[serde(default)]
    answer: String,
}

pub async fn get(State(web): State<Web>, visitor: Visitor) -> Result<Response, Response> {
    let step = started(&web, &visitor).await?;
    if let Some(elsewhere) = beyond(&step.flow) {
        return Err(elsewhere);
    }
    let view = view(&step.view, String::new(), step.view.tries_left, None);
    Ok(show(StatusCode::OK, page(&web.frame(&visitor), &view)))
}

pub async fn post(
    State(web): State<Web>,
    visitor: Visitor,
    Form(fields): Form<Fields>,
) -> Result<Response, Response> {
    let step = started(&web, &visitor).await?;
    if let Some(elsewhere) = beyond(&step.flow) {
        return Err(elsewhere);
    }
    let mut left = step.view.tries_left;
    let problem = match web.services.answer(step.flow.request, &fields.answer).await {
        Ok(Answered::Right) => return right(&web, visitor, step.flow).await,
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
        Err(Failure::Refused(end)) => return Err(ended(&web, &visitor, end)),
        Err(Failure::Fault(fault)) => {
            tracing::error!(error = %fault, "an answer could not be evaluated");
            Problem::Unavailable
        }
    };
    let busy = matches!(problem, Problem::Unavailable | Problem::OthersWaiting);
    let typed = fields.answer.chars().take(policy::ANSWER_MAX * 2).collect();
    let shown = page(
        &web.frame(&visitor),
        &view(&step.view, typed, left, Some(problem)),
    );
    let status = if busy {
        StatusCode::SERVICE_UNAVAILABLE
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    Ok(show(status, shown))
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

/// Where somebody belongs who answered before.
fn beyond(flow: &Flow) -> Option<Response> {
    match flow.stage {
        Stage::Question { .. } | Stage::TimedOut => None,
        Stage::Answered { .. } => Some(see("/connect/record")),
        Stage::Done { .. } => Some(see("/connect/done")),
    }
}

/// The right answer changes the session's id.
async fn right(web: &Web, mut visitor: Visitor, flow: Flow) -> Result<Response, Response> {
    visitor.visit.flow = Some(Flow {
        stage: Stage::Answered {
            at: web.services.ports().now(),
            choice: None,
            all_the_same: false,
        },
        ..flow
    });
    visitor.renew().await.map_err(IntoResponse::into_response)?;
    Ok(see(if visitor.visit.person.is_some() {
        "/connect/record"
    } else {
        "/sign-in"
    }))
}
