//! Tables `authenticator` and `recovery_code`: the second factor of staff.

use super::{Result, Stamp, Tx};
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
    tx.fetch_optional(SQL, (staff.0,)).await
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
    let inserted = tx.execute(SQL, (staff.0, secret, step, Stamp(now))).await?;
    Ok(inserted == 1)
}

/// Takes a step's code; false where that step's or a later one's was taken before.
pub async fn take_step(tx: &mut Tx, staff: StaffId, step: i64) -> Result<bool> {
    const SQL: &str = "update authenticator set step = $2 where staff_id = $1 and step < $2";
    let taken = tx.execute(SQL, (staff.0, step)).await?;
    Ok(taken == 1)
}

/// Deletes the authenticator and its recovery codes; false where there is none.
pub async fn delete(tx: &mut Tx, staff: StaffId) -> Result<bool> {
    const SQL: &str = "delete from authenticator where staff_id = $1";
    delete_recovery_codes(tx, staff).await?;
    let deleted = tx.execute(SQL, (staff.0,)).await?;
    Ok(deleted == 1)
}

pub async fn delete_recovery_codes(tx: &mut Tx, staff: StaffId) -> Result<()> {
    const SQL: &str = "delete from recovery_code where staff_id = $1";
    tx.execute(SQL, (staff.0,)).await?;
    Ok(())
}

pub async fn insert_recovery_code(tx: &mut Tx, staff: StaffId, digest: &[u8]) -> Result<()> {
    const SQL: &str =
        "insert into recovery_code (staff_id, digest) values ($1, $2) on conflict do nothing";
    tx.execute(SQL, (staff.0, digest)).await?;
    Ok(())
}

/// Uses a recovery code up; false where there is no such one.
pub async fn take_recovery_code(tx: &mut Tx, staff: StaffId, digest: &[u8]) -> Result<bool> {
    const SQL: &str = "delete from recovery_code where staff_id = $1 and digest = $2";
    let taken = tx.execute(SQL, (staff.0, digest)).await?;
    Ok(taken == 1)
}

pub async fn count_recovery_codes(tx: &mut Tx, staff: StaffId) -> Result<i64> {
    const SQL: &str = "select count(*) from recovery_code where staff_id = $1";
    tx.fetch_scalar(SQL, (staff.0,)).await
}

/// Everyone of an application who has an authenticator.
pub async fn holders(tx: &mut Tx, application: ApplicationId) -> Result<Vec<StaffId>> {
    const SQL: &str = "select staff_id from authenticator join staff on staff.id = authenticator.staff_id \
        where staff.application_id = $1";
    let ids: Vec<Uuid> = tx.fetch_all_scalars(SQL, (application.0,)).await?;
    Ok(ids.into_iter().map(StaffId).collect())
}
