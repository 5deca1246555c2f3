//! Table `person_half_sign_in`: sign-ins of people whose password was right and whose second step has not come.

use super::{Result, Stamp, Tx};
use domain::ids::PersonId;
use domain::timestamp::Timestamp;
use uuid::Uuid;

/// Keeps one; at one place a later one takes the place of an earlier one.
pub async fn put(
    tx: &mut Tx,
    person: PersonId,
    place: &[u8],
    at: Timestamp,
    ends_at: Timestamp,
) -> Result<()> {
    const SQL: &str = "insert into person_half_sign_in (person_id, place, at, ends_at) values ($1, $2, $3, $4) \
        on conflict (person_id, place) do update set at = excluded.at, ends_at = excluded.ends_at";
    tx.execute(SQL, (person.0, place, Stamp(at), Stamp(ends_at)))
        .await?;
    Ok(())
}

/// The second step came.
pub async fn finish(tx: &mut Tx, person: PersonId, place: &[u8]) -> Result<()> {
    const SQL: &str = "delete from person_half_sign_in where person_id = $1 and place = $2";
    tx.execute(SQL, (person.0, place)).await?;
    Ok(())
}

/// Its second step was wrong too many times.
pub async fn end(tx: &mut Tx, person: PersonId, place: &[u8], now: Timestamp) -> Result<()> {
    const SQL: &str =
        "update person_half_sign_in set ends_at = $3 where person_id = $1 and place = $2";
    tx.execute(SQL, (person.0, place, Stamp(now))).await?;
    Ok(())
}

/// One of them with a sign-in whose time is over.
pub async fn next_over(tx: &mut Tx, now: Timestamp) -> Result<Option<PersonId>> {
    const SQL: &str =
        "select person_id from person_half_sign_in where ends_at <= $1 order by ends_at limit 1";
    let id: Option<Uuid> = tx.fetch_optional_scalar(SQL, (Stamp(now),)).await?;
    Ok(id.map(PersonId))
}

/// Deletes all of theirs whose time is over; answers when the last of them began.
pub async fn take_over(tx: &mut Tx, person: PersonId, now: Timestamp) -> Result<Option<Timestamp>> {
    const SQL: &str =
        "delete from person_half_sign_in where person_id = $1 and ends_at <= $2 returning at";
    let began: Vec<Stamp> = tx.fetch_all_scalars(SQL, (person.0, Stamp(now))).await?;
    Ok(began.into_iter().map(Timestamp::from).max())
}
