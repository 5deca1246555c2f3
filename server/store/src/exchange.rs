//! What the FHIR API reads over several tables: the records that an application is connected to, page by page.

use super::authorizations::rules_of;
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
    const SQL: &str = const_format::concatcp!("select record_id", FROM);
    let mut statement = tx.statement(SQL);
    statement.push_bind((application.0,))?;
    statement.push(" and revoked_at is null");
    if let Some(records) = &wanted.records {
        if records.is_empty() {
            return Ok(Vec::new());
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
    for (bound, at) in [("max(granted_at) >= ", wanted.from), ("max(granted_at) < ", wanted.until)] {
        if let Some(at) = at {
            statement.push(word).push(bound).push_bind((Stamp(at),))?;
            word = " and ";
        }
    }
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    statement.push(" order by record_id limit ").push_bind((limit,))?;
    let ids: Vec<Uuid> = statement.fetch_all_scalars().await?;
    Ok(ids.into_iter().map(RecordId).collect())
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
    statement.push_bind(List(external_ids.iter().map(String::as_str)))?.push(")");
    let ids: Vec<Uuid> = statement.fetch_all_scalars().await?;
    Ok(ids.into_iter().map(RecordId).collect())
}
