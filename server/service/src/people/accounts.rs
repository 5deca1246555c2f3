//! The sign-ins of people, and the rule for passwords.

use crate::audit::log::Entry;
use crate::people::second_steps::PersonSignIn;
use crate::secrets::Class;
use crate::sign_in::limits::{Holder, SignInAttempt, SignInRejection, Source};
use crate::sign_in::passwords::weakness;
use crate::{Actor, InternalError, Outcome, People, reject};
use domain::audit::{Action, ActionOutcome};
use domain::ids::PersonId;
use domain::password::PasswordError;
use domain::person::Person;
use domain::policy;
use store::Tx;
use store::persons::{self, Credentials};

/// The rule for every password: long enough, not too long to hash, and not easily guessed by anyone who knows `about`:
/// the person's name and address, the clinic's name.
pub(crate) fn password(input: &str, about: &[&str]) -> Result<(), PasswordError> {
    match input.chars().count() {
        0 => Err(PasswordError::Empty),
        count if count < *policy::PASSWORD.start() => Err(PasswordError::TooShort),
        count if count > *policy::PASSWORD.end() => Err(PasswordError::TooLong),
        _ => match weakness(input, about) {
            Some(weakness) => Err(PasswordError::Guessable(weakness)),
            None => Ok(()),
        },
    }
}

pub(crate) const PERSON_DOOR: &str = "person";

/// A person's sign-in: what a session keeps of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SignedInPerson {
    pub person: PersonId,
    /// All sessions of an earlier round were ended at once.
    pub round: i64,
}

impl People<'_> {
    /// Signs a person in, or half in where they want a second step. An unknown address takes as long as a wrong password.
    pub async fn sign_in(
        self,
        email: &str,
        password: &str,
        source: &Source,
    ) -> Outcome<PersonSignIn, SignInRejection> {
        let mut tx = self.store().read().await?;
        let found = persons::credentials_by_email(&mut tx, email).await?;
        drop(tx);
        let holder = |found: &Credentials| (Holder::Person(found.person.id), found.round);
        let attempt = SignInAttempt {
            purpose: PERSON_DOOR,
            email,
            holder: found.as_ref().map(holder),
            source,
        };
        let reserved = self.sign_ins().reserve(&attempt).await?;
        let hash = found.as_ref().map(|found| found.password_hash.as_str());
        let right = self
            .sign_ins()
            .check_password(Class::Person, &reserved, password, hash)
            .await?;
        let renewed = match hash {
            Some(hash) if right => {
                self.sign_ins()
                    .renewed_hash(Class::Person, password, hash)
                    .await
            }
            _ => None,
        };
        let mut tx = self.store().begin().await?;
        let proven = match &found {
            Some(found) if right => persons::lock(&mut tx, found.person.id)
                .await?
                .filter(|still| still.round == found.round),
            _ => None,
        };
        let (Some(proven), Some(hash)) = (proven, hash) else {
            self.sign_ins().charge(&mut tx, &reserved).await?;
            self.sign_ins()
                .audit_stranger(
                    &mut tx,
                    of_nobody(Action::AccountSignIn, ActionOutcome::WrongPair),
                    &source.network,
                )
                .await?;
            tx.commit().await?;
            return reject(SignInRejection::WrongPair);
        };
        let person = proven.person.id;
        if let Some(renewed) = renewed {
            persons::renew_hash(&mut tx, person, hash, &renewed).await?;
        }
        let by = SignedInPerson {
            person,
            round: proven.round,
        };
        let next = self.after_password(&mut tx, by, &reserved.place).await?;
        let outcome = if matches!(next, PersonSignIn::Done(_)) {
            self.sign_ins().clear(&mut tx, &reserved).await?;
            self.tell_of_new_device(&mut tx, &proven.person, source)
                .await?;
            ActionOutcome::SignedIn
        } else {
            // A right password alone clears no count: it would buy another few codes to guess.
            self.sign_ins().release(&mut tx, &reserved).await?;
            ActionOutcome::PasswordRight
        };
        self.audit_account(
            &mut tx,
            Actor::Person(person),
            Action::AccountSignIn,
            Some(person),
            outcome,
        )
        .await?;
        tx.commit().await?;
        Ok(next)
    }

    /// Whether a sign-in still counts; false once all sessions of its round were ended.
    pub async fn is_signed_in(self, by: SignedInPerson) -> Result<bool, InternalError> {
        let mut tx = self.store().read().await?;
        Ok(persons::session_round(&mut tx, by.person).await? == Some(by.round))
    }

    /// Whose session it is, in the transaction that acts, with the row's lock; None once all sessions of its round were
    /// ended.
    pub(crate) async fn still_signed_in(
        self,
        tx: &mut Tx,
        by: SignedInPerson,
    ) -> Result<Option<Person>, InternalError> {
        let found = persons::lock(tx, by.person).await?;
        Ok(found
            .filter(|found| found.round == by.round)
            .map(|found| found.person))
    }

    /// Notes a sign-out.
    pub async fn sign_out(self, person: PersonId) -> Result<(), InternalError> {
        let mut tx = self.store().begin().await?;
        self.audit_account(
            &mut tx,
            Actor::Person(person),
            Action::AccountSignOut,
            Some(person),
            ActionOutcome::SignedOut,
        )
        .await?;
        tx.commit().await?;
        Ok(())
    }

    pub async fn person(self, id: PersonId) -> Result<Option<Person>, InternalError> {
        let mut tx = self.store().read().await?;
        Ok(persons::find(&mut tx, id).await?)
    }

    pub(crate) async fn audit_account(
        self,
        tx: &mut Tx,
        actor: Actor,
        action: Action,
        subject: Option<PersonId>,
        outcome: ActionOutcome,
    ) -> Result<(), InternalError> {
        let entry = Entry {
            application: None,
            actor,
            action,
            subject: subject.map(|id| id.0),
            outcome,
        };
        self.audit().record(tx, entry).await
    }
}

/// A record of someone not known, in the installation's own chain.
pub(crate) fn of_nobody(action: Action, outcome: ActionOutcome) -> Entry {
    Entry {
        application: None,
        actor: Actor::Nobody,
        action,
        subject: None,
        outcome,
    }
}
