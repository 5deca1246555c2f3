//! The new password of a person who forgot the old one, by the mailed link or digits.

use super::password_resets::{By, WRONG_DIGITS};
use crate::people::accounts::{PERSON_DOOR, SignedInPerson, of_nobody, password};
use crate::people::second_steps::PersonSignIn;
use crate::secrets::Class;
use crate::sign_in::limits::Source;
use crate::{Actor, InternalError, MailJob, Outcome, People, reject};
use domain::audit::{Action, ActionOutcome};
use domain::authenticator::six_digits;
use domain::ids::{PasswordResetId, PersonId};
use domain::password::PasswordError;
use domain::policy;
use domain::timestamp::Timestamp;
use store::Tx;
use store::password_resets::{self as table, PasswordReset};
use store::persons::{self};

/// Why no password was set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ResetRejection {
    /// Not charged.
    Typed(ResetProblem),
    Wrong {
        left: u32,
    },
    /// Used, too late, too many wrong digits, or a newer mail took its place.
    Over,
}

/// What is wrong with what was typed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ResetProblem {
    /// Not six digits.
    pub digits: bool,
    pub password: Option<PasswordError>,
}

impl People<'_> {
    /// Sets a new password by the link of a mail. The link is the proof: it says whose account it is.
    pub async fn reset_by_link(
        self,
        token: &str,
        typed: &str,
    ) -> Outcome<PersonSignIn, ResetRejection> {
        let by = By::Link(self.reset_token_digest(token));
        match self.proven_by_link(&by).await? {
            Some(reset) => self.set_forgotten(&reset, &by, typed).await,
            None => reject(ResetRejection::Over),
        }
    }

    /// Sets a new password by the digits of a mail. Wrong ones are counted, regardless of the password; a password that is
    /// refused costs no try.
    pub async fn reset_by_digits(
        self,
        id: PasswordResetId,
        digits: &str,
        typed: &str,
        source: &Source,
    ) -> Outcome<PersonSignIn, ResetRejection> {
        let Some(email) = self.forgotten_email(id).await? else {
            return self.too_late(id).await;
        };
        // The name of the account is not looked at before the digits are right: it would tell that there is one.
        let problem = password(typed, &[&email]).err();
        let (Some(digits), None) = (six_digits(digits), problem) else {
            return reject(ResetRejection::Typed(ResetProblem {
                digits: six_digits(digits).is_none(),
                password: problem,
            }));
        };
        let by = By::Digits(self.reset_digits_digest(id, &digits));
        let reset = self.compare_digits(id, &by, source).await?;
        self.set_forgotten(&reset, &by, typed).await
    }

    async fn too_late<T>(self, id: PasswordResetId) -> Outcome<T, ResetRejection> {
        let mut tx = self.store().begin().await?;
        if let Some(reset) = table::lock(&mut tx, id).await?
            && reset.tries < policy::DIGITS_TRIES
        {
            self.end_reset_within(&mut tx, id).await?;
            tx.commit().await?;
        }
        reject(ResetRejection::Over)
    }

    /// Counts wrong digits under the row's lock: many at once get no more tries than one by one.
    async fn compare_digits(
        self,
        id: PasswordResetId,
        by: &By,
        source: &Source,
    ) -> Outcome<PasswordReset, ResetRejection> {
        let now = self.ports().now();
        let mut tx = self.store().begin().await?;
        let Some(reset) = table::lock(&mut tx, id).await? else {
            return reject(ResetRejection::Over);
        };
        if reset.tries >= policy::DIGITS_TRIES {
            return reject(ResetRejection::Over);
        }
        if by.fits(&reset, now) {
            return Ok(reset);
        }
        table::count_try(&mut tx, id).await?;
        let key = self.wrong_digits_key(&reset.email);
        WRONG_DIGITS.number(&mut tx, &key, now).await?;
        self.sign_ins()
            .audit_stranger(
                &mut tx,
                of_nobody(Action::AccountResetPassword, ActionOutcome::WrongDigits),
                &source.network,
            )
            .await?;
        tx.commit().await?;
        match policy::DIGITS_TRIES - reset.tries - 1 {
            0 => reject(ResetRejection::Over),
            left => reject(ResetRejection::Wrong { left }),
        }
    }

    /// The new password. It ends all sessions, every other way to a new password and the locks after wrong ones; its
    /// owner is told by mail. A second step stays, and is still to come.
    async fn set_forgotten(
        self,
        reset: &PasswordReset,
        by: &By,
        typed: &str,
    ) -> Outcome<PersonSignIn, ResetRejection> {
        let Some((person, round)) = reset.person else {
            return reject(ResetRejection::Over);
        };
        let Some(name) = self.person(person).await?.map(|person| person.name) else {
            return reject(ResetRejection::Over);
        };
        if let Err(error) = password(typed, &[&name, &reset.email]) {
            return reject(ResetRejection::Typed(ResetProblem {
                digits: false,
                password: Some(error),
            }));
        }
        let hash = self.hasher().hash(Class::Person, typed.as_bytes()).await?;
        let now = self.ports().now();
        let mut tx = self.store().begin().await?;
        let still = persons::lock(&mut tx, person).await?;
        let still = still.filter(|still| still.round == round);
        let proven = table::lock(&mut tx, reset.id).await?;
        let (Some(_), Some(_)) = (still, proven.filter(|proven| by.fits(proven, now))) else {
            return reject(ResetRejection::Over);
        };
        let round = persons::set_password(&mut tx, person, &hash).await?;
        table::end_of_address(&mut tx, &reset.email).await?;
        let by = SignedInPerson { person, round };
        let next = self.after_password(&mut tx, by, &[]).await?;
        if matches!(next, PersonSignIn::Done(_)) {
            // With a second step, a mailbox would buy another few codes to guess.
            let account = self.sign_ins().account_at(PERSON_DOOR, &reset.email);
            self.sign_ins().clear_account(&mut tx, &account).await?;
        }
        self.tell_reset(&mut tx, person, now).await?;
        tx.commit().await?;
        Ok(next)
    }

    async fn tell_reset(
        self,
        tx: &mut Tx,
        person: PersonId,
        at: Timestamp,
    ) -> Result<(), InternalError> {
        self.outbox()
            .queue(tx, &MailJob::PasswordChanged { person, at })
            .await?;
        self.audit_account(
            tx,
            Actor::Person(person),
            Action::AccountResetPassword,
            Some(person),
            ActionOutcome::Changed,
        )
        .await
    }
}
