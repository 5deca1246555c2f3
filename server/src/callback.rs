//! Calls an application at its own address, and no one else: no address of this machine or of a private network, but
//! those that the operator names; no redirect is followed. Knows no service and no table.

use domain::callback::Answer;
use domain::policy;
use domain::timestamp::Timestamp;
use hmac::{Hmac, KeyInit, Mac};
use ipnet::{IpNet, Ipv4Net, Ipv6Net};
use service::roots::Roots;
use sha2::Sha256;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::sync::Arc;
use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{DefaultConnector, NextTimeout};
use ureq::{Agent, config::Config};

/// The header that says when a call was made, and proves by whom: `t=<seconds>,v1=<HMAC-SHA-256 of "seconds.body", hex>`.
const SIGNATURE: &str = "Patient-Connect-Signature";

/// Networks that are not the internet's (IANA's special-purpose registries, RFC 6890 and later), and its multicast.
const NOT_PUBLIC: [Ipv4Net; 16] = [
    v4([0, 0, 0, 0], 8),
    v4([10, 0, 0, 0], 8),
    v4([100, 64, 0, 0], 10),
    v4([127, 0, 0, 0], 8),
    v4([169, 254, 0, 0], 16),
    v4([172, 16, 0, 0], 12),
    v4([192, 0, 0, 0], 24),
    v4([192, 0, 2, 0], 24),
    v4([192, 31, 196, 0], 24),
    v4([192, 52, 193, 0], 24),
    v4([192, 88, 99, 0], 24),
    v4([192, 168, 0, 0], 16),
    v4([198, 18, 0, 0], 15),
    v4([198, 51, 100, 0], 24),
    v4([203, 0, 113, 0], 24),
    v4([224, 0, 0, 0], 3),
];

/// What of IPv6 is the internet's: all else is local, mapped, translated or not given out.
const PUBLIC_V6: Ipv6Net = v6([0x2000, 0, 0], 3);

/// Within it: protocol assignments (Teredo among them), documentation, 6to4 and its like, which lead to IPv4 addresses.
const NOT_PUBLIC_V6: [Ipv6Net; 4] = [
    v6([0x2001, 0, 0], 23),
    v6([0x2001, 0x0db8, 0], 32),
    v6([0x2002, 0, 0], 16),
    v6([0x3fff, 0, 0], 20),
];

const fn v4([a, b, c, d]: [u8; 4], prefix: u8) -> Ipv4Net {
    Ipv4Net::new_assert(Ipv4Addr::new(a, b, c, d), prefix)
}

const fn v6([a, b, c]: [u16; 3], prefix: u8) -> Ipv6Net {
    Ipv6Net::new_assert(Ipv6Addr::new(a, b, c, 0, 0, 0, 0, 0), prefix)
}

fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => !NOT_PUBLIC.iter().any(|network| network.contains(&address)),
        IpAddr::V6(address) => {
            PUBLIC_V6.contains(&address)
                && !NOT_PUBLIC_V6
                    .iter()
                    .any(|network| network.contains(&address))
        }
    }
}

/// The way out.
#[derive(Clone)]
pub struct Callbacks(Agent);

impl Callbacks {
    /// Calls public addresses by https; and those of `networks`, which need neither.
    pub fn new(networks: &[IpNet], roots: &Roots) -> Self {
        Self::looking_up(networks, roots, DefaultResolver::default())
    }

    fn looking_up(networks: &[IpNet], roots: &Roots, names: impl Resolver) -> Self {
        let config = Config::builder()
            .timeout_global(Some(policy::CALLBACK_TIME))
            .max_redirects(0)
            .max_redirects_will_error(false)
            .http_status_as_error(false)
            .proxy(None)
            .user_agent("Patient Connect")
            .tls_config(roots.https())
            .build();
        let guard = Guard {
            networks: networks.into(),
            names,
        };
        Self(Agent::with_parts(
            config,
            DefaultConnector::default(),
            guard,
        ))
    }

    /// Makes one call, signed; `now` is in the signature, so that a copy sent later is told by its age.
    pub async fn call(&self, url: &str, secret: &str, body: &str, now: Timestamp) -> Answer {
        let request = self
            .0
            .post(url)
            .content_type("application/json")
            .header(SIGNATURE, signature(secret, body, now));
        let body = body.to_owned();
        let sent = tokio::task::spawn_blocking(move || request.send(body));
        match sent.await {
            Ok(Ok(response)) if response.status().is_success() => Answer::Taken,
            Ok(Ok(response)) => Answer::Refused {
                status: response.status().as_u16(),
            },
            Ok(Err(ureq::Error::Timeout(_))) => Answer::Slow,
            Ok(Err(ureq::Error::Other(error))) if error.is::<Inward>() => Answer::Inward,
            Ok(Err(_)) | Err(_) => Answer::Unreachable,
        }
    }
}

fn signature(secret: &str, body: &str, now: Timestamp) -> String {
    let seconds = now.micros() / 1_000_000;
    let mut mac = <Hmac<Sha256> as KeyInit>::new_from_slice(secret.as_bytes())
        .unwrap_or_else(|_| unreachable!("HMAC takes a key of any length"));
    mac.update(format!("{seconds}.{body}").as_bytes());
    format!(
        "t={seconds},v1={}",
        hex::encode(mac.finalize().into_bytes())
    )
}

/// The name leads to an address that is not called.
#[derive(Debug, thiserror::Error)]
#[error("the address is not public")]
struct Inward;

/// Looks names up and lets only those through whose every address may be called. The connection is made to the very
/// addresses that were looked at, so a name that answers differently a moment later gains nothing.
#[derive(Debug)]
struct Guard<R> {
    networks: Arc<[IpNet]>,
    names: R,
}

impl<R: Resolver> Resolver for Guard<R> {
    fn resolve(
        &self,
        uri: &Uri,
        config: &Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, ureq::Error> {
        let found = self.names.resolve(uri, config, timeout)?;
        let encrypted = uri.scheme_str() == Some("https");
        let may_be_called = |address: IpAddr| {
            self.networks
                .iter()
                .any(|network| network.contains(&address))
                || (encrypted && is_public(address))
        };
        if found.iter().all(|address| may_be_called(address.ip())) {
            Ok(found)
        } else {
            Err(ureq::Error::Other(Box::new(Inward)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::net::{SocketAddr, TcpListener};
    use std::sync::Mutex;
    use std::sync::atomic::{AtomicUsize, Ordering};

    const NOW: Timestamp = Timestamp::from_micros(1_780_000_000_000_000);

    /// Counts who connects to it, at every address of this machine.
    struct Door {
        port: u16,
        visitors: Arc<AtomicUsize>,
    }

    impl Door {
        fn open() -> Self {
            let listener = TcpListener::bind("[::]:0").expect("a port");
            let port = listener.local_addr().expect("an address").port();
            let visitors = Arc::<AtomicUsize>::default();
            let count = visitors.clone();
            std::thread::spawn(move || {
                for _ in listener.incoming() {
                    count.fetch_add(1, Ordering::SeqCst);
                }
            });
            Self { port, visitors }
        }
    }

    /// Every spelling of this machine that a name look-up or an old library may know.
    const HERE: [&str; 20] = [
        "127.0.0.1",
        "127.1",
        "127.0.1",
        "127.255.255.254",
        "2130706433",
        "0x7f000001",
        "0x7f.0.0.1",
        "0177.0.0.1",
        "017700000001",
        "0",
        "0.0.0.0",
        "localhost",
        "LOCALHOST",
        "localhost.",
        "[::1]",
        "[0:0:0:0:0:0:0:1]",
        "[::]",
        "[::ffff:127.0.0.1]",
        "[::ffff:7f00:1]",
        "[::127.0.0.1]",
    ];

    #[tokio::test]
    async fn no_spelling_of_this_machine_is_connected_to() {
        let door = Door::open();
        let callbacks = Callbacks::new(&[], Roots::of_this_machine());
        for scheme in ["http", "https"] {
            for host in HERE {
                let url = format!("{scheme}://{host}:{}/", door.port);
                let answer = callbacks.call(&url, "secret", "{}", NOW).await;
                assert!(
                    matches!(answer, Answer::Inward | Answer::Unreachable),
                    "{url} {answer:?}"
                );
            }
        }
        assert_eq!(door.visitors.load(Ordering::SeqCst), 0);
    }

    #[test]
    fn addresses_that_are_not_the_internets_are_known() {
        let inward = [
            "0.0.0.0",
            "0.1.2.3",
            "10.0.0.1",
            "10.255.255.255",
            "100.64.0.1",
            "100.127.255.255",
            "127.0.0.1",
            "127.8.8.8",
            "169.254.0.1",
            "169.254.169.254",
            "172.16.0.1",
            "172.31.255.255",
            "192.0.0.1",
            "192.0.0.170",
            "192.0.2.1",
            "192.31.196.1",
            "192.52.193.1",
            "192.88.99.1",
            "192.168.0.1",
            "192.168.255.255",
            "198.18.0.1",
            "198.19.255.255",
            "198.51.100.1",
            "203.0.113.1",
            "224.0.0.1",
            "239.255.255.255",
            "240.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "::7f00:1",
            "::ffff:10.0.0.1",
            "::ffff:169.254.169.254",
            "::ffff:8.8.8.8",
            "64:ff9b::a00:1",
            "64:ff9b:1::1",
            "100::1",
            "2001::1",
            "2001:10::1",
            "2001:db8::1",
            "2002:a00:1::1",
            "2002:7f00:1::",
            "3fff::1",
            "fc00::1",
            "fd00:ec2::254",
            "fe80::1",
            "fec0::1",
            "ff02::1",
        ];
        for address in inward {
            let parsed = address.parse().expect("an address");
            assert!(!is_public(parsed), "{address}");
        }
        for address in ["8.8.8.8", "100.63.255.255", "172.32.0.1", "2606:4700::1111"] {
            let parsed = address.parse().expect("an address");
            assert!(is_public(parsed), "{address}");
        }
    }

    /// A name server that answers each look-up with the next address.
    #[derive(Debug)]
    struct Turncoat(Mutex<Vec<SocketAddr>>);

    impl Resolver for Turncoat {
        fn resolve(
            &self,
            _: &Uri,
            _: &Config,
            _: NextTimeout,
        ) -> Result<ResolvedSocketAddrs, ureq::Error> {
            let mut found = self.empty();
            found.push(self.0.lock().expect("addresses").remove(0));
            Ok(found)
        }
    }

    #[tokio::test]
    async fn a_name_that_leads_inward_at_the_second_look_up_is_not_followed() {
        let door = Door::open();
        let inward = SocketAddr::from(([127, 0, 0, 1], door.port));
        let named = SocketAddr::from(([127, 0, 0, 9], 1));
        let turncoat = Turncoat(Mutex::new(vec![named, inward]));
        let callbacks = Callbacks::looking_up(
            &["127.0.0.9/32".parse().expect("one")],
            Roots::of_this_machine(),
            turncoat,
        );
        let url = "http://clinic.example/";
        let first = callbacks.call(url, "secret", "{}", NOW).await;
        assert_eq!(first, Answer::Unreachable, "nobody listens there");
        let second = callbacks.call(url, "secret", "{}", NOW).await;
        assert_eq!(second, Answer::Inward);
        assert_eq!(door.visitors.load(Ordering::SeqCst), 0);
    }
}
