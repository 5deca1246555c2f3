//! Table `api_key`: digests of the bearer keys of applications.

use super::{Result, Stamp, Tx};
use domain::api_key::ApiKey;
use domain::ids::{ApiKeyId, ApplicationId};
use domain::timestamp::Timestamp;
use uuid::Uuid;

pub async fn insert(
    tx: &mut Tx,
    key: &ApiKey,
    application: ApplicationId,
    digest: &[u8],
) -> Result<()> {
    const SQL: &str = "insert into api_key (id, application_id, digest, made_at, name, prefix) \
        values ($1, $2, $3, $4, $5, $6)";
    let values = (
        key.id.0,
        application.0,
        digest,
        Stamp(key.made_at),
        &key.name,
        &key.prefix,
    );
    tx.execute(SQL, values).await?;
    Ok(())
}

/// Whose a live key is, and when it was last used.
pub struct Holder {
    pub application: ApplicationId,
    pub key: ApiKeyId,
    pub last_used_at: Option<Timestamp>,
}

/// The application whose live key has this digest.
pub async fn holder(tx: &mut Tx, digest: &[u8]) -> Result<Option<Holder>> {
    const SQL: &str = "select application_id, id, last_used_at from api_key where digest = $1 and revoked_at is null";
    let row: Option<(Uuid, Uuid, Option<Stamp>)> = tx.fetch_optional(SQL, (digest,)).await?;
    Ok(row.map(|(application, key, used)| Holder {
        application: ApplicationId(application),
        key: ApiKeyId(key),
        last_used_at: used.map(Timestamp::from),
    }))
}

/// Records a use.
pub async fn used(tx: &mut Tx, key: ApiKeyId, now: Timestamp) -> Result<()> {
    const SQL: &str = "update api_key set last_used_at = $2 where id = $1";
    tx.execute(SQL, (key.0, Stamp(now))).await?;
    Ok(())
}

/// Revokes every live key of an application.
pub async fn revoke_all(tx: &mut Tx, application: ApplicationId, now: Timestamp) -> Result<()> {
    const SQL: &str =
        "update api_key set revoked_at = $2 where application_id = $1 and revoked_at is null";
    tx.execute(SQL, (application.0, Stamp(now))).await?;
    Ok(())
}

/// An application's live keys, oldest first.
pub async fn list(tx: &mut Tx, application: ApplicationId) -> Result<Vec<ApiKey>> {
    const SQL: &str = "select id, name, prefix, made_at, last_used_at from api_key \
        where application_id = $1 and revoked_at is null order by id";
    let rows: Vec<(Uuid, String, String, Stamp, Option<Stamp>)> =
        tx.fetch_all(SQL, (application.0,)).await?;
    let typed = |(id, name, prefix, made_at, used)| {
        let (id, made_at): (Uuid, Stamp) = (id, made_at);
        let used: Option<Stamp> = used;
        ApiKey {
            id: ApiKeyId(id),
            name,
            prefix,
            made_at: made_at.into(),
            last_used_at: used.map(Timestamp::from),
        }
    };
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
