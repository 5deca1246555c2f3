//! Table `connect_request`.

use super::{
    ROWS_AT_ONCE, Result, Stamp, Tx, connections, inconsistent, insert_rows, on_db, request_words,
};
use domain::challenge::{AnswerFold, AnswerMode};
use domain::connect_request::{Binding, Code, ConnectRequest, Delivery, Proof};
use domain::connection::Connection;
use domain::ids::{ApplicationId, ConnectRequestId, PersonId, RecordId};
use domain::policy;
use domain::timestamp::Timestamp;
use uuid::Uuid;

/// A request with what only services touch. The secrets are there while the code may be used.
#[derive(Clone)]
pub struct Stored {
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

#[derive(sqlx::FromRow)]
pub(super) struct Row {
    id: Uuid,
    application_id: Uuid,
    external_id: String,
    friendly_name: String,
    email: Option<String>,
    language: String,
    callback_url: Option<String>,
    question: Option<Vec<u8>>,
    answer_hash: Option<String>,
    answer_mode: String,
    answer_edges: bool,
    answer_fold: i64,
    answer_full_stop: bool,
    wrong_answers: i64,
    code_digest: Vec<u8>,
    code_sealed: Option<Vec<u8>>,
    code_state: String,
    code_state_at: Option<Stamp>,
    made_at: Stamp,
    expires_at: Stamp,
    person_id: Option<Uuid>,
    picked_up_at: Option<Stamp>,
    reason: Option<String>,
    proof: String,
    delivery: String,
    connected_since: Option<Stamp>,
    disconnected_at: Option<Stamp>,
    connected_record_id: Option<Uuid>,
}

impl Row {
    pub(super) fn into_domain(self) -> Result<Stored> {
        let broken = || inconsistent("connect_request", &self.id);
        let code = match (
            self.code_state.as_str(),
            self.code_state_at.map(Timestamp::from),
        ) {
            ("usable", None) => Code::Usable,
            ("ended", Some(at)) => Code::Ended { at },
            ("stopped", Some(at)) => Code::Stopped { at },
            ("refused", Some(at)) => Code::Refused { at },
            ("replaced", Some(at)) => Code::Replaced { at },
            ("deleted", Some(at)) => Code::Deleted { at },
            _ => return Err(broken()),
        };
        let binding = match (self.person_id, self.picked_up_at) {
            (Some(person), Some(at)) => Some(Binding {
                person: PersonId(person),
                last_at: at.into(),
            }),
            (None, None) => None,
            _ => return Err(broken()),
        };
        let record = self.connected_record_id.map(RecordId);
        let answer_fold = AnswerFold::from_number(self.answer_fold).ok_or_else(broken)?;
        let connection = match (self.connected_since, self.disconnected_at, record) {
            (None, None, None) => Connection::None,
            (Some(since), None, Some(record)) => Connection::Connected {
                since: since.into(),
                record,
            },
            (Some(since), Some(until), Some(record)) => Connection::Disconnected {
                since: since.into(),
                until: until.into(),
                record,
            },
            _ => return Err(broken()),
        };
        Ok(Stored {
            wrong_answers: u32::try_from(self.wrong_answers).map_err(|_| broken())?,
            request: ConnectRequest {
                id: ConnectRequestId(self.id),
                application: ApplicationId(self.application_id),
                answer_mode: AnswerMode::from_name(&self.answer_mode).ok_or_else(broken)?,
                external_id: self.external_id,
                friendly_name: self.friendly_name,
                proof: Proof::from_name(&self.proof).ok_or_else(broken)?,
                delivery: Delivery::from_name(&self.delivery).ok_or_else(broken)?,
                email: self.email,
                language: self.language,
                made_at: self.made_at.into(),
                expires_at: self.expires_at.into(),
                code,
                binding,
                connection,
            },
            question: self.question,
            answer_hash: self.answer_hash,
            answer_edges: self.answer_edges,
            answer_fold,
            answer_full_stop: self.answer_full_stop,
            code_digest: self.code_digest,
            code_sealed: self.code_sealed,
            callback_url: self.callback_url,
            reason: self.reason,
        })
    }
}

fn code_state(code: Code) -> (&'static str, Option<Stamp>) {
    match code {
        Code::Usable => ("usable", None),
        Code::Ended { at } => ("ended", Some(Stamp(at))),
        Code::Stopped { at } => ("stopped", Some(Stamp(at))),
        Code::Refused { at } => ("refused", Some(Stamp(at))),
        Code::Replaced { at } => ("replaced", Some(Stamp(at))),
        Code::Deleted { at } => ("deleted", Some(Stamp(at))),
    }
}

/// What is inserted of a request.
const INSERTED: &str = "id, application_id, external_id, friendly_name, email, language, callback_url, \
    question, answer_hash, answer_mode, answer_edges, answer_fold, answer_full_stop, wrong_answers, code_digest, code_sealed, code_state, \
    code_state_at, made_at, expires_at, person_id, picked_up_at, reason, proof, delivery";
/// What a [`Row`] is read from; the last three are written by [`connections`].
pub(super) const FIELDS: &str = const_format::concatcp!(
    INSERTED,
    ", connected_since, disconnected_at, connected_record_id"
);
const COLUMNS: &str = const_format::concatcp!("select ", FIELDS, " from connect_request");

/// Inserts a request; false where its external id is taken.
pub async fn insert(tx: &mut Tx, stored: &Stored) -> Result<bool> {
    insert_all(tx, std::slice::from_ref(stored)).await
}

/// Inserts requests; false where one of their external ids is taken, and nothing of the transaction can be kept.
pub async fn insert_all(tx: &mut Tx, all: &[Stored]) -> Result<bool> {
    const INTO: &str = const_format::concatcp!("insert into connect_request (", INSERTED, ") ");
    let inserted = insert_rows!(
        tx,
        INTO,
        all,
        |values, stored| {
            let request = &stored.request;
            let (state, state_at) = code_state(request.code);
            values
                .push_bind(request.id.0)
                .push_bind(request.application.0)
                .push_bind(&request.external_id)
                .push_bind(&request.friendly_name)
                .push_bind(&request.email)
                .push_bind(&request.language)
                .push_bind(&stored.callback_url)
                .push_bind(&stored.question)
                .push_bind(&stored.answer_hash)
                .push_bind(request.answer_mode.name())
                .push_bind(stored.answer_edges)
                .push_bind(stored.answer_fold.number())
                .push_bind(stored.answer_full_stop)
                .push_bind(i64::from(stored.wrong_answers))
                .push_bind(&stored.code_digest)
                .push_bind(&stored.code_sealed)
                .push_bind(state)
                .push_bind(state_at)
                .push_bind(Stamp(request.made_at))
                .push_bind(Stamp(request.expires_at))
                .push_bind(request.binding.map(|binding| binding.person.0))
                .push_bind(request.binding.map(|binding| Stamp(binding.last_at)))
                .push_bind(&stored.reason)
                .push_bind(request.proof.name())
                .push_bind(request.delivery.name())
        },
        " on conflict do nothing"
    );
    if usize::try_from(inserted) != Ok(all.len()) {
        return Ok(false);
    }
    let requests: Vec<&ConnectRequest> = all.iter().map(|stored| &stored.request).collect();
    request_words::put_all(tx, &requests).await?;
    if let Some(first) = requests.first() {
        let external_ids: Vec<&str> = requests
            .iter()
            .map(|request| request.external_id.as_str())
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
    on_db!(tx, conn => sqlx::query(SQL)
        .bind(request.id.0)
        .bind(&request.external_id)
        .bind(&request.email)
        .bind(state)
        .bind(state_at)
        .bind(request.binding.map(|binding| binding.person.0))
        .bind(request.binding.map(|binding| Stamp(binding.last_at)))
        .bind(request.delivery.name())
        .execute(conn).await.map(drop))?;
    if !request.holds_external_id() {
        request_words::wipe(tx, request.id).await?;
    }
    Ok(())
}

/// Writes a request's new external id; false where another request took it at this very moment. On PostgreSQL the
/// transaction is of no use then.
pub async fn rename(tx: &mut Tx, request: &ConnectRequest) -> Result<bool> {
    const SQL: &str = "update connect_request set external_id = $2 where id = $1";
    let renamed = on_db!(tx, conn => sqlx::query(SQL).bind(request.id.0).bind(&request.external_id)
        .execute(conn).await.map(drop));
    match renamed {
        Ok(()) => {
            request_words::put(tx, request).await?;
            Ok(true)
        }
        Err(error)
            if error
                .as_database_error()
                .is_some_and(sqlx::error::DatabaseError::is_unique_violation) =>
        {
            Ok(false)
        }
        Err(error) => Err(error.into()),
    }
}

/// Gives the tombstones of one external id another: what was picked up by them goes with them.
pub async fn rename_tombstones(
    tx: &mut Tx,
    application: ApplicationId,
    from: &str,
    to: &str,
) -> Result<()> {
    const SQL: &str = "update connect_request set external_id = $3 where application_id = $1 and external_id = $2 \
        and code_state in ('replaced', 'deleted')";
    on_db!(tx, conn => sqlx::query(SQL).bind(application.0).bind(from).bind(to).execute(conn).await.map(drop))?;
    Ok(())
}

/// A request of the application.
pub async fn find(
    tx: &mut Tx,
    application: ApplicationId,
    id: ConnectRequestId,
) -> Result<Option<Stored>> {
    const SQL: &str = const_format::concatcp!(COLUMNS, " where id = $1 and application_id = $2");
    let row: Option<Row> = on_db!(tx, conn => sqlx::query_as(SQL).bind(id.0).bind(application.0).fetch_optional(conn).await)?;
    row.map(Row::into_domain).transpose()
}

/// A request by its id alone: for the patient, whose session proved that they hold its code.
pub async fn get(tx: &mut Tx, id: ConnectRequestId) -> Result<Option<Stored>> {
    const SQL: &str = const_format::concatcp!(COLUMNS, " where id = $1");
    let row: Option<Row> =
        on_db!(tx, conn => sqlx::query_as(SQL).bind(id.0).fetch_optional(conn).await)?;
    row.map(Row::into_domain).transpose()
}

/// Like [`get`], and takes the row's lock.
pub async fn lock(tx: &mut Tx, id: ConnectRequestId) -> Result<Option<Stored>> {
    const SQLITE: &str = const_format::concatcp!(COLUMNS, " where id = $1");
    const POSTGRES: &str = const_format::concatcp!(COLUMNS, " where id = $1 for update");
    let sql = tx.locking(SQLITE, POSTGRES);
    let row: Option<Row> =
        on_db!(tx, conn => sqlx::query_as(sql).bind(id.0).fetch_optional(conn).await)?;
    row.map(Row::into_domain).transpose()
}

pub async fn find_by_code(tx: &mut Tx, code_digest: &[u8]) -> Result<Option<ConnectRequestId>> {
    const SQL: &str = "select id from connect_request where code_digest = $1";
    let id: Option<Uuid> =
        on_db!(tx, conn => sqlx::query_scalar(SQL).bind(code_digest).fetch_optional(conn).await)?;
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
    external_id: &str,
) -> Result<Option<ConnectRequest>> {
    let row: Option<Row> = on_db!(tx, conn => sqlx::query_as(HOLDER).bind(application.0).bind(external_id).fetch_optional(conn).await)?;
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
    let rows: Vec<Row> = on_db!(tx, conn => sqlx::query_as(sql).bind(Stamp(now)).bind(Stamp(now - policy::RETENTION))
        .bind(i64::from(limit)).fetch_all(conn).await)?;
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
    Ok(
        on_db!(tx, conn => sqlx::query(PURGE).bind(Stamp(before)).bind(i64::from(limit))
        .execute(conn).await.map(|d| d.rows_affected()))?,
    )
}

/// Deletes the requests that hold one of these external ids and are past their retention: the ids are free.
pub async fn release(
    tx: &mut Tx,
    application: ApplicationId,
    external_ids: &[&str],
    now: Timestamp,
) -> Result<()> {
    const DELETE: &str = "delete from connect_request where id = $1";
    for some in external_ids.chunks(ROWS_AT_ONCE) {
        let rows: Vec<Row> = on_db!(tx, conn => {
            let mut query = sqlx::QueryBuilder::new(COLUMNS);
            query.push(" where code_state not in ('replaced', 'deleted') and application_id = ");
            query.push_bind(application.0).push(" and external_id in (");
            let mut listed = query.separated(", ");
            for external_id in some {
                listed.push_bind(*external_id);
            }
            query.push(")").build_query_as().fetch_all(conn).await
        })?;
        for row in rows {
            let holder = row.into_domain()?.request;
            if holder.is_past_retention(now) {
                on_db!(tx, conn => sqlx::query(DELETE).bind(holder.id.0).execute(conn).await.map(drop))?;
            }
        }
    }
    Ok(())
}

/// Whether the last mail with the code gave trouble; of no matter once somebody connected or the request is gone.
pub async fn set_mail_trouble(tx: &mut Tx, id: ConnectRequestId, trouble: bool) -> Result<()> {
    const SQL: &str = "update connect_request set mail_trouble = ($2 and person_id is null \
        and code_state not in ('replaced', 'deleted')) where id = $1";
    on_db!(tx, conn => sqlx::query(SQL).bind(id.0).bind(trouble).execute(conn).await.map(drop))?;
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
    let rows: Vec<Row> = on_db!(tx, conn => sqlx::query_as(SQL).bind(after.0).bind(i64::from(limit)).fetch_all(conn).await)?;
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
    on_db!(tx, conn => sqlx::query(SQL)
        .bind(id.0)
        .bind(former)
        .bind(answer_hash)
        .bind(AnswerFold::TODAY.number())
        .bind(full_stop)
        .execute(conn).await.map(drop))?;
    Ok(())
}
