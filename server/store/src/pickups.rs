//! Table `pickup`: who picked a request up with which record.

use super::{Result, Stamp, Tx};
use domain::external_id::ExternalId;
use domain::ids::{ApplicationId, AuthorizationId, ConnectRequestId, PersonId, RecordId};
use domain::timestamp::Timestamp;
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

/// A pick-up whose connection is live, as a poll returns it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Connected {
    pub connect_request: ConnectRequestId,
    pub external_id: ExternalId,
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
            external_id: ExternalId::from_stored(row.external_id),
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
    let values = (
        pickup.connect_request.0,
        pickup.record.0,
        pickup.authorization.0,
        pickup.application.0,
        pickup.person.0,
        pickup.flow,
        Stamp(pickup.at),
    );
    tx.execute(SQL, values).await?;
    Ok(())
}

// Each pick-up looks its request and connection up: joined, an engine may read all of either table.
const CONNECTED_SINCE: &str = "select connect_request_id, external_id, person_id, record_id, at \
    from (select pickup.*, (select external_id from connect_request where id = pickup.connect_request_id) as external_id \
    from pickup where application_id = $1 and at >= $2 and (at, connect_request_id, record_id) > ($2, $3, $4)) as picked \
    where 1 = (select 1 from connection where connection.authorization_id = picked.authorization_id \
    and connection.external_id = picked.external_id and connection.until is null) \
    order by at, connect_request_id, record_id limit $5";

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

/// Pick-ups after a place whose connection is live, oldest first, at most `most`: a record that another external id
/// connects anew revives none of them.
pub async fn connected_since(
    tx: &mut Tx,
    application: ApplicationId,
    after: After,
    most: usize,
) -> Result<Vec<Connected>> {
    let values = (
        application.0,
        Stamp(after.at),
        after.connect_request,
        after.record,
        i64::try_from(most).unwrap_or(i64::MAX),
    );
    let rows: Vec<Row> = tx.fetch_all(CONNECTED_SINCE, values).await?;
    Ok(rows.into_iter().map(Connected::from).collect())
}

/// The request that led to a connection, and the way by which it did.
pub struct Letter {
    pub request: ConnectRequestId,
    pub flow: Uuid,
}

const LETTERS: &str = "select connect_request_id, flow_id from pickup \
    join connect_request on connect_request.id = pickup.connect_request_id \
    where authorization_id = $1 and external_id = $2 order by at desc, connect_request_id desc limit 1";

/// The last request by which an authorization was picked up under an external id.
pub async fn letter(
    tx: &mut Tx,
    authorization: AuthorizationId,
    external_id: &ExternalId,
) -> Result<Option<Letter>> {
    let row: Option<(Uuid, Uuid)> = tx
        .fetch_optional(LETTERS, (authorization.0, external_id.as_str()))
        .await?;
    Ok(row.map(|(request, flow)| Letter {
        request: ConnectRequestId(request),
        flow,
    }))
}

/// Removes an authorization's pick-ups under an external id; answers the last one.
pub async fn take(
    tx: &mut Tx,
    application: ApplicationId,
    authorization: AuthorizationId,
    external_id: &ExternalId,
) -> Result<Option<Letter>> {
    const SQL: &str = "delete from pickup where authorization_id = $1 and connect_request_id in \
        (select id from connect_request where application_id = $2 and external_id = $3)";
    let last = letter(tx, authorization, external_id).await?;
    tx.execute(SQL, (authorization.0, application.0, external_id.as_str()))
        .await?;
    Ok(last)
}

/// What a flow was picked up with already.
pub async fn of_flow(
    tx: &mut Tx,
    request: ConnectRequestId,
    flow: Uuid,
) -> Result<Option<(RecordId, AuthorizationId)>> {
    const SQL: &str = "select record_id, authorization_id from pickup \
        where connect_request_id = $1 and flow_id = $2";
    let row: Option<(Uuid, Uuid)> = tx.fetch_optional(SQL, (request.0, flow)).await?;
    Ok(row.map(|(record, authorization)| (RecordId(record), AuthorizationId(authorization))))
}
