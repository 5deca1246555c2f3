//! Mail as jobs: queued in the transaction of the use case, rendered when it is sent.

use crate::audit::log::Entry;
use crate::mail::{self, Envelope, Message, StaffNotice};
use crate::outbox::account_mails::AccountMail;
use crate::{Actor, InternalError, Outbox};
use domain::application::Application;
use domain::audit::{Action, ActionOutcome};
use domain::connect_request::{ConnectRequest, Standing};
use domain::ids::{
    ApplicationId, AuthorizationId, ConnectRequestId, InvitationId, PasswordResetId, PersonId,
    StaffId,
};
use domain::likeness::first_name;
use domain::policy;
use domain::statistics::Counted;
use domain::timestamp::Timestamp;
use serde::{Deserialize, Serialize};
use std::time::Duration;
use store::jobs::{self, Claimed, NewJob, State, Urgency};
use store::{Tx, applications, authorizations, connect_requests, persons, records, staff};
use uuid::Uuid;
use words::t;

/// The kind of job whose state the desk shows beside a request.
pub(crate) const CONNECT: &str = "connect";
const REMINDER: &str = "reminder";
const STOPPED: &str = "stopped";

/// A mail to be sent. What it says is read when it is sent.
#[derive(Debug, Serialize, Deserialize)]
pub enum MailJob {
    /// The code, to the request's address.
    Connect { request: ConnectRequestId },
    /// To whoever has not used the code yet.
    Reminder { request: ConnectRequestId },
    /// To whoever was sent a code that too many wrong answers have stopped.
    Stopped { request: ConnectRequestId },
    /// Digits that prove an address; worth nothing after their time.
    Digits {
        to: String,
        digits: String,
        /// Of the link; none in jobs of earlier versions.
        #[serde(default)]
        token: Option<String>,
        until: Timestamp,
    },
    /// Something about a person's own account.
    Account(AccountMail),
    /// Somebody tried to make an account for an address that has one.
    KnownAddress { to: String },
    /// Digits and a link for a person who forgot their password; the link alone where digits were guessed at.
    ResetPassword {
        reset: PasswordResetId,
        to: String,
        digits: Option<String>,
        token: String,
    },
    /// Somebody asked for a new password with an address that has no account.
    NoAccount { to: String },
    /// To a person whose password was changed.
    PasswordChanged { person: PersonId, at: Timestamp },
    /// To one of the staff, of what happened to their own account.
    StaffNotice {
        staff: StaffId,
        what: StaffNotice,
        at: Timestamp,
    },
    /// To a person who connected.
    Receipt {
        person: PersonId,
        application: ApplicationId,
        /// None in jobs of earlier versions.
        #[serde(default)]
        authorization: Option<AuthorizationId>,
    },
    /// To a person who put another record in the place of a wrong one.
    RecordChanged {
        person: PersonId,
        application: ApplicationId,
        authorization: AuthorizationId,
    },
    /// To somebody who may choose a password by the link with this token.
    Invitation {
        invitation: InvitationId,
        token: String,
    },
    /// To one of the staff whose authenticator somebody took away; None for the command line.
    AuthenticatorReset { staff: StaffId, by: Option<StaffId> },
    /// To a person who disconnected.
    Disconnected {
        person: PersonId,
        application: ApplicationId,
    },
}

impl MailJob {
    const fn kind(&self) -> &'static str {
        match self {
            Self::Connect { .. } => CONNECT,
            Self::Reminder { .. } => REMINDER,
            Self::Stopped { .. } => STOPPED,
            Self::Digits { .. } => "digits",
            Self::Account(mail) => mail.kind(),
            Self::KnownAddress { .. } => "known-address",
            Self::ResetPassword { .. } => "reset-password",
            Self::NoAccount { .. } => "no-account",
            Self::PasswordChanged { .. } => "password-changed",
            Self::StaffNotice { .. } => "staff-notice",
            Self::Receipt { .. } => "receipt",
            Self::RecordChanged { .. } => "record-changed",
            Self::Invitation { .. } => "invitation",
            Self::AuthenticatorReset { .. } => "authenticator-reset",
            Self::Disconnected { .. } => "disconnected",
        }
    }

    /// Strangers can have mails of the first class queued, so codes are in another one.
    const fn class(&self) -> Urgency {
        match self {
            Self::Account(mail) => mail.class(),
            Self::Digits { .. }
            | Self::KnownAddress { .. }
            | Self::ResetPassword { .. }
            | Self::NoAccount { .. } => Urgency::AtScreen,
            Self::Connect { .. }
            | Self::Stopped { .. }
            | Self::Receipt { .. }
            | Self::RecordChanged { .. }
            | Self::PasswordChanged { .. }
            | Self::Disconnected { .. } => Urgency::ForPatient,
            Self::Invitation { .. }
            | Self::AuthenticatorReset { .. }
            | Self::StaffNotice { .. } => Urgency::ForStaff,
            Self::Reminder { .. } => Urgency::Reminder,
        }
    }
}

/// The record of a connection, as far as a mail may tell.
#[derive(Default)]
pub(super) struct ConnectedRecord {
    /// One given name; None where no word of the name is one for certain.
    pub(super) name: Option<String>,
    /// Where the person may choose another record.
    change_url: Option<String>,
}

/// To whom a mail goes, where replies go, and what it says.
pub(crate) type Addressed = (String, Option<String>, Message);

/// What became of a claimed mail.
#[derive(Clone, Debug)]
pub enum Settled {
    Sent,
    /// Not sent; to be tried again after a while.
    Retry {
        failure: String,
        /// The mail server refuses this installation: operators have to know.
        ours: bool,
        after: Duration,
    },
    Bounced {
        failure: String,
    },
    /// Nobody knows; never sent again by itself.
    Unknown {
        failure: String,
    },
    /// Given up after too many tries.
    Dead {
        failure: String,
    },
    /// There was nothing to send any more: what it was about is over.
    Dropped,
}

impl Settled {
    const fn state(&self) -> State {
        match self {
            Self::Sent => State::Done,
            Self::Retry { .. } => State::Queued,
            Self::Bounced { .. } => State::Bounced,
            Self::Unknown { .. } => State::Unknown,
            Self::Dead { .. } | Self::Dropped => State::Dead,
        }
    }

    /// Why it was not sent.
    pub fn failure(&self) -> Option<&str> {
        match self {
            Self::Sent | Self::Dropped => None,
            Self::Retry { failure, .. }
            | Self::Bounced { failure }
            | Self::Unknown { failure }
            | Self::Dead { failure } => Some(failure),
        }
    }
}

/// What the audit log says of a mail that ended in this state; None for one that has not ended.
const fn outcome(state: State) -> Option<ActionOutcome> {
    match state {
        State::Done => Some(ActionOutcome::Sent),
        State::Bounced => Some(ActionOutcome::Bounced),
        State::Unknown => Some(ActionOutcome::Unknown),
        State::Dead => Some(ActionOutcome::Dead),
        State::Queued | State::Leased => None,
    }
}

/// What the audit log calls the end of a mail about a request.
fn action(kind: &str) -> Option<Action> {
    match kind {
        CONNECT => Some(Action::ConnectRequestMail),
        REMINDER => Some(Action::ConnectRequestRemind),
        STOPPED => Some(Action::ConnectRequestNotice),
        _ => None,
    }
}

impl Outbox<'_> {
    /// Claims the job of a class that is due longest, for as long as its lease lasts. Where a worker never came back
    /// within its own, a mail is sent again if it had not been handed over, and unknown if it had; a slice of a batch
    /// is done again.
    pub async fn claim(
        self,
        class: Urgency,
        lease: Duration,
    ) -> Result<Option<Claimed>, InternalError> {
        let now = self.ports().now();
        // An idle worker only reads: SQLite has one writer for everybody.
        let mut reading = self.store().read().await?;
        if !jobs::is_due(&mut reading, class, now).await? {
            return Ok(None);
        }
        drop(reading);
        let mut tx = self.store().begin().await?;
        jobs::put_back(&mut tx, now, i64::from(policy::MAIL_TRIES)).await?;
        let lost = jobs::abandon(&mut tx, now).await?;
        let claimed = jobs::claim(&mut tx, class, now, now + lease).await?;
        for job in lost {
            let outcome = outcome(job.state()?);
            self.record_mail(&mut tx, &job.kind, job.connect_request_id, outcome)
                .await?;
        }
        tx.commit().await?;
        Ok(claimed)
    }

    /// Leaves a claimed job to its worker for another lease; false where it is somebody else's by now.
    pub async fn renew(self, job: &Claimed, lease: Duration) -> Result<bool, InternalError> {
        let mut tx = self.store().begin().await?;
        let ours = jobs::extend(&mut tx, job, self.ports().now() + lease).await?;
        tx.commit().await?;
        Ok(ours)
    }

    /// Marks that a claimed mail leaves now: from here on it is never sent again by itself. False where the worker
    /// was so slow that the mail is somebody else's by now.
    pub async fn hand_over_mail(self, job: &Claimed) -> Result<bool, InternalError> {
        let mut tx = self.store().begin().await?;
        let ours = jobs::hand_over(&mut tx, job, self.ports().now()).await?;
        tx.commit().await?;
        Ok(ours)
    }

    /// Records what became of a claimed mail, unless its lease was lost.
    pub async fn settle_mail(self, job: &Claimed, settled: &Settled) -> Result<(), InternalError> {
        let now = self.ports().now();
        let mut tx = self.store().begin().await?;
        if let Settled::Retry {
            failure,
            ours,
            after,
        } = settled
        {
            jobs::retry(&mut tx, job, failure, *ours, now + *after).await?;
        } else if jobs::end(&mut tx, job, settled.state(), settled.failure(), now).await? {
            let outcome = match settled {
                Settled::Dropped => Some(ActionOutcome::Dropped),
                _ => outcome(settled.state()),
            };
            self.record_mail(&mut tx, &job.kind, job.connect_request_id, outcome)
                .await?;
        }
        tx.commit().await?;
        Ok(())
    }

    /// Leaves the record of a mail's end at the request it was about.
    async fn record_mail(
        self,
        tx: &mut Tx,
        kind: &str,
        request: Option<Uuid>,
        outcome: Option<ActionOutcome>,
    ) -> Result<(), InternalError> {
        let (Some(action), Some(id), Some(outcome)) = (action(kind), request, outcome) else {
            return Ok(());
        };
        let Some(stored) = connect_requests::get(tx, ConnectRequestId(id)).await? else {
            return Ok(());
        };
        if kind == CONNECT {
            let trouble = !matches!(outcome, ActionOutcome::Sent | ActionOutcome::Dropped);
            connect_requests::set_mail_trouble(tx, stored.request.id, trouble).await?;
        }
        if kind == CONNECT && outcome == ActionOutcome::Sent {
            self.installation()
                .count(tx, &stored.request, Counted::Mailed)
                .await?;
        }
        let entry = Entry {
            application: Some(stored.request.application),
            actor: Actor::System,
            action,
            subject: Some(id),
            outcome,
        };
        self.audit().record(tx, entry).await
    }

    /// Queues a mail; it leaves when the transaction has been committed.
    pub(crate) async fn queue(self, tx: &mut Tx, mail: &MailJob) -> Result<(), InternalError> {
        jobs::insert(tx, self.mail_job(mail, mail.class())?).await?;
        if let MailJob::Connect { request } = mail {
            connect_requests::set_mail_trouble(tx, *request, false).await?;
        }
        Ok(())
    }

    /// A mail on its way into the queue.
    pub(crate) fn mail_job(
        self,
        mail: &MailJob,
        urgency: Urgency,
    ) -> Result<NewJob, InternalError> {
        let id = self.ports().id();
        let text = serde_json::to_vec(mail).map_err(InternalError::json("job"))?;
        Ok(NewJob {
            id,
            kind: mail.kind(),
            urgency,
            batch: None,
            connect_request: match mail {
                MailJob::Connect { request }
                | MailJob::Reminder { request }
                | MailJob::Stopped { request } => Some(*request),
                _ => None,
            },
            payload: self
                .sealer()
                .seal("job", id.as_bytes(), &text, self.ports())?,
            run_at: self.ports().now(),
        })
    }

    /// The mail that a job stands for; None when there is nothing to send any more.
    pub async fn render_mail(
        self,
        id: Uuid,
        payload: &[u8],
    ) -> Result<Option<Envelope>, InternalError> {
        let text = self.sealer().open("job", id.as_bytes(), payload)?;
        let mail: MailJob = serde_json::from_slice(&text).map_err(InternalError::json("job"))?;
        let mut tx = self.store().read().await?;
        let Some((to, reply_to, message)) = self.address(&mut tx, mail).await? else {
            return Ok(None);
        };
        Ok(Some(Envelope {
            id,
            to,
            reply_to,
            written_at: self.ports().now(),
            mail: mail::render(&message).map_err(InternalError::broken("mail"))?,
        }))
    }

    async fn address(self, tx: &mut Tx, mail: MailJob) -> Result<Option<Addressed>, InternalError> {
        Ok(match mail {
            MailJob::Connect { request } => self.connect_mail(tx, request).await?,
            MailJob::Reminder { request } => self.reminder(tx, request).await?,
            MailJob::Stopped { request } => self.notice(tx, request).await?,
            MailJob::Digits {
                to,
                digits,
                token,
                until,
            } => {
                let link = |token| format!("{}/create-account/{token}", self.public_url());
                let link = token.map(link);
                let message = Message::Digits { digits, link };
                (self.ports().now() < until).then_some((to, None, message))
            }
            MailJob::Account(job) => self.account_mail(tx, job).await?,
            MailJob::KnownAddress { to } => {
                let sign_in_url = format!("{}/sign-in", self.public_url());
                let forgot_url = self.forgot_url();
                let message = Message::KnownAddress {
                    sign_in_url,
                    forgot_url,
                };
                Some((to, None, message))
            }
            MailJob::ResetPassword {
                reset,
                to,
                digits,
                token,
            } => self
                .reset_mail(tx, reset, digits, &token)
                .await?
                .map(|message| (to, None, message)),
            MailJob::NoAccount { to } => Some((to, None, self.no_account_mail())),
            MailJob::PasswordChanged { person, at } => self.person_notice(tx, person, at).await?,
            MailJob::StaffNotice { staff, what, at } => {
                self.staff_notice(tx, staff, what, at).await?
            }
            MailJob::Invitation { invitation, token } => {
                self.to_invited(tx, invitation, &token).await?
            }
            MailJob::AuthenticatorReset { staff, by } => {
                self.to_staff_without_authenticator(tx, staff, by).await?
            }
            MailJob::Receipt {
                person,
                application,
                authorization,
            } => {
                let connected = self.connected_record(tx, person, authorization).await?;
                self.to_person(tx, person, application, |clinic, phone, account_url| {
                    Message::Receipt {
                        clinic,
                        phone,
                        account_url,
                        record: connected.name,
                        change_url: connected.change_url,
                    }
                })
                .await?
            }
            MailJob::RecordChanged {
                person,
                application,
                authorization,
            } => {
                let connected = self
                    .connected_record(tx, person, Some(authorization))
                    .await?;
                self.to_person(tx, person, application, |clinic, phone, account_url| {
                    Message::RecordChanged {
                        clinic,
                        phone,
                        account_url,
                        record: connected.name,
                    }
                })
                .await?
            }
            MailJob::Disconnected {
                person,
                application,
            } => {
                self.to_person(tx, person, application, |clinic, phone, account_url| {
                    Message::Disconnected {
                        clinic,
                        phone,
                        account_url,
                    }
                })
                .await?
            }
        })
    }

    /// None once the code is over, or nobody is to be mailed.
    async fn connect_mail(
        self,
        tx: &mut Tx,
        id: ConnectRequestId,
    ) -> Result<Option<Addressed>, InternalError> {
        let Some(stored) = connect_requests::get(tx, id).await? else {
            return Ok(None);
        };
        let (Some(to), Some(code)) = (
            stored.request.email.clone(),
            self.connect_requests().open_code(&stored),
        ) else {
            return Ok(None);
        };
        let clinic = self.application(tx, stored.request.application).await?;
        let message = Message::Connect {
            clinic: clinic.name,
            phone: clinic.phone,
            code: code.to_string(),
            link: self.connect_requests().code_link(&code),
            ends_at: clinic.time_zone.at(stored.request.expires_at),
        };
        Ok(Some((to, clinic.email, message)))
    }

    /// None once the code was used or is over, or the clinic wants no reminders any more.
    async fn reminder(
        self,
        tx: &mut Tx,
        id: ConnectRequestId,
    ) -> Result<Option<Addressed>, InternalError> {
        let Some((request, clinic)) = self.with_clinic(tx, id).await? else {
            return Ok(None);
        };
        if request.standing(self.ports().now()) != Standing::Waiting || !clinic.reminders {
            return Ok(None);
        }
        let message = Message::Reminder {
            clinic: clinic.name,
            phone: clinic.phone,
            connect_url: format!("{}/connect", self.public_url()),
            made_at: clinic.time_zone.at(request.made_at),
            ends_at: clinic.time_zone.at(request.expires_at),
        };
        Ok(request.email.map(|to| (to, clinic.email, message)))
    }

    /// None once the clinic has made another code.
    async fn notice(
        self,
        tx: &mut Tx,
        id: ConnectRequestId,
    ) -> Result<Option<Addressed>, InternalError> {
        let Some((request, clinic)) = self.with_clinic(tx, id).await? else {
            return Ok(None);
        };
        if request.standing(self.ports().now()) != Standing::Stopped {
            return Ok(None);
        }
        let message = Message::Stopped {
            clinic: clinic.name,
            phone: clinic.phone,
        };
        Ok(request.email.map(|to| (to, clinic.email, message)))
    }

    async fn with_clinic(
        self,
        tx: &mut Tx,
        id: ConnectRequestId,
    ) -> Result<Option<(ConnectRequest, Application)>, InternalError> {
        let Some(stored) = connect_requests::get(tx, id).await? else {
            return Ok(None);
        };
        let clinic = self.application(tx, stored.request.application).await?;
        Ok(Some((stored.request, clinic)))
    }

    async fn to_invited(
        self,
        tx: &mut Tx,
        invitation: InvitationId,
        token: &str,
    ) -> Result<Option<Addressed>, InternalError> {
        let invitation = self
            .staff()
            .invitation_to_mail(tx, invitation, token)
            .await?;
        let Some(invitation) = invitation else {
            return Ok(None);
        };
        let clinic = self.application(tx, invitation.application).await?;
        let made_by = match invitation.made_by {
            Some(manager) => staff::find(tx, manager).await?,
            None => None,
        };
        // Who invites at the command line has no name: the clinic's stands for it.
        let by = made_by.map_or_else(|| clinic.name.clone(), |manager| manager.name);
        let link = format!("{}/staff/join/{token}", self.public_url());
        let ends_at = clinic.time_zone.at(invitation.expires_at);
        let message = match invitation.staff {
            Some(own) if invitation.made_by == Some(own) => Message::OwnNewPassword {
                clinic: clinic.name,
                link,
                ends_at,
            },
            None => Message::Invitation {
                clinic: clinic.name,
                by,
                link,
                ends_at,
            },
            Some(_) => Message::NewPassword {
                clinic: clinic.name,
                by,
                link,
                ends_at,
            },
        };
        Ok(Some((invitation.email, clinic.email, message)))
    }

    async fn to_staff_without_authenticator(
        self,
        tx: &mut Tx,
        id: StaffId,
        by: Option<StaffId>,
    ) -> Result<Option<Addressed>, InternalError> {
        let Some(member) = staff::find(tx, id).await? else {
            return Ok(None);
        };
        let by = match by {
            Some(by) => staff::find(tx, by).await?,
            None => None,
        };
        let reply_to = match member.application {
            Some(clinic) => self.application(tx, clinic).await?.email,
            None => None,
        };
        let message = Message::AuthenticatorReset {
            by: by.map_or_else(|| t!("mail-by-operator"), |by| by.name),
            sign_in_url: format!("{}/staff/sign-in", self.public_url()),
        };
        Ok(Some((member.email, reply_to, message)))
    }

    /// What a mail about a connection says of its record.
    pub(super) async fn connected_record(
        self,
        tx: &mut Tx,
        person: PersonId,
        authorization: Option<AuthorizationId>,
    ) -> Result<ConnectedRecord, InternalError> {
        let Some(id) = authorization else {
            return Ok(ConnectedRecord::default());
        };
        let Some(authorization) = authorizations::find(tx, person, id).await? else {
            return Ok(ConnectedRecord::default());
        };
        let record = records::find(tx, person, authorization.record).await?;
        let until = match authorization.revoked_at {
            None => self.journey().changeable_until(tx, id).await?,
            Some(_) => None,
        };
        let url = format!("{}/account/connections/{id}/change", self.public_url());
        Ok(ConnectedRecord {
            name: record.and_then(|record| first_name(&record.name)),
            change_url: until.map(|_| url),
        })
    }

    pub(super) async fn to_person(
        self,
        tx: &mut Tx,
        person: PersonId,
        application: ApplicationId,
        message: impl FnOnce(String, String, String) -> Message,
    ) -> Result<Option<Addressed>, InternalError> {
        let Some(person) = persons::find(tx, person).await? else {
            return Ok(None);
        };
        let Some(clinic) = applications::find(tx, application).await? else {
            return Ok(None);
        };
        let account_url = format!("{}/account", self.public_url());
        Ok(Some((
            person.email,
            clinic.email,
            message(clinic.name, clinic.phone, account_url),
        )))
    }
}
