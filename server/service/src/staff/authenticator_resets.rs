//! A staff member's lost authenticator is removed, by a manager or from the command line.

use crate::{
    Actor, Administrator, InternalError, MailJob, Outcome, StaffMembers, TeamRejection, reject,
};
use domain::audit::{Action, ActionOutcome};
use domain::ids::StaffId;
use domain::staff::Staff;
use store::{Tx, applications, authenticators as table, staff};

impl StaffMembers<'_> {
    /// Removes someone's authenticator, because it is lost, ends their sessions and tells them by mail.
    pub async fn reset_authenticator(
        self,
        by: Administrator,
        id: StaffId,
    ) -> Outcome<(), TeamRejection> {
        if by.actor == Actor::Staff(id) {
            return reject(TeamRejection::Oneself);
        }
        let mut tx = self.store().begin().await?;
        // Two managers who reset each other at one moment: the application's lock orders them.
        applications::lock(&mut tx, by.application).await?;
        let found = staff::find(&mut tx, id).await?;
        let Some(staff) = found.filter(|staff| by.may_help(staff)) else {
            return reject(TeamRejection::NotFound);
        };
        self.require_proof::<TeamRejection>(&mut tx, by).await?;
        staff::lock(&mut tx, id).await?;
        self.take_authenticator(tx, by.actor, &staff).await
    }

    /// The same from the command line, for anyone who has this address: an operator, too.
    pub async fn reset_authenticator_by_email(self, email: &str) -> Outcome<(), TeamRejection> {
        let mut tx = self.store().begin().await?;
        let Some((staff, _)) = staff::find_by_email(&mut tx, email).await? else {
            return reject(TeamRejection::NotFound);
        };
        staff::lock(&mut tx, staff.id).await?;
        self.take_authenticator(tx, Actor::CommandLine, &staff)
            .await
    }

    async fn take_authenticator(
        self,
        mut tx: Tx,
        actor: Actor,
        staff: &Staff,
    ) -> Outcome<(), TeamRejection> {
        if !table::delete(&mut tx, staff.id).await? {
            return reject(TeamRejection::NotFound);
        }
        staff::end_sessions(&mut tx, staff.id).await?;
        let (application, subject) = (staff.application, Some(staff.id));
        let by = match actor {
            Actor::Staff(by) => Some(by),
            _ => None,
        };
        let mail = MailJob::AuthenticatorReset {
            staff: staff.id,
            by,
        };
        self.outbox().queue(&mut tx, &mail).await?;
        let action = Action::StaffResetAuthenticator;
        self.audit_staff(
            &mut tx,
            application,
            actor,
            action,
            subject,
            ActionOutcome::Reset,
        )
        .await?;
        tx.commit().await?;
        Ok(())
    }

    /// Whom a manager may take an authenticator from: everyone of the application who has one.
    pub async fn staff_with_authenticator(
        self,
        by: Administrator,
    ) -> Result<Vec<StaffId>, InternalError> {
        let mut tx = self.store().read().await?;
        Ok(table::holders(&mut tx, by.application).await?)
    }
}
