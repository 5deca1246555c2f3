//! A key that a clinic's application calls the API with, as its managers see it. The key itself is not in it.

use crate::ids::ApiKeyId;
use crate::timestamp::Timestamp;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiKey {
    pub id: ApiKeyId,
    /// What a manager calls it; empty where no one named it.
    pub name: String,
    /// How it begins, as `pc_xK3vQ0`; empty for keys of earlier versions.
    pub prefix: String,
    pub made_at: Timestamp,
    /// To the hour; None where it was not used since this is kept.
    pub last_used_at: Option<Timestamp>,
}
