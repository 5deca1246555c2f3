//! What a clinic may do with a record, for the person who changes it: optional parts are switched on and off without
//! disconnecting.

use crate::audit::log::Entry;
use crate::people::accounts::SignedInPerson;
use crate::seen::Seen;
use crate::{Actor, InternalError, Outcome, Records, reject};
use domain::application::Application;
use domain::audit::{Action, ActionOutcome};
use domain::authorization::{Authorization, Part, chosen, parts};
use domain::event::{Event, EventKind};
use domain::ids::{AuthorizationId, PersonId, RecordId};
use domain::record::Record;
use serde::Serialize;
use store::{Tx, applications, authorizations, connections, events, records};

/// What a clinic may do with a record, and what else its person may let it do.
pub struct Permissions {
    pub authorization: Authorization,
    pub application: Application,
    pub record: Record,
    pub parts: Vec<Part>,
}

/// A clinic that is connected to a record.
pub struct ConnectedClinic {
    pub authorization: AuthorizationId,
    pub name: String,
    /// Its person may switch a part on or off.
    pub optional: bool,
    /// Who connected it, where that is another one who looks after the record.
    pub by: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PermissionsRejection {
    /// All sessions of their round were ended, by a new password among others.
    SignedOut,
    /// No live connection of this person.
    NotFound,
    /// The page showed something other than what holds now.
    Changed,
}

#[derive(Serialize)]
struct Shown<'a> {
    clinic: &'a str,
    record: (RecordId, &'a str),
    parts: &'a [Part],
}

impl Permissions {
    fn of(authorization: Authorization, application: Application, record: Record) -> Self {
        Self {
            parts: parts(&authorization.rules, &application.rules),
            authorization,
            application,
            record,
        }
    }
}

/// Whether a person may switch a part of what a clinic may do.
pub(crate) fn has_optional(authorization: &Authorization, application: &Application) -> bool {
    let parts = parts(&authorization.rules, &application.rules);
    parts.iter().any(|part| part.optional)
}

impl Records<'_> {
    /// What a clinic may do by a connection; None where there is no such live one of the person.
    pub async fn permissions_of(
        self,
        person: PersonId,
        id: AuthorizationId,
    ) -> Result<Option<Permissions>, InternalError> {
        let mut tx = self.store().read().await?;
        let found = authorizations::find(&mut tx, person, id).await?;
        let Some(live) = found.filter(|one| one.revoked_at.is_none()) else {
            return Ok(None);
        };
        self.permitted(&mut tx, live).await
    }

    async fn permitted(
        self,
        tx: &mut Tx,
        live: Authorization,
    ) -> Result<Option<Permissions>, InternalError> {
        let application = self.application(tx, live.application).await?;
        let record = records::find(tx, live.person, live.record).await?;
        Ok(record.map(|record| Permissions::of(live, application, record)))
    }

    /// What the page of a change shows, for its form.
    pub fn permissions_shown(self, permissions: &Permissions) -> Seen {
        let shown = Shown {
            clinic: &permissions.application.name,
            record: (permissions.record.id, &permissions.record.name),
            parts: &permissions.parts,
        };
        self.seen("permissions", &shown)
    }

    /// Switches optional parts on and off, by their names: from then on the clinic may do what is left, and is told.
    /// Where nothing differs, nothing happens.
    pub async fn change_permissions(
        self,
        by: SignedInPerson,
        id: AuthorizationId,
        on: &[String],
        seen: &Seen,
    ) -> Outcome<(), PermissionsRejection> {
        let mut tx = self.store().begin().await?;
        connections::lock_requests(&mut tx, id).await?;
        if self.people().still_signed_in(&mut tx, by).await?.is_none() {
            return reject(PermissionsRejection::SignedOut);
        }
        // A call that reads just now is waited for; the next one finds the new rules.
        let found = match authorizations::lock(&mut tx, by.person, id).await? {
            Some(live) => self.permitted(&mut tx, live).await?,
            None => None,
        };
        let Some(found) = found else {
            return reject(PermissionsRejection::NotFound);
        };
        if !seen.is(&self.permissions_shown(&found)) {
            return reject(PermissionsRejection::Changed);
        }
        let rules = chosen(&found.parts, on);
        if rules == found.authorization.rules {
            return Ok(());
        }
        authorizations::set_rules(&mut tx, id, &rules).await?;
        self.tell_of_permissions(&mut tx, &found.authorization)
            .await?;
        let application = found.application.id;
        let entry = Entry {
            application: Some(application),
            actor: Actor::Person(by.person),
            action: Action::AuthorizationChange,
            subject: Some(id.0),
            outcome: ActionOutcome::Changed,
        };
        self.audit().record(&mut tx, entry).await?;
        tx.commit().await?;
        self.applications().notify(application);
        Ok(())
    }

    /// One event for each external id: the clinic may know one record as two patients.
    async fn tell_of_permissions(
        self,
        tx: &mut Tx,
        changed: &Authorization,
    ) -> Result<(), InternalError> {
        for (external_id, _) in connections::live(tx, changed.id).await? {
            let event = Event {
                connect_request: connections::last_request(tx, changed.id, &external_id).await?,
                number: events::next_number(tx, changed.application).await?,
                kind: EventKind::PermissionsChanged,
                external_id,
                former_external_id: None,
                person: Some(changed.person),
                record: Some(changed.record),
                former_record: None,
                at: self.ports().now(),
            };
            events::insert(tx, changed.application, &event).await?;
        }
        Ok(())
    }

    /// The clinics that are connected to a record, by anyone who looks after it.
    pub async fn connected_clinics(
        self,
        person: PersonId,
        record: RecordId,
    ) -> Result<Vec<ConnectedClinic>, InternalError> {
        let mut tx = self.store().read().await?;
        let applications = applications::of_person(&mut tx, person).await?;
        let own = authorizations::list(&mut tx, person).await?.into_iter();
        let own = own.map(|authorization| (authorization, None));
        let others = authorizations::of_others(&mut tx, person)
            .await?
            .into_iter();
        let others = others.map(|(authorization, by)| (authorization, Some(by)));
        let live = own.chain(others).filter(|(one, _)| one.record == record);
        let clinic = |(authorization, by): (Authorization, Option<String>)| {
            let mut known = applications.iter();
            let application = known.find(|one| one.id == authorization.application)?;
            Some(ConnectedClinic {
                authorization: authorization.id,
                name: application.name.clone(),
                optional: by.is_none() && has_optional(&authorization, application),
                by,
            })
        };
        Ok(live.filter_map(clinic).collect())
    }
}
