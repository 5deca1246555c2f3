//! Whether a pooler such as PgBouncer is between us and PostgreSQL, and what has to differ then.
//!
//! In its transaction mode each transaction may run on another connection of the server. What belongs to a connection is
//! left out there: statements that are prepared by name, and locks of a session, which the next start would wait for.

use super::{Error, Result};
use sqlx::migrate::Migrator;
use sqlx::pool::PoolConnection;
use sqlx::postgres::{PgPool, PgRow};
use sqlx::{Acquire, Postgres, Row};
use std::borrow::Cow;

/// Two rounds: another client of the pooler may take the connection that would have told us.
const ROUNDS: usize = 2;
/// Any number will do that no other program of the database takes.
const MIGRATION_LOCK: &str = "select pg_advisory_xact_lock(7035208211)";

/// Whether transactions of one connection of ours run on several of the server's, or those of two on one.
pub async fn shares_connections(pool: &PgPool) -> Result<bool> {
    let (mut one, mut other) = (pool.acquire().await?, pool.acquire().await?);
    for _ in 0..ROUNDS {
        let first = backend(&mut one).await?;
        let between = backend(&mut other).await?;
        let again = backend(&mut one).await?;
        if first != again || first == between {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The process of the server that ran a transaction.
async fn backend(connection: &mut PoolConnection<Postgres>) -> Result<i32> {
    let begun = sqlx::raw_sql("begin").execute(&mut **connection).await;
    begun.map_err(no_transactions)?;
    let text = "select pg_backend_pid(); commit";
    let row: PgRow = sqlx::raw_sql(text).fetch_one(&mut **connection).await?;
    Ok(row.try_get(0)?)
}

/// PgBouncer's statement mode takes no transaction, and nothing of ours goes without one.
fn no_transactions(error: sqlx::Error) -> Error {
    let said = error
        .as_database_error()
        .map(|error| error.message().to_lowercase());
    if said.is_some_and(|said| said.contains("statement pooling")) {
        Error::StatementPooling
    } else {
        error.into()
    }
}

/// Runs the migrations in one transaction, with a lock that ends with it.
pub async fn migrate(pool: &PgPool, migrator: &'static Migrator) -> Result<()> {
    let mut connection = pool.acquire().await?;
    let mut tx = connection.begin().await?;
    sqlx::raw_sql(MIGRATION_LOCK).execute(&mut *tx).await?;
    // What reads the list of migrations prepares by name, and the name is the same in every process.
    sqlx::raw_sql("deallocate all").execute(&mut *tx).await?;
    let without_lock = Migrator {
        migrations: Cow::Borrowed(&migrator.migrations),
        locking: false,
        ..Migrator::DEFAULT
    };
    without_lock.run_direct(None, &mut *tx, false).await?;
    sqlx::raw_sql("deallocate all").execute(&mut *tx).await?;
    tx.commit().await?;
    Ok(())
}
