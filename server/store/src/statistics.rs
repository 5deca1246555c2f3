//! Table `result_tally`: the results of codes, by the month in which they were created.

use super::{Result, Tx, inconsistent, unreadable};
use domain::connect_request::{ConnectRequest, Delivery};
use domain::ids::{ApplicationId, ConnectRequestId};
use domain::statistics::{Count, Counted, Reached};

/// In place of days that are not known, or that there are none of.
const NO_DAYS: i64 = -1;

/// So many more, or fewer, of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub month: String,
    pub delivery: Delivery,
    pub language: String,
    pub counted: Counted,
    pub days: Option<u32>,
    pub more: i64,
}

impl Change {
    /// One more of these requests' kind.
    pub fn one(request: &ConnectRequest, month: &str, counted: Counted) -> Self {
        Self {
            month: month.to_owned(),
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
    const INTO: &str =
        "insert into result_tally (application_id, month, delivery, language, what, days, count) ";
    const THEN: &str = " on conflict (application_id, month, delivery, language, what, days) \
        do update set count = result_tally.count + excluded.count";
    tx.insert_rows(INTO, changes, THEN, |change| {
        (
            application.0,
            &change.month,
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
    month: String,
    delivery: String,
    language: String,
    what: String,
    days: i64,
    count: i64,
}

impl Row {
    fn into_domain(self) -> Result<Count> {
        let broken = || inconsistent("result_tally", &self.month);
        let days = (self.days != NO_DAYS).then_some(self.days);
        Ok(Count {
            delivery: Delivery::from_name(&self.delivery).ok_or_else(broken)?,
            counted: Counted::from_name(&self.what).ok_or_else(broken)?,
            days: days
                .map(u32::try_from)
                .transpose()
                .map_err(unreadable("result_tally", &self.month))?,
            count: u64::try_from(self.count).map_err(unreadable("result_tally", &self.month))?,
            language: self.language,
            month: self.month,
        })
    }
}

const LIST: &str = "select month, delivery, language, what, days, count from result_tally \
    where application_id = $1 and month >= $2 and count > 0 order by month, delivery, language, what, days";

/// The statement of [`list`], for a look at how the engine would run it.
pub const LIST_STATEMENT: &str = LIST;

/// An application's counts from a month on.
pub async fn list(tx: &mut Tx, application: ApplicationId, from: &str) -> Result<Vec<Count>> {
    let rows: Vec<Row> = tx.fetch_all(LIST, (application.0, from)).await?;
    rows.into_iter().map(Row::into_domain).collect()
}
