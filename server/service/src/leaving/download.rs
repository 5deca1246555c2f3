//! One file of all that is a person's: their records with what is in them, and the log of who did what with them. A job
//! makes it; it is told by mail, and read by its person alone.

use super::written::{
    Everything, ItemFile, LogLine, RecordFile, account, item_file, log_line, readable,
};
use super::zip::Zip;
use crate::outbox::account_mails::AccountMail;
use crate::people::accounts::SignedInPerson;
use crate::records::contents::Reader;
use crate::{Actor, InternalError, Leaving, MailJob, Outcome, reject};
use askama::Template;
use domain::audit::{Action, ActionOutcome};
use domain::ids::{ApplicationId, PersonId};
use domain::policy;
use domain::record::Record;
use domain::thing::PATIENT_CONNECT;
use domain::zone::Zone;
use std::collections::BTreeMap;
use store::access;
use store::downloads::{self as table, Download, State};
use store::jobs::{self, Claimed, NewJob, Urgency};
use store::things::{self, Behind};
use store::{applications, persons, records};
use uuid::Uuid;
use words::t;

pub use store::downloads::State as DownloadState;

/// The kind of its job.
pub const DOWNLOAD: &str = "download";
const PURPOSE: &str = "download";
/// Tries of a job before its file is given up.
const ATTEMPTS: i64 = 3;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DownloadRejection {
    /// As many as one day has.
    TooMany,
    SignedOut,
}

impl Leaving<'_> {
    /// The person's file, as it is now.
    pub async fn download(self, person: PersonId) -> Result<Option<Download>, InternalError> {
        let now = self.ports().now();
        let mut tx = self.store().read().await?;
        let found = table::of_person(&mut tx, person).await?;
        Ok(found.filter(|found| now < found.expires_at))
    }

    /// Has a file made. Asked for twice at once, it is made once.
    pub async fn ask_for_download(self, by: SignedInPerson) -> Outcome<(), DownloadRejection> {
        let now = self.ports().now();
        let mut tx = self.store().begin().await?;
        if self.people().still_signed_in(&mut tx, by).await?.is_none() {
            return reject(DownloadRejection::SignedOut);
        }
        let before = table::of_person(&mut tx, by.person).await?;
        let running = |one: &Download| one.state == State::Running && now < one.expires_at;
        if before.as_ref().is_some_and(running) {
            return Ok(());
        }
        let parts = [b"download".as_slice(), by.person.0.as_bytes()];
        let key = self.sealer().digest("throttle", &parts);
        let (most, window) = (policy::DOWNLOADS, policy::days(1));
        if !self
            .sign_ins()
            .charge_within(&mut tx, &key, most, window)
            .await?
        {
            return reject(DownloadRejection::TooMany);
        }
        let download = Download {
            id: self.ports().id(),
            person: by.person,
            state: State::Running,
            made_at: now,
            expires_at: now + policy::DOWNLOAD_LIFE,
        };
        table::begin(&mut tx, &download).await?;
        let id = self.ports().id();
        let text = download.id.as_bytes();
        let job = NewJob {
            id,
            kind: DOWNLOAD,
            urgency: Urgency::Batch,
            connect_request: None,
            batch: None,
            payload: self
                .sealer()
                .seal("job", id.as_bytes(), text, self.ports())?,
            run_at: now,
        };
        jobs::insert(&mut tx, job).await?;
        self.audit_download(&mut tx, by.person, ActionOutcome::Asked)
            .await?;
        tx.commit().await?;
        Ok(())
    }

    async fn audit_download(
        self,
        tx: &mut store::Tx,
        person: PersonId,
        outcome: ActionOutcome,
    ) -> Result<(), InternalError> {
        self.people()
            .audit_account(
                tx,
                Actor::Person(person),
                Action::AccountDownload,
                Some(person),
                outcome,
            )
            .await
    }

    /// Makes the file that a job is about, and settles the job.
    pub async fn work_on_download(self, job: &Claimed) -> Result<(), InternalError> {
        let opened = self.sealer().open("job", job.id.as_bytes(), &job.payload)?;
        let id = Uuid::from_slice(&opened).map_err(InternalError::broken("job"))?;
        let mut tx = self.store().read().await?;
        let found = table::find(&mut tx, id).await?;
        drop(tx);
        let now = self.ports().now();
        let Some(found) = found.filter(|found| found.state == State::Running) else {
            return self.end_download_job(job).await;
        };
        let file = if job.attempts > ATTEMPTS {
            None
        } else {
            self.everything(found.person).await?
        };
        let sealed = file.map(|file| {
            let sealer = self.sealer();
            sealer.seal(PURPOSE, id.as_bytes(), &file, self.ports())
        });
        let sealed = sealed.transpose()?;
        let (state, outcome) = match sealed {
            Some(_) => (State::Ready, ActionOutcome::Made),
            None => (State::Failed, ActionOutcome::Failed),
        };
        let until = now + policy::DOWNLOAD_LIFE;
        let mut tx = self.store().begin_long().await?;
        if table::finish(&mut tx, id, state, sealed.as_deref(), until).await? {
            if state == State::Ready {
                let mail = MailJob::Account(AccountMail::DownloadReady {
                    person: found.person,
                    until,
                });
                self.outbox().queue(&mut tx, &mail).await?;
            }
            self.audit_download(&mut tx, found.person, outcome).await?;
        }
        jobs::end(&mut tx, job, jobs::State::Done, None, now).await?;
        tx.commit().await?;
        Ok(())
    }

    async fn end_download_job(self, job: &Claimed) -> Result<(), InternalError> {
        let mut tx = self.store().begin().await?;
        jobs::end(&mut tx, job, jobs::State::Done, None, self.ports().now()).await?;
        tx.commit().await?;
        Ok(())
    }

    /// The bytes of the person's file. That it left is a record.
    pub async fn take_download(self, by: SignedInPerson) -> Result<Option<Vec<u8>>, InternalError> {
        let Some(found) = self.download(by.person).await? else {
            return Ok(None);
        };
        let mut tx = self.store().read().await?;
        let Some(sealed) = table::file(&mut tx, found.id).await? else {
            return Ok(None);
        };
        drop(tx);
        let file = self.sealer().open(PURPOSE, found.id.as_bytes(), &sealed)?;
        let mut tx = self.store().begin().await?;
        if self.people().still_signed_in(&mut tx, by).await?.is_none() {
            return Ok(None);
        }
        self.audit_download(&mut tx, by.person, ActionOutcome::Downloaded)
            .await?;
        tx.commit().await?;
        Ok(Some(file.to_vec()))
    }

    /// All that is a person's, as a ZIP; None where it is more than a file may hold, or the person is gone.
    async fn everything(self, id: PersonId) -> Result<Option<Vec<u8>>, InternalError> {
        let mut tx = self.store().read().await?;
        let Some(person) = persons::find(&mut tx, id).await? else {
            return Ok(None);
        };
        let own = records::list(&mut tx, id).await?;
        drop(tx);
        let mut room = policy::DOWNLOAD_BYTES;
        let mut files = Vec::new();
        for record in &own {
            let Some(items) = self.all_items(id, record, &mut room).await? else {
                return Ok(None);
            };
            files.push(RecordFile {
                id: record.id.0,
                name: record.name.clone(),
                relation: record.about.relation.map(domain::record::Relation::name),
                birth_year: record.about.birth_year,
                created_at: record.made_at.rfc3339(),
                items,
            });
        }
        let everything = Everything {
            made_at: self.ports().now().rfc3339(),
            account: account(&person),
            records: files,
            log: self.whole_log(id, &own).await?,
        };
        let json =
            serde_json::to_vec_pretty(&everything).map_err(InternalError::json("download"))?;
        let html = readable(&everything).render();
        let html = html.map_err(InternalError::broken("download"))?;
        let mut zip = Zip::default();
        let written = zip
            .add("patient-connect.json", &json)
            .and_then(|()| zip.add("records.html", html.as_bytes()))
            .and_then(|()| zip.finish());
        written.map(Some).map_err(InternalError::broken("download"))
    }

    /// The things of a record, a page at a time; None where they are more than `room`.
    async fn all_items(
        self,
        person: PersonId,
        record: &Record,
        room: &mut usize,
    ) -> Result<Option<Vec<ItemFile>>, InternalError> {
        let mut items = Vec::new();
        let mut behind = Behind::START;
        loop {
            let mut tx = self.store().read().await?;
            let reader = Reader::of(&mut tx, person).await?;
            let heads = things::page(&mut tx, record.id, None, behind, PAGE).await?;
            let Some(last) = heads.last() else {
                return Ok(Some(items));
            };
            behind = Behind {
                effective_at: last.effective_at.into(),
                id: last.id,
            };
            for head in &heads {
                let bytes = usize::try_from(head.bytes).unwrap_or(usize::MAX);
                let Some(left) = room.checked_sub(bytes) else {
                    return Ok(None);
                };
                *room = left;
                if let Some(thing) = self.records().open_thing(&mut tx, head).await? {
                    items.push(item_file(&reader.item(&thing), thing));
                }
            }
        }
    }

    async fn whole_log(
        self,
        person: PersonId,
        own: &[Record],
    ) -> Result<Vec<LogLine>, InternalError> {
        let mut tx = self.store().read().await?;
        let clinics = applications::of_person(&mut tx, person).await?;
        let clinics: BTreeMap<_, _> = clinics.into_iter().map(|one| (one.id, one)).collect();
        let names: BTreeMap<_, _> = own.iter().map(|one| (one.id, &one.name)).collect();
        let (mut log, mut filter) = (Vec::new(), access::Filter::default());
        loop {
            let lines = access::list(&mut tx, person, filter, PAGE).await?;
            let Some(last) = lines.last() else {
                return Ok(log);
            };
            filter.before = Some(last.id);
            for line in &lines {
                let clinic = clinics.get(&ApplicationId(line.actor));
                let by = match clinic {
                    _ if line.actor == PATIENT_CONNECT.0 => t!("download-you"),
                    Some(clinic) => clinic.name.clone().into(),
                    None => t!("download-another"),
                };
                let zone = clinic.map_or(Zone::UTC, |clinic| clinic.time_zone);
                let record = names.get(&line.record).map(|name| (*name).clone());
                log.push(log_line(line, by, record.unwrap_or_default(), zone));
            }
        }
    }
}

/// Rows that are read at one go.
const PAGE: u32 = 200;
