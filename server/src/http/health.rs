//! `/health/live` and `/health/ready`, for whoever watches the installation.

use super::web::Web;
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::get;
use std::time::Duration;

/// Sooner than any watcher's own patience.
const PATIENCE: Duration = Duration::from_secs(3);

pub fn router() -> Router<Web> {
    Router::new()
        .route("/health/live", get(|| async { "live" }))
        .route("/health/ready", get(ready))
}

/// Whether the database answers.
async fn ready(State(web): State<Web>) -> (StatusCode, &'static str) {
    match tokio::time::timeout(PATIENCE, web.services.is_ready()).await {
        Ok(true) => (StatusCode::OK, "ready"),
        _ => (
            StatusCode::SERVICE_UNAVAILABLE,
            "the database does not answer",
        ),
    }
}
