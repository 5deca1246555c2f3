//! What the outermost layers know: where the installation stands.

use crate::ports::Ports;
use ipnet::IpNet;
use std::sync::Arc;

/// The installation's address, and whom it believes.
#[derive(Clone)]
pub struct Edge {
    /// Scheme, host and port of the public URL, as browsers send it in `Origin`.
    pub origin: Arc<str>,
    /// Whether the public URL is https.
    pub secure: bool,
    pub trusted_proxies: Arc<[IpNet]>,
    pub ports: Ports,
}
