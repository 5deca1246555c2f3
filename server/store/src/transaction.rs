//! A transaction on a connection of the pool, and how long the database may take to answer it.
//!
//! A connection goes back to its pool only in a known state: its begin was acknowledged, and its commit or rollback
//! too. Every other connection is closed, and the next transaction opens a new one. Holds no statement of a table.

use super::{Error, Result, counted};
use sqlx::pool::PoolConnection;
use sqlx::{AssertSqlSafe, Database, Executor, Pool};
use std::borrow::Cow;
use std::ops::{Deref, DerefMut};
use std::time::Duration;
use tokio::runtime::Handle;

/// How long a transaction waits for a connection and its begin, SQLite's one writer included.
pub const PATIENCE: Duration = Duration::from_secs(4);
/// How long one statement of a page or a call may take, a wait for a row's lock included.
pub const STATEMENT: Duration = Duration::from_secs(4);
/// The same for what only the clock waits for.
pub const LONG_STATEMENT: Duration = Duration::from_mins(1);
/// The server ends a statement itself before we give up its connection.
const ANSWER: Duration = Duration::from_secs(1);
/// The server gives back the locks of a process that it no longer hears.
const SILENCE: Duration = Duration::from_secs(30);

/// A transaction; rolled back unless committed.
pub struct Transaction<DB: Database> {
    connection: Option<PoolConnection<DB>>,
    state: State,
    statement: Duration,
    /// Whether statements are kept by name on the connection, for the next time.
    pub prepares_by_name: bool,
    /// Takes back a connection that is in order, and whether its transaction is still open.
    give_back: fn(PoolConnection<DB>, bool),
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// Nothing was sent: this text goes ahead of the first statement.
    Unsent(&'static str),
    /// A begin or a commit was sent and not acknowledged.
    Unknown,
    Open,
    Committed,
}

/// The text that begins a transaction on PostgreSQL. The limits travel with it, so they cost no round trip and end with
/// the transaction.
pub fn postgres_begin(statement: Duration) -> String {
    format!(
        "begin; set local statement_timeout = {}; set local idle_in_transaction_session_timeout = {}",
        statement.as_millis(),
        SILENCE.as_millis()
    )
}

impl<DB: Database> Transaction<DB>
where
    for<'c> &'c mut DB::Connection: Executor<'c, Database = DB>,
{
    pub async fn begin(pool: &Pool<DB>, begin: String, statement: Duration) -> Result<Self> {
        within(PATIENCE, async {
            let mut tx = Self {
                connection: Some(pool.acquire().await?),
                state: State::Unknown,
                statement,
                prepares_by_name: true,
                give_back,
            };
            run(&mut tx, begin).await?;
            tx.state = State::Open;
            Ok(tx)
        })
        .await
    }

    /// A transaction whose begin travels with its first statement: an engine that runs in a thread of its own is asked
    /// once less.
    pub async fn begin_with_statement(
        pool: &Pool<DB>,
        begin: &'static str,
        statement: Duration,
    ) -> Result<Self> {
        let acquired = async { Ok::<_, Error>(pool.acquire().await?) };
        Ok(Self {
            connection: Some(within(PATIENCE, acquired).await?),
            state: State::Unsent(begin),
            statement,
            prepares_by_name: true,
            give_back,
        })
    }

    pub async fn commit(mut self) -> Result<()> {
        if matches!(self.state, State::Unsent(_)) {
            return Ok(());
        }
        self.state = State::Unknown;
        within(self.limit(), run(&mut self, "commit".to_owned())).await?;
        self.state = State::Committed;
        Ok(())
    }
}

impl<DB: Database> Transaction<DB> {
    /// How long we wait for the answer to one statement.
    pub fn limit(&self) -> Duration {
        self.statement + ANSWER
    }

    /// The text to send for a statement: with the transaction's begin ahead of it where that is still to be sent.
    pub fn text(&mut self, sql: Cow<'static, str>) -> Cow<'static, str> {
        counted::add(1);
        match self.state {
            State::Unsent(begin) => {
                self.state = State::Unknown;
                format!("{begin}; {sql}").into()
            }
            _ => sql,
        }
    }

    /// The statement was answered, and so was a begin ahead of it. A connection whose begin was not is closed in the end.
    pub fn answered(&mut self) {
        if self.state == State::Unknown {
            self.state = State::Open;
        }
    }
}

async fn run<DB: Database>(connection: &mut DB::Connection, sql: String) -> sqlx::Result<()>
where
    for<'c> &'c mut DB::Connection: Executor<'c, Database = DB>,
{
    sqlx::raw_sql(AssertSqlSafe(sql))
        .execute(connection)
        .await?;
    Ok(())
}

/// Gives up on a database that does not answer, regardless of the network and of the server's own limits.
pub async fn within<T, E: From<sqlx::Error>>(
    limit: Duration,
    answer: impl Future<Output = std::result::Result<T, E>>,
) -> std::result::Result<T, E> {
    tokio::time::timeout(limit, answer)
        .await
        .unwrap_or_else(|elapsed| {
            let silent = std::io::Error::new(std::io::ErrorKind::TimedOut, elapsed);
            Err(sqlx::Error::Io(silent).into())
        })
}

/// Continues after the caller that held the transaction is gone; what cannot be rolled back in time is closed.
fn give_back<DB: Database>(mut connection: PoolConnection<DB>, open: bool)
where
    for<'c> &'c mut DB::Connection: Executor<'c, Database = DB>,
{
    let Ok(runtime) = Handle::try_current() else {
        drop(connection.detach());
        return;
    };
    runtime.spawn(async move {
        if open {
            let rolled_back = within(PATIENCE, run(&mut connection, "rollback".to_owned())).await;
            if let Err(error) = rolled_back {
                tracing::warn!(%error, "a transaction was not rolled back, its connection is closed");
                drop(connection.detach());
                return;
            }
        }
        // The pool's own way back asks the database once more, without a limit of time.
        let returned = connection.return_to_pool();
        drop(tokio::time::timeout(PATIENCE, returned).await);
    });
}

impl<DB: Database> Drop for Transaction<DB> {
    fn drop(&mut self) {
        let Some(connection) = self.connection.take() else {
            return;
        };
        match self.state {
            // Closed as it is: a farewell could wait for an answer, too.
            State::Unknown => drop(connection.detach()),
            state => (self.give_back)(connection, state == State::Open),
        }
    }
}

const TAKEN: &str = "the connection is here until the transaction is dropped";

impl<DB: Database> Deref for Transaction<DB> {
    type Target = DB::Connection;

    fn deref(&self) -> &DB::Connection {
        self.connection.as_ref().expect(TAKEN)
    }
}

impl<DB: Database> DerefMut for Transaction<DB> {
    fn deref_mut(&mut self) -> &mut DB::Connection {
        self.connection.as_mut().expect(TAKEN)
    }
}
