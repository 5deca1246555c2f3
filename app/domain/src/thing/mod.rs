//! A thing: one item of data in a record, of a type, with a stamp that changes with each change.

mod kinds;
mod moment;
mod shape;
mod shared;
#[cfg(test)]
mod tests;

use super::ids::{ApplicationId, PersonId, RecordId};
use super::timestamp::Timestamp;
use crate::named;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub use kinds::{KINDS, Kind, fits, kind, type_name, types_named};
pub use moment::effective;
pub use shape::{Element, Misfit, Part, Shape, Value};

named! {
    /// What may be done to things of a type.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
    #[serde(rename_all = "lowercase")]
    pub enum Permission {
        Read = "Read",
        Create = "Create",
        Update = "Update",
        Delete = "Delete",
    }
}

/// When, by which application, on whose behalf.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Touch {
    pub at: Timestamp,
    pub application: ApplicationId,
    pub person: PersonId,
}

/// What was sent of a thing: its type, the time it is about, and its data to the letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThingData {
    pub type_id: Uuid,
    pub effective_at: Timestamp,
    /// A `data-xml` element with all it holds.
    pub xml: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thing {
    pub id: Uuid,
    pub record: RecordId,
    /// Another one after each change.
    pub version_stamp: Uuid,
    pub removed: bool,
    pub data: ThingData,
    pub created: Touch,
    pub updated: Touch,
}
