//! What a member of staff sees and changes of their own: password, sessions; and the way back to a locked desk.

use super::accounts::password;
use super::limits::{Door, SignInRefusal};
use super::staff::SignedInStaff;
use super::{Actor, Failure, Fault, Outcome, Services, refuse};
use crate::store::{authenticators, staff as table};
use app::desk::StaffContext;
use app::domain::password::PasswordError;
use app::domain::staff::Staff;
use app::domain::timestamp::Timestamp;

/// What the account page shows.
pub struct StaffAccount {
    pub email: String,
    /// Since when they have an authenticator, and how many recovery codes are left.
    pub authenticator: Option<(Timestamp, u32)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangePasswordRefusal {
    Old(SignInRefusal),
    New(PasswordError),
}

impl Services {
    pub async fn staff_account(&self, by: &StaffContext) -> Result<StaffAccount, Fault> {
        let mut tx = self.0.store.read().await?;
        let staff = table::find(&mut tx, by.staff).await?;
        let authenticator = match authenticators::find(&mut tx, by.staff).await? {
            None => None,
            Some(row) => {
                let left = authenticators::count_recovery_codes(&mut tx, by.staff).await?;
                Some((row.made_at.into(), u32::try_from(left).unwrap_or(0)))
            }
        };
        Ok(StaffAccount {
            email: staff.map(|staff| staff.email).unwrap_or_default(),
            authenticator,
        })
    }

    /// Whether it is they who sit at their desk. A wrong password costs what it costs at the door.
    pub async fn prove_password(
        &self,
        by: &StaffContext,
        password: &str,
        from: &str,
    ) -> Outcome<(), SignInRefusal> {
        self.prove(by, password, from, "staff.prove-password", "right")
            .await
            .map(drop)
    }

    /// The way back to a locked desk.
    pub async fn unlock(
        &self,
        by: &StaffContext,
        password: &str,
        from: &str,
    ) -> Outcome<(), SignInRefusal> {
        self.prove(by, password, from, "staff.unlock", "unlocked")
            .await
            .map(drop)
    }

    pub(super) async fn prove(
        &self,
        by: &StaffContext,
        password: &str,
        from: &str,
        action: &'static str,
        outcome: &'static str,
    ) -> Outcome<Staff, SignInRefusal> {
        let mut tx = self.0.store.read().await?;
        let Some(known) = table::find(&mut tx, by.staff).await? else {
            return refuse(SignInRefusal::WrongPair);
        };
        let found = table::find_by_email(&mut tx, &known.email).await?;
        drop(tx);
        let door = Door::staff(&known.email, from);
        self.charge_sign_in(&door).await?;
        let hash = found.as_ref().map(|(_, hash)| hash.as_str());
        let right = self.0.hasher.verify(password.as_bytes(), hash).await?;
        let mut tx = self.0.store.begin().await?;
        let outcome = if right { outcome } else { "wrong-password" };
        if right {
            self.clear_sign_in(&mut tx, &door).await?;
        }
        self.audit_own(&mut tx, &known, action, outcome).await?;
        tx.commit().await?;
        if right {
            Ok(known)
        } else {
            refuse(SignInRefusal::WrongPair)
        }
    }

    /// Changes the password and ends all other sessions; answers the sign-in that this one goes on with.
    pub async fn change_staff_password(
        &self,
        by: &StaffContext,
        old: &str,
        new: &str,
        from: &str,
    ) -> Outcome<SignedInStaff, ChangePasswordRefusal> {
        let staff = self
            .prove(by, old, from, "staff.prove-password", "right")
            .await
            .map_err(|failure| failure.map(ChangePasswordRefusal::Old))?;
        let clinic = self.name_of(staff.application).await?;
        password(new, &[&staff.name, &staff.email, &clinic])
            .map_err(|error| Failure::Refused(ChangePasswordRefusal::New(error)))?;
        let hash = self.0.hasher.hash(new.as_bytes()).await?;
        let mut tx = self.0.store.begin().await?;
        table::set_password(&mut tx, staff.id, &hash).await?;
        let round = table::end_sessions(&mut tx, staff.id).await?;
        self.audit_own(&mut tx, &staff, "staff.set-password", "changed")
            .await?;
        tx.commit().await?;
        Ok(self.signed_in(staff.id, round))
    }

    /// Ends all sessions of whoever asks, this one too.
    pub async fn sign_out_everywhere(&self, by: &StaffContext) -> Result<(), Fault> {
        let mut tx = self.0.store.begin().await?;
        table::end_sessions(&mut tx, by.staff).await?;
        let (application, actor) = (Some(by.application), Actor::Staff(by.staff));
        let subject = Some(by.staff);
        self.audit_staff(
            &mut tx,
            application,
            actor,
            "staff.sign-out",
            subject,
            "everywhere",
        )
        .await?;
        tx.commit().await?;
        Ok(())
    }
}
