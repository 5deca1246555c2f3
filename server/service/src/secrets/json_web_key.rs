//! Public keys as JSON Web Keys (RFC 7517), and the signatures of assertions that are checked with them: RS384 and ES384,
//! by one table. The key says which algorithm it is for, never the text that was signed.

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use domain::policy;
use ring::signature::{
    ECDSA_P384_SHA384_FIXED, RSA_PKCS1_2048_8192_SHA384, RsaPublicKeyComponents, UnparsedPublicKey,
};
use serde::Deserialize;
use serde_json::Value;
use sha2::{Digest, Sha256};

/// Bytes of a coordinate on the curve P-384.
const COORDINATE: usize = 48;
/// Bytes of a modulus: 2048 to 8192 bits.
const MODULUS: std::ops::RangeInclusive<usize> = 256..=1024;

/// A key that signs assertions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicKey {
    pub id: String,
    kind: Kind,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Kind {
    /// Modulus and exponent, without leading zeroes.
    Rsa(Vec<u8>, Vec<u8>),
    /// An uncompressed point.
    Elliptic(Vec<u8>),
}

/// Why a text is no key set that can be registered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeySetFault {
    /// Not a JSON object with a list of keys, or larger than one may be.
    Unreadable,
    TooManyKeys,
    /// It holds a private or a secret key.
    Private,
    /// None of its keys is one for RS384 or ES384 with an id of its own.
    NoKey,
}

#[derive(Deserialize)]
struct Set {
    keys: Vec<Key>,
}

#[derive(Deserialize)]
struct Key {
    kty: String,
    kid: Option<String>,
    r#use: Option<String>,
    alg: Option<String>,
    crv: Option<String>,
    x: Option<String>,
    y: Option<String>,
    n: Option<String>,
    e: Option<String>,
    /// Of a private key.
    d: Option<Value>,
    /// Of a secret one.
    k: Option<Value>,
}

/// The keys of a set that can sign for us; others are passed over. Two keys of one id are none: it would be a guess.
pub fn read_key_set(text: &str) -> Result<Vec<PublicKey>, KeySetFault> {
    if text.len() > policy::KEY_SET_BYTES {
        return Err(KeySetFault::Unreadable);
    }
    let set: Set = serde_json::from_str(text).map_err(|_| KeySetFault::Unreadable)?;
    if set.keys.len() > policy::KEY_SET_KEYS {
        return Err(KeySetFault::TooManyKeys);
    }
    if set
        .keys
        .iter()
        .any(|key| key.d.is_some() || key.k.is_some())
    {
        return Err(KeySetFault::Private);
    }
    let keys: Vec<PublicKey> = set.keys.iter().filter_map(Key::read).collect();
    let is_alone = |key: &&PublicKey| keys.iter().filter(|other| other.id == key.id).count() == 1;
    let keys: Vec<PublicKey> = keys.iter().filter(is_alone).cloned().collect();
    if keys.is_empty() {
        return Err(KeySetFault::NoKey);
    }
    Ok(keys)
}

impl Key {
    fn read(&self) -> Option<PublicKey> {
        let id = self.kid.clone()?;
        if id.is_empty() || id.len() > policy::ASSERTION_ID_MAX {
            return None;
        }
        if self.r#use.as_deref().is_some_and(|meant| meant != "sig") {
            return None;
        }
        let (kind, algorithm) = match self.kty.as_str() {
            "RSA" => (self.rsa()?, "RS384"),
            "EC" if self.crv.as_deref() == Some("P-384") => (self.elliptic()?, "ES384"),
            _ => return None,
        };
        if self.alg.as_deref().is_some_and(|alg| alg != algorithm) {
            return None;
        }
        Some(PublicKey { id, kind })
    }

    fn rsa(&self) -> Option<Kind> {
        let number = |text: &Option<String>| {
            let bytes = decoded(text.as_deref()?)?;
            let start = bytes.iter().position(|byte| *byte != 0)?;
            Some(bytes[start..].to_vec())
        };
        let (modulus, exponent) = (number(&self.n)?, number(&self.e)?);
        (MODULUS.contains(&modulus.len()) && exponent.len() <= 8)
            .then_some(Kind::Rsa(modulus, exponent))
    }

    fn elliptic(&self) -> Option<Kind> {
        let mut point = vec![4];
        for coordinate in [&self.x, &self.y] {
            let bytes = decoded(coordinate.as_deref()?)?;
            if bytes.len() != COORDINATE {
                return None;
            }
            point.extend(bytes);
        }
        Some(Kind::Elliptic(point))
    }
}

fn decoded(text: &str) -> Option<Vec<u8>> {
    BASE64_URL_SAFE_NO_PAD.decode(text).ok()
}

impl PublicKey {
    /// Whether this key signed the text, by the one algorithm that it is for.
    pub fn has_signed(&self, algorithm: &str, text: &[u8], signature: &[u8]) -> bool {
        let checked = match (&self.kind, algorithm) {
            (Kind::Rsa(n, e), "RS384") => {
                let key = RsaPublicKeyComponents { n, e };
                key.verify(&RSA_PKCS1_2048_8192_SHA384, text, signature)
            }
            (Kind::Elliptic(point), "ES384") => {
                UnparsedPublicKey::new(&ECDSA_P384_SHA384_FIXED, point).verify(text, signature)
            }
            _ => return false,
        };
        checked.is_ok()
    }

    /// Tells this key from another of the same id.
    pub fn thumbprint(&self) -> [u8; 32] {
        let mut digest = Sha256::new();
        match &self.kind {
            Kind::Rsa(n, e) => {
                digest.update(b"RSA");
                digest.update((n.len() as u64).to_le_bytes());
                digest.update(n);
                digest.update(e);
            }
            Kind::Elliptic(point) => {
                digest.update(b"EC");
                digest.update(point);
            }
        }
        digest.finalize().into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const POINT: &str = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4v";

    fn elliptic(more: &str) -> String {
        format!(r#"{{"kty":"EC","crv":"P-384","x":"{POINT}","y":"{POINT}"{more}}}"#)
    }

    fn set(keys: &[String]) -> String {
        format!(r#"{{"keys":[{}]}}"#, keys.join(","))
    }

    #[test]
    fn keys_that_cannot_sign_for_us_are_passed_over() {
        let right = elliptic(r#","kid":"one","use":"sig","alg":"ES384""#);
        let short = r#"{"kty":"RSA","kid":"short","n":"AQAB","e":"AQAB"}"#.to_owned();
        let other_curve = right.replace("P-384", "P-256").replace("one", "curve");
        for other in [
            elliptic(""),
            elliptic(r#","kid":"""#),
            elliptic(r#","kid":"two","use":"enc""#),
            elliptic(r#","kid":"two","alg":"RS384""#),
            short,
            other_curve,
        ] {
            let keys = read_key_set(&set(&[right.clone(), other.clone()])).expect("a set");
            assert_eq!(keys.len(), 1, "{other}");
            assert_eq!(keys[0].id, "one");
            assert_eq!(read_key_set(&set(&[other])), Err(KeySetFault::NoKey));
        }
    }

    #[test]
    fn a_text_that_is_no_key_set_is_refused() {
        for text in ["", "{}", "[]", r#"{"keys":1}"#, r#"{"keys":[{}]}"#] {
            assert_eq!(read_key_set(text), Err(KeySetFault::Unreadable), "{text}");
        }
        let twice = elliptic(r#","kid":"one""#);
        assert_eq!(
            read_key_set(&set(&[twice.clone(), twice])),
            Err(KeySetFault::NoKey)
        );
        let private = elliptic(r#","kid":"one","d":"AQAB""#);
        assert_eq!(read_key_set(&set(&[private])), Err(KeySetFault::Private));
        let secret = r#"{"kty":"oct","k":"AQAB"}"#.to_owned();
        assert_eq!(read_key_set(&set(&[secret])), Err(KeySetFault::Private));
        let many = vec![elliptic(r#","kid":"one""#); policy::KEY_SET_KEYS + 1];
        assert_eq!(read_key_set(&set(&many)), Err(KeySetFault::TooManyKeys));
        let large = set(&[elliptic(&format!(r#","kid":"{}""#, "a".repeat(70_000)))]);
        assert_eq!(read_key_set(&large), Err(KeySetFault::Unreadable));
    }
}
