//! The security headers of every response.

use super::edge::Edge;
use super::web::Nonce;
use crate::config::Hsts;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;

/// One year. Subdomains may be others' and without https, so they are included only where the operator says so.
const HSTS: HeaderValue = HeaderValue::from_static("max-age=31536000");
const HSTS_OF_SUBDOMAINS: HeaderValue =
    HeaderValue::from_static("max-age=31536000; includeSubDomains");
const COOP: HeaderName = HeaderName::from_static("cross-origin-opener-policy");
const CORP: HeaderName = HeaderName::from_static("cross-origin-resource-policy");
const PERMISSIONS: HeaderName = HeaderName::from_static("permissions-policy");

/// Marks a file that others made: no browser runs or draws anything of it.
#[derive(Clone, Copy)]
pub struct Sandboxed;

const SANDBOX: HeaderValue =
    HeaderValue::from_static("default-src 'none'; frame-ancestors 'none'; sandbox");

/// Adds them; a page's own nonce is the only script that may run beside our files.
pub async fn layer(State(edge): State<Edge>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let nonce = response.extensions().get::<Nonce>().cloned();
    let sandboxed = response.extensions().get::<Sandboxed>().is_some();
    add(response.headers_mut(), nonce.as_ref(), edge.hsts);
    if sandboxed {
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_SECURITY_POLICY, SANDBOX);
    }
    response
}

/// The headers of an answer that is no page of ours.
pub fn every_answer(hsts: Hsts) -> HeaderMap {
    let mut headers = HeaderMap::new();
    add(&mut headers, None, hsts);
    headers
}

fn add(headers: &mut HeaderMap, nonce: Option<&Nonce>, hsts: Hsts) {
    let nonce = nonce.map_or_else(String::new, |nonce| format!(" 'nonce-{}'", nonce.0));
    let policy = format!(
        "default-src 'none'; script-src 'self'{nonce} 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; \
         connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    );
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    headers.insert(
        header::X_CONTENT_TYPE_OPTIONS,
        HeaderValue::from_static("nosniff"),
    );
    headers.insert(
        header::REFERRER_POLICY,
        HeaderValue::from_static("same-origin"),
    );
    headers.insert(COOP, HeaderValue::from_static("same-origin"));
    headers.insert(CORP, HeaderValue::from_static("same-origin"));
    headers.insert(
        PERMISSIONS,
        HeaderValue::from_static("camera=(), geolocation=(), microphone=()"),
    );
    let promise = match hsts {
        Hsts::Nothing => None,
        Hsts::Host => Some(HSTS),
        Hsts::Subdomains => Some(HSTS_OF_SUBDOMAINS),
    };
    if let Some(promise) = promise {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, promise);
    }
    // Pages are personal unless they say otherwise; only built files do.
    headers
        .entry(header::CACHE_CONTROL)
        .or_insert(HeaderValue::from_static("no-store"));
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::Body;
    use axum::http::HeaderMap;
    use axum::response::IntoResponse;
    use axum::routing::get;
    use axum::{Extension, Router, middleware};
    use tower::ServiceExt;

    async fn headers(edge: Edge, path: &str) -> HeaderMap {
        let page = || async { (Extension(Nonce("bm9uY2U=".to_owned())), "page") };
        let file = || async { ([(header::CACHE_CONTROL, "public")], "file").into_response() };
        let router = Router::new()
            .route("/page", get(page))
            .route("/file", get(file))
            .layer(middleware::from_fn_with_state(edge, layer));
        let request = Request::builder().uri(path).body(Body::empty());
        let answer = router.oneshot(request.expect("a request")).await;
        answer.expect("an answer").headers().clone()
    }

    #[tokio::test]
    async fn a_page_runs_its_own_scripts_and_nothing_else() {
        let found = headers(Edge::example(), "/page").await;
        assert_eq!(
            found[header::CONTENT_SECURITY_POLICY],
            "default-src 'none'; script-src 'self' 'nonce-bm9uY2U=' 'wasm-unsafe-eval'; style-src 'self'; \
             img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
        );
        assert_eq!(found[header::CACHE_CONTROL], "no-store");
    }

    #[tokio::test]
    async fn every_answer_has_them_even_one_that_no_route_gives() {
        for path in ["/page", "/file", "/nowhere"] {
            let found = headers(Edge::example(), path).await;
            assert_eq!(found[header::X_CONTENT_TYPE_OPTIONS], "nosniff", "{path}");
            assert_eq!(found[header::REFERRER_POLICY], "same-origin", "{path}");
            assert_eq!(found[COOP], "same-origin", "{path}");
            assert!(found.contains_key(header::STRICT_TRANSPORT_SECURITY));
            assert!(found.contains_key(header::CONTENT_SECURITY_POLICY));
        }
        let file = headers(Edge::example(), "/file").await;
        assert_eq!(file[header::CACHE_CONTROL], "public");
        let policy = file[header::CONTENT_SECURITY_POLICY].to_str();
        assert!(!policy.expect("a policy").contains("nonce"));
    }

    #[tokio::test]
    async fn http_promises_no_https() {
        for (hsts, promised) in [
            (Hsts::Nothing, None),
            (Hsts::Host, Some("max-age=31536000")),
            (
                Hsts::Subdomains,
                Some("max-age=31536000; includeSubDomains"),
            ),
        ] {
            let edge = Edge {
                hsts,
                ..Edge::example()
            };
            let found = headers(edge, "/page").await;
            let found = found.get(header::STRICT_TRANSPORT_SECURITY);
            assert_eq!(found.and_then(|value| value.to_str().ok()), promised, "E4");
        }
    }
}
