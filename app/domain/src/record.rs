//! A health record, of which one or more persons are custodian.

use super::ids::RecordId;
use super::timestamp::Timestamp;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    pub id: RecordId,
    pub name: String,
    pub made_at: Timestamp,
}
