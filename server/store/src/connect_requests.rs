//! Table `connect_request`.

use super::connect_request_row::{COLUMNS, INSERTED, Row, code_state};
use super::{Error, List, ROWS_AT_ONCE, Result, Stamp, Tx, connections, request_words};
use domain::challenge::AnswerFold;
use domain::connect_request::ConnectRequest;
use domain::external_id::ExternalId;
use domain::ids::{ApplicationId, ConnectRequestId};
use domain::policy;
use domain::statistics::Reached;
use domain::timestamp::Timestamp;
use uuid::Uuid;

/// A request with what only services touch. The secrets are there while the code may be used.
#[derive(Clone)]
pub struct Stored {
    /// The furthest step of its code; a new one has none.
    pub reached: Reached,
    pub request: ConnectRequest,
    /// Sealed.
    pub question: Option<Vec<u8>>,
    pub answer_hash: Option<String>,
    /// Whether the agreed answer has a blank at an end.
    pub answer_edges: bool,
    /// By which rule the agreed answer was folded before it was hashed.
    pub answer_fold: AnswerFold,
    /// Whether the agreed answer ends with a full stop, as far as that is known.
    pub answer_full_stop: bool,
    /// Wrong answers before the code stops.
    pub wrong_answers: u32,
    pub code_digest: Vec<u8>,
    /// Sealed.
    pub code_sealed: Option<Vec<u8>>,
    pub callback_url: Option<String>,
    /// Why a pair that is easy to guess was good enough.
    pub reason: Option<String>,
}

/// Inserts a request; false where its external id is taken.
pub async fn insert(tx: &mut Tx, stored: &Stored) -> Result<bool> {
    insert_all(tx, std::slice::from_ref(stored)).await
}

/// Inserts requests; false where one of their external ids is taken, and nothing of the transaction can be kept.
pub async fn insert_all(tx: &mut Tx, all: &[Stored]) -> Result<bool> {
    const INTO: &str = const_format::concatcp!("insert into connect_request (", INSERTED, ") ");
    let inserted = tx
        .insert_rows(INTO, all, " on conflict do nothing", |stored| {
            let request = &stored.request;
            let (state, state_at) = code_state(request.code);
            (
                request.id.0,
                request.application.0,
                request.external_id.as_str(),
                &request.friendly_name,
                &request.email,
                &request.language,
                &stored.callback_url,
                &stored.question,
                &stored.answer_hash,
                request.answer_mode.name(),
                stored.answer_edges,
                stored.answer_fold.number(),
                stored.answer_full_stop,
                i64::from(stored.wrong_answers),
                &stored.code_digest,
                &stored.code_sealed,
                state,
                state_at,
                Stamp(request.made_at),
                Stamp(request.expires_at),
                request.binding.map(|binding| binding.person.0),
                request.binding.map(|binding| Stamp(binding.last_at)),
                &stored.reason,
                request.proof.name(),
                request.delivery.name(),
            )
        })
        .await?;
    if usize::try_from(inserted) != Ok(all.len()) {
        return Ok(false);
    }
    let requests: Vec<&ConnectRequest> = all.iter().map(|stored| &stored.request).collect();
    request_words::put_all(tx, &requests).await?;
    if let Some(first) = requests.first() {
        let external_ids: Vec<&ExternalId> = requests
            .iter()
            .map(|request| &request.external_id)
            .collect();
        connections::note_new(tx, first.application, &external_ids).await?;
    }
    Ok(true)
}

/// Writes what may change of a request. The sealed code is wiped once it is over; a tombstone keeps
/// neither challenge nor names, nor where its mail went.
pub async fn update(tx: &mut Tx, request: &ConnectRequest) -> Result<()> {
    const SQL: &str = "update connect_request set external_id = $2, code_state = $4, code_state_at = $5, \
        person_id = $6, picked_up_at = $7, \
        email = case when $4 not in ('replaced', 'deleted') then $3 end, \
        callback_url = case when $4 not in ('replaced', 'deleted') then callback_url end, \
        reason = case when $4 not in ('replaced', 'deleted') then reason end, \
        mail_trouble = mail_trouble and $6 is null and $4 not in ('replaced', 'deleted'), \
        code_sealed = case when $4 = 'usable' then code_sealed end, \
        question = case when $4 not in ('replaced', 'deleted') then question end, \
        answer_hash = case when $4 not in ('replaced', 'deleted') then answer_hash end, \
        friendly_name = case when $4 not in ('replaced', 'deleted') then friendly_name else '' end, \
        delivery = $8 \
        where id = $1";
    let (state, state_at) = code_state(request.code);
    let values = (
        request.id.0,
        request.external_id.as_str(),
        &request.email,
        state,
        state_at,
        request.binding.map(|binding| binding.person.0),
        request.binding.map(|binding| Stamp(binding.last_at)),
        request.delivery.name(),
    );
    tx.execute(SQL, values).await?;
    if !request.holds_external_id() {
        request_words::wipe(tx, request.id).await?;
    }
    Ok(())
}

/// Writes a request's new external id; false where another request took it at this very moment. On PostgreSQL the
/// transaction is of no use then.
pub async fn rename(tx: &mut Tx, request: &ConnectRequest) -> Result<bool> {
    const SQL: &str = "update connect_request set external_id = $2 where id = $1";
    let renamed = tx
        .execute(SQL, (request.id.0, request.external_id.as_str()))
        .await;
    match renamed {
        Ok(_) => {
            request_words::put(tx, request).await?;
            Ok(true)
        }
        Err(Error::Sqlx(sqlx::Error::Database(error))) if error.is_unique_violation() => Ok(false),
        Err(error) => Err(error),
    }
}

/// Gives the tombstones of one external id another: what was picked up by them goes with them.
pub async fn rename_tombstones(
    tx: &mut Tx,
    application: ApplicationId,
    from: &ExternalId,
    to: &ExternalId,
) -> Result<()> {
    const SQL: &str = "update connect_request set external_id = $3 where application_id = $1 and external_id = $2 \
        and code_state in ('replaced', 'deleted')";
    tx.execute(SQL, (application.0, from.as_str(), to.as_str()))
        .await?;
    Ok(())
}

/// A request of the application.
pub async fn find(
    tx: &mut Tx,
    application: ApplicationId,
    id: ConnectRequestId,
) -> Result<Option<Stored>> {
    const SQL: &str = const_format::concatcp!(COLUMNS, " where id = $1 and application_id = $2");
    let row: Option<Row> = tx.fetch_optional(SQL, (id.0, application.0)).await?;
    row.map(Row::into_domain).transpose()
}

/// A request by its id alone: for the patient, whose session proved that they hold its code.
pub async fn get(tx: &mut Tx, id: ConnectRequestId) -> Result<Option<Stored>> {
    const SQL: &str = const_format::concatcp!(COLUMNS, " where id = $1");
    let row: Option<Row> = tx.fetch_optional(SQL, (id.0,)).await?;
    row.map(Row::into_domain).transpose()
}

/// Like [`get`], and takes the row's lock.
pub async fn lock(tx: &mut Tx, id: ConnectRequestId) -> Result<Option<Stored>> {
    const SQLITE: &str = const_format::concatcp!(COLUMNS, " where id = $1");
    const POSTGRES: &str = const_format::concatcp!(COLUMNS, " where id = $1 for update");
    let sql = tx.locking(SQLITE, POSTGRES);
    let row: Option<Row> = tx.fetch_optional(sql, (id.0,)).await?;
    row.map(Row::into_domain).transpose()
}

pub async fn find_by_code(tx: &mut Tx, code_digest: &[u8]) -> Result<Option<ConnectRequestId>> {
    const SQL: &str = "select id from connect_request where code_digest = $1";
    let id: Option<Uuid> = tx.fetch_optional_scalar(SQL, (code_digest,)).await?;
    Ok(id.map(ConnectRequestId))
}

const HOLDER: &str = const_format::concatcp!(
    COLUMNS,
    " where application_id = $1 and external_id = $2 and code_state not in ('replaced', 'deleted')"
);

/// The statement of [`holder`], for a look at how the engine would run it.
pub const HOLDER_STATEMENT: &str = HOLDER;

/// The request that holds an external id of the application.
pub async fn holder(
    tx: &mut Tx,
    application: ApplicationId,
    external_id: &ExternalId,
) -> Result<Option<ConnectRequest>> {
    let row: Option<Row> = tx
        .fetch_optional(HOLDER, (application.0, external_id.as_str()))
        .await?;
    row.map(|row| row.into_domain().map(|stored| stored.request))
        .transpose()
}

/// Requests whose codes' time is over, locked, at most `limit` that wait and as many that were used; those another worker
/// holds are left to it.
pub async fn lock_overdue(tx: &mut Tx, now: Timestamp, limit: u32) -> Result<Vec<ConnectRequest>> {
    const SQLITE: &str = const_format::concatcp!(
        COLUMNS,
        " where id in (select id from (select id from connect_request \
          where code_state = 'usable' and person_id is null and expires_at <= $1 order by expires_at limit $3) as waiting \
          union all select id from (select id from connect_request \
          where code_state = 'usable' and person_id is not null and picked_up_at <= $2 order by picked_up_at limit $3) \
          as resting) order by application_id, id"
    );
    const POSTGRES: &str = const_format::concatcp!(SQLITE, " for update skip locked");
    let sql = tx.locking(SQLITE, POSTGRES);
    let rows: Vec<Row> = tx
        .fetch_all(
            sql,
            (Stamp(now), Stamp(now - policy::RETENTION), i64::from(limit)),
        )
        .await?;
    rows.into_iter()
        .map(|row| row.into_domain().map(|stored| stored.request))
        .collect()
}

/// As in the indexes: a request stays while its patient is connected.
const NOT_CONNECTED: &str = "(code_state in ('replaced', 'deleted') or connected_since is null or disconnected_at is not null)";
const PURGE: &str = const_format::concatcp!(
    "delete from connect_request where id in (select id from (select id from connect_request \
      where picked_up_at is null and code_state_at <= $1 and ",
    NOT_CONNECTED,
    " and (disconnected_at is null or disconnected_at <= $1) order by code_state_at limit $2) as over \
      union all select id from (select id from connect_request where picked_up_at <= $1 and ",
    NOT_CONNECTED,
    " and (code_state_at is null or code_state_at <= $1 or code_state = 'ended') \
      and (disconnected_at is null or disconnected_at <= $1) order by picked_up_at limit $2) as resting)"
);

/// The statement of [`purge`], for a look at how the engine would run it.
pub const PURGE_STATEMENT: &str = PURGE;

/// Deletes requests, tombstones included, that are past their retention and whose patient is not connected, about
/// `limit` of them; says how many.
pub async fn purge(tx: &mut Tx, now: Timestamp, limit: u32) -> Result<u64> {
    let before = now - policy::RETENTION;
    tx.execute(PURGE, (Stamp(before), i64::from(limit))).await
}

/// Deletes the requests that hold one of these external ids and are past their retention: the ids are free.
pub async fn release(
    tx: &mut Tx,
    application: ApplicationId,
    external_ids: &[&ExternalId],
    now: Timestamp,
) -> Result<()> {
    const DELETE: &str = "delete from connect_request where id = $1";
    for some in external_ids.chunks(ROWS_AT_ONCE) {
        let mut statement = tx.statement(COLUMNS);
        statement.push(" where code_state not in ('replaced', 'deleted') and application_id = ");
        statement.push_bind((application.0,))?;
        statement
            .push(" and external_id in (")
            .push_bind(List(some.iter().map(|id| id.as_str())))?
            .push(")");
        let rows: Vec<Row> = statement.fetch_all().await?;
        for row in rows {
            let holder = row.into_domain()?.request;
            if holder.is_past_retention(now) {
                tx.execute(DELETE, (holder.id.0,)).await?;
            }
        }
    }
    Ok(())
}

/// Whether the last mail with the code gave trouble; of no matter once someone connected or the request is gone.
pub async fn set_mail_trouble(tx: &mut Tx, id: ConnectRequestId, trouble: bool) -> Result<()> {
    const SQL: &str = "update connect_request set mail_trouble = ($2 and person_id is null \
        and code_state not in ('replaced', 'deleted')) where id = $1";
    tx.execute(SQL, (id.0, trouble)).await?;
    Ok(())
}

/// All requests that hold an external id, in order, a batch at a time.
pub async fn holders_after(
    tx: &mut Tx,
    after: ConnectRequestId,
    limit: u32,
) -> Result<Vec<ConnectRequest>> {
    const SQL: &str = const_format::concatcp!(
        COLUMNS,
        " where code_state not in ('replaced', 'deleted') and id > $1 order by id limit $2"
    );
    let rows: Vec<Row> = tx.fetch_all(SQL, (after.0, i64::from(limit))).await?;
    rows.into_iter()
        .map(|row| row.into_domain().map(|stored| stored.request))
        .collect()
}

/// A hash of the same answer by today's rule and with today's numbers, and whether that ends with a full stop. One that
/// was wiped or changed meanwhile stays as it is.
pub async fn renew_answer_hash(
    tx: &mut Tx,
    id: ConnectRequestId,
    former: &str,
    answer_hash: &str,
    full_stop: bool,
) -> Result<()> {
    const SQL: &str = "update connect_request set answer_hash = $3, answer_fold = $4, answer_full_stop = $5 \
        where id = $1 and answer_hash = $2";
    let values = (
        id.0,
        former,
        answer_hash,
        AnswerFold::TODAY.number(),
        full_stop,
    );
    tx.execute(SQL, values).await?;
    Ok(())
}
