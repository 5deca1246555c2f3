//! What a person lets an application do in a record.

use super::{Access, ThingRejection};
use crate::outbox::account_mails::AccountMail;
use crate::{InternalError, MailJob, Outcome, Records, reject};
use domain::application::{Application, Rule};
use domain::authorization;
use domain::ids::AuthorizationId;
use domain::thing::Permission;
use domain::zone::Zone;
use store::Tx;
use store::authorizations::{self, Held};
use uuid::Uuid;

/// What a person granted, with what the application asks for now.
pub(super) struct Grant {
    pub(super) access: Access,
    application: Application,
    granted: Vec<Rule>,
    id: AuthorizationId,
    read_before: bool,
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
        // What is not held notes nothing.
        let live = live.map(|authorization| Held {
            authorization,
            read_before: true,
        });
        self.granted(tx, access, live).await
    }

    /// The grant, which no one revokes before the transaction's end: a patient who changes or ends a connection is told
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

    /// Has the person told at once, by mail, that the application has read the record for the first time.
    pub(super) async fn tell_of_first_read(
        self,
        tx: &mut Tx,
        grant: &Grant,
    ) -> Result<(), InternalError> {
        let now = self.ports().now();
        if grant.read_before || !authorizations::note_first_read(tx, grant.id, now).await? {
            return Ok(());
        }
        let mail = MailJob::Account(AccountMail::FirstRead {
            person: grant.access.person,
            application: grant.access.application,
            authorization: grant.id,
        });
        self.outbox().queue(tx, &mail).await
    }

    async fn granted(
        self,
        tx: &mut Tx,
        access: Access,
        live: Option<Held>,
    ) -> Outcome<Grant, ThingRejection> {
        let Some(live) = live else {
            return reject(ThingRejection::NoAccess);
        };
        Ok(Grant {
            access,
            application: self.application(tx, access.application).await?,
            id: live.authorization.id,
            granted: live.authorization.rules,
            read_before: live.read_before,
        })
    }
}
