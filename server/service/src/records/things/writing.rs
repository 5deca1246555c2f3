//! Makes, changes and removes things.

use super::grant::Grant;
use super::{Access, ThingKey, ThingPut, ThingRejection, head_of, thing_of};
use crate::records::access_log::Acts;
use crate::{Outcome, Records, reject};
use domain::audit::{Action, ActionOutcome};
use domain::ids::RecordId;
use domain::thing::{Act, Permission, Thing, ThingData, Touch};
use store::things as table;
use store::{Tx, records};
use uuid::Uuid;

impl Records<'_> {
    /// Makes and changes things, all of them or none; answers their keys in the same order.
    pub async fn put_things(
        self,
        access: Access,
        puts: Vec<ThingPut>,
    ) -> Outcome<Vec<ThingKey>, ThingRejection> {
        let mut tx = self.store().begin().await?;
        let grant = self.held_grant(&mut tx, access).await?;
        let denied = |put: &&ThingPut| !grant.may(put.permission(), put.type_id);
        let denied: Vec<Uuid> = puts.iter().filter(denied).map(|put| put.type_id).collect();
        if !denied.is_empty() {
            drop(tx);
            self.note_refused(access, denied).await?;
            return reject(ThingRejection::NoAccess);
        }
        let mut keys = Vec::with_capacity(puts.len());
        let mut acts = Acts::default();
        for put in puts {
            let act = match put.change {
                None => Act::Added,
                Some(_) => Act::Changed,
            };
            acts.count(act, put.type_id);
            keys.push(self.put_thing(&mut tx, &grant, put).await?);
        }
        records::count_operations(&mut tx, access.record, keys.len()).await?;
        self.note_acts(&mut tx, access, grant.zone(), acts).await?;
        self.audit_access(&mut tx, access, Action::ThingWrite, ActionOutcome::Written)
            .await?;
        tx.commit().await?;
        Ok(keys)
    }

    async fn put_thing(
        self,
        tx: &mut Tx,
        grant: &Grant,
        put: ThingPut,
    ) -> Outcome<ThingKey, ThingRejection> {
        let now = self.ports().now();
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
            None => Thing {
                id: self.ports().id(),
                record: grant.access.record,
                version_stamp: self.ports().id(),
                removed: false,
                data,
                created: touch,
                updated: touch,
            },
            Some(key) => {
                let before = self.current(tx, grant.access.record, key).await?;
                if before.data.type_id != put.type_id {
                    return reject(ThingRejection::OtherType);
                }
                Thing {
                    version_stamp: self.ports().id(),
                    data,
                    updated: touch,
                    ..before
                }
            }
        };
        let xml = thing.data.xml.as_bytes();
        let sealed = self
            .sealer()
            .seal("thing", thing.id.as_bytes(), xml, self.ports())?;
        let client_id = put.client_id.as_deref();
        let client_id = client_id.map(|id| self.client_id_digest(thing.record, id));
        table::put(tx, &head_of(&thing), &sealed, client_id.as_deref()).await?;
        Ok(ThingKey {
            id: thing.id,
            stamp: thing.version_stamp,
        })
    }

    /// Removes things, all of them or none.
    pub async fn remove_things(
        self,
        access: Access,
        keys: &[ThingKey],
    ) -> Outcome<(), ThingRejection> {
        let mut tx = self.store().begin().await?;
        let grant = self.held_grant(&mut tx, access).await?;
        let mut acts = Acts::default();
        let mut denied = Vec::new();
        for key in keys {
            let thing = self.current(&mut tx, access.record, *key).await?;
            if !grant.may(Permission::Delete, thing.data.type_id) {
                denied.push(thing.data.type_id);
                continue;
            }
            acts.count(Act::Removed, thing.data.type_id);
            let removed = Thing {
                removed: true,
                version_stamp: self.ports().id(),
                updated: Touch {
                    at: self.ports().now(),
                    application: access.application,
                    person: access.person,
                },
                ..thing
            };
            table::remove(&mut tx, &head_of(&removed)).await?;
        }
        if !denied.is_empty() {
            drop(tx);
            self.note_refused(access, denied).await?;
            return reject(ThingRejection::NoAccess);
        }
        records::count_operations(&mut tx, access.record, keys.len()).await?;
        self.note_acts(&mut tx, access, grant.zone(), acts).await?;
        self.audit_access(&mut tx, access, Action::ThingRemove, ActionOutcome::Removed)
            .await?;
        tx.commit().await?;
        Ok(())
    }

    /// A thing of the record as it is now, if it still is as the key says; without its data.
    pub(in crate::records) async fn current(
        self,
        tx: &mut Tx,
        record: RecordId,
        key: ThingKey,
    ) -> Outcome<Thing, ThingRejection> {
        match table::lock(tx, record, key.id).await? {
            None => reject(ThingRejection::NotFound),
            Some(row) if row.removed => reject(ThingRejection::NotFound),
            Some(row) if row.version_stamp != key.stamp => reject(ThingRejection::StampMismatch),
            Some(row) => Ok(thing_of(&row, String::new())),
        }
    }
}
