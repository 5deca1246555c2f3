//! Requests made from a file: read and shown, confirmed, and then all of them or none.
//!
//! What the file held is kept sealed, in parts, until it is over.

use crate::audit::log::Entry;
use crate::batches::import_file::{self, Read, Row};
use crate::secrets::Class;
use crate::seen::Seen;
use crate::{Actor, Batches, Failure, InternalError, MailJob, Outcome, reject};
use domain::application::{Application, MayNotConnect};
use domain::audit::{Action, ActionOutcome};
use domain::batch::{Column, FileError, Kind, Report, RowProblem, Sample, State, Why};
use domain::challenge::{AnswerFold, FoldedAnswer};
use domain::ids::{ApplicationId, BatchId, ConnectRequestId};
use domain::new_request::{NewRequest, Origin};
use domain::policy;
use domain::staff::StaffContext;
use domain::statistics::{Channel, Counted};
use store::Tx;
use store::batches::{self, Stored};
use store::connect_requests as table;
use store::jobs::{self, Claimed, NewJob, Urgency};
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
    /// A spreadsheet may have changed some of its ids, and nobody said that they are right.
    IdsNotConfirmed,
    /// The form was of another preview.
    Changed,
}

/// A batch as the desk sees it.
pub struct BatchView {
    pub stored: Stored,
    pub report: Report,
}

/// What an import is about to make, in the order of its rows.
#[derive(Default)]
struct NewRequests {
    rows: Vec<usize>,
    requests: Vec<table::Stored>,
    mails: Vec<NewJob>,
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
        let ids = read.rows.iter();
        let ids = ids.map(|row| (row.number, row.draft.external_id.trim()));
        let taken = self.taken(staff.application, ids).await?;
        read.problems.extend(taken);
        read.problems.sort_by_key(|problem| problem.row);
        Ok(self.keep_preview(staff, read).await?)
    }

    /// Rows whose id another request holds by now.
    async fn taken(
        self,
        application: ApplicationId,
        rows: impl Iterator<Item = (usize, &str)>,
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
                    column: Some(Column::ExternalId),
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

    /// Hashes one part's answers, or makes the requests once all are ready. Settles the job.
    pub(crate) async fn work_on_import(
        self,
        job: &Claimed,
        batch: Stored,
    ) -> Result<(), InternalError> {
        if batch.done < batch.total {
            self.ready_part(job, batch).await
        } else {
            self.make_all(job, batch).await
        }
    }

    async fn ready_part(self, job: &Claimed, batch: Stored) -> Result<(), InternalError> {
        let number = batch.done / policy::BATCH_PART_ROWS;
        let mut tx = self.store().read().await?;
        let sealed = batches::part(&mut tx, batch.id, number).await?;
        drop(tx);
        let sealed = sealed.ok_or(InternalError::Contradiction("batch_part"))?;
        let mut rows: Vec<Row> = self.open_part(batch.id, number, &sealed)?;
        for row in &mut rows {
            let answer = FoldedAnswer::parse(&row.draft.answer, row.mode)
                .map_err(|why| InternalError::broken("batch_part")(format!("{why:?}")))?;
            // One at a time: the other places of the pool are the desk's and the patients'.
            row.answer_hash = Some(self.hasher().hash(Class::Import, answer.as_bytes()).await?);
            row.answer_fold = AnswerFold::TODAY.number();
        }
        let sealed = self.seal_part(batch.id, number, &rows)?;
        let mut tx = self.store().begin().await?;
        let now = batches::lock(&mut tx, batch.id).await?;
        if let Some(current) = now
            && current.state == State::Running
            && current.done == batch.done
        {
            batches::put_part(&mut tx, batch.id, number, &sealed).await?;
            let done = batch.done + rows.len();
            batches::update(&mut tx, &Stored { done, ..current }).await?;
        }
        jobs::again(&mut tx, job, self.ports().now()).await?;
        tx.commit().await?;
        Ok(())
    }

    /// All requests in one transaction; an id that was taken meanwhile leaves none. SQLite has one writer, so all that
    /// takes time is done before, and the rows go in by the hundred.
    async fn make_all(self, job: &Claimed, batch: Stored) -> Result<(), InternalError> {
        let mut tx = self.store().read().await?;
        let application = self.application(&mut tx, batch.application).await?;
        let parts = batches::parts(&mut tx, batch.id).await?;
        drop(tx);
        let new = self.new_requests(&application, batch.id, &parts)?;

        let mut tx = self.store().begin().await?;
        let current = batches::lock(&mut tx, batch.id).await?;
        let Some(current) = current.filter(|batch| batch.state == State::Running) else {
            jobs::end(&mut tx, job, jobs::State::Done, None, self.ports().now()).await?;
            tx.commit().await?;
            return Ok(());
        };
        let application = self.application(&mut tx, batch.application).await?;
        if application.may_connect().is_err() {
            drop(tx);
            return self.fail_import(job, current, Report::default()).await;
        }
        let external_ids: Vec<&str> = new
            .requests
            .iter()
            .map(|new| new.request.external_id.as_str())
            .collect();
        table::release(
            &mut tx,
            batch.application,
            &external_ids,
            self.ports().now(),
        )
        .await?;
        if !table::insert_all(&mut tx, &new.requests).await? {
            drop(tx);
            let ids = new
                .requests
                .iter()
                .map(|new| new.request.external_id.as_str());
            let ids = new.rows.iter().copied().zip(ids);
            let taken = self.taken(batch.application, ids).await?;
            let report = Report {
                problems: taken.into_iter().take(1).collect(),
                ..Report::default()
            };
            return self.fail_import(job, current, report).await;
        }
        let ids: Vec<ConnectRequestId> = new.requests.iter().map(|new| new.request.id).collect();
        batches::put_requests(&mut tx, batch.id, &ids).await?;
        jobs::insert_all(&mut tx, &new.mails).await?;
        let (mailed, printed) = (new.mails.len(), ids.len() - new.mails.len());
        for (channel, count) in [(Channel::Mail, mailed), (Channel::Letter, printed)] {
            self.installation()
                .count_many(&mut tx, batch.application, channel, Counted::Made, count)
                .await?;
        }
        jobs::end(&mut tx, job, jobs::State::Done, None, self.ports().now()).await?;
        let report = Report {
            with_mail: mailed,
            ..Report::default()
        };
        self.end(&mut tx, &current, State::Done, &report).await?;
        let entry = |action, subject, outcome| Entry {
            application: Some(batch.application),
            actor: Actor::Staff(current.staff),
            action,
            subject: Some(subject),
            outcome,
        };
        let created = ids
            .iter()
            .map(|id| entry(Action::ConnectRequestCreate, id.0, ActionOutcome::Imported));
        let whole = entry(Action::BatchImport, batch.id.0, ActionOutcome::Made);
        self.audit()
            .record_all(&mut tx, Some(batch.application), created.chain([whole]))
            .await?;
        tx.commit().await?;
        Ok(())
    }

    fn new_requests(
        self,
        application: &Application,
        batch: BatchId,
        parts: &[Vec<u8>],
    ) -> Result<NewRequests, InternalError> {
        let mut all = NewRequests::default();
        for (number, sealed) in parts.iter().enumerate() {
            for row in self.open_part::<Row>(batch, number, sealed)? {
                let new = NewRequest::parse(&row.draft, row.mode, Origin::FrontDesk)
                    .map_err(|why| InternalError::broken("batch_part")(format!("{why:?}")))?;
                let hash = row
                    .answer_hash
                    .ok_or(InternalError::Contradiction("batch_part"))?;
                let (mut stored, _) = self.connect_requests().new_stored(application, new, hash)?;
                stored.answer_fold = AnswerFold::from_number(row.answer_fold)
                    .ok_or(InternalError::Contradiction("batch_part"))?;
                if stored.request.email.is_some() {
                    let request = stored.request.id;
                    let mail = MailJob::Connect { request };
                    all.mails
                        .push(self.outbox().mail_job(&mail, Urgency::InBulk)?);
                }
                all.requests.push(stored);
                all.rows.push(row.number);
            }
        }
        Ok(all)
    }

    /// Nothing was made: a row's id was taken meanwhile, or the application may not connect any more.
    async fn fail_import(
        self,
        job: &Claimed,
        batch: Stored,
        report: Report,
    ) -> Result<(), InternalError> {
        let mut tx = self.store().begin().await?;
        self.fail(&mut tx, job, &batch, &report).await?;
        tx.commit().await?;
        Ok(())
    }
}

fn sample(row: &Row) -> Sample {
    Sample {
        external_id: row.draft.external_id.trim().to_owned(),
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
