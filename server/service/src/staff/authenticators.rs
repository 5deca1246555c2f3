//! The desk's second factor: authenticator apps, their codes when signing in, and recovery codes for who lost theirs.

use crate::mail::StaffNotice;
use crate::secrets::{address, step};
use crate::sign_in::limits::{SignInAttempt, Source};
use crate::sign_in::second_factor::{CodeRejection, NewSecret, as_printed, recovery_codes};
use crate::staff::sign_in::{HalfSignedIn, SignedInStaff};
use crate::{InternalError, Outcome, SignIn, StaffMembers, reject};
use domain::audit::{Action, ActionOutcome};
use domain::authenticator::Entered;
use domain::ids::StaffId;
use domain::policy;
use domain::staff::Staff;
use store::{Tx, authenticators as table, half_sign_ins, staff};
use words::t;

/// The staff member who sets an authenticator up.
#[derive(Clone, Debug)]
pub enum Enroller {
    /// Right after the password, because the clinic wants one; never in place of another.
    SigningIn(HalfSignedIn),
    /// Signed in, and asked once more for all that a sign-in takes: `sign_in` is what that proof answered.
    AtWork {
        staff: Staff,
        sign_in: SignedInStaff,
    },
}

impl Enroller {
    pub fn staff(&self) -> StaffId {
        match self {
            Self::SigningIn(half) => half.staff,
            Self::AtWork { staff, .. } => staff.id,
        }
    }

    /// The round of sessions that they came in with.
    pub fn round(&self) -> i64 {
        match self {
            Self::SigningIn(half) => half.round,
            Self::AtWork { sign_in, .. } => sign_in.round,
        }
    }
}

/// An authenticator that counts from now on.
pub struct Enrolled {
    pub sign_in: SignedInStaff,
    /// Shown this once.
    pub recovery_codes: Vec<String>,
}

impl StaffMembers<'_> {
    /// What is still to do for someone whose password was right; None for those disabled since, and once all their
    /// sessions were ended.
    pub async fn second_step(self, half: &HalfSignedIn) -> Result<Option<SignIn>, InternalError> {
        let mut tx = self.store().read().await?;
        let found = staff::credentials(&mut tx, half.staff).await?;
        match found.filter(|found| found.round == half.round && !found.staff.disabled) {
            Some(found) => Ok(Some(self.after_password(&mut tx, &found).await?)),
            None => Ok(None),
        }
    }

    /// The second step in to the desk: the app's code, or a recovery code. Wrong ones cost what wrong passwords cost.
    pub async fn enter_staff_code(
        self,
        half: &HalfSignedIn,
        entered: &str,
        source: &Source,
    ) -> Outcome<SignedInStaff, CodeRejection> {
        let Some(entered) = Entered::parse(entered) else {
            return reject(CodeRejection::Shape);
        };
        let (id, round) = (half.staff, half.round);
        let mut tx = self.store().read().await?;
        let Some(found) = staff::credentials(&mut tx, id).await? else {
            return reject(CodeRejection::Over);
        };
        drop(tx);
        let attempt = SignInAttempt::staff(&found.staff.email, Some(&found), source);
        let reserved = self
            .sign_ins()
            .reserve(&attempt)
            .await
            .map_err(|failure| failure.map(CodeRejection::from))?;
        let mut tx = self.store().begin().await?;
        if self.lock(&mut tx, id, round).await?.is_none() {
            self.sign_ins().release(&mut tx, &reserved).await?;
            tx.commit().await?;
            return reject(CodeRejection::Over);
        }
        let outcome = self.take(&mut tx, id, &entered).await?;
        if outcome.is_some() {
            self.sign_ins().clear(&mut tx, &reserved).await?;
            half_sign_ins::finish(&mut tx, id, &half.place).await?;
        } else if self.sign_ins().charge(&mut tx, &reserved).await? >= policy::SIGN_IN_FAILURES {
            let now = self.ports().now();
            half_sign_ins::end(&mut tx, id, &half.place, now).await?;
        }
        self.audit_own(
            &mut tx,
            &found.staff,
            Action::StaffSignIn,
            outcome.unwrap_or(ActionOutcome::WrongCode),
        )
        .await?;
        tx.commit().await?;
        match outcome {
            Some(_) => Ok(self.signed_in(id, round)),
            None => reject(CodeRejection::Wrong),
        }
    }

    /// Uses what was entered up; None where it is wrong or was used before.
    pub(crate) async fn take(
        self,
        tx: &mut Tx,
        id: StaffId,
        entered: &Entered,
    ) -> Result<Option<ActionOutcome>, InternalError> {
        match entered {
            Entered::Recovery(code) => {
                let digest = self.recovery_digest(id, code);
                let taken = table::take_recovery_code(tx, id, &digest).await?;
                Ok(taken.then_some(ActionOutcome::SignedInByRecoveryCode))
            }
            Entered::Digits(code) => {
                let Some(row) = table::find(tx, id).await? else {
                    return Ok(None);
                };
                let secret = self
                    .sealer()
                    .open("authenticator", id.0.as_bytes(), &row.secret)?;
                let Some(step) = step(&secret, code, self.ports().now()) else {
                    return Ok(None);
                };
                Ok(table::take_step(tx, id, step)
                    .await?
                    .then_some(ActionOutcome::SignedIn))
            }
        }
    }

    pub fn new_authenticator(self) -> NewSecret {
        NewSecret::new(self.ports())
    }

    /// What the QR code of a new secret holds; None for names that do not fit into one.
    pub async fn authenticator_address(
        self,
        id: StaffId,
        secret: &NewSecret,
    ) -> Result<Option<String>, InternalError> {
        let mut tx = self.store().read().await?;
        let Some(staff) = staff::find(&mut tx, id).await? else {
            return Ok(None);
        };
        let place = match staff.application {
            Some(application) => self.application(&mut tx, application).await?.name,
            None => t!("product").into(),
        };
        Ok(address(&secret.0, &place, &staff.email))
    }

    /// Whether a code shows that a new secret works. Asked before the proof, which uses up a code of the current
    /// authenticator.
    pub fn try_new_authenticator(
        self,
        secret: &NewSecret,
        code: &str,
    ) -> Result<(), CodeRejection> {
        secret.first_step(code, self.ports().now()).map(drop)
    }

    /// Sets an authenticator up, once a code shows that it works, and ends all other sessions. It takes the place of
    /// another one only with a fresh proof, which took a code of that one.
    pub async fn enrol(
        self,
        by: &Enroller,
        secret: &NewSecret,
        code: &str,
    ) -> Outcome<Enrolled, CodeRejection> {
        let now = self.ports().now();
        let step = match secret.first_step(code, now) {
            Ok(step) => step,
            Err(refusal) => return reject(refusal),
        };
        let id = by.staff();
        let sealed =
            self.sealer()
                .seal("authenticator", id.0.as_bytes(), &secret.0, self.ports())?;
        let mut tx = self.store().begin().await?;
        let Some(found) = self.lock(&mut tx, id, by.round()).await? else {
            return reject(CodeRejection::Over);
        };
        let (outcome, notice) = match by {
            Enroller::SigningIn(_) => (ActionOutcome::SetUpAtSignIn, StaffNotice::AuthenticatorSet),
            Enroller::AtWork { sign_in, .. } if table::delete(&mut tx, id).await? => {
                if !self.is_freshly_proven(sign_in) {
                    return reject(CodeRejection::Over);
                }
                (ActionOutcome::Replaced, StaffNotice::AuthenticatorReplaced)
            }
            Enroller::AtWork { .. } => (ActionOutcome::SetUp, StaffNotice::AuthenticatorSet),
        };
        if !table::insert(&mut tx, id, &sealed, step, now).await? {
            return reject(CodeRejection::Over);
        }
        let recovery_codes = self.make_recovery_codes(&mut tx, id).await?;
        let round = staff::end_sessions(&mut tx, id).await?;
        if let Enroller::SigningIn(half) = by {
            half_sign_ins::finish(&mut tx, id, &half.place).await?;
        }
        self.outbox().notify_staff(&mut tx, id, notice, now).await?;
        self.audit_own(
            &mut tx,
            &found.staff,
            Action::StaffSetAuthenticator,
            outcome,
        )
        .await?;
        tx.commit().await?;
        Ok(Enrolled {
            sign_in: self.signed_in(id, round),
            recovery_codes,
        })
    }

    /// New recovery codes in place of the old ones; None without an authenticator or a fresh proof.
    pub async fn renew_recovery_codes(
        self,
        by: &SignedInStaff,
    ) -> Result<Option<Vec<String>>, InternalError> {
        let mut tx = self.store().begin().await?;
        let Some(found) = self.lock(&mut tx, by.staff, by.round).await? else {
            return Ok(None);
        };
        if !self.is_freshly_proven(by) || table::find(&mut tx, by.staff).await?.is_none() {
            return Ok(None);
        }
        let codes = self.make_recovery_codes(&mut tx, by.staff).await?;
        let (what, now) = (StaffNotice::RecoveryCodesRenewed, self.ports().now());
        self.outbox()
            .notify_staff(&mut tx, by.staff, what, now)
            .await?;
        self.audit_own(
            &mut tx,
            &found.staff,
            Action::StaffRenewRecoveryCodes,
            ActionOutcome::Made,
        )
        .await?;
        tx.commit().await?;
        Ok(Some(codes))
    }

    async fn make_recovery_codes(
        self,
        tx: &mut Tx,
        id: StaffId,
    ) -> Result<Vec<String>, InternalError> {
        table::delete_recovery_codes(tx, id).await?;
        let codes = recovery_codes(self.ports());
        for code in &codes {
            table::insert_recovery_code(tx, id, &self.recovery_digest(id, code)).await?;
        }
        Ok(as_printed(&codes))
    }

    fn recovery_digest(self, id: StaffId, code: &str) -> Vec<u8> {
        let parts = [id.0.as_bytes().as_slice(), code.as_bytes()];
        self.sealer().digest("recovery-code", &parts)
    }
}
