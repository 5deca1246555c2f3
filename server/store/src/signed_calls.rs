//! Table `signed_call`: what was signed and obeyed, so that it counts once.

use super::{Result, Stamp, Tx};
use domain::timestamp::Timestamp;

/// Claims a digest; false where it is taken. PostgreSQL waits here for a rival's transaction to end.
pub async fn claim(tx: &mut Tx, digest: &[u8], until: Timestamp) -> Result<bool> {
    const SQL: &str =
        "insert into signed_call (digest, until) values ($1, $2) on conflict (digest) do nothing";
    let claimed = tx.execute(SQL, (digest, Stamp(until))).await?;
    Ok(claimed == 1)
}

/// Deletes those whose time was over before; says how many.
pub async fn purge(tx: &mut Tx, over_before: Timestamp) -> Result<u64> {
    const SQL: &str = "delete from signed_call where until < $1";
    tx.execute(SQL, (Stamp(over_before),)).await
}
