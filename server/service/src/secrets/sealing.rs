//! Digests under a key, and text sealed with XChaCha20-Poly1305.

use super::KeyFile;
use crate::ports::Ports;
use chacha20poly1305::aead::{self, Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use hmac::{Hmac, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

const NONCE: usize = 24;

/// Everything that is made with the installation's key, except hashes of answers and passwords.
pub struct Sealer {
    digests: Zeroizing<[u8; 32]>,
    audit: Zeroizing<[u8; 32]>,
    fingerprint: [u8; 32],
    pepper: Zeroizing<[u8; 32]>,
    cipher: XChaCha20Poly1305,
}

/// Why a text was not sealed or not opened; none of them repeats the text.
#[derive(Debug, thiserror::Error)]
pub enum SealError {
    #[error("a {0} is too short to be a sealed text")]
    TooShort(&'static str),
    #[error("a {purpose} was sealed with another key, for another place, or altered: {source}")]
    Foreign {
        purpose: &'static str,
        source: aead::Error,
    },
    #[error("a {purpose} holds no text: {source}")]
    NoText {
        purpose: &'static str,
        source: std::str::Utf8Error,
    },
    #[error("a {purpose} is too long to be sealed: {source}")]
    TooLong {
        purpose: &'static str,
        source: aead::Error,
    },
}

/// What a sealed text held.
pub type Opened = Zeroizing<Vec<u8>>;

impl Sealer {
    pub fn new(key: &KeyFile) -> Self {
        let derive = |purpose: &str| Zeroizing::new(mac(key.bytes(), &[purpose.as_bytes()]));
        let cipher_key = derive("seal");
        Self {
            digests: derive("digests"),
            audit: derive("audit"),
            pepper: derive("pepper"),
            fingerprint: *derive("fingerprint"),
            cipher: XChaCha20Poly1305::new(&Key::from(*cipher_key)),
        }
    }

    /// Tells this key from another; says nothing about it.
    pub fn fingerprint(&self) -> &[u8] {
        &self.fingerprint
    }

    pub(super) fn pepper(&self) -> &[u8; 32] {
        &self.pepper
    }

    /// A digest that cannot be guessed at without the key. `purpose` keeps the kinds apart.
    pub fn digest(&self, purpose: &str, parts: &[&[u8]]) -> Vec<u8> {
        let mut all = vec![purpose.as_bytes()];
        all.extend_from_slice(parts);
        mac(&self.digests, &all).to_vec()
    }

    /// The next link of an audit chain.
    pub fn audit_link(&self, parts: &[&[u8]]) -> Vec<u8> {
        mac(&self.audit, parts).to_vec()
    }

    /// Seals a text for one purpose and place; it opens only there.
    pub fn seal(
        &self,
        purpose: &'static str,
        place: &[u8],
        text: &[u8],
        ports: &Ports,
    ) -> Result<Vec<u8>, SealError> {
        let nonce = ports.bytes::<NONCE>();
        let aad = place_of(purpose, place);
        let sealed = self
            .cipher
            .encrypt(
                &XNonce::from(nonce),
                Payload {
                    msg: text,
                    aad: &aad,
                },
            )
            .map_err(|source| SealError::TooLong { purpose, source })?;
        Ok([nonce.as_slice(), &sealed].concat())
    }

    /// Fails when the text was sealed with another key, for another place, or altered.
    pub fn open(
        &self,
        purpose: &'static str,
        place: &[u8],
        sealed: &[u8],
    ) -> Result<Opened, SealError> {
        let (nonce, text) = sealed
            .split_first_chunk::<NONCE>()
            .ok_or(SealError::TooShort(purpose))?;
        let aad = place_of(purpose, place);
        self.cipher
            .decrypt(
                &XNonce::from(*nonce),
                Payload {
                    msg: text,
                    aad: &aad,
                },
            )
            .map(Zeroizing::new)
            .map_err(|source| SealError::Foreign { purpose, source })
    }

    /// Like [`Self::open`], for text.
    pub fn open_text(
        &self,
        purpose: &'static str,
        place: &[u8],
        sealed: &[u8],
    ) -> Result<String, SealError> {
        let opened = self.open(purpose, place, sealed)?;
        let text = std::str::from_utf8(&opened);
        text.map(str::to_owned)
            .map_err(|source| SealError::NoText { purpose, source })
    }
}

fn place_of(purpose: &str, place: &[u8]) -> Vec<u8> {
    [purpose.as_bytes(), b":", place].concat()
}

/// HMAC-SHA-256 over parts, each with its length in front, so that no two lists of parts look alike.
fn mac(key: &[u8; 32], parts: &[&[u8]]) -> [u8; 32] {
    // HMAC takes a key of one hash block; a shorter one is padded with zeroes by definition.
    let mut block = hmac::digest::Key::<Hmac<Sha256>>::default();
    block[..key.len()].copy_from_slice(key);
    let mut mac = <Hmac<Sha256> as KeyInit>::new(&block);
    for part in parts {
        mac.update(&(part.len() as u64).to_le_bytes());
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}
