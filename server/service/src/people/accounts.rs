//! People's accounts: made with mailed digits, signed in to, their records and connections.

use crate::audit::log::Entry;
use crate::journey::entry::Flow;
use crate::outbox::account_mails::AccountMail;
use crate::secrets::Class;
use crate::sign_in::limits::{Holder, SignInAttempt, SignInRejection, Source};
use crate::sign_in::passwords::weakness;
use crate::{Access, Actor, InternalError, MailJob, Outcome, People, reject};
use domain::address::{self, AddressError};
use domain::application::Application;
use domain::audit::{Action, ActionOutcome};
use domain::authenticator::six_digits;
use domain::authorization::Authorization;
use domain::event::{Event, EventKind};
use domain::ids::{AuthorizationId, PersonId, SignUpId};
use domain::password::PasswordError;
use domain::person::Person;
use domain::policy;
use domain::record::Record;
use domain::text::{self, TextError};
use domain::timestamp::Timestamp;
use store::connections::{self, EndedBy};
use store::persons::{self, Credentials};
use store::sign_ups::{self, SignUp};
use store::{Tx, applications, authorizations, events, records};
use subtle::ConstantTimeEq;

/// What is wrong with the details of a new account.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SignUpProblem {
    pub name: Option<TextError>,
    pub email: Option<AddressError>,
    pub password: Option<PasswordError>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignUpRejection {
    Invalid(SignUpProblem),
    /// Enough were begun from the network, or wait for the mailbox: not before then.
    TooMany {
        until: Timestamp,
    },
}

/// What became of the wish for new digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resent {
    Mailed,
    /// Enough mails went out: those before stay good, and there are no new ones before then.
    TooMany {
        until: Timestamp,
    },
    /// Nothing waits for digits any more.
    Gone,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConfirmRejection {
    /// Not six digits; not charged.
    NotDigits,
    Wrong {
        left: u32,
    },
    /// Too many wrong ones, or too late: new digits are needed.
    Over,
}

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
    /// Starts an account: mails digits, or, to an address that has an account, a word that it has.
    /// Both take as long and look the same. `flow` is the way that the browser is on.
    pub async fn start_sign_up(
        self,
        name: &str,
        email: &str,
        password: &str,
        flow: Option<&Flow>,
        source: &Source,
    ) -> Outcome<SignUpId, SignUpRejection> {
        let fields = (
            text::line(name, policy::NAME_MAX),
            address::email(email, policy::EMAIL_MAX),
            self::password(password, &[name, email]),
        );
        let (name, email) = match fields {
            (Ok(name), Ok(email), Ok(())) => (name, email),
            (name, email, password) => {
                return reject(SignUpRejection::Invalid(SignUpProblem {
                    name: name.err(),
                    email: email.err(),
                    password: password.err(),
                }));
            }
        };
        let place = self.charge_sign_up(&email, source).await?;
        let hashed = self.hasher().hash_password(Class::SignUp, password);
        let password_hash = match hashed.await {
            Ok(hash) => hash,
            Err(busy) => {
                self.release_sign_up(&place).await?;
                return Err(busy.into());
            }
        };
        let id = SignUpId(self.ports().id());
        let mut tx = self.store().begin().await?;
        let now = self.ports().now();
        self.room_for_sign_up(&mut tx, &place, now).await?;
        let mut sign_up = SignUp {
            id,
            name,
            email,
            password_hash,
            digits_digest: None,
            token_digest: None,
            flow: self.seal_flow_of_sign_up(id, flow)?,
            tries: 0,
            made_at: now,
            expires_at: now + policy::DIGITS_LIFE,
        };
        match self.mail_digits(&mut tx, &mut sign_up, source).await? {
            DigitsMail::Sent => {}
            // An account whose mail does not come would wait for nothing.
            DigitsMail::TooMany { until } => return reject(SignUpRejection::TooMany { until }),
        }
        sign_ups::insert(&mut tx, &sign_up, &place).await?;
        self.sign_ins()
            .audit_stranger(
                &mut tx,
                of_nobody(Action::AccountStart, ActionOutcome::DigitsMailed),
                &source.network,
            )
            .await?;
        tx.commit().await?;
        Ok(id)
    }

    /// New digits for an account that waits; at most a few mails a mailbox and network in a quarter of an hour.
    pub async fn resend_digits(
        self,
        id: SignUpId,
        source: &Source,
    ) -> Result<Resent, InternalError> {
        let mut tx = self.store().begin().await?;
        let Some(mut sign_up) = sign_ups::lock(&mut tx, id).await? else {
            return Ok(Resent::Gone);
        };
        match self.mail_digits(&mut tx, &mut sign_up, source).await? {
            DigitsMail::Sent => {}
            DigitsMail::TooMany { until } => return Ok(Resent::TooMany { until }),
        }
        // To an address that has an account no digits go, and it looks the same.
        sign_up.expires_at = self.ports().now() + policy::DIGITS_LIFE;
        sign_ups::renew(&mut tx, &sign_up).await?;
        self.sign_ins()
            .audit_stranger(
                &mut tx,
                of_nobody(Action::AccountResendDigits, ActionOutcome::DigitsMailed),
                &source.network,
            )
            .await?;
        tx.commit().await?;
        Ok(Resent::Mailed)
    }

    /// Mails digits, or to an address that has an account a word that it has, within the limits of both mailbox and
    /// network.
    async fn mail_digits(
        self,
        tx: &mut Tx,
        sign_up: &mut SignUp,
        source: &Source,
    ) -> Result<DigitsMail, InternalError> {
        if let Some(until) = self.charge_digits_mail(tx, &sign_up.email, source).await? {
            return Ok(DigitsMail::TooMany { until });
        }
        let to = sign_up.email.clone();
        if persons::find_by_email(tx, &sign_up.email).await?.is_some() {
            (sign_up.digits_digest, sign_up.token_digest) = (None, None);
            self.outbox()
                .queue(tx, &MailJob::KnownAddress { to })
                .await?;
            return Ok(DigitsMail::Sent);
        }
        let (digits, token) = (self.new_digits(), self.staff().token());
        sign_up.digits_digest = Some(self.digits_digest(sign_up.id, &digits));
        sign_up.token_digest = Some(self.sign_up_token_digest(&token));
        let until = self.ports().now() + policy::DIGITS_LIFE;
        let mail = MailJob::Digits {
            to,
            digits,
            token: Some(token),
            until,
        };
        self.outbox().queue(tx, &mail).await?;
        Ok(DigitsMail::Sent)
    }

    /// Digits to be mailed.
    pub(crate) fn new_digits(self) -> String {
        (0..policy::DIGITS)
            .map(|_| self.ports().below(10).to_string())
            .collect()
    }

    pub(crate) fn digits_digest(self, id: SignUpId, digits: &str) -> Vec<u8> {
        self.sealer()
            .digest("digits", &[id.0.as_bytes(), digits.as_bytes()])
    }

    /// The address that digits were mailed to, while they may still come.
    pub async fn sign_up_email(self, id: SignUpId) -> Result<Option<String>, InternalError> {
        let mut tx = self.store().read().await?;
        Ok(sign_ups::find(&mut tx, id)
            .await?
            .map(|sign_up| sign_up.email))
    }

    /// Makes the person, once the digits are right.
    pub async fn confirm_sign_up(
        self,
        id: SignUpId,
        digits: &str,
        source: &Source,
    ) -> Outcome<SignedInPerson, ConfirmRejection> {
        let Some(digits) = six_digits(digits) else {
            return reject(ConfirmRejection::NotDigits);
        };
        let now = self.ports().now();
        let mut tx = self.store().begin().await?;
        let Some(sign_up) = sign_ups::lock(&mut tx, id).await? else {
            return reject(ConfirmRejection::Over);
        };
        if sign_up.tries >= policy::DIGITS_TRIES {
            return reject(ConfirmRejection::Over);
        }
        if now >= sign_up.expires_at {
            // Recorded when it is noticed: these digits do not come back with a clock that steps back.
            sign_ups::spend_tries(&mut tx, id, policy::DIGITS_TRIES).await?;
            self.audit_account(
                &mut tx,
                Actor::Nobody,
                Action::AccountConfirm,
                None,
                ActionOutcome::Ended,
            )
            .await?;
            tx.commit().await?;
            return reject(ConfirmRejection::Over);
        }
        let digest = self.digits_digest(id, &digits);
        let right = sign_up
            .digits_digest
            .as_ref()
            .is_some_and(|known| known.ct_eq(&digest).into());
        if !right {
            sign_ups::count_try(&mut tx, id).await?;
            self.sign_ins()
                .audit_stranger(
                    &mut tx,
                    of_nobody(Action::AccountConfirm, ActionOutcome::WrongDigits),
                    &source.network,
                )
                .await?;
            tx.commit().await?;
            return match policy::DIGITS_TRIES - sign_up.tries - 1 {
                0 => reject(ConfirmRejection::Over),
                left => reject(ConfirmRejection::Wrong { left }),
            };
        }
        let Some(by) = self.make_person(&mut tx, sign_up, now).await? else {
            return reject(ConfirmRejection::Over);
        };
        tx.commit().await?;
        Ok(by)
    }

    /// Signs a person in. An unknown address takes as long as a wrong password.
    pub async fn sign_in(
        self,
        email: &str,
        password: &str,
        source: &Source,
    ) -> Outcome<SignedInPerson, SignInRejection> {
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
        self.sign_ins().clear(&mut tx, &reserved).await?;
        if let Some(renewed) = renewed {
            persons::renew_hash(&mut tx, person, hash, &renewed).await?;
        }
        self.tell_of_new_device(&mut tx, &proven.person, source)
            .await?;
        self.audit_account(
            &mut tx,
            Actor::Person(person),
            Action::AccountSignIn,
            Some(person),
            ActionOutcome::SignedIn,
        )
        .await?;
        tx.commit().await?;
        Ok(SignedInPerson {
            person,
            round: proven.round,
        })
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

/// What became of a mail with digits.
enum DigitsMail {
    /// With what it holds in the waiting account; with neither where the address has an account already.
    Sent,
    TooMany {
        until: Timestamp,
    },
}

/// A record of somebody not known, in the installation's own chain.
pub(crate) fn of_nobody(action: Action, outcome: ActionOutcome) -> Entry {
    Entry {
        application: None,
        actor: Actor::Nobody,
        action,
        subject: None,
        outcome,
    }
}
