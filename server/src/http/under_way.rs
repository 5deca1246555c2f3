//! What one request may hold while it is under way: a place of its client's network, and the time its body takes.
//!
//! Connections are counted where they are accepted; this counts those that a trusted proxy passes on for one network.

use super::client_address::ClientAddress;
use super::edge::Edge;
use super::error::RETRY_AFTER;
use super::pace::{Floor, Pace};
use axum::Extension;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use hyper::body::{Body as HttpBody, Bytes, Frame, SizeHint};
use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};
use words::t;

/// Gives the request its place, and its body a watched one.
pub async fn layer(
    State(edge): State<Edge>,
    Extension(ClientAddress(address)): Extension<ClientAddress>,
    request: Request,
    next: Next,
) -> Response {
    let Some(_place) = edge.requests.take(address) else {
        let wait = [(header::RETRY_AFTER, RETRY_AFTER.as_secs().to_string())];
        return (StatusCode::SERVICE_UNAVAILABLE, wait, t!("too-busy")).into_response();
    };
    let too_slow = Arc::new(AtomicBool::new(false));
    let watched = |body| Body::new(Watched::new(body, edge.floor, too_slow.clone()));
    let response = next.run(request.map(watched)).await;
    if too_slow.load(Ordering::Relaxed) {
        let close = [(header::CONNECTION, HeaderValue::from_static("close"))];
        return (StatusCode::REQUEST_TIMEOUT, close, t!("body-too-slow")).into_response();
    }
    response
}

/// A body that fails when it comes too slowly.
struct Watched {
    body: Body,
    pace: Pace,
    too_slow: Arc<AtomicBool>,
}

impl Watched {
    fn new(body: Body, floor: Floor, too_slow: Arc<AtomicBool>) -> Self {
        Self {
            body,
            pace: Pace::new(floor),
            too_slow,
        }
    }
}

impl HttpBody for Watched {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        match Pin::new(&mut self.body).poll_frame(cx) {
            Poll::Ready(frame) => {
                if let Some(Ok(frame)) = &frame {
                    self.pace.moved(frame.data_ref().map_or(0, Bytes::len));
                }
                Poll::Ready(frame)
            }
            Poll::Pending => self.pace.poll_too_slow(cx).map(|()| {
                self.too_slow.store(true, Ordering::Relaxed);
                let late = io::Error::from(io::ErrorKind::TimedOut);
                Some(Err(axum::Error::new(late)))
            }),
        }
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

#[cfg(test)]
mod tests {
    use super::super::places::Places;
    use super::*;
    use axum::body::to_bytes;
    use axum::routing::post;
    use axum::{Router, middleware};
    use std::time::Duration;
    use tokio::sync::Notify;
    use tokio::time::{Sleep, sleep};
    use tower::ServiceExt;

    /// A body that comes in pieces of so many bytes, with a pause before each.
    struct Dribble {
        pieces: usize,
        bytes: usize,
        pause: Duration,
        sleep: Pin<Box<Sleep>>,
    }

    impl HttpBody for Dribble {
        type Data = Bytes;
        type Error = io::Error;

        fn poll_frame(
            mut self: Pin<&mut Self>,
            cx: &mut Context<'_>,
        ) -> Poll<Option<io::Result<Frame<Bytes>>>> {
            if self.pieces == 0 {
                return Poll::Ready(None);
            }
            std::task::ready!(self.sleep.as_mut().poll(cx));
            self.pieces -= 1;
            self.sleep = Box::pin(sleep(self.pause));
            Poll::Ready(Some(Ok(Frame::data(vec![b'x'; self.bytes].into()))))
        }
    }

    fn dribble(pieces: usize, bytes: usize, pause: Duration) -> Body {
        Body::new(Dribble {
            pieces,
            bytes,
            pause,
            sleep: Box::pin(sleep(pause)),
        })
    }

    fn router(edge: &Edge, go: Arc<Notify>) -> Router {
        let count = |body: Bytes| async move { body.len().to_string() };
        let wait = || async move { go.notified().await };
        Router::new()
            .route("/", post(count))
            .route("/wait", post(wait))
            .layer(middleware::from_fn_with_state(edge.clone(), layer))
    }

    async fn send(router: Router, from: &str, path: &str, body: Body) -> Response {
        let address = ClientAddress(from.parse().expect("an address"));
        let request = Request::post(path).extension(address).body(body);
        let answer = router.oneshot(request.expect("a request")).await;
        answer.expect("an answer")
    }

    #[tokio::test(start_paused = true)]
    async fn a_body_that_stops_coming_is_refused_in_words() {
        let router = router(&Edge::example(), Arc::default());
        for (pieces, bytes, seconds) in [(2, 5, 3_600), (10_000, 100, 1)] {
            let body = dribble(pieces, bytes, Duration::from_secs(seconds));
            let answer = send(router.clone(), "192.0.2.1", "/", body).await;
            assert_eq!(answer.status(), StatusCode::REQUEST_TIMEOUT);
            assert_eq!(answer.headers()[header::CONNECTION], "close");
            let words = to_bytes(answer.into_body(), 1_024).await.expect("words");
            assert_eq!(words, t!("body-too-slow").as_bytes());
        }
    }

    #[tokio::test(start_paused = true)]
    async fn a_body_on_a_slow_line_arrives_whole() {
        let router = router(&Edge::example(), Arc::default());
        let body = dribble(1_000, 1_000, Duration::from_millis(1_900));
        let answer = send(router, "192.0.2.1", "/", body).await;
        assert_eq!(answer.status(), StatusCode::OK);
        let words = to_bytes(answer.into_body(), 1_024).await.expect("words");
        assert_eq!(words, "1000000");
    }

    #[tokio::test(start_paused = true)]
    async fn behind_a_proxy_a_network_has_its_places_too() {
        let edge = Edge {
            requests: Places::new(2),
            ..Edge::example()
        };
        let go = Arc::new(Notify::new());
        let router = router(&edge, go.clone());
        let waiting = || send(router.clone(), "192.0.2.1", "/wait", Body::empty());
        let held = [tokio::spawn(waiting()), tokio::spawn(waiting())];
        tokio::task::yield_now().await;
        let refused = send(router.clone(), "192.0.2.9", "/", Body::empty()).await;
        assert_eq!(refused.status(), StatusCode::SERVICE_UNAVAILABLE);
        assert_eq!(refused.headers()[header::RETRY_AFTER], "5");
        let other = send(router.clone(), "198.51.100.1", "/", Body::empty()).await;
        assert_eq!(other.status(), StatusCode::OK);
        go.notify_waiters();
        for held in held {
            assert_eq!(held.await.expect("an answer").status(), StatusCode::OK);
        }
        let again = send(router, "192.0.2.9", "/", Body::empty()).await;
        assert_eq!(again.status(), StatusCode::OK);
    }
}
