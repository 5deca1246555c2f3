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
    let (mut response, statements) =
        service::counted(next.run(request).instrument(span.clone())).await;
    let milliseconds = edge.ports.now().since(start).as_millis();
    span.in_scope(|| {
        tracing::info!(http.method = %method, http.route = route, http.status = response.status().as_u16(), milliseconds, statements, "request");
    });
    if let Ok(id) = HeaderValue::from_str(&id.to_string()) {
        response.headers_mut().insert(REQUEST_ID, id);
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::Body;
    use axum::routing::post;
    use axum::{Router, middleware};
    use std::io::{self, Write};
    use std::sync::{Arc, Mutex};
    use tower::ServiceExt;

    #[derive(Clone, Default)]
    struct Lines(Arc<Mutex<Vec<u8>>>);

    impl Write for Lines {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.lock().expect("the lines").write(bytes)
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[tokio::test]
    async fn the_line_names_the_route_and_no_secret() {
        let lines = Lines::default();
        let writer = lines.clone();
        let subscriber = tracing_subscriber::fmt()
            .json()
            .with_max_level(tracing::Level::TRACE)
            .with_writer(move || writer.clone())
            .finish();
        let guard = tracing::subscriber::set_default(subscriber);

        let router = Router::new()
            .route("/records/{id}", post(|| async { tracing::warn!("inside") }))
            .layer(middleware::from_fn_with_state(Edge::example(), layer));
        let request = Request::post("/records/secret1?packageid=secret2")
            .header("cookie", "pc=secret3")
            .header("authorization", "Bearer secret4")
            .body(Body::from("answer=secret5"))
            .expect("a request");
        let answer = router.oneshot(request).await.expect("an answer");
        drop(guard);

        let id = answer.headers()[REQUEST_ID].to_str().expect("an id");
        let lines = lines.0.lock().expect("the lines").clone();
        let lines = String::from_utf8(lines).expect("text");
        assert!(!lines.contains("secret"), "{lines}");
        assert_eq!(lines.lines().count(), 2, "{lines}");
        assert!(lines.lines().all(|line| line.contains(id)), "{lines}");
        assert!(lines.contains(r#""http.route":"/records/{id}""#), "{lines}");
        assert!(lines.contains(r#""http.status":200"#), "{lines}");
    }
}
