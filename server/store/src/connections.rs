//! Table `connection`: under which external ids an authorization was picked up, since when, until when; and what that
//! makes of the requests of an external id, which their lists read.

use super::{List, ROWS_AT_ONCE, Result, Stamp, Tx};
use const_format::concatcp;
use domain::connection::{Connection, Span};
use domain::external_id::ExternalId;
use domain::ids::{ApplicationId, AuthorizationId, ConnectRequestId, PersonId, RecordId};
use domain::timestamp::Timestamp;
use uuid::Uuid;

/// Who ended a connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EndedBy {
    Person,
    Application,
}

impl EndedBy {
    const fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Application => "application",
        }
    }
}

/// One record connected under an external id, now or earlier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    pub person: PersonId,
    pub span: Span,
    /// None while it is live.
    pub ended_by: Option<EndedBy>,
}

#[derive(sqlx::FromRow)]
struct RawRow {
    person_id: Uuid,
    record_id: Uuid,
    since: Stamp,
    until: Option<Stamp>,
    ended_by: Option<String>,
}

impl From<RawRow> for Row {
    fn from(row: RawRow) -> Self {
        let ended_by = row.ended_by.map(|name| match name.as_str() {
            "application" => EndedBy::Application,
            _ => EndedBy::Person,
        });
        Self {
            person: PersonId(row.person_id),
            span: Span {
                record: RecordId(row.record_id),
                since: row.since.into(),
                until: row.until.map(Timestamp::from),
            },
            ended_by,
        }
    }
}

/// Notes that an authorization was picked up under an external id; one that is live keeps its beginning.
pub async fn begin(
    tx: &mut Tx,
    application: ApplicationId,
    external_id: &ExternalId,
    authorization: AuthorizationId,
    now: Timestamp,
) -> Result<()> {
    const SQL: &str = "insert into connection (authorization_id, external_id, application_id, since) \
        values ($1, $2, $3, $4) on conflict (authorization_id, external_id) do update set \
        since = case when connection.until is null then connection.since else excluded.since end, \
        until = null, ended_by = null";
    tx.execute(
        SQL,
        (
            authorization.0,
            external_id.as_str(),
            application.0,
            Stamp(now),
        ),
    )
    .await?;
    note(tx, application, external_id).await
}

/// Ends all connections of an authorization; answers their external ids, in order.
pub async fn end(
    tx: &mut Tx,
    application: ApplicationId,
    authorization: AuthorizationId,
    by: EndedBy,
    now: Timestamp,
) -> Result<Vec<ExternalId>> {
    const SQL: &str = "update connection set until = $2, ended_by = $3 \
        where authorization_id = $1 and until is null returning external_id";
    let ended: Vec<String> = tx
        .fetch_all_scalars(SQL, (authorization.0, Stamp(now), by.name()))
        .await?;
    let mut ended: Vec<_> = ended.into_iter().map(ExternalId::from_stored).collect();
    ended.sort_unstable();
    for external_id in &ended {
        note(tx, application, external_id).await?;
    }
    Ok(ended)
}

/// The external ids under which an authorization is connected now, each with its beginning, in order.
pub async fn live(
    tx: &mut Tx,
    authorization: AuthorizationId,
) -> Result<Vec<(ExternalId, Timestamp)>> {
    const SQL: &str = "select external_id, since from connection where authorization_id = $1 and until is null \
        order by external_id";
    let rows: Vec<(String, Stamp)> = tx.fetch_all(SQL, (authorization.0,)).await?;
    Ok(rows
        .into_iter()
        .map(|(external_id, since)| (ExternalId::from_stored(external_id), since.into()))
        .collect())
}

const LATELY: &str = "select distinct authorization_id from connection \
    join record_authorization on record_authorization.id = connection.authorization_id \
    where record_authorization.person_id = $1 and connection.until is null and connection.since > $2";

/// The statement of [`begun_since`], for a look at how the engine would run it.
pub const LATELY_STATEMENT: &str = LATELY;

/// The person's live authorizations with a connection that began after a time.
pub async fn begun_since(
    tx: &mut Tx,
    person: PersonId,
    since: Timestamp,
) -> Result<Vec<AuthorizationId>> {
    let ids: Vec<Uuid> = tx
        .fetch_all_scalars(LATELY, (person.0, Stamp(since)))
        .await?;
    Ok(ids.into_iter().map(AuthorizationId).collect())
}

/// Ends one connection of an authorization; answers whether it is connected under another external id still.
pub async fn end_one(
    tx: &mut Tx,
    application: ApplicationId,
    authorization: AuthorizationId,
    external_id: &ExternalId,
    by: EndedBy,
    now: Timestamp,
) -> Result<bool> {
    const SQL: &str = "update connection set until = $3, ended_by = $4 \
        where authorization_id = $1 and external_id = $2 and until is null";
    tx.execute(
        SQL,
        (authorization.0, external_id.as_str(), Stamp(now), by.name()),
    )
    .await?;
    note(tx, application, external_id).await?;
    Ok(!live(tx, authorization).await?.is_empty())
}

/// Moves all connections of one external id to another. A record that is connected under both stays so once.
pub async fn rename(
    tx: &mut Tx,
    application: ApplicationId,
    from: &ExternalId,
    to: &ExternalId,
) -> Result<()> {
    const SAME: &str = "application_id = $1 and external_id = $2 and authorization_id in \
        (select authorization_id from connection where application_id = $1 and external_id = $3";
    const LEAVES: &str = concatcp!("delete from connection where ", SAME, " and until is null)");
    const STAYS: &str = concatcp!(
        "delete from connection where until is not null and ",
        SAME,
        ")"
    );
    const MOVE: &str =
        "update connection set external_id = $3 where application_id = $1 and external_id = $2";
    for (sql, one, other) in [(LEAVES, from, to), (STAYS, to, from), (MOVE, from, to)] {
        tx.execute(sql, (application.0, one.as_str(), other.as_str()))
            .await?;
    }
    note(tx, application, from).await?;
    note(tx, application, to).await
}

const OF_EXTERNAL_ID: &str = "select person_id, record_id, since, until, ended_by from connection \
    join record_authorization on record_authorization.id = connection.authorization_id \
    where connection.application_id = $1 and connection.external_id = $2";

/// The statement of [`of_external_id`], for a look at how the engine would run it.
pub const OF_EXTERNAL_ID_STATEMENT: &str = OF_EXTERNAL_ID;

/// The connections of an external id of the application, those that ended among them.
pub async fn of_external_id(
    tx: &mut Tx,
    application: ApplicationId,
    external_id: &ExternalId,
) -> Result<Vec<Row>> {
    let rows: Vec<RawRow> = tx
        .fetch_all(OF_EXTERNAL_ID, (application.0, external_id.as_str()))
        .await?;
    Ok(rows.into_iter().map(Row::from).collect())
}

/// Other external ids of the application under which one of the records of this one is connected, in order.
pub async fn sharing(
    tx: &mut Tx,
    application: ApplicationId,
    external_id: &ExternalId,
) -> Result<Vec<ExternalId>> {
    const SQL: &str = "select distinct other.external_id from connection as one \
        join record_authorization as its on its.id = one.authorization_id \
        join record_authorization as same on same.record_id = its.record_id and same.application_id = $1 \
        join connection as other on other.authorization_id = same.id \
        where one.application_id = $1 and one.external_id = $2 and one.until is null \
        and other.until is null and other.external_id <> $2 order by other.external_id";
    let ids: Vec<String> = tx
        .fetch_all_scalars(SQL, (application.0, external_id.as_str()))
        .await?;
    Ok(ids.into_iter().map(ExternalId::from_stored).collect())
}

/// Locks the requests whose external ids an authorization is connected under, in the order of their ids: before the
/// authorization, as everywhere.
pub async fn lock_requests(tx: &mut Tx, authorization: AuthorizationId) -> Result<()> {
    const SQLITE: &str = "select connect_request.id from connect_request join connection \
        on connection.application_id = connect_request.application_id \
        and connection.external_id = connect_request.external_id \
        where connection.authorization_id = $1 and connection.until is null order by connect_request.id";
    const POSTGRES: &str = concatcp!(SQLITE, " for update of connect_request");
    let sql = tx.locking(SQLITE, POSTGRES);
    let _locked: Vec<Uuid> = tx.fetch_all_scalars(sql, (authorization.0,)).await?;
    Ok(())
}

/// The request by which an authorization was last picked up under an external id, if it is still kept.
pub async fn last_request(
    tx: &mut Tx,
    authorization: AuthorizationId,
    external_id: &ExternalId,
) -> Result<Option<ConnectRequestId>> {
    const SQL: &str = "select connect_request_id from pickup \
        join connect_request on connect_request.id = pickup.connect_request_id \
        where authorization_id = $1 and external_id = $2 order by at desc limit 1";
    let id: Option<Uuid> = tx
        .fetch_optional_scalar(SQL, (authorization.0, external_id.as_str()))
        .await?;
    Ok(id.map(ConnectRequestId))
}

/// Writes what connections say of an external id to its requests. A request that was made after a connection ended
/// has nothing to do with that.
async fn note(tx: &mut Tx, application: ApplicationId, external_id: &ExternalId) -> Result<()> {
    const SQL: &str = "update connect_request set connected_since = $3, disconnected_at = $4, connected_record_id = $5 \
        where application_id = $1 and external_id = $2 and ($4 is null or made_at <= $4)";
    let rows = of_external_id(tx, application, external_id).await?;
    let spans: Vec<Span> = rows.iter().map(|row| row.span).collect();
    let connection = Connection::of(&spans);
    let values = (
        application.0,
        external_id.as_str(),
        connection.since().map(Stamp),
        connection.until().map(Stamp),
        connection.record().map(|record| record.0),
    );
    tx.execute(SQL, values).await?;
    Ok(())
}

/// Writes what connections say to requests that were just made: anyone who is connected stays so with a new code.
pub async fn note_new(
    tx: &mut Tx,
    application: ApplicationId,
    external_ids: &[&ExternalId],
) -> Result<()> {
    const LIVE: &str =
        "select distinct external_id from connection where until is null and application_id = ";
    for some in external_ids.chunks(ROWS_AT_ONCE) {
        let mut statement = tx.statement(LIVE);
        statement.push_bind((application.0,))?;
        statement
            .push(" and external_id in (")
            .push_bind(List(some.iter().map(|id| id.as_str())))?
            .push(")");
        let connected: Vec<String> = statement.fetch_all_scalars().await?;
        for external_id in connected {
            note(tx, application, &ExternalId::from_stored(external_id)).await?;
        }
    }
    Ok(())
}

/// A live connection as the clinic's own system keeps it.
#[derive(sqlx::FromRow)]
pub struct ConnectedPatient {
    pub external_id: String,
    pub person_id: Uuid,
    pub record_id: Uuid,
    pub since: Stamp,
}

const CONNECTED: &str = "select external_id, person_id, record_id, since from connection \
    join record_authorization on record_authorization.id = connection.authorization_id \
    where connection.application_id = $1 and until is null \
    order by since, connection.authorization_id, external_id limit $2";

/// The statement of [`connected`], for a look at how the engine would run it.
pub const CONNECTED_STATEMENT: &str = CONNECTED;

/// Who is connected to an application, at most `limit` of them, the first one first.
pub async fn connected(
    tx: &mut Tx,
    application: ApplicationId,
    limit: u32,
) -> Result<Vec<ConnectedPatient>> {
    tx.fetch_all(CONNECTED, (application.0, i64::from(limit)))
        .await
}
