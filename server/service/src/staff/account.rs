//! What a member of staff sees and changes of their own: password, sessions; and the way back to a locked desk.

use crate::mail::StaffNotice;
use crate::people::accounts::password;
use crate::secrets::Class;
use crate::sign_in::limits::{SignInAttempt, SignInRejection, Source};
use crate::staff::sign_in::SignedInStaff;
use crate::{Failure, InternalError, Outcome, StaffMembers, reject};
use domain::audit::{Action, ActionOutcome};
use domain::password::PasswordError;
use domain::staff::Staff;
use domain::timestamp::Timestamp;
use store::{authenticators, invitations, staff as table};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangePasswordRejection {
    Old(SignInRejection),
    New(PasswordError),
}

impl StaffMembers<'_> {
    /// Since when they have an authenticator, and how many recovery codes are left.
    pub async fn own_authenticator(
        self,
        by: &Staff,
    ) -> Result<Option<(Timestamp, u32)>, InternalError> {
        let mut tx = self.store().read().await?;
        let Some(row) = authenticators::find(&mut tx, by.id).await? else {
            return Ok(None);
        };
        let left = authenticators::count_recovery_codes(&mut tx, by.id).await?;
        Ok(Some((row.made_at.into(), u32::try_from(left).unwrap_or(0))))
    }

    /// Whether it is they who sit at their desk. A wrong password costs what it costs when signing in.
    pub async fn prove_password(
        self,
        by: &SignedInStaff,
        password: &str,
        source: &Source,
    ) -> Outcome<(), SignInRejection> {
        self.prove(
            by,
            password,
            source,
            Action::StaffProvePassword,
            ActionOutcome::Right,
        )
        .await
    }

    /// The way back to a locked desk.
    pub async fn unlock(
        self,
        by: &SignedInStaff,
        password: &str,
        source: &Source,
    ) -> Outcome<(), SignInRejection> {
        self.prove(
            by,
            password,
            source,
            Action::StaffUnlock,
            ActionOutcome::Unlocked,
        )
        .await
    }

    pub(crate) async fn prove(
        self,
        by: &SignedInStaff,
        password: &str,
        source: &Source,
        action: Action,
        outcome: ActionOutcome,
    ) -> Outcome<(), SignInRejection> {
        let mut tx = self.store().read().await?;
        let found = table::credentials(&mut tx, by.staff).await?;
        drop(tx);
        let Some(found) = found.filter(|found| found.round == by.round) else {
            return reject(SignInRejection::WrongPair);
        };
        let attempt = SignInAttempt::staff(&found.staff.email, Some(&found), source);
        let reserved = self.sign_ins().reserve(&attempt).await?;
        let hash = Some(found.password_hash.as_str());
        let right = self
            .sign_ins()
            .check_password(Class::Staff, &reserved, password, hash)
            .await?;
        let mut tx = self.store().begin().await?;
        let still = self.lock(&mut tx, by.staff, by.round).await?;
        let right = right && still.is_some();
        let outcome = if right {
            outcome
        } else {
            ActionOutcome::WrongPassword
        };
        if right {
            self.sign_ins().clear(&mut tx, &reserved).await?;
        } else {
            self.sign_ins().charge(&mut tx, &reserved).await?;
        }
        self.audit_own(&mut tx, &found.staff, action, outcome)
            .await?;
        tx.commit().await?;
        if right {
            Ok(())
        } else {
            reject(SignInRejection::WrongPair)
        }
    }

    /// Changes the password and ends all other sessions; answers the sign-in that this one continues with. Links to a new
    /// password that are on their way lead nowhere any more.
    pub async fn change_password(
        self,
        by: &SignedInStaff,
        old: &str,
        new: &str,
        source: &Source,
    ) -> Outcome<SignedInStaff, ChangePasswordRejection> {
        let overtaken = || reject(ChangePasswordRejection::Old(SignInRejection::WrongPair));
        self.prove_password(by, old, source)
            .await
            .map_err(|failure| failure.map(ChangePasswordRejection::Old))?;
        let mut tx = self.store().read().await?;
        let member = table::find(&mut tx, by.staff).await?;
        drop(tx);
        let Some(member) = member else {
            return overtaken();
        };
        let clinic = self.name_of(member.application).await?;
        password(new, &[&member.name, &member.email, &clinic])
            .map_err(|error| Failure::Rejected(ChangePasswordRejection::New(error)))?;
        let hash = self.hasher().hash_password(Class::Staff, new).await?;
        let mut tx = self.store().begin().await?;
        let Some(still) = self.lock(&mut tx, by.staff, by.round).await? else {
            return overtaken();
        };
        let round = table::set_password(&mut tx, by.staff, &hash).await?;
        invitations::withdraw_of_staff(&mut tx, by.staff).await?;
        let now = self.ports().now();
        self.outbox()
            .notify_staff(&mut tx, by.staff, StaffNotice::PasswordChanged, now)
            .await?;
        self.audit_own(
            &mut tx,
            &still.staff,
            Action::StaffSetPassword,
            ActionOutcome::Changed,
        )
        .await?;
        tx.commit().await?;
        // The password alone is no whole proof.
        Ok(SignedInStaff {
            proven_at: None,
            ..self.signed_in(by.staff, round)
        })
    }

    /// Ends all sessions of the caller, this one too.
    pub async fn sign_out_everywhere(self, by: &Staff) -> Result<(), InternalError> {
        let mut tx = self.store().begin().await?;
        table::end_sessions(&mut tx, by.id).await?;
        self.audit_own(&mut tx, by, Action::StaffSignOut, ActionOutcome::Everywhere)
            .await?;
        tx.commit().await?;
        Ok(())
    }
}
