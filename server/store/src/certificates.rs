//! Table `certificate`: what an application signs with when it opens a session on the platform.

use super::{Result, Stamp, Tx};
use domain::ids::ApplicationId;
use domain::timestamp::Timestamp;
use uuid::Uuid;

#[derive(Clone, sqlx::FromRow)]
pub struct Certificate {
    pub id: Uuid,
    pub application_id: Uuid,
    /// SHA-1 of the DER text, in lower-case hex: how the clients name it.
    pub thumbprint: String,
    pub der: Vec<u8>,
    pub not_after: Stamp,
    pub made_at: Stamp,
}

const COLUMNS: &str =
    "select id, application_id, thumbprint, der, not_after, made_at from certificate";

/// Inserts a certificate; false where the application has it already.
pub async fn insert(tx: &mut Tx, certificate: &Certificate) -> Result<bool> {
    const SQL: &str = "insert into certificate (id, application_id, thumbprint, der, not_after, made_at) \
        values ($1, $2, $3, $4, $5, $6) on conflict do nothing";
    let values = (
        certificate.id,
        certificate.application_id,
        &certificate.thumbprint,
        &certificate.der,
        certificate.not_after,
        certificate.made_at,
    );
    let inserted = tx.execute(SQL, values).await?;
    Ok(inserted == 1)
}

/// The application's live certificates, oldest first.
pub async fn list(tx: &mut Tx, application: ApplicationId) -> Result<Vec<Certificate>> {
    const SQL: &str = const_format::concatcp!(
        COLUMNS,
        " where application_id = $1 and removed_at is null order by id"
    );
    tx.fetch_all(SQL, (application.0,)).await
}

/// A live certificate, by its id.
pub async fn find(tx: &mut Tx, id: Uuid) -> Result<Option<Certificate>> {
    const SQL: &str = const_format::concatcp!(COLUMNS, " where id = $1 and removed_at is null");
    tx.fetch_optional(SQL, (id,)).await
}

/// A live certificate of the application, by its thumbprint in lower case.
pub async fn find_by_thumbprint(
    tx: &mut Tx,
    application: ApplicationId,
    thumbprint: &str,
) -> Result<Option<Certificate>> {
    const SQL: &str = const_format::concatcp!(
        COLUMNS,
        " where application_id = $1 and thumbprint = $2 and removed_at is null"
    );
    tx.fetch_optional(SQL, (application.0, thumbprint)).await
}

/// Removes a live certificate; its sessions end with it. Answers its id, or None where there is none.
pub async fn remove(
    tx: &mut Tx,
    application: ApplicationId,
    thumbprint: &str,
    now: Timestamp,
) -> Result<Option<Uuid>> {
    const SQL: &str = "update certificate set removed_at = $3 \
        where application_id = $1 and thumbprint = $2 and removed_at is null returning id";
    tx.fetch_optional_scalar(SQL, (application.0, thumbprint, Stamp(now)))
        .await
}
