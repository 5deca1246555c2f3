//! Tables `record` and `custodian`.

use super::{Result, Stamp, Tx, inconsistent};
use domain::ids::{PersonId, RecordId};
use domain::record::Record;
use domain::timestamp::Timestamp;
use uuid::Uuid;

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    name: String,
    made_at: Stamp,
}

impl From<Row> for Record {
    fn from(row: Row) -> Self {
        Self {
            id: RecordId(row.id),
            name: row.name,
            made_at: row.made_at.into(),
        }
    }
}

/// The records a person is custodian of, oldest first.
pub async fn list(tx: &mut Tx, person: PersonId) -> Result<Vec<Record>> {
    const SQL: &str = "select record.id, record.name, record.made_at from record \
        join custodian on custodian.record_id = record.id where custodian.person_id = $1 order by record.id";
    let rows: Vec<Row> = tx.fetch_all(SQL, (person.0,)).await?;
    Ok(rows.into_iter().map(Record::from).collect())
}

/// A record, if the person is custodian of it.
pub async fn find(tx: &mut Tx, person: PersonId, id: RecordId) -> Result<Option<Record>> {
    const SQL: &str = "select record.id, record.name, record.made_at from record \
        join custodian on custodian.record_id = record.id where custodian.person_id = $1 and record.id = $2";
    let row: Option<Row> = tx.fetch_optional(SQL, (person.0, id.0)).await?;
    Ok(row.map(Record::from))
}

/// Inserts a record with its first custodian.
pub async fn insert(tx: &mut Tx, person: PersonId, record: &Record) -> Result<()> {
    const RECORD: &str = "insert into record (id, name, made_at) values ($1, $2, $3)";
    const CUSTODIAN: &str = "insert into custodian (person_id, record_id) values ($1, $2)";
    let made_at: Timestamp = record.made_at;
    tx.execute(RECORD, (record.id.0, &record.name, Stamp(made_at)))
        .await?;
    tx.execute(CUSTODIAN, (person.0, record.id.0)).await?;
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
