//! An authorization: a person let an application use a record, until they disconnect it.

use super::ids::{ApplicationId, AuthorizationId, PersonId, RecordId};
use super::timestamp::Timestamp;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Authorization {
    pub id: AuthorizationId,
    pub application: ApplicationId,
    pub person: PersonId,
    pub record: RecordId,
    /// The application's own id for the patient, as of the last pick-up.
    pub external_id: String,
    /// Names of the optional rules the person ticked.
    pub optional_rules: Vec<String>,
    pub granted_at: Timestamp,
    pub revoked_at: Option<Timestamp>,
}
