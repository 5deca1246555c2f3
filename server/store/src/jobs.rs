//! Table `job`: work that waits outside the request path.

use super::{Result, Stamp, Tx, inconsistent};
use domain::ids::{BatchId, ConnectRequestId};
use domain::timestamp::Timestamp;
use uuid::Uuid;

domain::named! {
    /// The state of a job.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum State {
        Queued = "queued",
        Leased = "leased",
        Done = "done",
        /// The other side refused it for good.
        Bounced = "bounced",
        /// No one knows whether it was done; it is never repeated by itself.
        Unknown = "unknown",
        /// Given up.
        Dead = "dead",
    }
}

/// The class of a job. Each has lanes of its own, so none waits for another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Urgency {
    /// A mail that someone waits for in front of a screen. Strangers may ask for it, too.
    AtScreen,
    /// A mail that a patient waits for: a code, a receipt, a notice.
    ForPatient,
    ForStaff,
    /// A slice of work on a batch.
    Batch,
    Reminder,
    /// One mail of an import's many.
    InBulk,
}

impl Urgency {
    /// The most urgent first.
    pub const ALL: [Self; 6] = [
        Self::AtScreen,
        Self::ForPatient,
        Self::ForStaff,
        Self::Batch,
        Self::Reminder,
        Self::InBulk,
    ];

    /// As stored: 0 to 2 are older than the other classes, and 0 once was every mail that was not in bulk.
    const fn number(self) -> i64 {
        match self {
            Self::ForPatient => 0,
            Self::Batch => 1,
            Self::InBulk => 2,
            Self::AtScreen => 3,
            Self::ForStaff => 4,
            Self::Reminder => 5,
        }
    }
}

/// A job on its way in.
pub struct NewJob {
    pub id: Uuid,
    pub kind: &'static str,
    pub urgency: Urgency,
    pub connect_request: Option<ConnectRequestId>,
    /// None for mail.
    pub batch: Option<BatchId>,
    /// Sealed.
    pub payload: Vec<u8>,
    pub run_at: Timestamp,
}

/// A job that was claimed.
#[derive(Debug, sqlx::FromRow)]
pub struct Claimed {
    pub id: Uuid,
    pub kind: String,
    pub connect_request_id: Option<Uuid>,
    batch_id: Option<Uuid>,
    pub payload: Vec<u8>,
    /// Times it was claimed, this one included.
    pub attempts: i64,
    /// Tells this claim from every other one of the job.
    claim: i64,
}

impl Claimed {
    /// The batch it works on; a job without one is a mail.
    pub fn batch(&self) -> Option<BatchId> {
        self.batch_id.map(BatchId)
    }
}

/// A job that ended because its worker never came back.
#[derive(Debug, sqlx::FromRow)]
pub struct Lost {
    pub kind: String,
    pub connect_request_id: Option<Uuid>,
    state: String,
}

impl Lost {
    /// Unknown, where its work may have been done; dead otherwise.
    pub fn state(&self) -> Result<State> {
        State::from_name(&self.state).ok_or_else(|| inconsistent("job", &self.state))
    }
}

pub async fn insert(tx: &mut Tx, job: NewJob) -> Result<()> {
    insert_all(tx, &[job]).await
}

pub async fn insert_all(tx: &mut Tx, jobs: &[NewJob]) -> Result<()> {
    const INTO: &str = "insert into job (id, kind, connect_request_id, payload, state, attempts, run_at, made_at, \
        batch_id, urgency) ";
    tx.insert_rows(INTO, jobs, "", |job| {
        (
            job.id,
            job.kind,
            job.connect_request.map(|id| id.0),
            &job.payload,
            State::Queued.name(),
            0_i64,
            Stamp(job.run_at),
            Stamp(job.run_at),
            job.batch.map(|id| id.0),
            job.urgency.number(),
        )
    })
    .await?;
    Ok(())
}

/// Whether a claim would find anything: a job of the class that is due, or one whose worker never came back.
pub async fn is_due(tx: &mut Tx, class: Urgency, now: Timestamp) -> Result<bool> {
    const SQL: &str = "select id from job where state = 'leased' and leased_until <= $1 union all select id from job \
        where state = 'queued' and urgency = $2 and run_at <= $1 limit 1";
    let found: Option<Uuid> = tx
        .fetch_optional_scalar(SQL, (Stamp(now), class.number()))
        .await?;
    Ok(found.is_some())
}

const CLAIM: &str = "update job set state = 'leased', attempts = attempts + 1, claim = claim + 1, \
    handed_over_at = null, leased_until = $2 where id = (select id from job \
    where state = 'queued' and urgency = $3 and run_at <= $1 order by run_at, id limit 1";
const CLAIMED: &str =
    ") returning id, kind, connect_request_id, batch_id, payload, attempts, claim";

/// Claims the job of a class that is due longest, in one statement: no two workers get the same one.
pub async fn claim(
    tx: &mut Tx,
    class: Urgency,
    now: Timestamp,
    leased_until: Timestamp,
) -> Result<Option<Claimed>> {
    const SQLITE: &str = const_format::concatcp!(CLAIM, CLAIMED);
    const POSTGRES: &str = const_format::concatcp!(CLAIM, " for update skip locked", CLAIMED);
    let sql = tx.locking(SQLITE, POSTGRES);
    tx.fetch_optional(sql, (Stamp(now), Stamp(leased_until), class.number()))
        .await
}

/// Marks that a claimed job is done now and cannot be taken back; false where the lease was lost.
pub async fn hand_over(tx: &mut Tx, job: &Claimed, now: Timestamp) -> Result<bool> {
    const SQL: &str =
        "update job set handed_over_at = $3 where id = $1 and claim = $2 and state = 'leased'";
    let marked = tx.execute(SQL, (job.id, job.claim, Stamp(now))).await?;
    Ok(marked == 1)
}

/// Ends a claimed job, its payload wiped; false where the lease was lost.
pub async fn end(
    tx: &mut Tx,
    job: &Claimed,
    state: State,
    failure: Option<&str>,
    now: Timestamp,
) -> Result<bool> {
    const SQL: &str = "update job set state = $3, failure = $4, ended_at = $5, leased_until = null, payload = $6 \
        where id = $1 and claim = $2 and state = 'leased'";
    let values = (
        job.id,
        job.claim,
        state.name(),
        failure,
        Stamp(now),
        Vec::<u8>::new(),
    );
    let ended = tx.execute(SQL, values).await?;
    Ok(ended == 1)
}

/// Puts a claimed job back in line; `ours` where an operator has to see to what went wrong.
pub async fn retry(
    tx: &mut Tx,
    job: &Claimed,
    failure: &str,
    ours: bool,
    run_at: Timestamp,
) -> Result<()> {
    const SQL: &str = "update job set state = 'queued', failure = $3, run_at = $4, leased_until = null, ours = $5 \
        where id = $1 and claim = $2 and state = 'leased'";
    tx.execute(SQL, (job.id, job.claim, failure, Stamp(run_at), ours))
        .await?;
    Ok(())
}

/// How many jobs wait until an operator has seen to what went wrong, and what that was at the last of them.
pub async fn refused(tx: &mut Tx) -> Result<Option<(i64, String)>> {
    const COUNT: &str = "select count(*) from job where state in ('queued', 'leased') and ours";
    const LAST: &str = "select coalesce(failure, '') from job where state in ('queued', 'leased') and ours \
        order by run_at desc limit 1";
    let count: i64 = tx.fetch_scalar(COUNT, ()).await?;
    let last: Option<String> = tx.fetch_optional_scalar(LAST, ()).await?;
    Ok(last.map(|last| (count, last)))
}

/// Jobs whose worker never came back, and had not yet begun what cannot be taken back, go into line again.
pub async fn put_back(tx: &mut Tx, now: Timestamp, tries: i64) -> Result<()> {
    const SQL: &str = "update job set state = 'queued', run_at = $1, leased_until = null, \
        failure = 'the worker never came back' \
        where state = 'leased' and leased_until <= $1 and handed_over_at is null and attempts < $2";
    tx.execute(SQL, (Stamp(now), tries)).await?;
    Ok(())
}

/// Puts a leased job back in line after a slice of its work that went well.
pub async fn again(tx: &mut Tx, job: &Claimed, run_at: Timestamp) -> Result<()> {
    const SQL: &str = "update job set state = 'queued', attempts = 0, failure = null, run_at = $3, leased_until = null \
        where id = $1 and claim = $2 and state = 'leased'";
    tx.execute(SQL, (job.id, job.claim, Stamp(run_at))).await?;
    Ok(())
}

/// Leaves a leased job to its worker for longer; false where the lease was lost.
pub async fn extend(tx: &mut Tx, job: &Claimed, leased_until: Timestamp) -> Result<bool> {
    const SQL: &str =
        "update job set leased_until = $3 where id = $1 and claim = $2 and state = 'leased'";
    let extended = tx
        .execute(SQL, (job.id, job.claim, Stamp(leased_until)))
        .await?;
    Ok(extended == 1)
}

/// Since when the job that is due longest waits.
pub async fn oldest_due(tx: &mut Tx, now: Timestamp) -> Result<Option<Timestamp>> {
    const SQL: &str =
        "select run_at from job where state = 'queued' and run_at <= $1 order by run_at limit 1";
    let at: Option<Stamp> = tx.fetch_optional_scalar(SQL, (Stamp(now),)).await?;
    Ok(at.map(Timestamp::from))
}

/// Ends all other jobs whose worker never came back: no one knows how far it got, or it was their last try.
pub async fn abandon(tx: &mut Tx, now: Timestamp) -> Result<Vec<Lost>> {
    const SQL: &str = "update job set state = case when handed_over_at is null then 'dead' else 'unknown' end, \
        ended_at = $1, leased_until = null, payload = $2, failure = 'the worker never came back' \
        where state = 'leased' and leased_until <= $1 returning kind, connect_request_id, state";
    tx.fetch_all(SQL, (Stamp(now), Vec::<u8>::new())).await
}

/// The state of the last job of a kind.
pub struct Latest {
    pub state: State,
    /// When it last moved.
    pub at: Timestamp,
    /// What went wrong, at its end or at the last try.
    pub failure: Option<String>,
}

/// The last job of a kind for a request.
pub async fn latest(tx: &mut Tx, kind: &str, request: ConnectRequestId) -> Result<Option<Latest>> {
    const SQL: &str = "select state, coalesce(ended_at, made_at), failure from job \
        where connect_request_id = $1 and kind = $2 order by id desc limit 1";
    let row: Option<(String, Stamp, Option<String>)> =
        tx.fetch_optional(SQL, (request.0, kind)).await?;
    row.map(|(state, at, failure)| {
        Ok(Latest {
            state: State::from_name(&state).ok_or_else(|| inconsistent("job", &request))?,
            at: at.into(),
            failure,
        })
    })
    .transpose()
}

/// Deletes jobs that ended before; says how many.
pub async fn purge(tx: &mut Tx, ended_before: Timestamp) -> Result<u64> {
    const SQL: &str = "delete from job where ended_at <= $1";
    tx.execute(SQL, (Stamp(ended_before),)).await
}
