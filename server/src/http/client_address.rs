//! Whose request it is: the socket's peer, or what a trusted proxy says.

use super::edge::Edge;
use axum::extract::{ConnectInfo, Request, State};
use axum::http::HeaderMap;
use axum::middleware::Next;
use axum::response::Response;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

/// The address a request came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClientAddress(pub IpAddr);

impl ClientAddress {
    /// What limits are counted by: an IPv4 address, or the /64 that one household's IPv6 addresses share.
    pub fn limiter_key(self) -> String {
        match self.0 {
            IpAddr::V4(address) => address.to_string(),
            IpAddr::V6(address) => {
                let [a, b, c, d, ..] = address.segments();
                format!("{}/64", Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0))
            }
        }
    }

    /// The wider network, for someone who has many addresses in it: an IPv4 /24, or the /48 of an IPv6 site.
    pub fn network_key(self) -> String {
        match self.0 {
            IpAddr::V4(address) => {
                let [a, b, c, _] = address.octets();
                format!("{}/24", Ipv4Addr::new(a, b, c, 0))
            }
            IpAddr::V6(address) => {
                let [a, b, c, ..] = address.segments();
                format!("{}/48", Ipv6Addr::new(a, b, c, 0, 0, 0, 0, 0))
            }
        }
    }
}

/// Puts the [`ClientAddress`] beside each request.
pub async fn layer(State(edge): State<Edge>, mut request: Request, next: Next) -> Response {
    let peer = request
        .extensions()
        .get::<ConnectInfo<SocketAddr>>()
        .map(|info| info.0.ip());
    let peer = peer
        .unwrap_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED))
        .to_canonical();
    let address = forwarded(peer, request.headers(), |address| edge.trusts(address));
    request.extensions_mut().insert(ClientAddress(address));
    next.run(request).await
}

/// The right-most address that no trusted proxy stands for.
fn forwarded(peer: IpAddr, headers: &HeaderMap, is_trusted: impl Fn(IpAddr) -> bool) -> IpAddr {
    let mut address = peer;
    let hops: Vec<&str> = headers
        .get_all("x-forwarded-for")
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .collect();
    for hop in hops.iter().rev() {
        if !is_trusted(address) {
            break;
        }
        match read(hop.trim()) {
            Some(hop) => address = hop.to_canonical(),
            None => break,
        }
    }
    address
}

/// Some proxies add the port.
fn read(hop: &str) -> Option<IpAddr> {
    hop.parse()
        .ok()
        .or_else(|| hop.parse::<SocketAddr>().ok().map(|hop| hop.ip()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use ipnet::IpNet;

    fn address(text: &str) -> IpAddr {
        text.parse().expect("an address")
    }

    fn seen(peer: &str, header: &str, trusted: &[&str]) -> IpAddr {
        let mut headers = HeaderMap::new();
        headers.insert("x-forwarded-for", header.parse().expect("a header"));
        let trusted: Vec<IpNet> = trusted
            .iter()
            .map(|text| text.parse().expect("a network"))
            .collect();
        forwarded(address(peer), &headers, |address| {
            trusted.iter().any(|network| network.contains(&address))
        })
    }

    #[test]
    fn only_a_trusted_proxy_speaks_for_others() {
        assert_eq!(seen("192.0.2.9", "198.51.100.7", &[]), address("192.0.2.9"));
        assert_eq!(
            seen("10.0.0.2", "198.51.100.7", &["10.0.0.0/8"]),
            address("198.51.100.7")
        );
        assert_eq!(
            seen(
                "10.0.0.2",
                "1.2.3.4, 198.51.100.7, 10.9.9.9",
                &["10.0.0.0/8"]
            ),
            address("198.51.100.7")
        );
        assert_eq!(
            seen("10.0.0.2", "198.51.100.7:4711", &["10.0.0.0/8"]),
            address("198.51.100.7")
        );
        assert_eq!(
            seen("::1", "[2001:db8::7]:4711", &["::1/128"]),
            address("2001:db8::7")
        );
        assert_eq!(
            seen("10.0.0.2", "nonsense", &["10.0.0.0/8"]),
            address("10.0.0.2")
        );
    }

    #[test]
    fn a_household_of_ipv6_addresses_counts_as_one() {
        let one = ClientAddress(address("2001:db8:1:2::3")).limiter_key();
        let other = ClientAddress(address("2001:db8:1:2:ffff::9")).limiter_key();
        assert_eq!(one, other);
    }

    #[tokio::test]
    async fn each_request_carries_its_address() {
        use axum::{Extension, Router, body::Body, middleware, routing::get};
        use http_body_util::BodyExt;
        use tower::ServiceExt;

        let edge = Edge {
            trusted_proxies: ["127.0.0.1/32".parse().expect("a network")].into(),
            ..Edge::example()
        };
        let tell = |Extension(from): Extension<ClientAddress>| async move { from.limiter_key() };
        let router = Router::new()
            .route("/", get(tell))
            .layer(middleware::from_fn_with_state(edge, layer));
        let request = Request::builder()
            .extension(ConnectInfo(SocketAddr::from(([127, 0, 0, 1], 9))))
            .header("x-forwarded-for", "6.6.6.6")
            .header("x-forwarded-for", "198.51.100.7")
            .body(Body::empty())
            .expect("a request");
        let answer = router.oneshot(request).await.expect("an answer");
        let body = answer.into_body().collect().await.expect("a body");
        assert_eq!(body.to_bytes(), "198.51.100.7");
    }
}
