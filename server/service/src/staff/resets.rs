//! Staff who forgot their password: they have the link mailed to them that a manager could send. Operators, who belong to
//! no clinic, are helped at the command line.

use crate::audit::log::Entry;
use crate::mail::StaffNotice;
use crate::people::accounts::password;
use crate::people::password_resets::AskRejection;
use crate::secrets::Class;
use crate::sign_in::limits::Source;
use crate::staff::sign_in::STAFF_DOOR;
use crate::{
    Actor, Administrator, Failure, InternalError, Outcome, StaffMembers, StaffRejection, reject,
};
use domain::address;
use domain::audit::{Action, ActionOutcome};
use domain::policy;
use store::staff::{self as table, Credentials};
use store::{Tx, applications, invitations};

impl StaffMembers<'_> {
    /// Mails a link to a new password, where the address belongs to one of a clinic's staff. Anyone who asks learns nothing of
    /// it.
    pub async fn forgot_password(self, email: &str, source: &Source) -> Outcome<(), AskRejection> {
        let email = address::email(email, policy::EMAIL_MAX)
            .map_err(|error| Failure::Rejected(AskRejection::Email(error)))?;
        let mut tx = self.store().read().await?;
        let found = table::credentials_by_email(&mut tx, &email).await?;
        drop(tx);
        let account = self.sign_ins().account_at(STAFF_DOOR, &email);
        let round = found.as_ref().map(|found| found.round);
        let mut tx = self.store().begin().await?;
        if !self
            .people()
            .charge_reset(&mut tx, source, &account, round)
            .await?
        {
            tx.commit().await?;
            return reject(AskRejection::SlowDown);
        }
        let key = self.sign_ins().mail_key("staff-reset-mail", &email);
        let within = self
            .sign_ins()
            .charge_within(&mut tx, &key, policy::RESET_MAILS, policy::SIGN_IN_WINDOW)
            .await?;
        let mailed = within && self.mail_own_link(&mut tx, found.as_ref()).await?;
        let member = found.as_ref().map(|found| &found.staff);
        let entry = Entry {
            application: member.and_then(|member| member.application),
            actor: Actor::Nobody,
            action: Action::StaffSendPasswordLink,
            subject: member.map(|member| member.id.0),
            outcome: if mailed {
                ActionOutcome::Queued
            } else {
                ActionOutcome::Refused
            },
        };
        // A link that is mailed takes the place of the one before.
        if mailed {
            self.audit().record(&mut tx, entry).await?;
        } else {
            self.sign_ins()
                .audit_stranger(&mut tx, entry, &source.network)
                .await?;
        }
        tx.commit().await?;
        Ok(())
    }

    /// False for whom no link helps: no one, an operator, those who were disabled.
    async fn mail_own_link(
        self,
        tx: &mut Tx,
        found: Option<&Credentials>,
    ) -> Result<bool, InternalError> {
        let member = found.map(|found| &found.staff);
        let Some(application) = member.and_then(|member| member.application) else {
            return Ok(false);
        };
        // In the order of a manager who helps: only the later link works.
        applications::lock(tx, application).await?;
        let member = match member {
            Some(member) => table::lock(tx, member.id).await?,
            None => None,
        };
        let member = member.map(|still| still.staff);
        let Some(member) = member.filter(|member| !member.disabled) else {
            return Ok(false);
        };
        let by = Administrator::oneself(application, member.id);
        self.mail_new_password(tx, by, member).await?;
        Ok(true)
    }

    /// A new password from the command line, for anyone who has this address: an operator, too.
    pub async fn set_password_by_email(
        self,
        email: &str,
        new: &str,
    ) -> Outcome<(), StaffRejection> {
        let mut tx = self.store().read().await?;
        let Some((member, _)) = table::find_by_email(&mut tx, email).await? else {
            return reject(StaffRejection::NotFound);
        };
        drop(tx);
        let clinic = self.name_of(member.application).await?;
        password(new, &[&member.name, &member.email, &clinic])
            .map_err(|error| Failure::Rejected(StaffRejection::Password(error)))?;
        let hash = self.hasher().hash(Class::Staff, new.as_bytes()).await?;
        let mut tx = self.store().begin().await?;
        table::lock(&mut tx, member.id).await?;
        table::set_password(&mut tx, member.id, &hash).await?;
        invitations::withdraw_of_staff(&mut tx, member.id).await?;
        let account = self.sign_ins().account_at(STAFF_DOOR, &member.email);
        self.sign_ins().clear_account(&mut tx, &account).await?;
        let now = self.ports().now();
        self.outbox()
            .notify_staff(&mut tx, member.id, StaffNotice::PasswordChanged, now)
            .await?;
        self.audit_staff(
            &mut tx,
            member.application,
            Actor::CommandLine,
            Action::StaffSetPassword,
            Some(member.id),
            ActionOutcome::Changed,
        )
        .await?;
        tx.commit().await?;
        Ok(())
    }
}
