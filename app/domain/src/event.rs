//! Numbered facts in an application's log. Its numbers have no gaps, so a reader can miss none.

use super::external_id::ExternalId;
use super::ids::{ConnectRequestId, PersonId, RecordId};
use super::timestamp::Timestamp;
use crate::named;

named! {
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum EventKind {
        Authorized = "authorized",
        /// The patient said the code was not meant for them.
        Rejected = "rejected",
        Disconnected = "disconnected",
        Expired = "expired",
        /// Too many wrong answers.
        Stopped = "stopped",
        /// The clinic said that two of its external ids are one patient.
        Merged = "merged",
        /// The patient corrected which of their records is connected.
        Changed = "changed",
        /// The patient changed what the application may do with a record.
        PermissionsChanged = "permissions-changed",
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Counts from 1 per application.
    pub number: i64,
    pub kind: EventKind,
    pub connect_request: Option<ConnectRequestId>,
    pub external_id: ExternalId,
    /// The external id that became `external_id` when two were merged.
    pub former_external_id: Option<ExternalId>,
    pub person: Option<PersonId>,
    pub record: Option<RecordId>,
    /// The record that was connected until the patient changed it to `record`.
    pub former_record: Option<RecordId>,
    pub at: Timestamp,
}
