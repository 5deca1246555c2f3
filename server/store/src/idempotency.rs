//! Table `idempotency`: which request a key of the API made, and a digest of the body it came with.

use super::{Result, Stamp, Tx};
use domain::ids::{ApplicationId, ConnectRequestId};
use domain::timestamp::Timestamp;
use uuid::Uuid;

/// What a key stands for.
pub struct Use {
    pub body_mac: Vec<u8>,
    pub connect_request: ConnectRequestId,
}

/// Claims a key; false where it is taken. PostgreSQL waits here for a rival's transaction to end.
pub async fn claim(
    tx: &mut Tx,
    application: ApplicationId,
    key_digest: &[u8],
    used: &Use,
    now: Timestamp,
) -> Result<bool> {
    const SQL: &str = "insert into idempotency (application_id, key_digest, body_mac, connect_request_id, made_at) \
        values ($1, $2, $3, $4, $5) on conflict (application_id, key_digest) do nothing";
    let values = (
        application.0,
        key_digest,
        &used.body_mac,
        used.connect_request.0,
        Stamp(now),
    );
    let claimed = tx.execute(SQL, values).await?;
    Ok(claimed == 1)
}

pub async fn find(
    tx: &mut Tx,
    application: ApplicationId,
    key_digest: &[u8],
) -> Result<Option<Use>> {
    const SQL: &str = "select body_mac, connect_request_id from idempotency \
        where application_id = $1 and key_digest = $2";
    let row: Option<(Vec<u8>, Uuid)> = tx.fetch_optional(SQL, (application.0, key_digest)).await?;
    Ok(row.map(|(body_mac, id)| Use {
        body_mac,
        connect_request: ConnectRequestId(id),
    }))
}

/// Deletes old keys; says how many.
pub async fn purge(tx: &mut Tx, made_before: Timestamp) -> Result<u64> {
    const SQL: &str = "delete from idempotency where made_at <= $1";
    tx.execute(SQL, (Stamp(made_before),)).await
}
