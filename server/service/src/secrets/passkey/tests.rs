//! A small authenticator that can be told to break each rule.

use super::*;
use proptest::prelude::*;
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, Ed25519KeyPair, KeyPair};

const CHALLENGE: &str = "Y2hhbGxlbmdl";
const PAGE: &str = "https://connect.example.org";

fn here() -> RelyingParty {
    RelyingParty::of(PAGE).expect("a relying party")
}

fn said(purpose: &str, challenge: &str, origin: &str) -> Vec<u8> {
    format!(r#"{{"type":"{purpose}","challenge":"{challenge}","origin":"{origin}","crossOrigin":false}}"#)
        .into_bytes()
}

fn data(id: &str, flags: u8, count: u32, rest: &[u8]) -> Vec<u8> {
    let digest = Sha256::digest(id.as_bytes());
    [digest.as_slice(), &[flags], &count.to_be_bytes(), rest].concat()
}

/// A new credential called 7, with this key.
fn credential(key: &[u8]) -> Vec<u8> {
    [&[0; 16], [0, 1].as_slice(), &[7], key].concat()
}

fn attestation(data: &[u8]) -> Vec<u8> {
    let length = u16::try_from(data.len()).expect("short").to_be_bytes();
    let head = b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x59".as_slice();
    [head, &length, data].concat()
}

fn made(said: &[u8], data: &[u8]) -> Result<ReadPasskey, PasskeyFault> {
    let attestation = attestation(data);
    let made = MadePasskey {
        client_data: said,
        attestation: &attestation,
    };
    here().read(&made, CHALLENGE)
}

fn ed25519() -> (Ed25519KeyPair, Vec<u8>) {
    let pair = Ed25519KeyPair::from_seed_unchecked(&[7; 32]).expect("a key");
    let point = pair.public_key().as_ref();
    let cose = [
        b"\xa4\x01\x01\x03\x27\x20\x06\x21\x58\x20".as_slice(),
        point,
    ]
    .concat();
    (pair, cose)
}

fn p256() -> (EcdsaKeyPair, Vec<u8>) {
    let random = SystemRandom::new();
    let file = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, &random);
    let file = file.expect("a key");
    let pair = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, file.as_ref(), &random);
    let pair = pair.expect("a key");
    let (x, y) = pair.public_key().as_ref()[1..].split_at(32);
    let head = b"\xa5\x01\x02\x03\x26\x20\x01\x21\x58\x20".as_slice();
    let cose = [head, x, b"\x22\x58\x20", y].concat();
    (pair, cose)
}

const ALL: u8 = PRESENT | VERIFIED;
const MAKE: u8 = ALL | HAS_CREDENTIAL;

#[test]
fn a_passkey_is_read_and_its_signatures_are_checked() {
    let (pair, key) = p256();
    let words = said("webauthn.create", CHALLENGE, PAGE);
    let read = made(
        &words,
        &data("connect.example.org", MAKE, 3, &credential(&key)),
    );
    let read = read.expect("a passkey");
    assert_eq!(
        (read.credential.as_slice(), read.sign_count),
        ([7].as_slice(), 3)
    );
    assert_eq!(
        (read.public_key.as_slice(), read.synced),
        (key.as_slice(), false)
    );
    let words = said("webauthn.get", CHALLENGE, PAGE);
    let data = data("connect.example.org", ALL, 4, &[]);
    let signed = [data.as_slice(), &Sha256::digest(&words)].concat();
    let signature = pair.sign(&SystemRandom::new(), &signed).expect("signed");
    let mut shown = SignedPasskey {
        client_data: &words,
        authenticator_data: &data,
        signature: signature.as_ref(),
    };
    assert_eq!(here().check(&shown, &key, false, CHALLENGE), Ok(4));
    let synced = here().check(&shown, &key, true, CHALLENGE);
    assert_eq!(synced, Err(PasskeyFault::Synced));
    let (_, other) = p256();
    let of_other = here().check(&shown, &other, false, CHALLENGE);
    assert_eq!(of_other, Err(PasskeyFault::Signature));
    shown.signature = &[];
    let unsigned = here().check(&shown, &key, false, CHALLENGE);
    assert_eq!(unsigned, Err(PasskeyFault::Signature));
}

#[test]
fn ed25519_signs_too() {
    let (pair, key) = ed25519();
    let words = said("webauthn.get", CHALLENGE, PAGE);
    let data = data("connect.example.org", ALL, 0, &[]);
    let signature = pair.sign(&[data.as_slice(), &Sha256::digest(&words)].concat());
    let shown = SignedPasskey {
        client_data: &words,
        authenticator_data: &data,
        signature: signature.as_ref(),
    };
    assert_eq!(here().check(&shown, &key, false, CHALLENGE), Ok(0));
}

#[test]
fn an_rsa_key_is_read_whole() {
    let head = b"\xa4\x01\x03\x03\x39\x01\x00\x20\x59\x01\x00".as_slice();
    let key = [head, &[0xc5; 256], b"\x21\x43\x01\x00\x01"].concat();
    let words = said("webauthn.create", CHALLENGE, PAGE);
    let read = made(
        &words,
        &data("connect.example.org", MAKE, 0, &credential(&key)),
    );
    assert_eq!(read.expect("a passkey").public_key, key);
}

#[test]
fn what_breaks_a_rule_is_refused_by_its_name() {
    let (_, key) = ed25519();
    let id = "connect.example.org";
    let words = said("webauthn.create", CHALLENGE, PAGE);
    let framed = String::from_utf8(words.clone()).expect("text");
    let framed = framed.replace("false", "true").into_bytes();
    let fit = data(id, MAKE, 0, &credential(&key));
    let refused: [(&[u8], Vec<u8>, PasskeyFault); 12] = [
        (b"{}", fit.clone(), PasskeyFault::Shape),
        (
            &said("webauthn.get", CHALLENGE, PAGE),
            fit.clone(),
            PasskeyFault::Purpose,
        ),
        (
            &said("webauthn.create", "b3RoZXI", PAGE),
            fit.clone(),
            PasskeyFault::Challenge,
        ),
        (
            &said("webauthn.create", CHALLENGE, "https://other.example"),
            fit.clone(),
            PasskeyFault::Origin,
        ),
        (
            &said("webauthn.create", CHALLENGE, "http://connect.example.org"),
            fit.clone(),
            PasskeyFault::Origin,
        ),
        (&framed, fit.clone(), PasskeyFault::Origin),
        (
            &words,
            data("other.example", MAKE, 0, &credential(&key)),
            PasskeyFault::RelyingParty,
        ),
        (
            &words,
            data(id, HAS_CREDENTIAL | PRESENT, 0, &credential(&key)),
            PasskeyFault::NotVerified,
        ),
        (
            &words,
            data(id, HAS_CREDENTIAL | VERIFIED, 0, &credential(&key)),
            PasskeyFault::NotVerified,
        ),
        (
            &words,
            data(id, MAKE | BACKED_UP, 0, &credential(&key)),
            PasskeyFault::Synced,
        ),
        (
            &words,
            data(id, MAKE, 0, &credential(b"\xa1\x01\x01")),
            PasskeyFault::Key,
        ),
        (
            &words,
            data(id, MAKE, 0, &[credential(&key), vec![0]].concat()),
            PasskeyFault::Shape,
        ),
    ];
    for (words, data, fault) in refused {
        assert_eq!(made(words, &data), Err(fault));
    }
    assert!(made(&words, &fit).is_ok());
}

#[test]
fn passkeys_work_where_browsers_know_them() {
    for (url, of) in [
        (
            "https://connect.example.org",
            Some(("connect.example.org", PAGE)),
        ),
        (
            "https://connect.example.org:8443",
            Some(("connect.example.org", "https://connect.example.org:8443")),
        ),
        (
            "http://localhost:3000",
            Some(("localhost", "http://localhost:3000")),
        ),
        (
            "http://127.0.0.1:3000",
            Some(("localhost", "http://localhost:3000")),
        ),
        (
            "http://[::1]:3000",
            Some(("localhost", "http://localhost:3000")),
        ),
        ("http://connect.example.org", None),
        ("https://192.0.2.7", None),
        ("http://192.0.2.7", None),
    ] {
        let found = RelyingParty::of(url);
        let found = found
            .as_ref()
            .map(|found| (found.id.as_str(), found.origin.as_str()));
        assert_eq!(found, of, "{url}");
    }
}

proptest! {
    #[test]
    fn bytes_of_strangers_are_read_or_refused(said: Vec<u8>, attestation: Vec<u8>, tail: Vec<u8>) {
        let made = MadePasskey { client_data: &said, attestation: &attestation };
        prop_assert!(here().read(&made, CHALLENGE).is_err());
        let words = super::tests::said("webauthn.create", CHALLENGE, PAGE);
        let data = data("connect.example.org", MAKE | HAS_EXTENSIONS, 0, &tail);
        let attestation = super::tests::attestation(&data);
        let made = MadePasskey { client_data: &words, attestation: &attestation };
        let _read = here().read(&made, CHALLENGE);
    }
}
