//! What a clinic looks like: its logo and its colour, each a file named by its content, for everyone.

use super::web::Web;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use domain::accent::Accent;

const FOR_EVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");
const PNG: HeaderValue = HeaderValue::from_static("image/png");
const CSS: HeaderValue = HeaderValue::from_static("text/css; charset=utf-8");

pub fn router() -> Router<Web> {
    Router::new()
        .route("/clinic/{application}/logo/{file}", get(logo))
        .route("/clinic/accent/{file}", get(accent))
}

async fn logo(
    State(web): State<Web>,
    Path((application, file)): Path<(String, String)>,
) -> Response {
    let (Ok(application), Some(digest)) = (application.parse(), file.strip_suffix(".png")) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    match web.services.applications().logo(application, digest).await {
        Ok(Some(png)) => kept(PNG, png),
        Ok(None) => StatusCode::NOT_FOUND.into_response(),
        Err(fault) => {
            tracing::error!(error = %fault, "a logo cannot be read");
            StatusCode::SERVICE_UNAVAILABLE.into_response()
        }
    }
}

/// The sheet of a colour. Only one that can be read has a sheet.
async fn accent(Path(file): Path<String>) -> Response {
    let digits = file.strip_suffix(".css").unwrap_or_default();
    match Accent::parse(&format!("#{digits}")) {
        Ok(accent) if accent.digits() == digits => kept(CSS, sheet(accent)),
        _ => StatusCode::NOT_FOUND.into_response(),
    }
}

/// For screens alone: what is printed stays black.
fn sheet(accent: Accent) -> String {
    let (dark, on_dark) = accent.in_the_dark();
    let light = accent.hex();
    format!(
        "@media screen {{\n  .patient, .preview {{ --accent: {light}; --on-accent: #fff; --accent-deep: \
         color-mix(in srgb, {light} 80%, #000); }}\n}}\n\
         @media screen and (prefers-color-scheme: dark) {{\n  .patient, .preview {{ --accent: {dark}; \
         --on-accent: {on_dark}; --accent-deep: color-mix(in srgb, {dark} 80%, #fff); }}\n}}\n"
    )
}

fn kept(kind: HeaderValue, body: impl IntoResponse) -> Response {
    let mut response = body.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, kind);
    headers.insert(header::CACHE_CONTROL, FOR_EVER);
    response
}
