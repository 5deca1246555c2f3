//! The certificate authorities that are trusted: one set for mail, callbacks and `doctor`.
//!
//! It is the system's own (or what `SSL_CERT_FILE` and `SSL_CERT_DIR` name), so that a hospital's private authority
//! counts where an administrator installed it, and one that was removed counts no more. A file of more authorities may
//! be named beside them. A machine without any has Mozilla's, which are built in.

use lettre::transport::smtp::client::{Certificate, CertificateStore, TlsParameters};
use std::path::Path;
use std::sync::{Arc, LazyLock};
use ureq::tls::{RootCerts, TlsConfig};

static OF_THIS_MACHINE: LazyLock<Roots> = LazyLock::new(Roots::load);

/// Authorities, as DER; none where those that are built in count.
#[derive(Clone)]
pub struct Roots(Arc<Vec<Vec<u8>>>);

/// Why a file of authorities cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum RootsError {
    #[error("it cannot be read: {0}")]
    Unreadable(rustls_native_certs::Error),
    #[error("it holds no certificate in PEM form, between BEGIN CERTIFICATE and END CERTIFICATE")]
    None,
    /// By its place in the file.
    #[error("certificate {0} in it cannot be used")]
    Broken(usize),
}

impl Roots {
    pub fn of_this_machine() -> &'static Self {
        &OF_THIS_MACHINE
    }

    /// These and the ones of a file, in PEM form. One certificate that cannot be used is an error: someone wrote it there
    /// to be trusted.
    pub fn and_of(&self, file: &Path) -> Result<Self, RootsError> {
        let found = rustls_native_certs::load_certs_from_paths(Some(file), None);
        if let Some(error) = found.errors.into_iter().next() {
            return Err(RootsError::Unreadable(error));
        }
        let ders: Vec<Vec<u8>> = found.certs.into_iter().map(|der| der.to_vec()).collect();
        if ders.is_empty() {
            return Err(RootsError::None);
        }
        if let Some(broken) = ders.iter().position(|der| !Self::is_usable(der)) {
            return Err(RootsError::Broken(broken + 1));
        }
        Ok(Self(Arc::new([self.0.as_slice(), &ders].concat())))
    }

    fn load() -> Self {
        let found = rustls_native_certs::load_native_certs();
        for error in &found.errors {
            tracing::warn!(%error, "some of the system's certificate authorities cannot be read");
        }
        let ders = found.certs.into_iter().map(|der| der.to_vec());
        let roots = Self::of(ders.collect());
        if roots.0.is_empty() {
            tracing::warn!(
                "the system has no certificate authorities: those that are built in are trusted"
            );
        }
        roots
    }

    /// Those of them that can be used: one broken certificate must not keep all others out.
    pub fn of(ders: Vec<Vec<u8>>) -> Self {
        let usable = |der: &Vec<u8>| Self::is_usable(der);
        Self(Arc::new(ders.into_iter().filter(usable).collect()))
    }

    fn is_usable(der: &[u8]) -> bool {
        let alone = Self(Arc::new(vec![der.to_vec()]));
        alone.smtp("localhost").is_ok()
    }

    /// For a talk with this mail server.
    pub fn smtp(&self, host: &str) -> Result<TlsParameters, lettre::transport::smtp::Error> {
        let mut parameters = TlsParameters::builder(host.to_owned());
        if !self.0.is_empty() {
            parameters = parameters.certificate_store(CertificateStore::None);
        }
        for der in self.0.iter() {
            parameters = parameters.add_root_certificate(Certificate::from_der(der.clone())?);
        }
        parameters.build()
    }

    /// For calls by https.
    pub fn https(&self) -> TlsConfig {
        let roots = if self.0.is_empty() {
            RootCerts::WebPki
        } else {
            let certificates = self
                .0
                .iter()
                .map(|der| ureq::tls::Certificate::from_der(der).to_owned());
            RootCerts::Specific(Arc::new(certificates.collect()))
        };
        TlsConfig::builder().root_certs(roots).build()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::{Smtp, Trouble};
    use std::time::Duration;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    use tokio::net::TcpListener;
    use tokio_rustls::TlsAcceptor;
    use tokio_rustls::rustls::ServerConfig;
    use tokio_rustls::rustls::crypto::ring::default_provider;
    use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};

    /// An authority of no one's, and a certificate for localhost that it signed, with its key: made for this test.
    const AUTHORITY: &[u8] = include_bytes!("../tests/authority/authority.der");
    const CERTIFICATE: &[u8] = include_bytes!("../tests/authority/localhost.der");
    const KEY: &[u8] = include_bytes!("../tests/authority/localhost.key.der");

    /// A server that speaks TLS from the first byte and says this once it is open.
    async fn server(says: &'static str) -> u16 {
        let key = PrivateKeyDer::try_from(KEY).expect("a key");
        let config = ServerConfig::builder_with_provider(Arc::new(default_provider()))
            .with_safe_default_protocol_versions()
            .expect("versions")
            .with_no_client_auth()
            .with_single_cert(vec![CertificateDer::from(CERTIFICATE)], key);
        let acceptor = TlsAcceptor::from(Arc::new(config.expect("a certificate")));
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let port = listener.local_addr().expect("an address").port();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                if let Ok(mut stream) = acceptor.accept(stream).await {
                    let _ = stream.write_all(says.as_bytes()).await;
                    while let Ok(1..) = stream.read(&mut [0; 512]).await {
                        let _ = stream.write_all(b"250 yes\r\n").await;
                    }
                }
            }
        });
        port
    }

    #[tokio::test]
    async fn a_mail_server_of_a_private_authority_is_trusted_where_that_is() {
        let port = server("220 sink\r\n").await;
        let try_out = async |roots: &Roots| {
            let smtp = Smtp::parse(&format!("smtps://localhost:{port}"), "connect.example.org");
            let smtp = smtp.expect("an address").trusting(roots).expect("TLS");
            smtp.with_patience(Duration::from_secs(5)).try_out().await
        };
        let trusted = Roots::of(vec![b"no certificate".to_vec(), AUTHORITY.to_vec()]);
        assert_eq!(trusted.0.len(), 1, "what is broken is left out");
        assert_eq!(try_out(&trusted).await, Ok(()), "D4");
        let others = try_out(&Roots::of(Vec::new())).await;
        assert!(matches!(others, Err(Trouble::Tls(_))), "{others:?}");
    }

    fn pem(der: &[u8]) -> String {
        let base64 = base64::Engine::encode(&base64::prelude::BASE64_STANDARD, der);
        format!("-----BEGIN CERTIFICATE-----\n{base64}\n-----END CERTIFICATE-----\n")
    }

    #[test]
    fn a_file_of_authorities_is_trusted_beside_the_others() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("ca.pem");
        std::fs::write(&file, pem(AUTHORITY)).expect("a file");
        let with = Roots::of(vec![CERTIFICATE.to_vec()]).and_of(&file);
        assert_eq!(with.expect("authorities").0.len(), 2, "D4");
    }

    #[test]
    fn a_file_without_usable_authorities_is_refused() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("ca.pem");
        let refused = || {
            let read = Roots::of(Vec::new()).and_of(&file);
            read.err().expect("refused").to_string()
        };
        assert!(refused().contains("cannot be read"), "D4 no file");
        for (text, words) in [
            (String::new(), "no certificate"),
            ("ca".to_owned(), "no certificate"),
            (pem(b"ca"), "certificate 1 in it"),
            (pem(AUTHORITY) + &pem(b"ca"), "certificate 2 in it"),
        ] {
            std::fs::write(&file, &text).expect("a file");
            assert!(refused().contains(words), "D4 {text} {}", refused());
        }
    }

    #[tokio::test]
    async fn calls_by_https_trust_the_same_authorities() {
        let port = server("HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n").await;
        let call = async |roots: Roots| {
            let url = format!("https://localhost:{port}/");
            let called = tokio::task::spawn_blocking(move || {
                let config = ureq::Agent::config_builder()
                    .tls_config(roots.https())
                    .proxy(None);
                let agent = config
                    .timeout_global(Some(Duration::from_secs(5)))
                    .build()
                    .new_agent();
                agent.get(url).call().map(|answer| answer.status().as_u16())
            });
            called.await.expect("a call").ok()
        };
        assert_eq!(
            call(Roots::of(vec![AUTHORITY.to_vec()])).await,
            Some(200),
            "D4"
        );
        assert_eq!(call(Roots::of(Vec::new())).await, None);
    }
}
