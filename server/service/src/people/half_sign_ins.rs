//! Sign-ins of people whose password was right and whose second step never came: someone may know the password, so its
//! owner is told, once a day.

use crate::mail::SignInNotice;
use crate::outbox::account_mails::AccountMail;
use crate::outbox::sign_in_mails::SignInMail;
use crate::{Actor, InternalError, MailJob, People};
use domain::audit::{Action, ActionOutcome};
use domain::ids::PersonId;
use domain::policy;
use domain::timestamp::Timestamp;
use store::{Tx, person_half_sign_ins as table};

impl People<'_> {
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
        person: PersonId,
        at: Timestamp,
    ) -> Result<(), InternalError> {
        let parts = [b"person-second-step-mail".as_slice(), person.0.as_bytes()];
        let key = self.sealer().digest("throttle", &parts);
        let most = policy::SECOND_STEP_MAILS;
        let charged = self
            .sign_ins()
            .charge_within(tx, &key, most, policy::days(1));
        if !charged.await? {
            return Ok(());
        }
        let what = SignInNotice::StepMissing;
        let mail = SignInMail::SecondStep { person, what, at };
        self.outbox()
            .queue(tx, &MailJob::Account(AccountMail::SignIn(mail)))
            .await?;
        self.audit_account(
            tx,
            Actor::System,
            Action::AccountSecondStepMissing,
            Some(person),
            ActionOutcome::Queued,
        )
        .await
    }
}
