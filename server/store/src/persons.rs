//! Table `person`.

use super::{Result, Stamp, Tx, inconsistent};
use domain::address::email_key;
use domain::ids::PersonId;
use domain::person::{Person, Preferences};
use domain::timestamp::Timestamp;
use domain::units::Units;
use uuid::Uuid;

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    name: String,
    email: String,
    password_hash: String,
    session_round: i64,
}

impl Row {
    fn into_domain(self) -> (Person, String) {
        let person = Person {
            id: PersonId(self.id),
            name: self.name,
            email: self.email,
        };
        (person, self.password_hash)
    }
}

/// What a proof of someone's is compared with.
pub struct Credentials {
    pub person: Person,
    pub password_hash: String,
    /// How often all their sessions were ended at once. A new password ends them, so one round knows one password.
    pub round: i64,
}

impl From<Row> for Credentials {
    fn from(row: Row) -> Self {
        let round = row.session_round;
        let (person, password_hash) = row.into_domain();
        Self {
            person,
            password_hash,
            round,
        }
    }
}

const COLUMNS: &str = "select id, name, email, password_hash, session_round from person";
const BY_ID: &str = const_format::concatcp!(COLUMNS, " where id = $1");

pub async fn find(tx: &mut Tx, id: PersonId) -> Result<Option<Person>> {
    let row: Option<Row> = tx.fetch_optional(BY_ID, (id.0,)).await?;
    Ok(row.map(|row| row.into_domain().0))
}

/// The one with this address, and the hash of their password.
pub async fn find_by_email(tx: &mut Tx, email: &str) -> Result<Option<(Person, String)>> {
    const SQL: &str = const_format::concatcp!(COLUMNS, " where email_key = $1");
    let row: Option<Row> = tx.fetch_optional(SQL, (email_key(email),)).await?;
    Ok(row.map(Row::into_domain))
}

/// The same, with what a proof is compared with.
pub async fn credentials_by_email(tx: &mut Tx, email: &str) -> Result<Option<Credentials>> {
    const SQL: &str = const_format::concatcp!(COLUMNS, " where email_key = $1");
    let row: Option<Row> = tx.fetch_optional(SQL, (email_key(email),)).await?;
    Ok(row.map(Credentials::from))
}

/// What a proof is compared with, with the row's lock: it holds until the transaction's end.
pub async fn lock(tx: &mut Tx, id: PersonId) -> Result<Option<Credentials>> {
    const POSTGRES: &str = const_format::concatcp!(BY_ID, " for update");
    let sql = tx.locking(BY_ID, POSTGRES);
    let row: Option<Row> = tx.fetch_optional(sql, (id.0,)).await?;
    Ok(row.map(Credentials::from))
}

/// How often all their sessions were ended at once; None where there is no one with this id.
pub async fn session_round(tx: &mut Tx, id: PersonId) -> Result<Option<i64>> {
    const SQL: &str = "select session_round from person where id = $1";
    tx.fetch_optional_scalar(SQL, (id.0,)).await
}

/// Inserts a person; false where the address is taken.
pub async fn insert(
    tx: &mut Tx,
    person: &Person,
    password_hash: &str,
    now: Timestamp,
) -> Result<bool> {
    const SQL: &str = "insert into person (id, name, email, email_key, password_hash, made_at) \
        values ($1, $2, $3, $4, $5, $6) on conflict (email_key) do nothing";
    let values = (
        person.id.0,
        &person.name,
        &person.email,
        email_key(&person.email),
        password_hash,
        Stamp(now),
    );
    let inserted = tx.execute(SQL, values).await?;
    Ok(inserted == 1)
}

/// Another password, which ends all their sessions; answers the round that new ones belong to.
pub async fn set_password(tx: &mut Tx, id: PersonId, password_hash: &str) -> Result<i64> {
    const SQL: &str = "update person set password_hash = $2, session_round = session_round + 1 where id = $1 \
        returning session_round";
    tx.fetch_scalar(SQL, (id.0, password_hash)).await
}

/// Another name.
pub async fn set_name(tx: &mut Tx, id: PersonId, name: &str) -> Result<()> {
    const SQL: &str = "update person set name = $2 where id = $1";
    tx.execute(SQL, (id.0, name)).await?;
    Ok(())
}

/// Another address; false where it is someone else's.
pub async fn set_email(tx: &mut Tx, id: PersonId, email: &str) -> Result<bool> {
    const SQL: &str = "update person set email = $2, email_key = $3 where id = $1 \
        and not exists (select 1 from person as other where other.email_key = $3 and other.id <> $1)";
    let changed = tx.execute(SQL, (id.0, email, email_key(email))).await?;
    Ok(changed == 1)
}

/// Ends all their sessions.
pub async fn end_sessions(tx: &mut Tx, id: PersonId) -> Result<()> {
    const SQL: &str = "update person set session_round = session_round + 1 where id = $1";
    tx.execute(SQL, (id.0,)).await?;
    Ok(())
}

/// When the account ends, where its person asked for that.
pub async fn ends_at(tx: &mut Tx, id: PersonId) -> Result<Option<Timestamp>> {
    const SQL: &str = "select ends_at from person where id = $1";
    let found: Option<Option<Stamp>> = tx.fetch_optional_scalar(SQL, (id.0,)).await?;
    Ok(found.flatten().map(Timestamp::from))
}

/// Says when the account ends, or that it does not.
pub async fn set_end(tx: &mut Tx, id: PersonId, ends_at: Option<Timestamp>) -> Result<()> {
    const SQL: &str = "update person set ends_at = $2 where id = $1";
    tx.execute(SQL, (id.0, ends_at.map(Stamp))).await?;
    Ok(())
}

/// What the person chose for themselves; None where there is no one with this id.
pub async fn preferences(tx: &mut Tx, id: PersonId) -> Result<Option<Preferences>> {
    const SQL: &str = "select monthly_mail, units from person where id = $1";
    let found: Option<(bool, String)> = tx.fetch_optional(SQL, (id.0,)).await?;
    let read = |(monthly_mail, units): (bool, String)| {
        let units = Units::from_name(&units).ok_or_else(|| inconsistent("person", &id.0))?;
        Ok(Preferences {
            monthly_mail,
            units,
        })
    };
    found.map(read).transpose()
}

pub async fn set_preferences(tx: &mut Tx, id: PersonId, chosen: Preferences) -> Result<()> {
    const SQL: &str = "update person set monthly_mail = $2, units = $3 where id = $1";
    tx.execute(SQL, (id.0, chosen.monthly_mail, chosen.units.name()))
        .await?;
    Ok(())
}

/// Accounts whose end has come.
pub async fn ended(tx: &mut Tx, now: Timestamp, limit: u32) -> Result<Vec<PersonId>> {
    const SQL: &str = "select id from person where ends_at is not null and ends_at <= $1 order by ends_at limit $2";
    let ids: Vec<Uuid> = tx
        .fetch_all_scalars(SQL, (Stamp(now), i64::from(limit)))
        .await?;
    Ok(ids.into_iter().map(PersonId).collect())
}

/// Forgets all of an account but its id, which others' events and logs name. No one signs in to it again.
pub async fn forget(tx: &mut Tx, id: PersonId) -> Result<()> {
    const FORGET: &str = "update person set name = '', email = '', email_key = $2, password_hash = '', \
        session_round = session_round + 1, ends_at = null, monthly_mail = $3, units = $4 where id = $1";
    for sql in [
        "delete from session where person_id = $1",
        "delete from password_reset where person_id = $1",
        "delete from passkey_ceremony where person_id = $1",
        "delete from passkey where person_id = $1",
        "delete from person_half_sign_in where person_id = $1",
        "delete from person_recovery_code where person_id = $1",
        "delete from person_authenticator where person_id = $1",
        "delete from person_settings where person_id = $1",
        "delete from alternate_id where person_id = $1",
        "delete from access where person_id = $1",
    ] {
        tx.execute(sql, (id.0,)).await?;
    }
    // No address is written so.
    let nobody = format!("deleted {id}");
    let units = Units::default().name();
    tx.execute(FORGET, (id.0, nobody, false, units)).await?;
    Ok(())
}

/// The same password, hashed anew, in place of the hash that it was verified by and of no other.
pub async fn renew_hash(tx: &mut Tx, id: PersonId, verified: &str, renewed: &str) -> Result<()> {
    const SQL: &str = "update person set password_hash = $3 where id = $1 and password_hash = $2";
    tx.execute(SQL, (id.0, verified, renewed)).await?;
    Ok(())
}
