//! Sessions of the XML platform: an application proves itself by its certificate and gets a token for four hours.
//!
//! A token is sealed text that holds all of its session, so that every process knows it and none stores it. It ends
//! with its time, its certificate or its application.

use crate::audit::log::Entry;
use crate::secrets::{Family, Opened};
use crate::{Actor, Applications, Failure, InternalError, Outcome, reject};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use domain::application::Application;
use domain::audit::{Action, ActionOutcome};
use domain::ids::ApplicationId;
use domain::policy;
use domain::timestamp::Timestamp;
use serde::{Deserialize, Serialize};
use store::Tx;
use store::certificates::{self, Certificate};
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
pub enum ProofRejection {
    NoSuchApplication,
    /// The application does not let version 1 in.
    VersionOff,
    /// None of the application's live certificates.
    NoSuchCertificate,
    Signature,
    /// Signed too long ago, or in the future.
    Stale,
    /// The network it came from failed too often.
    TooManyFailures,
}

impl ProofRejection {
    /// Its name in the audit log of the application it was tried for.
    fn audited(self) -> Option<ActionOutcome> {
        match self {
            Self::NoSuchApplication | Self::TooManyFailures => None,
            Self::VersionOff => Some(ActionOutcome::VersionOff),
            Self::NoSuchCertificate => Some(ActionOutcome::NoCertificate),
            Self::Signature => Some(ActionOutcome::BadSignature),
            Self::Stale => Some(ActionOutcome::Stale),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenRejection {
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
    pub ends_at: Timestamp,
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

impl Applications<'_> {
    /// Opens a session. The signature is checked with no transaction open, on the caller's thread, which may be kept
    /// busy; what it was checked against is compared again in the transaction that opens. A failure is charged to the
    /// network it came from, and audited within limits.
    pub async fn open_session(
        self,
        proof: &Proof<'_>,
        from: &str,
    ) -> Outcome<OpenedSession, ProofRejection> {
        match self.proven_certificate(proof, from).await {
            Ok(certificate) => self.open_proven(proof, certificate).await,
            Err(Failure::Rejected(ProofRejection::TooManyFailures)) => {
                reject(ProofRejection::TooManyFailures)
            }
            Err(Failure::Rejected(refusal)) => {
                let mut tx = self.store().begin().await?;
                self.charge_platform_failure(&mut tx, from).await?;
                if let Some(outcome) = refusal.audited() {
                    self.audit_platform_failure(&mut tx, proof.application, from, outcome)
                        .await?;
                }
                tx.commit().await?;
                reject(refusal)
            }
            Err(fault) => Err(fault),
        }
    }

    /// The certificate whose key signed the proof.
    async fn proven_certificate(
        self,
        proof: &Proof<'_>,
        from: &str,
    ) -> Outcome<Certificate, ProofRejection> {
        let mut tx = self.store().read().await?;
        if !self.may_try_platform(&mut tx, from).await? {
            return reject(ProofRejection::TooManyFailures);
        }
        let certificate = self.certificate_of(&mut tx, proof).await?;
        drop(tx);
        let signed = proof
            .family
            .is_signature(&certificate.der, proof.content, proof.signature);
        if !signed {
            return reject(ProofRejection::Signature);
        }
        if is_stale(&proof.secret, self.ports().now()) {
            return reject(ProofRejection::Stale);
        }
        Ok(certificate)
    }

    /// The live certificate that the proof names, of an application which lets its version in.
    async fn certificate_of(
        self,
        tx: &mut Tx,
        proof: &Proof<'_>,
    ) -> Outcome<Certificate, ProofRejection> {
        let found = store::applications::find(tx, proof.application).await?;
        let Some(application) = found else {
            return reject(ProofRejection::NoSuchApplication);
        };
        if !application.platform_v1_sessions && matches!(proof.secret, SecretFrom::Client(_)) {
            return reject(ProofRejection::VersionOff);
        }
        let thumbprint = proof.thumbprint.to_lowercase();
        let known = certificates::find_by_thumbprint(tx, application.id, &thumbprint).await?;
        let now = self.ports().now();
        match known {
            Some(certificate) if Timestamp::from(certificate.not_after) > now => Ok(certificate),
            _ => reject(ProofRejection::NoSuchCertificate),
        }
    }

    /// Opens the session, once for each signed content.
    async fn open_proven(
        self,
        proof: &Proof<'_>,
        proven: Certificate,
    ) -> Outcome<OpenedSession, ProofRejection> {
        let mut tx = self.store().begin().await?;
        let certificate = self.certificate_of(&mut tx, proof).await?;
        if certificate.id != proven.id {
            return reject(ProofRejection::NoSuchCertificate);
        }
        let until = match proof.secret {
            // No time is signed: it could be sent again for as long as the certificate lives.
            SecretFrom::Client(_) => certificate.not_after.into(),
            SecretFrom::Server { signed_at } => signed_at + policy::PLATFORM_SIGNING,
        };
        let call = self.signed_call(proof.application, proof.content, until);
        let entry = Entry {
            application: Some(proof.application),
            actor: Actor::SignedCall(proof.application, call),
            action: Action::PlatformSessionOpen,
            subject: Some(certificate.id),
            outcome: ActionOutcome::Opened,
        };
        self.audit().record(&mut tx, entry).await?;
        tx.commit().await?;
        let now = self.ports().now();
        Ok(self.issue(proof.application, certificate.id, now, &proof.secret)?)
    }

    fn issue(
        self,
        application: ApplicationId,
        certificate: Uuid,
        opened_at: Timestamp,
        secret: &SecretFrom<'_>,
    ) -> Result<OpenedSession, InternalError> {
        let made = match secret {
            SecretFrom::Client(_) => None,
            SecretFrom::Server { .. } => Some(self.ports().bytes::<SECRET_BYTES>().to_vec()),
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
        let text = Opened::new(serde_json::to_vec(&token).map_err(InternalError::json("token"))?);
        let sealed = self
            .sealer()
            .seal("platform-token", &[], &text, self.ports())?;
        Ok(OpenedSession {
            token: format!("{PREFIX}{}", BASE64_STANDARD.encode(sealed)),
            secret: made,
        })
    }

    /// The session that a token stands for.
    pub async fn platform_session(self, token: &str) -> Outcome<PlatformSession, TokenRejection> {
        let Some(token) = self.open_token(token) else {
            return reject(TokenRejection::Invalid);
        };
        let ends_at = token.opened_at + policy::PLATFORM_SESSION;
        if ends_at <= self.ports().now() {
            return reject(TokenRejection::Expired);
        }
        let mut tx = self.store().read().await?;
        if certificates::find(&mut tx, token.certificate)
            .await?
            .is_none()
        {
            return reject(TokenRejection::Invalid);
        }
        Ok(PlatformSession {
            application: self.application(&mut tx, token.application).await?,
            secret: token.secret,
            ends_at,
        })
    }

    fn open_token(self, token: &str) -> Option<Token> {
        let sealed = BASE64_STANDARD.decode(token.strip_prefix(PREFIX)?).ok()?;
        let text = self.sealer().open("platform-token", &[], &sealed).ok()?;
        serde_json::from_slice(&text).ok()
    }

    /// An application by its id, for calls that prove nothing.
    pub async fn known_application(
        self,
        id: ApplicationId,
    ) -> Result<Option<Application>, InternalError> {
        let mut tx = self.store().read().await?;
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
