//! Table `request_word`: the words by which the desk finds a request.

use super::{Result, Tx, insert_rows, on_db};
use domain::connect_request::ConnectRequest;
use domain::ids::{ApplicationId, ConnectRequestId};
use domain::search::words_of;
use uuid::Uuid;

/// Words that begin alike: from the first to the end, which is not among them.
#[derive(Clone, Debug)]
pub struct Range {
    pub from: String,
    pub to: String,
}

impl Range {
    /// All words with this beginning: in the order of bytes, nothing stands behind the last sign of Unicode.
    pub fn of(beginning: &str) -> Self {
        Self {
            from: beginning.to_owned(),
            to: format!("{beginning}\u{10ffff}"),
        }
    }
}

/// Notes the words of a request's ids and names, in place of those it had.
pub async fn put(tx: &mut Tx, request: &ConnectRequest) -> Result<()> {
    wipe(tx, request.id).await?;
    put_all(tx, &[request]).await
}

/// Notes the words of requests that have none yet.
pub async fn put_all(tx: &mut Tx, requests: &[&ConnectRequest]) -> Result<()> {
    const INTO: &str = "insert into request_word (connect_request_id, application_id, word) ";
    let words: Vec<_> = requests
        .iter()
        .flat_map(|request| {
            let words = words_of(&request.external_id, &request.friendly_name);
            words
                .into_iter()
                .map(|word| (request.id.0, request.application.0, word))
        })
        .collect();
    insert_rows!(
        tx,
        INTO,
        words,
        |values, (request, application, word)| {
            values
                .push_bind(request)
                .push_bind(application)
                .push_bind(word)
        },
        ""
    );
    Ok(())
}

/// Forgets the words of a request.
pub async fn wipe(tx: &mut Tx, request: ConnectRequestId) -> Result<()> {
    const SQL: &str = "delete from request_word where connect_request_id = $1";
    on_db!(tx, conn => sqlx::query(SQL).bind(request.0).execute(conn).await.map(drop))?;
    Ok(())
}

const FIRST: &str = "select min(word) from request_word \
    where connect_request_id = $1 and application_id = $2 and word >= $3 and word < $4";

/// The statement of [`first`], for a look at how the engine would run it.
pub const FIRST_STATEMENT: &str = FIRST;

/// The first word of a request within a range.
pub async fn first(
    tx: &mut Tx,
    application: ApplicationId,
    request: ConnectRequestId,
    range: &Range,
) -> Result<Option<String>> {
    Ok(
        on_db!(tx, conn => sqlx::query_scalar(FIRST).bind(request.0).bind(application.0).bind(&range.from)
        .bind(&range.to).fetch_one(conn).await)?,
    )
}

/// Whether a database from before this table has requests whose words nobody noted.
pub async fn are_missing(tx: &mut Tx) -> Result<bool> {
    const SQL: &str = "select id from connect_request where code_state not in ('replaced', 'deleted') \
        and not exists (select 1 from request_word) limit 1";
    let one: Option<Uuid> = on_db!(tx, conn => sqlx::query_scalar(SQL).fetch_optional(conn).await)?;
    Ok(one.is_some())
}
