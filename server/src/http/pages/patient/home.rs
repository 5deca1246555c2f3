//! `/`: the two doors.

use crate::http::session::Visitor;
use crate::http::web::{Web, show};
use app::pages::patient::home;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

pub async fn get(State(web): State<Web>, visitor: Visitor) -> Response {
    show(StatusCode::OK, home::page(&web.frame(&visitor)))
}
