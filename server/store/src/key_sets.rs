//! Table `key_set`: the public keys by which an application signs for tokens of the FHIR API.

use super::{Result, Stamp, Tx};
use domain::ids::ApplicationId;
use domain::timestamp::Timestamp;
use std::time::Duration;
use uuid::Uuid;

#[derive(Clone, sqlx::FromRow)]
pub struct KeySet {
    pub id: Uuid,
    pub application_id: Uuid,
    /// Where it is published; None for one that was registered as text.
    pub url: Option<String>,
    /// The set as text; None before the first answer of its URL.
    pub keys: Option<String>,
    /// Until when the answer of its URL counts.
    pub fresh_until: Option<Stamp>,
    pub made_at: Stamp,
}

impl KeySet {
    /// Its text, while that counts.
    pub fn fresh(&self, now: Timestamp) -> Option<&str> {
        let counts = match self.fresh_until {
            None => self.url.is_none(),
            Some(until) => now < until.0,
        };
        self.keys.as_deref().filter(|_| counts)
    }
}

const COLUMNS: &str = "select id, application_id, url, keys, fresh_until, made_at from key_set where removed_at is null";

pub async fn insert(tx: &mut Tx, set: &KeySet) -> Result<()> {
    const SQL: &str = "insert into key_set (id, application_id, url, keys, fresh_until, made_at) \
        values ($1, $2, $3, $4, $5, $6)";
    let values = (
        set.id,
        set.application_id,
        set.url.as_deref(),
        set.keys.as_deref(),
        set.fresh_until,
        set.made_at,
    );
    tx.execute(SQL, values).await?;
    Ok(())
}

/// The application's live sets, oldest first.
pub async fn list(tx: &mut Tx, application: ApplicationId) -> Result<Vec<KeySet>> {
    const SQL: &str = const_format::concatcp!(COLUMNS, " and application_id = $1 order by id");
    tx.fetch_all(SQL, (application.0,)).await
}

/// A live set of the application.
pub async fn find(tx: &mut Tx, application: ApplicationId, id: Uuid) -> Result<Option<KeySet>> {
    const SQL: &str = const_format::concatcp!(COLUMNS, " and application_id = $1 and id = $2");
    tx.fetch_optional(SQL, (application.0, id)).await
}

/// Removes a live set: its keys open nothing any more, and what they opened ends. False where there is none.
pub async fn remove(
    tx: &mut Tx,
    application: ApplicationId,
    id: Uuid,
    now: Timestamp,
) -> Result<bool> {
    const SQL: &str = "update key_set set removed_at = $3 \
        where application_id = $1 and id = $2 and removed_at is null";
    let removed = tx.execute(SQL, (application.0, id, Stamp(now))).await?;
    Ok(removed == 1)
}

/// Claims the one time within `pause` that a set's URL may be asked; false where it was asked. A time ahead of now was
/// left by a clock that was put back.
pub async fn claim(tx: &mut Tx, id: Uuid, now: Timestamp, pause: Duration) -> Result<bool> {
    const SQL: &str = "update key_set set asked_at = $2 where id = $1 and url is not null and removed_at is null \
        and (asked_at is null or asked_at <= $3 or asked_at > $2)";
    let claimed = tx
        .execute(SQL, (id, Stamp(now), Stamp(now - pause)))
        .await?;
    Ok(claimed == 1)
}

/// Keeps what the URL of a live set answered.
pub async fn keep(tx: &mut Tx, id: Uuid, keys: &str, fresh_until: Timestamp) -> Result<()> {
    const SQL: &str =
        "update key_set set keys = $2, fresh_until = $3 where id = $1 and removed_at is null";
    tx.execute(SQL, (id, keys, Stamp(fresh_until))).await?;
    Ok(())
}
