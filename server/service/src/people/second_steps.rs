//! The second step of people's sign-ins, for those who want one: a code of their authenticator app, or a recovery code.

use crate::people::accounts::{PERSON_DOOR, SignedInPerson};
use crate::secrets::step;
use crate::sign_in::limits::{Holder, SignInAttempt, Source};
use crate::{Actor, CodeRejection, InternalError, Outcome, People, reject};
use domain::audit::{Action, ActionOutcome};
use domain::authenticator::Entered;
use domain::ids::PersonId;
use domain::policy;
use domain::timestamp::Timestamp;
use serde::{Deserialize, Serialize};
use store::persons::{self, Credentials};
use store::{Tx, person_authenticators as table, person_half_sign_ins};

/// A sign-in whose password was right and whose second step is still to come. Opens nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HalfSignedInPerson {
    pub person: PersonId,
    /// As of a whole sign-in.
    pub round: i64,
    pub at: Timestamp,
    /// The key of the limit at the place that it comes from: by it the second step finds what it ends. Empty after a
    /// forgotten password, whose owner is told anyway.
    pub place: Vec<u8>,
}

/// How far a right password leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PersonSignIn {
    Done(SignedInPerson),
    /// The authenticator's code is still to come.
    Code(HalfSignedInPerson),
}

impl People<'_> {
    /// What is still to do for someone whose password was right.
    pub(super) async fn after_password(
        self,
        tx: &mut Tx,
        by: SignedInPerson,
        place: &[u8],
    ) -> Result<PersonSignIn, InternalError> {
        if table::find(tx, by.person).await?.is_none() {
            return Ok(PersonSignIn::Done(by));
        }
        let half = HalfSignedInPerson {
            person: by.person,
            round: by.round,
            at: self.ports().now(),
            place: place.to_vec(),
        };
        if !place.is_empty() {
            let ends_at = half.at + policy::SECOND_STEP;
            person_half_sign_ins::put(tx, by.person, place, half.at, ends_at).await?;
        }
        Ok(PersonSignIn::Code(half))
    }

    /// Whether a code may still end this sign-in.
    pub async fn awaits_code(self, half: &HalfSignedInPerson) -> Result<bool, InternalError> {
        if self.ports().now().since(half.at) >= policy::SECOND_STEP {
            return Ok(false);
        }
        let mut tx = self.store().read().await?;
        let round = persons::session_round(&mut tx, half.person).await?;
        Ok(round == Some(half.round) && table::find(&mut tx, half.person).await?.is_some())
    }

    /// The second step in: the app's code, or a recovery code. Wrong ones cost what wrong passwords cost.
    pub async fn enter_person_code(
        self,
        half: &HalfSignedInPerson,
        entered: &str,
        source: &Source,
    ) -> Outcome<SignedInPerson, CodeRejection> {
        let Some(entered) = Entered::parse(entered) else {
            return reject(CodeRejection::Shape);
        };
        if !self.awaits_code(half).await? {
            return reject(CodeRejection::Over);
        }
        let Some(person) = self.person(half.person).await? else {
            return reject(CodeRejection::Over);
        };
        let attempt = SignInAttempt {
            purpose: PERSON_DOOR,
            email: &person.email,
            holder: Some((Holder::Person(person.id), half.round)),
            source,
        };
        let reserved = self.sign_ins().reserve(&attempt).await;
        let reserved = reserved.map_err(|failure| failure.map(CodeRejection::from))?;
        let mut tx = self.store().begin().await?;
        if self.lock_round(&mut tx, half).await?.is_none() {
            self.sign_ins().release(&mut tx, &reserved).await?;
            tx.commit().await?;
            return reject(CodeRejection::Over);
        }
        let outcome = self.take_code(&mut tx, person.id, &entered).await?;
        if outcome.is_some() {
            self.sign_ins().clear(&mut tx, &reserved).await?;
            person_half_sign_ins::finish(&mut tx, person.id, &half.place).await?;
            self.tell_of_new_device(&mut tx, &person, source).await?;
        } else if self.sign_ins().charge(&mut tx, &reserved).await? >= policy::SIGN_IN_FAILURES {
            let now = self.ports().now();
            person_half_sign_ins::end(&mut tx, person.id, &half.place, now).await?;
        }
        self.audit_account(
            &mut tx,
            Actor::Person(person.id),
            Action::AccountSignIn,
            Some(person.id),
            outcome.unwrap_or(ActionOutcome::WrongCode),
        )
        .await?;
        tx.commit().await?;
        match outcome {
            Some(_) => Ok(SignedInPerson {
                person: person.id,
                round: half.round,
            }),
            None => reject(CodeRejection::Wrong),
        }
    }

    /// Whose sign-in it is, with their row's lock; None where all their sessions were ended since.
    async fn lock_round(
        self,
        tx: &mut Tx,
        half: &HalfSignedInPerson,
    ) -> Result<Option<Credentials>, InternalError> {
        let found = persons::lock(tx, half.person).await?;
        Ok(found.filter(|found| found.round == half.round))
    }

    /// Uses what was entered up; None where it is wrong or was used before.
    pub(super) async fn take_code(
        self,
        tx: &mut Tx,
        person: PersonId,
        entered: &Entered,
    ) -> Result<Option<ActionOutcome>, InternalError> {
        match entered {
            Entered::Recovery(code) => {
                let digest = self.own_recovery_digest(person, code);
                let taken = table::take_recovery_code(tx, person, &digest).await?;
                Ok(taken.then_some(ActionOutcome::SignedInByRecoveryCode))
            }
            Entered::Digits(code) => {
                let Some(row) = table::find(tx, person).await? else {
                    return Ok(None);
                };
                let bound = person.0.as_bytes();
                let secret = self.sealer().open(SEALED, bound, &row.secret)?;
                let Some(step) = step(&secret, code, self.ports().now()) else {
                    return Ok(None);
                };
                let taken = table::take_step(tx, person, step).await?;
                Ok(taken.then_some(ActionOutcome::SignedIn))
            }
        }
    }

    pub(super) fn own_recovery_digest(self, person: PersonId, code: &str) -> Vec<u8> {
        let parts = [person.0.as_bytes().as_slice(), code.as_bytes()];
        self.sealer().digest("person-recovery-code", &parts)
    }
}

/// What the secrets of people's authenticators are sealed as.
pub(super) const SEALED: &str = "person-authenticator";
