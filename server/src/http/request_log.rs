//! One line per request: the matched route, never the query or a body.

use super::edge::Edge;
use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderName, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;
use tracing::Instrument;

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Logs the request under an id that its response carries too.
pub async fn layer(State(edge): State<Edge>, request: Request, next: Next) -> Response {
    let id = edge.ports.id();
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .map_or("(none)", MatchedPath::as_str)
        .to_owned();
    let method = request.method().clone();
    let start = edge.ports.now();
    let span = tracing::info_span!("request", request.id = %id);
    let mut response = next.run(request).instrument(span.clone()).await;
    let milliseconds = edge.ports.now().since(start).as_millis();
    span.in_scope(|| {
        tracing::info!(http.method = %method, http.route = route, http.status = response.status().as_u16(), milliseconds, "request");
    });
    if let Ok(id) = HeaderValue::from_str(&id.to_string()) {
        response.headers_mut().insert(REQUEST_ID, id);
    }
    response
}
