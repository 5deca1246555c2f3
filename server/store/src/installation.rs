//! The one row that says which key belongs to this database, and that readiness writes to.

use super::{Error, Result, Stamp, Tx};
use domain::timestamp::Timestamp;

pub async fn key_fingerprint(tx: &mut Tx) -> Result<Option<Vec<u8>>> {
    const SQL: &str = "select key_fingerprint from installation where id = 1";
    tx.fetch_optional_scalar(SQL, ()).await
}

/// Locks the row: of two who change what belongs to the installation, one waits.
pub async fn lock(tx: &mut Tx) -> Result<()> {
    const SQLITE: &str = "select id from installation where id = 1";
    const POSTGRES: &str = const_format::concatcp!(SQLITE, " for update");
    let sql = tx.locking(SQLITE, POSTGRES);
    tx.fetch_optional::<(i64,)>(sql, ()).await?;
    Ok(())
}

/// Writes the least there is to write.
pub async fn check_write(tx: &mut Tx) -> Result<()> {
    const SQL: &str = "update installation set write_checks = write_checks + 1 where id = 1";
    tx.execute(SQL, ()).await?;
    Ok(())
}

/// The database's own clock; SQLite has none but ours.
pub async fn clock(tx: &mut Tx) -> Result<Option<Timestamp>> {
    const SQL: &str = "select clock_timestamp()";
    Ok(match tx {
        Tx::Sqlite(_) => None,
        Tx::Postgres(_) => {
            let now: Stamp = tx.fetch_scalar(SQL, ()).await?;
            Some(now.into())
        }
    })
}

/// Numbers of the migrations that have run; none in a database that was never ours.
pub async fn migrations(tx: &mut Tx) -> Result<Vec<i64>> {
    const SQL: &str = "select version from _sqlx_migrations where success order by version";
    let found = tx.fetch_all_scalars(SQL, ()).await;
    match found {
        Err(Error::Sqlx(sqlx::Error::Database(_))) => Ok(Vec::new()),
        found => found,
    }
}

/// Claims the empty database for a key; does nothing where one has claimed it already.
pub async fn claim(tx: &mut Tx, key_fingerprint: &[u8], now: Timestamp) -> Result<()> {
    const SQL: &str = "insert into installation (id, key_fingerprint, made_at) values (1, $1, $2) \
                       on conflict (id) do nothing";
    tx.execute(SQL, (key_fingerprint, Stamp(now))).await?;
    Ok(())
}
