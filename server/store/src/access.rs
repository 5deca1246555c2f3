//! Table `access`: what was done with a record's things, for each person who looks after it.

use super::{Result, Stamp, Tx, inconsistent};
use domain::ids::{ApplicationId, PersonId, RecordId};
use domain::thing::{Act, PATIENT_CONNECT};
use domain::timestamp::Timestamp;
use uuid::Uuid;

/// One act on things of one type, for one person's log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct New {
    pub id: Uuid,
    /// Whose log it is for.
    pub person: PersonId,
    /// An application; the id of Patient Connect for the person's own acts, and for those of another who looks after the
    /// record that one's own id.
    pub actor: Uuid,
    pub act: Act,
    /// The nil id for no type in particular.
    pub type_id: Uuid,
    pub things: i64,
}

/// Notes acts of one call, by one statement. The order of their types is the same for every call, so that no two calls
/// wait for each other.
pub async fn note(
    tx: &mut Tx,
    record: RecordId,
    day: &str,
    at: Timestamp,
    acts: &[New],
) -> Result<()> {
    const INTO: &str = "insert into access (record_id, actor_id, person_id, what, type_id, day, id, times, things, \
        first_at, last_at) ";
    const AGAIN: &str = " on conflict (record_id, actor_id, person_id, what, type_id, day) do update set \
        id = excluded.id, times = access.times + 1, things = excluded.things, last_at = excluded.last_at";
    let mut acts = acts.to_vec();
    acts.sort_unstable_by_key(|one| (one.person, one.act, one.type_id));
    tx.insert_rows(INTO, &acts, AGAIN, |one| {
        (
            record.0,
            one.actor,
            one.person.0,
            one.act.name(),
            one.type_id,
            day,
            one.id,
            1_i64,
            one.things,
            Stamp(at),
            Stamp(at),
        )
    })
    .await?;
    Ok(())
}

/// Acts of the same kind on one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub id: Uuid,
    pub record: RecordId,
    /// As in [`New::actor`].
    pub actor: Uuid,
    pub act: Act,
    pub type_id: Uuid,
    pub times: u64,
    pub things: u64,
    pub last_at: Timestamp,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    record_id: Uuid,
    actor_id: Uuid,
    what: String,
    type_id: Uuid,
    times: i64,
    things: i64,
    last_at: Stamp,
}

impl Row {
    fn into_domain(self) -> Result<Line> {
        let odd = || inconsistent("access", &self.id);
        Ok(Line {
            act: Act::from_name(&self.what).ok_or_else(odd)?,
            times: u64::try_from(self.times).map_err(|_negative| odd())?,
            things: u64::try_from(self.things).map_err(|_negative| odd())?,
            id: self.id,
            record: RecordId(self.record_id),
            actor: self.actor_id,
            type_id: self.type_id,
            last_at: self.last_at.into(),
        })
    }
}

/// Which lines of a person's log; what is None filters nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    pub application: Option<ApplicationId>,
    pub record: Option<RecordId>,
    /// Lines before this one.
    pub before: Option<Uuid>,
}

const LINES: &str = "select id, record_id, actor_id, what, type_id, times, things, last_at from access \
    where person_id = $1 and id < $2";
const OF_PERSON: &str = const_format::concatcp!(LINES, " order by id desc limit $3");
const OF_CLINIC: &str =
    const_format::concatcp!(LINES, " and actor_id = $4 order by id desc limit $3");
const OF_RECORD: &str =
    const_format::concatcp!(LINES, " and record_id = $4 order by id desc limit $3");
const OF_BOTH: &str = const_format::concatcp!(
    LINES,
    " and record_id = $4 and actor_id = $5 order by id desc limit $3"
);

/// The statements of [`list`], for a look at how the engine would run them.
pub const STATEMENTS: [&str; 4] = [OF_PERSON, OF_CLINIC, OF_RECORD, OF_BOTH];

/// Lines of a person's log, the latest act first.
pub async fn list(tx: &mut Tx, person: PersonId, filter: Filter, limit: u32) -> Result<Vec<Line>> {
    let (before, limit) = (filter.before.unwrap_or(Uuid::max()), i64::from(limit));
    let rows: Vec<Row> = match (filter.application, filter.record) {
        (None, None) => tx.fetch_all(OF_PERSON, (person.0, before, limit)).await?,
        (Some(application), None) => {
            tx.fetch_all(OF_CLINIC, (person.0, before, limit, application.0))
                .await?
        }
        (None, Some(record)) => {
            tx.fetch_all(OF_RECORD, (person.0, before, limit, record.0))
                .await?
        }
        (Some(application), Some(record)) => {
            let values = (person.0, before, limit, record.0, application.0);
            tx.fetch_all(OF_BOTH, values).await?
        }
    };
    rows.into_iter().map(Row::into_domain).collect()
}

/// What another than the person did in a record within a time, on things of one type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sum {
    /// An application, or another custodian of the record.
    pub actor: Uuid,
    pub record: RecordId,
    pub act: Act,
    pub type_id: Uuid,
}

#[derive(sqlx::FromRow)]
struct SumRow {
    actor_id: Uuid,
    record_id: Uuid,
    what: String,
    type_id: Uuid,
}

/// What others did with a person's records since one time and before another.
pub async fn sums(
    tx: &mut Tx,
    person: PersonId,
    from: Timestamp,
    until: Timestamp,
) -> Result<Vec<Sum>> {
    const SQL: &str = "select distinct actor_id, record_id, what, type_id from access \
        where person_id = $1 and last_at >= $2 and last_at < $3 and actor_id <> $4 \
        order by actor_id, record_id, what, type_id";
    let values = (person.0, Stamp(from), Stamp(until), PATIENT_CONNECT.0);
    let rows: Vec<SumRow> = tx.fetch_all(SQL, values).await?;
    let sum = |row: SumRow| {
        Ok(Sum {
            act: Act::from_name(&row.what).ok_or_else(|| inconsistent("access", &row.record_id))?,
            actor: row.actor_id,
            record: RecordId(row.record_id),
            type_id: row.type_id,
        })
    };
    rows.into_iter().map(sum).collect()
}

/// Deletes lines whose last act was before a time.
pub async fn purge(tx: &mut Tx, before: Timestamp) -> Result<u64> {
    const SQL: &str = "delete from access where last_at <= $1";
    tx.execute(SQL, (Stamp(before),)).await
}
