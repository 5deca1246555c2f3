//! An import that was confirmed: its answers are hashed a part at a time, then all its requests are made at once.

use crate::audit::log::Entry;
use crate::batches::import_file::Row;
use crate::secrets::Class;
use crate::{Actor, Batches, InternalError, MailJob};
use domain::application::Application;
use domain::audit::{Action, ActionOutcome};
use domain::batch::{Report, State};
use domain::challenge::{AnswerFold, FoldedAnswer};
use domain::external_id::ExternalId;
use domain::ids::{BatchId, ConnectRequestId};
use domain::new_request::{NewRequest, Origin};
use domain::policy;
use store::batches::{self, Stored};
use store::connect_requests as table;
use store::jobs::{self, Claimed, NewJob, Urgency};

/// What an import is about to make, in the order of its rows.
#[derive(Default)]
struct NewRequests {
    rows: Vec<usize>,
    requests: Vec<table::Stored>,
    mails: Vec<NewJob>,
}

impl Batches<'_> {
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
        let external_ids: Vec<&ExternalId> = new
            .requests
            .iter()
            .map(|new| &new.request.external_id)
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
            let ids = new.requests.iter().map(|new| &new.request.external_id);
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
        let mailed = new.mails.len();
        let made = new.requests.iter().map(|new| &new.request);
        self.installation()
            .count_made(&mut tx, batch.application, made)
            .await?;
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
