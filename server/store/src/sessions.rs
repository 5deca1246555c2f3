//! Table `session`: sealed data under the digest of a session id.

use super::{Result, Stamp, Tx};
use domain::timestamp::Timestamp;

/// A session as stored.
#[derive(sqlx::FromRow)]
pub struct Row {
    pub data: Vec<u8>,
    pub made_at: Stamp,
    pub seen_at: Stamp,
    /// The network's digest, where nobody signed in.
    pub network: Option<Vec<u8>>,
}

/// Sessions of nobody that live, and when the first of them was made.
#[derive(sqlx::FromRow)]
pub struct Strangers {
    pub count: i64,
    pub first: Option<Stamp>,
}

/// Inserts a session; false where the id is taken.
pub async fn insert(
    tx: &mut Tx,
    digest: &[u8],
    data: &[u8],
    network: Option<&[u8]>,
    now: Timestamp,
) -> Result<bool> {
    const SQL: &str = "insert into session (digest, data, network, made_at, seen_at) values ($1, $2, $3, $4, $4) \
        on conflict (digest) do nothing";
    let inserted = tx.execute(SQL, (digest, data, network, Stamp(now))).await?;
    Ok(inserted == 1)
}

/// Updates a session that is there; one that was signed out cannot come back.
pub async fn update(tx: &mut Tx, digest: &[u8], data: &[u8], now: Timestamp) -> Result<()> {
    const SQL: &str = "update session set data = $2, seen_at = $3 where digest = $1";
    tx.execute(SQL, (digest, data, Stamp(now))).await?;
    Ok(())
}

pub async fn find(tx: &mut Tx, digest: &[u8]) -> Result<Option<Row>> {
    const SQL: &str = "select data, made_at, seen_at, network from session where digest = $1";
    tx.fetch_optional(SQL, (digest,)).await
}

pub async fn touch(tx: &mut Tx, digest: &[u8], now: Timestamp) -> Result<()> {
    const SQL: &str = "update session set seen_at = $2 where digest = $1";
    tx.execute(SQL, (digest, Stamp(now))).await?;
    Ok(())
}

pub async fn delete(tx: &mut Tx, digest: &[u8]) -> Result<()> {
    const SQL: &str = "delete from session where digest = $1";
    tx.execute(SQL, (digest,)).await?;
    Ok(())
}

/// Sessions of nobody from a network, made after `since`; counts to `most`.
pub async fn of_network(
    tx: &mut Tx,
    network: &[u8],
    (since, now): (Timestamp, Timestamp),
    most: i64,
) -> Result<Strangers> {
    const SQL: &str = "select count(*) as count, min(made_at) as first from (select made_at from session \
        where network = $1 and made_at > $2 and made_at <= $3 order by made_at limit $4) as counted";
    tx.fetch_one(SQL, (network, Stamp(since), Stamp(now), most))
        .await
}

/// The same from anywhere.
pub async fn of_strangers(
    tx: &mut Tx,
    (since, now): (Timestamp, Timestamp),
    most: i64,
) -> Result<Strangers> {
    const SQL: &str = "select count(*) as count, min(made_at) as first from (select made_at from session \
        where network is not null and made_at > $1 and made_at <= $2 order by made_at limit $3) as counted";
    tx.fetch_one(SQL, (Stamp(since), Stamp(now), most)).await
}

/// Deletes some of those not seen since, and some of those of nobody that were made before; says how many.
pub async fn purge(
    tx: &mut Tx,
    seen_before: Timestamp,
    made_before: Timestamp,
    most: u32,
) -> Result<u64> {
    const UNSEEN: &str = "delete from session where digest in \
        (select digest from session where seen_at <= $1 limit $2)";
    const STRANGERS: &str = "delete from session where digest in \
        (select digest from session where network is not null and made_at <= $1 limit $2)";
    let mut purged = 0;
    for (sql, before) in [(UNSEEN, seen_before), (STRANGERS, made_before)] {
        purged += tx.execute(sql, (Stamp(before), i64::from(most))).await?;
    }
    Ok(purged)
}
