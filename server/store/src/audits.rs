//! Tables `audit`, `audit_head` and `audit_anchor`: chains of records in which a change or a gap shows.

use super::{Result, Stamp, Tx};
use domain::external_id::ExternalId;
use domain::timestamp::Timestamp;
use uuid::Uuid;

/// The end of a chain.
#[derive(sqlx::FromRow)]
pub struct Head {
    pub chain: Uuid,
    pub last: i64,
    pub hash: Vec<u8>,
    pub sealed_at: Option<Stamp>,
    /// The installation's last anchor when the head was sealed; 0 before the first.
    pub anchor: Option<i64>,
    pub seal: Option<Vec<u8>>,
}

/// An advance of a head, chained with those of all heads.
#[derive(sqlx::FromRow)]
pub struct Anchor {
    pub number: i64,
    pub chain: Uuid,
    pub last: i64,
    pub hash: Vec<u8>,
    pub at: Stamp,
    pub link: Vec<u8>,
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

/// Takes the chain's lock; makes its head first where there is none. `anchor` is the last one now, not the head's.
pub async fn lock_head(tx: &mut Tx, chain: Uuid) -> Result<Head> {
    const SQL: &str = "insert into audit_head (chain, last, hash) values ($1, 0, $2) \
        on conflict (chain) do update set last = audit_head.last \
        returning chain, last, hash, sealed_at, \
        (select coalesce(max(number), 0) from audit_anchor) as anchor, seal";
    tx.fetch_one(SQL, (chain, Vec::<u8>::new())).await
}

/// Appends links of one chain, in order, and moves its head.
pub async fn append(tx: &mut Tx, links: &[Link], head: &Head) -> Result<()> {
    const INTO: &str = "insert into audit (chain, number, at, actor_kind, actor_id, action, subject_id, outcome, hash) ";
    tx.insert_rows(INTO, links, "", |link| {
        (
            link.chain,
            link.number,
            link.at,
            &link.actor_kind,
            link.actor_id,
            &link.action,
            link.subject_id,
            &link.outcome,
            &link.hash,
        )
    })
    .await?;
    if links.is_empty() {
        return Ok(());
    }
    put_head(tx, head).await
}

/// Writes a head that exists.
pub async fn put_head(tx: &mut Tx, head: &Head) -> Result<()> {
    const SQL: &str = "update audit_head set last = $2, hash = $3, sealed_at = $4, anchor = $5, seal = $6 \
        where chain = $1";
    let values = (
        head.chain,
        head.last,
        &head.hash,
        head.sealed_at,
        head.anchor,
        &head.seal,
    );
    tx.execute(SQL, values).await?;
    Ok(())
}

/// Everything this transaction reads from now on is of one moment. SQLite reads so anyhow.
pub async fn read_one_moment(tx: &mut Tx) -> Result<()> {
    const SQL: &str = "set transaction isolation level repeatable read";
    if matches!(tx, Tx::Postgres(_)) {
        tx.execute(SQL, ()).await?;
    }
    Ok(())
}

const HEADS: &str = "select chain, last, hash, sealed_at, anchor, seal from audit_head";

/// All heads.
pub async fn heads(tx: &mut Tx) -> Result<Vec<Head>> {
    const SQL: &str = const_format::concatcp!(HEADS, " order by chain");
    tx.fetch_all(SQL, ()).await
}

/// The heads that continued since they were last anchored.
pub async fn advanced(tx: &mut Tx) -> Result<Vec<Head>> {
    const SQL: &str = const_format::concatcp!(
        HEADS,
        " where last > coalesce((select audit_anchor.last from audit_anchor \
           where audit_anchor.chain = audit_head.chain order by audit_anchor.number desc limit 1), 0) \
          order by chain"
    );
    tx.fetch_all(SQL, ()).await
}

/// The chains that must be there, and those that something is left of.
pub async fn chains(tx: &mut Tx) -> Result<Vec<Uuid>> {
    const SQL: &str = "select id from application union select chain from audit_head \
        union select chain from audit_anchor union select chain from audit order by 1";
    tx.fetch_all_scalars(SQL, ()).await
}

const ANCHORS: &str = "select number, chain, last, hash, at, link from audit_anchor";

/// The last anchor.
pub async fn last_anchor(tx: &mut Tx) -> Result<Option<Anchor>> {
    const SQL: &str = const_format::concatcp!(ANCHORS, " order by number desc limit 1");
    tx.fetch_optional(SQL, ()).await
}

/// Takes the anchors' lock, and reads the last of them.
pub async fn lock_last_anchor(tx: &mut Tx) -> Result<Option<Anchor>> {
    let lock = tx.locking(
        "select 1 from installation where id = 1",
        "select 1 from installation where id = 1 for update",
    );
    tx.execute(lock, ()).await?;
    last_anchor(tx).await
}

/// Up to `limit` anchors after a number, in order.
pub async fn anchors(tx: &mut Tx, after: i64, limit: u32) -> Result<Vec<Anchor>> {
    const SQL: &str =
        const_format::concatcp!(ANCHORS, " where number > $1 order by number limit $2");
    tx.fetch_all(SQL, (after, i64::from(limit))).await
}

/// Appends anchors, in order.
pub async fn append_anchors(tx: &mut Tx, anchors: &[Anchor]) -> Result<()> {
    const INTO: &str = "insert into audit_anchor (number, chain, last, hash, at, link) ";
    tx.insert_rows(INTO, anchors, "", |anchor| {
        (
            anchor.number,
            anchor.chain,
            anchor.last,
            &anchor.hash,
            anchor.at,
            &anchor.link,
        )
    })
    .await?;
    Ok(())
}

const COLUMNS: &str =
    "select chain, number, at, actor_kind, actor_id, action, subject_id, outcome, hash from audit";

/// Up to `limit` links of a chain after a number, in order.
pub async fn list(tx: &mut Tx, chain: Uuid, after: i64, limit: u32) -> Result<Vec<Link>> {
    const SQL: &str = const_format::concatcp!(
        COLUMNS,
        " where chain = $1 and number > $2 order by number limit $3"
    );
    tx.fetch_all(SQL, (chain, after, i64::from(limit))).await
}

const OF_SUBJECT: &str = const_format::concatcp!(
    COLUMNS,
    " where chain = $1 and subject_id in (select $2 union all \
      select authorization_id from pickup where connect_request_id = $2) order by number"
);

/// The statement of [`of_subject`], for a look at how the engine would run it.
pub const OF_SUBJECT_STATEMENT: &str = OF_SUBJECT;

/// What happened to a request and to the connections it led to, in order.
pub async fn of_subject(tx: &mut Tx, chain: Uuid, subject: Uuid) -> Result<Vec<Link>> {
    tx.fetch_all(OF_SUBJECT, (chain, subject)).await
}

/// Whether a chain has a record of an action on a subject.
pub async fn has(tx: &mut Tx, chain: Uuid, subject: Uuid, action: &str) -> Result<bool> {
    const SQL: &str =
        "select number from audit where chain = $1 and subject_id = $2 and action = $3 limit 1";
    let number: Option<i64> = tx
        .fetch_optional_scalar(SQL, (chain, subject, action))
        .await?;
    Ok(number.is_some())
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
    /// The clinic's own ID of the patient that it is about, as it is now; None for other subjects and purged requests.
    pub external_id: Option<String>,
}

const LOGGED: &str = "select audit.number, audit.at, audit.actor_kind, audit.actor_id, staff.name as staff_name, \
    audit.action, audit.subject_id, audit.outcome, coalesce(connect_request.external_id, \
    (select max(external_id) from connection where authorization_id = audit.subject_id)) \
    as external_id from audit \
    left join staff on staff.id = audit.actor_id and audit.actor_kind = 'staff' \
    left join connect_request on connect_request.id = audit.subject_id \
    and connect_request.application_id = audit.chain";

/// Which records of a chain, the latest first.
pub struct LogPage<'a> {
    pub chain: Uuid,
    /// Records before this number.
    pub before: i64,
    pub action: Option<&'a str>,
    pub staff: Option<Uuid>,
    /// Records about the requests and connections of this patient.
    pub patient: Option<&'a ExternalId>,
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
// A patient has few records: they are found by their subjects, then sorted. The sums keep an engine from reading all
// records in the order of their numbers instead.
const LOG_OF_PATIENT: &str = const_format::concatcp!(
    LOGGED,
    " where audit.chain = $1 and audit.number + 0 < $2 and audit.subject_id in \
     (select id from connect_request where application_id = $1 and external_id = $4 \
     union all select authorization_id from connection where application_id = $1 and external_id = $4) \
     and ($5 is null or audit.action = $5) and ($6 is null or audit.actor_id = $6) \
     order by audit.number + 0 desc limit $3"
);

/// The statement of a patient's records, for a look at how the engine would run it.
pub const LOG_OF_PATIENT_STATEMENT: &str = LOG_OF_PATIENT;

const LAST_BEFORE: &str =
    "select number from audit where chain = $1 and at < $2 order by at desc, number desc limit 1";

/// The statements that read the log, for a look at how the engine would run them.
pub const LOG_STATEMENTS: [&str; 5] = [LOG, LOG_OF_ACTION, LOG_OF_STAFF, LOG_OF_BOTH, LAST_BEFORE];

/// A page of the log.
pub async fn log(tx: &mut Tx, page: &LogPage<'_>) -> Result<Vec<Logged>> {
    let limit = i64::from(page.limit);
    if let Some(patient) = page.patient {
        let patient = patient.as_str();
        let values = (
            page.chain,
            page.before,
            limit,
            patient,
            page.action,
            page.staff,
        );
        return tx.fetch_all(LOG_OF_PATIENT, values).await;
    }
    Ok(match (page.action, page.staff) {
        (None, None) => tx.fetch_all(LOG, (page.chain, page.before, limit)).await?,
        (Some(action), None) => {
            tx.fetch_all(LOG_OF_ACTION, (page.chain, page.before, limit, action))
                .await?
        }
        (None, Some(staff)) => {
            tx.fetch_all(LOG_OF_STAFF, (page.chain, page.before, limit, staff))
                .await?
        }
        (Some(action), Some(staff)) => {
            tx.fetch_all(LOG_OF_BOTH, (page.chain, page.before, limit, staff, action))
                .await?
        }
    })
}

/// The number of the last record before a time.
pub async fn last_before(tx: &mut Tx, chain: Uuid, at: Timestamp) -> Result<Option<i64>> {
    tx.fetch_optional_scalar(LAST_BEFORE, (chain, Stamp(at)))
        .await
}
