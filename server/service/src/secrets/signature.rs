//! What HealthVault's clients sign and hash with: RSA with SHA-1 or SHA-256, HMAC and digests of both families.
//!
//! SHA-1 stays for the clients that know nothing else; a MAC under it still holds.

use hmac::{Hmac, KeyInit, Mac};
use ring::signature::{
    RSA_PKCS1_1024_8192_SHA1_FOR_LEGACY_USE_ONLY, RSA_PKCS1_1024_8192_SHA256_FOR_LEGACY_USE_ONLY,
    UnparsedPublicKey,
};
use sha1::Sha1;
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;
use x509_parser::pem::Pem;
use x509_parser::prelude::{FromDer, X509Certificate};

/// Which hash a client chose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Family {
    Sha1,
    Sha256,
}

impl Family {
    /// Reads "SHA1", "HMACSHA256", "RSA-SHA1" and their like.
    pub fn named(name: &str) -> Option<Self> {
        match name
            .strip_prefix("HMAC")
            .or(name.strip_prefix("RSA-"))
            .unwrap_or(name)
        {
            "SHA1" => Some(Self::Sha1),
            "SHA256" => Some(Self::Sha256),
            _ => None,
        }
    }

    /// Whether `digest` is that of `bytes`.
    pub fn is_digest(self, bytes: &[u8], digest: &[u8]) -> bool {
        let ours = match self {
            Self::Sha1 => Sha1::digest(bytes).to_vec(),
            Self::Sha256 => Sha256::digest(bytes).to_vec(),
        };
        ours.ct_eq(digest).into()
    }

    /// Whether `mac` is the HMAC of `bytes` under the key.
    pub fn is_mac(self, key: &[u8], bytes: &[u8], mac: &[u8]) -> bool {
        match self {
            Self::Sha1 => is_mac::<Hmac<Sha1>>(key, bytes, mac),
            Self::Sha256 => is_mac::<Hmac<Sha256>>(key, bytes, mac),
        }
    }

    /// Whether the certificate's key signed `bytes`.
    pub fn is_signature(self, certificate: &[u8], bytes: &[u8], signature: &[u8]) -> bool {
        let Ok((_, certificate)) = X509Certificate::from_der(certificate) else {
            return false;
        };
        let algorithm = match self {
            Self::Sha1 => &RSA_PKCS1_1024_8192_SHA1_FOR_LEGACY_USE_ONLY,
            Self::Sha256 => &RSA_PKCS1_1024_8192_SHA256_FOR_LEGACY_USE_ONLY,
        };
        let key = &certificate.public_key().subject_public_key.data;
        UnparsedPublicKey::new(algorithm, key)
            .verify(bytes, signature)
            .is_ok()
    }
}

fn is_mac<M: Mac + KeyInit>(key: &[u8], bytes: &[u8], mac: &[u8]) -> bool {
    <M as KeyInit>::new_from_slice(key)
        .is_ok_and(|hmac| hmac.chain_update(bytes).verify_slice(mac).is_ok())
}

/// A certificate that can sign for an application.
pub struct Uploaded {
    pub der: Vec<u8>,
    /// SHA-1 of the DER text, in lower-case hex.
    pub thumbprint: String,
    /// Seconds since 1970.
    pub not_after: i64,
}

/// Reads a certificate with an RSA key, as PEM or DER; None for anything else.
pub fn read_certificate(file: &[u8]) -> Option<Uploaded> {
    let der = match Pem::iter_from_buffer(file).next() {
        Some(Ok(pem)) => pem.contents,
        _ => file.to_vec(),
    };
    let (rest, certificate) = X509Certificate::from_der(&der).ok()?;
    let rsa = x509_parser::oid_registry::OID_PKCS1_RSAENCRYPTION;
    if !rest.is_empty() || certificate.public_key().algorithm.algorithm != rsa {
        return None;
    }
    Some(Uploaded {
        thumbprint: hex::encode(Sha1::digest(&der)),
        not_after: certificate.validity().not_after.timestamp(),
        der,
    })
}
