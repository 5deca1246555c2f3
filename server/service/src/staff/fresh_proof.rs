//! A fresh proof of oneself, for what a session alone does not allow: keys of the application, where it is called, its
//! rules, who may do what.
//!
//! A proof takes what a sign-in takes, and a sign-in is one. It belongs to one session and its round, counts for a few
//! minutes, and is compared in the transaction that acts. The command line and the API need none.

use crate::applications::administrator::Administrator;
use crate::secrets::Class;
use crate::sign_in::limits::{SignInAttempt, SignInRejection, Source};
use crate::sign_in::second_factor::CodeRejection;
use crate::staff::sign_in::{SignIn, SignedInStaff};
use crate::{
    Actor, ApplicationRejection, CallbackRejection, CertificateRejection, InternalError,
    InviteRejection, Outcome, StaffMembers, TeamRejection, reject,
};
use domain::audit::{Action, ActionOutcome};
use domain::authenticator::Entered;
use domain::policy;
use domain::staff::{Role, Staff};
use domain::timestamp::Timestamp;
use store::Tx;
use store::staff::{self as table, Credentials};

/// The last whole proof of a session.
#[derive(Clone, Copy, Debug)]
pub(crate) struct FreshProof {
    round: i64,
    at: Timestamp,
}

impl FreshProof {
    pub(crate) fn of(sign_in: &SignedInStaff) -> Option<Self> {
        sign_in.proven_at.map(|at| Self {
            round: sign_in.round,
            at,
        })
    }

    /// A proof from the future was made before the clock was put back.
    fn is_fresh(self, now: Timestamp) -> bool {
        self.at <= now && now.since(self.at) < policy::PROOF_LIFE
    }
}

/// What a proof makes of an authenticator that the clinic asks for and that is not there yet.
#[derive(Clone, Copy)]
enum Missing {
    Refused,
    IsSetUpNext,
}

/// There is no proof, it is too old, or all sessions of its round were ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotProven;

macro_rules! refused_as {
    ($($refusal:ident),+) => {$(
        impl From<NotProven> for $refusal {
            fn from(_: NotProven) -> Self {
                Self::NotProven
            }
        }
    )+};
}
refused_as!(
    ApplicationRejection,
    CallbackRejection,
    CertificateRejection,
    InviteRejection,
    TeamRejection
);

/// Why someone did not prove who they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProveRejection {
    Password(SignInRejection),
    Code(CodeRejection),
    /// The clinic asks for an authenticator, and there is none yet.
    Missing,
}

impl From<SignInRejection> for ProveRejection {
    fn from(refusal: SignInRejection) -> Self {
        Self::Password(refusal)
    }
}

/// How the factors that were entered fit.
enum Fit {
    Right,
    Password,
    Code,
    Missing,
}

impl StaffMembers<'_> {
    /// Compares the proof in the transaction that acts, with the row of the one who acts locked. Comes after the lock of the
    /// application.
    pub(crate) async fn require_proof<R: From<NotProven>>(
        self,
        tx: &mut Tx,
        by: Administrator,
    ) -> Outcome<(), R> {
        let Actor::Staff(staff) = by.actor else {
            return Ok(());
        };
        let Some(proof) = by.proof else {
            return reject(NotProven.into());
        };
        let now = self.ports().now();
        let still = self.lock(tx, staff, proof.round).await?;
        let may_act = still.is_some_and(|still| match still.staff.role {
            Role::Manager => still.staff.application == Some(by.application),
            Role::Operator => by.over_managers_alone,
            Role::FrontDesk => false,
        });
        if may_act && proof.is_fresh(now) {
            return Ok(());
        }
        reject(NotProven.into())
    }

    /// What a proof takes besides the password.
    pub async fn proof_takes(self, staff: &Staff) -> Result<Option<SignIn>, InternalError> {
        let mut tx = self.store().read().await?;
        match table::credentials(&mut tx, staff.id).await? {
            Some(found) => Ok(Some(self.after_password(&mut tx, &found).await?)),
            None => Ok(None),
        }
    }

    /// Whether it is they who sit at their desk: all that a sign-in takes, in one step. Wrong proofs cost what they cost at
    /// sign-in. Answers the sign-in that the session continues with.
    pub async fn prove_anew(
        self,
        by: &SignedInStaff,
        password: &str,
        code: &str,
        source: &Source,
    ) -> Outcome<SignedInStaff, ProveRejection> {
        self.prove_with(by, password, code, source, Missing::Refused)
            .await
    }

    /// The proof before the second factor changes: the password, and the current second factor where there is one.
    pub async fn prove_for_authenticator(
        self,
        by: &SignedInStaff,
        password: &str,
        code: &str,
        source: &Source,
    ) -> Outcome<SignedInStaff, ProveRejection> {
        self.prove_with(by, password, code, source, Missing::IsSetUpNext)
            .await
    }

    /// True if the session of this sign-in gave a whole proof within the last minutes.
    pub(crate) fn is_freshly_proven(self, by: &SignedInStaff) -> bool {
        FreshProof::of(by).is_some_and(|proof| proof.is_fresh(self.ports().now()))
    }

    async fn prove_with(
        self,
        by: &SignedInStaff,
        password: &str,
        code: &str,
        source: &Source,
        missing: Missing,
    ) -> Outcome<SignedInStaff, ProveRejection> {
        let mut tx = self.store().read().await?;
        let found = table::credentials(&mut tx, by.staff).await?;
        drop(tx);
        let Some(found) = found.filter(|found| found.round == by.round) else {
            return reject(SignInRejection::WrongPair.into());
        };
        let attempt = SignInAttempt::staff(&found.staff.email, Some(&found), source);
        let reserved = self
            .sign_ins()
            .reserve(&attempt)
            .await
            .map_err(|failure| failure.map(ProveRejection::from))?;
        let hash = Some(found.password_hash.as_str());
        let right = self
            .sign_ins()
            .check_password(Class::Staff, &reserved, password, hash)
            .await?;
        let mut tx = self.store().begin().await?;
        let still = self.lock(&mut tx, by.staff, by.round).await?;
        let fit = match still {
            Some(still) if right => self.fits(&mut tx, &still, code).await?,
            _ => Fit::Password,
        };
        let fit = match (fit, missing) {
            (Fit::Missing, Missing::IsSetUpNext) => Fit::Right,
            (fit, _) => fit,
        };
        let outcome = match fit {
            Fit::Right => {
                self.sign_ins().clear(&mut tx, &reserved).await?;
                ActionOutcome::Right
            }
            Fit::Password => {
                self.sign_ins().charge(&mut tx, &reserved).await?;
                ActionOutcome::WrongPassword
            }
            Fit::Code => {
                self.sign_ins().charge(&mut tx, &reserved).await?;
                ActionOutcome::WrongCode
            }
            Fit::Missing => {
                self.sign_ins().release(&mut tx, &reserved).await?;
                ActionOutcome::Refused
            }
        };
        self.audit_own(&mut tx, &found.staff, Action::StaffProvePassword, outcome)
            .await?;
        tx.commit().await?;
        match fit {
            Fit::Right => Ok(SignedInStaff {
                proven_at: Some(self.ports().now()),
                ..by.clone()
            }),
            Fit::Password => reject(SignInRejection::WrongPair.into()),
            Fit::Code => reject(ProveRejection::Code(CodeRejection::Wrong)),
            Fit::Missing => reject(ProveRejection::Missing),
        }
    }

    /// The second factor, where a sign-in would ask for one.
    async fn fits(
        self,
        tx: &mut Tx,
        proven: &Credentials,
        code: &str,
    ) -> Result<Fit, InternalError> {
        Ok(match self.after_password(tx, proven).await? {
            SignIn::Done(_) => Fit::Right,
            SignIn::Enrol(_) => Fit::Missing,
            SignIn::Code(_) => {
                let taken = match Entered::parse(code) {
                    Some(entered) => self.take(tx, proven.staff.id, &entered).await?.is_some(),
                    None => false,
                };
                if taken { Fit::Right } else { Fit::Code }
            }
        })
    }
}
