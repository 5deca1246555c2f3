//! The worker: claims jobs by a lease, does their work with no transaction open, records the end.
//!
//! Each class of jobs has lanes of its own, and so have calls: what is slow holds up its own lane alone.
//!
//! It sends what services queued, works on batches slice by slice, calls applications that have news, runs the clock's
//! clean-up and has reminders queued; it decides nothing else.

use crate::callback::Callbacks;
use service::mail::{Mailer, SendFailure};

use domain::ids::BatchId;
use domain::policy::{MAIL_FIRST_PAUSE, MAIL_LONGEST_PAUSE, MAIL_TRIES};
use service::{Call, InternalError, Services, Settled};
use service::{Claimed, DOWNLOAD, Urgency};
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;
use tokio::task::{JoinError, JoinSet};

/// How soon the work of a worker that was killed is taken up. Renewed while a job takes longer.
pub const LEASE: Duration = Duration::from_secs(30);
/// Longer than one call may take, so it is never renewed.
pub const CALL_LEASE: Duration = Duration::from_secs(30);
/// How often an idle worker looks for work, and how often the clean-up runs.
const IDLE: Duration = Duration::from_secs(1);
const CLEAN_UP_EVERY: Duration = Duration::from_mins(1);
/// How many jobs of one class are at work at once. A recipient whose server is silent costs one of them.
pub const MAIL_LANES: usize = 4;
/// Slices of batches have the database to themselves often enough.
const BATCH_LANES: usize = 1;
/// How many applications are called at once.
pub const CALL_LANES: usize = 4;

const fn lanes(class: Urgency) -> usize {
    match class {
        Urgency::Batch => BATCH_LANES,
        _ => MAIL_LANES,
    }
}

/// One worker; any number may run on one database.
#[derive(Clone)]
pub struct Worker {
    services: Services,
    mailer: Arc<Mailer>,
    callbacks: Callbacks,
    lease: Duration,
}

impl Worker {
    pub(crate) fn new(services: Services, mailer: Arc<Mailer>, callbacks: Callbacks) -> Self {
        Self {
            services,
            mailer,
            callbacks,
            lease: LEASE,
        }
    }

    /// The same worker, with another lease for its jobs.
    #[must_use]
    pub fn with_lease(self, lease: Duration) -> Self {
        Self { lease, ..self }
    }

    /// Works until told to stop; the jobs at hand are finished first.
    pub async fn run(self, stop: watch::Receiver<bool>) {
        let classes: JoinSet<()> = Urgency::ALL
            .into_iter()
            .map(|class| self.clone().work_in_lanes(class, stop.clone()))
            .collect();
        let calling = self.clone().call_in_lanes(stop.clone());
        let cleaning = async {
            while !sleep_or_shutdown(&stop, CLEAN_UP_EVERY).await {
                self.clean_up().await;
                self.remind().await;
            }
        };
        tokio::join!(classes.join_all(), calling, cleaning);
    }

    /// Does every job that is due, the most urgent first, one after the other; says how many.
    pub async fn drain(&self) -> Result<u64, InternalError> {
        let mut done = 0;
        while let Some(job) = self.most_urgent().await? {
            Box::pin(self.work(&job)).await?;
            done += 1;
        }
        Ok(done)
    }

    /// Makes every call that is due, one after the other; says how many.
    pub async fn call_back(&self) -> Result<u64, InternalError> {
        let mut made = 0;
        while let Some(call) = self
            .services
            .applications()
            .claim_callback(CALL_LEASE)
            .await?
        {
            self.call(&call).await?;
            made += 1;
        }
        Ok(made)
    }

    async fn most_urgent(&self) -> Result<Option<Claimed>, InternalError> {
        for class in Urgency::ALL {
            let claimed = self.services.outbox().claim(class, self.lease).await?;
            if claimed.is_some() {
                return Ok(claimed);
            }
        }
        Ok(None)
    }

    /// Keeps the lanes of one class filled. What is dropped with it stops where it is, as if the worker was killed.
    async fn work_in_lanes(self, class: Urgency, stop: watch::Receiver<bool>) {
        let mut at_work = JoinSet::new();
        loop {
            while at_work.len() < lanes(class) {
                match self.services.outbox().claim(class, self.lease).await {
                    Ok(Some(job)) => {
                        let worker = self.clone();
                        at_work.spawn(async move { Box::pin(worker.work(&job)).await });
                    }
                    Ok(None) => break,
                    Err(fault) => {
                        tracing::error!(error = %fault, "the worker cannot reach its jobs");
                        break;
                    }
                }
            }
            if rests(&stop, &mut at_work).await {
                break;
            }
        }
        while let Some(ended) = at_work.join_next().await {
            note(ended);
        }
    }

    /// The same for calls. An application that is being called is leased, so it is not called twice at once.
    async fn call_in_lanes(self, stop: watch::Receiver<bool>) {
        let mut at_work = JoinSet::new();
        loop {
            while at_work.len() < CALL_LANES {
                match self
                    .services
                    .applications()
                    .claim_callback(CALL_LEASE)
                    .await
                {
                    Ok(Some(call)) => {
                        let worker = self.clone();
                        at_work.spawn(async move { worker.call(&call).await });
                    }
                    Ok(None) => break,
                    Err(fault) => {
                        tracing::error!(error = %fault, "the worker cannot reach its callbacks");
                        break;
                    }
                }
            }
            if rests(&stop, &mut at_work).await {
                break;
            }
        }
        while let Some(ended) = at_work.join_next().await {
            note(ended);
        }
    }

    async fn call(&self, call: &Call) -> Result<(), InternalError> {
        let now = self.services.ports().now();
        let answer = self
            .callbacks
            .call(&call.url, &call.secret, &call.body, now)
            .await;
        self.services
            .applications()
            .settle_callback(call, answer)
            .await
    }

    async fn clean_up(&self) {
        let now = self.services.ports().now();
        match self.services.installation().clean_up(now).await {
            Ok(done) if done.expired + done.purged > 0 => {
                tracing::info!(expired = done.expired, purged = done.purged, "cleaned up");
            }
            Ok(_) => {}
            Err(fault) => tracing::error!(error = %fault, "the clean-up failed"),
        }
    }

    async fn remind(&self) {
        let now = self.services.ports().now();
        match self.services.connect_requests().remind(now).await {
            Ok(queued) if queued > 0 => tracing::info!(queued, "reminders are on their way"),
            Ok(_) => {}
            Err(fault) => tracing::error!(error = %fault, "the reminders failed"),
        }
        match self.services.outbox().queue_monthly(now).await {
            Ok(queued) if queued > 0 => tracing::info!(queued, "monthly mails are on their way"),
            Ok(_) => {}
            Err(fault) => tracing::error!(error = %fault, "the monthly mails failed"),
        }
    }

    /// Does a claimed job. Its lease is renewed beside it: work and renewal may wait for the same writer.
    async fn work(&self, job: &Claimed) -> Result<(), InternalError> {
        let work = async {
            match job.batch() {
                Some(batch) => self.work_on(job, batch).await,
                None if job.kind == DOWNLOAD => self.make_download(job).await,
                None => self.send_and_settle(job).await,
            }
        };
        tokio::select! {
            done = work => done,
            never = self.keep(job) => match never {},
        }
    }

    /// Renews a lease for as long as it is ours. Who has lost it can neither send nor settle.
    async fn keep(&self, job: &Claimed) -> Infallible {
        loop {
            tokio::time::sleep(self.lease / 2).await;
            match self.services.outbox().renew(job, self.lease).await {
                Ok(true) => {}
                Ok(false) => return std::future::pending().await,
                Err(fault) => {
                    tracing::warn!(job.id = %job.id, error = %fault, "a lease was not renewed");
                }
            }
        }
    }

    /// A slice that fails is tried again after a while.
    async fn work_on(&self, job: &Claimed, batch: BatchId) -> Result<(), InternalError> {
        if let Err(fault) = self.services.batches().work_on(job, batch).await {
            tracing::error!(job.id = %job.id, error = %fault, "a slice of a batch failed");
            self.services.batches().retry(job, &fault).await?;
        }
        Ok(())
    }

    /// A file that fails is tried again after a while.
    async fn make_download(&self, job: &Claimed) -> Result<(), InternalError> {
        if let Err(fault) = self.services.leaving().work_on_download(job).await {
            tracing::error!(job.id = %job.id, error = %fault, "a person's file was not made");
            self.services.batches().retry(job, &fault).await?;
        }
        Ok(())
    }

    async fn send_and_settle(&self, job: &Claimed) -> Result<(), InternalError> {
        let settled = match self.send(job).await {
            Ok(settled) => settled,
            Err(SendFailure::Bounced(failure)) => Settled::Bounced { failure },
            Err(SendFailure::Unknown(failure)) => Settled::Unknown { failure },
            Err(SendFailure::Retry(failure) | SendFailure::Ours(failure))
                if job.attempts >= i64::from(MAIL_TRIES) =>
            {
                Settled::Dead { failure }
            }
            Err(SendFailure::Retry(failure)) => Settled::Retry {
                failure,
                ours: false,
                after: self.pause(job.attempts),
            },
            Err(SendFailure::Ours(failure)) => {
                tracing::error!(failure, "the mail server refuses this installation");
                Settled::Retry {
                    failure,
                    ours: true,
                    after: self.pause(job.attempts),
                }
            }
        };
        if let Some(failure) = settled.failure() {
            tracing::warn!(job.id = %job.id, job.kind = job.kind, failure, "a mail was not sent");
        }
        self.services.outbox().settle_mail(job, &settled).await
    }

    /// Sent, or with nothing left to send, or how it failed.
    async fn send(&self, job: &Claimed) -> Result<Settled, SendFailure> {
        let envelope = match self
            .services
            .outbox()
            .render_mail(job.id, &job.payload)
            .await
        {
            Ok(Some(envelope)) => envelope,
            Ok(None) => return Ok(Settled::Dropped),
            Err(fault @ (InternalError::Sealed(_) | InternalError::Contradiction(_))) => {
                return Err(SendFailure::Bounced(fault.to_string()));
            }
            Err(fault) => return Err(SendFailure::Retry(fault.to_string())),
        };
        let mailer = match self
            .services
            .installation()
            .current_mailer(&self.mailer)
            .await
        {
            Ok(mailer) => mailer,
            Err(fault) => return Err(SendFailure::Retry(fault.to_string())),
        };
        let opened = mailer.open(&envelope).await?;
        match self.services.outbox().hand_over_mail(job).await {
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
async fn sleep_or_shutdown(stop: &watch::Receiver<bool>, rest: Duration) -> bool {
    let mut stop = stop.clone();
    tokio::time::timeout(rest, stop.wait_for(|stop| *stop))
        .await
        .is_ok()
}

/// Rests until a lane is free or it is time to look for work again; true as soon as it is told to stop.
async fn rests(
    stop: &watch::Receiver<bool>,
    at_work: &mut JoinSet<Result<(), InternalError>>,
) -> bool {
    tokio::select! {
        biased;
        stopped = sleep_or_shutdown(stop, IDLE) => stopped,
        Some(ended) = at_work.join_next() => {
            note(ended);
            false
        }
    }
}

fn note(ended: Result<Result<(), InternalError>, JoinError>) {
    match ended {
        Ok(Ok(())) => {}
        Ok(Err(fault)) => tracing::error!(error = %fault, "the end of a job was not recorded"),
        Err(error) => tracing::error!(%error, "a job broke off"),
    }
}
