//! Staff: signing in, and the accounts the command line makes.

use crate::audit::log::Entry;
use crate::people::accounts::password;
use crate::secrets::Class;
use crate::sign_in::limits::{Holder, SignInAttempt, SignInRejection, Source};
use crate::{Actor, Failure, InternalError, Outcome, StaffMembers, reject};
use domain::address::{self, AddressError};
use domain::application::Application;
use domain::audit::{Action, ActionOutcome};
use domain::ids::{ApplicationId, StaffId};
use domain::password::PasswordError;
use domain::policy;
use domain::staff::{Role, Staff};
use domain::text::{self, TextError};
use domain::timestamp::Timestamp;
use domain::zone::Zone;
use serde::{Deserialize, Serialize};
use store::staff::{self as table, Credentials};
use store::{Tx, applications, authenticators};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StaffRejection {
    Name(TextError),
    Email(AddressError),
    Password(PasswordError),
    /// Someone of the staff has this address.
    EmailTaken,
    NoSuchApplication,
    /// No one of the staff has this address.
    NotFound,
    /// An operator belongs to no application; everyone else to one.
    RoleAndApplication,
}

pub(crate) const STAFF_DOOR: &str = "staff";

impl<'a> SignInAttempt<'a> {
    /// The desk's.
    pub(crate) fn staff(email: &'a str, found: Option<&Credentials>, source: &'a Source) -> Self {
        Self {
            purpose: STAFF_DOOR,
            email,
            holder: found.map(|found| (Holder::Staff(found.staff.id), found.round)),
            source,
        }
    }
}

/// A sign-in to the desk that came to its end: what a session keeps of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignedInStaff {
    pub staff: StaffId,
    /// All sessions of an earlier round were ended at once.
    pub round: i64,
    pub at: Timestamp,
    /// When they last proved in this round who they are, with all that a sign-in takes; None where it was with less.
    #[serde(default)]
    pub proven_at: Option<Timestamp>,
}

/// A sign-in to the desk whose password was right and whose second step is still to come. Opens nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HalfSignedIn {
    pub staff: StaffId,
    /// As of a whole sign-in.
    #[serde(default)]
    pub round: i64,
    pub at: Timestamp,
    /// The key of the limit at the place that it comes from: by it the second step finds what it ends.
    #[serde(default)]
    pub place: Vec<u8>,
}

/// How far a right password leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignIn {
    Done(SignedInStaff),
    /// The authenticator's code is still to come.
    Code(HalfSignedIn),
    /// An authenticator has to be set up first.
    Enrol(HalfSignedIn),
}

impl StaffMembers<'_> {
    /// The first step in, to a desk or to the installation.
    pub async fn sign_in(
        self,
        email: &str,
        password: &str,
        source: &Source,
    ) -> Outcome<SignIn, SignInRejection> {
        let mut tx = self.store().read().await?;
        let found = table::credentials_by_email(&mut tx, email).await?;
        drop(tx);
        let attempt = SignInAttempt::staff(email, found.as_ref(), source);
        let reserved = self.sign_ins().reserve(&attempt).await?;
        let hash = found.as_ref().map(|found| found.password_hash.as_str());
        let right = self
            .sign_ins()
            .check_password(Class::Staff, &reserved, password, hash)
            .await?;
        let renewed = match hash {
            Some(hash) if right => {
                self.sign_ins()
                    .renewed_hash(Class::Staff, password, hash)
                    .await
            }
            _ => None,
        };
        let application = found.as_ref().and_then(|found| found.staff.application);
        let mut tx = self.store().begin().await?;
        let proven = match &found {
            Some(found) if right => self.lock(&mut tx, found.staff.id, found.round).await?,
            _ => None,
        };
        let (Some(proven), Some(hash)) = (proven, hash) else {
            self.sign_ins().charge(&mut tx, &reserved).await?;
            let entry = Entry {
                application,
                actor: Actor::Nobody,
                action: Action::StaffSignIn,
                subject: None,
                outcome: ActionOutcome::WrongPair,
            };
            self.sign_ins()
                .audit_stranger(&mut tx, entry, &source.network)
                .await?;
            tx.commit().await?;
            return reject(SignInRejection::WrongPair);
        };
        if let Some(renewed) = renewed {
            table::renew_hash(&mut tx, proven.staff.id, hash, &renewed).await?;
        }
        let mut next = self.after_password(&mut tx, &proven).await?;
        let outcome = if matches!(next, SignIn::Done(_)) {
            self.sign_ins().clear(&mut tx, &reserved).await?;
            ActionOutcome::SignedIn
        } else {
            // A right password alone clears no count: it would buy another few codes to guess.
            self.sign_ins().release(&mut tx, &reserved).await?;
            next = self.keep_half(&mut tx, next, &reserved.place).await?;
            ActionOutcome::PasswordRight
        };
        self.audit_own(&mut tx, &proven.staff, Action::StaffSignIn, outcome)
            .await?;
        tx.commit().await?;
        Ok(next)
    }

    /// Who was proven before the transaction, with their row's lock; None where all their sessions were ended since, a
    /// new password among the reasons, or they were disabled.
    pub(crate) async fn lock(
        self,
        tx: &mut Tx,
        id: StaffId,
        round: i64,
    ) -> Result<Option<Credentials>, InternalError> {
        let found = table::lock(tx, id).await?;
        Ok(found.filter(|found| found.round == round && !found.staff.disabled))
    }

    /// What is still to do for someone whose password was right. A clinic may do without authenticators; anyone who runs
    /// the installation of all of them may not.
    pub(crate) async fn after_password(
        self,
        tx: &mut Tx,
        proven: &Credentials,
    ) -> Result<SignIn, InternalError> {
        let Credentials { staff, round, .. } = proven;
        let half = HalfSignedIn {
            staff: staff.id,
            round: *round,
            at: self.ports().now(),
            place: Vec::new(),
        };
        if authenticators::find(tx, staff.id).await?.is_some() {
            return Ok(SignIn::Code(half));
        }
        let needs_one = match staff.application {
            Some(application) => self.application(tx, application).await?.staff_authenticator,
            None => true,
        };
        if needs_one {
            return Ok(SignIn::Enrol(half));
        }
        Ok(SignIn::Done(self.signed_in(staff.id, *round)))
    }

    pub(crate) fn signed_in(self, staff: StaffId, round: i64) -> SignedInStaff {
        let now = self.ports().now();
        SignedInStaff {
            staff,
            round,
            at: now,
            proven_at: Some(now),
        }
    }

    /// Whose sign-in it is; None once its time is over, all sessions of theirs were ended, or they were disabled.
    pub async fn find_signed_in(self, by: &SignedInStaff) -> Result<Option<Staff>, InternalError> {
        if self.ports().now().since(by.at) >= policy::SESSION_LIFE {
            return Ok(None);
        }
        let mut tx = self.store().read().await?;
        if table::session_round(&mut tx, by.staff).await? != Some(by.round) {
            return Ok(None);
        }
        let staff = table::find(&mut tx, by.staff).await?;
        Ok(staff.filter(|staff| !staff.disabled))
    }

    /// Notes a sign-out.
    pub async fn sign_out(self, staff: &Staff) -> Result<(), InternalError> {
        let mut tx = self.store().begin().await?;
        self.audit_own(
            &mut tx,
            staff,
            Action::StaffSignOut,
            ActionOutcome::SignedOut,
        )
        .await?;
        tx.commit().await?;
        Ok(())
    }

    /// Adds a member of staff.
    pub async fn add(
        self,
        name: &str,
        email: &str,
        password: &str,
        role: Role,
        application: Option<ApplicationId>,
    ) -> Outcome<StaffId, StaffRejection> {
        let refused = Failure::Rejected;
        let clinic = self.clinic_if_any(application).await?;
        let staff = Staff {
            id: StaffId(self.ports().id()),
            application,
            name: text::line(name, policy::NAME_MAX)
                .map_err(|error| refused(StaffRejection::Name(error)))?,
            email: address::email(email, policy::EMAIL_MAX)
                .map_err(|error| refused(StaffRejection::Email(error)))?,
            role,
            disabled: false,
            clinic: clinic.as_ref().map(|clinic| clinic.name.clone()),
            time_zone: clinic.as_ref().map_or(Zone::UTC, |clinic| clinic.time_zone),
        };
        if (role == Role::Operator) != application.is_none() {
            return reject(StaffRejection::RoleAndApplication);
        }
        let clinic = clinic.map(|clinic| clinic.name).unwrap_or_default();
        self::password(password, &[&staff.name, &staff.email, &clinic])
            .map_err(|error| refused(StaffRejection::Password(error)))?;
        let hash = self.hasher().hash_password(Class::Staff, password).await?;
        let mut tx = self.store().begin().await?;
        if let Some(id) = application
            && applications::find(&mut tx, id).await?.is_none()
        {
            return reject(StaffRejection::NoSuchApplication);
        }
        if !table::insert(&mut tx, &staff, &hash, self.ports().now()).await? {
            return reject(StaffRejection::EmailTaken);
        }
        self.audit_staff(
            &mut tx,
            application,
            Actor::CommandLine,
            Action::StaffAdd,
            Some(staff.id),
            ActionOutcome::Added,
        )
        .await?;
        tx.commit().await?;
        Ok(staff.id)
    }

    /// The clinic's name, which its staff's passwords may not rest on; empty where there is none.
    pub(crate) async fn name_of(
        self,
        application: Option<ApplicationId>,
    ) -> Result<String, InternalError> {
        let clinic = self.clinic_if_any(application).await?;
        Ok(clinic.map(|clinic| clinic.name).unwrap_or_default())
    }

    async fn clinic_if_any(
        self,
        application: Option<ApplicationId>,
    ) -> Result<Option<Application>, InternalError> {
        let Some(id) = application else {
            return Ok(None);
        };
        let mut tx = self.store().read().await?;
        Ok(applications::find(&mut tx, id).await?)
    }

    /// A record of what someone did for themselves.
    pub(crate) async fn audit_own(
        self,
        tx: &mut Tx,
        staff: &Staff,
        action: Action,
        outcome: ActionOutcome,
    ) -> Result<(), InternalError> {
        let actor = Actor::Staff(staff.id);
        self.audit_staff(
            tx,
            staff.application,
            actor,
            action,
            Some(staff.id),
            outcome,
        )
        .await
    }

    pub(crate) async fn audit_staff(
        self,
        tx: &mut Tx,
        application: Option<ApplicationId>,
        actor: Actor,
        action: Action,
        subject: Option<StaffId>,
        outcome: ActionOutcome,
    ) -> Result<(), InternalError> {
        let entry = Entry {
            application,
            actor,
            action,
            subject: subject.map(|id| id.0),
            outcome,
        };
        self.audit().record(tx, entry).await
    }
}
