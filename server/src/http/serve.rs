//! The connections: accepts them, counts them, and gives each its deadlines.
//!
//! Nothing here knows a page. Limits of requests stand in `under_way`.

use super::connection::Connection;
use super::edge::Edge;
use super::failed::RETRY_AFTER;
use super::headers;
use super::pace::Floor;
use super::places::Places;
use app::domain::policy;
use app::t;
use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{ConnectInfo, Request};
use axum::serve::Listener;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use std::future::poll_fn;
use std::net::SocketAddr;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::task::Poll;
use std::time::Duration;
use tokio::io::AsyncWrite;
use tokio::sync::Semaphore;
use tower::ServiceExt;

/// What connections may cost.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Until a head is whole, from the connection's start or its last answer.
    pub head: Duration,
    /// The same for a trusted proxy.
    pub proxy_head: Duration,
    /// How fast an answer has to be taken.
    pub floor: Floor,
    pub connections: usize,
    /// Connections of one network; trusted proxies have as many as they like.
    pub a_network: usize,
}

impl Limits {
    /// The product's numbers, within what a process may open: one network never takes more than a quarter.
    pub fn with_open_files(files: usize) -> Self {
        let connections = files.saturating_sub(policy::OTHER_FILES);
        let connections = connections.clamp(1, policy::CONNECTIONS);
        Self {
            head: policy::HEAD_TIME,
            proxy_head: policy::PROXY_HEAD_TIME,
            floor: Floor::default(),
            connections,
            a_network: (connections / 4).clamp(1, policy::CONNECTIONS_A_NETWORK),
        }
    }
}

/// Serves until told to stop; then takes no more connections, and ends when the last request has its answer.
pub async fn serve<L>(
    mut listener: L,
    router: Router,
    edge: Edge,
    limits: Limits,
    stop: impl Future<Output = ()>,
) where
    L: Listener<Addr = SocketAddr>,
{
    let mut stop = pin!(stop);
    let places = Places::new(limits.a_network);
    let all = Arc::new(Semaphore::new(limits.connections));
    let headers = lines(edge.secure);
    let refusal = refusal(&headers);
    let graceful = GracefulShutdown::new();
    loop {
        // An error of accept is the listener's: it logs it and waits a second.
        let (mut stream, peer) = tokio::select! {
            accepted = listener.accept() => accepted,
            () = &mut stop => break,
        };
        let address = peer.ip().to_canonical();
        let proxy = edge.trusts(address);
        let place = (!proxy).then(|| places.take(address));
        let (Ok(permit), None | Some(Some(_))) = (all.clone().try_acquire_owned(), &place) else {
            refuse(&mut stream, &refusal).await;
            continue;
        };
        let router = router.clone();
        let service = service_fn(move |mut request: Request<Incoming>| {
            request.extensions_mut().insert(ConnectInfo(peer));
            router.clone().oneshot(request.map(Body::new))
        });
        let head = if proxy {
            limits.proxy_head
        } else {
            limits.head
        };
        let stream = Connection::new(stream, limits.floor, headers.clone());
        let connection = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(head)
            .serve_connection(TokioIo::new(stream), service);
        let served = graceful.watch(connection);
        tokio::spawn(async move {
            // How a connection ends is its peer's affair: every failure of ours is answered and logged above it.
            drop(served.await);
            drop((permit, place));
        });
    }
    drop(listener);
    graceful.shutdown().await;
}

/// One write that nobody waits for, and the end.
async fn refuse<S: AsyncWrite + Unpin>(stream: &mut S, refusal: &[u8]) {
    poll_fn(|cx| {
        let tried = Pin::new(&mut *stream).poll_write(cx, refusal);
        drop(tried);
        Poll::Ready(())
    })
    .await;
}

/// Our headers as they stand in an answer.
fn lines(secure: bool) -> Bytes {
    let mut lines = Vec::new();
    for (name, value) in &headers::every_answer(secure) {
        lines.extend_from_slice(name.as_ref());
        lines.extend_from_slice(b": ");
        lines.extend_from_slice(value.as_bytes());
        lines.extend_from_slice(b"\r\n");
    }
    lines.into()
}

fn refusal(headers: &[u8]) -> Bytes {
    let words = t!("too-busy");
    let head = format!(
        "HTTP/1.1 503 Service Unavailable\r\nconnection: close\r\nretry-after: {}\r\n\
         content-type: text/plain; charset=utf-8\r\ncontent-length: {}\r\n",
        RETRY_AFTER.as_secs(),
        words.len()
    );
    [head.as_bytes(), headers, b"\r\n", words.as_bytes()]
        .concat()
        .into()
}
