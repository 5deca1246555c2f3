//! `/staff/requests/new`: the form; what it posts goes to a server function.

use super::{at_desk, frame};
use crate::http::session::Visitor;
use crate::http::web::{Web, show};
use app::domain::new_request::Draft;
use app::pages::staff::new_request::{View, page};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

pub async fn get(State(web): State<Web>, visitor: Visitor) -> Result<Response, Response> {
    let staff = at_desk(&web, &visitor).await?;
    let view = View {
        draft: Draft::default(),
        error: None,
    };
    Ok(show(StatusCode::OK, page(&frame(&web, &staff), &view)))
}
