//! The bearer keys of an application: shown once, kept as digests.

use crate::seen::Seen;
use crate::{Administrator, ApplicationRejection, Applications, InternalError, Outcome, reject};
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use domain::api_key::ApiKey;
use domain::audit::{Action, ActionOutcome};
use domain::ids::{ApiKeyId, ApplicationId};
use domain::policy;
use domain::text::{self, TextError};
use domain::timestamp::Timestamp;
use std::time::Duration;
use store::{api_keys as table, applications};

const KEY_PREFIX: &str = "pc_";
/// Characters by which a key is recognized: its prefix and 36 of its 256 bits.
const SHOWN: usize = 9;
const USE_RECORDED: Duration = Duration::from_hours(1);

impl Applications<'_> {
    /// A new bearer key, shown once; only its digest is kept. With `alone`, all earlier ones are revoked.
    pub async fn add_api_key(
        self,
        by: Administrator,
        alone: bool,
    ) -> Outcome<String, ApplicationRejection> {
        self.add_named_api_key(by, "", alone).await
    }

    /// The same under a name, by which managers tell keys apart; empty for none.
    pub async fn add_named_api_key(
        self,
        by: Administrator,
        name: &str,
        alone: bool,
    ) -> Outcome<String, ApplicationRejection> {
        let name = match text::line(name, policy::NAME_MAX) {
            Ok(name) => name,
            Err(TextError::Empty) => String::new(),
            Err(error) => return reject(ApplicationRejection::KeyName(error)),
        };
        let key = format!(
            "{KEY_PREFIX}{}",
            BASE64_URL_SAFE_NO_PAD.encode(self.ports().bytes::<32>())
        );
        let now = self.ports().now();
        let mut tx = self.store().begin().await?;
        if applications::lock(&mut tx, by.application).await?.is_none() {
            return reject(ApplicationRejection::NotFound);
        }
        self.staff()
            .require_proof::<ApplicationRejection>(&mut tx, by)
            .await?;
        if alone {
            table::revoke_all(&mut tx, by.application, now).await?;
        }
        let digest = self.api_key_digest(&key);
        let kept = ApiKey {
            id: ApiKeyId(self.ports().id()),
            name,
            prefix: key.chars().take(SHOWN).collect(),
            made_at: now,
            last_used_at: None,
        };
        table::insert(&mut tx, &kept, by.application, &digest).await?;
        self.audit_application(&mut tx, by, Action::ApplicationAddKey, ActionOutcome::Added)
            .await?;
        tx.commit().await?;
        Ok(key)
    }

    /// The application's live keys, oldest first.
    pub async fn api_keys(self, by: Administrator) -> Result<Vec<ApiKey>, InternalError> {
        let mut tx = self.store().read().await?;
        Ok(table::list(&mut tx, by.application).await?)
    }

    /// The digest of a key, as the question before it is revoked shows it.
    pub fn api_key_shown(self, id: ApiKeyId, made_at: Timestamp) -> Seen {
        self.seen("api-key", &(id.0, made_at.micros()))
    }

    /// Calls with the key that a question showed are refused from now on. One that is gone already is as wanted.
    pub async fn revoke_api_key(
        self,
        by: Administrator,
        id: ApiKeyId,
        seen: &Seen,
    ) -> Outcome<(), ApplicationRejection> {
        let mut tx = self.store().begin().await?;
        let keys = table::list(&mut tx, by.application).await?;
        let Some(key) = keys.into_iter().find(|key| key.id == id) else {
            return Ok(());
        };
        if !seen.is(&self.api_key_shown(id, key.made_at)) {
            return reject(ApplicationRejection::ChangedMeanwhile);
        }
        if table::revoke(&mut tx, by.application, id, self.ports().now()).await? {
            self.audit_application(
                &mut tx,
                by,
                Action::ApplicationRevokeKey,
                ActionOutcome::Revoked,
            )
            .await?;
        }
        tx.commit().await?;
        Ok(())
    }

    /// The application a bearer key belongs to. A use is recorded at most once an hour, so that calls stay reads; that it
    /// could not be keeps no call from its answer.
    pub async fn application_of_key(
        self,
        key: &str,
    ) -> Result<Option<ApplicationId>, InternalError> {
        let mut tx = self.store().read().await?;
        let Some(holder) = table::holder(&mut tx, &self.api_key_digest(key)).await? else {
            return Ok(None);
        };
        drop(tx);
        let now = self.ports().now();
        if holder
            .last_used_at
            .is_none_or(|last| last + USE_RECORDED <= now)
            && let Err(error) = self.record_use(holder.key, now).await {
                tracing::warn!(%error, "the use of an API key cannot be recorded");
            }
        Ok(Some(holder.application))
    }

    async fn record_use(self, key: ApiKeyId, now: Timestamp) -> Result<(), InternalError> {
        let mut tx = self.store().begin().await?;
        table::used(&mut tx, key, now).await?;
        tx.commit().await?;
        Ok(())
    }

    fn api_key_digest(self, key: &str) -> Vec<u8> {
        self.sealer().digest("api-key", &[key.as_bytes()])
    }
}
