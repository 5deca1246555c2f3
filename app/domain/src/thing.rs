//! A thing: one item of data in a record, of a type, with a stamp that changes with each change.

use super::ids::{ApplicationId, PersonId, RecordId};
use super::timestamp::Timestamp;
use crate::named;
use serde::{Deserialize, Serialize};
use uuid::{Uuid, uuid};

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

/// The types that are known by name; any other id is kept as it is. Source: the original's type list.
pub const KNOWN_TYPES: [(Uuid, &str); 12] = [
    (
        uuid!("3d34d87e-7fc1-4153-800f-f56592cb0d17"),
        "Weight Measurement",
    ),
    (
        uuid!("40750a6a-89b2-455c-bd8d-b420a4cb500b"),
        "Height Measurement",
    ),
    (
        uuid!("ca3c57f4-f4c1-4e15-be67-0a3caf5414ed"),
        "Blood Pressure Measurement",
    ),
    (
        uuid!("879e7c04-4e8a-4707-9ad3-b054df467ce4"),
        "Blood Glucose Measurement",
    ),
    (
        uuid!("3b3e6b16-eb69-483c-8d7e-dfe116ae6092"),
        "Basic Demographic Information",
    ),
    (
        uuid!("bf516a61-5252-4c28-a979-27f45f62f78d"),
        "Basic Demographic Information (version 1)",
    ),
    (uuid!("30cafccc-047d-4288-94ef-643571f7919d"), "Medication"),
    (uuid!("7ea7a1f9-880b-4bd4-b593-f5660f20eda8"), "Condition"),
    (uuid!("52bf9104-2c5e-4f1f-a66d-552ebcc53df7"), "Allergy"),
    (
        uuid!("9c48a2b8-952c-4f5a-935d-f3292326bf54"),
        "Continuity of Care Document (CCD)",
    ),
    (
        uuid!("1e1ccbfc-a55d-4d91-8940-fa2fbf73c195"),
        "Continuity of Care Record (CCR)",
    ),
    (uuid!("bd0403c5-4ae2-4b0e-a8db-1888678e4528"), "File"),
];

/// The type's name, where it is known.
pub fn type_name(id: Uuid) -> Option<&'static str> {
    KNOWN_TYPES
        .iter()
        .find(|(known, _)| *known == id)
        .map(|(_, name)| *name)
}

/// The ids of the types that have one of these names.
pub fn types_named(names: &[&str]) -> Vec<Uuid> {
    KNOWN_TYPES
        .iter()
        .filter(|(_, name)| names.contains(name))
        .map(|(id, _)| *id)
        .collect()
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
