//! Table `pickup`: who picked a request up with which record.

use super::{Result, Stamp, Tx, on_db};
use app::domain::ids::{ApplicationId, AuthorizationId, ConnectRequestId, PersonId, RecordId};
use app::domain::timestamp::Timestamp;
use uuid::Uuid;

/// A pick-up on its way in.
pub struct Pickup {
    pub connect_request: ConnectRequestId,
    pub record: RecordId,
    pub authorization: AuthorizationId,
    pub application: ApplicationId,
    pub person: PersonId,
    /// One way from code to Authorize.
    pub flow: Uuid,
    pub at: Timestamp,
}

/// A pick-up whose authorization still stands, as a poll returns it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Connected {
    pub connect_request: ConnectRequestId,
    pub external_id: String,
    pub person: PersonId,
    pub record: RecordId,
    pub at: Timestamp,
}

#[derive(sqlx::FromRow)]
struct Row {
    connect_request_id: Uuid,
    external_id: String,
    person_id: Uuid,
    record_id: Uuid,
    at: Stamp,
}

impl From<Row> for Connected {
    fn from(row: Row) -> Self {
        Self {
            connect_request: ConnectRequestId(row.connect_request_id),
            external_id: row.external_id,
            person: PersonId(row.person_id),
            record: RecordId(row.record_id),
            at: row.at.into(),
        }
    }
}

/// Inserts a pick-up, or moves the time of the one with the same record.
pub async fn put(tx: &mut Tx, pickup: &Pickup) -> Result<()> {
    const SQL: &str = "insert into pickup (connect_request_id, record_id, authorization_id, application_id, \
        person_id, flow_id, at) values ($1, $2, $3, $4, $5, $6, $7) \
        on conflict (connect_request_id, record_id) do update set at = excluded.at, \
        flow_id = excluded.flow_id";
    on_db!(tx, conn => sqlx::query(SQL)
        .bind(pickup.connect_request.0)
        .bind(pickup.record.0)
        .bind(pickup.authorization.0)
        .bind(pickup.application.0)
        .bind(pickup.person.0)
        .bind(pickup.flow)
        .bind(Stamp(pickup.at))
        .execute(conn).await.map(drop))?;
    Ok(())
}

const CONNECTED_SINCE: &str = "select pickup.connect_request_id, connect_request.external_id, pickup.person_id, \
    pickup.record_id, pickup.at from pickup \
    join record_authorization on record_authorization.id = pickup.authorization_id \
    join connect_request on connect_request.id = pickup.connect_request_id \
    where pickup.application_id = $1 and pickup.at >= $2 \
    and (pickup.at, pickup.connect_request_id, pickup.record_id) > ($2, $3, $4) \
    and record_authorization.revoked_at is null \
    order by pickup.at, pickup.connect_request_id, pickup.record_id limit $5";

/// The statement of [`connected_since`], for a look at how the engine would run it.
pub const CONNECTED_SINCE_STATEMENT: &str = CONNECTED_SINCE;

/// A place in the order of pick-ups: nothing before it or at it is listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct After {
    pub at: Timestamp,
    pub connect_request: Uuid,
    pub record: Uuid,
}

impl After {
    /// Before all pick-ups of a time.
    pub fn start_of(at: Timestamp) -> Self {
        Self {
            at,
            connect_request: Uuid::nil(),
            record: Uuid::nil(),
        }
    }
}

/// Pick-ups after a place whose authorization stands, oldest first, at most `most`.
pub async fn connected_since(
    tx: &mut Tx,
    application: ApplicationId,
    after: After,
    most: usize,
) -> Result<Vec<Connected>> {
    let rows: Vec<Row> = on_db!(tx, conn => sqlx::query_as(CONNECTED_SINCE)
        .bind(application.0)
        .bind(Stamp(after.at))
        .bind(after.connect_request)
        .bind(after.record)
        .bind(i64::try_from(most).unwrap_or(i64::MAX))
        .fetch_all(conn).await)?;
    Ok(rows.into_iter().map(Connected::from).collect())
}

/// What a flow was picked up with already.
pub async fn of_flow(
    tx: &mut Tx,
    request: ConnectRequestId,
    flow: Uuid,
) -> Result<Option<(RecordId, AuthorizationId)>> {
    const SQL: &str = "select record_id, authorization_id from pickup \
        where connect_request_id = $1 and flow_id = $2";
    let row: Option<(Uuid, Uuid)> = on_db!(tx, conn => sqlx::query_as(SQL).bind(request.0).bind(flow).fetch_optional(conn).await)?;
    Ok(row.map(|(record, authorization)| (RecordId(record), AuthorizationId(authorization))))
}
