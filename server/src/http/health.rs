//! `/health/live` and `/health/ready`, for anyone who watches the installation.

use super::web::Web;
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::get;

pub fn router() -> Router<Web> {
    Router::new()
        .route("/health/live", get(|| async { "live" }))
        .route("/health/ready", get(ready))
}

/// Whether the database answers, and a write commits.
async fn ready(State(web): State<Web>) -> (StatusCode, &'static str) {
    if web.services.installation().is_ready().await {
        (StatusCode::OK, "ready")
    } else {
        (
            StatusCode::SERVICE_UNAVAILABLE,
            "the database takes no writes",
        )
    }
}
