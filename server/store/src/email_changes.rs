//! Table `email_change`: another address for an account, from its mailed digits to the end of the link that undoes it.

use super::{Result, Stamp, Tx};
use domain::ids::PersonId;
use domain::timestamp::Timestamp;
use uuid::Uuid;

/// A change as stored.
#[derive(Clone, Debug)]
pub struct EmailChange {
    pub id: Uuid,
    pub person: PersonId,
    pub old_email: String,
    pub new_email: String,
    /// None where the new address has an account: no digits are right for it.
    pub digits_digest: Option<Vec<u8>>,
    pub tries: u32,
    pub expires_at: Timestamp,
    /// Of the link that undoes it, once it is done.
    pub undo_digest: Option<Vec<u8>>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    person_id: Uuid,
    old_email: String,
    new_email: String,
    digits_digest: Option<Vec<u8>>,
    tries: i64,
    expires_at: Stamp,
    undo_digest: Option<Vec<u8>>,
}

impl From<Row> for EmailChange {
    fn from(row: Row) -> Self {
        Self {
            id: row.id,
            person: PersonId(row.person_id),
            old_email: row.old_email,
            new_email: row.new_email,
            digits_digest: row.digits_digest,
            tries: u32::try_from(row.tries).unwrap_or(u32::MAX),
            expires_at: row.expires_at.into(),
            undo_digest: row.undo_digest,
        }
    }
}

const COLUMNS: &str = "select id, person_id, old_email, new_email, digits_digest, tries, expires_at, undo_digest \
    from email_change";

/// Begins a change; one of the same person that waits for its digits ends.
pub async fn begin(tx: &mut Tx, change: &EmailChange) -> Result<()> {
    const END: &str = "delete from email_change where person_id = $1 and undo_digest is null";
    const BEGIN: &str = "insert into email_change (id, person_id, old_email, new_email, digits_digest, tries, expires_at) \
        values ($1, $2, $3, $4, $5, $6, $7)";
    tx.execute(END, (change.person.0,)).await?;
    let values = (
        change.id,
        change.person.0,
        &change.old_email,
        &change.new_email,
        change.digits_digest.as_deref(),
        i64::from(change.tries),
        Stamp(change.expires_at),
    );
    tx.execute(BEGIN, values).await?;
    Ok(())
}

/// The change of a person that waits for its digits.
pub async fn waiting(tx: &mut Tx, person: PersonId) -> Result<Option<EmailChange>> {
    const SQL: &str =
        const_format::concatcp!(COLUMNS, " where person_id = $1 and undo_digest is null");
    let row: Option<Row> = tx.fetch_optional(SQL, (person.0,)).await?;
    Ok(row.map(EmailChange::from))
}

pub async fn count_try(tx: &mut Tx, id: Uuid) -> Result<()> {
    const SQL: &str = "update email_change set tries = tries + 1 where id = $1";
    tx.execute(SQL, (id,)).await?;
    Ok(())
}

/// Ends a change that waits.
pub async fn stop(tx: &mut Tx, person: PersonId) -> Result<()> {
    const SQL: &str = "delete from email_change where person_id = $1 and undo_digest is null";
    tx.execute(SQL, (person.0,)).await?;
    Ok(())
}

/// The digits were right: from here on the link undoes it until a time.
pub async fn done(tx: &mut Tx, id: Uuid, undo_digest: &[u8], until: Timestamp) -> Result<()> {
    const SQL: &str = "update email_change set digits_digest = null, undo_digest = $2, expires_at = $3 where id = $1";
    tx.execute(SQL, (id, undo_digest, Stamp(until))).await?;
    Ok(())
}

/// The change that a link undoes.
pub async fn of_link(tx: &mut Tx, undo_digest: &[u8]) -> Result<Option<EmailChange>> {
    const SQL: &str = const_format::concatcp!(COLUMNS, " where undo_digest = $1");
    let row: Option<Row> = tx.fetch_optional(SQL, (undo_digest,)).await?;
    Ok(row.map(EmailChange::from))
}

/// Ends all changes of a person that came after one, and this one: the address is as it was before it.
pub async fn undone(tx: &mut Tx, change: &EmailChange) -> Result<()> {
    const SQL: &str = "delete from email_change where person_id = $1 and id >= $2";
    tx.execute(SQL, (change.person.0, change.id)).await?;
    Ok(())
}

/// Ends all changes of a person.
pub async fn delete(tx: &mut Tx, person: PersonId) -> Result<()> {
    const SQL: &str = "delete from email_change where person_id = $1";
    tx.execute(SQL, (person.0,)).await?;
    Ok(())
}

pub async fn purge(tx: &mut Tx, now: Timestamp) -> Result<u64> {
    const SQL: &str = "delete from email_change where expires_at <= $1";
    tx.execute(SQL, (Stamp(now),)).await
}
