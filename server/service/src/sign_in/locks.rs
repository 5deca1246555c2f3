//! The locks of accounts after wrong sign-ins, as anyone who runs the installation sees and clears them.

use crate::people::accounts::PERSON_DOOR;
use crate::staff::sign_in::STAFF_DOOR;
use crate::{InternalError, Operator, Outcome, SignIns, reject};
use domain::audit::{Action, ActionOutcome};
use domain::policy;
use domain::timestamp::Timestamp;
use store::{persons, sign_in_limits as limits, staff};

/// An account that has to wait, at one place at least.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lock {
    pub email: String,
    pub until: Timestamp,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnlockRejection {
    /// No one has this address.
    NotFound,
}

impl SignIns<'_> {
    /// The staff who are locked out somewhere, the one who waits longest first.
    pub async fn staff_locks(self, _by: Operator) -> Result<Vec<Lock>, InternalError> {
        let now = self.ports().now();
        let mut tx = self.store().read().await?;
        let mut locks = Vec::new();
        for lock in limits::locked_staff(&mut tx, now, policy::COUNTED_MAX).await? {
            let found = staff::find(&mut tx, lock.of).await?;
            locks.extend(found.map(|staff| Lock {
                email: staff.email,
                until: lock.until,
            }));
        }
        Ok(locks)
    }

    /// The same of people with an account of their own.
    pub async fn person_locks(self, _by: Operator) -> Result<Vec<Lock>, InternalError> {
        let now = self.ports().now();
        let mut tx = self.store().read().await?;
        let mut locks = Vec::new();
        for lock in limits::locked_persons(&mut tx, now, policy::COUNTED_MAX).await? {
            let found = persons::find(&mut tx, lock.of).await?;
            locks.extend(found.map(|person| Lock {
                email: person.email,
                until: lock.until,
            }));
        }
        Ok(locks)
    }

    /// Forgets all wrong sign-ins to the account of one of the staff, wherever they came from.
    pub async fn clear_staff_locks(
        self,
        by: Operator,
        email: &str,
    ) -> Outcome<(), UnlockRejection> {
        let account = self.account_at(STAFF_DOOR, email);
        let mut tx = self.store().begin().await?;
        let Some((member, _)) = staff::find_by_email(&mut tx, email).await? else {
            return reject(UnlockRejection::NotFound);
        };
        self.clear_account(&mut tx, &account).await?;
        self.staff()
            .audit_staff(
                &mut tx,
                member.application,
                by.actor(),
                Action::StaffClearLocks,
                Some(member.id),
                ActionOutcome::Cleared,
            )
            .await?;
        tx.commit().await?;
        Ok(())
    }

    /// The same of a person.
    pub async fn clear_person_locks(
        self,
        by: Operator,
        email: &str,
    ) -> Outcome<(), UnlockRejection> {
        let account = self.account_at(PERSON_DOOR, email);
        let mut tx = self.store().begin().await?;
        let Some((person, _)) = persons::find_by_email(&mut tx, email).await? else {
            return reject(UnlockRejection::NotFound);
        };
        self.clear_account(&mut tx, &account).await?;
        self.people()
            .audit_account(
                &mut tx,
                by.actor(),
                Action::AccountClearLocks,
                Some(person.id),
                ActionOutcome::Cleared,
            )
            .await?;
        tx.commit().await?;
        Ok(())
    }
}
