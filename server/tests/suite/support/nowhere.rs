//! An address where no one listens, and no one else can begin to.

use std::net::SocketAddr;
use tokio::net::TcpSocket;

/// Holds its port without listening there, so that every connection is refused.
pub struct Nowhere {
    socket: TcpSocket,
}

impl Nowhere {
    pub fn new() -> Self {
        let socket = TcpSocket::new_v4().expect("a socket");
        let any = SocketAddr::from(([127, 0, 0, 1], 0));
        socket.bind(any).expect("a port");
        Self { socket }
    }

    pub fn address(&self) -> SocketAddr {
        self.socket.local_addr().expect("an address")
    }

    pub fn url(&self) -> String {
        format!("http://{}", self.address())
    }
}
