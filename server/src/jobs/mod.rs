//! The worker: claims a job by a lease, does its work with no transaction open, records the end.
//!
//! It sends what services queued, works on batches slice by slice, calls applications that have news, runs the clock's
//! clean-up and has reminders queued; it decides nothing else.

use crate::callback::Callbacks;
use crate::mail::{Mailer, SendFailure};
use crate::service::{Fault, Services, Settled};
use crate::store::jobs::Claimed;
use app::domain::ids::BatchId;
use app::domain::policy::{MAIL_FIRST_PAUSE, MAIL_LONGEST_PAUSE, MAIL_TRIES};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;

/// Longer than all stages of one mail together.
const LEASE: Duration = Duration::from_mins(10);
/// Longer than a slice of a batch's work. Soon over, as whoever asked for it is watching.
const BATCH_LEASE: Duration = Duration::from_mins(1);
/// Longer than one call may take.
const CALL_LEASE: Duration = Duration::from_mins(1);
/// How often an idle worker looks for work, and how often the clean-up runs.
const IDLE: Duration = Duration::from_secs(1);
const CLEAN_UP_EVERY: Duration = Duration::from_mins(1);

/// One worker; any number may run on one database.
#[derive(Clone)]
pub struct Worker {
    services: Services,
    mailer: Arc<Mailer>,
    callbacks: Callbacks,
}

impl Worker {
    pub(crate) fn new(services: Services, mailer: Arc<Mailer>, callbacks: Callbacks) -> Self {
        Self {
            services,
            mailer,
            callbacks,
        }
    }

    /// Works until told to stop; the job at hand is finished first.
    pub async fn run(self, stop: watch::Receiver<bool>) {
        let sending = async {
            while !told(&stop, IDLE).await {
                if let Err(fault) = self.drain().await {
                    tracing::error!(error = %fault, "the worker cannot reach its jobs");
                }
            }
        };
        let calling = async {
            while !told(&stop, IDLE).await {
                if let Err(fault) = self.call_back().await {
                    tracing::error!(error = %fault, "the worker cannot reach its callbacks");
                }
            }
        };
        let cleaning = async {
            while !told(&stop, CLEAN_UP_EVERY).await {
                self.clean_up().await;
                self.remind().await;
            }
        };
        tokio::join!(sending, calling, cleaning);
    }

    /// Does every job that is due; says how many.
    pub async fn drain(&self) -> Result<u64, Fault> {
        let mut done = 0;
        while self.work_once().await? {
            done += 1;
        }
        Ok(done)
    }

    /// Makes every call that is due; says how many.
    pub async fn call_back(&self) -> Result<u64, Fault> {
        let mut made = 0;
        while let Some(call) = self.services.claim_callback(CALL_LEASE).await? {
            let now = self.services.ports().now();
            let answer = self
                .callbacks
                .call(&call.url, &call.secret, &call.body, now)
                .await;
            self.services.settle_callback(&call, answer).await?;
            made += 1;
        }
        Ok(made)
    }

    async fn clean_up(&self) {
        let now = self.services.ports().now();
        match self.services.clean_up(now).await {
            Ok(done) if done.expired + done.purged > 0 => {
                tracing::info!(expired = done.expired, purged = done.purged, "cleaned up");
            }
            Ok(_) => {}
            Err(fault) => tracing::error!(error = %fault, "the clean-up failed"),
        }
    }

    async fn remind(&self) {
        let now = self.services.ports().now();
        match self.services.remind(now).await {
            Ok(queued) if queued > 0 => tracing::info!(queued, "reminders are on their way"),
            Ok(_) => {}
            Err(fault) => tracing::error!(error = %fault, "the reminders failed"),
        }
    }

    /// Claims and does one job; false when none is due.
    async fn work_once(&self) -> Result<bool, Fault> {
        let claimed = self.services.claim_job(LEASE, BATCH_LEASE).await?;
        let Some(job) = claimed else {
            return Ok(false);
        };
        match job.batch() {
            Some(batch) => self.work_on(&job, batch).await?,
            None => self.send_and_settle(&job).await?,
        }
        Ok(true)
    }

    /// A slice that fails is tried again after a while.
    async fn work_on(&self, job: &Claimed, batch: BatchId) -> Result<(), Fault> {
        if let Err(fault) = self.services.work_on_batch(job, batch).await {
            tracing::error!(job.id = %job.id, error = %fault, "a slice of a batch failed");
            self.services.retry_batch(job, &fault).await?;
        }
        Ok(())
    }

    async fn send_and_settle(&self, job: &Claimed) -> Result<(), Fault> {
        let settled = match self.send(job).await {
            Ok(settled) => settled,
            Err(SendFailure::Bounced(failure)) => Settled::Bounced { failure },
            Err(SendFailure::Unknown(failure)) => Settled::Unknown { failure },
            Err(SendFailure::Retry(failure)) if job.attempts >= i64::from(MAIL_TRIES) => {
                Settled::Dead { failure }
            }
            Err(SendFailure::Retry(failure)) => Settled::Retry {
                failure,
                after: self.pause(job.attempts),
            },
        };
        if let Some(failure) = settled.failure() {
            tracing::warn!(job.id = %job.id, job.kind = job.kind, failure, "a mail was not sent");
        }
        self.services.settle_mail(job, &settled).await
    }

    /// Sent, or with nothing left to send, or how it failed.
    async fn send(&self, job: &Claimed) -> Result<Settled, SendFailure> {
        let envelope = match self.services.render_mail(job.id, &job.payload).await {
            Ok(Some(envelope)) => envelope,
            Ok(None) => return Ok(Settled::Dropped),
            Err(Fault::Unreadable(what)) => {
                return Err(SendFailure::Bounced(format!("{what} cannot be read")));
            }
            Err(fault) => return Err(SendFailure::Retry(fault.to_string())),
        };
        let mailer = match self.services.current_mailer(&self.mailer).await {
            Ok(mailer) => mailer,
            Err(fault) => return Err(SendFailure::Retry(fault.to_string())),
        };
        let opened = mailer.open(&envelope).await?;
        match self.services.hand_over_mail(job).await {
            Ok(true) => opened.finish().await.map(|()| Settled::Sent),
            Ok(false) => Err(SendFailure::Retry(
                "the worker came back too late".to_owned(),
            )),
            Err(fault) => Err(SendFailure::Retry(fault.to_string())),
        }
    }

    /// Doubles with each try, with up to a quarter more so that many do not come back at once.
    fn pause(&self, tries: i64) -> Duration {
        let doublings = u32::try_from(tries.clamp(1, 16) - 1).unwrap_or(0);
        let base = (MAIL_FIRST_PAUSE * 2_u32.pow(doublings)).min(MAIL_LONGEST_PAUSE);
        base + base * self.services.ports().below(250) / 1_000
    }
}

/// Rests for a while; true as soon as it is told to stop.
async fn told(stop: &watch::Receiver<bool>, rest: Duration) -> bool {
    let mut stop = stop.clone();
    tokio::time::timeout(rest, stop.wait_for(|stop| *stop))
        .await
        .is_ok()
}
