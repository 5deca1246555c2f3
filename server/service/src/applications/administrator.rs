//! Who changes a clinic's settings, team and keys: a manager with a fresh proof, or the command line.

use crate::staff::fresh_proof::FreshProof;
use crate::{Actor, SignedInStaff};
use domain::ids::{ApplicationId, StaffId};
use domain::staff::{Role, Staff, StaffContext};

/// Who may set an application up: its managers, and the operator at the command line.
#[derive(Clone, Copy, Debug)]
pub struct Administrator {
    pub(crate) application: ApplicationId,
    pub(crate) actor: Actor,
    /// Whether it is an operator, who may help managers alone.
    pub(crate) over_managers_alone: bool,
    /// What a session says of the last proof of one of the staff.
    pub(crate) proof: Option<FreshProof>,
}

impl Administrator {
    pub fn at_command_line(application: ApplicationId) -> Self {
        Self {
            application,
            actor: Actor::CommandLine,
            over_managers_alone: false,
            proof: None,
        }
    }

    /// A member of staff who forgot their password and is not signed in.
    pub(crate) fn oneself(application: ApplicationId, staff: StaffId) -> Self {
        Self {
            application,
            actor: Actor::Staff(staff),
            over_managers_alone: false,
            proof: None,
        }
    }

    /// Whether this administrator may invite and help staff of this role.
    pub(crate) fn is_over(self, role: Role) -> bool {
        !self.over_managers_alone || role == Role::Manager
    }

    /// The same for one of the staff.
    pub(crate) fn may_help(self, staff: &Staff) -> bool {
        staff.application == Some(self.application) && self.is_over(staff.role)
    }

    /// None for staff who are no managers.
    pub fn among_staff(staff: &StaffContext) -> Option<Self> {
        (staff.role == Role::Manager).then_some(Self {
            application: staff.application,
            actor: Actor::Staff(staff.staff),
            over_managers_alone: false,
            proof: None,
        })
    }

    /// The same, with what their session says of the last proof.
    #[must_use]
    pub fn with_proof(self, sign_in: Option<&SignedInStaff>) -> Self {
        Self {
            proof: sign_in.and_then(FreshProof::of),
            ..self
        }
    }
}
