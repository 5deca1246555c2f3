//! What a person lets an application do in a record.

use super::{Access, ThingRejection};
use crate::{Failure, Outcome, Records, reject};
use domain::application::{Application, Rule};
use domain::authorization::{self, Authorization};
use domain::thing::Permission;
use domain::zone::Zone;
use store::{Tx, authorizations};
use uuid::Uuid;

/// What a person granted, with what the application asks for now.
pub(super) struct Grant {
    pub(super) access: Access,
    application: Application,
    granted: Vec<Rule>,
}

impl Grant {
    pub(super) fn permissions(&self, type_id: Uuid) -> Vec<Permission> {
        authorization::permissions(&self.granted, &self.application.rules, type_id)
    }

    /// The clinic's: a day of the person's log is a day there.
    pub(super) fn zone(&self) -> Zone {
        self.application.time_zone
    }

    pub(super) fn may(&self, permission: Permission, type_id: Uuid) -> bool {
        self.permissions(type_id).contains(&permission)
    }

    pub(super) fn require(
        &self,
        permission: Permission,
        type_id: Uuid,
    ) -> Result<(), Failure<ThingRejection>> {
        if self.may(permission, type_id) {
            Ok(())
        } else {
            reject(ThingRejection::NoAccess)
        }
    }
}

impl Records<'_> {
    /// What the application may do to things of each type in the person's record.
    pub async fn permissions(
        self,
        access: Access,
        types: &[Uuid],
    ) -> Outcome<Vec<(Uuid, Vec<Permission>)>, ThingRejection> {
        let mut tx = self.store().read().await?;
        let grant = self.grant(&mut tx, access).await?;
        Ok(types
            .iter()
            .map(|kind| (*kind, grant.permissions(*kind)))
            .collect())
    }

    pub(super) async fn grant(self, tx: &mut Tx, access: Access) -> Outcome<Grant, ThingRejection> {
        let live =
            authorizations::live(tx, access.application, access.person, access.record).await?;
        self.granted(tx, access, live).await
    }

    /// The grant, which nobody revokes before the transaction's end: a patient who changes or ends a connection is told
    /// of every read.
    pub(super) async fn held_grant(
        self,
        tx: &mut Tx,
        access: Access,
    ) -> Outcome<Grant, ThingRejection> {
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
        self,
        tx: &mut Tx,
        access: Access,
        live: Option<Authorization>,
    ) -> Outcome<Grant, ThingRejection> {
        let Some(live) = live else {
            return reject(ThingRejection::NoAccess);
        };
        Ok(Grant {
            access,
            application: self.application(tx, access.application).await?,
            granted: live.rules,
        })
    }
}
