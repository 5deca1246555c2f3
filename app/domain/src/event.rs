//! Numbered facts in an application's log. Its numbers have no gaps, so a reader can miss none.

use super::ids::{ConnectRequestId, PersonId, RecordId};
use super::timestamp::Timestamp;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventKind {
    Authorized,
    /// The patient said the code was not meant for them.
    Rejected,
    Disconnected,
    Expired,
    /// Too many wrong answers.
    Stopped,
    /// The clinic said that two of its external ids are one patient.
    Merged,
    /// The patient corrected which of their records is connected.
    Changed,
}

impl EventKind {
    pub const ALL: [Self; 7] = [
        Self::Authorized,
        Self::Rejected,
        Self::Disconnected,
        Self::Expired,
        Self::Stopped,
        Self::Merged,
        Self::Changed,
    ];

    pub const fn name(self) -> &'static str {
        match self {
            Self::Authorized => "authorized",
            Self::Rejected => "rejected",
            Self::Disconnected => "disconnected",
            Self::Expired => "expired",
            Self::Stopped => "stopped",
            Self::Merged => "merged",
            Self::Changed => "changed",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Counts from 1 per application.
    pub number: i64,
    pub kind: EventKind,
    pub connect_request: Option<ConnectRequestId>,
    pub external_id: String,
    /// The external id that became `external_id` when two were merged.
    pub former_external_id: Option<String>,
    pub person: Option<PersonId>,
    pub record: Option<RecordId>,
    /// The record that was connected until the patient changed it to `record`.
    pub former_record: Option<RecordId>,
    pub at: Timestamp,
}
