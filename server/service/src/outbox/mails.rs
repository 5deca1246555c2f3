//! Mail as jobs: queued in the transaction of the use case, rendered when it is sent.

use crate::audit::log::Entry;
use crate::mail::{self, Envelope};
use crate::outbox::mail_job::{CONNECT, MailJob, REMINDER, STOPPED, Settled};
use crate::{Actor, InternalError, Outbox};
use domain::audit::{Action, ActionOutcome};
use domain::ids::ConnectRequestId;
use domain::policy;
use domain::statistics::Reached;
use std::time::Duration;
use store::jobs::{self, Claimed, NewJob, State, Urgency};
use store::{Tx, connect_requests};
use uuid::Uuid;

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
        // An idle worker only reads: SQLite has one writer for everyone.
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

    /// Renews the lease of a claimed job; false if another worker has claimed it meanwhile.
    pub async fn renew(self, job: &Claimed, lease: Duration) -> Result<bool, InternalError> {
        let mut tx = self.store().begin().await?;
        let ours = jobs::extend(&mut tx, job, self.ports().now() + lease).await?;
        tx.commit().await?;
        Ok(ours)
    }

    /// Marks that a claimed mail leaves now: from here on it is never sent again by itself. False where the worker
    /// was so slow that the mail is someone else's by now.
    pub async fn hand_over_mail(self, job: &Claimed) -> Result<bool, InternalError> {
        let mut tx = self.store().begin().await?;
        let ours = jobs::hand_over(&mut tx, job, self.ports().now()).await?;
        tx.commit().await?;
        Ok(ours)
    }

    /// Records the result of a claimed mail, unless its lease was lost.
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
        if kind == CONNECT && outcome == ActionOutcome::Sent && stored.reached < Reached::Sent {
            self.installation()
                .reach(tx, &stored.request, Reached::Sent)
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
}
