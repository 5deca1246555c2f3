//! An account that is finished in another browser than it was begun in: a mail program's own browser may forget its cookies
//! while the patient looks for the digits.
//!
//! The mail proves the address and the password proves who began: anyone who reads the mailbox of an address that someone
//! else typed finishes nothing. The way to a clinic continues where it was. Nothing here tells whether an address is known: a
//! wrong address, password or digits are one refusal, after one slow hash.

use crate::journey::entry::{Flow, Stage};
use crate::people::accounts::{SignedInPerson, of_nobody};
use crate::secrets::Class;
use crate::sign_in::gauges::Window;
use crate::sign_in::limits::Source;
use crate::{Actor, InternalError, Outcome, People, reject};
use domain::address::{email_key, mailbox_key};
use domain::audit::{Action, ActionOutcome};
use domain::authenticator::six_digits;
use domain::ids::{PersonId, SignUpId};
use domain::person::Person;
use domain::policy;
use domain::timestamp::Timestamp;
use store::sign_ups::{self, SignUp};
use store::{Tx, persons};
use subtle::ConstantTimeEq;

/// Who finished an account, and the way they were on.
pub struct Finished {
    pub by: SignedInPerson,
    pub flow: Option<Flow>,
}

/// Why a link finishes no account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkRejection {
    /// Not charged.
    NoPassword,
    WrongPassword {
        left: u32,
    },
    /// Used, too late, tried too often, or a newer mail took its place.
    Over,
}

/// Why address, password and digits finish no account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AddressRejection {
    /// Not six digits; not charged.
    NotDigits,
    /// They do not fit together: no one is told which does not.
    Wrong,
    TooMany {
        until: Timestamp,
    },
}

/// What says that a mail was read.
enum Mailed {
    Link(Vec<u8>),
    Digits(Vec<u8>),
}

impl Mailed {
    fn fits(&self, sign_up: &SignUp, now: Timestamp) -> bool {
        let (digest, known) = match self {
            Self::Link(digest) => (digest, &sign_up.token_digest),
            Self::Digits(digest) => (digest, &sign_up.digits_digest),
        };
        let same = known
            .as_ref()
            .is_some_and(|known| known.ct_eq(digest).into());
        same && now < sign_up.expires_at
    }
}

const OF_A_MAILBOX: Window = Window {
    length: policy::DIGITS_LIFE,
    most: policy::DIGITS_ELSEWHERE_A_MAILBOX,
};
const OF_A_NETWORK: Window = Window {
    length: policy::DIGITS_LIFE,
    most: policy::DIGITS_ELSEWHERE_A_NETWORK,
};

impl People<'_> {
    /// Which account a link finishes, and its address; None where it does not work. Changes nothing.
    pub async fn sign_up_link(
        self,
        token: &str,
    ) -> Result<Option<(SignUpId, String)>, InternalError> {
        let link = Mailed::Link(self.sign_up_token_digest(token));
        let found = self.of_link(&link).await?;
        Ok(found.map(|sign_up| (sign_up.id, sign_up.email)))
    }

    async fn of_link(self, link: &Mailed) -> Result<Option<SignUp>, InternalError> {
        let (Mailed::Link(digest) | Mailed::Digits(digest)) = link;
        let now = self.ports().now();
        let mut tx = self.store().read().await?;
        let found = sign_ups::find_by_token(&mut tx, digest).await?;
        Ok(found.filter(|found| link.fits(found, now) && found.tries < policy::DIGITS_TRIES))
    }

    /// Makes the person by the link of a mail. `began` is the account that this browser began: it knows its password.
    pub async fn confirm_by_link(
        self,
        token: &str,
        password: &str,
        began: Option<SignUpId>,
        source: &Source,
    ) -> Outcome<Finished, LinkRejection> {
        let link = Mailed::Link(self.sign_up_token_digest(token));
        let Some(sign_up) = self.of_link(&link).await? else {
            return reject(LinkRejection::Over);
        };
        if began != Some(sign_up.id) {
            if password.is_empty() {
                return reject(LinkRejection::NoPassword);
            }
            let left = self.reserve_password_try(sign_up.id, &link).await?;
            let Some(left) = left else {
                return reject(LinkRejection::Over);
            };
            let hash = Some(sign_up.password_hash.as_str());
            let hasher = self.hasher();
            if !hasher
                .verify_password(Class::SignUp, password, hash)
                .await?
            {
                self.note_wrong(source).await?;
                return reject(match left {
                    0 => LinkRejection::Over,
                    left => LinkRejection::WrongPassword { left },
                });
            }
        }
        match self.finish(sign_up.id, &link).await? {
            Some(finished) => Ok(finished),
            None => reject(LinkRejection::Over),
        }
    }

    /// Charges a try before the slow hash, so that many at once are no more than one by one; how many are left after it.
    async fn reserve_password_try(
        self,
        id: SignUpId,
        link: &Mailed,
    ) -> Result<Option<u32>, InternalError> {
        let mut tx = self.store().begin().await?;
        let now = self.ports().now();
        let found = sign_ups::lock(&mut tx, id).await?;
        let found = found.filter(|found| link.fits(found, now));
        let left = found.and_then(|found| policy::DIGITS_TRIES.checked_sub(found.tries + 1));
        if left.is_some() {
            sign_ups::count_try(&mut tx, id).await?;
        }
        tx.commit().await?;
        Ok(left)
    }

    /// Makes the person by what was typed when the account was begun, and the digits of the mail.
    pub async fn confirm_by_address(
        self,
        email: &str,
        password: &str,
        digits: &str,
        source: &Source,
    ) -> Outcome<Finished, AddressRejection> {
        let Some(digits) = six_digits(digits) else {
            return reject(AddressRejection::NotDigits);
        };
        if let Some(until) = self.charge_elsewhere(email, source).await? {
            return reject(AddressRejection::TooMany { until });
        }
        let now = self.ports().now();
        let mut tx = self.store().read().await?;
        let waiting = sign_ups::of_address(&mut tx, &email_key(email.trim()), now).await?;
        drop(tx);
        let mailed = |sign_up: &SignUp| Mailed::Digits(self.digits_digest(sign_up.id, &digits));
        let found = waiting
            .iter()
            .find(|sign_up| mailed(sign_up).fits(sign_up, now));
        let hash = found.map(|sign_up| sign_up.password_hash.as_str());
        let hasher = self.hasher();
        let right = hasher
            .verify_password(Class::SignUp, password, hash)
            .await?;
        let finished = match found {
            Some(sign_up) if right => self.finish(sign_up.id, &mailed(sign_up)).await?,
            _ => None,
        };
        let Some(finished) = finished else {
            self.note_wrong(source).await?;
            return reject(AddressRejection::Wrong);
        };
        Ok(finished)
    }

    /// Guesses from elsewhere are counted apart: a stranger's leave the tries of the browser that began.
    async fn charge_elsewhere(
        self,
        email: &str,
        source: &Source,
    ) -> Result<Option<Timestamp>, InternalError> {
        let now = self.ports().now();
        let digest = |kind: &str, of: &str| {
            let parts = [kind.as_bytes(), of.as_bytes()];
            self.sealer().digest("throttle", &parts)
        };
        let network = digest("digits-elsewhere-network", &source.network);
        let mailbox = digest("digits-elsewhere", &mailbox_key(email.trim()));
        let mut tx = self.store().begin().await?;
        let mut until = OF_A_NETWORK.take(&mut tx, &network, now).await?;
        if until.is_none() {
            until = OF_A_MAILBOX.take(&mut tx, &mailbox, now).await?;
        }
        tx.commit().await?;
        Ok(until)
    }

    async fn note_wrong(self, source: &Source) -> Result<(), InternalError> {
        let mut tx = self.store().begin().await?;
        let entry = of_nobody(Action::AccountConfirm, ActionOutcome::WrongDigits);
        self.sign_ins()
            .audit_stranger(&mut tx, entry, &source.network)
            .await?;
        tx.commit().await?;
        Ok(())
    }

    async fn finish(
        self,
        id: SignUpId,
        mailed: &Mailed,
    ) -> Result<Option<Finished>, InternalError> {
        let mut tx = self.store().begin().await?;
        let now = self.ports().now();
        let found = sign_ups::lock(&mut tx, id).await?;
        let Some(sign_up) = found.filter(|found| mailed.fits(found, now)) else {
            return Ok(None);
        };
        let flow = self.flow_of_sign_up(&sign_up);
        let Some(by) = self.make_person(&mut tx, sign_up, now).await? else {
            return Ok(None);
        };
        tx.commit().await?;
        Ok(Some(Finished { by, flow }))
    }

    /// Makes the person in the place of what waited; None where the address has an account meanwhile.
    pub(crate) async fn make_person(
        self,
        tx: &mut Tx,
        sign_up: SignUp,
        now: Timestamp,
    ) -> Result<Option<SignedInPerson>, InternalError> {
        let person = Person {
            id: PersonId(self.ports().id()),
            name: sign_up.name,
            email: sign_up.email,
        };
        sign_ups::delete(tx, sign_up.id).await?;
        if !persons::insert(tx, &person, &sign_up.password_hash, now).await? {
            return Ok(None);
        }
        self.audit_account(
            tx,
            Actor::Person(person.id),
            Action::AccountConfirm,
            Some(person.id),
            ActionOutcome::Made,
        )
        .await?;
        Ok(Some(SignedInPerson {
            person: person.id,
            round: 0,
        }))
    }

    /// The way that the browser was on, sealed; only one whose answer was right is worth keeping.
    pub(crate) fn seal_flow_of_sign_up(
        self,
        id: SignUpId,
        flow: Option<&Flow>,
    ) -> Result<Option<Vec<u8>>, InternalError> {
        let answered = flow.filter(|flow| matches!(flow.stage, Stage::Answered { .. }));
        let Some(flow) = answered else {
            return Ok(None);
        };
        let text = serde_json::to_vec(flow).map_err(InternalError::broken("sign_up"))?;
        let place = id.0.as_bytes();
        let sealed = self
            .sealer()
            .seal("sign-up-flow", place, &text, self.ports())?;
        Ok(Some(sealed))
    }

    /// A way that can no longer be read is begun anew with the code: it keeps no one from their account.
    fn flow_of_sign_up(self, sign_up: &SignUp) -> Option<Flow> {
        let place = sign_up.id.0.as_bytes();
        let text = self
            .sealer()
            .open_text("sign-up-flow", place, sign_up.flow.as_deref()?)
            .ok()?;
        serde_json::from_str(&text).ok()
    }

    pub(crate) fn sign_up_token_digest(self, token: &str) -> Vec<u8> {
        self.sealer().digest("sign-up-token", &[token.as_bytes()])
    }
}
