//! Table `record`, as its custodians see it.

use super::{Result, Stamp, Tx, custodians, inconsistent};
use domain::ids::{PersonId, RecordId};
use domain::record::{About, Record, Relation};
use uuid::Uuid;

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    name: String,
    made_at: Stamp,
    relation: Option<String>,
    birth_year: Option<i64>,
}

impl Row {
    fn into_domain(self) -> Result<Record> {
        let relation = self
            .relation
            .map(|name| Relation::from_name(&name).ok_or_else(|| inconsistent("record", &self.id)));
        Ok(Record {
            id: RecordId(self.id),
            name: self.name,
            made_at: self.made_at.into(),
            about: About {
                relation: relation.transpose()?,
                birth_year: self.birth_year,
            },
        })
    }
}

const OF_CUSTODIAN: &str = "select record.id, record.name, record.made_at, custodian.relation, record.birth_year \
    from record join custodian on custodian.record_id = record.id where custodian.person_id = $1";
const LIST: &str = const_format::concatcp!(OF_CUSTODIAN, " order by custodian.record_id");
const FIND: &str = const_format::concatcp!(OF_CUSTODIAN, " and record.id = $2");

/// The statement of [`list`], for a look at how the engine would run it.
pub const LIST_STATEMENT: &str = LIST;

/// The records a person is custodian of, oldest first.
pub async fn list(tx: &mut Tx, person: PersonId) -> Result<Vec<Record>> {
    let rows: Vec<Row> = tx.fetch_all(LIST, (person.0,)).await?;
    rows.into_iter().map(Row::into_domain).collect()
}

/// A record, if the person is custodian of it.
pub async fn find(tx: &mut Tx, person: PersonId, id: RecordId) -> Result<Option<Record>> {
    let row: Option<Row> = tx.fetch_optional(FIND, (person.0, id.0)).await?;
    row.map(Row::into_domain).transpose()
}

/// The same, with the row's lock: no one connects, renames or removes it before the transaction's end.
pub async fn lock(tx: &mut Tx, person: PersonId, id: RecordId) -> Result<Option<Record>> {
    const POSTGRES: &str = const_format::concatcp!(FIND, " for update of record");
    let sql = tx.locking(FIND, POSTGRES);
    let row: Option<Row> = tx.fetch_optional(sql, (person.0, id.0)).await?;
    row.map(Row::into_domain).transpose()
}

/// Inserts a record with its first custodian.
pub async fn insert(tx: &mut Tx, person: PersonId, record: &Record) -> Result<()> {
    const RECORD: &str =
        "insert into record (id, name, made_at, birth_year) values ($1, $2, $3, $4)";
    let values = (
        record.id.0,
        &record.name,
        Stamp(record.made_at),
        record.about.birth_year,
    );
    tx.execute(RECORD, values).await?;
    custodians::add(tx, person, record.id, record.about.relation, record.made_at).await
}

/// Changes what one of its custodians says of a record. Its name and the year of birth are for all of them.
pub async fn change(
    tx: &mut Tx,
    person: PersonId,
    id: RecordId,
    name: &str,
    about: About,
) -> Result<()> {
    const SQL: &str = "update record set name = $2, birth_year = $3 where id = $1";
    tx.execute(SQL, (id.0, name, about.birth_year)).await?;
    custodians::set_relation(tx, person, id, about.relation).await
}

/// Whether anything is in a record: a thing that was not removed, or a clinic that is connected to it; or whether
/// someone else looks after it, too.
pub async fn is_in_use(tx: &mut Tx, id: RecordId) -> Result<bool> {
    const THING: &str = "select id from thing where record_id = $1 and removed = $2 limit 1";
    const CLINIC: &str =
        "select id from record_authorization where record_id = $1 and revoked_at is null limit 1";
    let thing: Option<Uuid> = tx.fetch_optional_scalar(THING, (id.0, false)).await?;
    let clinic: Option<Uuid> = tx.fetch_optional_scalar(CLINIC, (id.0,)).await?;
    let shared = custodians::ids(tx, id).await?.len() > 1;
    Ok(thing.is_some() || clinic.is_some() || shared)
}

/// Removes a record that is not in use. Where a clinic was connected to it once, its id stays, as a number that says
/// nothing: that clinic's events and audit log name it.
pub async fn remove(tx: &mut Tx, id: RecordId) -> Result<()> {
    const CLINIC: &str = "select id from record_authorization where record_id = $1 limit 1";
    const FORGET: &str = "update record set name = '', birth_year = null where id = $1";
    for sql in [
        "delete from custodian where record_id = $1",
        "delete from custodian_invitation where record_id = $1",
        "delete from thing where record_id = $1",
        "delete from access where record_id = $1",
    ] {
        tx.execute(sql, (id.0,)).await?;
    }
    let clinic: Option<Uuid> = tx.fetch_optional_scalar(CLINIC, (id.0,)).await?;
    let sql = match clinic {
        Some(_) => FORGET,
        None => "delete from record where id = $1",
    };
    tx.execute(sql, (id.0,)).await?;
    Ok(())
}

/// Counts operations that changed the record's things.
pub async fn count_operations(tx: &mut Tx, id: RecordId, count: usize) -> Result<()> {
    const SQL: &str = "update record set operations = operations + $2 where id = $1";
    let count = i64::try_from(count).unwrap_or(i64::MAX);
    tx.execute(SQL, (id.0, count)).await?;
    Ok(())
}

pub(super) fn operations_of(operations: i64, record: &Uuid) -> Result<u64> {
    u64::try_from(operations).map_err(|_| inconsistent("record", record))
}
