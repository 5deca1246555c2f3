//! `/connect/not-me`: "this was not meant for me", with a choice that nothing makes by itself.

use super::{AtStep, clinic, ended, see, stopped};
use crate::http::error::{OrInternal, PageError};
use app::pages::patient::ending;
use app::pages::patient::not_me::{Problem, View, page};
use axum::http::StatusCode;
use axum::response::Response;
use axum_extra::extract::Form;
use serde::Deserialize;
use service::NotMeDone;

#[derive(Deserialize)]
pub struct Fields {
    #[serde(default)]
    choice: String,
}

pub async fn get(step: AtStep) -> Response {
    let view = View {
        clinic: clinic(&step.view.application),
        problem: None,
    };
    step.show(StatusCode::OK, page, &view)
}

pub async fn post(mut step: AtStep, Form(fields): Form<Fields>) -> Result<Response, PageError> {
    let clinic = clinic(&step.view.application);
    match fields.choice.as_str() {
        "mine" => return Ok(see("/connect/question")),
        "not-me" => {}
        _ => {
            let view = View {
                clinic,
                problem: Some(Problem::NothingChosen),
            };
            return Ok(step.show(StatusCode::UNPROCESSABLE_ENTITY, page, &view));
        }
    }
    let done = match step
        .services()
        .journey()
        .not_me(step.flow.request)
        .await
        .or_internal()?
    {
        Ok(done) => done,
        Err(end) => return Err(ended(&step.web, &step.session, end)),
    };
    step.session.data.flow = None;
    step.session.keep().await?;
    let thanks = ending::View::Thanks {
        clinic,
        connected: done == NotMeDone::OnlyTold,
    };
    Ok(stopped(&step.web, &step.session, StatusCode::OK, &thanks))
}
