//! Table `api_key`: digests of the bearer keys of applications.

use super::{Result, Stamp, Tx};
use domain::ids::{ApiKeyId, ApplicationId};
use domain::timestamp::Timestamp;
use uuid::Uuid;

pub async fn insert(
    tx: &mut Tx,
    id: ApiKeyId,
    application: ApplicationId,
    digest: &[u8],
    now: Timestamp,
) -> Result<()> {
    const SQL: &str =
        "insert into api_key (id, application_id, digest, made_at) values ($1, $2, $3, $4)";
    tx.execute(SQL, (id.0, application.0, digest, Stamp(now)))
        .await?;
    Ok(())
}

/// The application whose live key has this digest.
pub async fn application(tx: &mut Tx, digest: &[u8]) -> Result<Option<ApplicationId>> {
    const SQL: &str = "select application_id from api_key where digest = $1 and revoked_at is null";
    let id: Option<Uuid> = tx.fetch_optional_scalar(SQL, (digest,)).await?;
    Ok(id.map(ApplicationId))
}

/// Revokes every live key of an application.
pub async fn revoke_all(tx: &mut Tx, application: ApplicationId, now: Timestamp) -> Result<()> {
    const SQL: &str =
        "update api_key set revoked_at = $2 where application_id = $1 and revoked_at is null";
    tx.execute(SQL, (application.0, Stamp(now))).await?;
    Ok(())
}

/// An application's live keys and when each was made, oldest first.
pub async fn list(tx: &mut Tx, application: ApplicationId) -> Result<Vec<(ApiKeyId, Timestamp)>> {
    const SQL: &str = "select id, made_at from api_key where application_id = $1 and revoked_at is null order by id";
    let rows: Vec<(Uuid, Stamp)> = tx.fetch_all(SQL, (application.0,)).await?;
    let typed = |(id, made_at): (Uuid, Stamp)| (ApiKeyId(id), made_at.into());
    Ok(rows.into_iter().map(typed).collect())
}

/// Revokes one key of an application; false where no live one has this id.
pub async fn revoke(
    tx: &mut Tx,
    application: ApplicationId,
    id: ApiKeyId,
    now: Timestamp,
) -> Result<bool> {
    const SQL: &str = "update api_key set revoked_at = $3 where application_id = $1 and id = $2 and revoked_at is null";
    let revoked = tx.execute(SQL, (application.0, id.0, Stamp(now))).await?;
    Ok(revoked == 1)
}
