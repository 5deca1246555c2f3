//! Table `passkey`: keys of people that sign in without the password.

use super::{Result, Stamp, Tx, unreadable};
use domain::ids::{PasskeyId, PersonId};
use domain::passkey::Passkey;
use domain::timestamp::Timestamp;
use uuid::Uuid;

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    person_id: Uuid,
    credential_id: Vec<u8>,
    public_key: Vec<u8>,
    sign_count: i64,
    synced: bool,
    name: String,
    made_at: Stamp,
    used_at: Option<Stamp>,
}

/// A passkey, with what its signatures are checked by.
pub struct StoredPasskey {
    pub passkey: Passkey,
    pub person: PersonId,
    /// What the authenticator calls it.
    pub credential: Vec<u8>,
    /// As the authenticator wrote it.
    pub public_key: Vec<u8>,
    /// The count that came with the last signature.
    pub sign_count: u32,
}

impl TryFrom<Row> for StoredPasskey {
    type Error = super::Error;

    fn try_from(row: Row) -> Result<Self> {
        let sign_count = u32::try_from(row.sign_count).map_err(unreadable("passkey", &row.id))?;
        Ok(Self {
            passkey: Passkey {
                id: PasskeyId(row.id),
                name: row.name,
                made_at: row.made_at.into(),
                used_at: row.used_at.map(Timestamp::from),
                synced: row.synced,
            },
            person: PersonId(row.person_id),
            credential: row.credential_id,
            public_key: row.public_key,
            sign_count,
        })
    }
}

const COLUMNS: &str = "select id, person_id, credential_id, public_key, sign_count, synced, name, made_at, used_at \
    from passkey";

/// All of a person's, the oldest first.
pub async fn of_person(tx: &mut Tx, person: PersonId) -> Result<Vec<StoredPasskey>> {
    const SQL: &str =
        const_format::concatcp!(COLUMNS, " where person_id = $1 order by made_at, id");
    let rows: Vec<Row> = tx.fetch_all(SQL, (person.0,)).await?;
    rows.into_iter().map(StoredPasskey::try_from).collect()
}

/// The one that an authenticator calls so.
pub async fn find_by_credential(tx: &mut Tx, credential: &[u8]) -> Result<Option<StoredPasskey>> {
    const SQL: &str = const_format::concatcp!(COLUMNS, " where credential_id = $1");
    let row: Option<Row> = tx.fetch_optional(SQL, (credential,)).await?;
    row.map(StoredPasskey::try_from).transpose()
}

/// Keeps a new one; false where there is one that an authenticator calls the same.
pub async fn insert(tx: &mut Tx, new: &StoredPasskey) -> Result<bool> {
    const SQL: &str = "insert into passkey \
        (id, person_id, credential_id, public_key, sign_count, synced, name, made_at) \
        values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (credential_id) do nothing";
    let values = (
        new.passkey.id.0,
        new.person.0,
        new.credential.as_slice(),
        new.public_key.as_slice(),
        i64::from(new.sign_count),
        new.passkey.synced,
        &new.passkey.name,
        Stamp(new.passkey.made_at),
    );
    Ok(tx.execute(SQL, values).await? == 1)
}

/// Notes a sign-in and the count that came with it.
pub async fn used(tx: &mut Tx, id: PasskeyId, sign_count: u32, now: Timestamp) -> Result<()> {
    const SQL: &str = "update passkey set sign_count = $2, used_at = $3 where id = $1";
    tx.execute(SQL, (id.0, i64::from(sign_count), Stamp(now)))
        .await?;
    Ok(())
}

/// Another name; false where the person has no such passkey.
pub async fn rename(tx: &mut Tx, person: PersonId, id: PasskeyId, name: &str) -> Result<bool> {
    const SQL: &str = "update passkey set name = $3 where person_id = $1 and id = $2";
    Ok(tx.execute(SQL, (person.0, id.0, name)).await? == 1)
}

/// Deletes one and answers its name; None where the person has no such passkey.
pub async fn delete(tx: &mut Tx, person: PersonId, id: PasskeyId) -> Result<Option<String>> {
    const SQL: &str = "delete from passkey where person_id = $1 and id = $2 returning name";
    tx.fetch_optional_scalar(SQL, (person.0, id.0)).await
}
