//! The bearer keys of an application: shown once, kept as digests.

use crate::seen::Seen;
use crate::{Administrator, ApplicationRejection, Applications, InternalError, Outcome, reject};
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use domain::audit::{Action, ActionOutcome};
use domain::ids::{ApiKeyId, ApplicationId};
use domain::timestamp::Timestamp;
use store::{api_keys as table, applications};

const KEY_PREFIX: &str = "pc_";

impl Applications<'_> {
    /// A new bearer key, shown once; only its digest is kept. With `alone`, all earlier ones are revoked.
    pub async fn add_api_key(
        self,
        by: Administrator,
        alone: bool,
    ) -> Outcome<String, ApplicationRejection> {
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
        let id = ApiKeyId(self.ports().id());
        let digest = self.api_key_digest(&key);
        table::insert(&mut tx, id, by.application, &digest, now).await?;
        self.audit_application(&mut tx, by, Action::ApplicationAddKey, ActionOutcome::Added)
            .await?;
        tx.commit().await?;
        Ok(key)
    }

    /// The application's live keys and when each was made, oldest first.
    pub async fn api_keys(
        self,
        by: Administrator,
    ) -> Result<Vec<(ApiKeyId, Timestamp)>, InternalError> {
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
        let Some((_, made_at)) = keys.into_iter().find(|(key, _)| *key == id) else {
            return Ok(());
        };
        if !seen.is(&self.api_key_shown(id, made_at)) {
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

    /// The application a bearer key belongs to.
    pub async fn application_of_key(
        self,
        key: &str,
    ) -> Result<Option<ApplicationId>, InternalError> {
        let mut tx = self.store().read().await?;
        Ok(table::application(&mut tx, &self.api_key_digest(key)).await?)
    }

    fn api_key_digest(self, key: &str) -> Vec<u8> {
        self.sealer().digest("api-key", &[key.as_bytes()])
    }
}
