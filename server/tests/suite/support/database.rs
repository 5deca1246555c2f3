//! A database for one test: SQLite in a folder, and PostgreSQL where the environment names a server.

use super::template::{self, PostgresDatabase};
use super::{Clinic, Network};
use service::mail::{Memory, Transport};
use sqlx::postgres::PgPoolOptions;
use sqlx::sqlite::SqlitePoolOptions;
use sqlx::{AssertSqlSafe, PgPool, Row, SqlitePool};
use std::collections::HashMap;
use std::path::Path;

/// Where the tests find a PostgreSQL server; without it they run on SQLite alone.
const POSTGRES_URL: &str = "PATIENT_CONNECT_TEST_POSTGRES_URL";

/// Runs a test on SQLite in a temporary folder, then on a PostgreSQL database of its own.
pub async fn on_each_database(test: impl AsyncFn(&Clinic)) {
    let folder = tempfile::tempdir().expect("a folder");
    let url = template::sqlite(folder.path()).await;
    visit(&test, &url, folder.path()).await;

    if let Ok(server) = std::env::var(POSTGRES_URL) {
        let folder = tempfile::tempdir().expect("a folder");
        let database = PostgresDatabase::create(&server).await;
        visit(&test, &database.url(), folder.path()).await;
        database.drop().await;
    }
}

/// Runs a test on a PostgreSQL database of its own that the server reaches over a network of the test's; nowhere else.
pub async fn on_postgres_over_a_network(test: impl AsyncFn(&Clinic, &Network)) {
    if let Ok(server) = std::env::var(POSTGRES_URL) {
        let folder = tempfile::tempdir().expect("a folder");
        let database = PostgresDatabase::create(&server).await;
        let network = Network::to(&server).await;
        let url = network.through(&database.url());
        let test = async |clinic: &Clinic| test(clinic, &network).await;
        visit(&test, &url, folder.path()).await;
        database.drop().await;
    }
}

async fn visit(test: &impl AsyncFn(&Clinic), url: &str, folder: &Path) {
    let memory = Memory::default();
    let clinic = Clinic::open(url, folder, Transport::Memory(memory.clone()), memory).await;
    test(&clinic).await;
}

/// The database behind the server's back: read and altered as an intruder or an auditor would.
pub enum Database {
    Sqlite(SqlitePool),
    Postgres(PgPool),
}

impl Database {
    pub async fn open(url: &str) -> Self {
        if url.starts_with("sqlite:") {
            let pool = SqlitePoolOptions::new().max_connections(1).connect(url);
            Self::Sqlite(pool.await.expect("a database"))
        } else {
            let pool = PgPoolOptions::new().max_connections(1).connect(url);
            Self::Postgres(pool.await.expect("a database"))
        }
    }

    /// Runs a statement; answers how many rows it touched.
    pub async fn execute(&self, sql: &str) -> u64 {
        let query = sqlx::raw_sql(AssertSqlSafe(sql.to_owned()));
        match self {
            Self::Sqlite(pool) => query.execute(pool).await.expect("to run").rows_affected(),
            Self::Postgres(pool) => query.execute(pool).await.expect("to run").rows_affected(),
        }
    }

    /// The administrator ends every connection but this one; SQLite has none.
    pub async fn end_all_connections(&self) {
        if let Self::Postgres(pool) = self {
            let sql = "select pg_terminate_backend(pid) from pg_stat_activity \
                where datname = current_database() and pid <> pg_backend_pid()";
            let ended = sqlx::query(sql).fetch_all(pool).await.expect("to run");
            assert!(!ended.is_empty(), "nobody was connected");
        }
    }

    /// One number.
    pub async fn number(&self, sql: &str) -> i64 {
        let sql = AssertSqlSafe(sql.to_owned());
        match self {
            Self::Sqlite(pool) => sqlx::query_scalar(sql).fetch_one(pool).await,
            Self::Postgres(pool) => sqlx::query_scalar(sql).fetch_one(pool).await,
        }
        .expect("a number")
    }

    /// One column of texts.
    pub async fn texts(&self, sql: &str) -> Vec<String> {
        let sql = AssertSqlSafe(sql.to_owned());
        match self {
            Self::Sqlite(pool) => sqlx::query_scalar(sql).fetch_all(pool).await,
            Self::Postgres(pool) => sqlx::query_scalar(sql).fetch_all(pool).await,
        }
        .expect("texts")
    }

    /// How the engine would run a statement. A small table is cheapest read whole, so PostgreSQL is told not to.
    pub async fn plan(&self, sql: &str) -> String {
        let explained = match self {
            Self::Sqlite(_) => format!("explain query plan {sql}"),
            Self::Postgres(_) => {
                let holes = (1..10).filter(|hole| sql.contains(&format!("${hole}")));
                let nulls = vec!["null"; holes.count()].join(", ");
                let prepared = "set enable_seqscan = off; set enable_sort = off; \
                    set plan_cache_mode = force_generic_plan; deallocate all";
                self.execute(&format!("{prepared}; prepare looked_at as {sql}"))
                    .await;
                format!("explain execute looked_at({nulls})")
            }
        };
        self.lines(explained).await
    }

    /// The same with the values in the statement, and with all of the engine's ways open.
    pub async fn explain(&self, sql: &str) -> String {
        let explained = match self {
            Self::Sqlite(_) => format!("explain query plan {sql}"),
            Self::Postgres(_) => format!("explain {sql}"),
        };
        self.lines(explained).await
    }

    async fn lines(&self, explained: String) -> String {
        let query = sqlx::raw_sql(AssertSqlSafe(explained));
        let lines: Vec<String> = match self {
            Self::Sqlite(pool) => {
                let rows = query.fetch_all(pool).await.expect("a plan");
                let mut depths = HashMap::from([(0, 0)]);
                let lines = rows.iter().map(|row| {
                    let depth = depths[&row.get::<i64, _>("parent")];
                    depths.insert(row.get::<i64, _>("id"), depth + 1);
                    let detail: &str = row.get("detail");
                    format!("{:1$}{detail}", "", 2 * depth)
                });
                lines.collect()
            }
            Self::Postgres(pool) => {
                let rows = query.fetch_all(pool).await.expect("a plan");
                rows.iter().map(|row| row.get(0)).collect()
            }
        };
        lines.join("\n")
    }

    pub async fn tables(&self) -> Vec<String> {
        let sql = match self {
            Self::Sqlite(_) => "select name from sqlite_master where type = 'table' order by name",
            Self::Postgres(_) => {
                "select table_name::text from information_schema.tables where table_schema = 'public' order by 1"
            }
        };
        let tables = self.texts(sql).await;
        let ours = |name: &String| !name.starts_with("sqlite_") && name != "_sqlx_migrations";
        tables.into_iter().filter(ours).collect()
    }

    /// Every row of every table as text, blobs in hex and as they are: the same for the same content.
    pub async fn dump(&self) -> String {
        let mut dump = String::new();
        for table in self.tables().await {
            dump.push_str(&format!("\n== {table}\n"));
            let mut rows = match self {
                Self::Sqlite(pool) => sqlite_rows(pool, &table).await,
                Self::Postgres(_) => {
                    self.texts(&format!("select t::text from \"{table}\" t"))
                        .await
                }
            };
            rows.sort();
            dump.push_str(&rows.join("\n"));
        }
        dump
    }
}

async fn sqlite_rows(pool: &SqlitePool, table: &str) -> Vec<String> {
    let sql = AssertSqlSafe(format!("select * from \"{table}\""));
    let rows = sqlx::query(sql).fetch_all(pool).await.expect("rows");
    let cell = |row: &sqlx::sqlite::SqliteRow, column: usize| {
        let bytes = row.try_get_unchecked::<Option<Vec<u8>>, _>(column);
        let number = row.try_get::<Option<i64>, _>(column);
        match (number, bytes) {
            (Ok(number), _) => format!("{number:?}"),
            (_, Ok(Some(bytes))) => {
                format!(
                    "{} {}",
                    String::from_utf8_lossy(&bytes),
                    hex::encode(&bytes)
                )
            }
            _ => String::new(),
        }
    };
    rows.iter()
        .map(|row| {
            let cells: Vec<_> = (0..row.len()).map(|column| cell(row, column)).collect();
            cells.join(" | ")
        })
        .collect()
}
