//! Table `api_key`: digests of the bearer keys of applications.

use super::{Result, Stamp, Tx, on_db};
use app::domain::ids::ApplicationId;
use app::domain::timestamp::Timestamp;
use uuid::Uuid;

pub async fn insert(
    tx: &mut Tx,
    id: Uuid,
    application: ApplicationId,
    digest: &[u8],
    now: Timestamp,
) -> Result<()> {
    const SQL: &str =
        "insert into api_key (id, application_id, digest, made_at) values ($1, $2, $3, $4)";
    on_db!(tx, conn => sqlx::query(SQL).bind(id).bind(application.0).bind(digest).bind(Stamp(now))
        .execute(conn).await.map(drop))?;
    Ok(())
}

/// The application whose live key has this digest.
pub async fn application(tx: &mut Tx, digest: &[u8]) -> Result<Option<ApplicationId>> {
    const SQL: &str = "select application_id from api_key where digest = $1 and revoked_at is null";
    let id: Option<Uuid> =
        on_db!(tx, conn => sqlx::query_scalar(SQL).bind(digest).fetch_optional(conn).await)?;
    Ok(id.map(ApplicationId))
}

/// Revokes every live key of an application.
pub async fn revoke_all(tx: &mut Tx, application: ApplicationId, now: Timestamp) -> Result<()> {
    const SQL: &str =
        "update api_key set revoked_at = $2 where application_id = $1 and revoked_at is null";
    on_db!(tx, conn => sqlx::query(SQL).bind(application.0).bind(Stamp(now)).execute(conn).await.map(drop))?;
    Ok(())
}
