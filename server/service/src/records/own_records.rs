//! A person makes records, says whom they are about, and removes one that is empty.

use crate::journey::consent::is_taken;
use crate::people::accounts::SignedInPerson;
use crate::seen::Seen;
use crate::{Actor, InternalError, Outcome, Records, reject};
use domain::audit::{Action, ActionOutcome};
use domain::ids::{PersonId, RecordId};
use domain::policy;
use domain::record::{About, BirthYearError, Record, Relation, birth_year};
use domain::text::{self, TextError};
use domain::timestamp::Timestamp;
use serde::Serialize;
use store::{Tx, records};

/// What was typed of a record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RecordDraft {
    pub name: String,
    pub relation: String,
    pub birth_year: String,
}

/// What is wrong with it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RecordProblem {
    pub name: Option<TextError>,
    /// Another record of the person has this name.
    pub name_taken: bool,
    /// Nothing was chosen.
    pub relation: bool,
    pub birth_year: Option<BirthYearError>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OwnRecordRejection {
    Typed(RecordProblem),
    /// No such record among the person's.
    NotFound,
    /// As many records as one person may have.
    TooMany,
    /// A clinic is connected to it, or something is in it.
    InUse,
    /// The page was about something other than what holds now.
    Changed,
    SignedOut,
}

#[derive(Serialize)]
struct Shown<'a> {
    id: RecordId,
    name: &'a str,
    about: About,
    in_use: bool,
}

impl RecordDraft {
    /// What a form shows of a record.
    pub fn of(record: &Record) -> Self {
        let relation = record.about.relation.map_or("", Relation::name);
        Self {
            name: record.name.clone(),
            relation: relation.to_owned(),
            birth_year: record
                .about
                .birth_year
                .map_or(String::new(), |year| year.to_string()),
        }
    }

    fn read(&self, now: Timestamp) -> Result<(String, About), RecordProblem> {
        let name = text::line(&self.name, policy::NAME_MAX);
        let relation = Relation::from_name(&self.relation);
        let year = birth_year(&self.birth_year, i64::from(now.date_time().year()));
        match (name, relation, year) {
            (Ok(name), Some(_), Ok(birth_year)) => Ok((
                name,
                About {
                    relation,
                    birth_year,
                },
            )),
            (name, relation, year) => Err(RecordProblem {
                name: name.err(),
                name_taken: false,
                relation: relation.is_none(),
                birth_year: year.err(),
            }),
        }
    }
}

impl Records<'_> {
    /// A record of the person, and whether anything is in it or connected to it.
    pub async fn own_record(
        self,
        person: PersonId,
        id: RecordId,
    ) -> Result<Option<(Record, bool)>, InternalError> {
        let mut tx = self.store().read().await?;
        let Some(record) = records::find(&mut tx, person, id).await? else {
            return Ok(None);
        };
        let in_use = records::is_in_use(&mut tx, id).await?;
        Ok(Some((record, in_use)))
    }

    /// What the pages of a record's change and removal show, for their forms.
    pub fn record_shown(self, record: &Record, in_use: bool) -> Seen {
        let shown = Shown {
            id: record.id,
            name: &record.name,
            about: record.about,
            in_use,
        };
        self.seen("own-record", &shown)
    }

    /// Makes a record for the person.
    pub async fn make_record(
        self,
        by: SignedInPerson,
        draft: &RecordDraft,
    ) -> Outcome<RecordId, OwnRecordRejection> {
        let now = self.ports().now();
        let (name, about) = match draft.read(now) {
            Ok(read) => read,
            Err(problem) => return reject(OwnRecordRejection::Typed(problem)),
        };
        let mut tx = self.store().begin().await?;
        self.require_signed_in(&mut tx, by).await?;
        let others = records::list(&mut tx, by.person).await?;
        if others.len() >= policy::RECORDS {
            return reject(OwnRecordRejection::TooMany);
        }
        if is_taken(&others, &name) {
            return reject(taken());
        }
        let record = Record {
            id: RecordId(self.ports().id()),
            name,
            made_at: now,
            about,
        };
        records::insert(&mut tx, by.person, &record).await?;
        self.audit_record(
            &mut tx,
            by.person,
            record.id,
            Action::RecordMake,
            ActionOutcome::Made,
        )
        .await?;
        tx.commit().await?;
        Ok(record.id)
    }

    /// Gives a record another name, or says anew whom it is about.
    pub async fn change_own_record(
        self,
        by: SignedInPerson,
        id: RecordId,
        draft: &RecordDraft,
        seen: &Seen,
    ) -> Outcome<(), OwnRecordRejection> {
        let (name, about) = match draft.read(self.ports().now()) {
            Ok(read) => read,
            Err(problem) => return reject(OwnRecordRejection::Typed(problem)),
        };
        let mut tx = self.store().begin().await?;
        self.require_signed_in(&mut tx, by).await?;
        let (record, in_use) = self.locked_record(&mut tx, by.person, id).await?;
        if !seen.is(&self.record_shown(&record, in_use)) {
            return reject(OwnRecordRejection::Changed);
        }
        let mut others = records::list(&mut tx, by.person).await?;
        others.retain(|other| other.id != id);
        if is_taken(&others, &name) {
            return reject(taken());
        }
        records::change(&mut tx, by.person, id, &name, about).await?;
        self.audit_record(
            &mut tx,
            by.person,
            id,
            Action::RecordChange,
            ActionOutcome::Renamed,
        )
        .await?;
        tx.commit().await?;
        Ok(())
    }

    /// Removes a record in which there is nothing and to which no clinic is connected.
    pub async fn remove_own_record(
        self,
        by: SignedInPerson,
        id: RecordId,
        seen: &Seen,
    ) -> Outcome<(), OwnRecordRejection> {
        let mut tx = self.store().begin().await?;
        self.require_signed_in(&mut tx, by).await?;
        let (record, in_use) = self.locked_record(&mut tx, by.person, id).await?;
        if in_use {
            return reject(OwnRecordRejection::InUse);
        }
        if !seen.is(&self.record_shown(&record, in_use)) {
            return reject(OwnRecordRejection::Changed);
        }
        records::remove(&mut tx, id).await?;
        self.audit_record(
            &mut tx,
            by.person,
            id,
            Action::RecordRemove,
            ActionOutcome::Removed,
        )
        .await?;
        tx.commit().await?;
        Ok(())
    }

    async fn require_signed_in(
        self,
        tx: &mut Tx,
        by: SignedInPerson,
    ) -> Outcome<(), OwnRecordRejection> {
        match self.people().still_signed_in(tx, by).await? {
            Some(_) => Ok(()),
            None => reject(OwnRecordRejection::SignedOut),
        }
    }

    async fn locked_record(
        self,
        tx: &mut Tx,
        person: PersonId,
        id: RecordId,
    ) -> Outcome<(Record, bool), OwnRecordRejection> {
        let Some(record) = records::lock(tx, person, id).await? else {
            return reject(OwnRecordRejection::NotFound);
        };
        let in_use = records::is_in_use(tx, id).await?;
        Ok((record, in_use))
    }

    pub(super) async fn audit_record(
        self,
        tx: &mut Tx,
        person: PersonId,
        record: RecordId,
        action: Action,
        outcome: ActionOutcome,
    ) -> Result<(), InternalError> {
        let entry = crate::audit::log::Entry {
            application: None,
            actor: Actor::Person(person),
            action,
            subject: Some(record.0),
            outcome,
        };
        self.audit().record(tx, entry).await
    }
}

const fn taken() -> OwnRecordRejection {
    OwnRecordRejection::Typed(RecordProblem {
        name: None,
        name_taken: true,
        relation: false,
        birth_year: None,
    })
}
