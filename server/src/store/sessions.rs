//! Table `session`: sealed data under the digest of a session id.

use super::{Result, Stamp, Tx, on_db};
use app::domain::timestamp::Timestamp;

/// A session as stored.
#[derive(sqlx::FromRow)]
pub struct Row {
    pub data: Vec<u8>,
    pub made_at: Stamp,
    pub seen_at: Stamp,
}

/// Inserts a session; false where the id is taken.
pub async fn insert(
    tx: &mut Tx,
    digest: &[u8],
    data: &[u8],
    made_at: Timestamp,
    now: Timestamp,
) -> Result<bool> {
    const SQL: &str = "insert into session (digest, data, made_at, seen_at) values ($1, $2, $3, $4) \
        on conflict (digest) do nothing";
    let inserted = on_db!(tx, conn => sqlx::query(SQL).bind(digest).bind(data).bind(Stamp(made_at)).bind(Stamp(now))
        .execute(conn).await.map(|done| done.rows_affected()))?;
    Ok(inserted == 1)
}

/// Updates a session that is there; one that was signed out cannot come back.
pub async fn update(tx: &mut Tx, digest: &[u8], data: &[u8], now: Timestamp) -> Result<()> {
    const SQL: &str = "update session set data = $2, seen_at = $3 where digest = $1";
    on_db!(tx, conn => sqlx::query(SQL).bind(digest).bind(data).bind(Stamp(now)).execute(conn).await.map(drop))?;
    Ok(())
}

pub async fn find(tx: &mut Tx, digest: &[u8]) -> Result<Option<Row>> {
    const SQL: &str = "select data, made_at, seen_at from session where digest = $1";
    Ok(on_db!(tx, conn => sqlx::query_as(SQL).bind(digest).fetch_optional(conn).await)?)
}

pub async fn touch(tx: &mut Tx, digest: &[u8], now: Timestamp) -> Result<()> {
    const SQL: &str = "update session set seen_at = $2 where digest = $1";
    on_db!(tx, conn => sqlx::query(SQL).bind(digest).bind(Stamp(now)).execute(conn).await.map(drop))?;
    Ok(())
}

pub async fn delete(tx: &mut Tx, digest: &[u8]) -> Result<()> {
    const SQL: &str = "delete from session where digest = $1";
    on_db!(tx, conn => sqlx::query(SQL).bind(digest).execute(conn).await.map(drop))?;
    Ok(())
}

/// Deletes those not seen since; says how many.
pub async fn purge(tx: &mut Tx, seen_before: Timestamp) -> Result<u64> {
    const SQL: &str = "delete from session where seen_at <= $1";
    Ok(
        on_db!(tx, conn => sqlx::query(SQL).bind(Stamp(seen_before)).execute(conn).await.map(|d| d.rows_affected()))?,
    )
}
