//! What a person chooses for themselves, and the mail about a sign-in with a new browser.

use crate::outbox::account_mails::AccountMail;
use crate::people::accounts::PERSON_DOOR;
use crate::sign_in::limits::Source;
use crate::{Actor, InternalError, MailJob, People, SignedInPerson};
use domain::audit::{Action, ActionOutcome};
use domain::ids::PersonId;
use domain::person::{Person, Preferences};
use store::{Tx, persons};

impl People<'_> {
    /// None when the account is gone.
    pub async fn preferences(self, id: PersonId) -> Result<Option<Preferences>, InternalError> {
        let mut tx = self.store().read().await?;
        Ok(persons::preferences(&mut tx, id).await?)
    }

    /// False where the session was ended.
    pub async fn set_preferences(
        self,
        by: SignedInPerson,
        chosen: Preferences,
    ) -> Result<bool, InternalError> {
        let mut tx = self.store().begin().await?;
        if self.still_signed_in(&mut tx, by).await?.is_none() {
            return Ok(false);
        }
        persons::set_preferences(&mut tx, by.person, chosen).await?;
        self.audit_account(
            &mut tx,
            Actor::Person(by.person),
            Action::AccountSetPreferences,
            Some(by.person),
            ActionOutcome::Set,
        )
        .await?;
        tx.commit().await?;
        Ok(true)
    }

    /// Queues a mail where the browser shows no earlier sign-in of the person's: it may be a stranger's.
    pub(crate) async fn tell_of_new_device(
        self,
        tx: &mut Tx,
        person: &Person,
        source: &Source,
    ) -> Result<(), InternalError> {
        let account = self.sign_ins().account_at(PERSON_DOOR, &person.email);
        if self.sign_ins().device(source).has_met(&account) {
            return Ok(());
        }
        let mail = AccountMail::NewDevice {
            person: person.id,
            device: source.browser.clone(),
            at: self.ports().now(),
        };
        self.outbox().queue(tx, &MailJob::Account(mail)).await
    }
}
