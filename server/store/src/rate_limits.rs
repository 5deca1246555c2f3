//! Table `throttle`: limits that hold across processes.

use super::{Result, Stamp, Tx};
use domain::timestamp::Timestamp;

/// Failures counted under one key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RateLimit {
    pub failures: u32,
    /// When the last one was counted.
    pub at: Timestamp,
    /// What the limiter makes of it: a lock's end, or a bucket's level as a time.
    pub until: Timestamp,
}

#[derive(sqlx::FromRow)]
pub(super) struct Row {
    failures: i64,
    at: Stamp,
    until: Stamp,
}

const COLUMNS: &str = "select failures, at, until from throttle where key = $1";

impl From<Row> for RateLimit {
    fn from(row: Row) -> Self {
        Self {
            failures: u32::try_from(row.failures).unwrap_or(u32::MAX),
            at: row.at.into(),
            until: row.until.into(),
        }
    }
}

pub async fn find(tx: &mut Tx, key: &[u8]) -> Result<Option<RateLimit>> {
    let row: Option<Row> = tx.fetch_optional(COLUMNS, (key,)).await?;
    Ok(row.map(RateLimit::from))
}

/// Takes the key's lock, making its row first where there is none.
pub async fn lock(tx: &mut Tx, key: &[u8], now: Timestamp) -> Result<RateLimit> {
    const INSERT: &str = "insert into throttle (key, failures, at, until) values ($1, 0, $2, $2) \
        on conflict (key) do nothing";
    const POSTGRES: &str = const_format::concatcp!(COLUMNS, " for update");
    tx.execute(INSERT, (key, Stamp(now))).await?;
    let sql = tx.locking(COLUMNS, POSTGRES);
    let row: Row = tx.fetch_one(sql, (key,)).await?;
    Ok(row.into())
}

pub async fn update(tx: &mut Tx, key: &[u8], throttle: RateLimit) -> Result<()> {
    const SQL: &str = "update throttle set failures = $2, at = $3, until = $4 where key = $1";
    let values = (
        key,
        i64::from(throttle.failures),
        Stamp(throttle.at),
        Stamp(throttle.until),
    );
    tx.execute(SQL, values).await?;
    Ok(())
}

pub async fn delete(tx: &mut Tx, key: &[u8]) -> Result<()> {
    const SQL: &str = "delete from throttle where key = $1";
    tx.execute(SQL, (key,)).await?;
    Ok(())
}

/// Deletes those that were over before; says how many.
pub async fn purge(tx: &mut Tx, over_before: Timestamp) -> Result<u64> {
    const SQL: &str = "delete from throttle where until <= $1 and at <= $1";
    tx.execute(SQL, (Stamp(over_before),)).await
}
