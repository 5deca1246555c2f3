//! A health record, of which one or more persons are custodian.

use super::ids::RecordId;
use super::timestamp::Timestamp;
use crate::policy;
use crate::text::{self, TextError};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    pub id: RecordId,
    pub name: String,
    pub made_at: Timestamp,
}

/// A record's name, as typed.
pub fn name(input: &str) -> Result<String, TextError> {
    text::line(input, policy::NAME_MAX)
}
