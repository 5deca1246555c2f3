//! `/connect/declined`: nothing was shared, and the code still works.

use super::{clinic, started};
use crate::http::session::Visitor;
use crate::http::web::{Web, show};
use app::pages::patient::declined::{View, page};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

pub async fn get(State(web): State<Web>, visitor: Visitor) -> Result<Response, Response> {
    let step = started(&web, &visitor).await?;
    let view = View {
        clinic: clinic(&step.view.application),
        until: step.view.request.ends_at(),
    };
    Ok(show(StatusCode::OK, page(&web.frame(&visitor), &view)))
}
