//! One record per use case, chained so that a changed or missing one shows.

use crate::{Administrator, AuditLog, InternalError, SignedCall};
use domain::audit::{Action, ActionOutcome};
use domain::external_id::ExternalId;
use domain::ids::{ApplicationId, PersonId, StaffId};
use domain::policy;
use domain::timestamp::Timestamp;
pub use store::audits::Logged;
use store::audits::{self, Link};
use store::{Stamp, Tx};
use uuid::Uuid;

/// Who did it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Actor {
    Staff(StaffId),
    Person(PersonId),
    /// The application itself, by its API.
    Application(ApplicationId),
    /// The application by a call that counts once: its record claims the call.
    SignedCall(ApplicationId, SignedCall),
    /// Someone who holds a code and has not signed in.
    CodeHolder,
    /// Someone not known.
    Nobody,
    /// The clock's jobs.
    System,
    /// The operator at the command line.
    CommandLine,
}

impl Actor {
    fn parts(self) -> (&'static str, Option<Uuid>) {
        match self {
            Self::Staff(id) => ("staff", Some(id.0)),
            Self::Person(id) => ("person", Some(id.0)),
            Self::Application(id) | Self::SignedCall(id, _) => ("application", Some(id.0)),
            Self::CodeHolder => ("code-holder", None),
            Self::Nobody => ("nobody", None),
            Self::System => ("system", None),
            Self::CommandLine => ("command-line", None),
        }
    }
}

/// What happened, to whom, and how it came out.
pub(crate) struct Entry {
    /// None for the installation's own chain.
    pub application: Option<ApplicationId>,
    pub actor: Actor,
    pub action: Action,
    pub subject: Option<Uuid>,
    pub outcome: ActionOutcome,
}

/// Which records of the log.
#[derive(Clone, Debug, Default)]
pub struct LogFilter {
    pub action: Option<Action>,
    /// What one of the staff did.
    pub staff: Option<StaffId>,
    /// What the requests and connections of one patient were part of.
    pub patient: Option<ExternalId>,
    /// Records before this time.
    pub until: Option<Timestamp>,
    /// Records before this number.
    pub before: Option<i64>,
}

/// A page of the log.
#[derive(Default)]
pub struct LogPage {
    pub records: Vec<Logged>,
    /// Where the next page begins.
    pub next: Option<i64>,
}

/// A clock that stepped back makes a time between two records vague, and loses none of them.
async fn log_page<'a>(
    tx: &mut Tx,
    by: Administrator,
    filter: &'a LogFilter,
    limit: u32,
) -> Result<audits::LogPage<'a>, InternalError> {
    let chain = by.application.0;
    let mut before = filter.before.unwrap_or(i64::MAX);
    if let Some(until) = filter.until {
        let last = audits::last_before(tx, chain, until).await?.unwrap_or(0);
        before = before.min(last + 1);
    }
    Ok(audits::LogPage {
        chain,
        before,
        action: filter.action.map(Action::name),
        staff: filter.staff.map(|id| id.0),
        patient: filter.patient.as_ref(),
        limit,
    })
}

impl AuditLog<'_> {
    /// Appends to a chain. The last statement of a use case: its lock orders all of them.
    pub(crate) async fn record(self, tx: &mut Tx, entry: Entry) -> Result<(), InternalError> {
        if let Actor::SignedCall(_, call) = entry.actor {
            self.applications().claim_signed(tx, call).await?;
        }
        self.record_all(tx, entry.application, [entry]).await
    }

    /// Appends many to the chain of one application, in order. The last statement of a use case, too.
    pub(crate) async fn record_all(
        self,
        tx: &mut Tx,
        application: Option<ApplicationId>,
        entries: impl IntoIterator<Item = Entry>,
    ) -> Result<(), InternalError> {
        let chain = application.map_or(Uuid::nil(), |id| id.0);
        let mut head = audits::lock_head(tx, chain).await?;
        let at = Stamp(self.ports().now());
        let mut links = Vec::new();
        for entry in entries {
            let (actor_kind, actor_id) = entry.actor.parts();
            let mut link = Link {
                chain,
                number: head.last + 1,
                at,
                actor_kind: actor_kind.to_owned(),
                actor_id,
                action: entry.action.name().to_owned(),
                subject_id: entry.subject,
                outcome: entry.outcome.name().to_owned(),
                hash: Vec::new(),
            };
            link.hash = self.link_hash(&head.hash, &link);
            head.last = link.number;
            head.hash.clone_from(&link.hash);
            links.push(link);
        }
        head.sealed_at = Some(at);
        head.seal = self.sealer().head_seal(&head);
        audits::append(tx, &links, &head).await?;
        Ok(())
    }

    /// A page of the application's log, the latest first.
    pub async fn page(
        self,
        by: Administrator,
        filter: &LogFilter,
    ) -> Result<LogPage, InternalError> {
        let mut tx = self.store().read().await?;
        let rows = policy::PAGE_ROWS;
        let page = log_page(&mut tx, by, filter, rows + 1).await?;
        let mut records = audits::log(&mut tx, &page).await?;
        let more = records.len() > rows as usize;
        records.truncate(rows as usize);
        let next = records.last().filter(|_| more).map(|last| last.number);
        Ok(LogPage { records, next })
    }

    /// The application's latest records, at most [`policy::EXPORT_ROWS`]. That they left is a record, too.
    pub async fn export(
        self,
        by: Administrator,
        filter: &LogFilter,
    ) -> Result<Vec<Logged>, InternalError> {
        let mut tx = self.store().read().await?;
        let page = log_page(&mut tx, by, filter, policy::EXPORT_ROWS).await?;
        let records = audits::log(&mut tx, &page).await?;
        drop(tx);
        let entry = Entry {
            application: Some(by.application),
            actor: by.actor,
            action: Action::AuditExport,
            subject: None,
            outcome: ActionOutcome::Exported,
        };
        let mut tx = self.store().begin().await?;
        self.record(&mut tx, entry).await?;
        tx.commit().await?;
        Ok(records)
    }

    pub(crate) fn link_hash(self, before: &[u8], link: &Link) -> Vec<u8> {
        let actor = link.actor_id.map(Uuid::into_bytes);
        let subject = link.subject_id.map(Uuid::into_bytes);
        self.sealer().audit_link(&[
            before,
            link.chain.as_bytes(),
            &link.number.to_le_bytes(),
            &link.at.0.micros().to_le_bytes(),
            link.actor_kind.as_bytes(),
            actor.as_ref().map_or(&[], <[u8; 16]>::as_slice),
            link.action.as_bytes(),
            subject.as_ref().map_or(&[], <[u8; 16]>::as_slice),
            link.outcome.as_bytes(),
        ])
    }
}
