//! The end of an account: clinics are disconnected at once, everything else goes two weeks later, unless the person
//! changes their mind.

use crate::outbox::account_mails::AccountMail;
use crate::people::accounts::SignedInPerson;
use crate::people::details::DetailsRejection;
use crate::sign_in::limits::Source;
use crate::{Actor, InternalError, Leaving, MailJob, Outcome, reject};
use domain::audit::{Action, ActionOutcome};
use domain::ids::PersonId;
use domain::person::Person;
use domain::policy;
use domain::record::Record;
use domain::timestamp::Timestamp;
use store::{Tx, authorizations, custodians, downloads, email_changes, persons, records};

/// Accounts that end in one round of the clean-up.
const BATCH: u32 = 20;

impl Leaving<'_> {
    /// When the account ends, where its person asked for that.
    pub async fn account_ends(self, person: PersonId) -> Result<Option<Timestamp>, InternalError> {
        let mut tx = self.store().read().await?;
        Ok(persons::ends_at(&mut tx, person).await?)
    }

    /// Asks for the end of the account: clinics are disconnected now, and told.
    pub async fn delete_account(
        self,
        by: SignedInPerson,
        password: &str,
        source: &Source,
    ) -> Outcome<(), DetailsRejection> {
        let person = self
            .people()
            .prove_own_password(by, password, source)
            .await?;
        let ends_at = self.ports().now() + policy::ACCOUNT_END;
        let mut tx = self.store().begin().await?;
        if self.people().still_signed_in(&mut tx, by).await?.is_none() {
            return reject(DetailsRejection::SignedOut);
        }
        if persons::ends_at(&mut tx, by.person).await?.is_none() {
            persons::set_end(&mut tx, by.person, Some(ends_at)).await?;
            let mail = MailJob::Account(AccountMail::AccountEnds {
                to: person.email,
                at: ends_at,
                over: false,
            });
            self.outbox().queue(&mut tx, &mail).await?;
            self.audit_deletion(
                &mut tx,
                Actor::Person(by.person),
                by.person,
                ActionOutcome::Asked,
            )
            .await?;
            tx.commit().await?;
        } else {
            drop(tx);
        }
        self.disconnect_all(by.person).await?;
        Ok(())
    }

    /// Keeps the account after all. Clinics stay disconnected until their codes are used again.
    pub async fn keep_account(self, by: SignedInPerson) -> Result<(), InternalError> {
        let mut tx = self.store().begin().await?;
        if self.people().still_signed_in(&mut tx, by).await?.is_none()
            || persons::ends_at(&mut tx, by.person).await?.is_none()
        {
            return Ok(());
        }
        persons::set_end(&mut tx, by.person, None).await?;
        self.audit_deletion(
            &mut tx,
            Actor::Person(by.person),
            by.person,
            ActionOutcome::Cancelled,
        )
        .await?;
        tx.commit().await?;
        Ok(())
    }

    /// One clinic after the other: the logs of two are never held at once.
    async fn disconnect_all(self, person: PersonId) -> Result<(), InternalError> {
        let mut tx = self.store().read().await?;
        let live = authorizations::list(&mut tx, person).await?;
        drop(tx);
        for authorization in live {
            self.people()
                .end_connection(Actor::Person(person), person, None, authorization.id)
                .await?;
        }
        Ok(())
    }

    /// Deletes the accounts whose time is over.
    pub(crate) async fn delete_ended_accounts(self, now: Timestamp) -> Result<u64, InternalError> {
        let mut tx = self.store().read().await?;
        let ended = persons::ended(&mut tx, now, BATCH).await?;
        drop(tx);
        let mut deleted = 0;
        for person in ended {
            // What was connected since, and what a process that died left connected.
            self.disconnect_all(person).await?;
            deleted += u64::from(self.delete_person(person, now).await?);
        }
        Ok(deleted)
    }

    async fn delete_person(self, id: PersonId, now: Timestamp) -> Result<bool, InternalError> {
        let mut tx = self.store().begin_long().await?;
        let Some(found) = persons::lock(&mut tx, id).await? else {
            return Ok(false);
        };
        let ends_at = persons::ends_at(&mut tx, id).await?;
        if ends_at.is_none_or(|ends_at| now < ends_at)
            || !authorizations::list(&mut tx, id).await?.is_empty()
        {
            return Ok(false);
        }
        for record in records::list(&mut tx, id).await? {
            self.leave_record(&mut tx, &found.person, &record).await?;
        }
        downloads::delete(&mut tx, id).await?;
        email_changes::delete(&mut tx, id).await?;
        persons::forget(&mut tx, id).await?;
        let mail = MailJob::Account(AccountMail::AccountEnds {
            to: found.person.email,
            at: now,
            over: true,
        });
        self.outbox().queue(&mut tx, &mail).await?;
        self.audit_deletion(&mut tx, Actor::System, id, ActionOutcome::Deleted)
            .await?;
        tx.commit().await?;
        Ok(true)
    }

    /// A record that others look after stays with them; they are told.
    async fn leave_record(
        self,
        tx: &mut Tx,
        person: &Person,
        record: &Record,
    ) -> Result<(), InternalError> {
        // With its lock, no one else leaves it meanwhile.
        records::lock(tx, person.id, record.id).await?;
        let mut others = custodians::ids(tx, record.id).await?;
        others.retain(|other| *other != person.id);
        if others.is_empty() {
            records::remove(tx, record.id).await?;
            return Ok(());
        }
        custodians::remove(tx, person.id, record.id).await?;
        for other in others {
            let mail = AccountMail::CustodianRemoved {
                person: other,
                name: person.name.clone(),
                own: false,
                record: record.name.clone(),
            };
            self.outbox().queue(tx, &MailJob::Account(mail)).await?;
        }
        Ok(())
    }

    async fn audit_deletion(
        self,
        tx: &mut Tx,
        actor: Actor,
        person: PersonId,
        outcome: ActionOutcome,
    ) -> Result<(), InternalError> {
        let action = Action::AccountDelete;
        self.people()
            .audit_account(tx, actor, action, Some(person), outcome)
            .await
    }
}
