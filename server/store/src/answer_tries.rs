//! Table `answer_try`: a try is a row, reserved and then wrong; a right one leaves none.

use super::{Result, Stamp, Tx};
use domain::ids::ConnectRequestId;
use domain::timestamp::Timestamp;
use uuid::Uuid;

/// The tries of one request, as they are.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Try {
    pub id: Uuid,
    pub state: String,
    pub answer_mac: Vec<u8>,
}

impl Try {
    pub fn is_wrong(&self) -> bool {
        self.state == "wrong"
    }
}

/// Wrong tries, and reserved ones whose lease still runs.
pub async fn list(tx: &mut Tx, request: ConnectRequestId, now: Timestamp) -> Result<Vec<Try>> {
    const SQL: &str = "select id, state, answer_mac from answer_try \
        where connect_request_id = $1 and (state = 'wrong' or leased_until > $2) order by id";
    tx.fetch_all(SQL, (request.0, Stamp(now))).await
}

pub async fn reserve(
    tx: &mut Tx,
    id: Uuid,
    request: ConnectRequestId,
    answer_mac: &[u8],
    now: Timestamp,
    leased_until: Timestamp,
) -> Result<()> {
    const SQL: &str = "insert into answer_try (id, connect_request_id, state, answer_mac, at, leased_until) \
        values ($1, $2, 'reserved', $3, $4, $5)";
    tx.execute(
        SQL,
        (id, request.0, answer_mac, Stamp(now), Stamp(leased_until)),
    )
    .await?;
    Ok(())
}

/// Whether a reserved try still holds its lease.
pub async fn is_held(tx: &mut Tx, id: Uuid, now: Timestamp) -> Result<bool> {
    const SQL: &str = "select count(*) from answer_try where id = $1 and state = 'reserved' and leased_until > $2";
    let held: i64 = tx.fetch_scalar(SQL, (id, Stamp(now))).await?;
    Ok(held == 1)
}

pub async fn settle_wrong(tx: &mut Tx, id: Uuid) -> Result<()> {
    const SQL: &str = "update answer_try set state = 'wrong' where id = $1";
    tx.execute(SQL, (id,)).await?;
    Ok(())
}

pub async fn release(tx: &mut Tx, id: Uuid) -> Result<()> {
    const SQL: &str = "delete from answer_try where id = $1";
    tx.execute(SQL, (id,)).await?;
    Ok(())
}

/// A right answer clears the wrongs settled before it, and its own reservation.
pub async fn settle_right(tx: &mut Tx, request: ConnectRequestId, id: Uuid) -> Result<()> {
    const SQL: &str =
        "delete from answer_try where connect_request_id = $1 and (state = 'wrong' or id = $2)";
    tx.execute(SQL, (request.0, id)).await?;
    Ok(())
}

/// Wipes all tries of a request whose code ended.
pub async fn wipe(tx: &mut Tx, request: ConnectRequestId) -> Result<()> {
    const SQL: &str = "delete from answer_try where connect_request_id = $1";
    tx.execute(SQL, (request.0,)).await?;
    Ok(())
}

/// Deletes reserved tries whose lease is over; says how many.
pub async fn purge(tx: &mut Tx, now: Timestamp) -> Result<u64> {
    const SQL: &str = "delete from answer_try where state = 'reserved' and leased_until <= $1";
    tx.execute(SQL, (Stamp(now),)).await
}
