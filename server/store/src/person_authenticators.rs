//! Tables `person_authenticator` and `person_recovery_code`: the second factor of people.

use super::{Result, Stamp, Tx};
use domain::ids::PersonId;
use domain::timestamp::Timestamp;

/// An authenticator as stored.
#[derive(sqlx::FromRow)]
pub struct Row {
    /// Sealed.
    pub secret: Vec<u8>,
    pub made_at: Stamp,
}

pub async fn find(tx: &mut Tx, person: PersonId) -> Result<Option<Row>> {
    const SQL: &str = "select secret, made_at from person_authenticator where person_id = $1";
    tx.fetch_optional(SQL, (person.0,)).await
}

/// Inserts one, whose codes count after `step`; false where there is one.
pub async fn insert(
    tx: &mut Tx,
    person: PersonId,
    secret: &[u8],
    step: i64,
    now: Timestamp,
) -> Result<bool> {
    const SQL: &str = "insert into person_authenticator (person_id, secret, step, made_at) values ($1, $2, $3, $4) \
        on conflict (person_id) do nothing";
    let inserted = tx
        .execute(SQL, (person.0, secret, step, Stamp(now)))
        .await?;
    Ok(inserted == 1)
}

/// Takes a step's code; false where that step's or a later one's was taken before.
pub async fn take_step(tx: &mut Tx, person: PersonId, step: i64) -> Result<bool> {
    const SQL: &str =
        "update person_authenticator set step = $2 where person_id = $1 and step < $2";
    let taken = tx.execute(SQL, (person.0, step)).await?;
    Ok(taken == 1)
}

/// Deletes the authenticator and its recovery codes; false where there is none.
pub async fn delete(tx: &mut Tx, person: PersonId) -> Result<bool> {
    const SQL: &str = "delete from person_authenticator where person_id = $1";
    delete_recovery_codes(tx, person).await?;
    let deleted = tx.execute(SQL, (person.0,)).await?;
    Ok(deleted == 1)
}

pub async fn delete_recovery_codes(tx: &mut Tx, person: PersonId) -> Result<()> {
    const SQL: &str = "delete from person_recovery_code where person_id = $1";
    tx.execute(SQL, (person.0,)).await?;
    Ok(())
}

pub async fn insert_recovery_code(tx: &mut Tx, person: PersonId, digest: &[u8]) -> Result<()> {
    const SQL: &str = "insert into person_recovery_code (person_id, digest) values ($1, $2) on conflict do nothing";
    tx.execute(SQL, (person.0, digest)).await?;
    Ok(())
}

/// Uses a recovery code up; false where there is no such one.
pub async fn take_recovery_code(tx: &mut Tx, person: PersonId, digest: &[u8]) -> Result<bool> {
    const SQL: &str = "delete from person_recovery_code where person_id = $1 and digest = $2";
    let taken = tx.execute(SQL, (person.0, digest)).await?;
    Ok(taken == 1)
}

pub async fn count_recovery_codes(tx: &mut Tx, person: PersonId) -> Result<i64> {
    const SQL: &str = "select count(*) from person_recovery_code where person_id = $1";
    tx.fetch_scalar(SQL, (person.0,)).await
}
