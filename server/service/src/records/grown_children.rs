//! A child's record asks, from an age on, who looks after it from now on: the child, both, or the one who does.

use crate::records::own_records::OwnRecordRejection;
use crate::{Outcome, Records, SignedInPerson, reject};
use domain::audit::{Action, ActionOutcome};
use domain::ids::RecordId;
use store::{custodians, records};

impl Records<'_> {
    /// The person goes on looking after a child's record, so it asks them no more. Others who do are asked themselves.
    pub async fn go_on_with_record(
        self,
        by: SignedInPerson,
        id: RecordId,
    ) -> Outcome<(), OwnRecordRejection> {
        let mut tx = self.store().begin().await?;
        if self.people().still_signed_in(&mut tx, by).await?.is_none() {
            return reject(OwnRecordRejection::SignedOut);
        }
        if records::lock(&mut tx, by.person, id).await?.is_none() {
            return reject(OwnRecordRejection::NotFound);
        }
        custodians::go_on(&mut tx, by.person, id, self.ports().now()).await?;
        let (action, outcome) = (Action::RecordKeep, ActionOutcome::Set);
        self.audit_record(&mut tx, by.person, id, action, outcome)
            .await?;
        tx.commit().await?;
        Ok(())
    }
}
