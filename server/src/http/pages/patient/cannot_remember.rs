//! `/connect/cannot-remember`: what to do; no try is lost.

use super::{AtStep, clinic};
use app::pages::patient::cannot_remember::{View, page};
use axum::http::StatusCode;
use axum::response::Response;

pub async fn get(step: AtStep) -> Response {
    let view = View {
        clinic: clinic(&step.view.application),
    };
    step.show(StatusCode::OK, page, &view)
}
