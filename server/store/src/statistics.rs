//! Table `tally`: counts by application, month and channel.

use super::{Result, Tx, inconsistent, unreadable};
use domain::ids::ApplicationId;
use domain::statistics::{Channel, Counted};

/// One count; the month as "2026-05".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MonthlyCount {
    pub month: String,
    pub channel: Channel,
    pub counted: Counted,
    pub count: u64,
}

#[derive(sqlx::FromRow)]
struct Row {
    month: String,
    channel: String,
    what: String,
    count: i64,
}

impl Row {
    fn into_domain(self) -> Result<MonthlyCount> {
        let broken = || inconsistent("tally", &self.month);
        Ok(MonthlyCount {
            channel: Channel::from_name(&self.channel).ok_or_else(broken)?,
            counted: Counted::from_name(&self.what).ok_or_else(broken)?,
            count: u64::try_from(self.count).map_err(unreadable("tally", &self.month))?,
            month: self.month,
        })
    }
}

/// Counts so many more.
pub async fn add(
    tx: &mut Tx,
    application: ApplicationId,
    month: &str,
    channel: Channel,
    counted: Counted,
    more: usize,
) -> Result<()> {
    const SQL: &str = "insert into tally (application_id, month, channel, what, count) values ($1, $2, $3, $4, $5) \
        on conflict (application_id, month, channel, what) do update set count = tally.count + excluded.count";
    let values = (
        application.0,
        month,
        channel.name(),
        counted.name(),
        i64::try_from(more).unwrap_or(i64::MAX),
    );
    tx.execute(SQL, values).await?;
    Ok(())
}

const LIST: &str = "select month, channel, what, count from tally where application_id = $1 and month >= $2 \
    order by month, channel, what";

/// The statement of [`list`], for a look at how the engine would run it.
pub const LIST_STATEMENT: &str = LIST;

/// An application's counts from a month on.
pub async fn list(
    tx: &mut Tx,
    application: ApplicationId,
    from: &str,
) -> Result<Vec<MonthlyCount>> {
    let rows: Vec<Row> = tx.fetch_all(LIST, (application.0, from)).await?;
    rows.into_iter().map(Row::into_domain).collect()
}
