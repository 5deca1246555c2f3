//! Calls an application at its own address, signed as Standard Webhooks are. Which addresses may be called is in `outward`.
//! Knows no table.

use crate::outward::{Inward, agent};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use domain::callback::Answer;
use domain::policy;
use domain::timestamp::Timestamp;
use hmac::{Hmac, KeyInit, Mac};
use ipnet::IpNet;
use service::SECRET;
use service::roots::Roots;
use sha2::Sha256;
use ureq::Agent;
use ureq::unversioned::resolver::{DefaultResolver, Resolver};

/// The header of secrets of the old kind: `t=<seconds>,v1=<HMAC-SHA-256 of "seconds.body", hex>`.
const SIGNATURE: &str = "Patient-Connect-Signature";

/// One call: where, by which secrets it is signed, and what it says.
pub struct Signed<'a> {
    pub url: &'a str,
    pub id: &'a str,
    pub secrets: &'a [String],
    pub body: &'a str,
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
        Self(agent(networks, roots, policy::CALLBACK_TIME, names))
    }

    /// Makes one call, signed; `now` is in the signatures, so that a copy sent later is told by its age.
    pub async fn call(&self, call: &Signed<'_>, now: Timestamp) -> Answer {
        let mut request = self.0.post(call.url).content_type("application/json");
        for (name, value) in signatures(call, now) {
            request = request.header(name, value);
        }
        let body = call.body.to_owned();
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

/// The headers that prove a call: those of Standard Webhooks with a signature by each of its secrets, and the old one by a
/// secret of the old kind.
fn signatures(call: &Signed<'_>, now: Timestamp) -> Vec<(&'static str, String)> {
    let seconds = now.micros() / 1_000_000;
    let (mut headers, mut signed) = (Vec::new(), Vec::new());
    for secret in call.secrets {
        let key = secret.strip_prefix(SECRET);
        if let Some(key) = key.and_then(|key| BASE64_STANDARD.decode(key).ok()) {
            let mac = mac(&key, &format!("{}.{seconds}.{}", call.id, call.body));
            signed.push(format!("v1,{}", BASE64_STANDARD.encode(mac)));
        } else {
            let mac = mac(secret.as_bytes(), &format!("{seconds}.{}", call.body));
            headers.push((SIGNATURE, format!("t={seconds},v1={}", hex::encode(mac))));
        }
    }
    if !signed.is_empty() {
        headers.push(("webhook-id", call.id.to_owned()));
        headers.push(("webhook-timestamp", seconds.to_string()));
        headers.push(("webhook-signature", signed.join(" ")));
    }
    headers
}

fn mac(key: &[u8], text: &str) -> Vec<u8> {
    let mut mac = <Hmac<Sha256> as KeyInit>::new_from_slice(key)
        .unwrap_or_else(|_| unreachable!("HMAC takes a key of any length"));
    mac.update(text.as_bytes());
    mac.finalize().into_bytes().to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::net::{SocketAddr, TcpListener};
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::sync::{Arc, Mutex};
    use ureq::config::Config;
    use ureq::http::Uri;
    use ureq::unversioned::resolver::ResolvedSocketAddrs;
    use ureq::unversioned::transport::NextTimeout;

    const NOW: Timestamp = Timestamp::from_micros(1_780_000_000_000_000);

    fn told(url: &str) -> Signed<'_> {
        Signed {
            url,
            id: "evt_1",
            secrets: &[],
            body: "{}",
        }
    }

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
                let answer = callbacks.call(&told(&url), NOW).await;
                assert!(
                    matches!(answer, Answer::Inward | Answer::Unreachable),
                    "{url} {answer:?}"
                );
            }
        }
        assert_eq!(door.visitors.load(Ordering::SeqCst), 0);
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
        let first = callbacks.call(&told(url), NOW).await;
        assert_eq!(first, Answer::Unreachable, "nobody listens there");
        let second = callbacks.call(&told(url), NOW).await;
        assert_eq!(second, Answer::Inward);
        assert_eq!(door.visitors.load(Ordering::SeqCst), 0);
    }
}
