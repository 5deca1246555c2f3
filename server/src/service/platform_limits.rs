//! What failed sessions of the XML platform may cost: so many from one address network, and so many records.
//!
//! Strangers decide how often they fail. A network that failed too often is refused by one read; of what is refused,
//! only the first few in an hour are audited, for each network and in all, and the last of those says so.

use super::audit::Entry;
use super::{Actor, Fault, Services};
use crate::store::Tx;
use crate::store::throttles::{self, Throttle};
use app::domain::audit::{Action, ActionOutcome};
use app::domain::ids::ApplicationId;
use app::domain::policy;
use std::time::Duration;

const INTERVAL: Duration = Duration::from_secs(60 / policy::PLATFORM_FAILURES_A_MINUTE as u64);
const HOUR: Duration = Duration::from_hours(1);

impl Services {
    /// Whether a network may try to open a session now.
    pub(super) async fn may_try_platform(&self, tx: &mut Tx, from: &str) -> Result<bool, Fault> {
        let now = self.0.ports.now();
        let bucket = throttles::find(tx, &self.failures_key(from)).await?;
        let full = INTERVAL * policy::PLATFORM_FAILURES_BURST;
        Ok(bucket.is_none_or(|bucket| bucket.until.since(now) < full))
    }

    /// Charges a network for a session that was not opened. The bucket's level is kept as a time, as for codes.
    pub(super) async fn charge_platform_failure(
        &self,
        tx: &mut Tx,
        from: &str,
    ) -> Result<(), Fault> {
        let now = self.0.ports.now();
        let key = self.failures_key(from);
        let bucket = throttles::lock(tx, &key, now).await?;
        let most = now + INTERVAL * policy::PLATFORM_FAILURES_BURST;
        let charged = Throttle {
            failures: bucket.failures.saturating_add(1),
            at: now,
            until: (bucket.until.max(now) + INTERVAL).min(most),
        };
        throttles::update(tx, &key, charged).await?;
        Ok(())
    }

    /// Audits a session that was refused in the name of an application, unless enough were in this hour.
    pub(super) async fn audit_platform_failure(
        &self,
        tx: &mut Tx,
        application: ApplicationId,
        from: &str,
        outcome: ActionOutcome,
    ) -> Result<(), Fault> {
        let id = application.0.as_bytes().as_slice();
        let network = [b"platform-audit".as_slice(), id, from.as_bytes()];
        let in_all = [b"platform-audit-in-all".as_slice(), id];
        let counted = [
            (network.as_slice(), policy::PLATFORM_FAILURES_AUDITED),
            (in_all.as_slice(), policy::PLATFORM_FAILURES_AUDITED_IN_ALL),
        ];
        let mut outcome = outcome;
        for (parts, most) in counted {
            match self.count_in_hour(tx, parts).await? {
                count if count > most => return Ok(()),
                count if count == most => outcome = ActionOutcome::MoreNotRecorded,
                _ => {}
            }
        }
        let entry = Entry {
            application: Some(application),
            actor: Actor::Nobody,
            action: Action::PlatformSessionOpen,
            subject: None,
            outcome,
        };
        self.audit(tx, entry).await
    }

    /// The how-manieth this is within an hour of the first.
    async fn count_in_hour(&self, tx: &mut Tx, parts: &[&[u8]]) -> Result<u32, Fault> {
        let now = self.0.ports.now();
        let key = self.0.sealer.digest("throttle", parts);
        let before = throttles::lock(tx, &key, now).await?;
        // A clock that stepped back begins anew, too.
        let fresh = before.failures == 0 || now < before.at || now >= before.at + HOUR;
        let counted = Throttle {
            failures: if fresh {
                1
            } else {
                before.failures.saturating_add(1)
            },
            at: if fresh { now } else { before.at },
            until: if fresh { now + HOUR } else { before.until },
        };
        throttles::update(tx, &key, counted).await?;
        Ok(counted.failures)
    }

    fn failures_key(&self, from: &str) -> Vec<u8> {
        self.0
            .sealer
            .digest("throttle", &[b"platform-session", from.as_bytes()])
    }
}
