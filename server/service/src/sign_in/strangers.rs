//! What people who prove nothing may leave in the audit log. Strangers decide how often they fail, so of each action
//! only the first few in an hour are recorded, for each network and in all; the last of those says so. What changes
//! state is always recorded: the change is bounded itself.

use crate::audit::log::Entry;
use crate::sign_in::gauges::Window;
use crate::{InternalError, SignIns};
use domain::audit::ActionOutcome;
use domain::policy;
use std::time::Duration;
use store::Tx;
use uuid::Uuid;

const HOUR: Duration = Duration::from_hours(1);

impl SignIns<'_> {
    /// Audits what a stranger of a network did, unless enough of it was recorded in this hour. Like every audit record
    /// it is the last statement of its use case.
    pub(crate) async fn audit_stranger(
        self,
        tx: &mut Tx,
        entry: Entry,
        network: &str,
    ) -> Result<(), InternalError> {
        let chain = entry.application.map_or(Uuid::nil(), |id| id.0);
        let of = [entry.action.name().as_bytes(), chain.as_bytes()];
        let network = [b"audit".as_slice(), of[0], of[1], network.as_bytes()];
        let in_all = [b"audit-in-all".as_slice(), of[0], of[1]];
        let counted = [
            (network.as_slice(), policy::STRANGER_RECORDS),
            (in_all.as_slice(), policy::STRANGER_RECORDS_IN_ALL),
        ];
        match self.recorded(tx, entry, &counted).await? {
            Some(entry) => self.audit().record(tx, entry).await,
            None => Ok(()),
        }
    }

    /// What is to be recorded of what the holders of one code did once more; None where enough was in this hour. Each
    /// code was made by its clinic, so there is no bound in all: the holders of one keep no other out of the log.
    pub(crate) async fn of_code_holder(
        self,
        tx: &mut Tx,
        entry: Entry,
    ) -> Result<Option<Entry>, InternalError> {
        let request = entry.subject.unwrap_or_default();
        let parts = [
            b"audit-code".as_slice(),
            entry.action.name().as_bytes(),
            request.as_bytes(),
        ];
        self.recorded(tx, entry, &[(&parts, policy::STRANGER_RECORDS)])
            .await
    }

    async fn recorded(
        self,
        tx: &mut Tx,
        mut entry: Entry,
        counted: &[(&[&[u8]], u32)],
    ) -> Result<Option<Entry>, InternalError> {
        let now = self.ports().now();
        for (parts, most) in counted {
            let key = self.sealer().digest("throttle", parts);
            let window = Window {
                length: HOUR,
                most: *most,
            };
            match window.number(tx, &key, now).await? {
                number if number > *most => return Ok(None),
                number if number == *most => entry.outcome = ActionOutcome::MoreNotRecorded,
                _ => {}
            }
        }
        Ok(Some(entry))
    }
}
