//! Tables `authenticator` and `recovery_code`: the second factor of staff.

use super::{Result, Stamp, Tx, on_db};
use domain::ids::{ApplicationId, StaffId};
use domain::timestamp::Timestamp;
use uuid::Uuid;

/// An authenticator as stored.
#[derive(sqlx::FromRow)]
pub struct Row {
    /// Sealed.
    pub secret: Vec<u8>,
    pub made_at: Stamp,
}

pub async fn find(tx: &mut Tx, staff: StaffId) -> Result<Option<Row>> {
    const SQL: &str = "select secret, made_at from authenticator where staff_id = $1";
    Ok(on_db!(tx, conn => sqlx::query_as(SQL).bind(staff.0).fetch_optional(conn).await)?)
}

/// Inserts the first one, whose codes count after `step`; false where there is one.
pub async fn insert(
    tx: &mut Tx,
    staff: StaffId,
    secret: &[u8],
    step: i64,
    now: Timestamp,
) -> Result<bool> {
    const SQL: &str = "insert into authenticator (staff_id, secret, step, made_at) values ($1, $2, $3, $4) \
        on conflict (staff_id) do nothing";
    let inserted = on_db!(tx, conn => sqlx::query(SQL).bind(staff.0).bind(secret).bind(step).bind(Stamp(now))
        .execute(conn).await.map(|done| done.rows_affected()))?;
    Ok(inserted == 1)
}

/// Takes a step's code; false where that step's or a later one's was taken before.
pub async fn take_step(tx: &mut Tx, staff: StaffId, step: i64) -> Result<bool> {
    const SQL: &str = "update authenticator set step = $2 where staff_id = $1 and step < $2";
    let taken = on_db!(tx, conn => sqlx::query(SQL).bind(staff.0).bind(step)
        .execute(conn).await.map(|done| done.rows_affected()))?;
    Ok(taken == 1)
}

/// Deletes the authenticator and its recovery codes; false where there is none.
pub async fn delete(tx: &mut Tx, staff: StaffId) -> Result<bool> {
    const SQL: &str = "delete from authenticator where staff_id = $1";
    delete_recovery_codes(tx, staff).await?;
    let deleted = on_db!(tx, conn => sqlx::query(SQL).bind(staff.0)
        .execute(conn).await.map(|done| done.rows_affected()))?;
    Ok(deleted == 1)
}

pub async fn delete_recovery_codes(tx: &mut Tx, staff: StaffId) -> Result<()> {
    const SQL: &str = "delete from recovery_code where staff_id = $1";
    on_db!(tx, conn => sqlx::query(SQL).bind(staff.0).execute(conn).await.map(drop))?;
    Ok(())
}

pub async fn insert_recovery_code(tx: &mut Tx, staff: StaffId, digest: &[u8]) -> Result<()> {
    const SQL: &str =
        "insert into recovery_code (staff_id, digest) values ($1, $2) on conflict do nothing";
    on_db!(tx, conn => sqlx::query(SQL).bind(staff.0).bind(digest).execute(conn).await.map(drop))?;
    Ok(())
}

/// Uses a recovery code up; false where there is no such one.
pub async fn take_recovery_code(tx: &mut Tx, staff: StaffId, digest: &[u8]) -> Result<bool> {
    const SQL: &str = "delete from recovery_code where staff_id = $1 and digest = $2";
    let taken = on_db!(tx, conn => sqlx::query(SQL).bind(staff.0).bind(digest)
        .execute(conn).await.map(|done| done.rows_affected()))?;
    Ok(taken == 1)
}

pub async fn count_recovery_codes(tx: &mut Tx, staff: StaffId) -> Result<i64> {
    const SQL: &str = "select count(*) from recovery_code where staff_id = $1";
    Ok(on_db!(tx, conn => sqlx::query_scalar(SQL).bind(staff.0).fetch_one(conn).await)?)
}

/// Everybody of an application who has an authenticator.
pub async fn holders(tx: &mut Tx, application: ApplicationId) -> Result<Vec<StaffId>> {
    const SQL: &str = "select staff_id from authenticator join staff on staff.id = authenticator.staff_id \
        where staff.application_id = $1";
    let ids: Vec<Uuid> =
        on_db!(tx, conn => sqlx::query_scalar(SQL).bind(application.0).fetch_all(conn).await)?;
    Ok(ids.into_iter().map(StaffId).collect())
}
