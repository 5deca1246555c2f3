//! Things: what an application reads and writes in a record that a person lets it use, by its rules.

use super::audit::Entry;
use super::{Actor, Failure, Fault, Outcome, Services, refuse};
use crate::store::things::{self as table, Row};
use crate::store::{Stamp, Tx, authorizations};
use app::domain::application::{Application, Rule};
use app::domain::audit::{Action, ActionOutcome};
use app::domain::authorization::{self, Authorization};
use app::domain::ids::{ApplicationId, PersonId, RecordId};
use app::domain::policy;
use app::domain::thing::{Permission, Thing, ThingData, Touch};
use app::domain::timestamp::Timestamp;
use uuid::Uuid;

pub use crate::store::things::{Filter as ThingFilter, UpdatedRecord};

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

impl Services {
    /// Things that fit any of the filters, the latest first. A filter that asks for a type which may not be read is
    /// refused; one that asks for no type finds those which may.
    pub async fn things(
        &self,
        access: Access,
        filters: &[ThingFilter],
    ) -> Outcome<Vec<Thing>, ThingRefusal> {
        let mut tx = self.0.store.read().await?;
        let grant = self.grant(&mut tx, access).await?;
        let mut found: Vec<Row> = Vec::new();
        for filter in filters {
            if filter
                .types
                .iter()
                .any(|kind| !grant.may(Permission::Read, *kind))
            {
                return refuse(ThingRefusal::NoAccess);
            }
            found.extend(table::list(&mut tx, access.record, filter, policy::THINGS_MAX).await?);
        }
        drop(tx);
        found.retain(|row| grant.may(Permission::Read, row.type_id));
        found.sort_by_key(|row| std::cmp::Reverse((Timestamp::from(row.effective_at), row.id)));
        found.dedup_by_key(|row| row.id);
        found.truncate(policy::THINGS_MAX);
        let things = found
            .into_iter()
            .map(|row| self.opened(&row))
            .collect::<Result<Vec<Thing>, _>>()?;
        // SQLite's one writer is held for the audit record alone, so the grant is looked at again.
        let mut tx = self.0.store.begin().await?;
        let grant = self.held_grant(&mut tx, access).await?;
        let may = |thing: &Thing| grant.may(Permission::Read, thing.data.type_id);
        if !things.iter().all(may) {
            return refuse(ThingRefusal::NoAccess);
        }
        self.audit_access(&mut tx, access, Action::ThingRead, ActionOutcome::Read)
            .await?;
        tx.commit().await?;
        Ok(things)
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
        table::put(tx, &self.sealed(&thing)).await?;
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
            table::put(&mut tx, &self.sealed(&removed)).await?;
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

    /// Records in which something that the application may read changed since a time, the earliest change first.
    pub async fn updated_records(
        &self,
        application: ApplicationId,
        since: Option<Timestamp>,
    ) -> Result<Vec<UpdatedRecord>, Fault> {
        let since = since.map_or(Timestamp::from_micros(0), |since| {
            since - policy::POLL_OVERLAP
        });
        let mut tx = self.0.store.read().await?;
        let asked = self.application(&mut tx, application).await?.rules;
        let mut found = table::updates(&mut tx, application, since).await?;
        found.retain(|update| {
            authorization::permissions(&update.granted, &asked, update.type_id)
                .contains(&Permission::Read)
        });
        let mut records: Vec<UpdatedRecord> =
            found.into_iter().map(|update| update.record).collect();
        // The latest change of each stays.
        records.sort_by_key(|one| (one.record, one.person, std::cmp::Reverse(one.at)));
        records.dedup_by_key(|one| (one.record, one.person));
        records.sort_by_key(|one| (one.at, one.record, one.person));
        Ok(records)
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

    /// A thing of the record as it stands, if it still stands as the key says.
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
            Some(row) => Ok(self.opened(&row)?),
        }
    }

    fn opened(&self, row: &Row) -> Result<Thing, Fault> {
        let touch = |at: Stamp, application, person| Touch {
            at: at.into(),
            application: ApplicationId(application),
            person: PersonId(person),
        };
        let xml = self
            .0
            .sealer
            .open_text("thing", row.id.as_bytes(), &row.data)
            .ok_or(Fault::Unreadable("thing"))?;
        Ok(Thing {
            id: row.id,
            record: RecordId(row.record_id),
            version_stamp: row.version_stamp,
            removed: row.removed,
            data: ThingData {
                type_id: row.type_id,
                effective_at: row.effective_at.into(),
                xml,
            },
            created: touch(row.created_at, row.created_by, row.created_for),
            updated: touch(row.updated_at, row.updated_by, row.updated_for),
        })
    }

    fn sealed(&self, thing: &Thing) -> Row {
        let xml = thing.data.xml.as_bytes();
        Row {
            id: thing.id,
            record_id: thing.record.0,
            type_id: thing.data.type_id,
            version_stamp: thing.version_stamp,
            removed: thing.removed,
            effective_at: Stamp(thing.data.effective_at),
            data: self
                .0
                .sealer
                .seal("thing", thing.id.as_bytes(), xml, &self.0.ports),
            created_at: Stamp(thing.created.at),
            created_by: thing.created.application.0,
            created_for: thing.created.person.0,
            updated_at: Stamp(thing.updated.at),
            updated_by: thing.updated.application.0,
            updated_for: thing.updated.person.0,
        }
    }

    pub(super) async fn audit_access(
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
