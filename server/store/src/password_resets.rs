//! Table `password_reset`: forgotten passwords that wait for their digits or their link.

use super::{Result, Stamp, Tx};
use domain::address::email_key;
use domain::ids::{PasswordResetId, PersonId};
use domain::timestamp::Timestamp;
use uuid::Uuid;

/// A way to a new password.
pub struct PasswordReset {
    pub id: PasswordResetId,
    /// Whose password, and the round of sessions it is the password of; None where the address has no account.
    pub person: Option<(PersonId, i64)>,
    pub email: String,
    /// None once it is used or a newer mail took its place: then no digits are right.
    pub digits_digest: Option<Vec<u8>>,
    /// The same of the link.
    pub token_digest: Option<Vec<u8>>,
    /// Wrong digits so far.
    pub tries: u32,
    pub made_at: Timestamp,
    pub expires_at: Timestamp,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    person_id: Option<Uuid>,
    email: String,
    session_round: Option<i64>,
    digits_digest: Option<Vec<u8>>,
    token_digest: Option<Vec<u8>>,
    tries: i64,
    made_at: Stamp,
    expires_at: Stamp,
}

impl From<Row> for PasswordReset {
    fn from(row: Row) -> Self {
        Self {
            id: PasswordResetId(row.id),
            person: row.person_id.map(PersonId).zip(row.session_round),
            email: row.email,
            digits_digest: row.digits_digest,
            token_digest: row.token_digest,
            tries: u32::try_from(row.tries).unwrap_or(u32::MAX),
            made_at: row.made_at.into(),
            expires_at: row.expires_at.into(),
        }
    }
}

/// Inserts it, or puts it in place of the one with its id.
pub async fn put(tx: &mut Tx, reset: &PasswordReset) -> Result<()> {
    const SQL: &str = "insert into password_reset (id, person_id, email, email_key, session_round, digits_digest, \
        token_digest, tries, made_at, expires_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) \
        on conflict (id) do update set person_id = excluded.person_id, session_round = excluded.session_round, \
        digits_digest = excluded.digits_digest, token_digest = excluded.token_digest, tries = excluded.tries, \
        expires_at = excluded.expires_at";
    let values = (
        reset.id.0,
        reset.person.map(|(id, _)| id.0),
        &reset.email,
        email_key(&reset.email),
        reset.person.map(|(_, round)| round),
        &reset.digits_digest,
        &reset.token_digest,
        i64::from(reset.tries),
        Stamp(reset.made_at),
        Stamp(reset.expires_at),
    );
    tx.execute(SQL, values).await?;
    Ok(())
}

const COLUMNS: &str = "select id, person_id, email, session_round, digits_digest, token_digest, tries, made_at, \
    expires_at from password_reset";
const BY_ID: &str = const_format::concatcp!(COLUMNS, " where id = $1");
const BY_TOKEN: &str = const_format::concatcp!(COLUMNS, " where token_digest = $1");

pub async fn find(tx: &mut Tx, id: PasswordResetId) -> Result<Option<PasswordReset>> {
    let row: Option<Row> = tx.fetch_optional(BY_ID, (id.0,)).await?;
    Ok(row.map(PasswordReset::from))
}

/// Takes the row's lock before its digits are compared.
pub async fn lock(tx: &mut Tx, id: PasswordResetId) -> Result<Option<PasswordReset>> {
    const POSTGRES: &str = const_format::concatcp!(BY_ID, " for update");
    let sql = tx.locking(BY_ID, POSTGRES);
    let row: Option<Row> = tx.fetch_optional(sql, (id.0,)).await?;
    Ok(row.map(PasswordReset::from))
}

pub async fn find_by_token(tx: &mut Tx, token_digest: &[u8]) -> Result<Option<PasswordReset>> {
    let row: Option<Row> = tx.fetch_optional(BY_TOKEN, (token_digest,)).await?;
    Ok(row.map(PasswordReset::from))
}

pub async fn count_try(tx: &mut Tx, id: PasswordResetId) -> Result<()> {
    const SQL: &str = "update password_reset set tries = tries + 1 where id = $1";
    tx.execute(SQL, (id.0,)).await?;
    Ok(())
}

/// Ends the digits and the link of one; no try of it is left.
pub async fn end(tx: &mut Tx, id: PasswordResetId, tries: u32) -> Result<()> {
    const SQL: &str = "update password_reset set digits_digest = null, token_digest = null, tries = $2 where id = $1";
    tx.execute(SQL, (id.0, i64::from(tries))).await?;
    Ok(())
}

/// Ends the digits and the links of all ways of one address. Their pages stay as they are: anyone who asked for one learns
/// nothing of what the owner of the address did.
pub async fn end_of_address(tx: &mut Tx, email: &str) -> Result<()> {
    const SQL: &str =
        "update password_reset set digits_digest = null, token_digest = null where email_key = $1";
    tx.execute(SQL, (email_key(email),)).await?;
    Ok(())
}

/// Deletes those whose time is over; says how many.
pub async fn purge(tx: &mut Tx, before: Timestamp) -> Result<u64> {
    const SQL: &str = "delete from password_reset where expires_at <= $1";
    tx.execute(SQL, (Stamp(before),)).await
}
