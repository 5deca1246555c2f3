//! Table `alternate_id`: an application's own names for a person and record.

use super::{Result, Stamp, Tx};
use domain::ids::{ApplicationId, PersonId, RecordId};
use domain::timestamp::Timestamp;
use uuid::Uuid;

/// Whose name it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Owner {
    pub application: ApplicationId,
    pub person: PersonId,
    pub record: RecordId,
}

/// Inserts a name; false where the application uses it already.
pub async fn insert(tx: &mut Tx, owner: Owner, alternate_id: &str, now: Timestamp) -> Result<bool> {
    const SQL: &str = "insert into alternate_id (application_id, alternate_id, person_id, record_id, made_at) \
        values ($1, $2, $3, $4, $5) on conflict do nothing";
    let values = (
        owner.application.0,
        alternate_id,
        owner.person.0,
        owner.record.0,
        Stamp(now),
    );
    let inserted = tx.execute(SQL, values).await?;
    Ok(inserted == 1)
}

/// Removes a name; false where these two do not have it.
pub async fn remove(tx: &mut Tx, owner: Owner, alternate_id: &str) -> Result<bool> {
    const SQL: &str = "delete from alternate_id \
        where application_id = $1 and alternate_id = $2 and person_id = $3 and record_id = $4";
    let values = (
        owner.application.0,
        alternate_id,
        owner.person.0,
        owner.record.0,
    );
    let removed = tx.execute(SQL, values).await?;
    Ok(removed == 1)
}

/// The names of a person and record, in order.
pub async fn list(tx: &mut Tx, owner: Owner) -> Result<Vec<String>> {
    const SQL: &str = "select alternate_id from alternate_id \
        where application_id = $1 and person_id = $2 and record_id = $3 order by alternate_id";
    tx.fetch_all_scalars(SQL, (owner.application.0, owner.person.0, owner.record.0))
        .await
}

/// Whom the application means by a name.
pub async fn find(
    tx: &mut Tx,
    application: ApplicationId,
    alternate_id: &str,
) -> Result<Option<Owner>> {
    const SQL: &str = "select person_id, record_id from alternate_id where application_id = $1 and alternate_id = $2";
    let row: Option<(Uuid, Uuid)> = tx
        .fetch_optional(SQL, (application.0, alternate_id))
        .await?;
    Ok(row.map(|(person, record)| Owner {
        application,
        person: PersonId(person),
        record: RecordId(record),
    }))
}
