//! Table `thing`: a record's data, sealed by the services.

use super::authorizations::rules_of;
use super::{List, Result, Stamp, Tx};
use domain::application::Rule;
use domain::ids::{ApplicationId, PersonId, RecordId};
use domain::timestamp::Timestamp;
use uuid::Uuid;

/// A row without its data, which is as large as its writers like: [`data`] reads that.
#[derive(Clone, sqlx::FromRow)]
pub struct Head {
    pub id: Uuid,
    pub record_id: Uuid,
    pub type_id: Uuid,
    pub version_stamp: Uuid,
    pub removed: bool,
    pub effective_at: Stamp,
    /// Of the data, sealed.
    pub bytes: i64,
    pub created_at: Stamp,
    pub created_by: Uuid,
    pub created_for: Uuid,
    pub updated_at: Stamp,
    pub updated_by: Uuid,
    pub updated_for: Uuid,
}

/// Which things of a record; what is empty filters nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    pub ids: Vec<Uuid>,
    /// Keyed digests of clients' own ids.
    pub client_ids: Vec<Vec<u8>>,
    pub types: Vec<Uuid>,
    /// Whether those that were removed are meant, instead of those that were not.
    pub removed: bool,
    pub effective_from: Option<Timestamp>,
    pub effective_to: Option<Timestamp>,
    pub updated_from: Option<Timestamp>,
    pub updated_to: Option<Timestamp>,
    pub created_from: Option<Timestamp>,
    pub created_to: Option<Timestamp>,
    pub created_by: Option<ApplicationId>,
    pub created_for: Option<PersonId>,
    pub updated_by: Option<ApplicationId>,
    pub updated_for: Option<PersonId>,
}

const HEADS: &str = "select id, record_id, type_id, version_stamp, removed, effective_at, \
    cast(length(data) as bigint) as bytes, created_at, created_by, created_for, updated_at, updated_by, updated_for \
    from thing";

/// Things of a record, the latest first, at most `limit`.
pub async fn list(
    tx: &mut Tx,
    record: RecordId,
    filter: &Filter,
    limit: usize,
) -> Result<Vec<Head>> {
    let mut statement = tx.statement(HEADS);
    statement
        .push(" where record_id = ")
        .push_bind((record.0,))?;
    statement
        .push(" and removed = ")
        .push_bind((filter.removed,))?;
    for (column, among) in [("id", &filter.ids), ("type_id", &filter.types)] {
        if !among.is_empty() {
            statement.push(&format!(" and {column} in ("));
            statement.push_bind(List(among))?.push(")");
        }
    }
    if !filter.client_ids.is_empty() {
        statement.push(" and client_id_digest in (");
        statement.push_bind(List(&filter.client_ids))?.push(")");
    }
    for (bound, at) in [
        ("effective_at >=", filter.effective_from),
        ("effective_at <=", filter.effective_to),
        ("updated_at >=", filter.updated_from),
        ("updated_at <=", filter.updated_to),
        ("created_at >=", filter.created_from),
        ("created_at <=", filter.created_to),
    ] {
        if let Some(at) = at {
            statement
                .push(&format!(" and {bound} "))
                .push_bind((Stamp(at),))?;
        }
    }
    for (column, whose) in [
        (
            "created_by",
            filter.created_by.map(|application| application.0),
        ),
        ("created_for", filter.created_for.map(|person| person.0)),
        (
            "updated_by",
            filter.updated_by.map(|application| application.0),
        ),
        ("updated_for", filter.updated_for.map(|person| person.0)),
    ] {
        if let Some(id) = whose {
            statement
                .push(&format!(" and {column} = "))
                .push_bind((id,))?;
        }
    }
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    statement
        .push(" order by effective_at desc, id desc limit ")
        .push_bind((limit,))?;
    statement.fetch_all().await
}

const OF_RECORD: &str = const_format::concatcp!(
    HEADS,
    " where record_id = $1 and removed = $2 and (effective_at, id) < ($3, $4) \
      order by effective_at desc, id desc limit $5"
);
const OF_TYPE: &str = const_format::concatcp!(
    HEADS,
    " where record_id = $1 and removed = $2 and type_id = $6 and (effective_at, id) < ($3, $4) \
      order by effective_at desc, id desc limit $5"
);
const COUNTS: &str = "select type_id, count(*) as count from thing \
    where record_id = $1 and removed = $2 group by type_id";

/// The statements of [`page`], for a look at how the engine would run them.
pub const PAGE_STATEMENTS: [&str; 2] = [OF_RECORD, OF_TYPE];

/// Where a page of a record begins: behind a thing that is about this moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Behind {
    pub effective_at: Timestamp,
    pub id: Uuid,
}

impl Behind {
    /// Before all things.
    pub const START: Self = Self {
        // The last moment that both engines keep.
        effective_at: Timestamp::from_micros(253_402_300_799_999_999),
        id: Uuid::max(),
    };
}

/// Things of a record that were not removed, the latest first.
pub async fn page(
    tx: &mut Tx,
    record: RecordId,
    type_id: Option<Uuid>,
    behind: Behind,
    limit: u32,
) -> Result<Vec<Head>> {
    let (at, id, limit) = (Stamp(behind.effective_at), behind.id, i64::from(limit));
    match type_id {
        None => {
            tx.fetch_all(OF_RECORD, (record.0, false, at, id, limit))
                .await
        }
        Some(kind) => {
            tx.fetch_all(OF_TYPE, (record.0, false, at, id, limit, kind))
                .await
        }
    }
}

/// How many things of each type a record has: reads all of its index, and no data.
pub async fn counts(tx: &mut Tx, record: RecordId) -> Result<Vec<(Uuid, i64)>> {
    tx.fetch_all(COUNTS, (record.0, false)).await
}

/// A thing of the record that was not removed.
pub async fn find(tx: &mut Tx, record: RecordId, id: Uuid) -> Result<Option<Head>> {
    const SQL: &str =
        const_format::concatcp!(HEADS, " where record_id = $1 and id = $2 and removed = $3");
    tx.fetch_optional(SQL, (record.0, id, false)).await
}

/// The sealed data of a thing as it is now under a stamp; None where it changed since.
pub async fn data(tx: &mut Tx, id: Uuid, version_stamp: Uuid) -> Result<Option<Vec<u8>>> {
    const SQL: &str = "select data from thing where id = $1 and version_stamp = $2";
    let row: Option<(Vec<u8>,)> = tx.fetch_optional(SQL, (id, version_stamp)).await?;
    Ok(row.map(|(data,)| data))
}

/// A thing of the record, with the row's lock.
pub async fn lock(tx: &mut Tx, record: RecordId, id: Uuid) -> Result<Option<Head>> {
    const SQLITE: &str = const_format::concatcp!(HEADS, " where record_id = $1 and id = $2");
    const POSTGRES: &str = const_format::concatcp!(SQLITE, " for update");
    let sql = tx.locking(SQLITE, POSTGRES);
    tx.fetch_optional(sql, (record.0, id)).await
}

/// Removes a thing: its data stays as it was.
pub async fn remove(tx: &mut Tx, row: &Head) -> Result<()> {
    const SQL: &str = "update thing set removed = $2, version_stamp = $3, updated_at = $4, updated_by = $5, \
        updated_for = $6 where id = $1";
    let values = (
        row.id,
        true,
        row.version_stamp,
        row.updated_at,
        row.updated_by,
        row.updated_for,
    );
    tx.execute(SQL, values).await?;
    Ok(())
}

/// Inserts a thing, or replaces what may change of it; `data` is sealed, `client_id` a keyed digest.
pub async fn put(tx: &mut Tx, row: &Head, data: &[u8], client_id: Option<&[u8]>) -> Result<()> {
    const SQL: &str = "insert into thing (id, record_id, type_id, version_stamp, removed, effective_at, data, \
        created_at, created_by, created_for, updated_at, updated_by, updated_for, client_id_digest) \
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) \
        on conflict (id) do update set version_stamp = excluded.version_stamp, removed = excluded.removed, \
        effective_at = excluded.effective_at, data = excluded.data, updated_at = excluded.updated_at, \
        updated_by = excluded.updated_by, updated_for = excluded.updated_for, \
        client_id_digest = excluded.client_id_digest";
    let values = (
        row.id,
        row.record_id,
        row.type_id,
        row.version_stamp,
        row.removed,
        row.effective_at,
        data,
        row.created_at,
        row.created_by,
        row.created_for,
        row.updated_at,
        row.updated_by,
        row.updated_for,
        client_id,
    );
    tx.execute(SQL, values).await?;
    Ok(())
}

/// A record that the application may use and in which something changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UpdatedRecord {
    pub record: RecordId,
    pub person: PersonId,
    pub at: Timestamp,
    /// The number of the record's latest operation.
    pub operations: u64,
}

/// The latest change of one type in such a record, with what the person granted.
pub struct Update {
    pub record: UpdatedRecord,
    pub type_id: Uuid,
    pub granted: Vec<Rule>,
}

#[derive(sqlx::FromRow)]
struct UpdateRow {
    id: Uuid,
    record_id: Uuid,
    person_id: Uuid,
    type_id: Uuid,
    rules: String,
    at: Stamp,
    operations: i64,
}

impl UpdateRow {
    fn into_domain(self) -> Result<Update> {
        Ok(Update {
            record: UpdatedRecord {
                record: RecordId(self.record_id),
                person: PersonId(self.person_id),
                at: self.at.into(),
                operations: super::records::operations_of(self.operations, &self.record_id)?,
            },
            type_id: self.type_id,
            granted: rules_of(&self.id, &self.rules)?,
        })
    }
}

/// Authorizations that are looked through at one go.
const AUTHORIZATIONS: i64 = 1_000;

/// Changes since a time in records of the application's live authorizations, the latest of each type: those of the next
/// thousand authorizations, and the last of them, after which it continues. None where there is no next one.
pub async fn updates(
    tx: &mut Tx,
    application: ApplicationId,
    since: Timestamp,
    after: Uuid,
) -> Result<Option<(Uuid, Vec<Update>)>> {
    const LAST: &str = "select id from (select id from record_authorization where application_id = $1 \
        and revoked_at is null and id > $2 order by id limit $3) as next order by id desc limit 1";
    const SQL: &str = "select granted.id, thing.record_id, granted.person_id, thing.type_id, granted.rules, \
        max(thing.updated_at) as at, record.operations from record_authorization as granted \
        join thing on granted.record_id = thing.record_id \
        join record on record.id = granted.record_id \
        where granted.application_id = $1 and granted.revoked_at is null and granted.id > $2 and granted.id <= $3 \
        and thing.updated_at >= $4 \
        group by granted.id, thing.record_id, granted.person_id, thing.type_id, granted.rules, \
        record.operations";
    let last: Option<(Uuid,)> = tx
        .fetch_optional(LAST, (application.0, after, AUTHORIZATIONS))
        .await?;
    let Some((last,)) = last else {
        return Ok(None);
    };
    let rows: Vec<UpdateRow> = tx
        .fetch_all(SQL, (application.0, after, last, Stamp(since)))
        .await?;
    let updates = rows.into_iter().map(UpdateRow::into_domain);
    Ok(Some((last, updates.collect::<Result<_>>()?)))
}
