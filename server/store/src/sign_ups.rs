//! Table `sign_up`: accounts that wait for their mailed digits.

use super::{Result, Stamp, Tx};
use domain::address::email_key;
use domain::ids::SignUpId;
use domain::timestamp::Timestamp;
use uuid::Uuid;

/// A waiting account.
pub struct SignUp {
    pub id: SignUpId,
    pub name: String,
    pub email: String,
    pub password_hash: String,
    /// None where the address has an account already: then no digits are right.
    pub digits_digest: Option<Vec<u8>>,
    /// Of the link in the same mail.
    pub token_digest: Option<Vec<u8>>,
    /// The way to a clinic that the browser is on, sealed.
    pub flow: Option<Vec<u8>>,
    /// Wrong digits so far.
    pub tries: u32,
    pub made_at: Timestamp,
    pub expires_at: Timestamp,
}

/// What bounds waiting accounts, as keyed digests.
pub struct Place {
    pub mailbox: Vec<u8>,
    pub network: Vec<u8>,
}

/// How many wait.
#[derive(sqlx::FromRow)]
pub struct Waiting {
    pub of_mailbox: i64,
    pub of_network: i64,
    /// Of the mailbox, begun from the network.
    pub of_both: i64,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    name: String,
    email: String,
    password_hash: String,
    digits_digest: Option<Vec<u8>>,
    token_digest: Option<Vec<u8>>,
    flow: Option<Vec<u8>>,
    tries: i64,
    made_at: Stamp,
    expires_at: Stamp,
}

impl From<Row> for SignUp {
    fn from(row: Row) -> Self {
        Self {
            id: SignUpId(row.id),
            name: row.name,
            email: row.email,
            password_hash: row.password_hash,
            digits_digest: row.digits_digest,
            token_digest: row.token_digest,
            flow: row.flow,
            tries: u32::try_from(row.tries).unwrap_or(u32::MAX),
            made_at: row.made_at.into(),
            expires_at: row.expires_at.into(),
        }
    }
}

pub async fn insert(tx: &mut Tx, sign_up: &SignUp, place: &Place) -> Result<()> {
    const SQL: &str = "insert into sign_up (id, name, email, email_key, password_hash, digits_digest, tries, \
        made_at, expires_at, mailbox, network, token_digest, flow) \
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
    let values = (
        sign_up.id.0,
        &sign_up.name,
        &sign_up.email,
        email_key(&sign_up.email),
        &sign_up.password_hash,
        &sign_up.digits_digest,
        i64::from(sign_up.tries),
        Stamp(sign_up.made_at),
        Stamp(sign_up.expires_at),
        &place.mailbox,
        &place.network,
        &sign_up.token_digest,
        &sign_up.flow,
    );
    tx.execute(SQL, values).await?;
    Ok(())
}

/// How many wait for their digits just now.
pub async fn waiting(tx: &mut Tx, place: &Place, now: Timestamp) -> Result<Waiting> {
    const SQL: &str = "select (select count(*) from sign_up where mailbox = $1 and expires_at > $3) as of_mailbox, \
        (select count(*) from sign_up where network = $2 and expires_at > $3) as of_network, \
        (select count(*) from sign_up where mailbox = $1 and network = $2 and expires_at > $3) as of_both";
    tx.fetch_one(SQL, (&place.mailbox, &place.network, Stamp(now)))
        .await
}

const COLUMNS: &str = "select id, name, email, password_hash, digits_digest, token_digest, flow, tries, made_at, expires_at from sign_up";

pub async fn find(tx: &mut Tx, id: SignUpId) -> Result<Option<SignUp>> {
    const SQL: &str = const_format::concatcp!(COLUMNS, " where id = $1");
    let row: Option<Row> = tx.fetch_optional(SQL, (id.0,)).await?;
    Ok(row.map(SignUp::from))
}

/// The one whose mail had the link with this token.
pub async fn find_by_token(tx: &mut Tx, digest: &[u8]) -> Result<Option<SignUp>> {
    const SQL: &str = const_format::concatcp!(COLUMNS, " where token_digest = $1");
    let row: Option<Row> = tx.fetch_optional(SQL, (digest,)).await?;
    Ok(row.map(SignUp::from))
}

/// Those that wait for the digits mailed to an address.
pub async fn of_address(tx: &mut Tx, email_key: &str, now: Timestamp) -> Result<Vec<SignUp>> {
    const SQL: &str = const_format::concatcp!(COLUMNS, " where email_key = $1 and expires_at > $2");
    let rows: Vec<Row> = tx.fetch_all(SQL, (email_key, Stamp(now))).await?;
    Ok(rows.into_iter().map(SignUp::from).collect())
}

/// Takes the row's lock before its digits are compared.
pub async fn lock(tx: &mut Tx, id: SignUpId) -> Result<Option<SignUp>> {
    const SQLITE: &str = const_format::concatcp!(COLUMNS, " where id = $1");
    const POSTGRES: &str = const_format::concatcp!(COLUMNS, " where id = $1 for update");
    let sql = tx.locking(SQLITE, POSTGRES);
    let row: Option<Row> = tx.fetch_optional(sql, (id.0,)).await?;
    Ok(row.map(SignUp::from))
}

pub async fn count_try(tx: &mut Tx, id: SignUpId) -> Result<()> {
    const SQL: &str = "update sign_up set tries = tries + 1 where id = $1";
    tx.execute(SQL, (id.0,)).await?;
    Ok(())
}

/// No try is left until there are new digits.
pub async fn spend_tries(tx: &mut Tx, id: SignUpId, tries: u32) -> Result<()> {
    const SQL: &str = "update sign_up set tries = $2 where id = $1";
    tx.execute(SQL, (id.0, i64::from(tries))).await?;
    Ok(())
}

/// New digits and a new link, with all their tries.
pub async fn renew(tx: &mut Tx, sign_up: &SignUp) -> Result<()> {
    const SQL: &str = "update sign_up set digits_digest = $2, token_digest = $3, tries = 0, expires_at = $4 where id = $1";
    let values = (
        sign_up.id.0,
        &sign_up.digits_digest,
        &sign_up.token_digest,
        Stamp(sign_up.expires_at),
    );
    tx.execute(SQL, values).await?;
    Ok(())
}

pub async fn delete(tx: &mut Tx, id: SignUpId) -> Result<()> {
    const SQL: &str = "delete from sign_up where id = $1";
    tx.execute(SQL, (id.0,)).await?;
    Ok(())
}

/// Deletes those whose time is over; says how many.
pub async fn purge(tx: &mut Tx, before: Timestamp) -> Result<u64> {
    const SQL: &str = "delete from sign_up where expires_at <= $1";
    tx.execute(SQL, (Stamp(before),)).await
}
