//! `/connect/declined`: nothing was shared, and the code still works.

use super::{AtStep, clinic};
use app::pages::patient::declined::{View, page};
use axum::http::StatusCode;
use axum::response::Response;

pub async fn get(step: AtStep) -> Response {
    let view = View {
        clinic: clinic(&step.view.application),
        until: step.view.request.ends_at(),
    };
    step.show(StatusCode::OK, page, &view)
}
