//! A person's phone that keeps passkeys: what a browser and its authenticator do, step by step, so that a test can break
//! each of them.

use super::{Browser, Page};
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, KeyPair};
use sha2::{Digest, Sha256};

/// Where people are, as far as passkeys can be used there: the tests' server is called by a number.
pub const PASSKEY_ORIGIN: &str = "http://localhost:3000";
const SCRIPT: [(&str, &str); 2] = [("sec-fetch-site", "same-origin"), ("origin", super::ORIGIN)];

pub struct Authenticator {
    pair: EcdsaKeyPair,
    credential: Vec<u8>,
    user: Vec<u8>,
    /// Where the page is that it believes to serve.
    pub origin: String,
    pub relying_party: String,
    /// What comes with the next signature.
    pub sign_count: u32,
    /// Whether it checks who is there.
    pub verifies: bool,
}

/// The fields of a form, by name.
pub type Fields = Vec<(&'static str, String)>;

fn encode(bytes: &[u8]) -> String {
    BASE64_URL_SAFE_NO_PAD.encode(bytes)
}

impl Authenticator {
    /// One with an empty memory. Its key is found by no other credential.
    pub fn new(credential: &str) -> Self {
        let random = SystemRandom::new();
        let algorithm = &ECDSA_P256_SHA256_ASN1_SIGNING;
        let file = EcdsaKeyPair::generate_pkcs8(algorithm, &random).expect("a key");
        let pair = EcdsaKeyPair::from_pkcs8(algorithm, file.as_ref(), &random).expect("a key");
        Self {
            pair,
            credential: credential.as_bytes().to_vec(),
            user: Vec::new(),
            origin: PASSKEY_ORIGIN.to_owned(),
            relying_party: "localhost".to_owned(),
            sign_count: 0,
            verifies: true,
        }
    }

    /// Makes a passkey for what a page asks.
    pub fn make(&mut self, asked: &Page) -> Fields {
        let form = "form[data-passkey='make']";
        let asks = |name: &str| asked.attributes(form, name).pop().expect(name);
        self.user = BASE64_URL_SAFE_NO_PAD
            .decode(asks("data-user"))
            .expect("base64");
        let name = asked.kept("name").expect("a name");
        vec![
            ("name", name),
            (
                "client_data",
                encode(&self.said("webauthn.create", &asks("data-challenge"))),
            ),
            ("attestation", encode(&self.attestation())),
        ]
    }

    /// Signs a challenge.
    pub fn sign(&self, challenge: &str) -> Fields {
        let said = self.said("webauthn.get", challenge);
        let data = self.data(0, &[]);
        let signed = [data.as_slice(), &Sha256::digest(&said)].concat();
        let signature = self.pair.sign(&SystemRandom::new(), &signed);
        vec![
            ("credential", encode(&self.credential)),
            ("user", encode(&self.user)),
            ("client_data", encode(&said)),
            ("authenticator_data", encode(&data)),
            ("signature", encode(signature.expect("signed").as_ref())),
        ]
    }

    fn said(&self, purpose: &str, challenge: &str) -> Vec<u8> {
        let origin = &self.origin;
        serde_json::json!({ "type": purpose, "challenge": challenge, "origin": origin })
            .to_string()
            .into_bytes()
    }

    fn data(&self, flags: u8, rest: &[u8]) -> Vec<u8> {
        let of = Sha256::digest(self.relying_party.as_bytes());
        let flags = flags | 1 | u8::from(self.verifies) << 2;
        [
            of.as_slice(),
            &[flags],
            &self.sign_count.to_be_bytes(),
            rest,
        ]
        .concat()
    }

    fn attestation(&self) -> Vec<u8> {
        let (x, y) = self.pair.public_key().as_ref()[1..].split_at(32);
        let head = b"\xa5\x01\x02\x03\x26\x20\x01\x21\x58\x20".as_slice();
        let key = [head, x, b"\x22\x58\x20", y].concat();
        let length = u16::try_from(self.credential.len()).expect("short");
        let length = length.to_be_bytes();
        let of = [&[0; 16], length.as_slice(), &self.credential, &key].concat();
        let data = self.data(1 << 6, &of);
        let length = u16::try_from(data.len()).expect("short").to_be_bytes();
        let head = b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x59".as_slice();
        [head, &length, &data].concat()
    }
}

/// Asks for a challenge, as the script of the sign-in page does.
pub async fn begin(browser: &Browser) -> Page {
    browser
        .post_with("/sign-in/passkey/begin", &[], &SCRIPT)
        .await
}

/// The challenge of an answer to that.
#[track_caller]
pub fn challenge(begun: &Page) -> String {
    begun.has_status(200);
    let json: serde_json::Value = serde_json::from_str(&begun.body).expect("JSON");
    json["challenge"].as_str().expect("a challenge").to_owned()
}

/// Sends fields as a form.
pub async fn send(browser: &Browser, path: &str, fields: &Fields) -> Page {
    let fields: Vec<_> = fields
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    browser.post(path, &fields).await
}
