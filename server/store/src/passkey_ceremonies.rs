//! Table `passkey_ceremony`: passkeys that browsers were asked for. A row is deleted by its one use.

use super::{Result, Stamp, Tx};
use domain::ids::PersonId;
use domain::timestamp::Timestamp;
use uuid::Uuid;

/// What a browser was asked for.
pub struct Ceremony {
    /// Who makes a passkey, and in which round of their sessions; None for someone who signs in.
    pub maker: Option<(PersonId, i64)>,
    pub expires_at: Timestamp,
}

/// What names one: digests of its challenge and of its browser's cookie.
pub struct Key {
    pub challenge: Vec<u8>,
    pub browser: Vec<u8>,
}

#[derive(sqlx::FromRow)]
struct Row {
    person_id: Option<Uuid>,
    session_round: Option<i64>,
    expires_at: Stamp,
}

pub async fn insert(tx: &mut Tx, key: &Key, ceremony: &Ceremony) -> Result<()> {
    const SQL: &str = "insert into passkey_ceremony \
        (challenge_digest, browser_digest, person_id, session_round, expires_at) values ($1, $2, $3, $4, $5)";
    let values = (
        key.challenge.as_slice(),
        key.browser.as_slice(),
        ceremony.maker.map(|(person, _)| person.0),
        ceremony.maker.map(|(_, round)| round),
        Stamp(ceremony.expires_at),
    );
    tx.execute(SQL, values).await?;
    Ok(())
}

/// Uses one up; None where there is none of this challenge in this browser.
pub async fn take(tx: &mut Tx, key: &Key) -> Result<Option<Ceremony>> {
    const SQL: &str = "delete from passkey_ceremony where challenge_digest = $1 and browser_digest = $2 \
        returning person_id, session_round, expires_at";
    let values = (key.challenge.as_slice(), key.browser.as_slice());
    let row: Option<Row> = tx.fetch_optional(SQL, values).await?;
    Ok(row.map(|row| Ceremony {
        maker: row.person_id.map(PersonId).zip(row.session_round),
        expires_at: row.expires_at.into(),
    }))
}

pub async fn purge(tx: &mut Tx, now: Timestamp) -> Result<u64> {
    const SQL: &str = "delete from passkey_ceremony where expires_at <= $1";
    tx.execute(SQL, (Stamp(now),)).await
}
