//! Tables `batch`, `batch_part` and `batch_request`: work on many requests at once.

use super::{Result, Stamp, Tx, inconsistent, unreadable};
use domain::batch::{Kind, State};
use domain::ids::{ApplicationId, BatchId, ConnectRequestId, StaffId};
use domain::timestamp::Timestamp;
use uuid::Uuid;

/// A batch, without its parts.
#[derive(Clone)]
pub struct Stored {
    pub id: BatchId,
    pub application: ApplicationId,
    /// Who asked for it.
    pub staff: StaffId,
    pub kind: Kind,
    pub state: State,
    /// Rows or letters, and how many of them are ready.
    pub total: usize,
    pub done: usize,
    /// Sealed; empty where nothing is told.
    pub report: Vec<u8>,
    pub made_at: Timestamp,
    /// When it is deleted, unless it runs.
    pub expires_at: Timestamp,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    application_id: Uuid,
    staff_id: Uuid,
    kind: String,
    state: String,
    total: i64,
    done: i64,
    report: Vec<u8>,
    made_at: Stamp,
    expires_at: Stamp,
}

impl Row {
    fn into_domain(self) -> Result<Stored> {
        let broken = || inconsistent("batch", &self.id);
        Ok(Stored {
            id: BatchId(self.id),
            application: ApplicationId(self.application_id),
            staff: StaffId(self.staff_id),
            kind: Kind::from_name(&self.kind).ok_or_else(broken)?,
            state: State::from_name(&self.state).ok_or_else(broken)?,
            total: usize::try_from(self.total).map_err(unreadable("batch", &self.id))?,
            done: usize::try_from(self.done).map_err(unreadable("batch", &self.id))?,
            report: self.report,
            made_at: self.made_at.into(),
            expires_at: self.expires_at.into(),
        })
    }
}

fn count(of: usize) -> i64 {
    i64::try_from(of).unwrap_or(i64::MAX)
}

pub async fn insert(tx: &mut Tx, batch: &Stored) -> Result<()> {
    const SQL: &str = "insert into batch (id, application_id, staff_id, kind, state, total, done, report, made_at, \
        expires_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    let values = (
        batch.id.0,
        batch.application.0,
        batch.staff.0,
        batch.kind.name(),
        batch.state.name(),
        count(batch.total),
        count(batch.done),
        &batch.report,
        Stamp(batch.made_at),
        Stamp(batch.expires_at),
    );
    tx.execute(SQL, values).await?;
    Ok(())
}

/// Writes what may change of a batch.
pub async fn update(tx: &mut Tx, batch: &Stored) -> Result<()> {
    const SQL: &str =
        "update batch set state = $2, done = $3, report = $4, expires_at = $5 where id = $1";
    let values = (
        batch.id.0,
        batch.state.name(),
        count(batch.done),
        &batch.report,
        Stamp(batch.expires_at),
    );
    tx.execute(SQL, values).await?;
    Ok(())
}

const COLUMNS: &str = "select id, application_id, staff_id, kind, state, total, done, report, made_at, expires_at \
    from batch";

/// A batch of the application.
pub async fn find(tx: &mut Tx, application: ApplicationId, id: BatchId) -> Result<Option<Stored>> {
    const SQL: &str = const_format::concatcp!(COLUMNS, " where id = $1 and application_id = $2");
    let row: Option<Row> = tx.fetch_optional(SQL, (id.0, application.0)).await?;
    row.map(Row::into_domain).transpose()
}

/// A batch by its id alone, with its lock: for the worker, and for services that compare the application.
pub async fn lock(tx: &mut Tx, id: BatchId) -> Result<Option<Stored>> {
    const SQLITE: &str = const_format::concatcp!(COLUMNS, " where id = $1");
    const POSTGRES: &str = const_format::concatcp!(COLUMNS, " where id = $1 for update");
    let sql = tx.locking(SQLITE, POSTGRES);
    let row: Option<Row> = tx.fetch_optional(sql, (id.0,)).await?;
    row.map(Row::into_domain).transpose()
}

/// The application's latest batches.
pub async fn latest(
    tx: &mut Tx,
    application: ApplicationId,
    kind: Kind,
    limit: u32,
) -> Result<Vec<Stored>> {
    const SQL: &str = const_format::concatcp!(
        COLUMNS,
        " where application_id = $1 and kind = $2 order by id desc limit $3"
    );
    let rows: Vec<Row> = tx
        .fetch_all(SQL, (application.0, kind.name(), i64::from(limit)))
        .await?;
    rows.into_iter().map(Row::into_domain).collect()
}

/// Puts a part in its place, or in place of the one before.
pub async fn put_part(tx: &mut Tx, batch: BatchId, number: usize, sealed: &[u8]) -> Result<()> {
    const SQL: &str = "insert into batch_part (batch_id, number, sealed) values ($1, $2, $3) \
        on conflict (batch_id, number) do update set sealed = excluded.sealed";
    tx.execute(SQL, (batch.0, count(number), sealed)).await?;
    Ok(())
}

pub async fn part(tx: &mut Tx, batch: BatchId, number: usize) -> Result<Option<Vec<u8>>> {
    const SQL: &str = "select sealed from batch_part where batch_id = $1 and number = $2";
    tx.fetch_optional_scalar(SQL, (batch.0, count(number)))
        .await
}

/// All parts, in order.
pub async fn parts(tx: &mut Tx, batch: BatchId) -> Result<Vec<Vec<u8>>> {
    const SQL: &str = "select sealed from batch_part where batch_id = $1 order by number";
    tx.fetch_all_scalars(SQL, (batch.0,)).await
}

/// Deletes what a member of staff had read and never confirmed.
pub async fn forget_unconfirmed(tx: &mut Tx, staff: StaffId) -> Result<()> {
    const SQL: &str = "delete from batch where staff_id = $1 and state in ('previewed', 'refused')";
    tx.execute(SQL, (staff.0,)).await?;
    Ok(())
}

/// Deletes all parts.
pub async fn wipe(tx: &mut Tx, batch: BatchId) -> Result<()> {
    const SQL: &str = "delete from batch_part where batch_id = $1";
    tx.execute(SQL, (batch.0,)).await?;
    Ok(())
}

/// Notes which requests were made by a batch.
pub async fn put_requests(
    tx: &mut Tx,
    batch: BatchId,
    requests: &[ConnectRequestId],
) -> Result<()> {
    const INTO: &str = "insert into batch_request (batch_id, connect_request_id) ";
    tx.insert_rows(INTO, requests, "", |request| (batch.0, request.0))
        .await?;
    Ok(())
}

/// What a choice of letters asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Only requests made at this time or later.
    pub from: Timestamp,
    /// Only requests made by this batch.
    pub batch: Option<BatchId>,
    /// Only requests without an e-mail address.
    pub without_mail: bool,
    /// Only requests younger than this one.
    pub after: Option<ConnectRequestId>,
}

const CHOICE: &str = "select connect_request.id, connect_request.friendly_name, connect_request.external_id, \
    connect_request.email from connect_request \
    left join batch_request on batch_request.connect_request_id = connect_request.id \
    where connect_request.application_id = $1 and connect_request.id > $3 \
    and connect_request.code_state = 'usable' and connect_request.person_id is null \
    and connect_request.expires_at > $2 and connect_request.made_at >= $4 \
    and ($5 = 0 or connect_request.email is null)";
const CHOICE_ALL: &str = const_format::concatcp!(
    CHOICE,
    " order by connect_request.made_at, connect_request.id limit $6"
);
const CHOICE_OF_BATCH: &str = const_format::concatcp!(
    CHOICE,
    " and batch_request.batch_id = $7 order by connect_request.made_at, connect_request.id limit $6"
);

/// The statement of [`waiting`], for a look at how the engine would run it.
pub const CHOICE_STATEMENT: &str = CHOICE_ALL;

/// A request whose letter may be printed.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Waiting {
    pub id: Uuid,
    pub friendly_name: String,
    pub external_id: String,
    pub email: Option<String>,
}

/// Requests of the application that wait for their patients, at most `limit`, the oldest first.
pub async fn waiting(
    tx: &mut Tx,
    application: ApplicationId,
    choice: &Choice,
    now: Timestamp,
    limit: usize,
) -> Result<Vec<Waiting>> {
    let after = choice.after.map_or(Uuid::nil(), |id| id.0);
    let from = choice.from.max(made_at_least(after));
    Ok(match choice.batch {
        None => {
            let values = (
                application.0,
                Stamp(now),
                after,
                Stamp(from),
                i64::from(choice.without_mail),
                count(limit),
            );
            tx.fetch_all(CHOICE_ALL, values).await?
        }
        Some(batch) => {
            let values = (
                application.0,
                Stamp(now),
                after,
                Stamp(from),
                i64::from(choice.without_mail),
                count(limit),
                batch.0,
            );
            tx.fetch_all(CHOICE_OF_BATCH, values).await?
        }
    })
}

/// Ids hold the millisecond in which they were made: the index continues from there, not from the start.
fn made_at_least(id: Uuid) -> Timestamp {
    let (seconds, nanos) = id.get_timestamp().map_or((0, 0), |at| at.to_unix());
    let micros = i64::try_from(seconds).unwrap_or(0) * 1_000_000;
    Timestamp::from_micros(micros + i64::from(nanos / 1_000))
}

/// Deletes batches whose time is over, with all they hold; says how many.
pub async fn purge(tx: &mut Tx, now: Timestamp) -> Result<u64> {
    const SQL: &str = "delete from batch where state <> 'running' and expires_at <= $1";
    tx.execute(SQL, (Stamp(now),)).await
}
