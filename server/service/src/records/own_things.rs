//! A person adds things to their own record, corrects what they added, and removes what they like. Clinics that may read
//! such things see it when they read next.

use super::access_log::Acts;
use super::things::{ThingKey, ThingRejection, head_of};
use crate::people::accounts::SignedInPerson;
use crate::{Failure, Outcome, Records, reject};
use domain::audit::{Action, ActionOutcome};
use domain::ids::{PersonId, RecordId};
use domain::policy;
use domain::thing::own::{Draft, OwnThing, Problem};
use domain::thing::reading::Sort;
use domain::thing::{Act, PATIENT_CONNECT, Thing, ThingData, Touch};
use store::things as table;
use store::{Tx, records};
use uuid::Uuid;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OwnThingRejection {
    Typed(Vec<Problem>),
    /// No such record of the person's, or no such thing in it; or another's, which only that one changes.
    NotFound,
    /// It was changed or removed since its page was read.
    Changed,
    /// As many things as one record may hold of a person's own.
    TooMany,
    SignedOut,
}

impl Records<'_> {
    /// Adds a thing of a sort that people may add.
    pub async fn add_own_thing(
        self,
        by: SignedInPerson,
        record: RecordId,
        sort: Sort,
        draft: &Draft,
    ) -> Outcome<Uuid, OwnThingRejection> {
        let data = self.read_own(sort, draft)?;
        let mut tx = self.own_record_for(by, record).await?;
        let counts = table::counts(&mut tx, record).await?;
        let total: i64 = counts.iter().map(|(_, count)| *count).sum();
        if total >= i64::from(policy::OWN_THINGS) {
            return reject(OwnThingRejection::TooMany);
        }
        let touch = self.own_touch(by.person);
        let thing = Thing {
            id: self.ports().id(),
            record,
            version_stamp: self.ports().id(),
            removed: false,
            data: data_of(data),
            created: touch,
            updated: touch,
        };
        self.put_own(&mut tx, &thing).await?;
        self.settle_own(
            tx,
            by.person,
            &thing,
            Act::Added,
            (Action::RecordAddItem, ActionOutcome::Added),
        )
        .await?;
        Ok(thing.id)
    }

    /// Corrects a thing that the person added.
    pub async fn change_own_thing(
        self,
        by: SignedInPerson,
        record: RecordId,
        key: ThingKey,
        draft: &Draft,
    ) -> Outcome<(), OwnThingRejection> {
        let mut tx = self.own_record_for(by, record).await?;
        let before = self.own_current(&mut tx, record, key).await?;
        if before.created.application != PATIENT_CONNECT {
            return reject(OwnThingRejection::NotFound);
        }
        let data = self.read_own(Sort::of(before.data.type_id), draft)?;
        let thing = Thing {
            version_stamp: self.ports().id(),
            data: data_of(data),
            updated: self.own_touch(by.person),
            ..before
        };
        self.put_own(&mut tx, &thing).await?;
        self.settle_own(
            tx,
            by.person,
            &thing,
            Act::Changed,
            (Action::RecordChangeItem, ActionOutcome::Changed),
        )
        .await
    }

    /// Removes any thing of the person's record.
    pub async fn remove_own_thing(
        self,
        by: SignedInPerson,
        record: RecordId,
        key: ThingKey,
    ) -> Outcome<(), OwnThingRejection> {
        let mut tx = self.own_record_for(by, record).await?;
        let before = self.own_current(&mut tx, record, key).await?;
        let thing = Thing {
            removed: true,
            version_stamp: self.ports().id(),
            updated: self.own_touch(by.person),
            ..before
        };
        table::remove(&mut tx, &head_of(&thing)).await?;
        self.settle_own(
            tx,
            by.person,
            &thing,
            Act::Removed,
            (Action::RecordRemoveItem, ActionOutcome::Removed),
        )
        .await
    }

    fn read_own(self, sort: Sort, draft: &Draft) -> Outcome<OwnThing, OwnThingRejection> {
        match draft.read(sort, self.ports().now()) {
            Some(Ok(data)) => Ok(data),
            Some(Err(problems)) => reject(OwnThingRejection::Typed(problems)),
            None => reject(OwnThingRejection::NotFound),
        }
    }

    /// A transaction in which the person is signed in and the record is theirs and stays.
    async fn own_record_for(
        self,
        by: SignedInPerson,
        record: RecordId,
    ) -> Outcome<Tx, OwnThingRejection> {
        let mut tx = self.store().begin().await?;
        if self.people().still_signed_in(&mut tx, by).await?.is_none() {
            return reject(OwnThingRejection::SignedOut);
        }
        match records::lock(&mut tx, by.person, record).await? {
            Some(_) => Ok(tx),
            None => reject(OwnThingRejection::NotFound),
        }
    }

    async fn own_current(
        self,
        tx: &mut Tx,
        record: RecordId,
        key: ThingKey,
    ) -> Outcome<Thing, OwnThingRejection> {
        let current = self.current(tx, record, key).await;
        current.map_err(|failure| match failure {
            Failure::Internal(fault) => Failure::Internal(fault),
            Failure::Rejected(ThingRejection::StampMismatch) => {
                Failure::Rejected(OwnThingRejection::Changed)
            }
            Failure::Rejected(_) => Failure::Rejected(OwnThingRejection::NotFound),
        })
    }

    fn own_touch(self, person: PersonId) -> Touch {
        Touch {
            at: self.ports().now(),
            application: PATIENT_CONNECT,
            person,
        }
    }

    async fn put_own(self, tx: &mut Tx, thing: &Thing) -> Outcome<(), OwnThingRejection> {
        let xml = thing.data.xml.as_bytes();
        let place = thing.id.as_bytes();
        let sealed = self.sealer().seal("thing", place, xml, self.ports())?;
        table::put(tx, &head_of(thing), &sealed, None).await?;
        Ok(())
    }

    async fn settle_own(
        self,
        mut tx: Tx,
        person: PersonId,
        thing: &Thing,
        act: Act,
        (action, outcome): (Action, ActionOutcome),
    ) -> Outcome<(), OwnThingRejection> {
        records::count_operations(&mut tx, thing.record, 1).await?;
        let mut acts = Acts::default();
        acts.count(act, thing.data.type_id);
        self.note_own(&mut tx, person, thing.record, acts).await?;
        self.audit_record(&mut tx, person, thing.record, action, outcome)
            .await?;
        tx.commit().await?;
        Ok(())
    }
}

fn data_of(own: OwnThing) -> ThingData {
    ThingData {
        type_id: own.type_id,
        effective_at: own.effective_at,
        xml: own.xml,
    }
}
