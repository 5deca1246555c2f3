//! Table `person_settings`: what an application keeps for a person, sealed by the services.

use super::{Result, Stamp, Tx};
use domain::ids::{ApplicationId, PersonId};
use domain::timestamp::Timestamp;

/// The sealed settings; None where the application keeps none for this person.
pub async fn find(
    tx: &mut Tx,
    application: ApplicationId,
    person: PersonId,
) -> Result<Option<Vec<u8>>> {
    const SQL: &str =
        "select settings from person_settings where application_id = $1 and person_id = $2";
    tx.fetch_optional_scalar(SQL, (application.0, person.0))
        .await
}

/// Inserts the settings, or replaces them.
pub async fn put(
    tx: &mut Tx,
    application: ApplicationId,
    person: PersonId,
    settings: &[u8],
    now: Timestamp,
) -> Result<()> {
    const SQL: &str = "insert into person_settings (application_id, person_id, settings, set_at) \
        values ($1, $2, $3, $4) on conflict (application_id, person_id) \
        do update set settings = excluded.settings, set_at = excluded.set_at";
    tx.execute(SQL, (application.0, person.0, settings, Stamp(now)))
        .await?;
    Ok(())
}

/// Removes the settings, where there are some.
pub async fn remove(tx: &mut Tx, application: ApplicationId, person: PersonId) -> Result<()> {
    const SQL: &str = "delete from person_settings where application_id = $1 and person_id = $2";
    tx.execute(SQL, (application.0, person.0)).await?;
    Ok(())
}
