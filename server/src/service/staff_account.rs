//! What a member of staff sees and changes of their own: password, sessions; and the way back to a locked desk.

use super::accounts::password;
use super::limits::{Door, SignInRefusal};
use super::staff::SignedInStaff;
use super::{Failure, Fault, Outcome, Services, refuse};
use crate::store::{authenticators, staff as table};
use app::domain::password::PasswordError;
use app::domain::staff::Staff;
use app::domain::timestamp::Timestamp;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangePasswordRefusal {
    Old(SignInRefusal),
    New(PasswordError),
}

impl Services {
    /// Since when they have an authenticator, and how many recovery codes are left.
    pub async fn own_authenticator(&self, by: &Staff) -> Result<Option<(Timestamp, u32)>, Fault> {
        let mut tx = self.0.store.read().await?;
        let Some(row) = authenticators::find(&mut tx, by.id).await? else {
            return Ok(None);
        };
        let left = authenticators::count_recovery_codes(&mut tx, by.id).await?;
        Ok(Some((row.made_at.into(), u32::try_from(left).unwrap_or(0))))
    }

    /// Whether it is they who sit at their desk. A wrong password costs what it costs at the door.
    pub async fn prove_password(
        &self,
        by: &Staff,
        password: &str,
        from: &str,
    ) -> Outcome<(), SignInRefusal> {
        self.prove(by, password, from, "staff.prove-password", "right")
            .await
    }

    /// The way back to a locked desk.
    pub async fn unlock(
        &self,
        by: &Staff,
        password: &str,
        from: &str,
    ) -> Outcome<(), SignInRefusal> {
        self.prove(by, password, from, "staff.unlock", "unlocked")
            .await
    }

    pub(super) async fn prove(
        &self,
        by: &Staff,
        password: &str,
        from: &str,
        action: &'static str,
        outcome: &'static str,
    ) -> Outcome<(), SignInRefusal> {
        let mut tx = self.0.store.read().await?;
        let found = table::find_by_email(&mut tx, &by.email).await?;
        drop(tx);
        let door = Door::staff(&by.email, from);
        self.charge_sign_in(&door).await?;
        let hash = found.as_ref().map(|(_, hash)| hash.as_str());
        let right = self.0.hasher.verify(password.as_bytes(), hash).await?;
        let mut tx = self.0.store.begin().await?;
        let outcome = if right { outcome } else { "wrong-password" };
        if right {
            self.clear_sign_in(&mut tx, &door).await?;
        }
        self.audit_own(&mut tx, by, action, outcome).await?;
        tx.commit().await?;
        if right {
            Ok(())
        } else {
            refuse(SignInRefusal::WrongPair)
        }
    }

    /// Changes the password and ends all other sessions; answers the sign-in that this one goes on with.
    pub async fn change_staff_password(
        &self,
        by: &Staff,
        old: &str,
        new: &str,
        from: &str,
    ) -> Outcome<SignedInStaff, ChangePasswordRefusal> {
        self.prove_password(by, old, from)
            .await
            .map_err(|failure| failure.map(ChangePasswordRefusal::Old))?;
        let clinic = self.name_of(by.application).await?;
        password(new, &[&by.name, &by.email, &clinic])
            .map_err(|error| Failure::Refused(ChangePasswordRefusal::New(error)))?;
        let hash = self.0.hasher.hash(new.as_bytes()).await?;
        let mut tx = self.0.store.begin().await?;
        table::set_password(&mut tx, by.id, &hash).await?;
        let round = table::end_sessions(&mut tx, by.id).await?;
        self.audit_own(&mut tx, by, "staff.set-password", "changed")
            .await?;
        tx.commit().await?;
        Ok(self.signed_in(by.id, round))
    }

    /// Ends all sessions of whoever asks, this one too.
    pub async fn sign_out_everywhere(&self, by: &Staff) -> Result<(), Fault> {
        let mut tx = self.0.store.begin().await?;
        table::end_sessions(&mut tx, by.id).await?;
        self.audit_own(&mut tx, by, "staff.sign-out", "everywhere")
            .await?;
        tx.commit().await?;
        Ok(())
    }
}
