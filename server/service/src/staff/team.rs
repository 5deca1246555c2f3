//! Who works the desk, as its managers see and change it.

use crate::audit::log::Entry;
use crate::seen::Seen;
use crate::{Actor, Administrator, InternalError, Outcome, StaffMembers, reject};
use domain::audit::{Action, ActionOutcome};
use domain::ids::StaffId;
use domain::staff::{Role, Staff};
use store::{Tx, applications, staff as table};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TeamRejection {
    /// No one of this team.
    NotFound,
    /// Staff who deactivated themselves could not come back by themselves.
    Oneself,
    /// They were disabled themselves in the meantime.
    NoManager,
    /// No one could change anything any more.
    LastManager,
    /// Not one that works at a desk.
    NoSuchRole,
    /// The colleague is not as the page showed them.
    ChangedMeanwhile,
    NotProven,
}

impl StaffMembers<'_> {
    /// The application's staff, by name.
    pub async fn team(self, by: Administrator) -> Result<Vec<Staff>, InternalError> {
        let mut tx = self.store().read().await?;
        Ok(table::list(&mut tx, by.application).await?)
    }

    /// The digest of a colleague, as the forms of the team show them.
    pub fn colleague_shown(self, staff: &Staff) -> Seen {
        let shown = (
            staff.id.0,
            &staff.name,
            &staff.email,
            staff.role.name(),
            staff.disabled,
        );
        self.seen("colleague", &shown)
    }

    /// Shuts someone out of the desk, with their next request at the latest, or lets them in again.
    pub async fn set_disabled(
        self,
        by: Administrator,
        id: StaffId,
        disabled: bool,
        seen: &Seen,
    ) -> Outcome<(), TeamRejection> {
        let mut tx = self.store().begin().await?;
        // Two managers who disable each other at one moment: the application's lock lets only the first.
        applications::lock(&mut tx, by.application).await?;
        if let Actor::Staff(manager) = by.actor {
            if manager == id {
                return reject(TeamRejection::Oneself);
            }
            let manager = table::find(&mut tx, manager).await?;
            if manager.is_none_or(|manager| manager.disabled) {
                return reject(TeamRejection::NoManager);
            }
        }
        let staff = table::find(&mut tx, id).await?;
        let Some(staff) = staff.filter(|staff| staff.application == Some(by.application)) else {
            return reject(TeamRejection::NotFound);
        };
        if !seen.is(&self.colleague_shown(&staff)) {
            return reject(TeamRejection::ChangedMeanwhile);
        }
        self.shut_out_or_let_in(tx, by.actor, &staff, disabled)
            .await?;
        Ok(())
    }

    async fn shut_out_or_let_in(
        self,
        mut tx: Tx,
        actor: Actor,
        staff: &Staff,
        disabled: bool,
    ) -> Result<(), InternalError> {
        table::set_disabled(&mut tx, staff.id, disabled).await?;
        if disabled {
            // Anyone who is let in again begins with their password.
            table::end_sessions(&mut tx, staff.id).await?;
        }
        let (action, outcome) = if disabled {
            (Action::StaffDisable, ActionOutcome::Disabled)
        } else {
            (Action::StaffEnable, ActionOutcome::Enabled)
        };
        let (application, subject) = (staff.application, Some(staff.id));
        self.audit_staff(&mut tx, application, actor, action, subject, outcome)
            .await?;
        tx.commit().await?;
        Ok(())
    }

    /// Gives someone another role; one manager who may sign in has to stay.
    pub async fn set_role(
        self,
        by: Administrator,
        id: StaffId,
        role: &str,
        seen: &Seen,
    ) -> Outcome<(), TeamRejection> {
        let role = Role::from_name(role).filter(|role| *role != Role::Operator);
        let Some(role) = role else {
            return reject(TeamRejection::NoSuchRole);
        };
        let mut tx = self.store().begin().await?;
        // Two managers who step back at one moment: the application's lock lets only the first.
        applications::lock(&mut tx, by.application).await?;
        let manages = |staff: &Staff| staff.role == Role::Manager && !staff.disabled;
        let team = table::list(&mut tx, by.application).await?;
        if let Actor::Staff(manager) = by.actor {
            let still = |staff: &Staff| staff.id == manager && manages(staff);
            if !team.iter().any(still) {
                return reject(TeamRejection::NoManager);
            }
        }
        let Some(colleague) = team.iter().find(|staff| staff.id == id) else {
            return reject(TeamRejection::NotFound);
        };
        if !seen.is(&self.colleague_shown(colleague)) {
            return reject(TeamRejection::ChangedMeanwhile);
        }
        self.require_proof::<TeamRejection>(&mut tx, by).await?;
        let others = team.iter().any(|staff| staff.id != id && manages(staff));
        if role != Role::Manager && !others {
            return reject(TeamRejection::LastManager);
        }
        if !table::set_role(&mut tx, by.application, id, role).await? {
            return reject(TeamRejection::NotFound);
        }
        let entry = Entry {
            application: Some(by.application),
            actor: by.actor,
            action: Action::StaffSetRole,
            subject: Some(id.0),
            outcome: match role {
                Role::FrontDesk => ActionOutcome::FrontDesk,
                Role::Manager => ActionOutcome::Manager,
                Role::Operator => ActionOutcome::Operator,
            },
        };
        self.audit().record(&mut tx, entry).await?;
        tx.commit().await?;
        Ok(())
    }

    /// [`Self::set_disabled`] from the command line, for anyone who has this address: an operator, too.
    pub async fn set_disabled_by_email(
        self,
        email: &str,
        disabled: bool,
    ) -> Outcome<(), TeamRejection> {
        let mut tx = self.store().begin().await?;
        let Some((staff, _)) = table::find_by_email(&mut tx, email).await? else {
            return reject(TeamRejection::NotFound);
        };
        self.shut_out_or_let_in(tx, Actor::CommandLine, &staff, disabled)
            .await?;
        Ok(())
    }
}
