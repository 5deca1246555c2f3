//! Table `set_up`: the link of the first start, while no one has used it.

use super::{Result, Stamp, Tx};
use domain::timestamp::Timestamp;

/// A new link; one from an earlier start is dead.
pub async fn put(tx: &mut Tx, token_digest: &[u8], now: Timestamp) -> Result<()> {
    const SQL: &str = "insert into set_up (id, token_digest, made_at) values (1, $1, $2) \
        on conflict (id) do update set token_digest = excluded.token_digest, made_at = excluded.made_at";
    tx.execute(SQL, (token_digest, Stamp(now))).await?;
    Ok(())
}

/// Whether this is the link of the latest start.
pub async fn is_open(tx: &mut Tx, token_digest: &[u8]) -> Result<bool> {
    const SQL: &str = "select count(*) from set_up where token_digest = $1";
    let found: i64 = tx.fetch_scalar(SQL, (token_digest,)).await?;
    Ok(found == 1)
}

/// Uses the link up; false where someone was quicker, or it never was one.
pub async fn take(tx: &mut Tx, token_digest: &[u8]) -> Result<bool> {
    const SQL: &str = "delete from set_up where token_digest = $1";
    let taken = tx.execute(SQL, (token_digest,)).await?;
    Ok(taken == 1)
}
