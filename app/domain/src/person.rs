//! A person: someone with an account, custodian of records.

use super::ids::PersonId;
use super::units::Units;

/// What a person chooses for themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Preferences {
    /// Whether they are told by mail each month who did what with their records.
    pub monthly_mail: bool,
    pub units: Units,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    pub id: PersonId,
    pub name: String,
    pub email: String,
}
