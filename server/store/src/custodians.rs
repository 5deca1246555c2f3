//! Table `custodian`: who looks after a record.

use super::{Result, Stamp, Tx};
use domain::ids::{PersonId, RecordId};
use domain::record::Relation;
use domain::timestamp::Timestamp;
use uuid::Uuid;

/// One of those who look after a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Custodian {
    pub person: PersonId,
    pub name: String,
    pub email: String,
    pub since: Timestamp,
}

/// Those who look after a record, the first one first.
pub async fn list(tx: &mut Tx, record: RecordId) -> Result<Vec<Custodian>> {
    const SQL: &str = "select person.id, person.name, person.email, custodian.since from custodian \
        join person on person.id = custodian.person_id where custodian.record_id = $1 \
        order by custodian.since, person.id";
    let rows: Vec<(Uuid, String, String, Stamp)> = tx.fetch_all(SQL, (record.0,)).await?;
    let custodian = |(person, name, email, since): (Uuid, String, String, Stamp)| Custodian {
        person: PersonId(person),
        name,
        email,
        since: since.into(),
    };
    Ok(rows.into_iter().map(custodian).collect())
}

/// The same by their ids alone, in order.
pub async fn ids(tx: &mut Tx, record: RecordId) -> Result<Vec<PersonId>> {
    const SQL: &str = "select person_id from custodian where record_id = $1 order by person_id";
    let ids: Vec<Uuid> = tx.fetch_all_scalars(SQL, (record.0,)).await?;
    Ok(ids.into_iter().map(PersonId).collect())
}

const BESIDE: &str = "select distinct person.id, person.name from custodian \
    join custodian as other on other.record_id = custodian.record_id and other.person_id <> custodian.person_id \
    join person on person.id = other.person_id where custodian.person_id = $1";

/// The statement of [`beside`], for a look at how the engine would run it.
pub const BESIDE_STATEMENT: &str = BESIDE;

/// The others who look after any record of the person, by the names that they have.
pub async fn beside(tx: &mut Tx, person: PersonId) -> Result<Vec<(PersonId, String)>> {
    let rows: Vec<(Uuid, String)> = tx.fetch_all(BESIDE, (person.0,)).await?;
    let other = |(id, name)| (PersonId(id), name);
    Ok(rows.into_iter().map(other).collect())
}

pub async fn add(
    tx: &mut Tx,
    person: PersonId,
    record: RecordId,
    relation: Option<Relation>,
    since: Timestamp,
) -> Result<()> {
    const SQL: &str =
        "insert into custodian (person_id, record_id, relation, since) values ($1, $2, $3, $4)";
    let relation = relation.map(Relation::name);
    tx.execute(SQL, (person.0, record.0, relation, Stamp(since)))
        .await?;
    Ok(())
}

/// Whom the record is about, as one of them says.
pub async fn set_relation(
    tx: &mut Tx,
    person: PersonId,
    record: RecordId,
    relation: Option<Relation>,
) -> Result<()> {
    const SQL: &str = "update custodian set relation = $3 where person_id = $1 and record_id = $2";
    let relation = relation.map(Relation::name);
    tx.execute(SQL, (person.0, record.0, relation)).await?;
    Ok(())
}

/// One of them goes on looking after the record of a child who is old enough to do so.
pub async fn go_on(tx: &mut Tx, person: PersonId, record: RecordId, now: Timestamp) -> Result<()> {
    const SQL: &str =
        "update custodian set goes_on_since = $3 where person_id = $1 and record_id = $2";
    tx.execute(SQL, (person.0, record.0, Stamp(now))).await?;
    Ok(())
}

/// The records of which one of them said so.
pub async fn going_on(tx: &mut Tx, person: PersonId) -> Result<Vec<RecordId>> {
    const SQL: &str =
        "select record_id from custodian where person_id = $1 and goes_on_since is not null";
    let ids: Vec<Uuid> = tx.fetch_all_scalars(SQL, (person.0,)).await?;
    Ok(ids.into_iter().map(RecordId).collect())
}

/// Takes a record from one of them, with their own log of it and whom they invited.
pub async fn remove(tx: &mut Tx, person: PersonId, record: RecordId) -> Result<()> {
    for sql in [
        "delete from custodian where person_id = $1 and record_id = $2",
        "delete from access where person_id = $1 and record_id = $2",
        "delete from custodian_invitation where invited_by = $1 and record_id = $2",
    ] {
        tx.execute(sql, (person.0, record.0)).await?;
    }
    Ok(())
}
