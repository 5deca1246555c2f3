//! Table `session`: sealed data under the digest of a session id.

use super::{Result, Stamp, Tx};
use domain::ids::PersonId;
use domain::timestamp::Timestamp;

/// A session as stored.
#[derive(sqlx::FromRow)]
pub struct Row {
    pub data: Vec<u8>,
    pub made_at: Stamp,
    pub seen_at: Stamp,
    /// The network's digest, where no one signed in.
    pub network: Option<Vec<u8>>,
}

/// Sessions of no one that live, and when the first of them was made.
#[derive(sqlx::FromRow)]
pub struct Strangers {
    pub count: i64,
    pub first: Option<Stamp>,
}

/// A session on its way in.
pub struct New<'a> {
    pub digest: &'a [u8],
    pub data: &'a [u8],
    /// Where no one signed in.
    pub network: Option<&'a [u8]>,
    /// Who is signed in, where it is a person.
    pub person: Option<PersonId>,
}

/// Inserts a session; false where the id is taken.
pub async fn insert(tx: &mut Tx, new: &New<'_>, now: Timestamp) -> Result<bool> {
    const SQL: &str = "insert into session (digest, data, network, made_at, seen_at, person_id) \
        values ($1, $2, $3, $4, $4, $5) on conflict (digest) do nothing";
    let person = new.person.map(|id| id.0);
    let values = (new.digest, new.data, new.network, Stamp(now), person);
    let inserted = tx.execute(SQL, values).await?;
    Ok(inserted == 1)
}

/// The same with whose session it is from now on.
pub async fn update_of(
    tx: &mut Tx,
    digest: &[u8],
    data: &[u8],
    person: Option<PersonId>,
    now: Timestamp,
) -> Result<()> {
    const SQL: &str =
        "update session set data = $2, seen_at = $3, person_id = $4 where digest = $1";
    let person = person.map(|id| id.0);
    tx.execute(SQL, (digest, data, Stamp(now), person)).await?;
    Ok(())
}

/// A session in which a person is signed in.
#[derive(sqlx::FromRow)]
pub struct OfPerson {
    pub digest: Vec<u8>,
    pub data: Vec<u8>,
    pub made_at: Stamp,
    pub seen_at: Stamp,
}

const OF_PERSON: &str = "select digest, data, made_at, seen_at from session where person_id = $1 \
    order by seen_at desc limit $2";

/// The statement of [`of_person`], for a look at how the engine would run it.
pub const OF_PERSON_STATEMENT: &str = OF_PERSON;

/// Sessions of a person, the one seen last first.
pub async fn of_person(tx: &mut Tx, person: PersonId, limit: u32) -> Result<Vec<OfPerson>> {
    tx.fetch_all(OF_PERSON, (person.0, i64::from(limit))).await
}

/// Deletes a session of a person; false where they have no such one.
pub async fn delete_of_person(tx: &mut Tx, digest: &[u8], person: PersonId) -> Result<bool> {
    const SQL: &str = "delete from session where digest = $1 and person_id = $2";
    let deleted = tx.execute(SQL, (digest, person.0)).await?;
    Ok(deleted == 1)
}

/// Updates a session that is there; one that was signed out cannot come back.
pub async fn update(tx: &mut Tx, digest: &[u8], data: &[u8], now: Timestamp) -> Result<()> {
    const SQL: &str = "update session set data = $2, seen_at = $3 where digest = $1";
    tx.execute(SQL, (digest, data, Stamp(now))).await?;
    Ok(())
}

pub async fn find(tx: &mut Tx, digest: &[u8]) -> Result<Option<Row>> {
    const SQL: &str = "select data, made_at, seen_at, network from session where digest = $1";
    tx.fetch_optional(SQL, (digest,)).await
}

pub async fn touch(tx: &mut Tx, digest: &[u8], now: Timestamp) -> Result<()> {
    const SQL: &str = "update session set seen_at = $2 where digest = $1";
    tx.execute(SQL, (digest, Stamp(now))).await?;
    Ok(())
}

pub async fn delete(tx: &mut Tx, digest: &[u8]) -> Result<()> {
    const SQL: &str = "delete from session where digest = $1";
    tx.execute(SQL, (digest,)).await?;
    Ok(())
}

/// Sessions of no one from a network, made after `since`; counts to `most`.
pub async fn of_network(
    tx: &mut Tx,
    network: &[u8],
    (since, now): (Timestamp, Timestamp),
    most: i64,
) -> Result<Strangers> {
    const SQL: &str = "select count(*) as count, min(made_at) as first from (select made_at from session \
        where network = $1 and made_at > $2 and made_at <= $3 order by made_at limit $4) as counted";
    tx.fetch_one(SQL, (network, Stamp(since), Stamp(now), most))
        .await
}

/// The same from anywhere.
pub async fn of_strangers(
    tx: &mut Tx,
    (since, now): (Timestamp, Timestamp),
    most: i64,
) -> Result<Strangers> {
    const SQL: &str = "select count(*) as count, min(made_at) as first from (select made_at from session \
        where network is not null and made_at > $1 and made_at <= $2 order by made_at limit $3) as counted";
    tx.fetch_one(SQL, (Stamp(since), Stamp(now), most)).await
}

/// Deletes some of those not seen since, and some of those of no one that were made before; says how many.
pub async fn purge(
    tx: &mut Tx,
    seen_before: Timestamp,
    made_before: Timestamp,
    most: u32,
) -> Result<u64> {
    const UNSEEN: &str = "delete from session where digest in \
        (select digest from session where seen_at <= $1 limit $2)";
    const STRANGERS: &str = "delete from session where digest in \
        (select digest from session where network is not null and made_at <= $1 limit $2)";
    let mut purged = 0;
    for (sql, before) in [(UNSEEN, seen_before), (STRANGERS, made_before)] {
        purged += tx.execute(sql, (Stamp(before), i64::from(most))).await?;
    }
    Ok(purged)
}
