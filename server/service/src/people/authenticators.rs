//! A person's authenticator app and recovery codes: set up, made anew and switched off by themselves; reset by an
//! operator. The second factor changes only with the second factor.

use crate::mail::SignInNotice;
use crate::outbox::account_mails::AccountMail;
use crate::outbox::sign_in_mails::SignInMail;
use crate::people::accounts::{PERSON_DOOR, SignedInPerson};
use crate::people::details::DetailsRejection;
use crate::people::second_steps::SEALED;
use crate::secrets::{Class, address};
use crate::sign_in::limits::{Holder, SignInAttempt, SignInRejection, Source};
use crate::sign_in::second_factor::{as_printed, recovery_codes};
use crate::{
    Actor, CodeRejection, Failure, InternalError, MailJob, NewSecret, Operator, Outcome, People,
    UnlockRejection, reject,
};
use domain::audit::{Action, ActionOutcome};
use domain::authenticator::Entered;
use domain::ids::PersonId;
use domain::timestamp::Timestamp;
use store::{Tx, person_authenticators as table, persons};
use words::t;

/// An authenticator as its person sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OwnSecondStep {
    pub since: Timestamp,
    /// Recovery codes that are left.
    pub left: u32,
}

/// Why nothing was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SecondStepRejection {
    Password(SignInRejection),
    Code(CodeRejection),
    /// There is one already, or none.
    Changed,
    SignedOut,
}

impl From<DetailsRejection> for SecondStepRejection {
    fn from(refusal: DetailsRejection) -> Self {
        match refusal {
            DetailsRejection::Old(refusal) => Self::Password(refusal),
            _ => Self::SignedOut,
        }
    }
}

/// What a person proves with, as they typed it.
#[derive(Clone, Copy)]
pub struct TypedProof<'a> {
    pub password: &'a str,
    pub code: &'a str,
}

impl People<'_> {
    /// None where there is no second step.
    pub async fn own_second_step(
        self,
        person: PersonId,
    ) -> Result<Option<OwnSecondStep>, InternalError> {
        let mut tx = self.store().read().await?;
        let Some(row) = table::find(&mut tx, person).await? else {
            return Ok(None);
        };
        let left = table::count_recovery_codes(&mut tx, person).await?;
        Ok(Some(OwnSecondStep {
            since: row.made_at.into(),
            left: u32::try_from(left).unwrap_or(u32::MAX),
        }))
    }

    pub fn new_own_authenticator(self) -> NewSecret {
        NewSecret::new(self.ports())
    }

    /// What the QR code of a new secret holds; None for an address that does not fit into one.
    pub async fn own_authenticator_address(
        self,
        person: PersonId,
        secret: &NewSecret,
    ) -> Result<Option<String>, InternalError> {
        let person = self.person(person).await?;
        Ok(person.and_then(|person| address(&secret.0, &t!("product"), &person.email)))
    }

    /// Switches the second step on, once a code shows that the app works and the password is right. Ends all other
    /// sessions; answers the sign-in that this one goes on with, and the recovery codes, shown this once.
    pub async fn set_second_step(
        self,
        by: SignedInPerson,
        secret: &NewSecret,
        typed: TypedProof<'_>,
        source: &Source,
    ) -> Outcome<(SignedInPerson, Vec<String>), SecondStepRejection> {
        let now = self.ports().now();
        let step = match secret.first_step(typed.code, now) {
            Ok(step) => step,
            Err(refusal) => return reject(SecondStepRejection::Code(refusal)),
        };
        let proven = self.prove_own_password(by, typed.password, source).await;
        proven.map_err(|failure| failure.map(SecondStepRejection::from))?;
        let bound = by.person.0.as_bytes();
        let sealed = self.sealer().seal(SEALED, bound, &secret.0, self.ports())?;
        let mut tx = self.store().begin().await?;
        if self.still_signed_in(&mut tx, by).await?.is_none() {
            return reject(SecondStepRejection::SignedOut);
        }
        if !table::insert(&mut tx, by.person, &sealed, step, now).await? {
            return reject(SecondStepRejection::Changed);
        }
        let codes = self.make_own_recovery_codes(&mut tx, by.person).await?;
        persons::end_sessions(&mut tx, by.person).await?;
        let round = persons::session_round(&mut tx, by.person).await?;
        self.tell_of_second_step(&mut tx, by.person, SignInNotice::On)
            .await?;
        self.audit_account(
            &mut tx,
            Actor::Person(by.person),
            Action::AccountSetAuthenticator,
            Some(by.person),
            ActionOutcome::SetUp,
        )
        .await?;
        tx.commit().await?;
        let by = SignedInPerson {
            round: round.unwrap_or(by.round),
            ..by
        };
        Ok((by, codes))
    }

    /// New recovery codes in place of the old ones, with password and code.
    pub async fn renew_own_recovery_codes(
        self,
        by: SignedInPerson,
        typed: TypedProof<'_>,
        source: &Source,
    ) -> Outcome<Vec<String>, SecondStepRejection> {
        let mut tx = self.prove_both(by, typed, source).await?;
        let codes = self.make_own_recovery_codes(&mut tx, by.person).await?;
        self.tell_of_second_step(&mut tx, by.person, SignInNotice::CodesRenewed)
            .await?;
        self.audit_account(
            &mut tx,
            Actor::Person(by.person),
            Action::AccountRenewRecoveryCodes,
            Some(by.person),
            ActionOutcome::Made,
        )
        .await?;
        tx.commit().await?;
        Ok(codes)
    }

    /// Switches the second step off, with password and code.
    pub async fn remove_second_step(
        self,
        by: SignedInPerson,
        typed: TypedProof<'_>,
        source: &Source,
    ) -> Outcome<(), SecondStepRejection> {
        let mut tx = self.prove_both(by, typed, source).await?;
        table::delete(&mut tx, by.person).await?;
        self.tell_of_second_step(&mut tx, by.person, SignInNotice::Off)
            .await?;
        self.audit_account(
            &mut tx,
            Actor::Person(by.person),
            Action::AccountRemoveAuthenticator,
            Some(by.person),
            ActionOutcome::Removed,
        )
        .await?;
        tx.commit().await?;
        Ok(())
    }

    /// For a person whose phone and recovery codes are lost: an operator who checked who asks takes the second step away
    /// and ends their sessions.
    pub async fn reset_person_authenticator(
        self,
        _by: Operator,
        email: &str,
    ) -> Outcome<(), UnlockRejection> {
        let mut tx = self.store().begin().await?;
        let Some((person, _)) = persons::find_by_email(&mut tx, email).await? else {
            return reject(UnlockRejection::NotFound);
        };
        persons::lock(&mut tx, person.id).await?;
        if !table::delete(&mut tx, person.id).await? {
            return reject(UnlockRejection::NotFound);
        }
        persons::end_sessions(&mut tx, person.id).await?;
        self.tell_of_second_step(&mut tx, person.id, SignInNotice::Reset)
            .await?;
        self.audit_account(
            &mut tx,
            Actor::CommandLine,
            Action::AccountResetAuthenticator,
            Some(person.id),
            ActionOutcome::Reset,
        )
        .await?;
        tx.commit().await?;
        Ok(())
    }

    /// Password and code in one: a right password alone clears no count, it would buy another few codes to guess. What
    /// is proven stays so until the transaction's end, with the person's row locked.
    async fn prove_both(
        self,
        by: SignedInPerson,
        typed: TypedProof<'_>,
        source: &Source,
    ) -> Outcome<Tx, SecondStepRejection> {
        let Some(entered) = Entered::parse(typed.code) else {
            return reject(SecondStepRejection::Code(CodeRejection::Shape));
        };
        let Some(person) = self.person(by.person).await? else {
            return reject(SecondStepRejection::SignedOut);
        };
        let mut tx = self.store().read().await?;
        let found = persons::credentials_by_email(&mut tx, &person.email).await?;
        drop(tx);
        let Some(found) = found.filter(|found| found.round == by.round) else {
            return reject(SecondStepRejection::SignedOut);
        };
        let attempt = SignInAttempt {
            purpose: PERSON_DOOR,
            email: &person.email,
            holder: Some((Holder::Person(by.person), by.round)),
            source,
        };
        let reserved = self.sign_ins().reserve(&attempt).await;
        let reserved = reserved.map_err(|failure| failure.map(SecondStepRejection::Password))?;
        let hash = Some(found.password_hash.as_str());
        let right = self
            .sign_ins()
            .check_password(Class::Person, &reserved, typed.password, hash)
            .await?;
        let mut tx = self.store().begin().await?;
        let signed_in = self.still_signed_in(&mut tx, by).await?.is_some();
        if !signed_in || table::find(&mut tx, by.person).await?.is_none() {
            self.sign_ins().release(&mut tx, &reserved).await?;
            tx.commit().await?;
            return reject(if signed_in {
                SecondStepRejection::Changed
            } else {
                SecondStepRejection::SignedOut
            });
        }
        let wrong = if !right {
            Some((
                ActionOutcome::WrongPassword,
                SecondStepRejection::Password(SignInRejection::WrongPair),
            ))
        } else if self
            .take_code(&mut tx, by.person, &entered)
            .await?
            .is_none()
        {
            let refusal = SecondStepRejection::Code(CodeRejection::Wrong);
            Some((ActionOutcome::WrongCode, refusal))
        } else {
            None
        };
        let Some((outcome, refusal)) = wrong else {
            self.sign_ins().clear(&mut tx, &reserved).await?;
            return Ok(tx);
        };
        self.sign_ins().charge(&mut tx, &reserved).await?;
        self.audit_account(
            &mut tx,
            Actor::Person(by.person),
            Action::AccountSignIn,
            Some(by.person),
            outcome,
        )
        .await?;
        tx.commit().await?;
        Err(Failure::Rejected(refusal))
    }

    async fn make_own_recovery_codes(
        self,
        tx: &mut Tx,
        person: PersonId,
    ) -> Result<Vec<String>, InternalError> {
        table::delete_recovery_codes(tx, person).await?;
        let codes = recovery_codes(self.ports());
        for code in &codes {
            let digest = self.own_recovery_digest(person, code);
            table::insert_recovery_code(tx, person, &digest).await?;
        }
        Ok(as_printed(&codes))
    }

    pub(super) async fn tell_of_second_step(
        self,
        tx: &mut Tx,
        person: PersonId,
        what: SignInNotice,
    ) -> Result<(), InternalError> {
        let at = self.ports().now();
        let mail = SignInMail::SecondStep { person, what, at };
        self.outbox()
            .queue(tx, &MailJob::Account(AccountMail::SignIn(mail)))
            .await
    }
}
