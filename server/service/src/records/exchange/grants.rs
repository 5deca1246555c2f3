//! What all the people of a record let an application do in it: each of them for all, and the first who did is acted for.

use crate::records::things::Access;
use crate::records::things::grant::Grant;
use crate::{Actor, InternalError, Outcome, Records, ThingRejection};
use domain::ids::{ApplicationId, PersonId, RecordId};
use domain::thing::Permission;
use store::Tx;
use store::authorizations::Held;
use store::exchange as table;
use uuid::Uuid;

/// The live grants of one record, the first granted first; at least one.
pub(super) struct Grants(Vec<Grant>);

impl Grants {
    /// The grant that lets the application do this, the first one given.
    pub fn that(&self, permission: Permission, type_id: Uuid) -> Option<&Grant> {
        self.0.iter().find(|grant| grant.may(permission, type_id))
    }

    pub fn may(&self, permission: Permission, type_id: Uuid) -> bool {
        self.that(permission, type_id).is_some()
    }

    /// The one that was given first.
    pub fn first(&self) -> Option<&Grant> {
        self.0.first()
    }

    /// The grants that let these types be read.
    pub fn that_read<'a>(&'a self, types: &'a [Uuid]) -> impl Iterator<Item = &'a Grant> {
        let reads = |grant: &&Grant| types.iter().any(|kind| grant.may(Permission::Read, *kind));
        self.0.iter().filter(reads)
    }
}

impl Records<'_> {
    /// What the application may do in a record now; None where it is not connected to it.
    pub(super) async fn grants(
        self,
        tx: &mut Tx,
        application: ApplicationId,
        record: RecordId,
    ) -> Result<Option<Grants>, InternalError> {
        let live = table::live(tx, application, record).await?;
        self.grants_of(tx, application, record, live).await
    }

    /// The same, and no one revokes it before the transaction's end.
    pub(super) async fn held_grants(
        self,
        tx: &mut Tx,
        application: ApplicationId,
        record: RecordId,
    ) -> Result<Option<Grants>, InternalError> {
        let live = table::hold_live(tx, application, record).await?;
        self.grants_of(tx, application, record, live).await
    }

    async fn grants_of(
        self,
        tx: &mut Tx,
        application: ApplicationId,
        record: RecordId,
        live: Vec<Held>,
    ) -> Result<Option<Grants>, InternalError> {
        let mut grants = Vec::with_capacity(live.len());
        for held in live {
            let access = access(application, held.authorization.person, record);
            let granted: Outcome<Grant, ThingRejection> =
                self.granted(tx, access, Some(held)).await;
            match granted {
                Ok(grant) => grants.push(grant),
                Err(crate::Failure::Internal(fault)) => return Err(fault),
                Err(crate::Failure::Rejected(_)) => {}
            }
        }
        Ok((!grants.is_empty()).then_some(Grants(grants)))
    }
}

fn access(application: ApplicationId, person: PersonId, record: RecordId) -> Access {
    Access {
        application,
        actor: Actor::Application(application),
        person,
        record,
    }
}
