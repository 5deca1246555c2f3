//! The worker's part of letters: draws all of an order into one sealed file, and reports how far it is.

use super::letters::Order;
use crate::letter::{self, Form};
use crate::{Actor, Batches, InternalError};
use domain::audit::{Action, ActionOutcome};
use domain::batch::{LeftOut, Report, State};
use domain::policy;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use store::batches::{self, Stored};
use store::jobs::{self, Claimed};
use words::letter::{Letter, Unprintable};

/// How often the work on a long file is told of, and how long its worker is left alone from then on.
const BEAT: Duration = Duration::from_secs(1);
const BEAT_LEASE: Duration = Duration::from_mins(1);
/// A sealed file is kept in pieces of this size, in bytes.
const PIECE: usize = 1024 * 1024;

impl Batches<'_> {
    /// Draws all letters of an order into one file. Settles the job.
    pub(crate) async fn work_on_letters(
        self,
        job: &Claimed,
        batch: Stored,
    ) -> Result<(), InternalError> {
        let mut tx = self.store().read().await?;
        let sealed = batches::part(&mut tx, batch.id, 0).await?;
        drop(tx);
        let sealed = sealed.ok_or(InternalError::Contradiction("batch_part"))?;
        let order = self.open_part::<Order>(batch.id, 0, &sealed)?.pop();
        let order = order.ok_or(InternalError::Contradiction("batch_part"))?;
        let (letters, mut left_out) = self.letters_of(batch.application, &order.requests).await?;
        let (file, unprintable) = self.draw_letters(job, &batch, letters, order.form).await?;
        left_out.extend(unprintable);
        self.keep_letters(job, batch, file, left_out).await
    }

    /// Draws away from the threads that serve pages, and tells how far it is.
    async fn draw_letters(
        self,
        job: &Claimed,
        batch: &Stored,
        letters: Vec<Letter>,
        form: Form,
    ) -> Result<(Vec<u8>, Vec<LeftOut>), InternalError> {
        let drawn = Arc::new(AtomicUsize::new(0));
        let told = drawn.clone();
        let logo = self.logo_of(&letters).await?;
        let fonts = self.fonts().clone();
        let draw = move || all_drawn(&letters, logo.as_deref(), form, &fonts, &told);
        let mut drawing = tokio::task::spawn_blocking(draw);
        loop {
            match tokio::time::timeout(BEAT, &mut drawing).await {
                Ok(done) => return done.map_err(InternalError::broken("letter"))?,
                Err(_) => self.beat(job, batch, drawn.load(Ordering::Relaxed)).await?,
            }
        }
    }

    async fn beat(self, job: &Claimed, batch: &Stored, done: usize) -> Result<(), InternalError> {
        let mut tx = self.store().begin().await?;
        let current = batches::lock(&mut tx, batch.id).await?;
        if let Some(current) = current.filter(|batch| batch.state == State::Running) {
            batches::update(&mut tx, &Stored { done, ..current }).await?;
        }
        jobs::extend(&mut tx, job, self.ports().now() + BEAT_LEASE).await?;
        tx.commit().await?;
        Ok(())
    }

    async fn keep_letters(
        self,
        job: &Claimed,
        batch: Stored,
        file: Vec<u8>,
        left_out: Vec<LeftOut>,
    ) -> Result<(), InternalError> {
        let now = self.ports().now();
        let report = Report {
            left_out,
            ..Report::default()
        };
        let pieces: Vec<Vec<u8>> = file
            .chunks(PIECE)
            .enumerate()
            .map(|(number, piece)| self.seal_bytes(batch.id, number, piece))
            .collect::<Result<_, _>>()?;
        let mut tx = self.store().begin().await?;
        let current = batches::lock(&mut tx, batch.id).await?;
        match current.filter(|batch| batch.state == State::Running) {
            Some(current) if pieces.is_empty() => {
                self.fail(&mut tx, job, &current, &report).await?;
            }
            Some(current) => {
                let done = Stored {
                    state: State::Done,
                    done: current.total,
                    report: self.seal_report(batch.id, &report)?,
                    expires_at: now + policy::BATCH_LIFE,
                    ..current
                };
                batches::wipe(&mut tx, batch.id).await?;
                for (number, piece) in pieces.iter().enumerate() {
                    batches::put_part(&mut tx, batch.id, number, piece).await?;
                }
                batches::update(&mut tx, &done).await?;
                jobs::end(&mut tx, job, jobs::State::Done, None, now).await?;
                self.audit_batch(
                    &mut tx,
                    &done,
                    Actor::System,
                    Action::BatchLetters,
                    ActionOutcome::Made,
                )
                .await?;
            }
            None => {
                jobs::end(&mut tx, job, jobs::State::Done, None, now).await?;
            }
        }
        tx.commit().await?;
        Ok(())
    }
}

/// The file of all that can be drawn, empty where none can, and the others.
fn all_drawn(
    letters: &[Letter],
    logo: Option<&[u8]>,
    form: Form,
    fonts: &[PathBuf],
    told: &AtomicUsize,
) -> Result<(Vec<u8>, Vec<LeftOut>), InternalError> {
    let drawn = letter::render(letters, logo, form, fonts, |done| {
        told.store(done, Ordering::Relaxed);
    });
    let drawn = drawn.map_err(|why| InternalError::broken("letter")(format!("{why:?}")))?;
    let left_out = drawn.left_out.into_iter().filter_map(|(place, why)| {
        let letter = letters.get(place)?;
        Some(LeftOut {
            request: letter.request,
            external_id: letter.friendly_name.clone(),
            unfit: why == Unprintable::Form,
            sign: match why {
                Unprintable::Sign(sign) => Some(sign),
                Unprintable::Form => None,
            },
        })
    });
    Ok((drawn.file, left_out.collect()))
}
