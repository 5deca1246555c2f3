//! `/connect/cannot-remember`: what to do; no try is lost.

use super::{clinic, started};
use crate::http::session::Visitor;
use crate::http::web::{Web, show};
use app::pages::patient::cannot_remember::{View, page};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

pub async fn get(State(web): State<Web>, visitor: Visitor) -> Result<Response, Response> {
    let step = started(&web, &visitor).await?;
    let view = View {
        clinic: clinic(&step.view.application),
    };
    Ok(show(StatusCode::OK, page(&web.frame(&visitor), &view)))
}
