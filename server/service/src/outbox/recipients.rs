//! To whom a queued mail goes and what it says, read when it is sent.

use crate::mail::Message;
use crate::outbox::mail_job::MailJob;
use crate::{InternalError, Outbox};
use domain::application::Application;
use domain::connect_request::{ConnectRequest, Standing};
use domain::ids::{
    ApplicationId, AuthorizationId, ConnectRequestId, InvitationId, PersonId, StaffId,
};
use domain::likeness::first_name;
use store::{Tx, applications, authorizations, connect_requests, persons, records, staff};
use words::t;

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

impl Outbox<'_> {
    pub(super) async fn address(
        self,
        tx: &mut Tx,
        mail: MailJob,
    ) -> Result<Option<Addressed>, InternalError> {
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

    /// None once the code is over, or without an email address.
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
        // An invitation from the command line has no inviter, so the clinic's name is used.
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
            by: by.map_or_else(|| t!("mail-by-operator").into(), |by| by.name),
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
