//! What all batches have in common: how they are sealed, queued, worked on and ended.

use crate::audit::log::Entry;
use crate::secrets::SealError;
use crate::{Actor, Batches, InternalError};
use domain::audit::{Action, ActionOutcome};
use domain::batch::{Kind, Report, State};
use domain::ids::BatchId;
use domain::policy;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::time::Duration;
use store::Tx;
use store::batches::{self, Stored};
use store::jobs::{self, Claimed, NewJob, Urgency};

/// The kind of its job.
pub(crate) const BATCH: &str = "batch";
/// Slices that may fail or never come back, one after the other, before it is given up.
const ATTEMPTS: i64 = 6;
const RETRY: Duration = Duration::from_secs(10);

impl Batches<'_> {
    /// Does a slice of a batch's work and settles its job. A slice is short, so that mail has its turn between two.
    pub async fn work_on(self, job: &Claimed, id: BatchId) -> Result<(), InternalError> {
        let mut tx = self.store().begin().await?;
        let batch = batches::lock(&mut tx, id).await?;
        let Some(batch) = batch.filter(|batch| batch.state == State::Running) else {
            jobs::end(&mut tx, job, jobs::State::Done, None, self.ports().now()).await?;
            tx.commit().await?;
            return Ok(());
        };
        if job.attempts > ATTEMPTS {
            self.fail(&mut tx, job, &batch, &Report::default()).await?;
            tx.commit().await?;
            return Ok(());
        }
        drop(tx);
        match batch.kind {
            Kind::Import => self.work_on_import(job, batch).await,
            Kind::Letters => self.work_on_letters(job, batch).await,
        }
    }

    /// Puts a batch's job back in line after a slice that failed.
    pub async fn retry(self, job: &Claimed, failure: &InternalError) -> Result<(), InternalError> {
        let mut tx = self.store().begin().await?;
        let later = self.ports().now() + RETRY;
        jobs::retry(&mut tx, job, &failure.to_string(), false, later).await?;
        tx.commit().await?;
        Ok(())
    }

    pub(crate) async fn queue(self, tx: &mut Tx, id: BatchId) -> Result<(), InternalError> {
        let job = NewJob {
            id: self.ports().id(),
            kind: BATCH,
            connect_request: None,
            batch: Some(id),
            urgency: Urgency::Batch,
            payload: Vec::new(),
            run_at: self.ports().now(),
        };
        jobs::insert(tx, job).await?;
        Ok(())
    }

    /// Ends a batch; what its parts held is wiped.
    pub(crate) async fn end(
        self,
        tx: &mut Tx,
        batch: &Stored,
        state: State,
        report: &Report,
    ) -> Result<(), InternalError> {
        let ended = Stored {
            state,
            report: self.seal_report(batch.id, report)?,
            expires_at: self.ports().now() + policy::RETENTION,
            ..batch.clone()
        };
        batches::update(tx, &ended).await?;
        batches::wipe(tx, batch.id).await?;
        Ok(())
    }

    /// Ends a batch of which nothing came, and its job.
    pub(crate) async fn fail(
        self,
        tx: &mut Tx,
        job: &Claimed,
        batch: &Stored,
        report: &Report,
    ) -> Result<(), InternalError> {
        let now = self.ports().now();
        jobs::end(tx, job, jobs::State::Dead, None, now).await?;
        self.end(tx, batch, State::Failed, report).await?;
        let action = match batch.kind {
            Kind::Import => Action::BatchImport,
            Kind::Letters => Action::BatchLetters,
        };
        self.audit_batch(tx, batch, Actor::System, action, ActionOutcome::Failed)
            .await
    }

    pub(crate) async fn audit_batch(
        self,
        tx: &mut Tx,
        batch: &Stored,
        actor: Actor,
        action: Action,
        outcome: ActionOutcome,
    ) -> Result<(), InternalError> {
        let entry = Entry {
            application: Some(batch.application),
            actor,
            action,
            subject: Some(batch.id.0),
            outcome,
        };
        self.audit().record(tx, entry).await
    }

    pub(crate) fn seal_report(
        self,
        id: BatchId,
        report: &Report,
    ) -> Result<Vec<u8>, InternalError> {
        let text = serde_json::to_vec(report).map_err(InternalError::json("batch"))?;
        let sealer = self.sealer();
        Ok(sealer.seal("batch", id.0.as_bytes(), &text, self.ports())?)
    }

    pub(crate) fn open_report(self, batch: &Stored) -> Result<Report, InternalError> {
        let sealer = self.sealer();
        let text = sealer.open("batch", batch.id.0.as_bytes(), &batch.report)?;
        serde_json::from_slice(&text).map_err(InternalError::json("batch"))
    }

    pub(crate) fn seal_part<T: Serialize>(
        self,
        id: BatchId,
        number: usize,
        of: &[T],
    ) -> Result<Vec<u8>, InternalError> {
        let text = serde_json::to_vec(of).map_err(InternalError::json("batch_part"))?;
        Ok(self.seal_bytes(id, number, &text)?)
    }

    pub(crate) fn open_part<T: DeserializeOwned>(
        self,
        id: BatchId,
        number: usize,
        sealed: &[u8],
    ) -> Result<Vec<T>, InternalError> {
        let text = self.open_bytes(id, number, sealed)?;
        serde_json::from_slice(&text).map_err(InternalError::json("batch_part"))
    }

    pub(crate) fn seal_bytes(
        self,
        id: BatchId,
        number: usize,
        bytes: &[u8],
    ) -> Result<Vec<u8>, SealError> {
        let sealer = self.sealer();
        sealer.seal("batch-part", &place(id, number), bytes, self.ports())
    }

    pub(crate) fn open_bytes(
        self,
        id: BatchId,
        number: usize,
        sealed: &[u8],
    ) -> Result<crate::secrets::Opened, InternalError> {
        Ok(self
            .sealer()
            .open("batch-part", &place(id, number), sealed)?)
    }
}

/// A part opens only in its own place.
fn place(id: BatchId, number: usize) -> Vec<u8> {
    let number = u64::try_from(number).unwrap_or(u64::MAX);
    [id.0.as_bytes().as_slice(), &number.to_le_bytes()].concat()
}
