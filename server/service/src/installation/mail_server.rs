//! What belongs to the installation and to no clinic: who runs it, and its mail server.

use crate::audit::log::Entry;
use crate::installation::first_start::is_untouched;
use crate::mail::{self, Envelope, Mailer, Message};
use crate::secrets::Sealer;
use crate::seen::Seen;
use crate::staff::fresh_proof::FreshProof;
use crate::{
    Actor, Administrator, Failure, Installation, InternalError, Outcome, SignedInStaff, reject,
};
use domain::audit::{Action, ActionOutcome};
use domain::ids::ApplicationId;
use domain::outgoing_mail::{Draft, MailSettings, Problem};
use domain::staff::{Role, Staff};
use std::sync::{Arc, Mutex, PoisonError};
use store::{Tx, installation, mail_settings};

/// The operator of the installation. Sees no patients.
#[derive(Clone, Copy, Debug)]
pub struct Operator {
    actor: Actor,
    proof: Option<FreshProof>,
}

impl Operator {
    pub const fn at_command_line() -> Self {
        Self {
            actor: Actor::CommandLine,
            proof: None,
        }
    }

    /// None for the staff of a clinic.
    pub fn among_staff(staff: &Staff) -> Option<Self> {
        (staff.role == Role::Operator).then_some(Self {
            actor: Actor::Staff(staff.id),
            proof: None,
        })
    }

    /// The same, with what their session says of the last proof.
    #[must_use]
    pub fn with_proof(self, sign_in: Option<&SignedInStaff>) -> Self {
        Self {
            proof: sign_in.and_then(FreshProof::of),
            ..self
        }
    }

    pub(crate) fn actor(self) -> Actor {
        self.actor
    }

    /// Acts for a clinic whose managers cannot: within this room alone, as managers may see patients.
    pub(crate) fn at(self, application: ApplicationId) -> Administrator {
        Administrator {
            application,
            actor: self.actor,
            over_managers_alone: true,
            proof: self.proof,
        }
    }
}

/// Another operator stored other settings since the form was shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MailSettingsChanged;

/// The mailer over the stored settings, and of which version of them it is.
#[derive(Default)]
pub(crate) struct StoredMailer(Mutex<Option<(i64, Arc<Mailer>)>>);

impl Installation<'_> {
    /// Whether the server may start though its configuration names no mail server: it was told of one, or it is
    /// about to be.
    pub async fn may_start_without_mail(self) -> Result<bool, InternalError> {
        let mut tx = self.store().read().await?;
        Ok(mail_settings::find(&mut tx).await?.is_some() || is_untouched(&mut tx).await?)
    }

    /// The stored mail settings.
    pub async fn mail_settings(self, _by: Operator) -> Result<Option<MailSettings>, InternalError> {
        let mut tx = self.store().read().await?;
        self.stored_settings(&mut tx).await
    }

    async fn stored_settings(self, tx: &mut Tx) -> Result<Option<MailSettings>, InternalError> {
        match mail_settings::find(tx).await? {
            Some(stored) => open_settings(self.sealer(), &stored.sealed).map(Some),
            None => Ok(None),
        }
    }

    /// What a form for the mail server says; an empty password in it is the stored one.
    pub async fn read_mail_settings(
        self,
        _by: Operator,
        draft: Draft,
    ) -> Outcome<MailSettings, Vec<Problem>> {
        let mut tx = self.store().read().await?;
        let draft = match self.stored_settings(&mut tx).await? {
            Some(stored) => draft.with_kept_password(&stored),
            None => draft,
        };
        draft.read().map_err(Failure::Rejected)
    }

    /// The digest of the stored mail settings, as their form shows them.
    pub fn mail_settings_shown(self, stored: Option<&MailSettings>) -> Seen {
        self.seen(TABLE, &stored)
    }

    /// Keeps other mail settings. Every process sends by them from its next mail on.
    pub async fn set_mail_settings(
        self,
        by: Operator,
        settings: &MailSettings,
        seen: Option<&Seen>,
    ) -> Outcome<(), MailSettingsChanged> {
        let mut tx = self.store().begin().await?;
        installation::lock(&mut tx).await?;
        let stored = self.stored_settings(&mut tx).await?;
        if !Seen::fits(seen, &self.mail_settings_shown(stored.as_ref())) {
            return reject(MailSettingsChanged);
        }
        self.put_mail_settings(&mut tx, settings).await?;
        let entry = Entry {
            application: None,
            actor: by.actor,
            action: Action::InstallationSetMail,
            subject: None,
            outcome: ActionOutcome::Changed,
        };
        self.audit().record(&mut tx, entry).await?;
        tx.commit().await?;
        Ok(())
    }

    pub(crate) async fn put_mail_settings(
        self,
        tx: &mut Tx,
        settings: &MailSettings,
    ) -> Result<(), InternalError> {
        let text = serde_json::to_vec(settings).map_err(InternalError::json(TABLE))?;
        let sealed = self.sealer().seal(TABLE, &[], &text, self.ports())?;
        mail_settings::put(tx, &sealed, self.ports().now()).await?;
        Ok(())
    }

    /// What mail leaves by just now: the configuration's mailer, or the one the stored settings name.
    pub async fn current_mailer(
        self,
        configured: &Arc<Mailer>,
    ) -> Result<Arc<Mailer>, InternalError> {
        if configured.decides() {
            return Ok(configured.clone());
        }
        let mut tx = self.store().read().await?;
        let Some(stored) = mail_settings::find(&mut tx).await? else {
            return Ok(configured.clone());
        };
        drop(tx);
        let mut kept = self
            .mailer()
            .0
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        if let Some((version, mailer)) = kept.as_ref()
            && *version == stored.version
        {
            return Ok(mailer.clone());
        }
        let settings = open_settings(self.sealer(), &stored.sealed)?;
        let mailer = configured.instead(&settings);
        let mailer = mailer.map_err(InternalError::broken(TABLE))?;
        *kept = Some((stored.version, mailer.clone()));
        Ok(mailer)
    }

    /// A mail that only shows that mail arrives.
    pub fn test_mail(self, to: &str) -> Result<Envelope, InternalError> {
        let message = Message::Test {
            url: self.public_url().to_owned(),
        };
        Ok(Envelope {
            id: self.ports().id(),
            to: to.to_owned(),
            reply_to: None,
            written_at: self.ports().now(),
            mail: mail::render(&message).map_err(InternalError::broken("mail"))?,
        })
    }
}

const TABLE: &str = "mail_settings";

pub(crate) fn open_settings(sealer: &Sealer, kept: &[u8]) -> Result<MailSettings, InternalError> {
    let text = sealer.open(TABLE, &[], kept)?;
    serde_json::from_slice(&text).map_err(InternalError::json(TABLE))
}
