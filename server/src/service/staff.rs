//! Staff: signing in to the desk, and the accounts the command line makes.

use super::accounts::password;
use super::audit::Entry;
use super::limits::{Door, SignInRefusal};
use super::{Actor, Failure, Fault, Outcome, Services, refuse};
use crate::secrets::Hasher;
use crate::store::{Tx, applications, staff as table};
use app::desk::StaffContext;
use app::domain::ids::{ApplicationId, StaffId};
use app::domain::password::PasswordError;
use app::domain::policy;
use app::domain::staff::{Role, Staff};
use app::domain::text::{self, AddressError, TextError};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StaffRefusal {
    Name(TextError),
    Email(AddressError),
    Password(PasswordError),
    /// Somebody of the staff has this address.
    EmailTaken,
    NoSuchApplication,
    /// An operator belongs to no application; everybody else to one.
    RoleAndApplication,
}

pub(super) const STAFF_DOOR: &str = "staff";

impl Services {
    /// Signs somebody in to the desk. Operators have none: they see no patients.
    pub async fn sign_in_staff(
        &self,
        email: &str,
        password: &str,
        from: &str,
    ) -> Outcome<StaffId, SignInRefusal> {
        let door = Door {
            purpose: STAFF_DOOR,
            email,
            from,
        };
        self.charge_sign_in(&door).await?;
        let mut tx = self.0.store.read().await?;
        let found = table::find_by_email(&mut tx, email).await?;
        drop(tx);
        let hash = found.as_ref().map(|(_, hash)| hash.as_str());
        let right = self.0.hasher.verify(password.as_bytes(), hash).await?;
        let upgraded = match hash {
            Some(hash) if right && Hasher::is_outdated(hash) => {
                Some(self.0.hasher.hash(password.as_bytes()).await?)
            }
            _ => None,
        };
        let mut tx = self.0.store.begin().await?;
        let member = found.map(|(staff, _)| staff);
        let application = member.as_ref().and_then(|staff| staff.application);
        let Some(staff) =
            member.filter(|staff| right && !staff.disabled && staff.application.is_some())
        else {
            self.audit_staff(
                &mut tx,
                application,
                Actor::Nobody,
                "staff.sign-in",
                None,
                "wrong-pair",
            )
            .await?;
            tx.commit().await?;
            return refuse(SignInRefusal::WrongPair);
        };
        self.clear_sign_in(&mut tx, &door).await?;
        if let Some(hash) = upgraded {
            table::set_password(&mut tx, staff.id, &hash).await?;
        }
        let actor = Actor::Staff(staff.id);
        self.audit_staff(
            &mut tx,
            application,
            actor,
            "staff.sign-in",
            Some(staff.id),
            "signed-in",
        )
        .await?;
        tx.commit().await?;
        Ok(staff.id)
    }

    /// Notes a sign-out.
    pub async fn sign_out_staff(&self, staff: &StaffContext) -> Result<(), Fault> {
        let mut tx = self.0.store.begin().await?;
        let actor = Actor::Staff(staff.staff);
        let application = Some(staff.application);
        self.audit_staff(
            &mut tx,
            application,
            actor,
            "staff.sign-out",
            Some(staff.staff),
            "signed-out",
        )
        .await?;
        tx.commit().await?;
        Ok(())
    }

    /// Who works the desk; None once they are disabled or gone.
    pub async fn staff_context(&self, id: StaffId) -> Result<Option<StaffContext>, Fault> {
        let mut tx = self.0.store.read().await?;
        let staff = table::find(&mut tx, id).await?;
        Ok(staff.filter(|staff| !staff.disabled).and_then(|staff| {
            Some(StaffContext {
                staff: staff.id,
                application: staff.application?,
                role: staff.role,
                name: staff.name,
            })
        }))
    }

    /// Adds a member of staff.
    pub async fn add_staff(
        &self,
        name: &str,
        email: &str,
        password: &str,
        role: Role,
        application: Option<ApplicationId>,
    ) -> Outcome<StaffId, StaffRefusal> {
        let refused = Failure::Refused;
        let staff = Staff {
            id: StaffId(self.0.ports.id()),
            application,
            name: text::line(name, policy::NAME_MAX)
                .map_err(|error| refused(StaffRefusal::Name(error)))?,
            email: text::email(email, policy::EMAIL_MAX)
                .map_err(|error| refused(StaffRefusal::Email(error)))?,
            role,
            disabled: false,
        };
        if (role == Role::Operator) != application.is_none() {
            return refuse(StaffRefusal::RoleAndApplication);
        }
        let clinic = self.name_of(application).await?;
        self::password(password, &[&staff.name, &staff.email, &clinic])
            .map_err(|error| refused(StaffRefusal::Password(error)))?;
        let hash = self.0.hasher.hash(password.as_bytes()).await?;
        let mut tx = self.0.store.begin().await?;
        if let Some(id) = application
            && applications::find(&mut tx, id).await?.is_none()
        {
            return refuse(StaffRefusal::NoSuchApplication);
        }
        if !table::insert(&mut tx, &staff, &hash, self.0.ports.now()).await? {
            return refuse(StaffRefusal::EmailTaken);
        }
        self.audit_staff(
            &mut tx,
            application,
            Actor::CommandLine,
            "staff.add",
            Some(staff.id),
            "added",
        )
        .await?;
        tx.commit().await?;
        Ok(staff.id)
    }

    /// The clinic's name, which its staff's passwords may not rest on; empty where there is none.
    async fn name_of(&self, application: Option<ApplicationId>) -> Result<String, Fault> {
        let Some(id) = application else {
            return Ok(String::new());
        };
        let mut tx = self.0.store.read().await?;
        let application = applications::find(&mut tx, id).await?;
        Ok(application
            .map(|application| application.name)
            .unwrap_or_default())
    }

    async fn audit_staff(
        &self,
        tx: &mut Tx,
        application: Option<ApplicationId>,
        actor: Actor,
        action: &'static str,
        subject: Option<StaffId>,
        outcome: &'static str,
    ) -> Result<(), Fault> {
        let entry = Entry {
            application,
            actor,
            action,
            subject: subject.map(|id| id.0),
            outcome,
        };
        self.audit(tx, entry).await
    }
}
