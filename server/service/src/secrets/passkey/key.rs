//! Public keys as authenticators write them (COSE, RFC 9053): P-256, Ed25519 and RSA.

use super::cbor::{Item, Reader};
use ring::signature::{
    ECDSA_P256_SHA256_ASN1, ED25519, RSA_PKCS1_2048_8192_SHA256, RsaPublicKeyComponents,
    UnparsedPublicKey,
};

/// What browsers are asked for, by its COSE number, the one we like best first: `ES256`, `EdDSA`, `RS256`.
pub const ALGORITHMS: [i64; 3] = [-7, -8, -257];

/// A key that signatures are checked by.
#[derive(Debug, PartialEq, Eq)]
pub enum PublicKey<'a> {
    /// A point, not compressed.
    P256(Vec<u8>),
    Ed25519(&'a [u8]),
    Rsa {
        modulus: &'a [u8],
        exponent: &'a [u8],
    },
}

impl<'a> PublicKey<'a> {
    /// Reads a key off the front; None for any other kind.
    pub fn read(reader: &mut Reader<'a>) -> Option<Self> {
        // Kind, algorithm, and what the algorithm wants under -1, -2 and -3.
        let mut parts: [Option<Item<'a>>; 5] = [const { None }; 5];
        for _ in 0..reader.map()? {
            let Item::Number(label) = reader.item()? else {
                return None;
            };
            let place = match label {
                1 => 0,
                3 => 1,
                -1 => 2,
                -2 => 3,
                -3 => 4,
                _ => {
                    reader.skip()?;
                    continue;
                }
            };
            if parts[place].replace(reader.item()?).is_some() {
                return None;
            }
        }
        match parts {
            [
                Some(Item::Number(2)),
                Some(Item::Number(-7)),
                Some(Item::Number(1)),
                Some(Item::Bytes(x)),
                Some(Item::Bytes(y)),
            ] if x.len() == 32 && y.len() == 32 => Some(Self::P256([&[4], x, y].concat())),
            [
                Some(Item::Number(1)),
                Some(Item::Number(-8)),
                Some(Item::Number(6)),
                Some(Item::Bytes(point)),
                None,
            ] if point.len() == 32 => Some(Self::Ed25519(point)),
            [
                Some(Item::Number(3)),
                Some(Item::Number(-257)),
                Some(Item::Bytes(modulus)),
                Some(Item::Bytes(exponent)),
                None,
            ] if modulus.len() >= 256 => Some(Self::Rsa { modulus, exponent }),
            _ => None,
        }
    }

    /// Whether its owner signed these bytes.
    pub fn is_signature(&self, bytes: &[u8], signature: &[u8]) -> bool {
        let checked = match self {
            Self::P256(point) => {
                UnparsedPublicKey::new(&ECDSA_P256_SHA256_ASN1, point).verify(bytes, signature)
            }
            Self::Ed25519(point) => {
                UnparsedPublicKey::new(&ED25519, point).verify(bytes, signature)
            }
            Self::Rsa { modulus, exponent } => RsaPublicKeyComponents {
                n: modulus,
                e: exponent,
            }
            .verify(&RSA_PKCS1_2048_8192_SHA256, bytes, signature),
        };
        checked.is_ok()
    }
}
