//! What a backup asks of the database as a whole.

use super::{Result, Store};
use std::path::Path;

impl Store {
    /// Writes all of a SQLite database, as of one moment, into a file that is empty or not there yet; others read and
    /// write meanwhile. False on PostgreSQL, whose own programs do it.
    pub async fn copy_to(&self, file: &Path) -> Result<bool> {
        let Self::Sqlite { writer, .. } = self else {
            return Ok(false);
        };
        sqlx::query("vacuum into $1")
            .bind(file.to_string_lossy())
            .execute(writer)
            .await?;
        Ok(true)
    }

    /// Whether it has no table yet.
    pub async fn is_empty(&self) -> Result<bool> {
        let tables: i64 = match self {
            Self::Sqlite { readers, .. } => {
                const SQL: &str = "select count(*) from sqlite_schema";
                sqlx::query_scalar(SQL).fetch_one(readers).await?
            }
            Self::Postgres { pool, .. } => {
                const SQL: &str = "select count(*) from pg_catalog.pg_tables \
                    where schemaname not in ('pg_catalog', 'information_schema')";
                sqlx::query_scalar(SQL).fetch_one(pool).await?
            }
        };
        Ok(tables == 0)
    }
}
