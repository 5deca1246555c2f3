//! Table `connect_request`.

use super::{Result, Stamp, Tx, inconsistent, on_db};
use app::domain::challenge::AnswerMode;
use app::domain::connect_request::{Binding, Code, ConnectRequest, Delivery, Proof, Standing};
use app::domain::ids::{ApplicationId, ConnectRequestId, PersonId};
use app::domain::policy;
use app::domain::text::findable;
use app::domain::timestamp::Timestamp;
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
struct Row {
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
}

impl Row {
    fn into_domain(self) -> Result<Stored> {
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
            },
            question: self.question,
            answer_hash: self.answer_hash,
            answer_edges: self.answer_edges,
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

const COLUMNS: &str = "select id, application_id, external_id, friendly_name, email, language, callback_url, \
    question, answer_hash, answer_mode, answer_edges, wrong_answers, code_digest, code_sealed, code_state, \
    code_state_at, made_at, expires_at, person_id, picked_up_at, reason, proof, delivery from connect_request";

/// Inserts a request; false where its external id is taken.
pub async fn insert(tx: &mut Tx, stored: &Stored) -> Result<bool> {
    const SQL: &str = "insert into connect_request (id, application_id, external_id, friendly_name, email, language, \
        callback_url, question, answer_hash, answer_mode, answer_edges, wrong_answers, code_digest, code_sealed, \
        code_state, code_state_at, made_at, expires_at, person_id, picked_up_at, reason, proof, delivery) \
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23) \
        on conflict do nothing";
    let request = &stored.request;
    let (state, state_at) = code_state(request.code);
    let inserted = on_db!(tx, conn => sqlx::query(SQL)
        .bind(request.id.0)
        .bind(request.application.0)
        .bind(&request.external_id)
        .bind(&request.friendly_name)
        .bind(&request.email)
        .bind(&request.language)
        .bind(&stored.callback_url)
        .bind(&stored.question)
        .bind(&stored.answer_hash)
        .bind(request.answer_mode.name())
        .bind(stored.answer_edges)
        .bind(i64::from(stored.wrong_answers))
        .bind(&stored.code_digest)
        .bind(&stored.code_sealed)
        .bind(state)
        .bind(state_at)
        .bind(Stamp(request.made_at))
        .bind(Stamp(request.expires_at))
        .bind(request.binding.map(|binding| binding.person.0))
        .bind(request.binding.map(|binding| Stamp(binding.last_at)))
        .bind(&stored.reason)
        .bind(request.proof.name())
        .bind(request.delivery.name())
        .execute(conn).await.map(|done| done.rows_affected()))?;
    Ok(inserted == 1)
}

/// Writes what may change of a request. The sealed code is wiped once it is over; a tombstone keeps
/// neither challenge nor names, nor where its mail went.
pub async fn update(tx: &mut Tx, request: &ConnectRequest) -> Result<()> {
    const SQL: &str = "update connect_request set external_id = $2, code_state = $4, code_state_at = $5, \
        person_id = $6, picked_up_at = $7, \
        email = case when $4 not in ('replaced', 'deleted') then $3 end, \
        callback_url = case when $4 not in ('replaced', 'deleted') then callback_url end, \
        reason = case when $4 not in ('replaced', 'deleted') then reason end, \
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
    Ok(())
}

/// Gives a request another external id; false where another request took it at this very moment. On PostgreSQL the
/// transaction is of no use then.
pub async fn rename(tx: &mut Tx, id: ConnectRequestId, external_id: &str) -> Result<bool> {
    const SQL: &str = "update connect_request set external_id = $2 where id = $1";
    let renamed = on_db!(tx, conn => sqlx::query(SQL).bind(id.0).bind(external_id).execute(conn).await.map(drop));
    match renamed {
        Ok(()) => Ok(true),
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

/// The request that holds an external id of the application.
pub async fn holder(
    tx: &mut Tx,
    application: ApplicationId,
    external_id: &str,
) -> Result<Option<ConnectRequest>> {
    const SQL: &str = const_format::concatcp!(
        COLUMNS,
        " where application_id = $1 and external_id = $2 and code_state not in ('replaced', 'deleted')"
    );
    let row: Option<Row> = on_db!(tx, conn => sqlx::query_as(SQL).bind(application.0).bind(external_id).fetch_optional(conn).await)?;
    row.map(|row| row.into_domain().map(|stored| stored.request))
        .transpose()
}

/// What a list shows; empty fields filter nothing, tombstones show only when asked for by name.
#[derive(Clone, Default)]
pub struct Filter {
    pub standing: Option<Standing>,
    pub external_id: Option<String>,
    /// Part of the external id or the friendly name, in any case.
    pub search: Option<String>,
    /// Only requests older than this one.
    pub after: Option<ConnectRequestId>,
}

/// How a row stands at `$2`.
const STANDING: &str = "case when code_state <> 'usable' then code_state when person_id is not null then 'connected' \
    when expires_at > $2 then 'waiting' else 'ended' end";

#[derive(sqlx::FromRow)]
struct ListRow {
    #[sqlx(flatten)]
    row: Row,
    mail_state: Option<String>,
}

/// Up to `limit` requests, newest first, each with how its last mail with the code stands.
pub async fn list(
    tx: &mut Tx,
    application: ApplicationId,
    filter: &Filter,
    now: Timestamp,
    limit: u32,
) -> Result<Vec<(ConnectRequest, Option<String>)>> {
    const SQL: &str = const_format::concatcp!(
        "select id, application_id, external_id, friendly_name, email, language, callback_url, question, answer_hash, \
         answer_mode, answer_edges, wrong_answers, code_digest, code_sealed, code_state, code_state_at, made_at, \
         expires_at, person_id, picked_up_at, reason, proof, delivery, \
         (select job.state from job where job.connect_request_id = connect_request.id and job.kind = 'connect' \
          order by job.id desc limit 1) as mail_state \
         from connect_request where application_id = $1 \
         and ((",
        STANDING,
        ") = $3 or ($3 = '' and code_state not in ('replaced', 'deleted'))) \
         and ($4 = '' or external_id = $4) \
         and ($5 = '' or lower(external_id) like $5 escape '!' or lower(friendly_name) like $5 escape '!') \
         and id < $6 order by id desc limit $7"
    );
    let search = filter
        .search
        .as_deref()
        .map(like_pattern)
        .unwrap_or_default();
    let before = filter.after.map_or(Uuid::max(), |id| id.0);
    let rows: Vec<ListRow> = on_db!(tx, conn => sqlx::query_as(SQL)
        .bind(application.0)
        .bind(Stamp(now))
        .bind(filter.standing.map_or("", Standing::name))
        .bind(filter.external_id.as_deref().map(findable).unwrap_or_default())
        .bind(findable(&search))
        .bind(before)
        .bind(i64::from(limit))
        .fetch_all(conn).await)?;
    rows.into_iter()
        .map(|list| {
            list.row
                .into_domain()
                .map(|stored| (stored.request, list.mail_state))
        })
        .collect()
}

/// How many requests stand where.
pub async fn counts(
    tx: &mut Tx,
    application: ApplicationId,
    now: Timestamp,
) -> Result<Vec<(Standing, u64)>> {
    const SQL: &str = const_format::concatcp!(
        "select standing, count(*) from (select ",
        STANDING,
        " as standing from connect_request where application_id = $1) as standings group by standing"
    );
    let rows: Vec<(String, i64)> = on_db!(tx, conn => sqlx::query_as(SQL).bind(application.0).bind(Stamp(now)).fetch_all(conn).await)?;
    rows.into_iter()
        .map(|(name, count)| {
            let standing =
                Standing::from_name(&name).ok_or_else(|| inconsistent("connect_request", &name))?;
            Ok((standing, u64::try_from(count).unwrap_or(0)))
        })
        .collect()
}

/// Waiting requests whose time is over, locked, at most `limit`; those another worker holds are left to it.
pub async fn lock_overdue(tx: &mut Tx, now: Timestamp, limit: u32) -> Result<Vec<ConnectRequest>> {
    const SQLITE: &str = const_format::concatcp!(
        COLUMNS,
        " where code_state = 'usable' and person_id is null and expires_at <= $1 order by application_id, id limit $2"
    );
    const POSTGRES: &str = const_format::concatcp!(SQLITE, " for update skip locked");
    let sql = tx.locking(SQLITE, POSTGRES);
    let rows: Vec<Row> = on_db!(tx, conn => sqlx::query_as(sql).bind(Stamp(now)).bind(i64::from(limit)).fetch_all(conn).await)?;
    rows.into_iter()
        .map(|row| row.into_domain().map(|stored| stored.request))
        .collect()
}

/// Deletes requests, tombstones included, whose end and last pick-up both lie 90 days back; says how many.
pub async fn purge(tx: &mut Tx, now: Timestamp, limit: u32) -> Result<u64> {
    const SQL: &str = "delete from connect_request where id in (select id from connect_request \
        where (code_state <> 'usable' or person_id is not null) \
        and (code_state_at is null or code_state_at <= $1) and (picked_up_at is null or picked_up_at <= $1) limit $2)";
    let before = now - policy::RETENTION;
    Ok(
        on_db!(tx, conn => sqlx::query(SQL).bind(Stamp(before)).bind(i64::from(limit))
        .execute(conn).await.map(|d| d.rows_affected()))?,
    )
}

/// Finds the text anywhere, with its own wildcards taken as letters.
fn like_pattern(text: &str) -> String {
    let escaped = text
        .to_lowercase()
        .replace('!', "!!")
        .replace('%', "!%")
        .replace('_', "!_");
    format!("%{escaped}%")
}

/// A hash of the same answer with today's numbers.
pub async fn set_answer_hash(tx: &mut Tx, id: ConnectRequestId, answer_hash: &str) -> Result<()> {
    const SQL: &str = "update connect_request set answer_hash = $2 where id = $1";
    on_db!(tx, conn => sqlx::query(SQL).bind(id.0).bind(answer_hash).execute(conn).await.map(drop))?;
    Ok(())
}
