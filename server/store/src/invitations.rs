//! Table `invitation`.

use super::{Result, Stamp, Tx, inconsistent};
use domain::address::email_key;
use domain::ids::{ApplicationId, InvitationId, StaffId};
use domain::invitation::{Invitation, State};
use domain::staff::Role;
use domain::timestamp::Timestamp;
use uuid::Uuid;

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    application_id: Uuid,
    staff_id: Option<Uuid>,
    name: String,
    email: String,
    role: String,
    made_by: Option<Uuid>,
    state: String,
    made_at: Stamp,
    expires_at: Stamp,
    ended_at: Option<Stamp>,
}

impl Row {
    fn into_domain(self) -> Result<Invitation> {
        let broken = || inconsistent("invitation", &self.id);
        Ok(Invitation {
            id: InvitationId(self.id),
            application: ApplicationId(self.application_id),
            staff: self.staff_id.map(StaffId),
            role: Role::from_name(&self.role).ok_or_else(broken)?,
            state: State::from_name(&self.state).ok_or_else(broken)?,
            name: self.name,
            email: self.email,
            made_by: self.made_by.map(StaffId),
            made_at: self.made_at.into(),
            expires_at: self.expires_at.into(),
            ended_at: self.ended_at.map(Timestamp::from),
        })
    }
}

const COLUMNS: &str = "select id, application_id, staff_id, name, email, role, made_by, state, made_at, \
    expires_at, ended_at from invitation";

/// Inserts an invitation; false where the address has an open one there.
pub async fn insert(tx: &mut Tx, invitation: &Invitation, token_digest: &[u8]) -> Result<bool> {
    const SQL: &str = "insert into invitation (id, application_id, staff_id, name, email, email_key, role, made_by, \
        token_digest, state, made_at, expires_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) \
        on conflict (application_id, email_key) where state = 'open' and staff_id is null do nothing";
    let values = (
        invitation.id.0,
        invitation.application.0,
        invitation.staff.map(|id| id.0),
        &invitation.name,
        &invitation.email,
        email_key(&invitation.email),
        invitation.role.name(),
        invitation.made_by.map(|id| id.0),
        token_digest,
        invitation.state.name(),
        Stamp(invitation.made_at),
        Stamp(invitation.expires_at),
    );
    let inserted = tx.execute(SQL, values).await?;
    Ok(inserted == 1)
}

pub async fn find_by_token(tx: &mut Tx, token_digest: &[u8]) -> Result<Option<Invitation>> {
    const SQL: &str = const_format::concatcp!(COLUMNS, " where token_digest = $1");
    let row: Option<Row> = tx.fetch_optional(SQL, (token_digest,)).await?;
    row.map(Row::into_domain).transpose()
}

/// Like [`find_by_token`], and takes the row's lock.
pub async fn lock_by_token(tx: &mut Tx, token_digest: &[u8]) -> Result<Option<Invitation>> {
    const SQLITE: &str = const_format::concatcp!(COLUMNS, " where token_digest = $1");
    const POSTGRES: &str = const_format::concatcp!(SQLITE, " for update");
    let sql = tx.locking(SQLITE, POSTGRES);
    let row: Option<Row> = tx.fetch_optional(sql, (token_digest,)).await?;
    row.map(Row::into_domain).transpose()
}

/// An application's own, with its lock taken.
pub async fn lock(
    tx: &mut Tx,
    application: ApplicationId,
    id: InvitationId,
) -> Result<Option<Invitation>> {
    const SQLITE: &str = const_format::concatcp!(COLUMNS, " where application_id = $1 and id = $2");
    const POSTGRES: &str = const_format::concatcp!(SQLITE, " for update");
    let sql = tx.locking(SQLITE, POSTGRES);
    let row: Option<Row> = tx.fetch_optional(sql, (application.0, id.0)).await?;
    row.map(Row::into_domain).transpose()
}

/// The open ones of an application for people who are not of its staff yet, by name.
pub async fn list_open(tx: &mut Tx, application: ApplicationId) -> Result<Vec<Invitation>> {
    const SQL: &str = const_format::concatcp!(
        COLUMNS,
        " where application_id = $1 and state = 'open' and staff_id is null order by name, id"
    );
    let rows: Vec<Row> = tx.fetch_all(SQL, (application.0,)).await?;
    rows.into_iter().map(Row::into_domain).collect()
}

/// Keeps its state.
pub async fn update(tx: &mut Tx, invitation: &Invitation) -> Result<()> {
    const SQL: &str =
        "update invitation set state = $2, expires_at = $3, ended_at = $4 where id = $1";
    let values = (
        invitation.id.0,
        invitation.state.name(),
        Stamp(invitation.expires_at),
        invitation.ended_at.map(Stamp),
    );
    tx.execute(SQL, values).await?;
    Ok(())
}

/// A new link; the old one leads nowhere from then on.
pub async fn set_token(tx: &mut Tx, id: InvitationId, token_digest: &[u8]) -> Result<()> {
    const SQL: &str = "update invitation set token_digest = $2 where id = $1";
    tx.execute(SQL, (id.0, token_digest)).await?;
    Ok(())
}

/// Ends what is still open for one of the staff: only the newest link may work.
pub async fn withdraw_of_staff(tx: &mut Tx, staff: StaffId) -> Result<()> {
    const SQL: &str =
        "update invitation set state = 'withdrawn' where staff_id = $1 and state = 'open'";
    tx.execute(SQL, (staff.0,)).await?;
    Ok(())
}

/// Deletes those whose time was over before; says how many.
pub async fn purge(tx: &mut Tx, over_before: Timestamp) -> Result<u64> {
    const SQL: &str = "delete from invitation where expires_at <= $1";
    tx.execute(SQL, (Stamp(over_before),)).await
}
