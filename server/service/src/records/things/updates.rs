//! Records in which something changed.

use super::UpdatedRecord;
use crate::{InternalError, Records};
use domain::authorization;
use domain::ids::ApplicationId;
use domain::policy;
use domain::thing::Permission;
use domain::timestamp::Timestamp;
use std::collections::BTreeMap;
use store::things as table;
use uuid::Uuid;

impl Records<'_> {
    /// Records in which something that the application may read changed since a time, the earliest change first; None
    /// where they are more than [`policy::POLL_ROWS`], of which no more are read.
    pub async fn updated_records(
        self,
        application: ApplicationId,
        since: Option<Timestamp>,
    ) -> Result<Option<Vec<UpdatedRecord>>, InternalError> {
        let since = since.map_or(Timestamp::from_micros(0), |since| {
            since - policy::POLL_OVERLAP
        });
        let mut tx = self.store().read().await?;
        let asked = self.application(&mut tx, application).await?.rules;
        let mut latest = BTreeMap::new();
        let mut after = Uuid::nil();
        while let Some((last, updates)) = table::updates(&mut tx, application, since, after).await?
        {
            after = last;
            for update in updates {
                let may = authorization::permissions(&update.granted, &asked, update.type_id);
                if may.contains(&Permission::Read) {
                    let one = update.record;
                    let known = latest.entry((one.record, one.person));
                    let known = known.or_insert_with(|| one.clone());
                    known.at = one.at.max(known.at);
                    known.operations = one.operations.max(known.operations);
                }
            }
            if latest.len() > policy::POLL_ROWS {
                return Ok(None);
            }
        }
        let mut records: Vec<UpdatedRecord> = latest.into_values().collect();
        records.sort_by_key(|one| (one.at, one.record, one.person));
        Ok(Some(records))
    }
}
