//! An empty database for each test: a copy of a template, so that migrations run once and not for every test.

use sha2::{Digest, Sha256};
use sqlx::migrate::Migrator;
use sqlx::{AssertSqlSafe, Connection, PgConnection};
use std::path::Path;
use std::sync::atomic::{AtomicU32, Ordering};
use store::Store;
use tokio::sync::OnceCell;

static MIGRATIONS: Migrator = sqlx::migrate!("../migrations/postgres");

/// Any number that nothing else on the server locks: templates are made one after another.
const LOCK: i64 = 0x7465_6d70;

/// A database file in this folder; its URL.
pub async fn sqlite(folder: &Path) -> String {
    static TEMPLATE: OnceCell<Vec<u8>> = OnceCell::const_new();
    let file = folder.join("test.db");
    let template = TEMPLATE.get_or_init(sqlite_template).await;
    std::fs::write(&file, template).expect("a file to be written");
    format!("sqlite:{}", file.display())
}

async fn sqlite_template() -> Vec<u8> {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("template.db");
    migrate(&format!("sqlite:{}", file.display())).await;
    let files = std::fs::read_dir(folder.path()).expect("a folder").count();
    assert_eq!(files, 1, "the log is not part of the database's file yet");
    std::fs::read(&file).expect("a file to be read")
}

async fn migrate(url: &str) {
    let store = Store::open(url).await.expect("a database");
    store.close().await;
}

/// A database on the PostgreSQL server that one test has to itself.
pub struct PostgresDatabase<'a> {
    server: &'a str,
    name: String,
}

impl<'a> PostgresDatabase<'a> {
    pub async fn create(server: &'a str) -> Self {
        static TEMPLATE: OnceCell<String> = OnceCell::const_new();
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let template = TEMPLATE.get_or_init(|| postgres_template(server)).await;
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("test_{}_{count}", std::process::id());
        let mut connection = connect(server).await;
        drop_database(&mut connection, &name).await;
        let sql = format!("create database {name} template {template}");
        execute(&mut connection, sql).await;
        Self { server, name }
    }

    pub fn url(&self) -> String {
        on_server(self.server, &self.name)
    }

    pub async fn drop(self) {
        drop_database(&mut connect(self.server).await, &self.name).await;
    }
}

/// The name of the template with these migrations. It stays on the server for later runs; only its rename ends its
/// making, so that no one copies half of it.
async fn postgres_template(server: &str) -> String {
    let mut digest = Sha256::new();
    for migration in MIGRATIONS.iter() {
        digest.update(migration.version.to_be_bytes());
        digest.update(&migration.checksum);
    }
    let name = format!("test_template_{}", &hex::encode(digest.finalize())[..16]);
    // Other processes wait here until this connection is closed.
    let mut connection = connect(server).await;
    let locked = sqlx::query("select pg_advisory_lock($1)").bind(LOCK);
    locked.execute(&mut connection).await.expect("the lock");
    let found = sqlx::query("select 1 from pg_database where datname = $1").bind(&name);
    let found = found.fetch_optional(&mut connection).await;
    if found.expect("an answer").is_none() {
        let draft = format!("{name}_draft");
        drop_database(&mut connection, &draft).await;
        execute(&mut connection, format!("create database {draft}")).await;
        migrate(&on_server(server, &draft)).await;
        let sql = format!("alter database {draft} rename to {name}");
        execute(&mut connection, sql).await;
    }
    name
}

/// The server's URL with another database's name.
fn on_server(server: &str, name: &str) -> String {
    let mut url: url::Url = server.parse().expect("a URL");
    url.set_path(name);
    url.into()
}

async fn connect(server: &str) -> PgConnection {
    PgConnection::connect(server).await.expect("a PostgreSQL")
}

async fn drop_database(connection: &mut PgConnection, name: &str) {
    let sql = format!("drop database if exists {name} with (force)");
    execute(connection, sql).await;
}

async fn execute(connection: &mut PgConnection, sql: String) {
    let done = sqlx::query(AssertSqlSafe(sql)).execute(connection).await;
    done.expect("a statement that runs");
}
