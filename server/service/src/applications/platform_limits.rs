//! What failed sessions of the XML platform may cost: so many from one address network, and so many records.
//!
//! Strangers decide how often they fail: a network that failed too often is refused by one read.

use crate::audit::log::Entry;
use crate::sign_in::gauges::Bucket;
use crate::{Actor, Applications, InternalError};
use domain::audit::{Action, ActionOutcome};
use domain::ids::ApplicationId;
use domain::policy;
use std::time::Duration;
use store::Tx;

const FAILURES: Bucket = Bucket {
    interval: Duration::from_secs(60 / policy::PLATFORM_FAILURES_A_MINUTE as u64),
    burst: policy::PLATFORM_FAILURES_BURST,
};

impl Applications<'_> {
    /// Whether a network may try to open a session now.
    pub(crate) async fn may_try_platform(
        self,
        tx: &mut Tx,
        from: &str,
    ) -> Result<bool, InternalError> {
        let key = self.failures_key(from);
        Ok(FAILURES.has_room(tx, &key, self.ports().now()).await?)
    }

    /// Charges a network for a session that was not opened.
    pub(crate) async fn charge_platform_failure(
        self,
        tx: &mut Tx,
        from: &str,
    ) -> Result<(), InternalError> {
        let key = self.failures_key(from);
        FAILURES.take(tx, &key, self.ports().now()).await?;
        Ok(())
    }

    /// Audits a session that was refused in the name of an application, unless enough were in this hour.
    pub(crate) async fn audit_platform_failure(
        self,
        tx: &mut Tx,
        application: ApplicationId,
        from: &str,
        outcome: ActionOutcome,
    ) -> Result<(), InternalError> {
        let entry = Entry {
            application: Some(application),
            actor: Actor::Nobody,
            action: Action::PlatformSessionOpen,
            subject: None,
            outcome,
        };
        self.sign_ins().audit_stranger(tx, entry, from).await
    }

    fn failures_key(self, from: &str) -> Vec<u8> {
        self.sealer()
            .digest("throttle", &[b"platform-session", from.as_bytes()])
    }
}
