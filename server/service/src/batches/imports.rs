//! Requests made from a file: read and shown, confirmed, and then all of them or none.
//!
//! What the file held is kept sealed, in parts, until it is over.

use crate::batches::import_file::{self, Read, Row};
use crate::seen::Seen;
use crate::{Actor, Batches, Failure, InternalError, Outcome, reject};
use domain::application::MayNotConnect;
use domain::audit::{Action, ActionOutcome};
use domain::batch::{FileError, Kind, Report, RowProblem, Sample, State, Why};
use domain::external_id::ExternalId;
use domain::ids::{ApplicationId, BatchId};
use domain::new_request::Field;
use domain::policy;
use domain::staff::StaffContext;
use store::Tx;
use store::batches::{self, Stored};
use zeroize::Zeroizing;

/// Rows that a preview shows.
const SAMPLE: usize = 5;
/// Batches of a list.
const LATEST: u32 = 10;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportRejection {
    File(FileError),
    MayNot(MayNotConnect),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BatchRejection {
    /// The application has no such batch.
    NotFound,
    /// It is too late for that.
    Over,
    /// A spreadsheet may have changed some of its ids, and no one said that they are right.
    IdsNotConfirmed,
    /// The form was of another preview.
    Changed,
}

/// A batch as the desk sees it.
pub struct BatchView {
    pub stored: Stored,
    pub report: Report,
}

impl Batches<'_> {
    /// Reads a file. What can be made of it waits for a confirmation; what this member of staff read before and
    /// never confirmed is forgotten.
    pub async fn preview_import(
        self,
        staff: &StaffContext,
        file: Zeroizing<Vec<u8>>,
    ) -> Outcome<BatchId, ImportRejection> {
        let mut tx = self.store().read().await?;
        let application = self.application(&mut tx, staff.application).await?;
        drop(tx);
        application
            .may_connect()
            .map_err(|why| Failure::Rejected(ImportRejection::MayNot(why)))?;
        let mode = application.answer_mode;
        let read = tokio::task::spawn_blocking(move || import_file::read(&file, mode)).await;
        let mut read = read
            .map_err(InternalError::broken("import"))?
            .map_err(|error| Failure::Rejected(ImportRejection::File(error)))?;
        let ids = read.ids.iter().map(|(number, id)| (*number, id));
        let taken = self.taken(staff.application, ids).await?;
        read.problems.extend(taken);
        read.problems.sort_by_key(|problem| problem.row);
        Ok(self.keep_preview(staff, read).await?)
    }

    /// Rows whose id another request holds by now.
    pub(super) async fn taken(
        self,
        application: ApplicationId,
        rows: impl Iterator<Item = (usize, &ExternalId)>,
    ) -> Result<Vec<RowProblem>, InternalError> {
        let mut tx = self.store().read().await?;
        let mut taken = Vec::new();
        for (row, external_id) in rows {
            if let Some(holder) = self
                .connect_requests()
                .holding(&mut tx, application, external_id)
                .await?
            {
                taken.push(RowProblem {
                    row,
                    column: Some(Field::ExternalId),
                    why: Why::Taken {
                        made_at: holder.made_at,
                    },
                });
            }
        }
        Ok(taken)
    }

    async fn keep_preview(
        self,
        staff: &StaffContext,
        read: Read,
    ) -> Result<BatchId, InternalError> {
        let now = self.ports().now();
        let id = BatchId(self.ports().id());
        let refused = !read.problems.is_empty();
        let total = read.rows.len();
        let report = Report {
            sample: read.rows.iter().take(SAMPLE).map(sample).collect(),
            with_mail: with_mail(&read.rows),
            problems: read.problems,
            doubtful: read.doubtful,
            guessed: read.guessed,
            ..Report::default()
        };
        let batch = Stored {
            id,
            application: staff.application,
            staff: staff.staff,
            kind: Kind::Import,
            state: if refused {
                State::Refused
            } else {
                State::Previewed
            },
            total,
            done: 0,
            report: self.seal_report(id, &report)?,
            made_at: now,
            expires_at: now + policy::BATCH_LIFE,
        };
        let parts: Vec<Vec<u8>> = if refused {
            Vec::new()
        } else {
            read.rows
                .chunks(policy::BATCH_PART_ROWS)
                .enumerate()
                .map(|(number, rows)| self.seal_part(id, number, rows))
                .collect::<Result<_, _>>()?
        };
        let mut tx = self.store().begin().await?;
        batches::forget_unconfirmed(&mut tx, staff.staff).await?;
        batches::insert(&mut tx, &batch).await?;
        for (number, sealed) in parts.iter().enumerate() {
            batches::put_part(&mut tx, id, number, sealed).await?;
        }
        let outcome = if refused {
            ActionOutcome::Refused
        } else {
            ActionOutcome::Previewed
        };
        self.audit_batch(
            &mut tx,
            &batch,
            Actor::Staff(staff.staff),
            Action::BatchRead,
            outcome,
        )
        .await?;
        tx.commit().await?;
        Ok(id)
    }

    /// The digest of a preview, for the form that confirms it.
    pub fn preview_shown(self, batch: &Stored) -> Seen {
        let shown = (batch.id.0, batch.state.name(), batch.total, &batch.report);
        self.seen("import", &shown)
    }

    /// The requests are to be made. Said twice, it is done once.
    pub async fn confirm_import(
        self,
        staff: &StaffContext,
        id: BatchId,
        ids_are_right: bool,
        seen: &Seen,
    ) -> Outcome<(), BatchRejection> {
        let mut tx = self.store().begin().await?;
        let Some(batch) = own(&mut tx, staff, id).await? else {
            return reject(BatchRejection::NotFound);
        };
        match batch.state {
            State::Previewed if self.ports().now() < batch.expires_at => {}
            State::Running | State::Done => return Ok(()),
            _ => return reject(BatchRejection::Over),
        }
        if !seen.is(&self.preview_shown(&batch)) {
            return reject(BatchRejection::Changed);
        }
        if !ids_are_right && !self.open_report(&batch)?.doubtful.is_empty() {
            return reject(BatchRejection::IdsNotConfirmed);
        }
        let batch = Stored {
            state: State::Running,
            ..batch
        };
        batches::update(&mut tx, &batch).await?;
        self.queue(&mut tx, id).await?;
        self.audit_batch(
            &mut tx,
            &batch,
            Actor::Staff(staff.staff),
            Action::BatchConfirm,
            if ids_are_right {
                ActionOutcome::IdsConfirmed
            } else {
                ActionOutcome::Queued
            },
        )
        .await?;
        tx.commit().await?;
        Ok(())
    }

    /// Calls a batch off; nothing is made of it, and what it held is wiped.
    pub async fn cancel(self, staff: &StaffContext, id: BatchId) -> Outcome<(), BatchRejection> {
        let mut tx = self.store().begin().await?;
        let Some(batch) = own(&mut tx, staff, id).await? else {
            return reject(BatchRejection::NotFound);
        };
        if batch.state == State::Cancelled {
            return Ok(());
        }
        if !batch.state.may_cancel() {
            return reject(BatchRejection::Over);
        }
        let actor = Actor::Staff(staff.staff);
        self.end(&mut tx, &batch, State::Cancelled, &Report::default())
            .await?;
        self.audit_batch(
            &mut tx,
            &batch,
            actor,
            Action::BatchCancel,
            ActionOutcome::Cancelled,
        )
        .await?;
        tx.commit().await?;
        Ok(())
    }

    /// A batch of the application; None where it has no such one.
    pub async fn find(
        self,
        application: ApplicationId,
        id: BatchId,
    ) -> Result<Option<BatchView>, InternalError> {
        let mut tx = self.store().read().await?;
        let Some(stored) = batches::find(&mut tx, application, id).await? else {
            return Ok(None);
        };
        let report = self.open_report(&stored)?;
        Ok(Some(BatchView { stored, report }))
    }

    /// The application's latest batches of a kind.
    pub async fn list(
        self,
        application: ApplicationId,
        kind: Kind,
    ) -> Result<Vec<Stored>, InternalError> {
        let mut tx = self.store().read().await?;
        Ok(batches::latest(&mut tx, application, kind, LATEST).await?)
    }
}

fn sample(row: &Row) -> Sample {
    Sample {
        external_id: row.draft.external_id.clone(),
        friendly_name: row.draft.friendly_name.trim().to_owned(),
        email: row.draft.email.trim().to_owned(),
    }
}

fn with_mail(rows: &[Row]) -> usize {
    let mailed = rows.iter().filter(|row| !row.draft.email.trim().is_empty());
    mailed.count()
}

/// A batch of the desk's own application, locked.
async fn own(
    tx: &mut Tx,
    staff: &StaffContext,
    id: BatchId,
) -> Result<Option<Stored>, InternalError> {
    let found = batches::lock(tx, id).await?;
    Ok(found.filter(|batch| batch.application == staff.application))
}
