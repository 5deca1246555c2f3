//! The clinics of an installation, as its operator sees them: their names, and who manages them. No patients.

use crate::applications::settings::new_application;
use crate::staff::invitations::Invitee;
use crate::{
    ApplicationChange, ApplicationRejection, Failure, Installation, InternalError,
    InvitationRejection, InviteRejection, Operator, Outcome, TeamRejection, reject,
};
use domain::address::{self, AddressError};
use domain::application::Application;
use domain::audit::{Action, ActionOutcome};
use domain::clinic_settings::{Setting, SettingError};
use domain::ids::{ApplicationId, InvitationId, StaffId};
use domain::invitation::Invitation;
use domain::policy;
use domain::staff::{Role, Staff};
use domain::text::{self, TextError};
use domain::zone::Zone;
use store::{applications, authenticators, invitations, staff as staff_table};

/// A clinic, and the one who is to manage it, as typed.
#[derive(Clone, Copy)]
pub struct NewClinic<'a> {
    pub clinic: &'a str,
    pub phone: &'a str,
    /// An IANA name; empty is UTC.
    pub time_zone: &'a str,
    pub name: &'a str,
    pub email: &'a str,
}

/// Everything that is wrong with it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NewClinicProblem {
    pub clinic: Option<TextError>,
    pub phone: Option<TextError>,
    pub time_zone: bool,
    pub name: Option<TextError>,
    pub email: Option<AddressError>,
}

impl NewClinicProblem {
    /// Takes over what is wrong with one of the settings that the form asks for.
    fn add(&mut self, rejection: &ApplicationRejection) {
        let ApplicationRejection::Setting(setting, error) = rejection else {
            return;
        };
        match (setting, error) {
            (Setting::Name, SettingError::Text(error)) => self.clinic = Some(*error),
            (Setting::Phone, SettingError::Text(error)) => self.phone = Some(*error),
            (Setting::TimeZone, _) => self.time_zone = true,
            _ => {}
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NewClinicRejection {
    Typed(NewClinicProblem),
    /// Someone of the staff has this address, at another clinic.
    EmailTaken,
    NotProven,
}

/// The same, read.
pub(crate) struct ReadClinic {
    pub(crate) application: Application,
    pub(crate) name: String,
    pub(crate) email: String,
}

/// What an operator sees of one clinic.
pub struct ClinicView {
    pub name: String,
    pub phone: String,
    /// Each with whether they have an authenticator.
    pub managers: Vec<(Staff, bool)>,
    /// Those to managers that no one has used yet.
    pub invitations: Vec<Invitation>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ManagerRejection {
    NoSuchClinic,
    Invite(InviteRejection),
}

impl Installation<'_> {
    /// All clinics by name, with how many may manage each and how many are invited to.
    pub async fn clinics(self, _by: Operator) -> Result<Vec<applications::Line>, InternalError> {
        let mut tx = self.store().read().await?;
        Ok(applications::lines(&mut tx, self.ports().now()).await?)
    }

    /// The zone of the first clinic, which another one is likely to share; UTC where there is none.
    pub async fn likely_time_zone(self, _by: Operator) -> Result<Zone, InternalError> {
        let mut tx = self.store().read().await?;
        Ok(applications::first_time_zone(&mut tx)
            .await?
            .unwrap_or_default())
    }

    /// None where there is no such clinic.
    pub async fn clinic_of_installation(
        self,
        _by: Operator,
        id: ApplicationId,
    ) -> Result<Option<ClinicView>, InternalError> {
        let mut tx = self.store().read().await?;
        let Some(application) = applications::find(&mut tx, id).await? else {
            return Ok(None);
        };
        let holders = authenticators::holders(&mut tx, id).await?;
        let staff = staff_table::list(&mut tx, id).await?.into_iter();
        let invited = invitations::list_open(&mut tx, id).await?.into_iter();
        let managers = staff.filter(|staff| staff.role == Role::Manager);
        Ok(Some(ClinicView {
            name: application.name,
            phone: application.phone,
            managers: managers
                .map(|staff| (staff.clone(), holders.contains(&staff.id)))
                .collect(),
            invitations: invited
                .filter(|invited| invited.role == Role::Manager)
                .collect(),
        }))
    }

    /// Makes a clinic and invites its first manager by mail.
    pub async fn add_clinic(
        self,
        by: Operator,
        typed: NewClinic<'_>,
    ) -> Outcome<ApplicationId, NewClinicRejection> {
        let clinic = self
            .read_clinic(typed)
            .map_err(|problem| Failure::Rejected(NewClinicRejection::Typed(problem)))?;
        let id = clinic.application.id;
        let manager = Invitee {
            name: clinic.name,
            email: clinic.email,
            role: Role::Manager,
        };
        let mut tx = self.store().begin().await?;
        applications::put(&mut tx, &clinic.application, self.ports().now()).await?;
        self.applications()
            .audit_application(
                &mut tx,
                by.at(id),
                Action::ApplicationAdd,
                ActionOutcome::Added,
            )
            .await?;
        // No one can be invited twice to a clinic that is this new.
        self.staff()
            .invite_within(&mut tx, by.at(id), &manager)
            .await
            .map_err(|failure| {
                failure.map(|refusal| match refusal {
                    InviteRejection::NotProven => NewClinicRejection::NotProven,
                    _ => NewClinicRejection::EmailTaken,
                })
            })?;
        tx.commit().await?;
        Ok(id)
    }

    pub(crate) fn read_clinic(self, typed: NewClinic<'_>) -> Result<ReadClinic, NewClinicProblem> {
        let mut change = ApplicationChange::default()
            .with(Setting::Name, typed.clinic)
            .with(Setting::Phone, typed.phone);
        if !typed.time_zone.trim().is_empty() {
            change = change.with(Setting::TimeZone, typed.time_zone.trim());
        }
        let application = new_application(ApplicationId(self.ports().id()), change, false);
        let name = text::line(typed.name, policy::NAME_MAX);
        let email = address::email(typed.email, policy::EMAIL_MAX);
        match (application, name, email) {
            (Ok(application), Ok(name), Ok(email)) => Ok(ReadClinic {
                application,
                name,
                email,
            }),
            (application, name, email) => {
                let mut problem = NewClinicProblem {
                    name: name.err(),
                    email: email.err(),
                    ..NewClinicProblem::default()
                };
                for rejection in application.err().into_iter().flatten() {
                    problem.add(&rejection);
                }
                Err(problem)
            }
        }
    }

    /// Invites someone to manage a clinic.
    pub async fn invite_manager(
        self,
        by: Operator,
        clinic: ApplicationId,
        name: &str,
        email: &str,
    ) -> Outcome<InvitationId, ManagerRejection> {
        let refused = |failure: Failure<InviteRejection>| failure.map(ManagerRejection::Invite);
        let manager = Invitee::read(name, email, Role::Manager.name());
        let manager = manager.map_err(|problem| {
            Failure::Rejected(ManagerRejection::Invite(InviteRejection::Typed(problem)))
        })?;
        let mut tx = self.store().begin().await?;
        if applications::lock(&mut tx, clinic).await?.is_none() {
            return reject(ManagerRejection::NoSuchClinic);
        }
        let invited = self
            .staff()
            .invite_within(&mut tx, by.at(clinic), &manager)
            .await;
        let id = invited.map_err(refused)?;
        tx.commit().await?;
        Ok(id)
    }

    /// Mails someone who is to manage a clinic a new link; the old one is dead.
    pub async fn invite_manager_again(
        self,
        by: Operator,
        clinic: ApplicationId,
        id: InvitationId,
    ) -> Outcome<(), InvitationRejection> {
        self.staff().invite_again(by.at(clinic), id).await
    }

    /// Mails a manager a link to choose a new password.
    pub async fn send_manager_new_password(
        self,
        by: Operator,
        clinic: ApplicationId,
        id: StaffId,
    ) -> Outcome<(), InvitationRejection> {
        self.staff().send_new_password(by.at(clinic), id).await
    }

    /// Removes a manager's lost authenticator.
    pub async fn reset_manager_authenticator(
        self,
        by: Operator,
        clinic: ApplicationId,
        id: StaffId,
    ) -> Outcome<(), TeamRejection> {
        self.staff().reset_authenticator(by.at(clinic), id).await
    }
}
