//! Table `callback`: where an application is told that its log has grown.

use super::{Result, Stamp, Tx, inconsistent, unreadable};
use domain::callback::Answer;
use domain::ids::ApplicationId;
use domain::timestamp::Timestamp;
use uuid::Uuid;

/// An application's address, and how the last call there went.
pub struct Callback {
    pub url: String,
    /// Sealed.
    pub secret: Vec<u8>,
    /// Whether the log holds what it was not told of yet.
    pub behind: bool,
    pub next_at: Timestamp,
    pub last: Option<(Answer, Timestamp)>,
}

/// A call that is due and was claimed.
#[derive(Clone, Debug)]
pub struct Due {
    pub application: ApplicationId,
    pub url: String,
    /// Sealed.
    pub secret: Vec<u8>,
    /// The number of the log's last event.
    pub latest: i64,
    /// Calls in a row that were not taken, this one included.
    pub attempts: u32,
    /// Tells this claim from a later one.
    pub leased_until: Timestamp,
}

#[derive(sqlx::FromRow)]
struct Row {
    url: String,
    secret: Vec<u8>,
    behind: bool,
    next_at: Stamp,
    answer: Option<String>,
    answer_status: Option<i64>,
    answered_at: Option<Stamp>,
}

pub async fn find(tx: &mut Tx, application: ApplicationId) -> Result<Option<Callback>> {
    const SQL: &str = "select url, secret, told < coalesce((select last from event_head \
        where event_head.application_id = callback.application_id), 0) as behind, next_at, answer, answer_status, \
        answered_at from callback where application_id = $1";
    let row: Option<Row> = tx.fetch_optional(SQL, (application.0,)).await?;
    row.map(|row| {
        let broken = || inconsistent("callback", &application);
        let status = row.answer_status.map(u16::try_from).transpose();
        let status = status.map_err(unreadable("callback", &application))?;
        let last = match row.answer.zip(row.answered_at) {
            None => None,
            Some((name, at)) => Some((
                Answer::from_parts(&name, status).ok_or_else(broken)?,
                at.into(),
            )),
        };
        Ok(Callback {
            url: row.url,
            secret: row.secret,
            behind: row.behind,
            next_at: row.next_at.into(),
            last,
        })
    })
    .transpose()
}

/// Sets the address; a new one is told of what comes from now on. A claim of the address before is worth nothing.
pub async fn put(
    tx: &mut Tx,
    application: ApplicationId,
    url: &str,
    secret: &[u8],
    now: Timestamp,
) -> Result<()> {
    const SQL: &str = "insert into callback (application_id, url, secret, told, attempts, next_at, made_at) \
        values ($1, $2, $3, coalesce((select last from event_head where application_id = $1), 0), 0, $4, $4) \
        on conflict (application_id) do update set url = excluded.url, attempts = 0, next_at = excluded.next_at, \
        leased_until = null, answer = null, answer_status = null, answered_at = null";
    tx.execute(SQL, (application.0, url, secret, Stamp(now)))
        .await?;
    Ok(())
}

/// Changes the secret; false where there is no address.
pub async fn set_secret(tx: &mut Tx, application: ApplicationId, secret: &[u8]) -> Result<bool> {
    const SQL: &str = "update callback set secret = $2 where application_id = $1";
    let changed = tx.execute(SQL, (application.0, secret)).await?;
    Ok(changed == 1)
}

/// Removes the address; false where there is none.
pub async fn remove(tx: &mut Tx, application: ApplicationId) -> Result<bool> {
    const SQL: &str = "delete from callback where application_id = $1";
    let removed = tx.execute(SQL, (application.0,)).await?;
    Ok(removed == 1)
}

/// Asks for a call at once, whether or not there is news; false where there is no address.
pub async fn ask(tx: &mut Tx, application: ApplicationId, now: Timestamp) -> Result<bool> {
    const SQL: &str = "update callback set asked_at = $2, next_at = $2 where application_id = $1";
    let asked = tx.execute(SQL, (application.0, Stamp(now))).await?;
    Ok(asked == 1)
}

/// Claims the call that is due longest, in one statement: no two workers make the same one.
pub async fn claim(tx: &mut Tx, now: Timestamp, leased_until: Timestamp) -> Result<Option<Due>> {
    const DUE: &str = "update callback set leased_until = $2, attempts = attempts + 1 where application_id = (\
        select due.application_id from callback due where due.next_at <= $1 \
        and (due.leased_until is null or due.leased_until <= $1) \
        and (due.asked_at is not null or due.told < coalesce((select last from event_head \
        where event_head.application_id = due.application_id), 0)) order by due.next_at, due.application_id limit 1";
    const RETURNING: &str = ") returning application_id, url, secret, attempts, \
        coalesce((select last from event_head where event_head.application_id = callback.application_id), 0)";
    const SQLITE: &str = const_format::concatcp!(DUE, RETURNING);
    const POSTGRES: &str = const_format::concatcp!(DUE, " for update skip locked", RETURNING);
    let sql = tx.locking(SQLITE, POSTGRES);
    let row: Option<(Uuid, String, Vec<u8>, i64, i64)> = tx
        .fetch_optional(sql, (Stamp(now), Stamp(leased_until)))
        .await?;
    Ok(row.map(|(application, url, secret, attempts, latest)| Due {
        application: ApplicationId(application),
        url,
        secret,
        latest,
        attempts: u32::try_from(attempts).unwrap_or(u32::MAX),
        leased_until,
    }))
}

/// Records the result of a claimed call: taken, it was told of all up to `due.latest`.
pub async fn settle(
    tx: &mut Tx,
    due: &Due,
    answer: Answer,
    now: Timestamp,
    next_at: Timestamp,
) -> Result<()> {
    const SQL: &str = "update callback set leased_until = null, asked_at = null, next_at = $3, \
        told = case when $4 = 'taken' then $5 else told end, attempts = case when $4 = 'taken' then 0 else attempts end, \
        answer = $4, answer_status = $6, answered_at = $7 where application_id = $1 and leased_until = $2";
    let values = (
        due.application.0,
        Stamp(due.leased_until),
        Stamp(next_at),
        answer.name(),
        due.latest,
        answer.status().map(i64::from),
        Stamp(now),
    );
    tx.execute(SQL, values).await?;
    Ok(())
}
