//! The connections: accepts them, counts them, and gives each its deadlines.
//!
//! Nothing here knows a page. Limits of requests are in `under_way`.

use super::connection::Connection;
use super::edge::Edge;
use super::error::RETRY_AFTER;
use super::headers;
use super::pace::Floor;
use super::places::Places;
use crate::config::Hsts;
use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{ConnectInfo, Request};
use axum::serve::Listener;
use domain::policy;
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
use words::t;

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
    let headers = lines(edge.hsts);
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

/// One write that no one waits for, and the end.
async fn refuse<S: AsyncWrite + Unpin>(stream: &mut S, refusal: &[u8]) {
    poll_fn(|cx| {
        let tried = Pin::new(&mut *stream).poll_write(cx, refusal);
        drop(tried);
        Poll::Ready(())
    })
    .await;
}

/// Our headers as they are in an answer.
fn lines(hsts: Hsts) -> Bytes {
    let mut lines = Vec::new();
    for (name, value) in &headers::every_answer(hsts) {
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

#[cfg(test)]
mod tests {
    use super::*;
    use axum::routing::get;
    use std::io;
    use tokio::io::{AsyncReadExt, AsyncWriteExt, DuplexStream, duplex};
    use tokio::sync::{Notify, mpsc};
    use tokio::task::JoinHandle;
    use tokio::time::{Instant, sleep};

    const HEAD: Duration = Duration::from_secs(30);
    const ASK: &str = "GET / HTTP/1.1\r\nhost: localhost\r\n\r\n";
    const HALF: &str = "GET / HTTP/1.1\r\nhost: localhost\r\n";
    const LARGE: usize = 64 * 1024;
    const STRANGER: &str = "192.0.2.1";
    const VISITOR: &str = "198.51.100.1";

    /// Connections without a network, in the order in which the test makes them.
    struct Line(mpsc::UnboundedReceiver<(DuplexStream, SocketAddr)>);

    impl Listener for Line {
        type Io = DuplexStream;
        type Addr = SocketAddr;

        async fn accept(&mut self) -> (DuplexStream, SocketAddr) {
            match self.0.recv().await {
                Some(connection) => connection,
                None => std::future::pending().await,
            }
        }

        fn local_addr(&self) -> io::Result<SocketAddr> {
            Ok(([127, 0, 0, 1], 80).into())
        }
    }

    struct Server {
        line: mpsc::UnboundedSender<(DuplexStream, SocketAddr)>,
        stop: Arc<Notify>,
        /// Lets the answer of `/later` go.
        later: Arc<Notify>,
        ended: JoinHandle<()>,
    }

    fn limits() -> Limits {
        Limits {
            head: HEAD,
            proxy_head: 2 * HEAD,
            connections: 4,
            a_network: 2,
            floor: Floor::default(),
        }
    }

    fn start(limits: Limits) -> Server {
        let (line, accepted) = mpsc::unbounded_channel();
        let (stop, later) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
        let (stopped, waits) = (stop.clone(), later.clone());
        let router = Router::new()
            .route("/", get(|| async { "a page" }))
            .route("/large", get(|| async { "x".repeat(LARGE) }))
            .route(
                "/later",
                get(move || async move {
                    waits.notified().await;
                    "a late page"
                }),
            );
        let edge = Edge {
            trusted_proxies: Arc::new(["10.0.0.0/8".parse().expect("a network")]),
            ..Edge::example()
        };
        let served = serve(Line(accepted), router, edge, limits, async move {
            stopped.notified().await;
        });
        Server {
            line,
            stop,
            later,
            ended: tokio::spawn(served),
        }
    }

    impl Server {
        /// A connection from this address that says this at once.
        async fn says(&self, address: &str, words: &str) -> DuplexStream {
            let (mut ours, theirs) = duplex(1_024);
            let peer = (address.parse::<std::net::IpAddr>().expect("one"), 40_000).into();
            self.line.send((theirs, peer)).expect("a server");
            // A server may refuse before it has heard all.
            drop(ours.write_all(words.as_bytes()).await);
            ours
        }

        /// All that is answered, until the server closes.
        async fn answer(&self, address: &str, words: &str) -> String {
            read(&mut self.says(address, words).await).await
        }
    }

    async fn read(connection: &mut DuplexStream) -> String {
        let mut answer = String::new();
        let read = connection.read_to_string(&mut answer).await;
        read.expect("an end");
        answer
    }

    /// The answer's head and body, as far as one read brings them.
    async fn next(connection: &mut DuplexStream) -> String {
        let mut buffer = [0; 1_024];
        let length = connection.read(&mut buffer).await.expect("an answer");
        String::from_utf8_lossy(&buffer[..length]).into_owned()
    }

    #[track_caller]
    fn carries_our_headers(answer: &str) {
        for header in [
            "content-security-policy: default-src 'none'",
            "x-content-type-options: nosniff",
            "referrer-policy: same-origin",
            "strict-transport-security: ",
            "cache-control: no-store",
        ] {
            assert!(answer.contains(header), "no {header} in {answer}");
        }
    }

    #[tokio::test(start_paused = true)]
    async fn e3_half_a_head_is_given_up_when_its_time_is_over() {
        let server = start(limits());
        for half in [HALF, ""] {
            let begin = Instant::now();
            assert_eq!(server.answer(STRANGER, half).await, "");
            assert_eq!(begin.elapsed().as_secs(), HEAD.as_secs(), "{half:?}");
        }
    }

    #[tokio::test(start_paused = true)]
    async fn a_connection_that_asks_no_more_is_closed() {
        let server = start(limits());
        let mut connection = server.says(STRANGER, ASK).await;
        assert!(next(&mut connection).await.starts_with("HTTP/1.1 200"));
        let begin = Instant::now();
        assert_eq!(read(&mut connection).await, "");
        assert_eq!(begin.elapsed().as_secs(), HEAD.as_secs());
    }

    #[tokio::test(start_paused = true)]
    async fn an_answer_that_no_one_takes_is_given_up() {
        let server = start(limits());
        let ask = ASK.replace("/ ", "/large ");
        let mut connection = server.says(STRANGER, &ask).await;
        sleep(Duration::from_secs(policy::TRANSFER_GRACE_SECONDS + 2)).await;
        assert!(read(&mut connection).await.len() < LARGE);
    }

    #[tokio::test(start_paused = true)]
    async fn an_answer_on_a_slow_line_arrives_whole() {
        let server = start(limits());
        let ask = ASK.replace("/ ", "/large ");
        let mut connection = server.says(STRANGER, &ask).await;
        let mut taken = 0;
        while taken < LARGE {
            taken += next(&mut connection).await.len();
            sleep(Duration::from_millis(1_500)).await;
        }
    }

    #[tokio::test(start_paused = true)]
    async fn one_network_blocks_no_other() {
        let server = start(limits());
        let _held = server.says(STRANGER, HALF).await;
        let mut held = server.says("192.0.2.77", HALF).await;
        let refused = server.answer("192.0.2.200", ASK).await;
        assert!(refused.starts_with("HTTP/1.1 503"), "{refused}");
        assert!(refused.contains("retry-after: 5"), "{refused}");
        assert!(refused.ends_with(&*t!("too-busy")), "{refused}");
        carries_our_headers(&refused);
        let mut session = server.says(VISITOR, ASK).await;
        assert!(next(&mut session).await.starts_with("HTTP/1.1 200"));
        read(&mut held).await;
        let mut again = server.says("192.0.2.200", ASK).await;
        assert!(next(&mut again).await.starts_with("HTTP/1.1 200"));
    }

    #[tokio::test(start_paused = true)]
    async fn connections_in_all_are_bounded_and_given_back() {
        let server = start(limits());
        let mut held = Vec::new();
        for address in ["192.0.2.1", "192.0.3.1", "192.0.4.1", "192.0.5.1"] {
            held.push(server.says(address, HALF).await);
        }
        let refused = server.answer(VISITOR, ASK).await;
        assert!(refused.starts_with("HTTP/1.1 503"), "{refused}");
        for connection in &mut held {
            read(connection).await;
        }
        let mut session = server.says(VISITOR, ASK).await;
        assert!(next(&mut session).await.starts_with("HTTP/1.1 200"));
    }

    #[tokio::test(start_paused = true)]
    async fn a_trusted_proxy_has_more_places_and_more_time() {
        let server = start(limits());
        let mut proxied = Vec::new();
        for _ in 0..3 {
            proxied.push(server.says("10.0.0.2", "").await);
        }
        sleep(HEAD + HEAD / 2).await;
        for connection in &mut proxied {
            connection.write_all(ASK.as_bytes()).await.expect("open");
            assert!(next(connection).await.starts_with("HTTP/1.1 200"));
        }
    }

    #[tokio::test(start_paused = true)]
    async fn what_the_library_refuses_carries_our_headers() {
        let server = start(limits());
        let fields = "x: y\r\n".repeat(200);
        for (status, words) in [
            (400, "GET / HTTP/1.1\r\nno header\r\n\r\n".to_owned()),
            (400, "nonsense\r\n\r\n".to_owned()),
            (400, format!("{ASK}nonsense\r\n\r\n")),
            (414, format!("GET /{} HTTP/1.1\r\n\r\n", "a".repeat(70_000))),
            (431, format!("GET / HTTP/1.1\r\n{fields}\r\n")),
        ] {
            let answer = server.answer(STRANGER, &words).await;
            let refusals: Vec<_> = answer
                .match_indices(&format!("HTTP/1.1 {status}"))
                .collect();
            let [(at, _)] = refusals.as_slice() else {
                panic!("{status}: {answer}")
            };
            carries_our_headers(&answer[*at..]);
            assert!(answer.ends_with("\r\n\r\n"), "{answer}");
        }
    }

    #[tokio::test(start_paused = true)]
    async fn a_request_under_way_is_answered_after_the_word_to_stop() {
        let server = start(limits());
        let mut idle = server.says(VISITOR, ASK).await;
        assert!(next(&mut idle).await.starts_with("HTTP/1.1 200"));
        let ask = ASK.replace("/ ", "/later ");
        let mut late = server.says(STRANGER, &ask).await;
        sleep(Duration::from_secs(1)).await;
        server.stop.notify_one();
        assert_eq!(read(&mut idle).await, "");
        assert!(!server.ended.is_finished());
        server.later.notify_one();
        assert!(read(&mut late).await.ends_with("a late page"));
        server.ended.await.expect("an end");
    }

    #[test]
    fn the_places_fit_into_what_may_be_open() {
        let few = Limits::with_open_files(1_024);
        assert_eq!((few.connections, few.a_network), (768, 192));
        let many = Limits::with_open_files(usize::MAX);
        assert_eq!((many.connections, many.a_network), (8_192, 256));
        assert_eq!(Limits::with_open_files(10).connections, 1);
    }
}
