//! What one request may hold while it is under way: a place of its client's network, and the time its body takes.
//!
//! Connections are counted where they are accepted; this counts those that a trusted proxy passes on for one network.

use super::client_address::ClientAddress;
use super::edge::Edge;
use super::failed::RETRY_AFTER;
use super::pace::{Floor, Pace};
use app::t;
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
