//! Who works the desk, as its managers see and change it.

use crate::audit::log::Entry;
use crate::seen::Seen;
use crate::{Actor, Administrator, Fault, Outcome, Services, refuse};
use domain::audit::{Action, ActionOutcome};
use domain::ids::StaffId;
use domain::staff::{Role, Staff};
use store::{Tx, applications, staff as table};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TeamRefusal {
    /// Nobody of this team.
    NotFound,
    /// Whoever shut themselves out could not come back by themselves.
    Oneself,
    /// They were disabled themselves in the meantime.
    NoManager,
    /// Nobody could change anything any more.
    LastManager,
    /// Not one that works at a desk.
    NoSuchRole,
    /// The colleague is not as the page showed them.
    ChangedMeanwhile,
    NotProven,
}

impl Services {
    /// The application's staff, by name.
    pub async fn team(&self, by: Administrator) -> Result<Vec<Staff>, Fault> {
        let mut tx = self.0.store.read().await?;
        Ok(table::list(&mut tx, by.application).await?)
    }

    /// The digest of a colleague, as the forms of the team show them.
    pub fn colleague_shown(&self, staff: &Staff) -> Seen {
        let shown = (
            staff.id.0,
            &staff.name,
            &staff.email,
            staff.role.name(),
            staff.disabled,
        );
        self.seen("colleague", &shown)
    }

    /// Shuts somebody out of the desk, with their next request at the latest, or lets them in again.
    pub async fn set_disabled(
        &self,
        by: Administrator,
        id: StaffId,
        disabled: bool,
        seen: &Seen,
    ) -> Outcome<(), TeamRefusal> {
        let mut tx = self.0.store.begin().await?;
        // Two managers who disable each other at one moment: the application's lock lets only the first.
        applications::lock(&mut tx, by.application).await?;
        if let Actor::Staff(manager) = by.actor {
            if manager == id {
                return refuse(TeamRefusal::Oneself);
            }
            let manager = table::find(&mut tx, manager).await?;
            if manager.is_none_or(|manager| manager.disabled) {
                return refuse(TeamRefusal::NoManager);
            }
        }
        let staff = table::find(&mut tx, id).await?;
        let Some(staff) = staff.filter(|staff| staff.application == Some(by.application)) else {
            return refuse(TeamRefusal::NotFound);
        };
        if !seen.is(&self.colleague_shown(&staff)) {
            return refuse(TeamRefusal::ChangedMeanwhile);
        }
        self.shut_out_or_let_in(tx, by.actor, &staff, disabled)
            .await?;
        Ok(())
    }

    async fn shut_out_or_let_in(
        &self,
        mut tx: Tx,
        actor: Actor,
        staff: &Staff,
        disabled: bool,
    ) -> Result<(), Fault> {
        table::set_disabled(&mut tx, staff.id, disabled).await?;
        if disabled {
            // Whoever is let in again begins with their password.
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

    /// Gives somebody another role; one manager who may sign in has to stay.
    pub async fn set_role(
        &self,
        by: Administrator,
        id: StaffId,
        role: &str,
        seen: &Seen,
    ) -> Outcome<(), TeamRefusal> {
        let role = Role::from_name(role).filter(|role| *role != Role::Operator);
        let Some(role) = role else {
            return refuse(TeamRefusal::NoSuchRole);
        };
        let mut tx = self.0.store.begin().await?;
        // Two managers who step back at one moment: the application's lock lets only the first.
        applications::lock(&mut tx, by.application).await?;
        let manages = |staff: &Staff| staff.role == Role::Manager && !staff.disabled;
        let team = table::list(&mut tx, by.application).await?;
        if let Actor::Staff(manager) = by.actor {
            let still = |staff: &Staff| staff.id == manager && manages(staff);
            if !team.iter().any(still) {
                return refuse(TeamRefusal::NoManager);
            }
        }
        let Some(colleague) = team.iter().find(|staff| staff.id == id) else {
            return refuse(TeamRefusal::NotFound);
        };
        if !seen.is(&self.colleague_shown(colleague)) {
            return refuse(TeamRefusal::ChangedMeanwhile);
        }
        self.require_proof::<TeamRefusal>(&mut tx, by).await?;
        let others = team.iter().any(|staff| staff.id != id && manages(staff));
        if role != Role::Manager && !others {
            return refuse(TeamRefusal::LastManager);
        }
        if !table::set_role(&mut tx, by.application, id, role).await? {
            return refuse(TeamRefusal::NotFound);
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
        self.audit(&mut tx, entry).await?;
        tx.commit().await?;
        Ok(())
    }

    /// [`Self::set_disabled`] from the command line, for whoever has this address: an operator, too.
    pub async fn set_disabled_by_email(
        &self,
        email: &str,
        disabled: bool,
    ) -> Outcome<(), TeamRefusal> {
        let mut tx = self.0.store.begin().await?;
        let Some((staff, _)) = table::find_by_email(&mut tx, email).await? else {
            return refuse(TeamRefusal::NotFound);
        };
        self.shut_out_or_let_in(tx, Actor::CommandLine, &staff, disabled)
            .await?;
        Ok(())
    }
}
