//! A person's records and live connections, and how a connection ends.

use super::accounts::SignedInPerson;
use crate::audit::log::Entry;
use crate::outbox::account_mails::AccountMail;
use crate::{Access, Actor, InternalError, MailJob, People};
use domain::application::Application;
use domain::audit::{Action, ActionOutcome};
use domain::authorization::Authorization;
use domain::event::{Event, EventKind};
use domain::ids::{AuthorizationId, PersonId};
use domain::person::Person;
use domain::record::Record;
use store::connections::{self, EndedBy};
use store::persons::{self};
use store::{Tx, applications, authorizations, events, records};

/// A live authorization with the names a person knows it by.
pub struct Connection {
    pub authorization: Authorization,
    pub application: Application,
    pub record: Record,
    /// Another record may still be put in the place of this one.
    pub changeable: bool,
}

/// All that the account page shows.
pub struct AccountView {
    pub person: Person,
    pub records: Vec<Record>,
    pub connections: Vec<Connection>,
}

impl People<'_> {
    /// A person's records and live connections; None when the account is gone.
    pub async fn account(self, id: PersonId) -> Result<Option<AccountView>, InternalError> {
        let mut tx = self.store().read().await?;
        let Some(person) = persons::find(&mut tx, id).await? else {
            return Ok(None);
        };
        let records = records::list(&mut tx, id).await?;
        let mut connections = Vec::new();
        for authorization in authorizations::list(&mut tx, id).await? {
            connections.extend(self.connection_of(&mut tx, authorization, &records).await?);
        }
        Ok(Some(AccountView {
            person,
            records,
            connections,
        }))
    }

    /// One connection of the person, for the page after connecting; None once it is disconnected.
    pub async fn connection(
        self,
        person: PersonId,
        id: AuthorizationId,
    ) -> Result<Option<Connection>, InternalError> {
        let mut tx = self.store().read().await?;
        match authorizations::find_in_custody(&mut tx, person, id).await? {
            Some(authorization) if authorization.revoked_at.is_none() => {
                let records = records::list(&mut tx, person).await?;
                self.connection_of(&mut tx, authorization, &records).await
            }
            _ => Ok(None),
        }
    }

    async fn connection_of(
        self,
        tx: &mut Tx,
        authorization: Authorization,
        records: &[Record],
    ) -> Result<Option<Connection>, InternalError> {
        let Some(application) = applications::find(tx, authorization.application).await? else {
            return Ok(None);
        };
        let mut known = records.iter();
        let Some(record) = known.find(|record| record.id == authorization.record) else {
            return Ok(None);
        };
        Ok(Some(Connection {
            changeable: self
                .journey()
                .changeable_until(tx, authorization.id)
                .await?
                .is_some(),
            record: record.clone(),
            authorization,
            application,
        }))
    }

    /// Ends a connection of the person, or of another one who looks after the same record. Tells the application, mails a
    /// receipt; None when there is none to end, or the session was ended.
    pub async fn disconnect(
        self,
        by: SignedInPerson,
        id: AuthorizationId,
    ) -> Result<Option<Application>, InternalError> {
        let mut tx = self.store().read().await?;
        let found = authorizations::find_in_custody(&mut tx, by.person, id).await?;
        drop(tx);
        let Some(found) = found else {
            return Ok(None);
        };
        let actor = Actor::Person(by.person);
        self.end_connection(actor, found.person, Some(by), id).await
    }

    /// Ends a connection because the application gives it up; false when there is none to end.
    pub async fn give_up_connection(self, access: Access) -> Result<bool, InternalError> {
        let mut tx = self.store().read().await?;
        let live =
            authorizations::live(&mut tx, access.application, access.person, access.record).await?;
        drop(tx);
        let Some(live) = live else {
            return Ok(false);
        };
        let ended = self
            .end_connection(access.actor, access.person, None, live.id)
            .await?;
        Ok(ended.is_some())
    }

    pub(crate) async fn end_connection(
        self,
        actor: Actor,
        person: PersonId,
        session: Option<SignedInPerson>,
        id: AuthorizationId,
    ) -> Result<Option<Application>, InternalError> {
        let now = self.ports().now();
        let mut tx = self.store().begin().await?;
        connections::lock_requests(&mut tx, id).await?;
        if let Some(by) = session
            && self.still_signed_in(&mut tx, by).await?.is_none()
        {
            return Ok(None);
        }
        let Some(revoked) = authorizations::revoke(&mut tx, person, id, now).await? else {
            return Ok(None);
        };
        let application = self.application(&mut tx, revoked.application).await?;
        let mail = match actor {
            Actor::Person(other) if other != person => {
                if records::find(&mut tx, other, revoked.record)
                    .await?
                    .is_none()
                {
                    return Ok(None);
                }
                MailJob::Account(AccountMail::DisconnectedFor {
                    person,
                    application: application.id,
                    by: other,
                })
            }
            _ => MailJob::Disconnected {
                person,
                application: application.id,
            },
        };
        self.outbox().queue(&mut tx, &mail).await?;
        let (by, outcome) = match actor {
            Actor::Person(_) => (EndedBy::Person, ActionOutcome::Disconnected),
            _ => (EndedBy::Application, ActionOutcome::GivenUp),
        };
        // One for each external id: the clinic may know one record as two patients.
        for external_id in connections::end(&mut tx, application.id, id, by, now).await? {
            let event = Event {
                connect_request: connections::last_request(&mut tx, id, &external_id).await?,
                number: events::next_number(&mut tx, application.id).await?,
                kind: EventKind::Disconnected,
                external_id,
                former_external_id: None,
                person: Some(person),
                record: Some(revoked.record),
                former_record: None,
                at: now,
            };
            events::insert(&mut tx, application.id, &event).await?;
        }
        let entry = Entry {
            application: Some(application.id),
            actor,
            action: Action::AuthorizationDisconnect,
            subject: Some(id.0),
            outcome,
        };
        self.audit().record(&mut tx, entry).await?;
        tx.commit().await?;
        self.applications().notify(application.id);
        Ok(Some(application))
    }
}
