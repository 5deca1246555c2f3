//! Staff: people who work the desk of one application, and operators who run the installation.

use super::ids::{ApplicationId, StaffId};
use super::zone::Zone;
use crate::named;

named! {
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Role {
        FrontDesk = "front-desk",
        Manager = "manager",
        /// Runs the installation; belongs to no application and sees no patients.
        Operator = "operator",
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Staff {
    pub id: StaffId,
    /// None for an operator.
    pub application: Option<ApplicationId>,
    pub name: String,
    pub email: String,
    pub role: Role,
    pub disabled: bool,
    /// The name of their clinic; None for an operator.
    pub clinic: Option<String>,
    /// That of their clinic; UTC for an operator.
    pub time_zone: Zone,
}

/// A member of staff at work, and the clinic they work for.
#[derive(Clone, Debug)]
pub struct StaffContext {
    pub staff: StaffId,
    pub application: ApplicationId,
    pub role: Role,
    pub name: String,
    /// The clinic's name.
    pub clinic: String,
    /// That of the clinic.
    pub time_zone: Zone,
}

impl StaffContext {
    /// None for operators, who work for no clinic.
    pub fn of(staff: &Staff) -> Option<Self> {
        Some(Self {
            staff: staff.id,
            application: staff.application?,
            role: staff.role,
            name: staff.name.clone(),
            clinic: staff.clinic.clone().unwrap_or_default(),
            time_zone: staff.time_zone,
        })
    }
}
