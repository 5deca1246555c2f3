//! What the outermost layers know: where the installation stands.

use super::pace::Floor;
use super::places::Places;
use crate::config::Hsts;
use ipnet::IpNet;
use service::ports::Ports;
use std::net::IpAddr;
use std::sync::Arc;

/// The installation's address, and whom it believes.
#[derive(Clone)]
pub struct Edge {
    /// What browsers send as `Origin` from our own pages.
    pub origins: Arc<[String]>,
    /// Whether the public URL is https.
    pub secure: bool,
    pub hsts: Hsts,
    pub trusted_proxies: Arc<[IpNet]>,
    pub ports: Ports,
    /// Requests under way of each network.
    pub requests: Places,
    /// How fast a body has to come.
    pub floor: Floor,
}

impl Edge {
    pub fn trusts(&self, address: IpAddr) -> bool {
        let mut networks = self.trusted_proxies.iter();
        networks.any(|network| network.contains(&address))
    }
}

#[cfg(test)]
impl Edge {
    /// An installation at `https://connect.example.org` without proxies.
    pub fn example() -> Self {
        Self {
            origins: Arc::new(["https://connect.example.org".to_owned()]),
            secure: true,
            hsts: Hsts::Host,
            trusted_proxies: Arc::new([]),
            ports: Ports::system(),
            requests: Places::new(1_000),
            floor: Floor::default(),
        }
    }
}
