//! Sign-ins of staff whose password was right and whose second step never came: someone may know the password, so its
//! owner is told, once a day.

use crate::mail::StaffNotice;
use crate::{Actor, InternalError, SignIn, StaffMembers};
use domain::audit::{Action, ActionOutcome};
use domain::ids::StaffId;
use domain::policy;
use domain::timestamp::Timestamp;
use store::{Tx, half_sign_ins as table, staff};

impl StaffMembers<'_> {
    /// Notes a sign-in whose second step is still to come; `place` is the limit's.
    pub(crate) async fn keep_half(
        self,
        tx: &mut Tx,
        mut next: SignIn,
        place: &[u8],
    ) -> Result<SignIn, InternalError> {
        let (half, life) = match &mut next {
            SignIn::Code(half) => (half, policy::SECOND_STEP),
            SignIn::Enrol(half) => (half, policy::ENROLMENT),
            SignIn::Done(_) => return Ok(next),
        };
        half.place = place.to_vec();
        table::put(tx, half.staff, place, half.at, half.at + life).await?;
        Ok(next)
    }

    /// Tells the owners of those that are over, each in a transaction of its own; says how many there were.
    pub(crate) async fn tell_half_sign_ins(self, now: Timestamp) -> Result<u64, InternalError> {
        let mut told = 0;
        while self.tell_next(now).await? {
            told += 1;
        }
        Ok(told)
    }

    async fn tell_next(self, now: Timestamp) -> Result<bool, InternalError> {
        let mut tx = self.store().read().await?;
        let Some(id) = table::next_over(&mut tx, now).await? else {
            return Ok(false);
        };
        drop(tx);
        let mut tx = self.store().begin().await?;
        // Another worker may have been there first.
        if let Some(at) = table::take_over(&mut tx, id, now).await? {
            self.tell_owner(&mut tx, id, at).await?;
            tx.commit().await?;
        }
        Ok(true)
    }

    async fn tell_owner(
        self,
        tx: &mut Tx,
        id: StaffId,
        at: Timestamp,
    ) -> Result<(), InternalError> {
        let member = staff::find(tx, id).await?;
        let Some(member) = member.filter(|member| !member.disabled) else {
            return Ok(());
        };
        let parts = [b"second-step-mail".as_slice(), id.0.as_bytes()];
        let key = self.sealer().digest("throttle", &parts);
        let most = policy::SECOND_STEP_MAILS;
        if !self
            .sign_ins()
            .charge_within(tx, &key, most, policy::days(1))
            .await?
        {
            return Ok(());
        }
        self.outbox()
            .notify_staff(tx, id, StaffNotice::SecondStepMissing, at)
            .await?;
        self.audit_staff(
            tx,
            member.application,
            Actor::System,
            Action::StaffSecondStepMissing,
            Some(id),
            ActionOutcome::Queued,
        )
        .await
    }
}
