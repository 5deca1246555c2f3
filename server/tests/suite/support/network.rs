//! The network between the server under test and its PostgreSQL: it can fall silent and be cut.

use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Flowing,
    /// Connections are accepted and stay open; no byte arrives any more.
    Silent,
    /// Open connections end, and so does each new one.
    Cut,
}

pub struct Network {
    state: watch::Sender<State>,
    port: u16,
}

impl Network {
    /// A network that leads to the server of this URL.
    pub async fn to(server: &str) -> Self {
        let server: url::Url = server.parse().expect("a URL");
        let host = server.host_str().expect("a host").to_owned();
        let to = (host, server.port().unwrap_or(5432));
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let (state, seen) = watch::channel(State::Flowing);
        tokio::spawn(async move {
            while let Ok((client, _)) = listener.accept().await {
                tokio::spawn(carry(client, to.clone(), seen.clone()));
            }
        });
        Self { state, port }
    }

    /// The URL by which the server is reached over this network.
    pub fn through(&self, server: &str) -> String {
        let mut url: url::Url = server.parse().expect("a URL");
        url.set_host(Some("127.0.0.1")).expect("a host");
        url.set_port(Some(self.port)).expect("a port");
        url.into()
    }

    pub fn fall_silent(&self) {
        self.state.send_replace(State::Silent);
    }

    pub fn cut(&self) {
        self.state.send_replace(State::Cut);
    }

    pub fn flow(&self) {
        self.state.send_replace(State::Flowing);
    }
}

async fn carry(client: TcpStream, to: (String, u16), state: watch::Receiver<State>) {
    let mut cut = state.clone();
    let carried = async {
        let server = TcpStream::connect(to).await.expect("a PostgreSQL");
        let (from_client, to_client) = client.into_split();
        let (from_server, to_server) = server.into_split();
        tokio::select! {
            () = copy(from_client, to_server, state.clone()) => {}
            () = copy(from_server, to_client, state) => {}
        }
    };
    tokio::select! {
        () = carried => {}
        _ = cut.wait_for(|state| *state == State::Cut) => {}
    }
}

/// Carries what comes, as long as the network flows.
async fn copy(
    mut from: impl AsyncRead + Unpin,
    mut to: impl AsyncWrite + Unpin,
    mut state: watch::Receiver<State>,
) {
    let mut bytes = [0; 8192];
    while let Ok(count @ 1..) = from.read(&mut bytes).await {
        let flowing = state.wait_for(|state| *state == State::Flowing);
        let gone = flowing.await.is_err();
        if gone || to.write_all(&bytes[..count]).await.is_err() {
            return;
        }
    }
}
