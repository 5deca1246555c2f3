//! New accounts of people: started with a name, an email address and a password, confirmed by mailed digits.

use super::accounts::{SignedInPerson, of_nobody, password};
use crate::journey::entry::Flow;
use crate::secrets::Class;
use crate::sign_in::limits::Source;
use crate::{Actor, InternalError, MailJob, Outcome, People, reject};
use domain::address::{self, AddressError};
use domain::audit::{Action, ActionOutcome};
use domain::authenticator::six_digits;
use domain::ids::SignUpId;
use domain::password::PasswordError;
use domain::policy;
use domain::text::{self, TextError};
use domain::timestamp::Timestamp;
use store::Tx;
use store::persons::{self};
use store::sign_ups::{self, SignUp};
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

/// The result of a request for new digits.
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
}

/// The result of asking for a mail with digits.
enum DigitsMail {
    /// With what it holds in the waiting account; with neither where the address has an account already.
    Sent,
    TooMany {
        until: Timestamp,
    },
}
