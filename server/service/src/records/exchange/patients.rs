//! The records that an application is connected to, as it may know them: by its own ids for their patients.

use crate::{InternalError, Records};
use domain::ids::{ApplicationId, RecordId};
use domain::timestamp::Timestamp;
use store::Tx;
use store::exchange::{self as table, Connected};

/// A record that the application may use now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConnectedRecord {
    pub id: RecordId,
    pub name: String,
    /// The application's own ids of its patient, in order.
    pub external_ids: Vec<String>,
    /// The first and the latest of its live authorizations.
    pub since: Timestamp,
    pub updated_at: Timestamp,
}

/// Which records; what is None filters nothing.
#[derive(Clone, Debug, Default)]
pub struct PatientsWanted {
    pub ids: Option<Vec<RecordId>>,
    /// One of these ids of the application's own.
    pub external_ids: Option<Vec<String>>,
    /// Whose latest authorization is of this time: from, until.
    pub from: Option<Timestamp>,
    pub until: Option<Timestamp>,
    /// Only those that come after this one, by id.
    pub after: Option<RecordId>,
}

/// Records in the order of their ids.
pub struct PatientPage {
    pub records: Vec<ConnectedRecord>,
    pub more: bool,
}

impl Records<'_> {
    /// The records that an application is connected to, a page at a time.
    pub async fn connected_records(
        self,
        application: ApplicationId,
        wanted: &PatientsWanted,
        limit: usize,
    ) -> Result<PatientPage, InternalError> {
        let mut tx = self.store().read().await?;
        let connected = narrowed(&mut tx, application, wanted).await?;
        let mut ids = table::records(&mut tx, application, &connected, limit + 1).await?;
        let more = ids.len() > limit;
        ids.truncate(limit);
        let granted = table::granted(&mut tx, application, &ids).await?;
        let authorizations: Vec<_> = granted.iter().map(|one| one.id).collect();
        let external_ids = table::external_ids(&mut tx, &authorizations).await?;
        let mut records: Vec<ConnectedRecord> = Vec::with_capacity(ids.len());
        for one in granted {
            let of_this = external_ids.iter().filter(|(id, _)| *id == one.id);
            let names = of_this.map(|(_, external_id)| external_id.clone());
            match records.last_mut().filter(|last| last.id == one.record) {
                Some(last) => {
                    last.external_ids.extend(names);
                    last.updated_at = last.updated_at.max(one.granted_at);
                }
                None => records.push(ConnectedRecord {
                    id: one.record,
                    name: one.record_name,
                    external_ids: names.collect(),
                    since: one.granted_at,
                    updated_at: one.granted_at,
                }),
            }
        }
        for record in &mut records {
            record.external_ids.sort_unstable();
            record.external_ids.dedup();
        }
        Ok(PatientPage { records, more })
    }

    /// How many records fit.
    pub async fn count_connected(
        self,
        application: ApplicationId,
        wanted: &PatientsWanted,
    ) -> Result<usize, InternalError> {
        let mut tx = self.store().read().await?;
        let connected = narrowed(&mut tx, application, wanted).await?;
        let counted = table::count(&mut tx, application, &connected).await?;
        Ok(usize::try_from(counted).unwrap_or_default())
    }
}

/// The filters as the table has them: ids of the application's own are looked up first.
async fn narrowed(
    tx: &mut Tx,
    application: ApplicationId,
    wanted: &PatientsWanted,
) -> Result<Connected, InternalError> {
    let mut records = wanted.ids.clone();
    if let Some(external_ids) = &wanted.external_ids {
        let found = table::records_of_external_ids(tx, application, external_ids).await?;
        records = Some(match records {
            Some(ids) => ids.into_iter().filter(|id| found.contains(id)).collect(),
            None => found,
        });
    }
    Ok(Connected {
        records,
        from: wanted.from,
        until: wanted.until,
        after: wanted.after,
    })
}
