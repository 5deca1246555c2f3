//! A person changes their own name, password and address. Both addresses hear of a change of address, and the old one
//! gets a link that undoes it.

use crate::outbox::account_mails::AccountMail;
use crate::people::accounts::{PERSON_DOOR, SignedInPerson, password};
use crate::secrets::Class;
use crate::sign_in::limits::{Holder, SignInAttempt, SignInRejection, Source};
use crate::{Actor, Failure, InternalError, MailJob, Outcome, People, reject};
use domain::address::{self, AddressError};
use domain::audit::{Action, ActionOutcome};
use domain::authenticator::six_digits;
use domain::ids::PersonId;
use domain::password::PasswordError;
use domain::person::Person;
use domain::policy;
use domain::text::{self, TextError};
use domain::timestamp::Timestamp;
use store::email_changes::{self as table, EmailChange};
use store::{Tx, persons};
use subtle::ConstantTimeEq;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DetailsRejection {
    Name(TextError),
    /// The password that they have now.
    Old(SignInRejection),
    New(PasswordError),
    Email(AddressError),
    /// The address that they have.
    SameEmail,
    /// Enough digits were mailed: not before then.
    TooMany {
        until: Timestamp,
    },
    SignedOut,
}

/// Why digits did not change the address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DigitsRejection {
    NotDigits,
    Wrong {
        left: u32,
    },
    /// Too many wrong ones, too late, or none were asked for.
    Over,
    SignedOut,
}

impl People<'_> {
    /// Another name for the person.
    pub async fn change_name(
        self,
        by: SignedInPerson,
        typed: &str,
    ) -> Outcome<String, DetailsRejection> {
        let name = text::line(typed, policy::NAME_MAX)
            .map_err(|error| Failure::Rejected(DetailsRejection::Name(error)))?;
        let mut tx = self.store().begin().await?;
        if self.still_signed_in(&mut tx, by).await?.is_none() {
            return reject(DetailsRejection::SignedOut);
        }
        persons::set_name(&mut tx, by.person, &name).await?;
        self.audit_account(
            &mut tx,
            Actor::Person(by.person),
            Action::AccountChangeName,
            Some(by.person),
            ActionOutcome::Renamed,
        )
        .await?;
        tx.commit().await?;
        Ok(name)
    }

    /// Another password. All other sessions end; answers the sign-in that this one continues with.
    pub async fn change_own_password(
        self,
        by: SignedInPerson,
        old: &str,
        new: &str,
        source: &Source,
    ) -> Outcome<SignedInPerson, DetailsRejection> {
        let person = self.prove_own_password(by, old, source).await?;
        password(new, &[&person.name, &person.email])
            .map_err(|error| Failure::Rejected(DetailsRejection::New(error)))?;
        let hash = self.hasher().hash_password(Class::Person, new).await?;
        let mut tx = self.store().begin().await?;
        if self.still_signed_in(&mut tx, by).await?.is_none() {
            return reject(DetailsRejection::SignedOut);
        }
        let round = persons::set_password(&mut tx, by.person, &hash).await?;
        let notice = MailJob::PasswordChanged {
            person: by.person,
            at: self.ports().now(),
        };
        self.outbox().queue(&mut tx, &notice).await?;
        self.audit_account(
            &mut tx,
            Actor::Person(by.person),
            Action::AccountChangePassword,
            Some(by.person),
            ActionOutcome::Changed,
        )
        .await?;
        tx.commit().await?;
        Ok(SignedInPerson {
            person: by.person,
            round,
        })
    }

    /// Whether it is they who ask. A wrong password costs what it costs when signing in.
    pub(crate) async fn prove_own_password(
        self,
        by: SignedInPerson,
        typed: &str,
        source: &Source,
    ) -> Outcome<Person, DetailsRejection> {
        let mut tx = self.store().read().await?;
        let email = persons::find(&mut tx, by.person).await?;
        let Some(email) = email.map(|person| person.email) else {
            return reject(DetailsRejection::SignedOut);
        };
        let found = persons::credentials_by_email(&mut tx, &email).await?;
        drop(tx);
        let Some(found) = found.filter(|found| found.round == by.round) else {
            return reject(DetailsRejection::SignedOut);
        };
        let attempt = SignInAttempt {
            purpose: PERSON_DOOR,
            email: &email,
            holder: Some((Holder::Person(by.person), found.round)),
            source,
        };
        let reserved = self.sign_ins().reserve(&attempt).await;
        let reserved = reserved.map_err(|failure| failure.map(DetailsRejection::Old))?;
        let hash = Some(found.password_hash.as_str());
        let right = self
            .sign_ins()
            .check_password(Class::Person, &reserved, typed, hash)
            .await?;
        let mut tx = self.store().begin().await?;
        if right {
            self.sign_ins().clear(&mut tx, &reserved).await?;
        } else {
            self.sign_ins().charge(&mut tx, &reserved).await?;
            self.audit_account(
                &mut tx,
                Actor::Person(by.person),
                Action::AccountSignIn,
                Some(by.person),
                ActionOutcome::WrongPassword,
            )
            .await?;
        }
        tx.commit().await?;
        if right {
            Ok(found.person)
        } else {
            reject(DetailsRejection::Old(SignInRejection::WrongPair))
        }
    }

    /// Begins the change of the address: mails digits to the new one, or, where that has an account, a word that it has.
    /// Both look the same.
    pub async fn start_email_change(
        self,
        by: SignedInPerson,
        typed: &str,
        password: &str,
        source: &Source,
    ) -> Outcome<(), DetailsRejection> {
        let email = address::email(typed, policy::EMAIL_MAX)
            .map_err(|error| Failure::Rejected(DetailsRejection::Email(error)))?;
        let person = self.prove_own_password(by, password, source).await?;
        if address::email_key(&person.email) == address::email_key(&email) {
            return reject(DetailsRejection::SameEmail);
        }
        let mut tx = self.store().begin().await?;
        if self.still_signed_in(&mut tx, by).await?.is_none() {
            return reject(DetailsRejection::SignedOut);
        }
        if let Some(until) = self.charge_digits_mail(&mut tx, &email, source).await? {
            return reject(DetailsRejection::TooMany { until });
        }
        let until = self.ports().now() + policy::DIGITS_LIFE;
        let id = self.ports().id();
        let known = persons::find_by_email(&mut tx, &email).await?.is_some();
        let digits = self.new_digits();
        let digest = self.email_digits_digest(by.person, &email, &digits);
        let mail = if known {
            MailJob::KnownAddress { to: email.clone() }
        } else {
            MailJob::Account(AccountMail::EmailDigits {
                to: email.clone(),
                digits,
                until,
            })
        };
        self.outbox().queue(&mut tx, &mail).await?;
        let change = EmailChange {
            id,
            person: by.person,
            old_email: person.email,
            new_email: email,
            digits_digest: (!known).then_some(digest),
            tries: 0,
            expires_at: until,
            undo_digest: None,
        };
        table::begin(&mut tx, &change).await?;
        self.audit_account(
            &mut tx,
            Actor::Person(by.person),
            Action::AccountChangeEmail,
            Some(by.person),
            ActionOutcome::DigitsMailed,
        )
        .await?;
        tx.commit().await?;
        Ok(())
    }

    fn email_digits_digest(self, person: PersonId, email: &str, digits: &str) -> Vec<u8> {
        let parts = [
            person.0.as_bytes().as_slice(),
            email.as_bytes(),
            digits.as_bytes(),
        ];
        self.sealer().digest("email-digits", &parts)
    }

    /// The new address that waits for its digits.
    pub async fn waiting_email(self, person: PersonId) -> Result<Option<String>, InternalError> {
        let now = self.ports().now();
        let mut tx = self.store().read().await?;
        let waiting = table::waiting(&mut tx, person).await?;
        let waiting =
            waiting.filter(|one| now < one.expires_at && one.tries < policy::DIGITS_TRIES);
        Ok(waiting.map(|waiting| waiting.new_email))
    }

    /// Forgets a change that waits.
    pub async fn stop_email_change(self, by: SignedInPerson) -> Result<(), InternalError> {
        let mut tx = self.store().begin().await?;
        if self.still_signed_in(&mut tx, by).await?.is_none() {
            return Ok(());
        }
        table::stop(&mut tx, by.person).await?;
        self.audit_account(
            &mut tx,
            Actor::Person(by.person),
            Action::AccountChangeEmail,
            Some(by.person),
            ActionOutcome::Cancelled,
        )
        .await?;
        tx.commit().await?;
        Ok(())
    }

    /// Changes the address, once the digits are right. Both addresses are told.
    pub async fn confirm_email_change(
        self,
        by: SignedInPerson,
        typed: &str,
    ) -> Outcome<(), DigitsRejection> {
        let Some(digits) = six_digits(typed) else {
            return reject(DigitsRejection::NotDigits);
        };
        let now = self.ports().now();
        let mut tx = self.store().begin().await?;
        if self.still_signed_in(&mut tx, by).await?.is_none() {
            return reject(DigitsRejection::SignedOut);
        }
        let Some(change) = table::waiting(&mut tx, by.person).await? else {
            return reject(DigitsRejection::Over);
        };
        if now >= change.expires_at || change.tries >= policy::DIGITS_TRIES {
            return reject(DigitsRejection::Over);
        }
        let digest = self.email_digits_digest(by.person, &change.new_email, &digits);
        let known = change.digits_digest.as_ref();
        let right = known.is_some_and(|known| known.ct_eq(&digest).into());
        if !right {
            table::count_try(&mut tx, change.id).await?;
            self.audit_email(&mut tx, by.person, ActionOutcome::WrongDigits)
                .await?;
            tx.commit().await?;
            return match policy::DIGITS_TRIES - change.tries - 1 {
                0 => reject(DigitsRejection::Over),
                left => reject(DigitsRejection::Wrong { left }),
            };
        }
        if !persons::set_email(&mut tx, by.person, &change.new_email).await? {
            return reject(DigitsRejection::Over);
        }
        let token = self.staff().token();
        let until = now + policy::EMAIL_UNDO;
        table::done(&mut tx, change.id, &self.undo_digest(&token), until).await?;
        let (old, new) = (change.old_email, change.new_email);
        for mail in [
            MailJob::Account(AccountMail::EmailChanged {
                to: old,
                new: new.clone(),
                at: now,
                token: Some(token),
            }),
            MailJob::Account(AccountMail::EmailChanged {
                to: new.clone(),
                new,
                at: now,
                token: None,
            }),
        ] {
            self.outbox().queue(&mut tx, &mail).await?;
        }
        self.audit_email(&mut tx, by.person, ActionOutcome::Changed)
            .await?;
        tx.commit().await?;
        Ok(())
    }

    async fn audit_email(
        self,
        tx: &mut Tx,
        person: PersonId,
        outcome: ActionOutcome,
    ) -> Result<(), InternalError> {
        self.audit_account(
            tx,
            Actor::Person(person),
            Action::AccountChangeEmail,
            Some(person),
            outcome,
        )
        .await
    }

    fn undo_digest(self, token: &str) -> Vec<u8> {
        self.sealer().digest("undo-email", &[token.as_bytes()])
    }

    /// The address that a link brings back; None where the link does not work.
    pub async fn undoes(self, token: &str) -> Result<Option<String>, InternalError> {
        let now = self.ports().now();
        let mut tx = self.store().read().await?;
        let change = table::of_link(&mut tx, &self.undo_digest(token)).await?;
        let change = change.filter(|change| now < change.expires_at);
        Ok(change.map(|change| change.old_email))
    }

    /// Brings the old address back and ends all sessions: someone else may have changed it. False where the link does not
    /// work any more, or the address has another account by now.
    pub async fn undo_email_change(self, token: &str) -> Result<bool, InternalError> {
        let now = self.ports().now();
        let mut tx = self.store().begin().await?;
        let change = table::of_link(&mut tx, &self.undo_digest(token)).await?;
        let Some(change) = change.filter(|change| now < change.expires_at) else {
            return Ok(false);
        };
        if persons::lock(&mut tx, change.person).await?.is_none()
            || !persons::set_email(&mut tx, change.person, &change.old_email).await?
        {
            return Ok(false);
        }
        persons::end_sessions(&mut tx, change.person).await?;
        table::undone(&mut tx, &change).await?;
        self.audit_account(
            &mut tx,
            Actor::Nobody,
            Action::AccountUndoEmail,
            Some(change.person),
            ActionOutcome::Changed,
        )
        .await?;
        tx.commit().await?;
        Ok(true)
    }
}
