//! Tokens of the FHIR API: an application proves itself by an assertion that one of its registered keys signed, and gets a
//! token for five minutes (SMART Backend Services).
//!
//! A token is sealed text that holds application, key, scopes and end, so that every process knows it and none stores it.
//! It ends with its time, its key or its application.

use super::assertions::{self, Assertion};
use super::key_sets::KeySetToAsk;
use crate::audit::log::Entry;
use crate::secrets::{Opened, PublicKey, read_key_set};
use crate::sign_in::gauges::Bucket;
use crate::{Actor, Applications, Failure, InternalError, Outcome, reject};
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use domain::audit::{Action, ActionOutcome};
use domain::ids::ApplicationId;
use domain::policy;
use domain::scope::{ScopeError, Scopes};
use domain::timestamp::Timestamp;
use serde::{Deserialize, Serialize};
use std::time::Duration;
use store::Tx;
use store::key_sets::{self, KeySet};
use uuid::Uuid;

/// Where applications ask for tokens, below the public URL: what their assertions are made for.
pub const TOKEN_PATH: &str = "/fhir/token";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccessTokenRejection {
    /// The assertion proves nothing: nobody is told why.
    InvalidClient,
    Scope(ScopeError),
    /// The application asked for too many tokens, or the network it came from failed too often.
    TooMany,
}

/// A token that was opened.
pub struct AccessToken {
    pub token: String,
    pub scopes: Scopes,
}

/// Who calls the FHIR API, and what its token lets it do at the most.
#[derive(Clone, Debug)]
pub struct Bearer {
    pub application: ApplicationId,
    pub scopes: Scopes,
}

#[derive(Serialize, Deserialize)]
struct Token {
    application: ApplicationId,
    key_set: Uuid,
    thumbprint: [u8; 32],
    scopes: String,
    ends_at: Timestamp,
}

const PREFIX: &str = "pct_";
const SEALED_FOR: &str = "access-token";
const OPENED: Bucket = Bucket {
    interval: Duration::from_secs(60 / policy::ACCESS_TOKENS_A_MINUTE as u64),
    burst: policy::ACCESS_TOKENS_BURST,
};

/// A registered key, with the set it is in.
struct Registered {
    set: Uuid,
    key: PublicKey,
}

impl Applications<'_> {
    /// What the assertions of applications are made for.
    pub fn token_url(self) -> String {
        format!("{}{TOKEN_PATH}", self.public_url())
    }

    /// The application whose published key sets have to be asked before its assertion can be judged: one that none of
    /// its sets has the key of. Nothing is proven yet.
    pub async fn application_that_lacks_key(
        self,
        assertion: &str,
    ) -> Result<Option<ApplicationId>, InternalError> {
        let read = assertions::read(assertion, &self.token_url(), self.ports().now());
        let Some(read) = read else {
            return Ok(None);
        };
        let mut tx = self.store().read().await?;
        let sets = key_sets::list(&mut tx, read.application).await?;
        let lacks = self.lacks_key(&sets, &read.key_id);
        Ok(lacks.then_some(read.application))
    }

    /// The published key sets that have to be asked before an assertion can be judged.
    pub async fn key_sets_to_ask(
        self,
        assertion: &str,
        from: &str,
    ) -> Result<Vec<KeySetToAsk>, InternalError> {
        let mut tx = self.store().read().await?;
        let may_try = self.may_try_platform(&mut tx, from).await?;
        drop(tx);
        match assertions::read(assertion, &self.token_url(), self.ports().now()) {
            Some(read) if may_try => self.claim_key_sets(read.application, &read.key_id).await,
            _ => Ok(Vec::new()),
        }
    }

    /// Opens a token. A failure is charged to the network it came from, and audited within limits.
    pub async fn open_access_token(
        self,
        assertion: &str,
        scope: &str,
        from: &str,
    ) -> Outcome<AccessToken, AccessTokenRejection> {
        let mut tx = self.store().read().await?;
        if !self.may_try_platform(&mut tx, from).await? {
            return reject(AccessTokenRejection::TooMany);
        }
        drop(tx);
        let read = assertions::read(assertion, &self.token_url(), self.ports().now());
        let Some(read) = read else {
            return self.refuse_client(None, from, ActionOutcome::NoKey).await;
        };
        let mut tx = self.store().read().await?;
        let known = self.registered(&mut tx, &read).await?;
        drop(tx);
        let Some(known) = known else {
            let application = Some(read.application);
            return self
                .refuse_client(application, from, ActionOutcome::NoKey)
                .await;
        };
        if !known
            .key
            .has_signed(&read.algorithm, read.signed, &read.signature)
        {
            let application = Some(read.application);
            return self
                .refuse_client(application, from, ActionOutcome::BadSignature)
                .await;
        }
        match self.open_proven_token(&read, &known, scope).await {
            Err(Failure::Internal(InternalError::TakenBefore)) => {
                let application = Some(read.application);
                self.refuse_client(application, from, ActionOutcome::Stale)
                    .await
            }
            opened => opened,
        }
    }

    /// The one key that an assertion names among those that count now.
    async fn registered(
        self,
        tx: &mut Tx,
        read: &Assertion<'_>,
    ) -> Result<Option<Registered>, InternalError> {
        let now = self.ports().now();
        let sets = key_sets::list(tx, read.application).await?;
        let named = |set: &&KeySet| read.key_url.is_none() || set.url == read.key_url;
        let mut found = Vec::new();
        for set in sets.iter().filter(named) {
            let keys = set.fresh(now).and_then(|text| read_key_set(text).ok());
            let fitting = keys.unwrap_or_default().into_iter();
            let fitting = fitting.filter(|key| key.id == read.key_id);
            found.extend(fitting.map(|key| Registered { set: set.id, key }));
        }
        // The same key in two sets is one; two keys of one id are none.
        found.dedup_by(|one, other| one.key == other.key);
        let alone = found.len() == 1;
        Ok(found.pop().filter(|_| alone))
    }

    async fn open_proven_token(
        self,
        read: &Assertion<'_>,
        proven: &Registered,
        scope: &str,
    ) -> Outcome<AccessToken, AccessTokenRejection> {
        let now = self.ports().now();
        let mut tx = self.store().begin().await?;
        let still = self.registered(&mut tx, read).await?;
        let application = store::applications::find(&mut tx, read.application).await?;
        let (Some(still), Some(application)) = (still, application) else {
            return reject(AccessTokenRejection::InvalidClient);
        };
        if still.key != proven.key {
            return reject(AccessTokenRejection::InvalidClient);
        }
        let key = self
            .sealer()
            .digest("throttle", &[b"access-token", application.id.0.as_bytes()]);
        if !OPENED.take(&mut tx, &key, now).await? {
            return reject(AccessTokenRejection::TooMany);
        }
        let scopes = match Scopes::granted(scope, &application.rules) {
            Ok(scopes) => scopes,
            Err(error) => {
                tx.commit().await?;
                return reject(AccessTokenRejection::Scope(error));
            }
        };
        let id = [b"assertion:".as_slice(), read.id.as_bytes()].concat();
        let call = self.signed_call(application.id, &id, read.until);
        let entry = Entry {
            application: Some(application.id),
            actor: Actor::SignedCall(application.id, call),
            action: Action::AccessTokenOpen,
            subject: Some(still.set),
            outcome: ActionOutcome::Opened,
        };
        self.audit().record(&mut tx, entry).await?;
        tx.commit().await?;
        let token = Token {
            application: application.id,
            key_set: still.set,
            thumbprint: still.key.thumbprint(),
            scopes: scopes.to_string(),
            ends_at: now + policy::ACCESS_TOKEN,
        };
        let text = serde_json::to_vec(&token).map_err(InternalError::json(SEALED_FOR))?;
        let sealed = self
            .sealer()
            .seal(SEALED_FOR, &[], &Opened::new(text), self.ports())?;
        Ok(AccessToken {
            token: format!("{PREFIX}{}", BASE64_URL_SAFE_NO_PAD.encode(sealed)),
            scopes,
        })
    }

    async fn refuse_client(
        self,
        application: Option<ApplicationId>,
        from: &str,
        outcome: ActionOutcome,
    ) -> Outcome<AccessToken, AccessTokenRejection> {
        let mut tx = self.store().begin().await?;
        self.charge_platform_failure(&mut tx, from).await?;
        if let Some(application) = application
            && store::applications::find(&mut tx, application)
                .await?
                .is_some()
        {
            let entry = Entry {
                application: Some(application),
                actor: Actor::Nobody,
                action: Action::AccessTokenOpen,
                subject: None,
                outcome,
            };
            self.sign_ins().audit_stranger(&mut tx, entry, from).await?;
        }
        tx.commit().await?;
        reject(AccessTokenRejection::InvalidClient)
    }

    /// Who a token belongs to; None where it is none, where its time is over, or where its key is no longer registered.
    pub async fn bearer(self, token: &str) -> Result<Option<Bearer>, InternalError> {
        let Some(token) = self.open_sealed_token(token) else {
            return Ok(None);
        };
        if token.ends_at <= self.ports().now() {
            return Ok(None);
        }
        let mut tx = self.store().read().await?;
        let set = key_sets::find(&mut tx, token.application, token.key_set).await?;
        let keys = set
            .and_then(|set| set.keys)
            .and_then(|text| read_key_set(&text).ok())
            .unwrap_or_default();
        let is_registered = keys.iter().any(|key| key.thumbprint() == token.thumbprint);
        let scopes = Scopes::parse(&token.scopes).filter(|_| is_registered);
        Ok(scopes.map(|scopes| Bearer {
            application: token.application,
            scopes,
        }))
    }

    fn open_sealed_token(self, token: &str) -> Option<Token> {
        let sealed = token.strip_prefix(PREFIX)?;
        let sealed = BASE64_URL_SAFE_NO_PAD.decode(sealed).ok()?;
        let text = self.sealer().open(SEALED_FOR, &[], &sealed).ok()?;
        serde_json::from_slice(&text).ok()
    }
}
