//! What belongs to the installation and to no clinic: its mail server, and its first start.

use super::accounts::password;
use super::applications::new_application;
use super::audit::Entry;
use super::{Actor, ApplicationChange, Fault, Outcome, Services, refuse};
use crate::mail::{self, Envelope, Mailer, Message};
use crate::secrets::Sealer;
use crate::store::{Tx, applications, mail_settings, set_up, staff as staff_table};
use app::domain::ids::{ApplicationId, StaffId};
use app::domain::outgoing_mail::{self, MailSettings};
use app::domain::password::PasswordError;
use app::domain::policy;
use app::domain::staff::{Role, Staff};
use app::domain::text::{self, AddressError, TextError};
use std::sync::{Arc, Mutex, PoisonError};

/// Who may set the installation itself up.
#[derive(Clone, Copy, Debug)]
pub struct Operator {
    actor: Actor,
}

impl Operator {
    pub const fn at_command_line() -> Self {
        Self {
            actor: Actor::CommandLine,
        }
    }
}

/// What the page of the first start asks for, as typed.
pub struct SetUp<'a> {
    pub clinic: &'a str,
    pub phone: &'a str,
    pub name: &'a str,
    pub email: &'a str,
    pub password: &'a str,
    /// None where the configuration decides about mail.
    pub mail: Option<&'a outgoing_mail::Draft>,
}

/// Everything that is wrong with it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SetUpProblem {
    pub clinic: Option<TextError>,
    pub phone: Option<TextError>,
    pub name: Option<TextError>,
    pub email: Option<AddressError>,
    pub password: Option<PasswordError>,
    pub mail: Vec<outgoing_mail::Problem>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SetUpRefusal {
    /// The link was used, or a later start made another one.
    Over,
    Typed(SetUpProblem),
}

/// The mailer over the stored settings, and of which version of them it is.
#[derive(Default)]
pub(super) struct StoredMailer(Mutex<Option<(i64, Arc<Mailer>)>>);

/// What a first start needs, read.
struct First {
    application: app::domain::application::Application,
    manager: Staff,
    mail: Option<MailSettings>,
}

impl Services {
    /// The path of the link that sets a new installation up; None once there is a clinic or staff.
    /// Links of earlier starts are dead.
    pub async fn set_up_link(&self) -> Result<Option<String>, Fault> {
        let mut tx = self.0.store.begin().await?;
        if !is_untouched(&mut tx).await? {
            return Ok(None);
        }
        let token = self.token();
        set_up::put(&mut tx, &self.set_up_digest(&token), self.0.ports.now()).await?;
        tx.commit().await?;
        Ok(Some(format!("{}/set-up/{token}", self.0.public_url)))
    }

    /// Whether a link of the first start still works.
    pub async fn may_set_up(&self, token: &str) -> Result<bool, Fault> {
        let mut tx = self.0.store.read().await?;
        Ok(set_up::is_open(&mut tx, &self.set_up_digest(token)).await?
            && is_untouched(&mut tx).await?)
    }

    /// Makes the first clinic and its manager, and keeps the mail settings: all of it, or nothing.
    pub async fn set_up(&self, token: &str, typed: &SetUp<'_>) -> Outcome<(), SetUpRefusal> {
        if !self.may_set_up(token).await? {
            return refuse(SetUpRefusal::Over);
        }
        let first = match self.read_set_up(typed) {
            Ok(first) => first,
            Err(problem) => return refuse(SetUpRefusal::Typed(problem)),
        };
        let hash = self.0.hasher.hash(typed.password.as_bytes()).await?;
        let now = self.0.ports.now();
        let mut tx = self.0.store.begin().await?;
        let still_open = set_up::take(&mut tx, &self.set_up_digest(token)).await?;
        if !still_open || !is_untouched(&mut tx).await? {
            return refuse(SetUpRefusal::Over);
        }
        applications::put(&mut tx, &first.application, now).await?;
        if !staff_table::insert(&mut tx, &first.manager, &hash, now).await? {
            return refuse(SetUpRefusal::Over);
        }
        if let Some(settings) = &first.mail {
            self.put_mail_settings(&mut tx, settings).await?;
        }
        // Whoever had the console made all this, and is the manager from now on.
        let id = first.application.id;
        let manager = first.manager.id;
        let records = [
            (Some(id), "application.add", id.0, "added"),
            (Some(id), "staff.add", manager.0, "added"),
        ];
        let mail = first
            .mail
            .map(|_| (None, "installation.set-mail", manager.0, "changed"));
        for (application, action, subject, outcome) in records.into_iter().chain(mail) {
            let entry = Entry {
                application,
                actor: Actor::Staff(manager),
                action,
                subject: Some(subject),
                outcome,
            };
            self.audit(&mut tx, entry).await?;
        }
        tx.commit().await?;
        Ok(())
    }

    fn read_set_up(&self, typed: &SetUp<'_>) -> Result<First, SetUpProblem> {
        let clinic = text::line(typed.clinic, policy::NAME_MAX);
        let phone = text::line(typed.phone, policy::NAME_MAX);
        let name = text::line(typed.name, policy::NAME_MAX);
        let email = text::email(typed.email, policy::EMAIL_MAX);
        let secret = password(typed.password, &[typed.name, typed.email, typed.clinic]);
        let mail = typed.mail.map(outgoing_mail::Draft::read).transpose();
        let id = ApplicationId(self.0.ports.id());
        let change = ApplicationChange {
            name: clinic.clone().ok(),
            phone: phone.clone().ok(),
            ..ApplicationChange::default()
        };
        match (
            new_application(id, change, false),
            &name,
            &email,
            secret,
            mail,
        ) {
            (Ok(application), Ok(name), Ok(email), Ok(()), Ok(mail)) => Ok(First {
                manager: Staff {
                    id: StaffId(self.0.ports.id()),
                    application: Some(id),
                    name: name.clone(),
                    email: email.clone(),
                    role: Role::Manager,
                    disabled: false,
                },
                application,
                mail,
            }),
            (_, _, _, secret, mail) => Err(SetUpProblem {
                clinic: clinic.err(),
                phone: phone.err(),
                name: name.err(),
                email: email.err(),
                password: secret.err(),
                mail: mail.err().unwrap_or_default(),
            }),
        }
    }

    /// Whether the server may start though its configuration names no mail server: it was told of one, or it is
    /// about to be.
    pub async fn may_start_without_mail(&self) -> Result<bool, Fault> {
        let mut tx = self.0.store.read().await?;
        Ok(mail_settings::find(&mut tx).await?.is_some() || is_untouched(&mut tx).await?)
    }

    /// The stored mail settings.
    pub async fn mail_settings(&self, _by: Operator) -> Result<Option<MailSettings>, Fault> {
        let mut tx = self.0.store.read().await?;
        match mail_settings::find(&mut tx).await? {
            Some(stored) => open_settings(&self.0.sealer, &stored.sealed).map(Some),
            None => Ok(None),
        }
    }

    /// Keeps other mail settings. Every process sends by them from its next mail on.
    pub async fn set_mail_settings(
        &self,
        by: Operator,
        settings: &MailSettings,
    ) -> Result<(), Fault> {
        let mut tx = self.0.store.begin().await?;
        self.put_mail_settings(&mut tx, settings).await?;
        let entry = Entry {
            application: None,
            actor: by.actor,
            action: "installation.set-mail",
            subject: None,
            outcome: "changed",
        };
        self.audit(&mut tx, entry).await?;
        tx.commit().await?;
        Ok(())
    }

    async fn put_mail_settings(&self, tx: &mut Tx, settings: &MailSettings) -> Result<(), Fault> {
        let text = serde_json::to_vec(settings).map_err(|_| Fault::Unreadable(TABLE))?;
        let sealed = self.0.sealer.seal(TABLE, &[], &text, &self.0.ports);
        mail_settings::put(tx, &sealed, self.0.ports.now()).await?;
        Ok(())
    }

    /// What mail leaves by just now: the configuration's mailer, or the one the stored settings name.
    pub async fn current_mailer(&self, configured: &Arc<Mailer>) -> Result<Arc<Mailer>, Fault> {
        if configured.decides() {
            return Ok(configured.clone());
        }
        let mut tx = self.0.store.read().await?;
        let Some(stored) = mail_settings::find(&mut tx).await? else {
            return Ok(configured.clone());
        };
        drop(tx);
        let mut kept = self
            .0
            .mailer
            .0
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        if let Some((version, mailer)) = kept.as_ref()
            && *version == stored.version
        {
            return Ok(mailer.clone());
        }
        let settings = open_settings(&self.0.sealer, &stored.sealed)?;
        let mailer = configured.instead(&settings);
        let mailer = mailer.map_err(|_| Fault::Unreadable(TABLE))?;
        *kept = Some((stored.version, mailer.clone()));
        Ok(mailer)
    }

    /// A mail that only shows that mail arrives.
    pub fn test_mail(&self, to: &str) -> Result<Envelope, Fault> {
        let message = Message::Test {
            url: self.0.public_url.clone(),
        };
        Ok(Envelope {
            id: self.0.ports.id(),
            to: to.to_owned(),
            reply_to: None,
            written_at: self.0.ports.now(),
            mail: mail::render(&message).map_err(|_| Fault::Unreadable("mail"))?,
        })
    }

    fn set_up_digest(&self, token: &str) -> Vec<u8> {
        self.0.sealer.digest("set-up", &[token.as_bytes()])
    }
}

const TABLE: &str = "mail_settings";

/// Nobody works here yet.
async fn is_untouched(tx: &mut Tx) -> Result<bool, Fault> {
    Ok(applications::list(tx).await?.is_empty() && !staff_table::any(tx).await?)
}

pub(super) fn open_settings(sealer: &Sealer, kept: &[u8]) -> Result<MailSettings, Fault> {
    let text = sealer.open(TABLE, &[], kept);
    let text = text.ok_or(Fault::Unreadable(TABLE))?;
    serde_json::from_slice(&text).map_err(|_| Fault::Unreadable(TABLE))
}
