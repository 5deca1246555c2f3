//! Table `monthly_mark`: how far the mails about each month have come, and whose turn comes next.

use super::{Result, Stamp, Tx};
use domain::ids::PersonId;
use domain::month::Month;
use domain::thing::PATIENT_CONNECT;
use uuid::Uuid;

/// Takes the month's lock and answers its mark.
pub async fn lock(tx: &mut Tx, month: &Month) -> Result<PersonId> {
    const SQL: &str = "insert into monthly_mark (month, person_id) values ($1, $2) \
        on conflict (month) do update set person_id = monthly_mark.person_id returning person_id";
    let id: Uuid = tx.fetch_scalar(SQL, (&month.name, Uuid::nil())).await?;
    Ok(PersonId(id))
}

pub async fn set(tx: &mut Tx, month: &Month, to: PersonId) -> Result<()> {
    const SQL: &str = "update monthly_mark set person_id = $2 where month = $1";
    tx.execute(SQL, (&month.name, to.0)).await?;
    Ok(())
}

const DUE: &str = "select id, monthly_mail from person where id > $1 and exists (select 1 from access \
    where access.person_id = person.id and access.actor_id <> $2 and access.last_at >= $3 and access.last_at < $4) \
    order by id limit $5";

/// The statement of [`due`], for a look at how the engine would run it.
pub const DUE_STATEMENT: &str = DUE;

/// Up to `limit` people behind the mark with whose records a clinic did something in the month, and whether they want the
/// mail.
pub async fn due(
    tx: &mut Tx,
    month: &Month,
    mark: PersonId,
    limit: u32,
) -> Result<Vec<(PersonId, bool)>> {
    let values = (
        mark.0,
        PATIENT_CONNECT.0,
        Stamp(month.from),
        Stamp(month.until),
        i64::from(limit),
    );
    let rows: Vec<(Uuid, bool)> = tx.fetch_all(DUE, values).await?;
    let due = |(id, wanted)| (PersonId(id), wanted);
    Ok(rows.into_iter().map(due).collect())
}
