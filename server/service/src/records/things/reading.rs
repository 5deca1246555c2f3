//! Reads things.

use super::grant::Grant;
use super::{Access, ThingFilter, ThingRejection, ThingRoom, ThingsFound, ThingsWanted, thing_of};
use crate::records::access_log::Acts;
use crate::{Failure, InternalError, Outcome, Records, reject};
use domain::audit::{Action, ActionOutcome};
use domain::policy;
use domain::thing::{Act, Permission, Thing};
use domain::timestamp::Timestamp;
use std::collections::BTreeMap;
use store::Tx;
use store::things::{self as table, Head};
use uuid::Uuid;

impl Records<'_> {
    /// Things that fit any of the filters, the latest first. A filter that asks for a type which may not be read is
    /// refused; one that asks for no type finds those which may. No data is read that has no room in the answer.
    pub async fn things(
        self,
        access: Access,
        wanted: ThingsWanted<'_>,
        room: &mut ThingRoom,
    ) -> Outcome<ThingsFound, ThingRejection> {
        let mut tx = self.store().read().await?;
        let grant = self.grant(&mut tx, access).await?;
        let asked = || wanted.filters.iter().flat_map(|filter| &filter.types);
        let denied = |kind: &&Uuid| !grant.may(Permission::Read, **kind);
        let denied: Vec<Uuid> = asked().filter(denied).copied().collect();
        if !denied.is_empty() {
            drop(tx);
            self.note_refused(access, denied).await?;
            return reject(ThingRejection::NoAccess);
        }
        let found = self.heads(&mut tx, &grant, wanted).await?;
        room.names = room
            .names
            .checked_sub(found.len())
            .ok_or(Failure::Rejected(ThingRejection::TooLong))?;
        let mut found = self.read_data(&mut tx, found, wanted, room).await?;
        drop(tx);
        // SQLite's one writer is held for the audit record alone, so the grant is looked at again.
        let mut tx = self.store().begin().await?;
        let grant = self.held_grant(&mut tx, access).await?;
        let may = |thing: &Thing| grant.may(Permission::Read, thing.data.type_id);
        if !found.full.iter().chain(&found.rest).all(may) {
            return reject(ThingRejection::NoAccess);
        }
        for thing in found.full.iter().chain(&found.rest) {
            let kind = thing.data.type_id;
            let permissions = &mut found.permissions;
            permissions
                .entry(kind)
                .or_insert_with(|| grant.permissions(kind));
        }
        let mut acts = Acts::default();
        for kind in asked() {
            acts.none(Act::Read, *kind);
        }
        for thing in found.full.iter().chain(&found.rest) {
            acts.count(Act::Read, thing.data.type_id);
        }
        if asked().next().is_none() && found.permissions.is_empty() {
            acts.none(Act::Read, Uuid::nil());
        }
        self.note_acts(&mut tx, access, grant.zone(), acts).await?;
        self.tell_of_first_read(&mut tx, &grant).await?;
        self.audit_access(&mut tx, access, Action::ThingRead, ActionOutcome::Read)
            .await?;
        tx.commit().await?;
        Ok(found)
    }

    /// Reads the data of as many as are wanted whole and have room, in order up to the first that has none.
    async fn read_data(
        self,
        tx: &mut Tx,
        found: Vec<Head>,
        wanted: ThingsWanted<'_>,
        room: &mut ThingRoom,
    ) -> Result<ThingsFound, InternalError> {
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
        Ok(ThingsFound {
            full,
            rest,
            permissions: BTreeMap::new(),
        })
    }

    pub(in crate::records) fn opened(
        self,
        head: &Head,
        sealed: &[u8],
    ) -> Result<Thing, InternalError> {
        let xml = self
            .sealer()
            .open_text("thing", head.id.as_bytes(), sealed)?;
        Ok(thing_of(head, xml))
    }

    /// What fits the filters and keys and may be read, the latest first.
    async fn heads(
        self,
        tx: &mut Tx,
        grant: &Grant,
        wanted: ThingsWanted<'_>,
    ) -> Result<Vec<Head>, InternalError> {
        let record = grant.access.record;
        let client_ids = wanted.client_ids.iter();
        let client_ids: Vec<Vec<u8>> = client_ids
            .map(|client_id| self.client_id_digest(record, client_id))
            .collect();
        let mut found: Vec<Head> = Vec::new();
        for filter in wanted.filters {
            let filter = ThingFilter {
                client_ids: client_ids.clone(),
                ..filter.clone()
            };
            found.extend(table::list(tx, record, &filter, policy::THINGS_MAX).await?);
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
}
