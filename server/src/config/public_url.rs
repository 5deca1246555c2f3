//! The address at which people reach the server.

use super::ConfigError;
use url::{Host, Url};

/// The address people use: a scheme, a host and perhaps a port.
#[derive(Clone, Debug)]
pub struct PublicUrl {
    url: Url,
    origin: String,
}

impl PublicUrl {
    pub(super) fn parse(text: &str) -> Result<Self, ConfigError> {
        let wrong = || ConfigError::PublicUrl(text.to_owned());
        let url = Url::parse(text).ok().ok_or_else(wrong)?;
        let bare = url.path() == "/"
            && url.query().is_none()
            && url.fragment().is_none()
            && url.username().is_empty()
            && url.password().is_none();
        if !bare || !matches!(url.scheme(), "http" | "https") {
            return Err(wrong());
        }
        let origin = url.origin().ascii_serialization();
        Ok(Self { url, origin })
    }

    pub(super) const fn parts(&self) -> &Url {
        &self.url
    }

    /// Without a slash at its end.
    pub fn as_str(&self) -> &str {
        &self.origin
    }

    /// What browsers send as `Origin` from our pages. A machine calls itself by several names, and anyone who tries the
    /// server out may type any of them.
    pub fn origins(&self) -> Vec<String> {
        let mut origins = vec![self.origin.clone()];
        if self.is_loopback() && !self.is_https() {
            let port = self.url.port().map(|port| format!(":{port}"));
            let port = port.unwrap_or_default();
            let names = ["localhost", "127.0.0.1", "[::1]"];
            origins.extend(names.map(|name| format!("http://{name}{port}")));
        }
        origins
    }

    pub fn is_https(&self) -> bool {
        self.url.scheme() == "https"
    }

    pub fn is_loopback(&self) -> bool {
        match self.url.host() {
            Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
            Some(Host::Ipv4(address)) => address.is_loopback(),
            Some(Host::Ipv6(address)) => address == std::net::Ipv6Addr::LOCALHOST,
            None => false,
        }
    }

    /// Where to connect to: a name or an address, and a port.
    pub fn server(&self) -> (String, u16) {
        let port = self.url.port_or_known_default().unwrap_or_default();
        let host = self.host().trim_matches(['[', ']']);
        (host.to_owned(), port)
    }

    /// The host, with brackets around an IPv6 address.
    pub fn host(&self) -> &str {
        self.url.host_str().unwrap_or_default()
    }
}
