//! Table `custodian_invitation`: who is invited to look after a record.

use super::{Result, Stamp, Tx};
use domain::ids::{PersonId, RecordId};
use domain::timestamp::Timestamp;
use uuid::Uuid;

#[derive(Clone, Debug)]
pub struct CustodianInvitation {
    pub id: Uuid,
    pub record: RecordId,
    pub invited_by: PersonId,
    pub email: String,
    pub token_digest: Vec<u8>,
    pub digits_digest: Vec<u8>,
    /// Wrong digits.
    pub tries: u32,
    pub expires_at: Timestamp,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    record_id: Uuid,
    invited_by: Uuid,
    email: String,
    token_digest: Vec<u8>,
    digits_digest: Vec<u8>,
    tries: i64,
    expires_at: Stamp,
}

impl From<Row> for CustodianInvitation {
    fn from(row: Row) -> Self {
        Self {
            id: row.id,
            record: RecordId(row.record_id),
            invited_by: PersonId(row.invited_by),
            email: row.email,
            token_digest: row.token_digest,
            digits_digest: row.digits_digest,
            tries: u32::try_from(row.tries).unwrap_or(u32::MAX),
            expires_at: row.expires_at.into(),
        }
    }
}

const COLUMNS: &str = "select id, record_id, invited_by, email, token_digest, digits_digest, tries, expires_at \
    from custodian_invitation";

pub async fn insert(tx: &mut Tx, one: &CustodianInvitation) -> Result<()> {
    const SQL: &str = "insert into custodian_invitation (id, record_id, invited_by, email, token_digest, digits_digest, \
        expires_at) values ($1, $2, $3, $4, $5, $6, $7)";
    let values = (
        one.id,
        one.record.0,
        one.invited_by.0,
        &one.email,
        &one.token_digest,
        &one.digits_digest,
        Stamp(one.expires_at),
    );
    tx.execute(SQL, values).await?;
    Ok(())
}

/// Those that wait for a record, in order of their addresses.
pub async fn list(
    tx: &mut Tx,
    record: RecordId,
    now: Timestamp,
) -> Result<Vec<CustodianInvitation>> {
    const SQL: &str = const_format::concatcp!(
        COLUMNS,
        " where record_id = $1 and expires_at > $2 order by email, id"
    );
    let rows: Vec<Row> = tx.fetch_all(SQL, (record.0, Stamp(now))).await?;
    Ok(rows.into_iter().map(CustodianInvitation::from).collect())
}

pub async fn by_token(tx: &mut Tx, digest: &[u8]) -> Result<Option<CustodianInvitation>> {
    const SQL: &str = const_format::concatcp!(COLUMNS, " where token_digest = $1");
    let row: Option<Row> = tx.fetch_optional(SQL, (digest,)).await?;
    Ok(row.map(CustodianInvitation::from))
}

const BY_ID: &str = const_format::concatcp!(COLUMNS, " where id = $1");

pub async fn find(tx: &mut Tx, id: Uuid) -> Result<Option<CustodianInvitation>> {
    let row: Option<Row> = tx.fetch_optional(BY_ID, (id,)).await?;
    Ok(row.map(CustodianInvitation::from))
}

/// The same, with the row's lock.
pub async fn lock(tx: &mut Tx, id: Uuid) -> Result<Option<CustodianInvitation>> {
    const POSTGRES: &str = const_format::concatcp!(BY_ID, " for update");
    let sql = tx.locking(BY_ID, POSTGRES);
    let row: Option<Row> = tx.fetch_optional(sql, (id,)).await?;
    Ok(row.map(CustodianInvitation::from))
}

pub async fn count_try(tx: &mut Tx, id: Uuid) -> Result<()> {
    const SQL: &str = "update custodian_invitation set tries = tries + 1 where id = $1";
    tx.execute(SQL, (id,)).await?;
    Ok(())
}

/// False where it waits for this record no more.
pub async fn delete(tx: &mut Tx, record: RecordId, id: Uuid) -> Result<bool> {
    const SQL: &str = "delete from custodian_invitation where record_id = $1 and id = $2";
    Ok(tx.execute(SQL, (record.0, id)).await? == 1)
}

/// Takes back those of a record that went to an address.
pub async fn delete_to(tx: &mut Tx, record: RecordId, email: &str) -> Result<()> {
    const SQL: &str = "delete from custodian_invitation where record_id = $1 and email = $2";
    tx.execute(SQL, (record.0, email)).await?;
    Ok(())
}

pub async fn purge(tx: &mut Tx, before: Timestamp) -> Result<u64> {
    const SQL: &str = "delete from custodian_invitation where expires_at <= $1";
    tx.execute(SQL, (Stamp(before),)).await
}
