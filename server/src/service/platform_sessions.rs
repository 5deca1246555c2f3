//! Sessions of the XML platform: an application proves itself by its certificate and gets a token for four hours.
//!
//! A token is sealed text that holds all of its session, so that every process knows it and none stores it. It ends
//! with its time, its certificate or its application.

use super::audit::Entry;
use super::{Actor, Failure, Fault, Outcome, Services, refuse};
use crate::secrets::{Family, Opened};
use crate::store::{self, certificates};
use app::domain::application::Application;
use app::domain::ids::ApplicationId;
use app::domain::policy;
use app::domain::timestamp::Timestamp;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What an application sends to prove itself.
pub struct Proof<'a> {
    pub application: ApplicationId,
    pub thumbprint: &'a str,
    pub family: Family,
    pub signature: &'a [u8],
    /// The bytes that were signed, as they were sent.
    pub content: &'a [u8],
    pub secret: SecretFrom<'a>,
}

/// Who makes the session's secret.
pub enum SecretFrom<'a> {
    /// Version 1: the client, inside the signed content.
    Client(&'a [u8]),
    /// Version 2: the server, for a content signed at a time.
    Server { signed_at: Timestamp },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProofRefusal {
    NoSuchApplication,
    /// The application does not let version 1 in.
    VersionOff,
    /// None of the application's live certificates.
    NoSuchCertificate,
    Signature,
    /// Signed too long ago, or in the future.
    Stale,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenRefusal {
    Invalid,
    Expired,
}

/// A token, and the secret where the server made it.
pub struct OpenedSession {
    pub token: String,
    pub secret: Option<Vec<u8>>,
}

/// Who calls, and the key its calls are signed with.
pub struct PlatformSession {
    pub application: Application,
    pub secret: Vec<u8>,
}

#[derive(Serialize, Deserialize)]
struct Token {
    application: ApplicationId,
    certificate: Uuid,
    opened_at: Timestamp,
    secret: Vec<u8>,
}

/// What every token of the original begins with.
const PREFIX: &str = "ASAAA";
const SECRET_BYTES: usize = 32;

impl Services {
    /// Opens a session; a failed attempt in the name of a known application is audited.
    pub async fn open_platform_session(
        &self,
        proof: &Proof<'_>,
    ) -> Outcome<OpenedSession, ProofRefusal> {
        let mut tx = self.0.store.begin().await?;
        let found = store::applications::find(&mut tx, proof.application).await?;
        let Some(application) = found else {
            return refuse(ProofRefusal::NoSuchApplication);
        };
        let thumbprint = proof.thumbprint.to_lowercase();
        let known = certificates::find_by_thumbprint(&mut tx, application.id, &thumbprint).await?;
        let now = self.0.ports.now();
        let (outcome, result) = match known {
            _ if !application.platform_v1_sessions
                && matches!(proof.secret, SecretFrom::Client(_)) =>
            {
                ("version-off", Err(ProofRefusal::VersionOff))
            }
            Some(certificate) if Timestamp::from(certificate.not_after) > now => {
                if !proof
                    .family
                    .is_signature(&certificate.der, proof.content, proof.signature)
                {
                    ("bad-signature", Err(ProofRefusal::Signature))
                } else if is_stale(&proof.secret, now) {
                    ("stale", Err(ProofRefusal::Stale))
                } else {
                    ("opened", Ok(certificate.id))
                }
            }
            _ => ("no-certificate", Err(ProofRefusal::NoSuchCertificate)),
        };
        let entry = Entry {
            application: Some(application.id),
            actor: result.map_or(Actor::Nobody, |_| Actor::Application(application.id)),
            action: "platform-session.open",
            subject: result.ok(),
            outcome,
        };
        self.audit(&mut tx, entry).await?;
        tx.commit().await?;
        let certificate = result.map_err(Failure::Refused)?;
        Ok(self.issue(application.id, certificate, now, &proof.secret)?)
    }

    fn issue(
        &self,
        application: ApplicationId,
        certificate: Uuid,
        opened_at: Timestamp,
        secret: &SecretFrom<'_>,
    ) -> Result<OpenedSession, Fault> {
        let made = match secret {
            SecretFrom::Client(_) => None,
            SecretFrom::Server { .. } => Some(self.0.ports.bytes::<SECRET_BYTES>().to_vec()),
        };
        let token = Token {
            application,
            certificate,
            opened_at,
            secret: match (&made, secret) {
                (None, SecretFrom::Client(chosen)) => chosen.to_vec(),
                _ => made.clone().unwrap_or_default(),
            },
        };
        let text = Opened::new(serde_json::to_vec(&token).map_err(|_| Fault::Unreadable("token"))?);
        let sealed = self
            .0
            .sealer
            .seal("platform-token", &[], &text, &self.0.ports);
        Ok(OpenedSession {
            token: format!("{PREFIX}{}", BASE64_STANDARD.encode(sealed)),
            secret: made,
        })
    }

    /// The session that a token stands for.
    pub async fn platform_session(&self, token: &str) -> Outcome<PlatformSession, TokenRefusal> {
        let Some(token) = self.open_token(token) else {
            return refuse(TokenRefusal::Invalid);
        };
        if token.opened_at + policy::PLATFORM_SESSION <= self.0.ports.now() {
            return refuse(TokenRefusal::Expired);
        }
        let mut tx = self.0.store.read().await?;
        if certificates::find(&mut tx, token.certificate)
            .await?
            .is_none()
        {
            return refuse(TokenRefusal::Invalid);
        }
        Ok(PlatformSession {
            application: self.application(&mut tx, token.application).await?,
            secret: token.secret,
        })
    }

    fn open_token(&self, token: &str) -> Option<Token> {
        let sealed = BASE64_STANDARD.decode(token.strip_prefix(PREFIX)?).ok()?;
        let text = self.0.sealer.open("platform-token", &[], &sealed)?;
        serde_json::from_slice(&text).ok()
    }

    /// An application by its id, for calls that prove nothing.
    pub async fn known_application(&self, id: ApplicationId) -> Result<Option<Application>, Fault> {
        let mut tx = self.0.store.read().await?;
        Ok(store::applications::find(&mut tx, id).await?)
    }
}

fn is_stale(secret: &SecretFrom<'_>, now: Timestamp) -> bool {
    match secret {
        SecretFrom::Client(_) => false,
        SecretFrom::Server { signed_at } => {
            *signed_at + policy::PLATFORM_SIGNING < now
                || now + policy::PLATFORM_CLOCK_AHEAD < *signed_at
        }
    }
}
