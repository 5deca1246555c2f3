//! Table `request_word`: the words by which the desk finds a request.

use super::{Result, Tx};
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
    /// All words with this beginning: in the order of bytes, nothing is behind the last sign of Unicode.
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
            let words = words_of(request.external_id.as_str(), &request.friendly_name);
            words
                .into_iter()
                .map(|word| (request.id.0, request.application.0, word))
        })
        .collect();
    tx.insert_rows(INTO, &words, "", |(request, application, word)| {
        (request, application, word)
    })
    .await?;
    Ok(())
}

/// Forgets the words of a request.
pub async fn wipe(tx: &mut Tx, request: ConnectRequestId) -> Result<()> {
    const SQL: &str = "delete from request_word where connect_request_id = $1";
    tx.execute(SQL, (request.0,)).await?;
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
    tx.fetch_scalar(FIRST, (request.0, application.0, &range.from, &range.to))
        .await
}

/// Whether a database from before this table has requests whose words no one noted.
pub async fn are_missing(tx: &mut Tx) -> Result<bool> {
    const SQL: &str = "select id from connect_request where code_state not in ('replaced', 'deleted') \
        and not exists (select 1 from request_word) limit 1";
    let one: Option<Uuid> = tx.fetch_optional_scalar(SQL, ()).await?;
    Ok(one.is_some())
}
