//! People who forgot their password: mailed digits, or the link of the same mail, lead to a new one.
//!
//! Nothing here tells whether an address has an account: the pages, the rows and the work are the same, and the mail alone
//! differs. An address without an account is told so by mail, once a day: a patient with two addresses would wait for
//! digits that never come.

use crate::people::accounts::{PERSON_DOOR, of_nobody};
use crate::sign_in::gauges::Window;
use crate::sign_in::limits::Source;
use crate::{Actor, Failure, InternalError, MailJob, Outcome, People, reject};
use domain::address::{self, AddressError};
use domain::audit::{Action, ActionOutcome};
use domain::ids::PasswordResetId;
use domain::policy;
use domain::timestamp::Timestamp;
use store::Tx;
use store::password_resets::{self as table, PasswordReset};
use store::persons::{self, Credentials};
use subtle::ConstantTimeEq;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AskRejection {
    Email(AddressError),
    /// Too many forgotten passwords from this network.
    SlowDown,
}

/// What proves a way to a new password.
pub(super) enum By {
    Digits(Vec<u8>),
    Link(Vec<u8>),
}

impl By {
    pub(super) fn fits(&self, reset: &PasswordReset, now: Timestamp) -> bool {
        let (digest, known) = match self {
            Self::Digits(digest) => (digest, &reset.digits_digest),
            Self::Link(digest) => (digest, &reset.token_digest),
        };
        let tries_left = matches!(self, Self::Link(_)) || reset.tries < policy::DIGITS_TRIES;
        let same = known
            .as_ref()
            .is_some_and(|known| known.ct_eq(digest).into());
        same && tries_left && now < reset.expires_at
    }
}

pub(super) const WRONG_DIGITS: Window = Window {
    length: policy::days(1),
    most: policy::RESET_WRONG_DIGITS,
};

impl People<'_> {
    /// Mails digits and a link, or, to an address without an account, a word that it has none. `before` is what the
    /// same browser waits for already: asked for the same address again, it stays, with new digits.
    pub async fn forgot_password(
        self,
        email: &str,
        before: Option<PasswordResetId>,
        source: &Source,
    ) -> Outcome<PasswordResetId, AskRejection> {
        let email = address::email(email, policy::EMAIL_MAX)
            .map_err(|error| Failure::Rejected(AskRejection::Email(error)))?;
        let mut tx = self.store().read().await?;
        let found = persons::credentials_by_email(&mut tx, &email).await?;
        drop(tx);
        let mut tx = self.store().begin().await?;
        let found = match found {
            Some(found) => persons::lock(&mut tx, found.person.id).await?,
            None => None,
        };
        let account = self.sign_ins().account_at(PERSON_DOOR, &email);
        let round = found.as_ref().map(|found| found.round);
        if !self.charge_reset(&mut tx, source, &account, round).await? {
            tx.commit().await?;
            return reject(AskRejection::SlowDown);
        }
        let waiting = match before {
            Some(id) => table::lock(&mut tx, id).await?,
            None => None,
        };
        let waiting = waiting
            .filter(|waiting| address::email_key(&waiting.email) == address::email_key(&email));
        let id = self
            .put_reset(&mut tx, &email, found.as_ref(), waiting)
            .await?;
        self.sign_ins()
            .audit_stranger(
                &mut tx,
                of_nobody(Action::AccountForgotPassword, ActionOutcome::DigitsMailed),
                &source.network,
            )
            .await?;
        tx.commit().await?;
        Ok(id)
    }

    /// The same once more for the browser that waits.
    pub async fn forgot_password_again(
        self,
        id: PasswordResetId,
        source: &Source,
    ) -> Outcome<PasswordResetId, AskRejection> {
        match self.forgotten_email(id).await? {
            Some(email) => self.forgot_password(&email, Some(id), source).await,
            None => Ok(id),
        }
    }

    /// Whether another mail for a forgotten password may be asked for from there. Anyone who is at a browser that the
    /// account was signed in to with has no limit but the account's own.
    pub(crate) async fn charge_reset(
        self,
        tx: &mut Tx,
        source: &Source,
        account: &[u8],
        round: Option<i64>,
    ) -> Result<bool, InternalError> {
        if round.is_some_and(|round| self.sign_ins().device(source).knows(account, round)) {
            return Ok(true);
        }
        let key = |kind: &str, of: &str| {
            let parts = [kind.as_bytes(), of.as_bytes()];
            self.sealer().digest("throttle", &parts)
        };
        let address = key("reset-from", &source.address);
        let network = key("reset-network", &source.network);
        let window = policy::SIGN_IN_WINDOW;
        Ok(self
            .sign_ins()
            .charge_within(tx, &address, policy::RESETS_FROM_ADDRESS, window)
            .await?
            && self
                .sign_ins()
                .charge_within(tx, &network, policy::RESETS_FROM_NETWORK, window)
                .await?)
    }

    /// Over the limit of mails, what was mailed last stays good.
    async fn put_reset(
        self,
        tx: &mut Tx,
        email: &str,
        found: Option<&Credentials>,
        waiting: Option<PasswordReset>,
    ) -> Result<PasswordResetId, InternalError> {
        let now = self.ports().now();
        let key = self.sign_ins().mail_key("reset-mail", email);
        let mailed = self
            .sign_ins()
            .charge_within(tx, &key, policy::RESET_MAILS, policy::SIGN_IN_WINDOW)
            .await?;
        if let (false, Some(waiting)) = (mailed, &waiting) {
            return Ok(waiting.id);
        }
        let id = match waiting {
            Some(waiting) => waiting.id,
            None => PasswordResetId(self.ports().id()),
        };
        let mut reset = PasswordReset {
            id,
            person: found.map(|found| (found.person.id, found.round)),
            email: email.to_owned(),
            digits_digest: None,
            token_digest: None,
            tries: 0,
            made_at: now,
            expires_at: now + policy::RESET_LIFE,
        };
        if mailed {
            table::end_of_address(tx, email).await?;
            match found {
                Some(found) => self.mail_reset(tx, found, &mut reset).await?,
                None => self.mail_no_account(tx, email).await?,
            }
        }
        table::put(tx, &reset).await?;
        Ok(id)
    }

    async fn mail_reset(
        self,
        tx: &mut Tx,
        found: &Credentials,
        reset: &mut PasswordReset,
    ) -> Result<(), InternalError> {
        let (digits, token) = (self.new_digits(), self.staff().token());
        let wrong = self.wrong_digits_key(&reset.email);
        let now = self.ports().now();
        let guessed = WRONG_DIGITS.counted(tx, &wrong, now).await? >= WRONG_DIGITS.most;
        reset.token_digest = Some(self.reset_token_digest(&token));
        reset.digits_digest = (!guessed).then(|| self.reset_digits_digest(reset.id, &digits));
        let mail = MailJob::ResetPassword {
            reset: reset.id,
            to: found.person.email.clone(),
            digits: (!guessed).then_some(digits),
            token,
        };
        self.outbox().queue(tx, &mail).await
    }

    async fn mail_no_account(self, tx: &mut Tx, email: &str) -> Result<(), InternalError> {
        let key = self.sign_ins().mail_key("no-account-mail", email);
        let most = policy::NO_ACCOUNT_MAILS;
        if self
            .sign_ins()
            .charge_within(tx, &key, most, policy::days(1))
            .await?
        {
            let to = email.to_owned();
            self.outbox().queue(tx, &MailJob::NoAccount { to }).await?;
        }
        Ok(())
    }

    pub(super) fn wrong_digits_key(self, email: &str) -> Vec<u8> {
        self.sign_ins().mail_key("reset-wrong-digits", email)
    }

    pub(super) fn reset_digits_digest(self, id: PasswordResetId, digits: &str) -> Vec<u8> {
        let parts = [id.0.as_bytes().as_slice(), digits.as_bytes()];
        self.sealer().digest("reset-digits", &parts)
    }

    pub(super) fn reset_token_digest(self, token: &str) -> Vec<u8> {
        self.sealer().digest("reset-token", &[token.as_bytes()])
    }

    /// The address that was typed, while its digits may still come.
    pub async fn forgotten_email(
        self,
        id: PasswordResetId,
    ) -> Result<Option<String>, InternalError> {
        let now = self.ports().now();
        let mut tx = self.store().read().await?;
        let found = table::find(&mut tx, id).await?;
        Ok(found
            .filter(|found| now < found.expires_at)
            .map(|found| found.email))
    }

    /// Whose password a link is for, by their address; None where the link does not work.
    pub async fn reset_link(self, token: &str) -> Result<Option<String>, InternalError> {
        let by = By::Link(self.reset_token_digest(token));
        Ok(self.proven_by_link(&by).await?.map(|reset| reset.email))
    }

    pub(super) async fn proven_by_link(
        self,
        by: &By,
    ) -> Result<Option<PasswordReset>, InternalError> {
        let By::Link(digest) = by else {
            return Ok(None);
        };
        let now = self.ports().now();
        let mut tx = self.store().read().await?;
        let Some(found) = table::find_by_token(&mut tx, digest).await? else {
            return Ok(None);
        };
        if now >= found.expires_at {
            drop(tx);
            self.end_reset(found.id).await?;
            return Ok(None);
        }
        let round = match found.person {
            Some((person, _)) => persons::session_round(&mut tx, person).await?,
            None => None,
        };
        let same = found.person.map(|(_, round)| round) == round;
        Ok(Some(found).filter(|found| same && by.fits(found, now)))
    }

    /// Recorded when it is noticed: a way whose time is over does not come back with a clock that steps back.
    async fn end_reset(self, id: PasswordResetId) -> Result<(), InternalError> {
        let mut tx = self.store().begin().await?;
        self.end_reset_within(&mut tx, id).await?;
        tx.commit().await?;
        Ok(())
    }

    pub(super) async fn end_reset_within(
        self,
        tx: &mut Tx,
        id: PasswordResetId,
    ) -> Result<(), InternalError> {
        table::end(tx, id, policy::DIGITS_TRIES).await?;
        self.audit_account(
            tx,
            Actor::Nobody,
            Action::AccountResetPassword,
            None,
            ActionOutcome::Ended,
        )
        .await
    }

    /// Whether the mail of a reset is still of use: a newer one took no place of it, and no one used it.
    pub(crate) async fn reset_waits(
        self,
        tx: &mut Tx,
        id: PasswordResetId,
        token: &str,
    ) -> Result<bool, InternalError> {
        let by = By::Link(self.reset_token_digest(token));
        let found = table::find(tx, id).await?;
        Ok(found.is_some_and(|found| by.fits(&found, self.ports().now())))
    }
}
