//! Table `logo`: the picture of an application's clinic.

use super::{Result, Stamp, Tx};
use domain::application::Logo;
use domain::ids::ApplicationId;
use domain::timestamp::Timestamp;

/// Puts the application's logo in the place of the one before.
pub async fn put(tx: &mut Tx, logo: &Logo, png: &[u8], now: Timestamp) -> Result<()> {
    const SQL: &str = "insert into logo (application_id, digest, png, width, height, made_at) \
        values ($1, $2, $3, $4, $5, $6) \
        on conflict (application_id) do update set digest = excluded.digest, png = excluded.png, \
        width = excluded.width, height = excluded.height, made_at = excluded.made_at";
    let values = (
        logo.application.0,
        &logo.digest,
        png,
        i64::from(logo.width),
        i64::from(logo.height),
        Stamp(now),
    );
    tx.execute(SQL, values).await?;
    Ok(())
}

/// Removes the application's logo; false where it has none.
pub async fn delete(tx: &mut Tx, application: ApplicationId) -> Result<bool> {
    const SQL: &str = "delete from logo where application_id = $1";
    let gone = tx.execute(SQL, (application.0,)).await?;
    Ok(gone == 1)
}

/// The application's picture, if it is that of this digest.
pub async fn png(tx: &mut Tx, application: ApplicationId, digest: &str) -> Result<Option<Vec<u8>>> {
    const SQL: &str = "select png from logo where application_id = $1 and digest = $2";
    tx.fetch_optional_scalar(SQL, (application.0, digest)).await
}
