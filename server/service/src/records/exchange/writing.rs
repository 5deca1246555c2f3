//! Makes, changes and removes things of one record: all of what is asked for at once, or nothing.

use super::reading::ExchangeRejection;
use crate::records::access_log::Acts;
use crate::records::things::{ThingKey, ThingPut, ThingRejection};
use crate::{Failure, Outcome, Records, reject};
use domain::audit::{Action, ActionOutcome};
use domain::ids::{ApplicationId, RecordId};
use domain::thing::{Act, Permission, Thing};
use store::exchange as table;
use store::{Tx, records};
use uuid::Uuid;

use super::grants::Grants;

/// One thing that is written.
#[derive(Debug)]
pub enum ThingWrite {
    /// Made under this id; or nothing, where the record has one of the type with this id of the client's own.
    Make {
        id: Uuid,
        put: ThingPut,
        unless: Option<String>,
    },
    Change {
        put: ThingPut,
    },
    Remove {
        key: ThingKey,
    },
}

/// What became of it.
#[derive(Debug)]
pub enum ThingWritten {
    Made(Thing),
    /// There was one already.
    Found(Thing),
    Changed(Thing),
    Removed,
}

/// A thing that is to be changed, as it is now.
pub struct ThingNow {
    pub thing: Thing,
    /// Whether the application may know what it says.
    pub may_read: bool,
}

impl Records<'_> {
    /// A thing of one of these types that the application may change or remove; leaves no record, as it is not shown.
    pub async fn exchange_thing_now(
        self,
        application: ApplicationId,
        permission: Permission,
        types: &[Uuid],
        id: Uuid,
    ) -> Outcome<ThingNow, ExchangeRejection> {
        let mut tx = self.store().read().await?;
        let head = table::thing(&mut tx, application, id).await?;
        let Some(head) = head.filter(|head| types.contains(&head.type_id)) else {
            return reject(ExchangeRejection::NotFound);
        };
        let record = RecordId(head.record_id);
        let grants = self.grants(&mut tx, application, record).await?;
        let Some(grants) = grants.filter(|grants| grants.may(permission, head.type_id)) else {
            return reject(ExchangeRejection::NotFound);
        };
        if head.removed {
            return reject(ExchangeRejection::Removed);
        }
        match self.whole(&mut tx, &head).await? {
            Some(thing) => Ok(ThingNow {
                may_read: grants.may(Permission::Read, thing.data.type_id),
                thing,
            }),
            None => reject(ExchangeRejection::Changed),
        }
    }

    /// Writes all of it in one record, or nothing; answers in the same order. A refusal says which one it is about.
    pub async fn exchange_writes(
        self,
        application: ApplicationId,
        record: RecordId,
        writes: Vec<ThingWrite>,
    ) -> Outcome<Vec<ThingWritten>, (usize, ExchangeRejection)> {
        let mut tx = self.store().begin().await?;
        let Some(grants) = self.held_grants(&mut tx, application, record).await? else {
            return reject((0, ExchangeRejection::NotFound));
        };
        table::lock_record(&mut tx, record).await?;
        let (mut written, mut tally) = (Vec::with_capacity(writes.len()), Tally::default());
        for (index, write) in writes.into_iter().enumerate() {
            let one = self
                .exchange_write(&mut tx, &grants, record, write, &mut tally)
                .await;
            written.push(one.map_err(|failure| failure.map(|refusal| (index, refusal)))?);
        }
        let first = grants.first();
        if let Some(first) = first.filter(|_| tally.written + tally.removed > 0) {
            let count = tally.written + tally.removed;
            records::count_operations(&mut tx, record, count).await?;
            self.note_acts(&mut tx, first.access, first.zone(), tally.acts)
                .await?;
            // An act of each sort is a record of its own, as at the XML door.
            for (count, action, outcome) in [
                (tally.written, Action::ThingWrite, ActionOutcome::Written),
                (tally.removed, Action::ThingRemove, ActionOutcome::Removed),
            ] {
                if count > 0 {
                    self.audit_access(&mut tx, first.access, action, outcome)
                        .await?;
                }
            }
        }
        tx.commit().await?;
        Ok(written)
    }

    async fn exchange_write(
        self,
        tx: &mut Tx,
        grants: &Grants,
        record: RecordId,
        write: ThingWrite,
        tally: &mut Tally,
    ) -> Outcome<ThingWritten, ExchangeRejection> {
        let allowed = |permission, type_id| {
            let grant = grants.that(permission, type_id);
            grant
                .map(|grant| grant.access)
                .ok_or(Failure::Rejected(ExchangeRejection::NotFound))
        };
        match write {
            ThingWrite::Make { id, put, unless } => {
                let kind = put.type_id;
                if let Some(client_id) = unless {
                    allowed(Permission::Read, kind)?;
                    if let Some(known) = self.known(tx, record, kind, &client_id).await? {
                        return Ok(ThingWritten::Found(known));
                    }
                }
                let access = allowed(Permission::Create, kind)?;
                tally.write(Act::Added, kind);
                let made = self.put_thing(tx, access, put, id).await;
                Ok(ThingWritten::Made(made.map_err(refused)?))
            }
            ThingWrite::Change { put } => {
                let kind = put.type_id;
                let access = allowed(Permission::Update, kind)?;
                tally.write(Act::Changed, kind);
                let changed = self.put_thing(tx, access, put, Uuid::nil()).await;
                Ok(ThingWritten::Changed(changed.map_err(refused)?))
            }
            ThingWrite::Remove { key } => {
                let thing = self.current(tx, record, key).await.map_err(refused)?;
                let kind = thing.data.type_id;
                let access = allowed(Permission::Delete, kind)?;
                tally.acts.count(Act::Removed, kind);
                tally.removed += 1;
                self.remove_thing(tx, access, thing).await?;
                Ok(ThingWritten::Removed)
            }
        }
    }

    /// The thing of a type that a client gave this id, where there is one.
    async fn known(
        self,
        tx: &mut Tx,
        record: RecordId,
        kind: Uuid,
        client_id: &str,
    ) -> Outcome<Option<Thing>, ExchangeRejection> {
        let wanted = table::Things {
            types: vec![kind],
            ids: None,
            effective: (None, None),
            updated: (None, None),
            client_ids: Some(vec![self.client_id_digest(record, client_id)]),
            order: table::Order {
                by_update: false,
                latest_first: true,
            },
            behind: None,
        };
        let heads = table::things(tx, record, &wanted, 2).await?;
        match heads.as_slice() {
            [] => Ok(None),
            [head] => Ok(self.whole(tx, head).await?),
            _ => reject(ExchangeRejection::Several),
        }
    }
}

/// What was done so far.
#[derive(Default)]
struct Tally {
    acts: Acts,
    written: usize,
    removed: usize,
}

impl Tally {
    fn write(&mut self, act: Act, kind: Uuid) {
        self.acts.count(act, kind);
        self.written += 1;
    }
}

fn refused(failure: Failure<ThingRejection>) -> Failure<ExchangeRejection> {
    failure.map(|refusal| match refusal {
        ThingRejection::NoAccess | ThingRejection::NotFound => ExchangeRejection::NotFound,
        ThingRejection::StampMismatch => ExchangeRejection::Changed,
        ThingRejection::OtherType | ThingRejection::TooLong => ExchangeRejection::Other,
    })
}
