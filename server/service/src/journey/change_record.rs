//! "Wrong record? Change it": within a day of connecting, a letter's connection moves to another record of the person.
//!
//! The old pair ends, the new one begins with the rules that were granted, and one event tells the clinic both. A record
//! that another letter is connected to as well stays connected by that one.

use super::changeable::{ChangeableRecord, Letter, Touched, touched};
use crate::audit::log::Entry;
use crate::journey::consent::{Chosen, Consent, consent};
use crate::journey::entry::RecordChoice;
use crate::people::accounts::SignedInPerson;
use crate::seen::Seen;
use crate::{Actor, InternalError, Journey, MailJob, Outcome, reject};
use domain::application::Application;
use domain::audit::{Action, ActionOutcome};
use domain::authorization::Authorization;
use domain::event::{Event, EventKind};
use domain::ids::{AuthorizationId, ConnectRequestId, PersonId, RecordId};
use domain::record::{About, Record};
use domain::timestamp::Timestamp;
use store::connections::EndedBy;
use store::pickups::Pickup;
use store::{Tx, authorizations, connections, events, pickups};

/// What a person decides.
pub struct RecordChange<'a> {
    pub letter: ConnectRequestId,
    pub choice: &'a RecordChoice,
    /// The person means this record although the letter names another one.
    pub all_the_same: bool,
    /// What the page showed.
    pub seen: Seen,
}

/// The result of it.
pub struct RecordChanged {
    pub authorization: AuthorizationId,
    pub application: Application,
    pub former: Record,
    pub record: Record,
    pub touched: Touched,
    /// Another letter keeps the former record connected.
    pub still_connected: bool,
}

#[derive(Debug)]
pub enum ChangeRejection {
    /// All sessions of their round were ended, by a new password among others.
    SignedOut,
    /// Never a connection of this person.
    NotFound,
    /// It was disconnected or changed meanwhile.
    Ended(Box<Application>),
    /// The day is over.
    TooLate(Box<Application>),
    /// The chosen record is not another one of the person's.
    NoSuchRecord,
    /// No such letter is connected to the record.
    NoSuchLetter,
    /// Another record of the person has the new one's name.
    NameTaken,
    /// The person has as many records as one may have.
    TooManyRecords,
    /// The page showed something other than what holds now.
    Changed,
    /// The record fits the letter ill, and the person did not say that they mean it.
    RecordInDoubt,
}

impl Journey<'_> {
    /// How the record that a person chose instead fits the letter.
    pub async fn change_consent(
        self,
        person: PersonId,
        letter: &Letter,
        choice: &RecordChoice,
    ) -> Result<Option<Consent>, InternalError> {
        let mut tx = self.store().read().await?;
        consent(&mut tx, person, &letter.friendly_name, choice).await
    }

    /// Notes that a person who was asked about a record is not sure; nothing else happens.
    pub async fn unsure_of_change(
        self,
        by: SignedInPerson,
        id: AuthorizationId,
        letter: ConnectRequestId,
    ) -> Outcome<Application, ChangeRejection> {
        let person = by.person;
        let mut tx = self.store().begin().await?;
        if self.people().still_signed_in(&mut tx, by).await?.is_none() {
            return reject(ChangeRejection::SignedOut);
        }
        let found = self.changeable(&mut tx, person, id).await?;
        if found.letter(letter).is_none() {
            return reject(ChangeRejection::NoSuchLetter);
        }
        let entry = Entry {
            application: Some(found.application.id),
            actor: Actor::Person(person),
            action: Action::ConnectRequestCheckRecord,
            subject: Some(letter.0),
            outcome: ActionOutcome::NotSure,
        };
        self.audit().record(&mut tx, entry).await?;
        tx.commit().await?;
        Ok(found.application)
    }

    /// Moves a letter's connection to another record, tells the application once, mails the person.
    pub async fn change_record(
        self,
        by: SignedInPerson,
        id: AuthorizationId,
        change: &RecordChange<'_>,
    ) -> Outcome<RecordChanged, ChangeRejection> {
        let person = by.person;
        let now = self.ports().now();
        let mut tx = self.store().begin().await?;
        connections::lock_requests(&mut tx, id).await?;
        // With the row's lock, two tabs make no two records of one name.
        if self.people().still_signed_in(&mut tx, by).await?.is_none() {
            return reject(ChangeRejection::SignedOut);
        }
        let found = self.changeable(&mut tx, person, id).await?;
        let (letter, consent) = self.checked(&mut tx, person, &found, change).await?;
        let outcome = if consent.verdict.asks() {
            ActionOutcome::ChangedAllTheSame
        } else {
            ActionOutcome::Changed
        };
        let former = found.record;
        let record = self
            .chosen_record(&mut tx, person, consent.chosen, now)
            .await?;
        let authorization = self
            .granted_instead(&mut tx, &found.authorization, record.id, now)
            .await?;
        let moved = Moved {
            application: found.application.id,
            person,
            from: id,
            to: authorization,
            former: former.id,
            record: record.id,
        };
        let still_connected = self.moved(&mut tx, &moved, &letter, now).await?;
        // A reader of the record at this moment is waited for: what the patient is told is true.
        let touched = touched(&mut tx, &found.application, former.id).await?;
        self.outbox()
            .queue(
                &mut tx,
                &MailJob::RecordChanged {
                    person,
                    application: found.application.id,
                    authorization,
                },
            )
            .await?;
        self.tell_of_change(&mut tx, &moved, &letter, now).await?;
        let entry = Entry {
            application: Some(found.application.id),
            actor: Actor::Person(person),
            action: Action::ConnectRequestChangeRecord,
            subject: Some(letter.request.0),
            outcome,
        };
        self.audit().record(&mut tx, entry).await?;
        tx.commit().await?;
        self.applications().notify(found.application.id);
        Ok(RecordChanged {
            authorization,
            application: found.application,
            former,
            record,
            touched,
            still_connected,
        })
    }

    /// What the person decided, if it may be done.
    async fn checked(
        self,
        tx: &mut Tx,
        person: PersonId,
        found: &ChangeableRecord,
        change: &RecordChange<'_>,
    ) -> Outcome<(Letter, Consent), ChangeRejection> {
        let Some(letter) = found.letter(change.letter).cloned() else {
            return reject(ChangeRejection::NoSuchLetter);
        };
        let consent = consent(tx, person, &letter.friendly_name, change.choice).await?;
        let Some(consent) = consent.filter(|one| one.chosen.id() != Some(found.record.id)) else {
            return reject(ChangeRejection::NoSuchRecord);
        };
        if consent.is_taken() {
            return reject(ChangeRejection::NameTaken);
        }
        if consent.is_too_many() {
            return reject(ChangeRejection::TooManyRecords);
        }
        let shown = if change.all_the_same {
            self.doubt_shown(found, &consent)
        } else {
            self.change_shown(found)
        };
        if !change.seen.is(&shown) {
            return reject(ChangeRejection::Changed);
        }
        if consent.verdict.asks() && !change.all_the_same {
            return reject(ChangeRejection::RecordInDoubt);
        }
        Ok((letter, consent))
    }

    async fn chosen_record(
        self,
        tx: &mut Tx,
        person: PersonId,
        chosen: Chosen,
        now: Timestamp,
    ) -> Result<Record, InternalError> {
        let name = chosen.name().to_owned();
        let (made_at, about) = match &chosen {
            Chosen::Existing(record) => (record.made_at, record.about),
            Chosen::New { .. } => (now, About::default()),
        };
        let id = self.record_for(tx, person, chosen, now).await?;
        Ok(Record {
            id,
            name,
            made_at,
            about,
        })
    }

    /// The same rules for the other record.
    async fn granted_instead(
        self,
        tx: &mut Tx,
        former: &Authorization,
        record: RecordId,
        now: Timestamp,
    ) -> Result<AuthorizationId, InternalError> {
        let granted = Authorization {
            id: AuthorizationId(self.ports().id()),
            record,
            granted_at: now,
            revoked_at: None,
            ..former.clone()
        };
        Ok(authorizations::grant(tx, &granted).await?)
    }

    /// Moves the letter's pick-up and connection; answers whether another letter keeps the former record connected.
    async fn moved(
        self,
        tx: &mut Tx,
        moved: &Moved,
        letter: &Letter,
        now: Timestamp,
    ) -> Outcome<bool, ChangeRejection> {
        let (application, external_id) = (moved.application, &letter.external_id);
        let Some(picked) = pickups::take(tx, application, moved.from, external_id).await? else {
            return reject(ChangeRejection::NoSuchLetter);
        };
        // Its way's last step, sent once more, answers the new pair.
        let pickup = Pickup {
            connect_request: picked.request,
            record: moved.record,
            authorization: moved.to,
            application,
            person: moved.person,
            flow: picked.flow,
            at: now,
        };
        pickups::put(tx, &pickup).await?;
        let left = connections::end_one(
            tx,
            application,
            moved.from,
            external_id,
            EndedBy::Person,
            now,
        );
        let still_connected = left.await?;
        connections::begin(tx, application, external_id, moved.to, now).await?;
        if !still_connected {
            authorizations::revoke(tx, moved.person, moved.from, now).await?;
        }
        Ok(still_connected)
    }

    async fn tell_of_change(
        self,
        tx: &mut Tx,
        moved: &Moved,
        letter: &Letter,
        now: Timestamp,
    ) -> Result<(), InternalError> {
        let event = Event {
            number: events::next_number(tx, moved.application).await?,
            kind: EventKind::Changed,
            connect_request: Some(letter.request),
            external_id: letter.external_id.clone(),
            former_external_id: None,
            person: Some(moved.person),
            record: Some(moved.record),
            former_record: Some(moved.former),
            at: now,
        };
        events::insert(tx, moved.application, &event).await?;
        Ok(())
    }
}

/// From which pair to which.
struct Moved {
    application: domain::ids::ApplicationId,
    person: PersonId,
    from: AuthorizationId,
    to: AuthorizationId,
    former: RecordId,
    record: RecordId,
}
