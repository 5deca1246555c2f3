//! Refuses forms that another site sent, on every route that reads the session cookie.

use super::edge::Edge;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

/// Lets reading through, and writing only from our own pages. A browser that sends neither
/// header is protected by the cookie's SameSite=Lax.
pub async fn layer(State(edge): State<Edge>, request: Request, next: Next) -> Response {
    if request.method().is_safe() || is_ours(request.headers(), &edge.origin) {
        next.run(request).await
    } else {
        StatusCode::FORBIDDEN.into_response()
    }
}

fn is_ours(headers: &HeaderMap, origin: &str) -> bool {
    let site = headers.get("sec-fetch-site").map(HeaderValue::as_bytes);
    let foreign_site = matches!(site, Some(site) if site != b"same-origin" && site != b"none");
    let foreign_origin = headers
        .get(header::ORIGIN)
        .is_some_and(|sent| !sent.as_bytes().eq_ignore_ascii_case(origin.as_bytes()));
    !foreign_site && !foreign_origin
}
