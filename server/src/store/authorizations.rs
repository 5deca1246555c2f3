//! Table `record_authorization`.

use super::{Result, Stamp, Tx, inconsistent, on_db};
use app::domain::authorization::Authorization;
use app::domain::ids::{ApplicationId, AuthorizationId, PersonId, RecordId};
use app::domain::timestamp::Timestamp;
use uuid::Uuid;

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    application_id: Uuid,
    person_id: Uuid,
    record_id: Uuid,
    external_id: String,
    optional_rules: String,
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
            external_id: self.external_id,
            optional_rules: serde_json::from_str(&self.optional_rules)
                .map_err(|_| inconsistent("record_authorization", &self.id))?,
            granted_at: self.granted_at.into(),
            revoked_at: self.revoked_at.map(Timestamp::from),
        })
    }
}

const COLUMNS: &str = "select id, application_id, person_id, record_id, external_id, optional_rules, granted_at, \
    revoked_at from record_authorization";

/// Grants, or grants again: the same person, record and application keep their row. Answers the row's id.
pub async fn grant(tx: &mut Tx, authorization: &Authorization) -> Result<AuthorizationId> {
    const SQL: &str = "insert into record_authorization (id, application_id, person_id, record_id, external_id, \
        optional_rules, granted_at) values ($1, $2, $3, $4, $5, $6, $7) \
        on conflict (application_id, person_id, record_id) do update set external_id = excluded.external_id, \
        optional_rules = excluded.optional_rules, revoked_at = null, \
        granted_at = case when record_authorization.revoked_at is null then record_authorization.granted_at \
            else excluded.granted_at end returning id";
    let optional_rules = serde_json::to_string(&authorization.optional_rules)
        .map_err(|_| inconsistent("record_authorization", &authorization.id))?;
    let id: Uuid = on_db!(tx, conn => sqlx::query_scalar(SQL)
        .bind(authorization.id.0)
        .bind(authorization.application.0)
        .bind(authorization.person.0)
        .bind(authorization.record.0)
        .bind(&authorization.external_id)
        .bind(&optional_rules)
        .bind(Stamp(authorization.granted_at))
        .fetch_one(conn).await)?;
    Ok(AuthorizationId(id))
}

/// A person's live authorizations, newest first.
pub async fn list(tx: &mut Tx, person: PersonId) -> Result<Vec<Authorization>> {
    const SQL: &str = const_format::concatcp!(
        COLUMNS,
        " where person_id = $1 and revoked_at is null order by granted_at desc, id"
    );
    let rows: Vec<Row> =
        on_db!(tx, conn => sqlx::query_as(SQL).bind(person.0).fetch_all(conn).await)?;
    rows.into_iter().map(Row::into_domain).collect()
}

/// Revokes a live authorization of the person; None where there is none.
pub async fn revoke(
    tx: &mut Tx,
    person: PersonId,
    id: AuthorizationId,
    now: Timestamp,
) -> Result<Option<Authorization>> {
    const SQL: &str = "update record_authorization set revoked_at = $3 \
        where id = $1 and person_id = $2 and revoked_at is null \
        returning id, application_id, person_id, record_id, external_id, optional_rules, granted_at, revoked_at";
    let row: Option<Row> = on_db!(tx, conn => sqlx::query_as(SQL).bind(id.0).bind(person.0).bind(Stamp(now))
        .fetch_optional(conn).await)?;
    row.map(Row::into_domain).transpose()
}

/// An authorization of the person, revoked or not.
pub async fn find(
    tx: &mut Tx,
    person: PersonId,
    id: AuthorizationId,
) -> Result<Option<Authorization>> {
    const SQL: &str = const_format::concatcp!(COLUMNS, " where id = $1 and person_id = $2");
    let row: Option<Row> = on_db!(tx, conn => sqlx::query_as(SQL).bind(id.0).bind(person.0).fetch_optional(conn).await)?;
    row.map(Row::into_domain).transpose()
}
