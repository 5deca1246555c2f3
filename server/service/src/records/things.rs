//! Things: what an application reads and writes in a record that a person lets it use, by its rules.

use crate::audit::log::Entry;
use crate::{Actor, Failure, Fault, Outcome, Services, refuse};
use domain::application::{Application, Rule};
use domain::audit::{Action, ActionOutcome};
use domain::authorization::{self, Authorization};
use domain::ids::{ApplicationId, PersonId, RecordId};
use domain::policy;
use domain::thing::{Permission, Thing, ThingData, Touch};
use domain::timestamp::Timestamp;
use std::collections::BTreeMap;
use store::things::{self as table, Head};
use store::{Stamp, Tx, authorizations};
use uuid::Uuid;

pub use store::things::{Filter as ThingFilter, UpdatedRecord};

/// An application at a person's record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Access {
    pub application: ApplicationId,
    /// The application, as the audit log names it.
    pub actor: Actor,
    pub person: PersonId,
    pub record: RecordId,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ThingRefusal {
    /// The person does not let the application do this, or does not any more.
    NoAccess,
    /// No such thing in the record.
    NotFound,
    /// Sent for another type than the thing has.
    OtherType,
    /// Somebody changed it since.
    StampMismatch,
    /// More things than the answer has room to name.
    TooLong,
}

/// A thing on its way in.
pub struct ThingPut {
    /// The thing to change and the stamp it was read with; None makes a new one.
    pub change: Option<ThingKey>,
    pub type_id: Uuid,
    /// The time the data is about, where it names one.
    pub effective_at: Option<Timestamp>,
    pub xml: String,
}

/// A thing, in one of its states.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ThingKey {
    pub id: Uuid,
    pub stamp: Uuid,
}

/// Which things of a record are asked for, and how much of them.
#[derive(Clone, Copy)]
pub struct ThingsWanted<'a> {
    pub filters: &'a [ThingFilter],
    /// Of these things, only those in exactly these states.
    pub keys: &'a [ThingKey],
    pub max: usize,
    /// So many of them whole.
    pub max_full: usize,
    pub with_data: bool,
}

/// What an answer may still hold.
#[derive(Clone, Copy, Debug)]
pub struct ThingRoom {
    /// Things, by their names at the least.
    pub names: usize,
    /// Bytes of their data.
    pub bytes: usize,
}

impl ThingRoom {
    /// Of one whole answer.
    pub const ANSWER: Self = Self {
        names: policy::THINGS_NAMED,
        bytes: policy::THING_BYTES,
    };
}

/// Things that were asked for, the latest first.
#[derive(Debug)]
pub struct ThingsFound {
    pub full: Vec<Thing>,
    /// What is named alone: for its number, for want of room, or since it changed while it was read. Without data.
    pub rest: Vec<Thing>,
}

impl Services {
    /// Things that fit any of the filters, the latest first. A filter that asks for a type which may not be read is
    /// refused; one that asks for no type finds those which may. No data is read that has no room in the answer.
    pub async fn things(
        &self,
        access: Access,
        wanted: ThingsWanted<'_>,
        room: &mut ThingRoom,
    ) -> Outcome<ThingsFound, ThingRefusal> {
        let mut tx = self.0.store.read().await?;
        let grant = self.grant(&mut tx, access).await?;
        let found = heads(&mut tx, &grant, wanted).await?;
        room.names = room
            .names
            .checked_sub(found.len())
            .ok_or(Failure::Refused(ThingRefusal::TooLong))?;
        let found = self.read_data(&mut tx, found, wanted, room).await?;
        drop(tx);
        // SQLite's one writer is held for the audit record alone, so the grant is looked at again.
        let mut tx = self.0.store.begin().await?;
        let grant = self.held_grant(&mut tx, access).await?;
        let may = |thing: &Thing| grant.may(Permission::Read, thing.data.type_id);
        if !found.full.iter().chain(&found.rest).all(may) {
            return refuse(ThingRefusal::NoAccess);
        }
        self.audit_access(&mut tx, access, Action::ThingRead, ActionOutcome::Read)
            .await?;
        tx.commit().await?;
        Ok(found)
    }

    /// Reads the data of as many as are wanted whole and have room, in order up to the first that has none.
    async fn read_data(
        &self,
        tx: &mut Tx,
        found: Vec<Head>,
        wanted: ThingsWanted<'_>,
        room: &mut ThingRoom,
    ) -> Result<ThingsFound, Fault> {
        let (mut full, mut rest) = (Vec::new(), Vec::new());
        for head in found {
            if full.len() >= wanted.max_full || !rest.is_empty() {
                rest.push(thing_of(&head, String::new()));
            } else if !wanted.with_data {
                full.push(thing_of(&head, String::new()));
            } else {
                let bytes = usize::try_from(head.bytes).unwrap_or(usize::MAX);
                let left = room.bytes.checked_sub(bytes);
                room.bytes = left.unwrap_or(0);
                let sealed = match left {
                    Some(_) => table::data(tx, head.id, head.version_stamp).await?,
                    None => None,
                };
                match sealed {
                    Some(sealed) => full.push(self.opened(&head, &sealed)?),
                    None => rest.push(thing_of(&head, String::new())),
                }
            }
        }
        Ok(ThingsFound { full, rest })
    }

    /// Makes and changes things, all of them or none; answers their keys in the same order.
    pub async fn put_things(
        &self,
        access: Access,
        puts: Vec<ThingPut>,
    ) -> Outcome<Vec<ThingKey>, ThingRefusal> {
        let mut tx = self.0.store.begin().await?;
        let grant = self.held_grant(&mut tx, access).await?;
        let mut keys = Vec::with_capacity(puts.len());
        for put in puts {
            keys.push(self.put_thing(&mut tx, &grant, put).await?);
        }
        self.audit_access(&mut tx, access, Action::ThingWrite, ActionOutcome::Written)
            .await?;
        tx.commit().await?;
        Ok(keys)
    }

    async fn put_thing(
        &self,
        tx: &mut Tx,
        grant: &Grant,
        put: ThingPut,
    ) -> Outcome<ThingKey, ThingRefusal> {
        let now = self.0.ports.now();
        let touch = Touch {
            at: now,
            application: grant.access.application,
            person: grant.access.person,
        };
        let effective_at = put.effective_at.unwrap_or(now);
        let data = ThingData {
            type_id: put.type_id,
            effective_at,
            xml: put.xml,
        };
        let thing = match put.change {
            None => {
                grant.require(Permission::Create, put.type_id)?;
                Thing {
                    id: self.0.ports.id(),
                    record: grant.access.record,
                    version_stamp: self.0.ports.id(),
                    removed: false,
                    data,
                    created: touch,
                    updated: touch,
                }
            }
            Some(key) => {
                grant.require(Permission::Update, put.type_id)?;
                let before = self.current(tx, grant, key).await?;
                if before.data.type_id != put.type_id {
                    return refuse(ThingRefusal::OtherType);
                }
                Thing {
                    version_stamp: self.0.ports.id(),
                    data,
                    updated: touch,
                    ..before
                }
            }
        };
        let xml = thing.data.xml.as_bytes();
        let sealed = self
            .0
            .sealer
            .seal("thing", thing.id.as_bytes(), xml, &self.0.ports);
        table::put(tx, &head_of(&thing), &sealed).await?;
        Ok(ThingKey {
            id: thing.id,
            stamp: thing.version_stamp,
        })
    }

    /// Removes things, all of them or none.
    pub async fn remove_things(
        &self,
        access: Access,
        keys: &[ThingKey],
    ) -> Outcome<(), ThingRefusal> {
        let mut tx = self.0.store.begin().await?;
        let grant = self.held_grant(&mut tx, access).await?;
        for key in keys {
            let thing = self.current(&mut tx, &grant, *key).await?;
            grant.require(Permission::Delete, thing.data.type_id)?;
            let removed = Thing {
                removed: true,
                version_stamp: self.0.ports.id(),
                updated: Touch {
                    at: self.0.ports.now(),
                    application: access.application,
                    person: access.person,
                },
                ..thing
            };
            table::remove(&mut tx, &head_of(&removed)).await?;
        }
        self.audit_access(&mut tx, access, Action::ThingRemove, ActionOutcome::Removed)
            .await?;
        tx.commit().await?;
        Ok(())
    }

    /// What the application may do to things of each type in the person's record.
    pub async fn permissions(
        &self,
        access: Access,
        types: &[Uuid],
    ) -> Outcome<Vec<(Uuid, Vec<Permission>)>, ThingRefusal> {
        let mut tx = self.0.store.read().await?;
        let grant = self.grant(&mut tx, access).await?;
        Ok(types
            .iter()
            .map(|kind| (*kind, grant.permissions(*kind)))
            .collect())
    }

    /// Records in which something that the application may read changed since a time, the earliest change first; None
    /// where they are more than [`policy::POLL_ROWS`], of which no more are read.
    pub async fn updated_records(
        &self,
        application: ApplicationId,
        since: Option<Timestamp>,
    ) -> Result<Option<Vec<UpdatedRecord>>, Fault> {
        let since = since.map_or(Timestamp::from_micros(0), |since| {
            since - policy::POLL_OVERLAP
        });
        let mut tx = self.0.store.read().await?;
        let asked = self.application(&mut tx, application).await?.rules;
        let mut latest = BTreeMap::new();
        let mut after = Uuid::nil();
        while let Some((last, updates)) = table::updates(&mut tx, application, since, after).await?
        {
            after = last;
            for update in updates {
                let may = authorization::permissions(&update.granted, &asked, update.type_id);
                if may.contains(&Permission::Read) {
                    let UpdatedRecord { record, person, at } = update.record;
                    let known = latest.entry((record, person)).or_insert(at);
                    *known = at.max(*known);
                }
            }
            if latest.len() > policy::POLL_ROWS {
                return Ok(None);
            }
        }
        let mut records: Vec<UpdatedRecord> = latest
            .into_iter()
            .map(|((record, person), at)| UpdatedRecord { record, person, at })
            .collect();
        records.sort_by_key(|one| (one.at, one.record, one.person));
        Ok(Some(records))
    }

    async fn grant(&self, tx: &mut Tx, access: Access) -> Outcome<Grant, ThingRefusal> {
        let live =
            authorizations::live(tx, access.application, access.person, access.record).await?;
        self.granted(tx, access, live).await
    }

    /// The grant, which nobody revokes before the transaction's end: a patient who changes or ends a connection is told
    /// of every read.
    async fn held_grant(&self, tx: &mut Tx, access: Access) -> Outcome<Grant, ThingRefusal> {
        let Access {
            application,
            person,
            record,
            ..
        } = access;
        let live = authorizations::hold_live(tx, application, person, record).await?;
        self.granted(tx, access, live).await
    }

    async fn granted(
        &self,
        tx: &mut Tx,
        access: Access,
        live: Option<Authorization>,
    ) -> Outcome<Grant, ThingRefusal> {
        let Some(live) = live else {
            return refuse(ThingRefusal::NoAccess);
        };
        Ok(Grant {
            access,
            application: self.application(tx, access.application).await?,
            granted: live.rules,
        })
    }

    /// A thing of the record as it stands, if it still stands as the key says; without its data.
    async fn current(
        &self,
        tx: &mut Tx,
        grant: &Grant,
        key: ThingKey,
    ) -> Outcome<Thing, ThingRefusal> {
        match table::lock(tx, grant.access.record, key.id).await? {
            None => refuse(ThingRefusal::NotFound),
            Some(row) if row.removed => refuse(ThingRefusal::NotFound),
            Some(row) if row.version_stamp != key.stamp => refuse(ThingRefusal::StampMismatch),
            Some(row) => Ok(thing_of(&row, String::new())),
        }
    }

    fn opened(&self, head: &Head, sealed: &[u8]) -> Result<Thing, Fault> {
        let xml = self
            .0
            .sealer
            .open_text("thing", head.id.as_bytes(), sealed)
            .ok_or(Fault::Unreadable("thing"))?;
        Ok(thing_of(head, xml))
    }

    pub(crate) async fn audit_access(
        &self,
        tx: &mut Tx,
        access: Access,
        action: Action,
        outcome: ActionOutcome,
    ) -> Result<(), Fault> {
        let entry = Entry {
            application: Some(access.application),
            actor: access.actor,
            action,
            subject: Some(access.record.0),
            outcome,
        };
        self.audit(tx, entry).await
    }
}

/// What fits the filters and keys and may be read, the latest first.
async fn heads(
    tx: &mut Tx,
    grant: &Grant,
    wanted: ThingsWanted<'_>,
) -> Outcome<Vec<Head>, ThingRefusal> {
    let mut found: Vec<Head> = Vec::new();
    for filter in wanted.filters {
        let types = &filter.types;
        if types.iter().any(|kind| !grant.may(Permission::Read, *kind)) {
            return refuse(ThingRefusal::NoAccess);
        }
        found.extend(table::list(tx, grant.access.record, filter, policy::THINGS_MAX).await?);
    }
    found.retain(|head| grant.may(Permission::Read, head.type_id));
    found.sort_by_key(|head| std::cmp::Reverse((Timestamp::from(head.effective_at), head.id)));
    found.dedup_by_key(|head| head.id);
    found.truncate(policy::THINGS_MAX);
    found.retain(|head| {
        let keys = || wanted.keys.iter().filter(|key| key.id == head.id);
        keys().next().is_none() || keys().any(|key| key.stamp == head.version_stamp)
    });
    found.truncate(wanted.max);
    Ok(found)
}

fn thing_of(head: &Head, xml: String) -> Thing {
    let touch = |at: Stamp, application, person| Touch {
        at: at.into(),
        application: ApplicationId(application),
        person: PersonId(person),
    };
    Thing {
        id: head.id,
        record: RecordId(head.record_id),
        version_stamp: head.version_stamp,
        removed: head.removed,
        data: ThingData {
            type_id: head.type_id,
            effective_at: head.effective_at.into(),
            xml,
        },
        created: touch(head.created_at, head.created_by, head.created_for),
        updated: touch(head.updated_at, head.updated_by, head.updated_for),
    }
}

fn head_of(thing: &Thing) -> Head {
    Head {
        id: thing.id,
        record_id: thing.record.0,
        type_id: thing.data.type_id,
        version_stamp: thing.version_stamp,
        removed: thing.removed,
        effective_at: Stamp(thing.data.effective_at),
        bytes: i64::try_from(thing.data.xml.len()).unwrap_or(i64::MAX),
        created_at: Stamp(thing.created.at),
        created_by: thing.created.application.0,
        created_for: thing.created.person.0,
        updated_at: Stamp(thing.updated.at),
        updated_by: thing.updated.application.0,
        updated_for: thing.updated.person.0,
    }
}

/// What a person granted, with what the application asks for now.
struct Grant {
    access: Access,
    application: Application,
    granted: Vec<Rule>,
}

impl Grant {
    fn permissions(&self, type_id: Uuid) -> Vec<Permission> {
        authorization::permissions(&self.granted, &self.application.rules, type_id)
    }

    fn may(&self, permission: Permission, type_id: Uuid) -> bool {
        self.permissions(type_id).contains(&permission)
    }

    fn require(&self, permission: Permission, type_id: Uuid) -> Result<(), Failure<ThingRefusal>> {
        if self.may(permission, type_id) {
            Ok(())
        } else {
            refuse(ThingRefusal::NoAccess)
        }
    }
}
