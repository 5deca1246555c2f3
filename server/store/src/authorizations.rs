//! Table `record_authorization`.

use super::{Result, Stamp, Tx, unreadable};
use domain::application::Rule;
use domain::authorization::Authorization;
use domain::ids::{ApplicationId, AuthorizationId, PersonId, RecordId};
use domain::record::{About, Record};
use domain::timestamp::Timestamp;
use uuid::Uuid;

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    application_id: Uuid,
    person_id: Uuid,
    record_id: Uuid,
    rules: String,
    granted_at: Stamp,
    revoked_at: Option<Stamp>,
}

impl Row {
    fn into_domain(self) -> Result<Authorization> {
        Ok(Authorization {
            id: AuthorizationId(self.id),
            application: ApplicationId(self.application_id),
            person: PersonId(self.person_id),
            record: RecordId(self.record_id),
            rules: rules_of(&self.id, &self.rules)?,
            granted_at: self.granted_at.into(),
            revoked_at: self.revoked_at.map(Timestamp::from),
        })
    }
}

pub(super) fn rules_of(authorization: &Uuid, text: &str) -> Result<Vec<Rule>> {
    serde_json::from_str(text).map_err(unreadable("record_authorization", authorization))
}

const COLUMNS: &str = "select id, application_id, person_id, record_id, rules, granted_at, revoked_at \
    from record_authorization";

/// Grants, or grants again: the same person, record and application keep their row. Answers the row's id.
pub async fn grant(tx: &mut Tx, authorization: &Authorization) -> Result<AuthorizationId> {
    const SQL: &str = "insert into record_authorization (id, application_id, person_id, record_id, \
        rules, granted_at) values ($1, $2, $3, $4, $5, $6) \
        on conflict (application_id, person_id, record_id) do update set rules = excluded.rules, revoked_at = null, \
        granted_at = case when record_authorization.revoked_at is null then record_authorization.granted_at \
            else excluded.granted_at end returning id";
    let rules = serde_json::to_string(&authorization.rules)
        .map_err(unreadable("record_authorization", &authorization.id))?;
    let values = (
        authorization.id.0,
        authorization.application.0,
        authorization.person.0,
        authorization.record.0,
        &rules,
        Stamp(authorization.granted_at),
    );
    let id: Uuid = tx.fetch_scalar(SQL, values).await?;
    Ok(AuthorizationId(id))
}

/// A person's live authorizations, newest first.
pub async fn list(tx: &mut Tx, person: PersonId) -> Result<Vec<Authorization>> {
    const SQL: &str = const_format::concatcp!(
        COLUMNS,
        " where person_id = $1 and revoked_at is null order by granted_at desc, id"
    );
    let rows: Vec<Row> = tx.fetch_all(SQL, (person.0,)).await?;
    rows.into_iter().map(Row::into_domain).collect()
}

/// When applications last used records of the person by their live authorizations, for each that did.
pub async fn last_uses(tx: &mut Tx, person: PersonId) -> Result<Vec<(AuthorizationId, Timestamp)>> {
    let rows: Vec<(Uuid, Option<Stamp>)> = tx.fetch_all(LAST_USES, (person.0,)).await?;
    Ok(rows
        .into_iter()
        .filter_map(|(id, at)| Some((AuthorizationId(id), at?.into())))
        .collect())
}

const LAST_USES: &str = "select id, (select access.last_at from access \
        where access.person_id = record_authorization.person_id \
        and access.record_id = record_authorization.record_id \
        and access.actor_id = record_authorization.application_id \
        order by access.id desc limit 1) as last_at \
    from record_authorization where person_id = $1 and revoked_at is null";

/// The statement of [`last_uses`], for a look at how the engine would run it.
pub const LAST_USES_STATEMENT: &str = LAST_USES;

/// A connection that ended, by the names that its person knows it by.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Past {
    pub record_id: Uuid,
    pub clinic: String,
    pub until: Stamp,
}

/// Connections of the person that ended, the last one first.
pub async fn past(tx: &mut Tx, person: PersonId, limit: u32) -> Result<Vec<Past>> {
    const SQL: &str = "select record_authorization.record_id, application.name as clinic, revoked_at as until \
        from record_authorization join application on application.id = record_authorization.application_id \
        where person_id = $1 and revoked_at is not null order by revoked_at desc, record_authorization.id limit $2";
    tx.fetch_all(SQL, (person.0, i64::from(limit))).await
}

/// Revokes a live authorization of the person; None where there is none. The next one's first read is told of anew.
pub async fn revoke(
    tx: &mut Tx,
    person: PersonId,
    id: AuthorizationId,
    now: Timestamp,
) -> Result<Option<Authorization>> {
    const SQL: &str = "update record_authorization set revoked_at = $3 \
        where id = $1 and person_id = $2 and revoked_at is null \
        returning id, application_id, person_id, record_id, rules, granted_at, revoked_at";
    const FIRST_READ: &str = "delete from first_read where authorization_id = $1";
    let row: Option<Row> = tx.fetch_optional(SQL, (id.0, person.0, Stamp(now))).await?;
    if row.is_some() {
        tx.execute(FIRST_READ, (id.0,)).await?;
    }
    row.map(Row::into_domain).transpose()
}

/// An authorization of the person, revoked or not.
pub async fn find(
    tx: &mut Tx,
    person: PersonId,
    id: AuthorizationId,
) -> Result<Option<Authorization>> {
    const SQL: &str = const_format::concatcp!(COLUMNS, " where id = $1 and person_id = $2");
    let row: Option<Row> = tx.fetch_optional(SQL, (id.0, person.0)).await?;
    row.map(Row::into_domain).transpose()
}

/// An authorization of the person, or of another one who looks after the same record; revoked or not.
pub async fn find_in_custody(
    tx: &mut Tx,
    person: PersonId,
    id: AuthorizationId,
) -> Result<Option<Authorization>> {
    const SQL: &str = const_format::concatcp!(
        COLUMNS,
        " where id = $1 and (person_id = $2 or record_id in \
            (select record_id from custodian where person_id = $2))"
    );
    let row: Option<Row> = tx.fetch_optional(SQL, (id.0, person.0)).await?;
    row.map(Row::into_domain).transpose()
}

#[derive(sqlx::FromRow)]
struct OthersRow {
    #[sqlx(flatten)]
    row: Row,
    person_name: String,
}

const OF_OTHERS: &str = "select record_authorization.id, record_authorization.application_id, \
    record_authorization.person_id, record_authorization.record_id, record_authorization.rules, \
    record_authorization.granted_at, record_authorization.revoked_at, person.name as person_name \
    from custodian join record_authorization on record_authorization.record_id = custodian.record_id \
    join person on person.id = record_authorization.person_id \
    where custodian.person_id = $1 and record_authorization.person_id <> $1 \
    and record_authorization.revoked_at is null";

/// The statement of [`of_others`], for a look at how the engine would run it.
pub const OF_OTHERS_STATEMENT: &str = OF_OTHERS;

/// Live authorizations of records of the person that others who look after them gave, with their names.
pub async fn of_others(tx: &mut Tx, person: PersonId) -> Result<Vec<(Authorization, String)>> {
    let rows: Vec<OthersRow> = tx.fetch_all(OF_OTHERS, (person.0,)).await?;
    let one = |found: OthersRow| Ok((found.row.into_domain()?, found.person_name));
    rows.into_iter().map(one).collect()
}

/// A live authorization of the person, with the row's lock: no one reads by it, changes or ends it meanwhile.
pub async fn lock(
    tx: &mut Tx,
    person: PersonId,
    id: AuthorizationId,
) -> Result<Option<Authorization>> {
    const SQLITE: &str = const_format::concatcp!(
        COLUMNS,
        " where id = $1 and person_id = $2 and revoked_at is null"
    );
    const POSTGRES: &str = const_format::concatcp!(SQLITE, " for update");
    let sql = tx.locking(SQLITE, POSTGRES);
    let row: Option<Row> = tx.fetch_optional(sql, (id.0, person.0)).await?;
    row.map(Row::into_domain).transpose()
}

/// Other rules in the place of those that were granted.
pub async fn set_rules(tx: &mut Tx, id: AuthorizationId, rules: &[Rule]) -> Result<()> {
    const SQL: &str = "update record_authorization set rules = $2 where id = $1";
    let rules = serde_json::to_string(rules).map_err(unreadable("record_authorization", &id.0))?;
    tx.execute(SQL, (id.0, &rules)).await?;
    Ok(())
}

const LIVE: &str = const_format::concatcp!(
    COLUMNS,
    " where application_id = $1 and person_id = $2 and record_id = $3 and revoked_at is null"
);

/// The live authorization of an application for a person's record.
pub async fn live(
    tx: &mut Tx,
    application: ApplicationId,
    person: PersonId,
    record: RecordId,
) -> Result<Option<Authorization>> {
    let row: Option<Row> = tx
        .fetch_optional(LIVE, (application.0, person.0, record.0))
        .await?;
    row.map(Row::into_domain).transpose()
}

/// An authorization that is not revoked before the transaction's end.
pub struct Held {
    pub authorization: Authorization,
    /// Its person was told that the application has read the record.
    pub read_before: bool,
}

#[derive(sqlx::FromRow)]
struct HeldRow {
    #[sqlx(flatten)]
    row: Row,
    read_before: bool,
}

/// The same, and keeps others from revoking it until the transaction's end: who revokes it knows what was read.
pub async fn hold_live(
    tx: &mut Tx,
    application: ApplicationId,
    person: PersonId,
    record: RecordId,
) -> Result<Option<Held>> {
    const SQLITE: &str = "select id, application_id, person_id, record_id, rules, granted_at, revoked_at, \
        exists (select 1 from first_read where authorization_id = record_authorization.id) as read_before \
        from record_authorization \
        where application_id = $1 and person_id = $2 and record_id = $3 and revoked_at is null";
    const POSTGRES: &str = const_format::concatcp!(SQLITE, " for share of record_authorization");
    let sql = tx.locking(SQLITE, POSTGRES);
    let found: Option<HeldRow> = tx
        .fetch_optional(sql, (application.0, person.0, record.0))
        .await?;
    let held = |found: HeldRow| {
        Ok(Held {
            authorization: found.row.into_domain()?,
            read_before: found.read_before,
        })
    };
    found.map(held).transpose()
}

/// Notes that the person is told of the first read; false where another call noted it before.
pub async fn note_first_read(tx: &mut Tx, id: AuthorizationId, now: Timestamp) -> Result<bool> {
    const SQL: &str = "insert into first_read (authorization_id, at) values ($1, $2) \
        on conflict (authorization_id) do nothing";
    let noted = tx.execute(SQL, (id.0, Stamp(now))).await?;
    Ok(noted == 1)
}

/// Whether the person lets the application use any record; keeps others from revoking the one found until the
/// transaction's end.
pub async fn hold_any(tx: &mut Tx, application: ApplicationId, person: PersonId) -> Result<bool> {
    const SQLITE: &str = "select id from record_authorization \
        where application_id = $1 and person_id = $2 and revoked_at is null limit 1";
    const POSTGRES: &str = const_format::concatcp!(SQLITE, " for share");
    let sql = tx.locking(SQLITE, POSTGRES);
    let found: Option<Uuid> = tx
        .fetch_optional_scalar(sql, (application.0, person.0))
        .await?;
    Ok(found.is_some())
}

/// A live authorization with the names a clinic sees.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Granted {
    pub person: PersonId,
    pub person_name: String,
    pub record: Record,
    /// The number of the record's latest operation.
    pub operations: u64,
    /// What the person granted.
    pub rules: Vec<Rule>,
    pub granted_at: Timestamp,
}

#[derive(sqlx::FromRow)]
struct GrantedRow {
    id: Uuid,
    person_id: Uuid,
    person_name: String,
    record_id: Uuid,
    record_name: String,
    made_at: Stamp,
    operations: i64,
    rules: String,
    granted_at: Stamp,
}

impl GrantedRow {
    fn into_domain(self) -> Result<Granted> {
        Ok(Granted {
            person: PersonId(self.person_id),
            person_name: self.person_name,
            record: Record {
                id: RecordId(self.record_id),
                name: self.record_name,
                made_at: self.made_at.into(),
                about: About::default(),
            },
            operations: super::records::operations_of(self.operations, &self.record_id)?,
            rules: rules_of(&self.id, &self.rules)?,
            granted_at: self.granted_at.into(),
        })
    }
}

const GRANTED: &str = "select record_authorization.id, record_authorization.person_id, person.name as person_name, record.id as record_id, \
    record.name as record_name, record.made_at, record.operations, record_authorization.rules, record_authorization.granted_at from record_authorization \
    join person on person.id = record_authorization.person_id \
    join record on record.id = record_authorization.record_id \
    where record_authorization.application_id = $1 and record_authorization.revoked_at is null";

/// The records a person lets an application use, the first granted first.
pub async fn granted_by(
    tx: &mut Tx,
    application: ApplicationId,
    person: PersonId,
) -> Result<Vec<Granted>> {
    const SQL: &str = const_format::concatcp!(
        GRANTED,
        " and record_authorization.person_id = $2 order by record_authorization.granted_at, record.id"
    );
    let rows: Vec<GrantedRow> = tx.fetch_all(SQL, (application.0, person.0)).await?;
    rows.into_iter().map(GrantedRow::into_domain).collect()
}

/// All live authorizations of the first `limit` persons, by id, who come after one and let the application use a
/// record since a time.
pub async fn granted_since(
    tx: &mut Tx,
    application: ApplicationId,
    after: PersonId,
    since: Timestamp,
    limit: u32,
) -> Result<Vec<Granted>> {
    const SQL: &str = const_format::concatcp!(
        GRANTED,
        " and record_authorization.person_id in (select distinct person_id from record_authorization \
          where application_id = $1 and revoked_at is null and person_id > $2 and granted_at >= $3 \
          order by person_id limit $4) \
          order by record_authorization.person_id, record_authorization.granted_at, record.id"
    );
    let rows: Vec<GrantedRow> = tx
        .fetch_all(
            SQL,
            (application.0, after.0, Stamp(since), i64::from(limit)),
        )
        .await?;
    rows.into_iter().map(GrantedRow::into_domain).collect()
}
