//! Refuses forms that another site sent, on every route that reads the session cookie.

use super::edge::Edge;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

const SITE: &str = "sec-fetch-site";

/// Lets reading through, and writing only from our own pages. A browser that sends neither
/// header is protected by the cookie's SameSite=Lax.
pub async fn layer(State(edge): State<Edge>, request: Request, next: Next) -> Response {
    let headers = request.headers();
    if request.method().is_safe() || is_ours(headers, &edge.origins) {
        next.run(request).await
    } else if is_by_another_name(headers) {
        StatusCode::MISDIRECTED_REQUEST.into_response()
    } else {
        StatusCode::FORBIDDEN.into_response()
    }
}

fn is_ours(headers: &HeaderMap, origins: &[String]) -> bool {
    let mut sites = headers.get_all(SITE).iter();
    let mut senders = headers.get_all(header::ORIGIN).iter();
    // A proxy that adds `Referrer-Policy: no-referrer` makes browsers say null; where they send `Sec-Fetch-Site`, which
    // no page can write, that alone says whose form it is.
    let same_origin = is_same_origin(headers);
    let known = |sender: &HeaderValue| origins.iter().any(|origin| sender == origin.as_str());
    sites.all(|site| site == "same-origin" || site == "none")
        && senders.all(|sender| known(sender) || (sender == "null" && same_origin))
}

/// Whether the browser says that page and form are of one place.
fn is_same_origin(headers: &HeaderMap) -> bool {
    let sites = headers.get_all(SITE);
    sites.iter().next().is_some() && sites.iter().all(|site| site == "same-origin")
}

/// Whether the form is from a page of ours that was reached by a name which is not the public URL's.
fn is_by_another_name(headers: &HeaderMap) -> bool {
    let mut senders = headers.get_all(header::ORIGIN).iter();
    let (Some(sender), None) = (senders.next(), senders.next()) else {
        return false;
    };
    let named = sender
        .to_str()
        .ok()
        .and_then(|sender| sender.split_once("://"));
    let host = headers
        .get(header::HOST)
        .and_then(|host| host.to_str().ok());
    let from_elsewhere = headers.contains_key(SITE) && !is_same_origin(headers);
    named.is_some_and(|(_, name)| host == Some(name) && !from_elsewhere)
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

    const OURS: (&str, &str) = ("origin", "https://connect.example.org");

    #[tokio::test]
    async fn our_own_forms_pass_with_either_header_missing() {
        for headers in [
            &[OURS, (SITE, "same-origin")][..],
            &[OURS],
            &[(SITE, "same-origin")],
            &[(SITE, "none")],
            // Case E1: a proxy added `Referrer-Policy: no-referrer`.
            &[("origin", "null"), (SITE, "same-origin")],
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
            &[("origin", "null"), (SITE, "none")],
            &[("origin", "null"), (SITE, "same-site")],
            &[("origin", "null"), (SITE, "cross-site")],
            &[
                ("origin", "null"),
                (SITE, "same-origin"),
                (SITE, "cross-site"),
            ],
            &[("origin", "https://evil.example")],
            &[("origin", "https://evil.example"), (SITE, "same-origin")],
            &[("origin", "http://connect.example.org")],
            &[("origin", "https://connect.example.org.evil.example")],
            &[("origin", "https://connect.example.org:8443")],
            &[OURS, ("origin", "https://evil.example")],
        ] {
            for method in ["POST", "DELETE"] {
                assert_eq!(status(method, headers).await, 403, "{headers:?}");
            }
        }
    }

    #[tokio::test]
    async fn a_form_by_another_name_of_ours_is_told_so() {
        const OTHER: (&str, &str) = ("origin", "https://connect.internal");
        for (headers, expected) in [
            (
                &[OTHER, ("host", "connect.internal"), (SITE, "same-origin")][..],
                421,
            ),
            (&[OTHER, ("host", "connect.internal")], 421),
            (&[OTHER, (SITE, "same-origin")], 403),
            (
                &[OTHER, ("host", "connect.internal"), (SITE, "cross-site")],
                403,
            ),
            (&[OTHER, ("host", "connect.example.org")], 403),
            (&[OTHER, OTHER, (SITE, "same-origin")], 403),
            (&[("origin", "null"), ("host", "null")], 403),
        ] {
            assert_eq!(status("POST", headers).await, expected, "E2 {headers:?}");
        }
    }

    #[tokio::test]
    async fn links_from_elsewhere_may_be_followed() {
        assert_eq!(status("GET", &[(SITE, "cross-site")]).await, 200);
        assert_eq!(status("HEAD", &[(SITE, "cross-site")]).await, 200);
    }
}
