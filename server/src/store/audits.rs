//! Tables `audit` and `audit_head`: chains of records in which a change or a gap shows.

use super::{Result, Stamp, Tx, insert_rows, on_db};
use app::domain::timestamp::Timestamp;
use uuid::Uuid;

/// The end of a chain.
#[derive(sqlx::FromRow)]
pub struct Head {
    pub last: i64,
    pub hash: Vec<u8>,
}

/// One link.
#[derive(sqlx::FromRow)]
pub struct Link {
    pub chain: Uuid,
    pub number: i64,
    pub at: Stamp,
    pub actor_kind: String,
    pub actor_id: Option<Uuid>,
    pub action: String,
    pub subject_id: Option<Uuid>,
    pub outcome: String,
    pub hash: Vec<u8>,
}

/// Takes the chain's lock; makes its head first where there is none.
pub async fn lock_head(tx: &mut Tx, chain: Uuid) -> Result<Head> {
    const SQL: &str = "insert into audit_head (chain, last, hash) values ($1, 0, $2) \
        on conflict (chain) do update set last = audit_head.last returning last, hash";
    Ok(
        on_db!(tx, conn => sqlx::query_as(SQL).bind(chain).bind(Vec::<u8>::new()).fetch_one(conn).await)?,
    )
}

/// Appends links of one chain, in order, and moves its head to the last.
pub async fn append(tx: &mut Tx, links: &[Link]) -> Result<()> {
    const INTO: &str = "insert into audit (chain, number, at, actor_kind, actor_id, action, subject_id, outcome, hash) ";
    const HEAD: &str = "update audit_head set last = $2, hash = $3 where chain = $1";
    insert_rows!(
        tx,
        INTO,
        links,
        |values, link| {
            values
                .push_bind(link.chain)
                .push_bind(link.number)
                .push_bind(link.at)
                .push_bind(&link.actor_kind)
                .push_bind(link.actor_id)
                .push_bind(&link.action)
                .push_bind(link.subject_id)
                .push_bind(&link.outcome)
                .push_bind(&link.hash)
        },
        ""
    );
    if let Some(last) = links.last() {
        on_db!(tx, conn => sqlx::query(HEAD).bind(last.chain).bind(last.number).bind(&last.hash)
            .execute(conn).await.map(drop))?;
    }
    Ok(())
}

/// All chains and their heads.
pub async fn heads(tx: &mut Tx) -> Result<Vec<(Uuid, i64, Vec<u8>)>> {
    const SQL: &str = "select chain, last, hash from audit_head order by chain";
    Ok(on_db!(tx, conn => sqlx::query_as(SQL).fetch_all(conn).await)?)
}

const COLUMNS: &str =
    "select chain, number, at, actor_kind, actor_id, action, subject_id, outcome, hash from audit";

/// Up to `limit` links of a chain after a number, in order.
pub async fn list(tx: &mut Tx, chain: Uuid, after: i64, limit: u32) -> Result<Vec<Link>> {
    const SQL: &str = const_format::concatcp!(
        COLUMNS,
        " where chain = $1 and number > $2 order by number limit $3"
    );
    Ok(
        on_db!(tx, conn => sqlx::query_as(SQL).bind(chain).bind(after).bind(i64::from(limit)).fetch_all(conn).await)?,
    )
}

const OF_SUBJECT: &str = const_format::concatcp!(
    COLUMNS,
    " where chain = $1 and subject_id = $2 order by number"
);

/// The statement of [`of_subject`], for a look at how the engine would run it.
pub const OF_SUBJECT_STATEMENT: &str = OF_SUBJECT;

/// What happened to one thing, in order.
pub async fn of_subject(tx: &mut Tx, chain: Uuid, subject: Uuid) -> Result<Vec<Link>> {
    Ok(
        on_db!(tx, conn => sqlx::query_as(OF_SUBJECT).bind(chain).bind(subject).fetch_all(conn).await)?,
    )
}

/// A record as the log shows it.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Logged {
    pub number: i64,
    pub at: Stamp,
    pub actor_kind: String,
    pub actor_id: Option<Uuid>,
    /// The name of a member of staff.
    pub staff_name: Option<String>,
    pub action: String,
    pub subject_id: Option<Uuid>,
    pub outcome: String,
}

const LOGGED: &str = "select audit.number, audit.at, audit.actor_kind, audit.actor_id, staff.name as staff_name, \
    audit.action, audit.subject_id, audit.outcome from audit \
    left join staff on staff.id = audit.actor_id and audit.actor_kind = 'staff'";
/// Which records of a chain, the latest first.
pub struct LogPage<'a> {
    pub chain: Uuid,
    /// Records before this number.
    pub before: i64,
    pub action: Option<&'a str>,
    pub staff: Option<Uuid>,
    pub limit: u32,
}

const LOG: &str = const_format::concatcp!(
    LOGGED,
    " where audit.chain = $1 and audit.number < $2 order by audit.number desc limit $3"
);
const LOG_OF_ACTION: &str = const_format::concatcp!(
    LOGGED,
    " where audit.chain = $1 and audit.number < $2 and audit.action = $4 order by audit.number desc limit $3"
);
const LOG_OF_STAFF: &str = const_format::concatcp!(
    LOGGED,
    " where audit.chain = $1 and audit.number < $2 and audit.actor_id = $4 order by audit.number desc limit $3"
);
const LOG_OF_BOTH: &str = const_format::concatcp!(
    LOGGED,
    " where audit.chain = $1 and audit.number < $2 and audit.actor_id = $4 and audit.action = $5 \
     order by audit.number desc limit $3"
);
const LAST_BEFORE: &str =
    "select number from audit where chain = $1 and at < $2 order by at desc, number desc limit 1";

/// The statements that read the log, for a look at how the engine would run them.
pub const LOG_STATEMENTS: [&str; 5] = [LOG, LOG_OF_ACTION, LOG_OF_STAFF, LOG_OF_BOTH, LAST_BEFORE];

/// A page of the log.
pub async fn log(tx: &mut Tx, page: &LogPage<'_>) -> Result<Vec<Logged>> {
    let limit = i64::from(page.limit);
    Ok(match (page.action, page.staff) {
        (None, None) => on_db!(tx, conn => sqlx::query_as(LOG)
            .bind(page.chain).bind(page.before).bind(limit).fetch_all(conn).await)?,
        (Some(action), None) => on_db!(tx, conn => sqlx::query_as(LOG_OF_ACTION)
            .bind(page.chain).bind(page.before).bind(limit).bind(action).fetch_all(conn).await)?,
        (None, Some(staff)) => on_db!(tx, conn => sqlx::query_as(LOG_OF_STAFF)
            .bind(page.chain).bind(page.before).bind(limit).bind(staff).fetch_all(conn).await)?,
        (Some(action), Some(staff)) => on_db!(tx, conn => sqlx::query_as(LOG_OF_BOTH)
            .bind(page.chain).bind(page.before).bind(limit).bind(staff).bind(action).fetch_all(conn).await)?,
    })
}

/// The number of the last record before a time.
pub async fn last_before(tx: &mut Tx, chain: Uuid, at: Timestamp) -> Result<Option<i64>> {
    Ok(
        on_db!(tx, conn => sqlx::query_scalar(LAST_BEFORE).bind(chain).bind(Stamp(at)).fetch_optional(conn).await)?,
    )
}
