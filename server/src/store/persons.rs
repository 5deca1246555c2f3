//! Table `person`.

use super::{Result, Stamp, Tx, on_db};
use app::domain::ids::PersonId;
use app::domain::person::Person;
use app::domain::text::email_key;
use app::domain::timestamp::Timestamp;
use uuid::Uuid;

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    name: String,
    email: String,
    password_hash: String,
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

const COLUMNS: &str = "select id, name, email, password_hash from person";

pub async fn find(tx: &mut Tx, id: PersonId) -> Result<Option<Person>> {
    const SQL: &str = const_format::concatcp!(COLUMNS, " where id = $1");
    let row: Option<Row> =
        on_db!(tx, conn => sqlx::query_as(SQL).bind(id.0).fetch_optional(conn).await)?;
    Ok(row.map(|row| row.into_domain().0))
}

/// The one with this address, and the hash of their password.
pub async fn find_by_email(tx: &mut Tx, email: &str) -> Result<Option<(Person, String)>> {
    const SQL: &str = const_format::concatcp!(COLUMNS, " where email_key = $1");
    let row: Option<Row> =
        on_db!(tx, conn => sqlx::query_as(SQL).bind(email_key(email)).fetch_optional(conn).await)?;
    Ok(row.map(Row::into_domain))
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
    let inserted = on_db!(tx, conn => sqlx::query(SQL)
        .bind(person.id.0)
        .bind(&person.name)
        .bind(&person.email)
        .bind(email_key(&person.email))
        .bind(password_hash)
        .bind(Stamp(now))
        .execute(conn).await.map(|done| done.rows_affected()))?;
    Ok(inserted == 1)
}

pub async fn set_password(tx: &mut Tx, id: PersonId, password_hash: &str) -> Result<()> {
    const SQL: &str = "update person set password_hash = $2 where id = $1";
    on_db!(tx, conn => sqlx::query(SQL).bind(id.0).bind(password_hash).execute(conn).await.map(drop))?;
    Ok(())
}
