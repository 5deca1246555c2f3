//! Table `download`: the one file of all that is a person's, sealed by the services.

use super::{Result, Stamp, Tx, inconsistent};
use domain::ids::PersonId;
use domain::timestamp::Timestamp;
use uuid::Uuid;

domain::named! {
    /// The state of a file.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum State {
        Running = "running",
        Ready = "ready",
        Failed = "failed",
    }
}

/// A file without its bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Download {
    pub id: Uuid,
    pub person: PersonId,
    pub state: State,
    pub made_at: Timestamp,
    pub expires_at: Timestamp,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    person_id: Uuid,
    state: String,
    made_at: Stamp,
    expires_at: Stamp,
}

impl Row {
    fn into_domain(self) -> Result<Download> {
        Ok(Download {
            id: self.id,
            person: PersonId(self.person_id),
            state: State::from_name(&self.state)
                .ok_or_else(|| inconsistent("download", &self.id))?,
            made_at: self.made_at.into(),
            expires_at: self.expires_at.into(),
        })
    }
}

const COLUMNS: &str = "select id, person_id, state, made_at, expires_at from download";

/// The file of a person.
pub async fn of_person(tx: &mut Tx, person: PersonId) -> Result<Option<Download>> {
    const SQL: &str = const_format::concatcp!(COLUMNS, " where person_id = $1");
    let row: Option<Row> = tx.fetch_optional(SQL, (person.0,)).await?;
    row.map(Row::into_domain).transpose()
}

pub async fn find(tx: &mut Tx, id: Uuid) -> Result<Option<Download>> {
    const SQL: &str = const_format::concatcp!(COLUMNS, " where id = $1");
    let row: Option<Row> = tx.fetch_optional(SQL, (id,)).await?;
    row.map(Row::into_domain).transpose()
}

/// Begins a file in the place of the one before.
pub async fn begin(tx: &mut Tx, download: &Download) -> Result<()> {
    const SQL: &str = "insert into download (id, person_id, state, made_at, expires_at) values ($1, $2, $3, $4, $5)";
    delete(tx, download.person).await?;
    let values = (
        download.id,
        download.person.0,
        download.state.name(),
        Stamp(download.made_at),
        Stamp(download.expires_at),
    );
    tx.execute(SQL, values).await?;
    Ok(())
}

/// Ends the work on a file that is still asked for; false where another took its place.
pub async fn finish(
    tx: &mut Tx,
    id: Uuid,
    state: State,
    file: Option<&[u8]>,
    until: Timestamp,
) -> Result<bool> {
    const SQL: &str = "update download set state = $2, file = $3, expires_at = $4 where id = $1 and state = 'running'";
    let ended = tx
        .execute(SQL, (id, state.name(), file, Stamp(until)))
        .await?;
    Ok(ended == 1)
}

/// The sealed bytes of a file that is ready.
pub async fn file(tx: &mut Tx, id: Uuid) -> Result<Option<Vec<u8>>> {
    const SQL: &str = "select file from download where id = $1 and state = 'ready'";
    let file: Option<Option<Vec<u8>>> = tx.fetch_optional_scalar(SQL, (id,)).await?;
    Ok(file.flatten())
}

pub async fn delete(tx: &mut Tx, person: PersonId) -> Result<()> {
    const SQL: &str = "delete from download where person_id = $1";
    tx.execute(SQL, (person.0,)).await?;
    Ok(())
}

pub async fn purge(tx: &mut Tx, now: Timestamp) -> Result<u64> {
    const SQL: &str = "delete from download where expires_at <= $1";
    tx.execute(SQL, (Stamp(now),)).await
}
