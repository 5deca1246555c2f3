//! A statement on its way to the engine of its transaction: its text, its values, and how long its answer may take.
//!
//! No other file tells the engines apart to run a statement. Every statement is prepared once for each connection and
//! kept there, but for connections that a pooler shares. Holds no statement of a table.

use super::transaction::{Transaction, within};
use super::{Result, Tx};
use sqlx::database::HasStatementCache;
use sqlx::postgres::PgRow;
use sqlx::sqlite::SqliteRow;
use sqlx::{
    Arguments, AssertSqlSafe, Database, Encode, Executor, FromRow, IntoArguments, Postgres, Sqlite,
    Type,
};
use std::borrow::Cow;

/// Rows of one statement: beyond a hundred it gets no faster, and engines allow 32 766 values.
pub const ROWS_AT_ONCE: usize = 100;

/// A value that both engines take.
pub trait Value<'q>:
    Encode<'q, Sqlite> + Type<Sqlite> + Encode<'q, Postgres> + Type<Postgres>
{
}

impl<'q, V> Value<'q> for V where
    V: Encode<'q, Sqlite> + Type<Sqlite> + Encode<'q, Postgres> + Type<Postgres>
{
}

/// A type that is read from the rows of both engines.
pub trait FromEitherRow:
    for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin
{
}

impl<R> FromEitherRow for R where
    R: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin
{
}

/// The values of a statement, in the order of their numbers: a tuple, or a [`List`].
pub trait Bind {
    fn bind(self, statement: &mut Statement<'_>) -> Result<()>;
}

/// Values of one type, as many as there are.
pub struct List<I>(pub I);

impl<'q, I> Bind for List<I>
where
    I: IntoIterator,
    I::Item: Value<'q>,
{
    fn bind(self, statement: &mut Statement<'_>) -> Result<()> {
        self.0
            .into_iter()
            .try_for_each(|value| statement.add(value))
    }
}

impl Bind for () {
    fn bind(self, _: &mut Statement<'_>) -> Result<()> {
        Ok(())
    }
}

/// Implements [`Bind`] for the tuple of all these types, and for each shorter one.
macro_rules! bind_tuples {
    () => {};
    ($first:ident $($other:ident)*) => {
        impl<'q, $first: Value<'q>, $($other: Value<'q>),*> Bind for ($first, $($other,)*) {
            #[expect(non_snake_case, reason = "each value has the name of its type")]
            fn bind(self, statement: &mut Statement<'_>) -> Result<()> {
                let ($first, $($other,)*) = self;
                statement.add($first)?;
                $(statement.add($other)?;)*
                Ok(())
            }
        }
        bind_tuples!($($other)*);
    };
}

// As many as a connect request has columns.
bind_tuples!(V1 V2 V3 V4 V5 V6 V7 V8 V9 V10 V11 V12 V13 V14 V15 V16 V17 V18 V19 V20 V21 V22 V23 V24 V25);

/// A statement that is not sent yet.
pub enum Statement<'t> {
    Sqlite(Unsent<'t, Sqlite>),
    Postgres(Unsent<'t, Postgres>),
}

pub struct Unsent<'t, DB: Database> {
    tx: &'t mut Transaction<DB>,
    sql: Cow<'static, str>,
    values: DB::Arguments,
}

impl<'t, DB: Database + HasStatementCache> Unsent<'t, DB>
where
    DB::Arguments: IntoArguments<DB>,
    for<'c> &'c mut DB::Connection: Executor<'c, Database = DB>,
{
    fn new(tx: &'t mut Transaction<DB>, sql: &'static str) -> Self {
        Self {
            tx,
            sql: Cow::Borrowed(sql),
            values: DB::Arguments::default(),
        }
    }

    async fn execute(self) -> sqlx::Result<DB::QueryResult> {
        let query = sqlx::query_with(AssertSqlSafe(self.tx.text(self.sql)), self.values)
            .persistent(self.tx.prepares_by_name);
        let answer = within(self.tx.limit(), query.execute(&mut **self.tx)).await?;
        self.tx.answered();
        Ok(answer)
    }

    async fn fetch_optional(self) -> sqlx::Result<Option<DB::Row>> {
        let query = sqlx::query_with(AssertSqlSafe(self.tx.text(self.sql)), self.values)
            .persistent(self.tx.prepares_by_name);
        let answer = within(self.tx.limit(), query.fetch_optional(&mut **self.tx)).await?;
        self.tx.answered();
        Ok(answer)
    }

    async fn fetch_all(self) -> sqlx::Result<Vec<DB::Row>> {
        let query = sqlx::query_with(AssertSqlSafe(self.tx.text(self.sql)), self.values)
            .persistent(self.tx.prepares_by_name);
        let answer = within(self.tx.limit(), query.fetch_all(&mut **self.tx)).await?;
        self.tx.answered();
        Ok(answer)
    }
}

impl Statement<'_> {
    /// Appends to the text what the program itself says; what others sent is bound.
    pub fn push(&mut self, sql: &str) -> &mut Self {
        match self {
            Self::Sqlite(unsent) => unsent.sql.to_mut().push_str(sql),
            Self::Postgres(unsent) => unsent.sql.to_mut().push_str(sql),
        }
        self
    }

    /// Appends the placeholders of these values, parted by commas.
    pub fn push_bind(&mut self, values: impl Bind) -> Result<&mut Self> {
        let first = self.len() + 1;
        values.bind(self)?;
        for number in first..=self.len() {
            if number > first {
                self.push(", ");
            }
            match self {
                Self::Sqlite(_) => self.push("?"),
                Self::Postgres(_) => self.push(&format!("${number}")),
            };
        }
        Ok(self)
    }

    fn len(&self) -> usize {
        match self {
            Self::Sqlite(unsent) => unsent.values.len(),
            Self::Postgres(unsent) => unsent.values.len(),
        }
    }

    fn add<'q>(&mut self, value: impl Value<'q>) -> Result<()> {
        let added = match self {
            Self::Sqlite(unsent) => Arguments::add(&mut unsent.values, value),
            Self::Postgres(unsent) => Arguments::add(&mut unsent.values, value),
        };
        Ok(added.map_err(sqlx::Error::Encode)?)
    }

    /// The number of rows that were written.
    pub async fn execute(self) -> Result<u64> {
        Ok(match self {
            Self::Sqlite(unsent) => unsent.execute().await?.rows_affected(),
            Self::Postgres(unsent) => unsent.execute().await?.rows_affected(),
        })
    }

    pub async fn fetch_optional<R: FromEitherRow>(self) -> Result<Option<R>> {
        let read = match self {
            Self::Sqlite(unsent) => unsent.fetch_optional().await?.map(|row| R::from_row(&row)),
            Self::Postgres(unsent) => unsent.fetch_optional().await?.map(|row| R::from_row(&row)),
        };
        Ok(read.transpose()?)
    }

    pub async fn fetch_all<R: FromEitherRow>(self) -> Result<Vec<R>> {
        let read: sqlx::Result<_> = match self {
            Self::Sqlite(unsent) => {
                let rows = unsent.fetch_all().await?.into_iter();
                rows.map(|row| R::from_row(&row)).collect()
            }
            Self::Postgres(unsent) => {
                let rows = unsent.fetch_all().await?.into_iter();
                rows.map(|row| R::from_row(&row)).collect()
            }
        };
        Ok(read?)
    }

    /// The first column of each row.
    pub async fn fetch_all_scalars<T>(self) -> Result<Vec<T>>
    where
        (T,): FromEitherRow,
    {
        let rows = self.fetch_all::<(T,)>().await?;
        Ok(rows.into_iter().map(|(value,)| value).collect())
    }
}

impl Tx {
    /// A statement without values, to be continued.
    pub(super) fn statement(&mut self, sql: &'static str) -> Statement<'_> {
        match self {
            Self::Sqlite(tx) => Statement::Sqlite(Unsent::new(tx, sql)),
            Self::Postgres(tx) => Statement::Postgres(Unsent::new(tx, sql)),
        }
    }

    fn bound(&mut self, sql: &'static str, values: impl Bind) -> Result<Statement<'_>> {
        let mut statement = self.statement(sql);
        values.bind(&mut statement)?;
        Ok(statement)
    }

    /// The number of rows that were written.
    pub(super) async fn execute(&mut self, sql: &'static str, values: impl Bind) -> Result<u64> {
        self.bound(sql, values)?.execute().await
    }

    pub(super) async fn fetch_optional<R: FromEitherRow>(
        &mut self,
        sql: &'static str,
        values: impl Bind,
    ) -> Result<Option<R>> {
        self.bound(sql, values)?.fetch_optional().await
    }

    /// A row that must be there.
    pub(super) async fn fetch_one<R: FromEitherRow>(
        &mut self,
        sql: &'static str,
        values: impl Bind,
    ) -> Result<R> {
        let row = self.fetch_optional(sql, values).await?;
        Ok(row.ok_or(sqlx::Error::RowNotFound)?)
    }

    pub(super) async fn fetch_all<R: FromEitherRow>(
        &mut self,
        sql: &'static str,
        values: impl Bind,
    ) -> Result<Vec<R>> {
        self.bound(sql, values)?.fetch_all().await
    }

    /// The first column of a row that must be there.
    pub(super) async fn fetch_scalar<T>(
        &mut self,
        sql: &'static str,
        values: impl Bind,
    ) -> Result<T>
    where
        (T,): FromEitherRow,
    {
        let (value,) = self.fetch_one(sql, values).await?;
        Ok(value)
    }

    /// The first column of a row.
    pub(super) async fn fetch_optional_scalar<T>(
        &mut self,
        sql: &'static str,
        values: impl Bind,
    ) -> Result<Option<T>>
    where
        (T,): FromEitherRow,
    {
        let row = self.fetch_optional(sql, values).await?;
        Ok(row.map(|(value,)| value))
    }

    /// The first column of each row.
    pub(super) async fn fetch_all_scalars<T>(
        &mut self,
        sql: &'static str,
        values: impl Bind,
    ) -> Result<Vec<T>>
    where
        (T,): FromEitherRow,
    {
        self.bound(sql, values)?.fetch_all_scalars().await
    }

    /// Inserts many rows, a hundred by a statement; the number of those inserted. `into` is a text up to "values", and
    /// `then` what follows them.
    pub(super) async fn insert_rows<'r, T, B: Bind>(
        &mut self,
        into: &'static str,
        rows: &'r [T],
        then: &'static str,
        values: impl Fn(&'r T) -> B,
    ) -> Result<u64> {
        let mut inserted = 0;
        for rows in rows.chunks(ROWS_AT_ONCE) {
            let mut statement = self.statement(into);
            statement.push("VALUES ");
            for (index, row) in rows.iter().enumerate() {
                statement.push(if index == 0 { "(" } else { ", (" });
                statement.push_bind(values(row))?.push(")");
            }
            statement.push(then);
            inserted += statement.execute().await?;
        }
        Ok(inserted)
    }
}

#[cfg(test)]
mod tests {
    use super::{List, ROWS_AT_ONCE};
    use crate::{Store, Tx};
    use sqlx::Connection;

    /// Runs a test in a transaction on each engine; PostgreSQL where the environment names a server.
    async fn on_each_engine(test: impl AsyncFn(&mut Tx)) {
        let folder = tempfile::tempdir().expect("a folder");
        let sqlite = format!("sqlite:{}", folder.path().join("test.db").display());
        let postgres = std::env::var("PATIENT_CONNECT_TEST_POSTGRES_URL").ok();
        for url in [Some(sqlite), postgres].into_iter().flatten() {
            let store = Store::connect(&url, true).await.expect("a database");
            let mut tx = store.begin().await.expect("a transaction");
            test(&mut tx).await;
        }
    }

    #[tokio::test]
    async fn values_are_bound_in_order() {
        const SQL: &str = "select cast($1 as bigint), cast($2 as text), cast($3 as bigint)";
        on_each_engine(async |tx| {
            let row: (i64, String, Option<i64>) = tx
                .fetch_one(SQL, (7_i64, "seven", None::<i64>))
                .await
                .expect("a row");
            assert_eq!(row, (7, "seven".to_owned(), None));
        })
        .await;
    }

    #[tokio::test]
    async fn rows_beyond_one_statement_are_inserted() {
        on_each_engine(async |tx| {
            let table = "create temporary table noted (number bigint, name text)";
            tx.execute(table, ()).await.expect("a table");
            let numbers: Vec<i64> = (0..).take(2 * ROWS_AT_ONCE + 1).collect();
            let into = "insert into noted (number, name) ";
            let inserted =
                tx.insert_rows(into, &numbers, "", |number| (number, number.to_string()));
            assert_eq!(inserted.await.expect("rows"), 201);
            let sum = "select cast(sum(number + cast(name as bigint)) as bigint) from noted";
            let sum: i64 = tx.fetch_scalar(sum, ()).await.expect("a sum");
            assert_eq!(sum, 2 * numbers.iter().sum::<i64>());
        })
        .await;
    }

    #[tokio::test]
    async fn pushed_values_have_placeholders_in_order() {
        on_each_engine(async |tx| {
            let mut statement = tx.statement("select cast(");
            statement
                .push_bind((5_i64,))
                .expect("a value")
                .push(" as bigint) where 'b' in (");
            statement
                .push_bind(List(["a", "b", "c"]))
                .expect("values")
                .push(")");
            let found: Vec<i64> = statement.fetch_all_scalars().await.expect("a row");
            assert_eq!(found, [5]);
        })
        .await;
    }

    #[tokio::test]
    async fn statement_is_prepared_once() {
        on_each_engine(async |tx| {
            let prepared = |tx: &Tx| match tx {
                Tx::Sqlite(tx) => tx.cached_statements_size(),
                Tx::Postgres(tx) => tx.cached_statements_size(),
            };
            let before = prepared(tx);
            for number in 0..3_i64 {
                let sql = "select cast($1 as bigint)";
                let found: i64 = tx.fetch_scalar(sql, (number,)).await.expect("a row");
                assert_eq!(found, number);
            }
            assert_eq!(prepared(tx), before + 1);
        })
        .await;
    }

    /// A database of SQLite with a table of one number, and the pool's reads of it.
    async fn with_number(test: impl AsyncFn(&Store)) {
        let folder = tempfile::tempdir().expect("a folder");
        let url = format!("sqlite:{}", folder.path().join("test.db").display());
        let store = Store::connect(&url, true).await.expect("a database");
        let mut tx = store.begin().await.expect("a transaction");
        for sql in [
            "create table noted (number bigint)",
            "insert into noted values (1)",
        ] {
            tx.execute(sql, ()).await.expect("a number");
        }
        tx.commit().await.expect("a commit");
        test(&store).await;
    }

    #[tokio::test]
    async fn all_statements_of_a_read_see_one_moment() {
        with_number(async |store| {
            let noted = "select number from noted";
            let mut read = store.read().await.expect("a read");
            let first: i64 = read.fetch_scalar(noted, ()).await.expect("a number");
            let mut write = store.begin().await.expect("a transaction");
            let change = "update noted set number = 2";
            write.execute(change, ()).await.expect("a change");
            write.commit().await.expect("a commit");
            let again: i64 = read.fetch_scalar(noted, ()).await.expect("a number");
            assert_eq!((first, again), (1, 1));
            drop(read);
            let mut later = store.read().await.expect("a read");
            let after: i64 = later.fetch_scalar(noted, ()).await.expect("a number");
            assert_eq!(after, 2);
        })
        .await;
    }

    #[tokio::test]
    async fn reads_without_an_answer_use_no_connection_up() {
        with_number(async |store| {
            for _ in 0..3 * crate::CONNECTIONS {
                drop(store.read().await.expect("a read"));
                let mut read = store.read().await.expect("a read");
                let wrong: crate::Result<i64> =
                    read.fetch_scalar("select number from nowhere", ()).await;
                assert!(wrong.is_err());
            }
            let mut read = store.read().await.expect("a read");
            let found: i64 = read
                .fetch_scalar("select number from noted", ())
                .await
                .expect("a number");
            assert_eq!(found, 1);
            read.commit().await.expect("an end");
        })
        .await;
    }

    #[tokio::test]
    async fn nothing_is_prepared_by_name_where_connections_are_shared() {
        on_each_engine(async |tx| {
            let Tx::Postgres(shared) = tx else {
                return;
            };
            shared.prepares_by_name = false;
            let named = "select count(*) from pg_prepared_statements";
            for _ in 0..3 {
                let found: i64 = tx.fetch_scalar(named, ()).await.expect("a row");
                assert_eq!(found, 0, "F1");
            }
        })
        .await;
    }
}
