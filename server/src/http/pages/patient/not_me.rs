//! `/connect/not-me`: "this was not meant for me", with a choice that nothing makes by itself.

use super::{clinic, ended, see, started, stopped};
use crate::http::failed::Failed;
use crate::http::session::Visitor;
use crate::http::web::{Web, show};
use app::pages::patient::ending;
use app::pages::patient::not_me::{Problem, View, page};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum_extra::extract::Form;
use serde::Deserialize;
use service::{Failure, NotMeDone};

#[derive(Deserialize)]
pub struct Fields {
    #[serde(default)]
    choice: String,
}

pub async fn get(State(web): State<Web>, visitor: Visitor) -> Result<Response, Response> {
    let step = started(&web, &visitor).await?;
    let view = View {
        clinic: clinic(&step.view.application),
        problem: None,
    };
    Ok(show(StatusCode::OK, page(&web.frame(&visitor), &view)))
}

pub async fn post(
    State(web): State<Web>,
    mut visitor: Visitor,
    Form(fields): Form<Fields>,
) -> Result<Response, Response> {
    let step = started(&web, &visitor).await?;
    let clinic = clinic(&step.view.application);
    match fields.choice.as_str() {
        "mine" => return Ok(see("/connect/question")),
        "not-me" => {}
        _ => {
            let view = View {
                clinic,
                problem: Some(Problem::NothingChosen),
            };
            return Ok(show(
                StatusCode::UNPROCESSABLE_ENTITY,
                page(&web.frame(&visitor), &view),
            ));
        }
    }
    let done = match web.services.not_me(step.flow.request).await {
        Ok(done) => done,
        Err(Failure::Refused(end)) => return Err(ended(&web, &visitor, end)),
        Err(Failure::Fault(fault)) => return Err(Failed::from(fault).into_response()),
    };
    visitor.visit.flow = None;
    visitor.keep().await.map_err(IntoResponse::into_response)?;
    let thanks = ending::View::Thanks {
        clinic,
        connected: done == NotMeDone::OnlyTold,
    };
    Ok(stopped(&web, &visitor, StatusCode::OK, &thanks))
}
