//! Who did what with a person's records: noted in the transaction of each act, read by the person.

use crate::{Access, InternalError, Records};
use domain::application::Application;
use domain::ids::{PersonId, RecordId};
use domain::policy;
use domain::record::Record;
use domain::thing::{Act, PATIENT_CONNECT, kind};
use domain::zone::Zone;
use std::collections::BTreeMap;
use store::access::{self, New};
use store::{Tx, applications, authorizations, custodians, persons, records};
use uuid::Uuid;

pub use store::access::{Filter as ActivityFilter, Line as ActivityLine};

/// How many things of each type an act was on.
#[derive(Default)]
pub(crate) struct Acts(BTreeMap<(Act, Uuid), i64>);

impl Acts {
    /// Counts a thing.
    pub(crate) fn count(&mut self, act: Act, type_id: Uuid) {
        *self.0.entry((act, type_id)).or_default() += 1;
    }

    /// An act that found nothing of this type.
    pub(crate) fn none(&mut self, act: Act, type_id: Uuid) {
        self.0.entry((act, type_id)).or_default();
    }
}

/// A page of a person's log.
pub struct Activity {
    pub lines: Vec<ActivityLine>,
    /// Where the next page begins.
    pub next: Option<Uuid>,
    /// The clinics that the person let use a record, now or earlier.
    pub clinics: Vec<Application>,
    pub records: Vec<Record>,
    /// The others who look after them.
    pub others: Vec<(PersonId, String)>,
    /// Whether the person is told of it by mail each month.
    pub monthly_mail: bool,
}

impl Records<'_> {
    /// Notes what an application did, or asked for: one statement, however many types it is about. A system that reads
    /// every minute adds to the same line all day.
    pub(crate) async fn note_acts(
        self,
        tx: &mut Tx,
        access: Access,
        zone: Zone,
        acts: Acts,
    ) -> Result<(), InternalError> {
        self.note_at(tx, access.record, access.application.0, zone, acts)
            .await
    }

    /// Notes what a person did in a record that they look after.
    pub(crate) async fn note_own(
        self,
        tx: &mut Tx,
        person: PersonId,
        record: RecordId,
        acts: Acts,
    ) -> Result<(), InternalError> {
        self.note_at(tx, record, person.0, Zone::UTC, acts).await
    }

    /// Notes acts for all who look after the record.
    async fn note_at(
        self,
        tx: &mut Tx,
        record: RecordId,
        actor: Uuid,
        zone: Zone,
        acts: Acts,
    ) -> Result<(), InternalError> {
        let now = self.ports().now();
        let mut new = Vec::new();
        for person in custodians::ids(tx, record).await? {
            let actor = if person.0 == actor {
                PATIENT_CONNECT.0
            } else {
                actor
            };
            new.extend(acts.0.iter().map(|(&(act, type_id), &things)| New {
                id: self.ports().id(),
                person,
                actor,
                act,
                type_id,
                things,
            }));
        }
        if new.is_empty() {
            return Ok(());
        }
        let day = zone.at(now).iso_date();
        access::note(tx, record, &day, now, &new).await?;
        Ok(())
    }

    /// Notes that an application asked for what the person did not let it do. Of an application that may do nothing at all
    /// in the record nothing is noted: it would write into strangers' logs.
    pub(crate) async fn note_refused(
        self,
        at: Access,
        types: impl IntoIterator<Item = Uuid>,
    ) -> Result<(), InternalError> {
        let mut tx = self.store().begin().await?;
        let Access {
            application,
            person,
            record,
            ..
        } = at;
        let live = authorizations::hold_live(&mut tx, application, person, record).await?;
        if live.is_none() {
            return Ok(());
        }
        let mut acts = Acts::default();
        for asked in types {
            // A client adds no more lines, regardless of what it asks for, than there are types that people have names for.
            let known = kind(asked).map_or(Uuid::nil(), |kind| kind.id);
            acts.none(Act::Refused, known);
        }
        let zone = applications::time_zone(&mut tx, application).await?;
        self.note_acts(&mut tx, at, zone, acts).await?;
        tx.commit().await?;
        Ok(())
    }

    /// A page of the person's log, the latest act first.
    pub async fn activity(
        self,
        person: PersonId,
        filter: ActivityFilter,
    ) -> Result<Activity, InternalError> {
        let rows = policy::PAGE_ROWS;
        let mut tx = self.store().read().await?;
        let mut lines = access::list(&mut tx, person, filter, rows + 1).await?;
        let more = lines.len() > rows as usize;
        lines.truncate(rows as usize);
        let chosen = persons::preferences(&mut tx, person).await?;
        Ok(Activity {
            monthly_mail: chosen.is_some_and(|chosen| chosen.monthly_mail),
            next: lines.last().filter(|_| more).map(|last| last.id),
            lines,
            clinics: applications::of_person(&mut tx, person).await?,
            records: records::list(&mut tx, person).await?,
            others: custodians::beside(&mut tx, person).await?,
        })
    }
}
