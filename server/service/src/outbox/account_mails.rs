//! Mails to people about their own accounts: another address, their file, the end of the account.

use crate::mail::{AccountMessage, CustodianMessage, Message};
use crate::outbox::recipients::Addressed;
use crate::outbox::sign_in_mails::SignInMail;
use crate::{InternalError, Outbox};
use domain::ids::{ApplicationId, AuthorizationId, PersonId, RecordId};
use domain::likeness::first_name;
use domain::timestamp::Timestamp;
use domain::zone::Zone;
use serde::{Deserialize, Serialize};
use store::jobs::Urgency;
use store::{Tx, persons, records};

/// A mail to be sent. What it says is read when it is sent.
#[derive(Debug, Serialize, Deserialize)]
pub enum AccountMail {
    /// Digits that prove the new address of an account; worth nothing after their time.
    EmailDigits {
        to: String,
        digits: String,
        until: Timestamp,
    },
    /// To both addresses of an account whose address was changed; the old one gets the token of the link that undoes it.
    EmailChanged {
        to: String,
        new: String,
        at: Timestamp,
        token: Option<String>,
    },
    /// To a person whose file of all that is theirs is ready.
    DownloadReady { person: PersonId, until: Timestamp },
    /// To a person whose record a clinic has read for the first time since it was connected.
    FirstRead {
        person: PersonId,
        application: ApplicationId,
        authorization: AuthorizationId,
    },
    /// To a person who signed in with a browser that showed no earlier sign-in of theirs.
    NewDevice {
        person: PersonId,
        /// What the browser calls itself; may be empty.
        device: String,
        at: Timestamp,
    },
    /// To a person, of what signs them in.
    SignIn(SignInMail),
    /// To a person, of what clinics did with their records in a month.
    Monthly {
        person: PersonId,
        from: Timestamp,
        until: Timestamp,
    },
    /// To someone whom one invites to look after a record; the digits go another way.
    CustodianInvited {
        to: String,
        by: PersonId,
        token: String,
        until: Timestamp,
    },
    /// To one who looks after a record: someone else does, too, from now on.
    CustodianJoined {
        person: PersonId,
        name: String,
        record: RecordId,
    },
    /// To those who look after a record, and to the one who did until now.
    CustodianRemoved {
        person: PersonId,
        name: String,
        /// It goes to the one who was removed.
        own: bool,
        record: String,
    },
    /// To one whose clinic another disconnected, who looks after the same record.
    DisconnectedFor {
        person: PersonId,
        application: ApplicationId,
        by: PersonId,
    },
    /// To a person who asked for the end of their account, and once more when it is over.
    AccountEnds {
        to: String,
        at: Timestamp,
        over: bool,
    },
}

impl AccountMail {
    pub(super) const fn kind(&self) -> &'static str {
        match self {
            Self::EmailDigits { .. } => "email-digits",
            Self::EmailChanged { .. } => "email-changed",
            Self::DownloadReady { .. } => "download-ready",
            Self::FirstRead { .. } => "first-read",
            Self::NewDevice { .. } => "new-device",
            Self::SignIn(mail) => mail.kind(),
            Self::Monthly { .. } => "monthly",
            Self::CustodianInvited { .. } => "custodian-invited",
            Self::CustodianJoined { .. } => "custodian-joined",
            Self::CustodianRemoved { .. } => "custodian-removed",
            Self::DisconnectedFor { .. } => "disconnected-for",
            Self::AccountEnds { .. } => "account-ends",
        }
    }

    pub(super) const fn class(&self) -> Urgency {
        match self {
            Self::EmailDigits { .. } => Urgency::AtScreen,
            Self::EmailChanged { .. }
            | Self::DownloadReady { .. }
            | Self::FirstRead { .. }
            | Self::NewDevice { .. }
            | Self::SignIn(_)
            | Self::CustodianInvited { .. }
            | Self::CustodianJoined { .. }
            | Self::CustodianRemoved { .. }
            | Self::DisconnectedFor { .. }
            | Self::AccountEnds { .. } => Urgency::ForPatient,
            Self::Monthly { .. } => Urgency::Reminder,
        }
    }
}

impl Outbox<'_> {
    /// None where there is nothing to send any more. An account is of its person alone, so no clinic's zone is theirs.
    pub(super) async fn account_mail(
        self,
        tx: &mut Tx,
        mail: AccountMail,
    ) -> Result<Option<Addressed>, InternalError> {
        let account_url = format!("{}/account", self.public_url());
        let (to, message) = match mail {
            AccountMail::EmailDigits { to, digits, until } => {
                if self.ports().now() >= until {
                    return Ok(None);
                }
                (to, AccountMessage::EmailDigits { digits })
            }
            AccountMail::EmailChanged { to, new, at, token } => {
                let message = AccountMessage::EmailChanged {
                    new,
                    at: Zone::UTC.at(at),
                    undo_url: token.map(|token| format!("{account_url}/undo-email/{token}")),
                    account_url,
                };
                (to, message)
            }
            AccountMail::DownloadReady { person, until } => {
                let Some(person) = persons::find(tx, person).await? else {
                    return Ok(None);
                };
                let message = AccountMessage::DownloadReady {
                    url: format!("{account_url}/download"),
                    until: Zone::UTC.at(until),
                };
                (person.email, message)
            }
            AccountMail::FirstRead {
                person,
                application,
                authorization,
            } => {
                return self
                    .first_read(tx, person, application, authorization)
                    .await;
            }
            AccountMail::NewDevice { person, device, at } => {
                let Some(person) = persons::find(tx, person).await? else {
                    return Ok(None);
                };
                let message = AccountMessage::NewDevice {
                    device,
                    at: Zone::UTC.at(at),
                    forgot_url: self.forgot_url(),
                    devices_url: format!("{account_url}/devices"),
                };
                (person.email, message)
            }
            AccountMail::SignIn(mail) => return self.sign_in_mail(tx, mail).await,
            AccountMail::Monthly {
                person,
                from,
                until,
            } => {
                return self.monthly_mail(tx, person, from, until).await;
            }
            AccountMail::CustodianInvited {
                to,
                by,
                token,
                until,
            } => return self.custodian_invited(tx, to, by, &token, until).await,
            AccountMail::CustodianJoined {
                person,
                name,
                record,
            } => return self.custodian_joined(tx, person, name, record).await,
            AccountMail::CustodianRemoved {
                person,
                name,
                own,
                record,
            } => {
                let Some(person) = persons::find(tx, person).await? else {
                    return Ok(None);
                };
                let message = CustodianMessage::Removed {
                    name: (!own).then_some(name),
                    record: first_name(&record),
                    account_url,
                };
                (person.email, AccountMessage::Custodian(message))
            }
            AccountMail::DisconnectedFor {
                person,
                application,
                by,
            } => return self.disconnected_for(tx, person, application, by).await,
            AccountMail::AccountEnds { to, at, over } => {
                let message = AccountMessage::AccountEnds {
                    at: Zone::UTC.at(at),
                    over,
                    account_url,
                };
                (to, message)
            }
        };
        Ok(Some((to, None, Message::Account(message))))
    }

    async fn first_read(
        self,
        tx: &mut Tx,
        person: PersonId,
        application: ApplicationId,
        authorization: AuthorizationId,
    ) -> Result<Option<Addressed>, InternalError> {
        let connected = self
            .connected_record(tx, person, Some(authorization))
            .await?;
        let told = |clinic, phone, account_url: String| {
            Message::Account(AccountMessage::FirstRead {
                clinic,
                phone,
                record: connected.name,
                activity_url: format!("{account_url}/activity"),
                account_url,
            })
        };
        self.to_person(tx, person, application, told).await
    }

    async fn custodian_invited(
        self,
        tx: &mut Tx,
        to: String,
        by: PersonId,
        token: &str,
        until: Timestamp,
    ) -> Result<Option<Addressed>, InternalError> {
        let Some(by) = persons::find(tx, by).await? else {
            return Ok(None);
        };
        let message = CustodianMessage::Invited {
            by: by.name,
            url: format!("{}/account/join/{token}", self.public_url()),
            until: Zone::UTC.at(until),
        };
        let message = Message::Account(AccountMessage::Custodian(message));
        Ok(Some((to, None, message)))
    }

    async fn custodian_joined(
        self,
        tx: &mut Tx,
        person: PersonId,
        name: String,
        record: RecordId,
    ) -> Result<Option<Addressed>, InternalError> {
        let Some(person) = persons::find(tx, person).await? else {
            return Ok(None);
        };
        let found = records::find(tx, person.id, record).await?;
        let message = CustodianMessage::Joined {
            name,
            record: found.and_then(|record| first_name(&record.name)),
            url: format!("{}/account/records/{record}/people", self.public_url()),
        };
        let message = Message::Account(AccountMessage::Custodian(message));
        Ok(Some((person.email, None, message)))
    }

    async fn disconnected_for(
        self,
        tx: &mut Tx,
        person: PersonId,
        application: ApplicationId,
        by: PersonId,
    ) -> Result<Option<Addressed>, InternalError> {
        let by = persons::find(tx, by).await?;
        let told = |clinic, phone, account_url| {
            let message = CustodianMessage::Disconnected {
                by: by.map_or(String::new(), |by| by.name),
                clinic,
                phone,
                account_url,
            };
            Message::Account(AccountMessage::Custodian(message))
        };
        self.to_person(tx, person, application, told).await
    }
}
