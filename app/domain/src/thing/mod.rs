//! A thing: one item of data in a record, of a type, with a stamp that changes with each change.

mod kinds;
mod moment;
pub mod own;
pub mod reading;
mod shape;
mod shared;
#[cfg(test)]
mod tests;

use super::ids::{ApplicationId, PersonId, RecordId};
use super::timestamp::Timestamp;
use crate::named;
use serde::{Deserialize, Serialize};
use uuid::{Uuid, uuid};

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

/// Patient Connect itself, among applications: by it people act in their own records. Source: the id that the original's
/// own pages for people had, so that its clients take it for what it is.
pub const PATIENT_CONNECT: ApplicationId =
    ApplicationId(uuid!("9ca84d74-1473-471d-940f-2699cb7198df"));

named! {
    /// What is done with the things of a record, as its person's log tells it.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
    pub enum Act {
        Read = "read",
        Added = "added",
        Changed = "changed",
        Removed = "removed",
        /// Asked for, and not allowed.
        Refused = "refused",
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
