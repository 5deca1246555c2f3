//! What the FHIR API reads over several tables: the records that an application is connected to, page by page.

use super::authorizations::{Held, HeldRow, rules_of};
use super::statement::Statement;
use super::things::{HEADS, Head};
use super::{List, Result, Stamp, Tx};
use domain::application::Rule;
use domain::ids::{ApplicationId, AuthorizationId, PersonId, RecordId};
use domain::timestamp::Timestamp;
use uuid::Uuid;

/// Which of the records, in the order of their ids.
#[derive(Clone, Debug, Default)]
pub struct Connected {
    /// Of these, where some are named.
    pub records: Option<Vec<RecordId>>,
    /// Those whose latest authorization is of this time: from, until.
    pub from: Option<Timestamp>,
    pub until: Option<Timestamp>,
    /// Only those that come after this one.
    pub after: Option<RecordId>,
}

/// A live authorization of a record.
pub struct Granted {
    pub id: AuthorizationId,
    pub person: PersonId,
    pub record: RecordId,
    pub record_name: String,
    pub granted_at: Timestamp,
    pub rules: Vec<Rule>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    person_id: Uuid,
    record_id: Uuid,
    record_name: String,
    granted_at: Stamp,
    rules: String,
}

impl Row {
    fn into_domain(self) -> Result<Granted> {
        Ok(Granted {
            id: AuthorizationId(self.id),
            person: PersonId(self.person_id),
            record: RecordId(self.record_id),
            record_name: self.record_name,
            granted_at: self.granted_at.into(),
            rules: rules_of(&self.id, &self.rules)?,
        })
    }
}

const FROM: &str = " from record_authorization where application_id = ";

/// The connected records that fit, at most `limit`, in the order of their ids.
pub async fn records(
    tx: &mut Tx,
    application: ApplicationId,
    wanted: &Connected,
    limit: usize,
) -> Result<Vec<RecordId>> {
    let mut statement = tx.statement("select record_id");
    if !narrow(&mut statement, application, wanted)? {
        return Ok(Vec::new());
    }
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    statement
        .push(" order by record_id limit ")
        .push_bind((limit,))?;
    let ids: Vec<Uuid> = statement.fetch_all_scalars().await?;
    Ok(ids.into_iter().map(RecordId).collect())
}

/// How many connected records fit.
pub async fn count(tx: &mut Tx, application: ApplicationId, wanted: &Connected) -> Result<i64> {
    let mut statement = tx.statement("select count(*) from (select record_id");
    if !narrow(&mut statement, application, wanted)? {
        return Ok(0);
    }
    statement.push(") as connected");
    let counted: Vec<i64> = statement.fetch_all_scalars().await?;
    Ok(counted.first().copied().unwrap_or_default())
}

/// Appends the conditions; false where nothing can fit.
fn narrow(
    statement: &mut Statement<'_>,
    application: ApplicationId,
    wanted: &Connected,
) -> Result<bool> {
    statement.push(FROM).push_bind((application.0,))?;
    statement.push(" and revoked_at is null");
    if let Some(records) = &wanted.records {
        if records.is_empty() {
            return Ok(false);
        }
        let ids: Vec<Uuid> = records.iter().map(|record| record.0).collect();
        statement.push(" and record_id in (");
        statement.push_bind(List(&ids))?.push(")");
    }
    if let Some(after) = wanted.after {
        statement.push(" and record_id > ").push_bind((after.0,))?;
    }
    statement.push(" group by record_id");
    let mut word = " having ";
    for (bound, at) in [
        ("max(granted_at) >= ", wanted.from),
        ("max(granted_at) < ", wanted.until),
    ] {
        if let Some(at) = at {
            statement.push(word).push(bound).push_bind((Stamp(at),))?;
            word = " and ";
        }
    }
    Ok(true)
}

/// The live authorizations of these records, record by record, the first granted first.
pub async fn granted(
    tx: &mut Tx,
    application: ApplicationId,
    records: &[RecordId],
) -> Result<Vec<Granted>> {
    const SQL: &str = "select record_authorization.id, person_id, record_id, record.name as record_name, granted_at, \
        rules from record_authorization join record on record.id = record_authorization.record_id \
        where application_id = ";
    if records.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<Uuid> = records.iter().map(|record| record.0).collect();
    let mut statement = tx.statement(SQL);
    statement.push_bind((application.0,))?;
    statement.push(" and revoked_at is null and record_id in (");
    statement
        .push_bind(List(&ids))?
        .push(") order by record_id, granted_at, record_authorization.id");
    let rows: Vec<Row> = statement.fetch_all().await?;
    rows.into_iter().map(Row::into_domain).collect()
}

/// The application's own ids of patients under which these authorizations are connected now, with the authorization.
pub async fn external_ids(
    tx: &mut Tx,
    authorizations: &[AuthorizationId],
) -> Result<Vec<(AuthorizationId, String)>> {
    const SQL: &str = "select authorization_id, external_id from connection where until is null \
        and authorization_id in (";
    if authorizations.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<Uuid> = authorizations.iter().map(|one| one.0).collect();
    let mut statement = tx.statement(SQL);
    statement
        .push_bind(List(&ids))?
        .push(") order by authorization_id, external_id");
    let rows: Vec<(Uuid, String)> = statement.fetch_all().await?;
    Ok(rows
        .into_iter()
        .map(|(id, external_id)| (AuthorizationId(id), external_id))
        .collect())
}

/// The records that are connected under one of these ids of the application's.
pub async fn records_of_external_ids(
    tx: &mut Tx,
    application: ApplicationId,
    external_ids: &[String],
) -> Result<Vec<RecordId>> {
    const SQL: &str = "select distinct record_id from connection \
        join record_authorization on record_authorization.id = connection.authorization_id \
        where connection.until is null and record_authorization.revoked_at is null \
        and connection.application_id = ";
    if external_ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut statement = tx.statement(SQL);
    statement.push_bind((application.0,))?;
    statement.push(" and connection.external_id in (");
    statement
        .push_bind(List(external_ids.iter().map(String::as_str)))?
        .push(")");
    let ids: Vec<Uuid> = statement.fetch_all_scalars().await?;
    Ok(ids.into_iter().map(RecordId).collect())
}

/// The live authorizations of an application for a record, the first granted first.
pub async fn live(tx: &mut Tx, application: ApplicationId, record: RecordId) -> Result<Vec<Held>> {
    let rows: Vec<HeldRow> = tx.fetch_all(LIVE, (application.0, record.0)).await?;
    rows.into_iter().map(HeldRow::into_domain).collect()
}

/// The same, and keeps others from revoking them until the transaction's end.
pub async fn hold_live(
    tx: &mut Tx,
    application: ApplicationId,
    record: RecordId,
) -> Result<Vec<Held>> {
    const POSTGRES: &str = const_format::concatcp!(LIVE, " for share of record_authorization");
    let sql = tx.locking(LIVE, POSTGRES);
    let rows: Vec<HeldRow> = tx.fetch_all(sql, (application.0, record.0)).await?;
    rows.into_iter().map(HeldRow::into_domain).collect()
}

const LIVE: &str = "select id, application_id, person_id, record_id, rules, granted_at, revoked_at, \
    exists (select 1 from first_read where authorization_id = record_authorization.id) as read_before \
    from record_authorization where application_id = $1 and record_id = $2 and revoked_at is null \
    order by granted_at, id";

/// A thing by its id alone, removed or not, if it is in a record that the application is connected to.
pub async fn thing(tx: &mut Tx, application: ApplicationId, id: Uuid) -> Result<Option<Head>> {
    const SQL: &str = const_format::concatcp!(
        HEADS,
        " where id = $2 and record_id in (select record_id from record_authorization \
          where application_id = $1 and revoked_at is null)"
    );
    tx.fetch_optional(SQL, (application.0, id)).await
}

/// By which moment things are in order, and in which direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Order {
    /// By the moment they were changed last, in place of the one they are about.
    pub by_update: bool,
    pub latest_first: bool,
}

/// Things of a record that were not removed.
#[derive(Clone, Debug)]
pub struct Things {
    pub types: Vec<Uuid>,
    pub ids: Option<Vec<Uuid>>,
    /// The moment they are about: from, until.
    pub effective: (Option<Timestamp>, Option<Timestamp>),
    /// The moment of their last change: from, until.
    pub updated: (Option<Timestamp>, Option<Timestamp>),
    /// Keyed digests of a client's own ids.
    pub client_ids: Option<Vec<Vec<u8>>>,
    pub order: Order,
    /// Only those behind this moment and id, in the order.
    pub behind: Option<(Timestamp, Uuid)>,
}

/// Things that fit, in order, at most `limit`.
pub async fn things(
    tx: &mut Tx,
    record: RecordId,
    wanted: &Things,
    limit: usize,
) -> Result<Vec<Head>> {
    if wanted.types.is_empty() || wanted.ids.as_ref().is_some_and(Vec::is_empty) {
        return Ok(Vec::new());
    }
    let mut statement = tx.statement(HEADS);
    statement
        .push(" where record_id = ")
        .push_bind((record.0,))?;
    statement.push(" and removed = ").push_bind((false,))?;
    statement.push(" and type_id in (");
    statement.push_bind(List(&wanted.types))?.push(")");
    if let Some(ids) = &wanted.ids {
        statement.push(" and id in (");
        statement.push_bind(List(ids))?.push(")");
    }
    if let Some(digests) = &wanted.client_ids {
        statement.push(" and client_id_digest in (");
        statement.push_bind(List(digests))?.push(")");
    }
    for (bound, at) in [
        (" and effective_at >= ", wanted.effective.0),
        (" and effective_at < ", wanted.effective.1),
        (" and updated_at >= ", wanted.updated.0),
        (" and updated_at < ", wanted.updated.1),
    ] {
        if let Some(at) = at {
            statement.push(bound).push_bind((Stamp(at),))?;
        }
    }
    let column = if wanted.order.by_update {
        "updated_at"
    } else {
        "effective_at"
    };
    let (side, direction) = if wanted.order.latest_first {
        ("<", " desc")
    } else {
        (">", "")
    };
    if let Some((at, id)) = wanted.behind {
        statement.push(&format!(" and ({column}, id) {side} ("));
        statement.push_bind((Stamp(at), id))?.push(")");
    }
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    statement.push(&format!(
        " order by {column}{direction}, id{direction} limit "
    ));
    statement.push_bind((limit,))?;
    statement.fetch_all().await
}

/// Takes the lock of a record: no two calls look for the same thing and make it twice.
pub async fn lock_record(tx: &mut Tx, record: RecordId) -> Result<()> {
    const SQLITE: &str = "select id from record where id = $1";
    const POSTGRES: &str = const_format::concatcp!(SQLITE, " for update");
    let sql = tx.locking(SQLITE, POSTGRES);
    let _locked: Vec<Uuid> = tx.fetch_all_scalars(sql, (record.0,)).await?;
    Ok(())
}
