//! Tables `event` and `event_head`: an application's log, numbered without gaps.

use super::{Result, Stamp, Tx, inconsistent};
use domain::event::{Event, EventKind};
use domain::external_id::ExternalId;
use domain::ids::{ApplicationId, ConnectRequestId, PersonId, RecordId};
use domain::timestamp::Timestamp;
use uuid::Uuid;

#[derive(sqlx::FromRow)]
struct Row {
    number: i64,
    kind: String,
    connect_request_id: Option<Uuid>,
    external_id: String,
    former_external_id: Option<String>,
    person_id: Option<Uuid>,
    record_id: Option<Uuid>,
    former_record_id: Option<Uuid>,
    at: Stamp,
}

impl Row {
    fn into_domain(self) -> Result<Event> {
        Ok(Event {
            kind: EventKind::from_name(&self.kind)
                .ok_or_else(|| inconsistent("event", &self.number))?,
            number: self.number,
            connect_request: self.connect_request_id.map(ConnectRequestId),
            external_id: ExternalId::from_stored(self.external_id),
            former_external_id: self.former_external_id.map(ExternalId::from_stored),
            person: self.person_id.map(PersonId),
            record: self.record_id.map(RecordId),
            former_record: self.former_record_id.map(RecordId),
            at: self.at.into(),
        })
    }
}

/// Takes the next number; holds the head's lock until the transaction ends, so that a number
/// is never seen before a smaller one.
pub async fn next_number(tx: &mut Tx, application: ApplicationId) -> Result<i64> {
    const SQL: &str = "insert into event_head (application_id, last) values ($1, 1) \
        on conflict (application_id) do update set last = event_head.last + 1 returning last";
    tx.fetch_scalar(SQL, (application.0,)).await
}

pub async fn insert(tx: &mut Tx, application: ApplicationId, event: &Event) -> Result<()> {
    const SQL: &str = "insert into event (application_id, number, kind, connect_request_id, external_id, person_id, \
        record_id, at, former_external_id, former_record_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    let values = (
        application.0,
        event.number,
        event.kind.name(),
        event.connect_request.map(|id| id.0),
        event.external_id.as_str(),
        event.person.map(|id| id.0),
        event.record.map(|id| id.0),
        Stamp(event.at),
        event.former_external_id.as_ref().map(ExternalId::as_str),
        event.former_record.map(|id| id.0),
    );
    tx.execute(SQL, values).await?;
    Ok(())
}

const LIST: &str = "select number, kind, connect_request_id, external_id, former_external_id, person_id, record_id, former_record_id, \
    at from event where application_id = $1 and number > $2 order by number limit $3";

/// The statement of [`list`], for a look at how the engine would run it.
pub const LIST_STATEMENT: &str = LIST;

/// Up to `limit` events with a number above `after`, in order.
pub async fn list(
    tx: &mut Tx,
    application: ApplicationId,
    after: i64,
    limit: u32,
) -> Result<Vec<Event>> {
    let rows: Vec<Row> = tx
        .fetch_all(LIST, (application.0, after, i64::from(limit)))
        .await?;
    rows.into_iter().map(Row::into_domain).collect()
}

/// The last number given out; 0 before the first.
pub async fn last_number(tx: &mut Tx, application: ApplicationId) -> Result<i64> {
    const SQL: &str = "select last from event_head where application_id = $1";
    let last: Option<i64> = tx.fetch_optional_scalar(SQL, (application.0,)).await?;
    Ok(last.unwrap_or(0))
}

/// The smallest number still kept.
pub async fn first_number(tx: &mut Tx, application: ApplicationId) -> Result<Option<i64>> {
    const SQL: &str = "select min(number) from event where application_id = $1";
    tx.fetch_scalar(SQL, (application.0,)).await
}

/// Deletes old events; says how many.
pub async fn purge(tx: &mut Tx, before: Timestamp) -> Result<u64> {
    const SQL: &str = "delete from event where at <= $1";
    tx.execute(SQL, (Stamp(before),)).await
}
