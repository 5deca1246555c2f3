//! The first start: a link from the console makes the first clinic, its manager and the mail settings, once.

use crate::audit::log::Entry;
use crate::people::accounts::password;
use crate::secrets::Class;
use crate::{Actor, Installation, InternalError, NewClinic, NewClinicProblem, Outcome, reject};
use domain::application::Application;
use domain::audit::{Action, ActionOutcome};
use domain::ids::StaffId;
use domain::outgoing_mail::{self, MailSettings};
use domain::password::PasswordError;
use domain::staff::{Role, Staff};
use store::{Tx, applications, set_up, staff as staff_table};

/// What the page of the first start asks for, as typed.
pub struct SetUp<'a> {
    pub clinic: NewClinic<'a>,
    pub password: &'a str,
    /// None where the configuration decides about mail.
    pub mail: Option<&'a outgoing_mail::Draft>,
}

/// Everything that is wrong with it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SetUpProblem {
    pub clinic: NewClinicProblem,
    pub password: Option<PasswordError>,
    pub mail: Vec<outgoing_mail::Problem>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SetUpRejection {
    /// The link was used, or a later start made another one.
    Over,
    Typed(SetUpProblem),
}

/// What a first start needs, read.
struct First {
    application: Application,
    manager: Staff,
    mail: Option<MailSettings>,
}

impl Installation<'_> {
    /// The path of the link that sets a new installation up; None once there is a clinic or staff.
    /// Links of earlier starts are dead.
    pub async fn set_up_link(self) -> Result<Option<String>, InternalError> {
        let mut tx = self.store().begin().await?;
        if !is_untouched(&mut tx).await? {
            return Ok(None);
        }
        let token = self.staff().token();
        set_up::put(&mut tx, &self.set_up_digest(&token), self.ports().now()).await?;
        tx.commit().await?;
        Ok(Some(format!("{}/set-up/{token}", self.public_url())))
    }

    /// Whether a link of the first start still works.
    pub async fn may_set_up(self, token: &str) -> Result<bool, InternalError> {
        let mut tx = self.store().read().await?;
        Ok(set_up::is_open(&mut tx, &self.set_up_digest(token)).await?
            && is_untouched(&mut tx).await?)
    }

    /// Makes the first clinic and its manager, and keeps the mail settings: all of it, or nothing.
    pub async fn set_up(self, token: &str, typed: &SetUp<'_>) -> Outcome<(), SetUpRejection> {
        if !self.may_set_up(token).await? {
            return reject(SetUpRejection::Over);
        }
        let first = match self.read_set_up(typed) {
            Ok(first) => first,
            Err(problem) => return reject(SetUpRejection::Typed(problem)),
        };
        let hash = self
            .hasher()
            .hash_password(Class::Staff, typed.password)
            .await?;
        let now = self.ports().now();
        let mut tx = self.store().begin().await?;
        let still_open = set_up::take(&mut tx, &self.set_up_digest(token)).await?;
        if !still_open || !is_untouched(&mut tx).await? {
            return reject(SetUpRejection::Over);
        }
        applications::put(&mut tx, &first.application, now).await?;
        if !staff_table::insert(&mut tx, &first.manager, &hash, now).await? {
            return reject(SetUpRejection::Over);
        }
        if let Some(settings) = &first.mail {
            self.put_mail_settings(&mut tx, settings).await?;
        }
        // The person at the console made all this, and is the manager from now on.
        let id = first.application.id;
        let manager = first.manager.id;
        let records = [
            (Some(id), Action::ApplicationAdd, id.0, ActionOutcome::Added),
            (Some(id), Action::StaffAdd, manager.0, ActionOutcome::Added),
        ];
        let mail = first.mail.map(|_| {
            (
                None,
                Action::InstallationSetMail,
                manager.0,
                ActionOutcome::Changed,
            )
        });
        for (application, action, subject, outcome) in records.into_iter().chain(mail) {
            let entry = Entry {
                application,
                actor: Actor::Staff(manager),
                action,
                subject: Some(subject),
                outcome,
            };
            self.audit().record(&mut tx, entry).await?;
        }
        tx.commit().await?;
        Ok(())
    }

    fn read_set_up(self, typed: &SetUp<'_>) -> Result<First, SetUpProblem> {
        let clinic = self.read_clinic(typed.clinic);
        let NewClinic {
            clinic: at,
            name,
            email,
            ..
        } = typed.clinic;
        let secret = password(typed.password, &[name, email, at]);
        let mail = typed.mail.map(outgoing_mail::Draft::read).transpose();
        match (clinic, secret, mail) {
            (Ok(clinic), Ok(()), Ok(mail)) => Ok(First {
                manager: Staff {
                    id: StaffId(self.ports().id()),
                    application: Some(clinic.application.id),
                    name: clinic.name,
                    email: clinic.email,
                    role: Role::Manager,
                    disabled: false,
                    clinic: Some(clinic.application.name.clone()),
                    time_zone: clinic.application.time_zone,
                },
                application: clinic.application,
                mail,
            }),
            (clinic, secret, mail) => Err(SetUpProblem {
                clinic: clinic.err().unwrap_or_default(),
                password: secret.err(),
                mail: mail.err().unwrap_or_default(),
            }),
        }
    }

    fn set_up_digest(self, token: &str) -> Vec<u8> {
        self.sealer().digest("set-up", &[token.as_bytes()])
    }
}

/// No one works here yet.
pub(crate) async fn is_untouched(tx: &mut Tx) -> Result<bool, InternalError> {
    Ok(applications::list(tx).await?.is_empty() && !staff_table::any(tx).await?)
}
