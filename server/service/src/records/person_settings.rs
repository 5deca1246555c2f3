//! What an application keeps for a person who lets it use a record: settings of its own, which no one here reads.

use crate::audit::log::Entry;
use crate::{Actor, Failure, InternalError, Outcome, Records, reject};
use domain::audit::{Action, ActionOutcome};
use domain::ids::{ApplicationId, PersonId, RecordId};
use domain::policy;
use store::{Tx, authorizations, person_settings as table};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SettingsRejection {
    /// The person lets the application use no record.
    NoAccess,
    /// More bytes than are kept.
    TooLong,
}

/// What an application keeps for a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonSettings {
    /// None where there are none.
    pub settings: Option<String>,
    /// The record that the person let the application use first.
    pub selected: RecordId,
}

const PURPOSE: &str = "person-settings";

impl Records<'_> {
    /// The settings as they were sent.
    pub async fn person_settings(
        self,
        application: ApplicationId,
        person: PersonId,
    ) -> Outcome<PersonSettings, SettingsRejection> {
        let mut tx = self.store().read().await?;
        let granted = authorizations::granted_by(&mut tx, application, person).await?;
        let Some(first) = granted.first() else {
            return reject(SettingsRejection::NoAccess);
        };
        Ok(PersonSettings {
            settings: self.settings_of(&mut tx, application, person).await?,
            selected: first.record.id,
        })
    }

    async fn settings_of(
        self,
        tx: &mut Tx,
        application: ApplicationId,
        person: PersonId,
    ) -> Result<Option<String>, InternalError> {
        let Some(sealed) = table::find(tx, application, person).await? else {
            return Ok(None);
        };
        let place = place(application, person);
        Ok(Some(self.sealer().open_text(PURPOSE, &place, &sealed)?))
    }

    /// Keeps settings in the place of those before; None removes them.
    pub async fn set_person_settings(
        self,
        application: ApplicationId,
        actor: Actor,
        person: PersonId,
        settings: Option<&str>,
    ) -> Outcome<(), SettingsRejection> {
        if settings.is_some_and(|settings| settings.len() > policy::PERSON_SETTINGS_MAX) {
            return reject(SettingsRejection::TooLong);
        }
        let mut tx = self.store().begin().await?;
        if !authorizations::hold_any(&mut tx, application, person).await? {
            return Err(Failure::Rejected(SettingsRejection::NoAccess));
        }
        let outcome = if let Some(settings) = settings {
            let (place, ports) = (place(application, person), self.ports());
            let sealed = self
                .sealer()
                .seal(PURPOSE, &place, settings.as_bytes(), ports)?;
            table::put(&mut tx, application, person, &sealed, ports.now()).await?;
            ActionOutcome::Set
        } else {
            table::remove(&mut tx, application, person).await?;
            ActionOutcome::Removed
        };
        let entry = Entry {
            application: Some(application),
            actor,
            action: Action::PersonSettingsSet,
            subject: Some(person.0),
            outcome,
        };
        self.audit().record(&mut tx, entry).await?;
        tx.commit().await?;
        Ok(())
    }
}

/// What the settings are sealed to.
fn place(application: ApplicationId, person: PersonId) -> Vec<u8> {
    [application.0.into_bytes(), person.0.into_bytes()].concat()
}
