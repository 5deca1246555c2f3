//! Table `staff`.

use super::{Result, Stamp, Tx, inconsistent};
use domain::address::email_key;
use domain::ids::{ApplicationId, StaffId};
use domain::staff::{Role, Staff};
use domain::timestamp::Timestamp;
use domain::zone::Zone;
use uuid::Uuid;

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    application_id: Option<Uuid>,
    name: String,
    email: String,
    role: String,
    password_hash: String,
    disabled: bool,
    session_round: i64,
    clinic: Option<String>,
    time_zone: Option<String>,
}

impl Row {
    fn into_domain(self) -> Result<(Staff, String)> {
        let role = Role::from_name(&self.role).ok_or_else(|| inconsistent("staff", &self.id))?;
        let zone = self.time_zone.as_deref();
        let zone = zone.map_or(Some(Zone::UTC), Zone::parse);
        let staff = Staff {
            id: StaffId(self.id),
            application: self.application_id.map(ApplicationId),
            name: self.name,
            email: self.email,
            role,
            disabled: self.disabled,
            clinic: self.clinic,
            time_zone: zone.ok_or_else(|| inconsistent("staff", &self.id))?,
        };
        Ok((staff, self.password_hash))
    }
}

/// What a proof of someone's is compared with.
pub struct Credentials {
    pub staff: Staff,
    pub password_hash: String,
    /// How often all their sessions were ended at once. A new password ends them, so one round knows one password.
    pub round: i64,
}

impl Row {
    fn into_credentials(self) -> Result<Credentials> {
        let round = self.session_round;
        let (staff, password_hash) = self.into_domain()?;
        Ok(Credentials {
            staff,
            password_hash,
            round,
        })
    }
}

const COLUMNS: &str = "select id, application_id, name, email, role, password_hash, disabled, session_round, \
    (select name from application where application.id = staff.application_id) as clinic, \
    (select time_zone from application where application.id = staff.application_id) as time_zone from staff";

const BY_ID: &str = const_format::concatcp!(COLUMNS, " where id = $1");

pub async fn find(tx: &mut Tx, id: StaffId) -> Result<Option<Staff>> {
    let row: Option<Row> = tx.fetch_optional(BY_ID, (id.0,)).await?;
    row.map(|row| row.into_domain().map(|(staff, _)| staff))
        .transpose()
}

/// The one with this address, and the hash of their password.
pub async fn find_by_email(tx: &mut Tx, email: &str) -> Result<Option<(Staff, String)>> {
    const SQL: &str = const_format::concatcp!(COLUMNS, " where email_key = $1");
    let row: Option<Row> = tx.fetch_optional(SQL, (email_key(email),)).await?;
    row.map(Row::into_domain).transpose()
}

/// The same, with what a proof is compared with.
pub async fn credentials_by_email(tx: &mut Tx, email: &str) -> Result<Option<Credentials>> {
    const SQL: &str = const_format::concatcp!(COLUMNS, " where email_key = $1");
    let row: Option<Row> = tx.fetch_optional(SQL, (email_key(email),)).await?;
    row.map(Row::into_credentials).transpose()
}

pub async fn credentials(tx: &mut Tx, id: StaffId) -> Result<Option<Credentials>> {
    let row: Option<Row> = tx.fetch_optional(BY_ID, (id.0,)).await?;
    row.map(Row::into_credentials).transpose()
}

/// The same, with the row's lock: what it says holds until the transaction's end.
pub async fn lock(tx: &mut Tx, id: StaffId) -> Result<Option<Credentials>> {
    const POSTGRES: &str = const_format::concatcp!(BY_ID, " for update");
    let sql = tx.locking(BY_ID, POSTGRES);
    let row: Option<Row> = tx.fetch_optional(sql, (id.0,)).await?;
    row.map(Row::into_credentials).transpose()
}

/// Inserts a member of staff; false where the address is taken.
pub async fn insert(
    tx: &mut Tx,
    staff: &Staff,
    password_hash: &str,
    now: Timestamp,
) -> Result<bool> {
    const SQL: &str = "insert into staff (id, application_id, name, email, email_key, role, password_hash, disabled, \
        made_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (email_key) do nothing";
    let values = (
        staff.id.0,
        staff.application.map(|id| id.0),
        &staff.name,
        &staff.email,
        email_key(&staff.email),
        staff.role.name(),
        password_hash,
        staff.disabled,
        Stamp(now),
    );
    let inserted = tx.execute(SQL, values).await?;
    Ok(inserted == 1)
}

/// Another password, which ends all their sessions; answers the round that new ones belong to.
pub async fn set_password(tx: &mut Tx, id: StaffId, password_hash: &str) -> Result<i64> {
    const SQL: &str = "update staff set password_hash = $2, session_round = session_round + 1 where id = $1 \
        returning session_round";
    tx.fetch_scalar(SQL, (id.0, password_hash)).await
}

/// The same password, hashed anew, in place of the hash that it was verified by and of no other.
pub async fn renew_hash(tx: &mut Tx, id: StaffId, verified: &str, renewed: &str) -> Result<()> {
    const SQL: &str = "update staff set password_hash = $3 where id = $1 and password_hash = $2";
    tx.execute(SQL, (id.0, verified, renewed)).await?;
    Ok(())
}

/// Gives someone another role; false where the application has no one with this id.
pub async fn set_role(
    tx: &mut Tx,
    application: ApplicationId,
    id: StaffId,
    role: Role,
) -> Result<bool> {
    const SQL: &str = "update staff set role = $3 where application_id = $1 and id = $2";
    let changed = tx.execute(SQL, (application.0, id.0, role.name())).await?;
    Ok(changed == 1)
}

/// How often all their sessions were ended at once; None where there is no one with this id.
pub async fn session_round(tx: &mut Tx, id: StaffId) -> Result<Option<i64>> {
    const SQL: &str = "select session_round from staff where id = $1";
    tx.fetch_optional_scalar(SQL, (id.0,)).await
}

/// Ends all their sessions at once; answers the round that new ones belong to.
pub async fn end_sessions(tx: &mut Tx, id: StaffId) -> Result<i64> {
    const SQL: &str =
        "update staff set session_round = session_round + 1 where id = $1 returning session_round";
    tx.fetch_scalar(SQL, (id.0,)).await
}

const LIST: &str = const_format::concatcp!(COLUMNS, " where application_id = $1 order by name, id");

/// The statement of [`list`], for a look at how the engine would run it.
pub const LIST_STATEMENT: &str = LIST;

/// Whether there is any, at any desk.
pub async fn any(tx: &mut Tx) -> Result<bool> {
    const SQL: &str = "select count(*) from (select id from staff limit 1) as found";
    let found: i64 = tx.fetch_scalar(SQL, ()).await?;
    Ok(found > 0)
}

/// An application's staff, by name.
pub async fn list(tx: &mut Tx, application: ApplicationId) -> Result<Vec<Staff>> {
    let rows: Vec<Row> = tx.fetch_all(LIST, (application.0,)).await?;
    rows.into_iter()
        .map(|row| row.into_domain().map(|(staff, _)| staff))
        .collect()
}

/// Whether they may sign in.
pub async fn set_disabled(tx: &mut Tx, id: StaffId, disabled: bool) -> Result<()> {
    const SQL: &str = "update staff set disabled = $2 where id = $1";
    tx.execute(SQL, (id.0, disabled)).await?;
    Ok(())
}
