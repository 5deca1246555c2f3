//! Whom an application may know: people who let it use their records, and its own names for them.

use crate::audit::log::Entry;
use crate::{Access, Actor, InternalError, Outcome, Records, reject};
use domain::audit::{Action, ActionOutcome};
use domain::ids::{ApplicationId, PersonId, RecordId};
use domain::policy;
use domain::staff::StaffContext;
use domain::text;
use domain::timestamp::Timestamp;
use store::alternate_ids::{self, Owner};
use store::{Tx, authorizations, connections};

pub use store::authorizations::Granted;
pub use store::connections::ConnectedPatient;

/// Which people, a page at a time.
#[derive(Clone, Copy, Debug, Default)]
pub struct PeopleFilter {
    /// Only those who come after this one.
    pub after: Option<PersonId>,
    pub since: Option<Timestamp>,
    /// At most this many; there is a limit of its own, too.
    pub limit: Option<u32>,
}

/// People with the records they let the application use, person by person.
pub struct ConnectedPeople {
    pub granted: Vec<Granted>,
    pub more: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AlternateIdRejection {
    NoAccess,
    /// Empty, too long, with a blank at an end or a sign that cannot be seen.
    Shape,
    /// The application uses it already.
    Taken,
    NotFound,
    TooMany,
}

impl Records<'_> {
    /// The records a person lets the application use, the first granted first; empty for anyone else.
    pub async fn granted_by(
        self,
        application: ApplicationId,
        person: PersonId,
    ) -> Result<Vec<Granted>, InternalError> {
        let mut tx = self.store().read().await?;
        Ok(authorizations::granted_by(&mut tx, application, person).await?)
    }

    /// People who let the application use a record.
    pub async fn connected_people(
        self,
        application: ApplicationId,
        filter: PeopleFilter,
    ) -> Result<ConnectedPeople, InternalError> {
        let limit = filter
            .limit
            .unwrap_or(policy::PERSONS_MAX)
            .clamp(1, policy::PERSONS_MAX);
        let after = filter.after.unwrap_or(PersonId(uuid::Uuid::nil()));
        let since = filter.since.unwrap_or(Timestamp::from_micros(0));
        let mut tx = self.store().read().await?;
        let mut granted =
            authorizations::granted_since(&mut tx, application, after, since, limit + 1).await?;
        let mut persons: Vec<PersonId> = granted.iter().map(|one| one.person).collect();
        persons.dedup();
        let beyond = persons.get(limit as usize).copied();
        granted.retain(|one| beyond.is_none_or(|beyond| one.person < beyond));
        Ok(ConnectedPeople {
            more: beyond.is_some(),
            granted,
        })
    }

    /// Who is connected to the clinic, for its own system. That the list left is a record.
    pub async fn export_connected(
        self,
        staff: &StaffContext,
    ) -> Result<Vec<ConnectedPatient>, InternalError> {
        let mut tx = self.store().begin().await?;
        let connected =
            connections::connected(&mut tx, staff.application, policy::EXPORT_ROWS).await?;
        let entry = Entry {
            application: Some(staff.application),
            actor: Actor::Staff(staff.staff),
            action: Action::AuthorizationExport,
            subject: None,
            outcome: ActionOutcome::Exported,
        };
        self.audit().record(&mut tx, entry).await?;
        tx.commit().await?;
        Ok(connected)
    }

    /// Gives a person and record a name of the application's own.
    pub async fn add_alternate_id(
        self,
        access: Access,
        alternate_id: &str,
    ) -> Outcome<(), AlternateIdRejection> {
        if text::id(alternate_id, policy::ALTERNATE_ID_MAX).is_err() {
            return reject(AlternateIdRejection::Shape);
        }
        let mut tx = self.store().begin().await?;
        let owner = owner(&mut tx, access).await?;
        if alternate_ids::list(&mut tx, owner).await?.len() >= policy::ALTERNATE_IDS {
            return reject(AlternateIdRejection::TooMany);
        }
        if !alternate_ids::insert(&mut tx, owner, alternate_id, self.ports().now()).await? {
            return reject(AlternateIdRejection::Taken);
        }
        self.audit_access(
            &mut tx,
            access,
            Action::AlternateIdAdd,
            ActionOutcome::Added,
        )
        .await?;
        tx.commit().await?;
        Ok(())
    }

    /// Removes a name again.
    pub async fn remove_alternate_id(
        self,
        access: Access,
        alternate_id: &str,
    ) -> Outcome<(), AlternateIdRejection> {
        let mut tx = self.store().begin().await?;
        let owner = owner(&mut tx, access).await?;
        if !alternate_ids::remove(&mut tx, owner, alternate_id).await? {
            return reject(AlternateIdRejection::NotFound);
        }
        self.audit_access(
            &mut tx,
            access,
            Action::AlternateIdRemove,
            ActionOutcome::Removed,
        )
        .await?;
        tx.commit().await?;
        Ok(())
    }

    /// The application's names for a person and record, in order.
    pub async fn alternate_ids(self, access: Access) -> Outcome<Vec<String>, AlternateIdRejection> {
        let mut tx = self.store().read().await?;
        let owner = owner(&mut tx, access).await?;
        Ok(alternate_ids::list(&mut tx, owner).await?)
    }

    /// Whom the application means by a name, with that record alone; None once they are disconnected.
    pub async fn granted_to_alternate_id(
        self,
        application: ApplicationId,
        alternate_id: &str,
    ) -> Result<Option<Granted>, InternalError> {
        let mut tx = self.store().read().await?;
        let Some(owner) = alternate_ids::find(&mut tx, application, alternate_id).await? else {
            return Ok(None);
        };
        let granted = authorizations::granted_by(&mut tx, application, owner.person).await?;
        Ok(granted
            .into_iter()
            .find(|one| one.record.id == owner.record))
    }

    /// A number for a record that is the application's alone, the same for everyone who authorizes it there.
    pub fn record_number(self, application: ApplicationId, record: RecordId) -> u64 {
        let parts = [application.0.as_bytes().as_slice(), record.0.as_bytes()];
        let digest = self.sealer().digest("record-number", &parts);
        digest
            .iter()
            .take(6)
            .fold(0, |number, byte| number << 8 | u64::from(*byte))
    }
}

async fn owner(tx: &mut Tx, access: Access) -> Outcome<Owner, AlternateIdRejection> {
    let live = authorizations::live(tx, access.application, access.person, access.record).await?;
    match live {
        Some(_) => Ok(Owner {
            application: access.application,
            person: access.person,
            record: access.record,
        }),
        None => reject(AlternateIdRejection::NoAccess),
    }
}
