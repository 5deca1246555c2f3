//! An application's system as SMART Backend Services have it: keys, key sets, assertions and tokens, so that a test can break
//! each of them.

use super::{Clinic, Page};
use axum::Router;
use axum::http::Method;
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use domain::ids::ApplicationId;
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P384_SHA384_FIXED_SIGNING, EcdsaKeyPair, KeyPair};
use rsa::pkcs1::DecodeRsaPrivateKey;
use rsa::traits::PublicKeyParts;
use rsa::{Pkcs1v15Sign, PrivateKey};
use serde_json::{Value, json};
use service::{Administrator, NewKeySet};
use sha2::{Digest, Sha384};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use uuid::Uuid;

const RSA_KEY: &[u8] = include_bytes!("../../certificates/clinic.key.der");

/// Where tokens are asked for.
pub const TOKEN_URL: &str = "http://127.0.0.1:3000/fhir/token";

pub fn encode(bytes: &[u8]) -> String {
    BASE64_URL_SAFE_NO_PAD.encode(bytes)
}

/// A private key of an application's system.
pub enum Signer {
    Elliptic(Box<EcdsaKeyPair>),
    Rsa(Box<PrivateKey>),
}

impl Signer {
    /// A new key on the curve P-384.
    pub fn elliptic() -> Self {
        let random = SystemRandom::new();
        let algorithm = &ECDSA_P384_SHA384_FIXED_SIGNING;
        let file = EcdsaKeyPair::generate_pkcs8(algorithm, &random).expect("a key");
        let pair = EcdsaKeyPair::from_pkcs8(algorithm, file.as_ref(), &random).expect("a key");
        Self::Elliptic(Box::new(pair))
    }

    pub fn rsa() -> Self {
        let key = PrivateKey::from_pkcs1_der(RSA_KEY).expect("a key");
        Self::Rsa(Box::new(key))
    }

    pub fn algorithm(&self) -> &'static str {
        match self {
            Self::Elliptic(_) => "ES384",
            Self::Rsa(_) => "RS384",
        }
    }

    fn sign(&self, text: &[u8]) -> Vec<u8> {
        match self {
            Self::Elliptic(pair) => {
                let signature = pair.sign(&SystemRandom::new(), text).expect("a signature");
                signature.as_ref().to_vec()
            }
            Self::Rsa(key) => key
                .sign(Pkcs1v15Sign::new::<Sha384>(), &Sha384::digest(text))
                .expect("a signature"),
        }
    }

    /// The public key as a JSON Web Key of this id.
    pub fn public(&self, id: &str) -> Value {
        match self {
            Self::Elliptic(pair) => {
                let (x, y) = pair.public_key().as_ref()[1..].split_at(48);
                json!({"kty": "EC", "crv": "P-384", "kid": id, "x": encode(x), "y": encode(y)})
            }
            Self::Rsa(key) => {
                let (n, e) = (key.n().to_be_bytes_trimmed_vartime(), key.e_bytes());
                json!({"kty": "RSA", "kid": id, "n": encode(&n), "e": encode(&e)})
            }
        }
    }
}

/// A system that an application runs, with one key.
pub struct System {
    pub application: ApplicationId,
    pub signer: Signer,
    pub key_id: String,
}

/// What an assertion says; tests bend one thing at a time.
pub struct Assertion {
    pub header: Value,
    pub claims: Value,
}

/// No two assertions have the same id, as no client's have.
static ASSERTIONS: AtomicU64 = AtomicU64::new(0);

impl System {
    pub fn new(application: ApplicationId, signer: Signer) -> Self {
        Self {
            application,
            signer,
            key_id: "key-1".to_owned(),
        }
    }

    /// The clinic's own, with its key registered.
    pub async fn of(clinic: &Clinic) -> Self {
        let system = Self::new(clinic.application, Signer::elliptic());
        system.register(clinic).await;
        system
    }

    pub fn key_set(&self) -> String {
        json!({"keys": [self.signer.public(&self.key_id)]}).to_string()
    }

    /// Registers the key itself; answers the set's id.
    pub async fn register(&self, clinic: &Clinic) -> Uuid {
        let by = Administrator::at_command_line(self.application);
        let text = self.key_set();
        let added = clinic
            .services()
            .applications()
            .add_key_set(by, NewKeySet::Text(&text));
        added.await.expect("a key set").id
    }

    pub fn assertion(&self, clinic: &Clinic) -> Assertion {
        let number = ASSERTIONS.fetch_add(1, Ordering::Relaxed);
        let ends_at = clinic.now() + Duration::from_mins(4);
        let client = self.application.to_string();
        Assertion {
            header: json!({"alg": self.signer.algorithm(), "kid": self.key_id, "typ": "JWT"}),
            claims: json!({
                "iss": client, "sub": client, "aud": TOKEN_URL,
                "exp": ends_at.micros() / 1_000_000, "jti": format!("assertion-{number}"),
            }),
        }
    }

    pub fn sign(&self, assertion: &Assertion) -> String {
        let part = |value: &Value| encode(value.to_string().as_bytes());
        let signed = format!("{}.{}", part(&assertion.header), part(&assertion.claims));
        let signature = encode(&self.signer.sign(signed.as_bytes()));
        format!("{signed}.{signature}")
    }

    /// Asks for a token; the answer is OAuth's JSON.
    pub async fn ask(&self, clinic: &Clinic, scope: &str) -> Page {
        let assertion = self.sign(&self.assertion(clinic));
        ask_at(clinic, clinic.router(), &assertion, scope).await
    }

    /// A token for these scopes.
    pub async fn token(&self, clinic: &Clinic, scope: &str) -> String {
        let answer = self.ask(clinic, scope).await;
        answer.has_status(200);
        let answer = json_of(&answer);
        answer["access_token"].as_str().expect("a token").to_owned()
    }
}

/// Sends an assertion to one process.
pub async fn ask_at(clinic: &Clinic, router: &Router, assertion: &str, scope: &str) -> Page {
    let fields = [
        ("grant_type", "client_credentials"),
        ("scope", scope),
        (
            "client_assertion_type",
            "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
        ),
        ("client_assertion", assertion),
    ];
    let body = serde_urlencoded::to_string(fields).expect("a form");
    let headers = [("content-type", "application/x-www-form-urlencoded")];
    let browser = clinic.browser_from("192.0.2.77").at(router);
    browser
        .send(Method::POST, "/fhir/token", &headers, body.into())
        .await
}

pub fn json_of(page: &Page) -> Value {
    serde_json::from_str(&page.body).unwrap_or_else(|error| panic!("{error}: {}", page.body))
}
