//! The database: one file per table, rows in, domain values or an inconsistency out.
//!
//! Each SQL text exists once and runs on SQLite and PostgreSQL. Uses `domain` alone;
//! opens no transaction of its own accord: only services do.

pub mod access;
pub mod alternate_ids;
pub mod answer_tries;
pub mod api_keys;
pub mod applications;
pub mod audits;
pub mod authenticators;
pub mod authorizations;
pub mod batches;
pub mod callbacks;
pub mod certificates;
mod connect_request_row;
pub mod connect_requests;
pub mod connections;
mod counted;
pub mod custodian_invitations;
pub mod custodians;
pub mod downloads;
pub mod email_changes;
pub mod events;
pub mod half_sign_ins;
pub mod idempotency;
pub mod installation;
pub mod invitations;
pub mod jobs;
pub mod logos;
pub mod mail_settings;
pub mod monthly_marks;
pub mod passkey_ceremonies;
pub mod passkeys;
pub mod password_resets;
pub mod person_authenticators;
pub mod person_half_sign_ins;
pub mod person_settings;
pub mod persons;
pub mod pickups;
mod pooler;
pub mod rate_limits;
pub mod records;
pub mod reminders;
pub mod request_list;
mod request_list_texts;
pub mod request_words;
pub mod sessions;
pub mod set_up;
pub mod sign_in_limits;
pub mod sign_ups;
pub mod signed_calls;
pub mod staff;
mod stamp;
mod statement;
pub mod statistics;
pub mod things;
mod transaction;
pub mod trust_texts;

pub use counted::counted;
pub use stamp::Stamp;
use statement::{List, ROWS_AT_ONCE};
use transaction::{PATIENCE, Transaction};

use sqlx::migrate::Migrator;
use sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions};
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous,
};
use sqlx::{Postgres, Sqlite};
use std::path::PathBuf;
use std::str::FromStr;
use std::time::Duration;

/// A database. The URL's scheme picks the engine.
#[derive(Clone, Debug)]
pub enum Store {
    /// One writer, many readers.
    Sqlite {
        writer: SqlitePool,
        readers: SqlitePool,
    },
    Postgres {
        pool: PgPool,
        /// Connections of the server are shared, transaction by transaction.
        shared: bool,
    },
}

/// A transaction; rolled back unless committed.
pub enum Tx {
    Sqlite(Transaction<Sqlite>),
    Postgres(Transaction<Postgres>),
}

#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("database: {0}")]
    Sqlx(#[from] sqlx::Error),
    #[error("migration: {0}")]
    Migrate(#[from] sqlx::migrate::MigrateError),
    /// A row that fits no domain value: never guessed at.
    #[error("inconsistent row in {table}: {id}")]
    Inconsistent { table: &'static str, id: String },
    /// The same, where reading or writing one of its values failed.
    #[error("inconsistent row in {table}: {id}: {source}")]
    Unreadable {
        table: &'static str,
        id: String,
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    #[error("DATABASE_URL starts with neither sqlite: nor postgres:")]
    Scheme,
    #[error(
        "the pooler before the database pools statements. Set its pool_mode to transaction or session"
    )]
    StatementPooling,
}

pub type Result<T> = std::result::Result<T, Error>;

const CONNECTIONS: u32 = 16;
/// Rows that SQLite's thread may be ahead of their reader: more than a page has, so that it does not wait halfway.
const ROWS_AHEAD: usize = 256;

impl Store {
    /// Opens the database and brings its tables up to date.
    pub async fn open(url: &str) -> Result<Self> {
        let store = Self::connect(url, true).await?;
        store.migrate().await?;
        Ok(store)
    }

    /// Opens the database as it is now; None where there is none yet.
    pub async fn open_as_is(url: &str) -> Result<Option<Self>> {
        if url.starts_with("sqlite:")
            && !SqliteConnectOptions::from_str(url)?.get_filename().exists()
        {
            return Ok(None);
        }
        Self::connect(url, false).await.map(Some)
    }

    async fn connect(url: &str, create: bool) -> Result<Self> {
        if url.starts_with("sqlite:") {
            let options = SqliteConnectOptions::from_str(url)?
                .create_if_missing(create)
                .foreign_keys(true)
                .journal_mode(SqliteJournalMode::Wal)
                .synchronous(SqliteSynchronous::Full)
                .row_buffer_size(ROWS_AHEAD)
                .busy_timeout(PATIENCE);
            let pool = |connections| {
                SqlitePoolOptions::new()
                    .max_connections(connections)
                    .acquire_timeout(PATIENCE)
                    // A file does not hang up: the question would only wake the connection's thread once more.
                    .test_before_acquire(false)
            };
            let writer = pool(1).connect_with(options.clone()).await?;
            let readers = pool(CONNECTIONS)
                .connect_with(options.read_only(true).create_if_missing(false))
                .await?;
            Ok(Self::Sqlite { writer, readers })
        } else if url.starts_with("postgres:") || url.starts_with("postgresql:") {
            // PgBouncer turns away who asks for more digits of fractions, and we store none.
            let options = PgConnectOptions::from_str(url)?.extra_float_digits(None);
            let connect = |options| {
                PgPoolOptions::new()
                    .max_connections(CONNECTIONS)
                    .acquire_timeout(PATIENCE)
                    .connect_with(options)
            };
            let pool = connect(options.clone()).await?;
            let shared = pooler::shares_connections(&pool).await?;
            if !shared {
                return Ok(Self::Postgres { pool, shared });
            }
            tracing::info!("a pooler shares the connections of PostgreSQL by transactions");
            pool.close().await;
            let pool = connect(options.statement_cache_capacity(0)).await?;
            Ok(Self::Postgres { pool, shared })
        } else {
            Err(Error::Scheme)
        }
    }

    /// The file of a SQLite database; None for another one.
    pub fn file(url: &str) -> Option<PathBuf> {
        let options = SqliteConnectOptions::from_str(url);
        let is_file = url.starts_with("sqlite:");
        is_file.then(|| Some(options.ok()?.get_filename().to_owned()))?
    }

    async fn migrate(&self) -> Result<()> {
        match self {
            Self::Sqlite { writer, .. } => self.migrator().run(writer).await?,
            Self::Postgres { pool, shared: true } => pooler::migrate(pool, self.migrator()).await?,
            Self::Postgres { pool, .. } => self.migrator().run(pool).await?,
        }
        Ok(())
    }

    fn migrator(&self) -> &'static Migrator {
        static SQLITE: Migrator = sqlx::migrate!("../../migrations/sqlite");
        static POSTGRES: Migrator = sqlx::migrate!("../../migrations/postgres");
        match self {
            Self::Sqlite { .. } => &SQLITE,
            Self::Postgres { .. } => &POSTGRES,
        }
    }

    /// Numbers of all migrations that this version knows.
    pub fn known_migrations(&self) -> Vec<i64> {
        let known = self.migrator().iter();
        known.map(|migration| migration.version).collect()
    }

    /// A transaction that may write.
    pub async fn begin(&self) -> Result<Tx> {
        self.begin_for(transaction::STATEMENT).await
    }

    /// A transaction of the clock's, for which no one waits: its statements may take longer.
    pub async fn begin_long(&self) -> Result<Tx> {
        self.begin_for(transaction::LONG_STATEMENT).await
    }

    async fn begin_for(&self, statement: Duration) -> Result<Tx> {
        Ok(match self {
            Self::Sqlite { writer, .. } => {
                let begin = "begin immediate".to_owned();
                Tx::Sqlite(Transaction::begin(writer, begin, statement).await?)
            }
            Self::Postgres { pool, shared } => {
                let begin = transaction::postgres_begin(statement);
                let mut tx = Transaction::begin(pool, begin, statement).await?;
                tx.prepares_by_name = !shared;
                Tx::Postgres(tx)
            }
        })
    }

    /// A transaction that only reads; on SQLite it never waits for a writer.
    pub async fn read(&self) -> Result<Tx> {
        match self {
            Self::Sqlite { readers, .. } => {
                let statement = transaction::STATEMENT;
                let tx = Transaction::begin_with_statement(readers, "begin", statement);
                Ok(Tx::Sqlite(tx.await?))
            }
            Self::Postgres { .. } => self.begin().await,
        }
    }

    /// Ends all connections; those who wait for one are turned away.
    pub async fn close(&self) {
        match self {
            Self::Sqlite { writer, readers } => {
                readers.close().await;
                writer.close().await;
            }
            Self::Postgres { pool, .. } => pool.close().await,
        }
    }
}

impl Tx {
    pub async fn commit(self) -> Result<()> {
        match self {
            Self::Sqlite(tx) => tx.commit().await?,
            Self::Postgres(tx) => tx.commit().await?,
        }
        Ok(())
    }

    /// The text that takes a row's lock: SQLite's one writer holds them all.
    fn locking(&self, sqlite: &'static str, postgres: &'static str) -> &'static str {
        match self {
            Self::Sqlite(_) => sqlite,
            Self::Postgres(_) => postgres,
        }
    }
}

fn inconsistent(table: &'static str, id: &impl ToString) -> Error {
    Error::Inconsistent {
        table,
        id: id.to_string(),
    }
}

/// Makes an error of what reading or writing a value of the row failed with.
fn unreadable<E>(table: &'static str, id: &impl ToString) -> impl FnOnce(E) -> Error
where
    E: std::error::Error + Send + Sync + 'static,
{
    move |source| Error::Unreadable {
        table,
        id: id.to_string(),
        source: Box::new(source),
    }
}
