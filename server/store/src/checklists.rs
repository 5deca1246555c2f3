//! Column `checklist_hidden` of table `application`, and what tells that a new clinic's tasks are done.

use super::{Result, Tx};
use domain::checklist::{Checklist, Task};
use domain::ids::ApplicationId;

const LOOK: &str = "select checklist_hidden, \
    (select count(*) from logo where logo.application_id = application.id) as logos, \
    case when privacy_url is null then 0 else 1 end as privacy, \
    (select count(*) from staff where staff.application_id = application.id) as colleagues, \
    (select count(*) from (select 1 from connect_request where connect_request.application_id = application.id limit 1) \
        as made) as requests \
    from application where id = $1 and not demonstration";

/// What is left to do for a clinic; nothing for the demonstration's.
pub async fn left(tx: &mut Tx, id: ApplicationId) -> Result<Checklist> {
    let row: Option<(String, i64, i32, i64, i64)> = tx.fetch_optional(LOOK, (id.0,)).await?;
    Ok(row.map_or_else(
        Checklist::default,
        |(hidden, logos, privacy, staff, requests)| {
            let done = |task| match task {
                Task::Logo => logos > 0,
                Task::Privacy => privacy > 0,
                Task::Colleague => staff > 1,
                Task::TestLetter => requests > 0,
            };
            Checklist::of(done, &hidden)
        },
    ))
}

/// The names of the tasks that are hidden; None where there is no such application. Called under its lock.
pub async fn hidden(tx: &mut Tx, id: ApplicationId) -> Result<Option<String>> {
    const SQL: &str = "select checklist_hidden from application where id = $1";
    tx.fetch_optional_scalar(SQL, (id.0,)).await
}

pub async fn set_hidden(tx: &mut Tx, id: ApplicationId, hidden: &str) -> Result<()> {
    const SQL: &str = "update application set checklist_hidden = $2 where id = $1";
    tx.execute(SQL, (id.0, hidden)).await?;
    Ok(())
}
