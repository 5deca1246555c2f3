//! Refuses forms that another site sent, on every route that reads the session cookie.

use super::edge::Edge;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

/// Lets reading through, and writing only from our own pages. A browser that sends neither
/// header is protected by the cookie's SameSite=Lax.
pub async fn layer(State(edge): State<Edge>, request: Request, next: Next) -> Response {
    if request.method().is_safe() || is_ours(request.headers(), &edge.origins) {
        next.run(request).await
    } else {
        StatusCode::FORBIDDEN.into_response()
    }
}

fn is_ours(headers: &HeaderMap, origins: &[String]) -> bool {
    let mut sites = headers.get_all("sec-fetch-site").iter();
    let mut senders = headers.get_all(header::ORIGIN).iter();
    sites.all(|site| site == "same-origin" || site == "none")
        && senders.all(|sender| origins.iter().any(|origin| sender == origin.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::Body;
    use axum::routing::get;
    use axum::{Router, middleware};
    use tower::ServiceExt;

    async fn status(method: &str, headers: &[(&str, &str)]) -> u16 {
        let router = Router::new()
            .route("/", get(|| async {}).post(|| async {}).delete(|| async {}))
            .layer(middleware::from_fn_with_state(Edge::example(), layer));
        let mut request = Request::builder().method(method).uri("/");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(Body::empty()).expect("a request");
        let response = router.oneshot(request).await.expect("an answer");
        response.status().as_u16()
    }

    const SITE: &str = "sec-fetch-site";
    const OURS: (&str, &str) = ("origin", "https://connect.example.org");

    #[tokio::test]
    async fn our_own_forms_pass_with_either_header_missing() {
        for headers in [
            &[OURS, (SITE, "same-origin")][..],
            &[OURS],
            &[(SITE, "same-origin")],
            &[(SITE, "none")],
            &[],
        ] {
            assert_eq!(status("POST", headers).await, 200, "{headers:?}");
        }
    }

    #[tokio::test]
    async fn what_another_site_sends_is_refused() {
        for headers in [
            &[(SITE, "cross-site")][..],
            &[(SITE, "same-site")],
            &[OURS, (SITE, "same-site")],
            &[(SITE, "same-origin"), (SITE, "cross-site")],
            &[("origin", "null")],
            &[("origin", "https://evil.example")],
            &[("origin", "http://connect.example.org")],
            &[("origin", "https://connect.example.org.evil.example")],
            &[("origin", "https://connect.example.org:8443")],
            &[OURS, ("origin", "https://evil.example")],
            &[("origin", "https://evil.example"), (SITE, "same-origin")],
        ] {
            for method in ["POST", "DELETE"] {
                assert_eq!(status(method, headers).await, 403, "{headers:?}");
            }
        }
    }

    #[tokio::test]
    async fn links_from_elsewhere_may_be_followed() {
        assert_eq!(status("GET", &[(SITE, "cross-site")]).await, 200);
        assert_eq!(status("HEAD", &[(SITE, "cross-site")]).await, 200);
    }
}
