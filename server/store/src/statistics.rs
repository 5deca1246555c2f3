//! Table `result_tally`: the results of codes, by the day on which they were created; by the month once they are old.

use super::{Result, Tx, inconsistent, unreadable};
use domain::connect_request::{ConnectRequest, Delivery};
use domain::ids::{ApplicationId, ConnectRequestId};
use domain::statistics::{Count, Counted, Reached};

/// In place of days that are not known, or that there are none of.
const NO_DAYS: i64 = -1;

/// So many more, or fewer, of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// As [`Count::made_in`].
    pub made_in: String,
    pub delivery: Delivery,
    pub language: String,
    pub counted: Counted,
    pub days: Option<u32>,
    pub more: i64,
}

impl Change {
    /// One more of these requests' kind.
    pub fn one(request: &ConnectRequest, made_in: &str, counted: Counted) -> Self {
        Self {
            made_in: made_in.to_owned(),
            delivery: request.delivery,
            language: request.language.clone(),
            counted,
            days: None,
            more: 1,
        }
    }
}

/// Adds to the counts. No two of the changes may be of the same kind.
pub async fn add(tx: &mut Tx, application: ApplicationId, changes: &[Change]) -> Result<()> {
    const INTO: &str = "insert into result_tally (application_id, made_in, delivery, language, what, days, count) ";
    const THEN: &str = " on conflict (application_id, made_in, delivery, language, what, days) \
        do update set count = result_tally.count + excluded.count";
    tx.insert_rows(INTO, changes, THEN, |change| {
        (
            application.0,
            &change.made_in,
            change.delivery.name(),
            &change.language,
            change.counted.name(),
            change.days.map_or(NO_DAYS, i64::from),
            change.more,
        )
    })
    .await?;
    Ok(())
}

/// Records the furthest step of a code. Returns the step before, or None where it was as far.
pub async fn reach(
    tx: &mut Tx,
    request: ConnectRequestId,
    reached: Reached,
) -> Result<Option<Reached>> {
    const OLD: &str = "select reached from connect_request where id = $1 and reached < $2";
    const OLD_LOCKED: &str =
        "select reached from connect_request where id = $1 and reached < $2 for update";
    const SQL: &str = "update connect_request set reached = $2 where id = $1";
    let number = reached.number();
    let old = tx.locking(OLD, OLD_LOCKED);
    let old: Option<i64> = tx.fetch_optional_scalar(old, (request.0, number)).await?;
    let Some(old) = old else {
        return Ok(None);
    };
    tx.execute(SQL, (request.0, number)).await?;
    let old = Reached::from_number(old).ok_or_else(|| inconsistent("connect_request", &request))?;
    Ok(Some(old))
}

#[derive(sqlx::FromRow)]
struct Row {
    made_in: String,
    delivery: String,
    language: String,
    what: String,
    days: i64,
    count: i64,
}

impl Row {
    fn into_domain(self) -> Result<Count> {
        let broken = || inconsistent("result_tally", &self.made_in);
        let days = (self.days != NO_DAYS).then_some(self.days);
        Ok(Count {
            delivery: Delivery::from_name(&self.delivery).ok_or_else(broken)?,
            counted: Counted::from_name(&self.what).ok_or_else(broken)?,
            days: days
                .map(u32::try_from)
                .transpose()
                .map_err(unreadable("result_tally", &self.made_in))?,
            count: u64::try_from(self.count).map_err(unreadable("result_tally", &self.made_in))?,
            language: self.language,
            made_in: self.made_in,
        })
    }
}

const BY_DAY: &str = "select made_in, delivery, language, what, days, count from result_tally \
    where application_id = $1 and made_in >= $2 and count > 0 order by made_in, delivery, language, what, days";

/// The statement of [`by_day`], for a look at how the engine would run it.
pub const BY_DAY_STATEMENT: &str = BY_DAY;

/// An application's counts from a day on, the earliest first. Months that earlier versions counted are among them.
pub async fn by_day(tx: &mut Tx, application: ApplicationId, from: &str) -> Result<Vec<Count>> {
    let rows: Vec<Row> = tx.fetch_all(BY_DAY, (application.0, from)).await?;
    rows.into_iter().map(Row::into_domain).collect()
}

const BY_MONTH: &str = "select substr(made_in, 1, 7) as made_in, delivery, language, what, days, \
    cast(sum(count) as bigint) as count from result_tally where application_id = $1 and made_in >= $2 \
    group by substr(made_in, 1, 7), delivery, language, what, days having sum(count) > 0";

/// The statement of [`by_month`], for a look at how the engine would run it.
pub const BY_MONTH_STATEMENT: &str = BY_MONTH;

/// An application's counts from a month on, days put together, in any order.
pub async fn by_month(tx: &mut Tx, application: ApplicationId, from: &str) -> Result<Vec<Count>> {
    let rows: Vec<Row> = tx.fetch_all(BY_MONTH, (application.0, from)).await?;
    rows.into_iter().map(Row::into_domain).collect()
}

/// Puts the counts of days before this one into those of their months; returns how many days' rows went.
pub async fn put_together(tx: &mut Tx, before: &str) -> Result<u64> {
    const INTO_MONTHS: &str = "insert into result_tally (application_id, made_in, delivery, language, what, days, count) \
        select application_id, substr(made_in, 1, 7), delivery, language, what, days, cast(sum(count) as bigint) \
        from result_tally where length(made_in) = 10 and made_in < $1 \
        group by application_id, substr(made_in, 1, 7), delivery, language, what, days \
        on conflict (application_id, made_in, delivery, language, what, days) \
        do update set count = result_tally.count + excluded.count";
    const DAYS: &str = "delete from result_tally where length(made_in) = 10 and made_in < $1";
    tx.execute(INTO_MONTHS, (before,)).await?;
    tx.execute(DAYS, (before,)).await
}
