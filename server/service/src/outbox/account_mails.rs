//! Mails to people about their own accounts: another address, their file, the end of the account.

use crate::mail::{AccountMessage, Message};
use crate::outbox::recipients::Addressed;
use crate::{InternalError, Outbox};
use domain::ids::{ApplicationId, AuthorizationId, PersonId};
use domain::timestamp::Timestamp;
use domain::zone::Zone;
use serde::{Deserialize, Serialize};
use store::jobs::Urgency;
use store::{Tx, persons};

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
    /// To a person, of what clinics did with their records in a month.
    Monthly {
        person: PersonId,
        from: Timestamp,
        until: Timestamp,
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
            Self::Monthly { .. } => "monthly",
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
                return self.to_person(tx, person, application, told).await;
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
            AccountMail::Monthly {
                person,
                from,
                until,
            } => {
                return self.monthly_mail(tx, person, from, until).await;
            }
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
}
