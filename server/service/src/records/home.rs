//! What a person finds who signs in: their records, each with its clinics.

use crate::records::permissions::has_optional;
use crate::{Connection, InternalError, Records};
use domain::ids::{PersonId, RecordId};
use domain::person::Person;
use domain::policy;
use domain::record::{Record, Relation};
use domain::timestamp::Timestamp;
use std::collections::{BTreeMap, BTreeSet};
use store::{applications, authorizations, connections, custodians, persons, records};

/// Connections that ended and are shown.
const PAST: u32 = 200;

/// A clinic that is connected to a record.
pub struct HomeConnection {
    pub connection: Connection,
    /// When it last did something with the record.
    pub last_use: Option<Timestamp>,
    /// Its person may switch a part of what it may do.
    pub optional: bool,
    /// Who connected it, where that is another one who looks after the record.
    pub by: Option<String>,
}

/// A clinic that was connected to a record earlier.
pub struct PastConnection {
    pub clinic: String,
    pub until: Timestamp,
}

/// A record with its clinics.
pub struct HomeRecord {
    pub record: Record,
    pub connections: Vec<HomeConnection>,
    pub past: Vec<PastConnection>,
    /// Its person said that they go on looking after it, though it is of a child who is old enough.
    pub goes_on: bool,
}

/// All that the home of a person shows.
pub struct Home {
    pub person: Person,
    pub records: Vec<HomeRecord>,
}

impl Records<'_> {
    /// A person's records with their clinics; None when the account is gone. As many statements for two hundred records as
    /// for one.
    pub async fn home(self, id: PersonId) -> Result<Option<Home>, InternalError> {
        let now = self.ports().now();
        let mut tx = self.store().read().await?;
        let Some(person) = persons::find(&mut tx, id).await? else {
            return Ok(None);
        };
        let records = records::list(&mut tx, id).await?;
        let is_of_child = |record: &Record| record.about.relation == Some(Relation::MyChild);
        let going_on: BTreeSet<_> = if records.iter().any(is_of_child) {
            custodians::going_on(&mut tx, id)
                .await?
                .into_iter()
                .collect()
        } else {
            BTreeSet::new()
        };
        let applications = applications::of_person(&mut tx, id).await?;
        let applications: BTreeMap<_, _> =
            applications.into_iter().map(|one| (one.id, one)).collect();
        let lately = connections::begun_since(&mut tx, id, now - policy::RECORD_CHANGE).await?;
        let lately: BTreeSet<_> = lately.into_iter().collect();
        let last_uses = authorizations::last_uses(&mut tx, id).await?;
        let last_uses: BTreeMap<_, _> = last_uses.into_iter().collect();
        let mut found: BTreeMap<RecordId, HomeRecord> = records
            .into_iter()
            .map(|record| {
                let home = HomeRecord {
                    goes_on: going_on.contains(&record.id),
                    record,
                    connections: Vec::new(),
                    past: Vec::new(),
                };
                (home.record.id, home)
            })
            .collect();
        let own = authorizations::list(&mut tx, id).await?.into_iter();
        let own = own.map(|authorization| (authorization, None));
        let others = authorizations::of_others(&mut tx, id).await?.into_iter();
        let others = others.map(|(authorization, by)| (authorization, Some(by)));
        for (authorization, by) in own.chain(others) {
            let record = found.get_mut(&authorization.record);
            let application = applications.get(&authorization.application);
            if let (Some(home), Some(application)) = (record, application) {
                home.connections.push(HomeConnection {
                    last_use: last_uses.get(&authorization.id).copied(),
                    optional: by.is_none() && has_optional(&authorization, application),
                    by,
                    connection: Connection {
                        changeable: lately.contains(&authorization.id),
                        record: home.record.clone(),
                        application: application.clone(),
                        authorization,
                    },
                });
            }
        }
        for past in authorizations::past(&mut tx, id, PAST).await? {
            if let Some(home) = found.get_mut(&RecordId(past.record_id)) {
                home.past.push(PastConnection {
                    clinic: past.clinic,
                    until: past.until.into(),
                });
            }
        }
        Ok(Some(Home {
            person,
            records: found.into_values().collect(),
        }))
    }
}
