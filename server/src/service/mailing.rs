//! Mail as jobs: queued in the transaction of the use case, rendered when it is sent.

use super::audit::Entry;
use super::{Actor, Fault, Services};
use crate::mail::{self, Envelope, Message};
use crate::store::jobs::{self, Claimed, NewJob, State};
use crate::store::{Tx, applications, connect_requests, persons};
use app::domain::ids::{ApplicationId, ConnectRequestId, PersonId};
use app::domain::tally::Counted;
use app::domain::timestamp::Timestamp;
use serde::{Deserialize, Serialize};
use std::time::Duration;
use uuid::Uuid;

/// The kind of job whose state the desk shows beside a request.
pub(super) const CONNECT: &str = "connect";

/// A mail to be sent. What it says is read when it is sent.
#[derive(Debug, Serialize, Deserialize)]
pub enum MailJob {
    /// The code, to the request's address.
    Connect { request: ConnectRequestId },
    /// Digits that prove an address; worth nothing after their time.
    Digits {
        to: String,
        digits: String,
        until: Timestamp,
    },
    /// Somebody tried to make an account for an address that has one.
    KnownAddress { to: String },
    /// To a person who connected.
    Receipt {
        person: PersonId,
        application: ApplicationId,
    },
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
            Self::Digits { .. } => "digits",
            Self::KnownAddress { .. } => "known-address",
            Self::Receipt { .. } => "receipt",
            Self::Disconnected { .. } => "disconnected",
        }
    }
}

/// What became of a claimed mail.
#[derive(Clone, Debug)]
pub enum Settled {
    Sent,
    /// Not sent; to be tried again after a while.
    Retry {
        failure: String,
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
}

impl Settled {
    const fn state(&self) -> State {
        match self {
            Self::Sent => State::Done,
            Self::Retry { .. } => State::Queued,
            Self::Bounced { .. } => State::Bounced,
            Self::Unknown { .. } => State::Unknown,
            Self::Dead { .. } => State::Dead,
        }
    }

    /// Its name in the audit log; a retry is no end.
    const fn outcome(&self) -> Option<&'static str> {
        match self {
            Self::Sent => Some("sent"),
            Self::Retry { .. } => None,
            Self::Bounced { .. } => Some("bounced"),
            Self::Unknown { .. } => Some("unknown"),
            Self::Dead { .. } => Some("dead"),
        }
    }

    /// Why it was not sent.
    pub fn failure(&self) -> Option<&str> {
        match self {
            Self::Sent => None,
            Self::Retry { failure, .. }
            | Self::Bounced { failure }
            | Self::Unknown { failure }
            | Self::Dead { failure } => Some(failure),
        }
    }
}

impl Services {
    /// Claims the mail that is due longest, for as long as the lease lasts. Those whose worker never came
    /// back within theirs become unknown.
    pub async fn claim_mail(&self, lease: Duration) -> Result<Option<Claimed>, Fault> {
        let now = self.0.ports.now();
        let mut tx = self.0.store.begin().await?;
        jobs::abandon(&mut tx, now).await?;
        let claimed = jobs::claim(&mut tx, now, now + lease).await?;
        tx.commit().await?;
        Ok(claimed)
    }

    /// Records what became of a claimed mail.
    pub async fn settle_mail(&self, job: &Claimed, settled: &Settled) -> Result<(), Fault> {
        let now = self.0.ports.now();
        let mut tx = self.0.store.begin().await?;
        if let Settled::Retry { failure, after } = settled {
            jobs::retry(&mut tx, job.id, failure, now + *after).await?;
        } else {
            jobs::end(&mut tx, job.id, settled.state(), settled.failure(), now).await?;
        }
        if let (Some(outcome), Some(id)) = (settled.outcome(), job.connect_request_id)
            && let Some(stored) = connect_requests::get(&mut tx, ConnectRequestId(id)).await?
        {
            if matches!(settled, Settled::Sent) {
                self.count(&mut tx, &stored.request, Counted::Mailed)
                    .await?;
            }
            let entry = Entry {
                application: Some(stored.request.application),
                actor: Actor::System,
                action: "connect-request.mail",
                subject: Some(id),
                outcome,
            };
            self.audit(&mut tx, entry).await?;
        }
        tx.commit().await?;
        Ok(())
    }

    /// Queues a mail; it leaves when the transaction has been committed.
    pub(super) async fn queue(&self, tx: &mut Tx, mail: &MailJob) -> Result<(), Fault> {
        let id = self.0.ports.id();
        let text = serde_json::to_vec(mail).map_err(|_| Fault::Unreadable("job"))?;
        let job = NewJob {
            id,
            kind: mail.kind(),
            connect_request: match mail {
                MailJob::Connect { request } => Some(*request),
                _ => None,
            },
            payload: &self
                .0
                .sealer
                .seal("job", id.as_bytes(), &text, &self.0.ports),
            run_at: self.0.ports.now(),
        };
        jobs::insert(tx, &job).await?;
        Ok(())
    }

    /// The mail that a job stands for; None when there is nothing to send any more.
    pub async fn render_mail(&self, id: Uuid, payload: &[u8]) -> Result<Option<Envelope>, Fault> {
        let text = self
            .0
            .sealer
            .open("job", id.as_bytes(), payload)
            .ok_or(Fault::Unreadable("job"))?;
        let mail: MailJob = serde_json::from_slice(&text).map_err(|_| Fault::Unreadable("job"))?;
        let mut tx = self.0.store.read().await?;
        let Some((to, reply_to, message)) = self.address(&mut tx, mail).await? else {
            return Ok(None);
        };
        Ok(Some(Envelope {
            id,
            to,
            reply_to,
            written_at: self.0.ports.now(),
            mail: mail::render(&message).map_err(|_| Fault::Unreadable("mail"))?,
        }))
    }

    async fn address(
        &self,
        tx: &mut Tx,
        mail: MailJob,
    ) -> Result<Option<(String, Option<String>, Message)>, Fault> {
        Ok(match mail {
            MailJob::Connect { request } => {
                let Some(stored) = connect_requests::get(tx, request).await? else {
                    return Ok(None);
                };
                let (Some(to), Some(code)) =
                    (stored.request.email.clone(), self.open_code(&stored))
                else {
                    return Ok(None);
                };
                let clinic = self.application(tx, stored.request.application).await?;
                let message = Message::Connect {
                    clinic: clinic.name,
                    phone: clinic.phone,
                    code: code.to_string(),
                    link: self.code_link(&code),
                    ends_at: stored.request.expires_at,
                };
                Some((to, clinic.email, message))
            }
            MailJob::Digits { to, digits, until } => {
                (self.0.ports.now() < until).then_some((to, None, Message::Digits { digits }))
            }
            MailJob::KnownAddress { to } => {
                let sign_in_url = format!("{}/sign-in", self.0.public_url);
                Some((to, None, Message::KnownAddress { sign_in_url }))
            }
            MailJob::Receipt {
                person,
                application,
            } => {
                self.to_person(tx, person, application, |clinic, phone, account_url| {
                    Message::Receipt {
                        clinic,
                        phone,
                        account_url,
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

    async fn to_person(
        &self,
        tx: &mut Tx,
        person: PersonId,
        application: ApplicationId,
        message: impl FnOnce(String, String, String) -> Message,
    ) -> Result<Option<(String, Option<String>, Message)>, Fault> {
        let Some(person) = persons::find(tx, person).await? else {
            return Ok(None);
        };
        let Some(clinic) = applications::find(tx, application).await? else {
            return Ok(None);
        };
        let account_url = format!("{}/account", self.0.public_url);
        Ok(Some((
            person.email,
            clinic.email,
            message(clinic.name, clinic.phone, account_url),
        )))
    }
}
