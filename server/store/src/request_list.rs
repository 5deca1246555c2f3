//! Lists of table `connect_request`, a page at a time. Regardless of what is asked for, an index answers it: the page costs
//! the same with a million requests as with a thousand.

use super::connect_request_row::Row;
use super::request_list_texts::{COUNTED, COUNTS, texts_of};
use super::request_words::{self, Range};
use super::{Result, Stamp, Tx};
use domain::connect_request::{ConnectRequest, Listed};
use domain::external_id::ExternalId;
use domain::ids::{ApplicationId, ConnectRequestId};
use domain::policy;
use domain::search::words_sought;
use domain::timestamp::Timestamp;
use uuid::Uuid;

pub use super::request_list_texts::{COUNTS_STATEMENT, statements};

/// What a list shows; tombstones only when asked for by name.
#[derive(Clone, Default)]
pub struct Filter {
    pub listed: Listed,
    pub external_id: Option<ExternalId>,
    /// Beginnings of words of the external id or the friendly name.
    pub search: Option<String>,
    /// Only requests that come after this one.
    pub after: Option<ConnectRequestId>,
    /// The page that ends just before this one.
    pub before: Option<ConnectRequestId>,
}

/// A page of a list, and whether there are more on either side of it.
pub struct Listings {
    pub rows: Vec<Listing>,
    pub earlier: bool,
    pub later: bool,
}

/// A request with the state of its last mail with the code, and since when.
pub struct Listing {
    pub request: ConnectRequest,
    pub mail: Option<(String, Timestamp)>,
    /// Whether the last try to send it failed.
    pub mail_failed: bool,
}

#[derive(sqlx::FromRow)]
struct ListRow {
    #[sqlx(flatten)]
    row: Row,
    mail_state: Option<String>,
    mail_at: Option<Stamp>,
    mail_failed: Option<bool>,
}

impl ListRow {
    fn into_listing(self) -> Result<Listing> {
        let at = self.mail_at.map(Timestamp::from);
        Ok(Listing {
            mail: self.mail_state.zip(at),
            mail_failed: self.mail_failed.unwrap_or_default(),
            request: self.row.into_domain()?.request,
        })
    }
}

/// A page of requests. The newest are first; those that end soon by their end; those that were searched for by the
/// word that fits.
pub async fn list(
    tx: &mut Tx,
    application: ApplicationId,
    filter: &Filter,
    now: Timestamp,
) -> Result<Listings> {
    let full = policy::PAGE_ROWS as usize;
    if filter.before.is_some() {
        let mut rows = read(tx, application, filter, now).await?;
        // Where fewer are left than fill a page, that is the first one.
        if rows.len() >= full {
            let earlier = rows.len() > full;
            rows.truncate(full);
            rows.reverse();
            return Ok(Listings {
                rows,
                earlier,
                later: true,
            });
        }
    }
    let onwards = Filter {
        before: None,
        ..filter.clone()
    };
    let mut rows = read(tx, application, &onwards, now).await?;
    let later = rows.len() > full;
    rows.truncate(full);
    Ok(Listings {
        rows,
        earlier: filter.after.is_some(),
        later,
    })
}

/// One request more than a page has, in the order of the page, or against it where that ends before a request.
async fn read(
    tx: &mut Tx,
    application: ApplicationId,
    filter: &Filter,
    now: Timestamp,
) -> Result<Vec<Listing>> {
    let rows = if let Some(search) = &filter.search {
        found(tx, application, filter, search, now).await?
    } else if let Some(external_id) = &filter.external_id {
        of_external_id(tx, application, filter, external_id, now).await?
    } else if filter.listed == Listed::EndingSoon {
        ending(tx, application, filter, now).await?
    } else {
        page(tx, application, filter, now).await?
    };
    rows.into_iter().map(ListRow::into_listing).collect()
}

/// After every request there is.
const END_OF_TIME: Timestamp = Timestamp::from_micros(253_402_300_799_000_000);

/// Where a page begins, or ends: the request beside it, and one of its times. Without one, or where it is gone, the list
/// begins.
async fn start(
    tx: &mut Tx,
    application: ApplicationId,
    filter: &Filter,
    sql: &'static str,
    beginning: (Uuid, Timestamp),
) -> Result<(Uuid, Stamp)> {
    let (id, at) = beginning;
    let Some(beside) = filter.before.or(filter.after) else {
        return Ok((id, Stamp(at)));
    };
    let found: Option<Stamp> = tx
        .fetch_optional_scalar(sql, (beside.0, application.0))
        .await?;
    Ok(found.map_or((id, Stamp(at)), |at| (beside.0, at)))
}

async fn start_of_newest(
    tx: &mut Tx,
    application: ApplicationId,
    filter: &Filter,
) -> Result<(Uuid, Stamp)> {
    const MADE: &str = "select made_at from connect_request where id = $1 and application_id = $2";
    start(tx, application, filter, MADE, (Uuid::max(), END_OF_TIME)).await
}

/// The fourth value of every text: a code that ends before this ends soon.
fn soon(now: Timestamp) -> Stamp {
    Stamp(now + policy::ENDING_SOON)
}

const fn page_text(filter: &Filter) -> &'static str {
    let texts = texts_of(filter.listed);
    match filter.before {
        None => texts.page,
        Some(_) => texts.back,
    }
}

async fn page(
    tx: &mut Tx,
    application: ApplicationId,
    filter: &Filter,
    now: Timestamp,
) -> Result<Vec<ListRow>> {
    let sql = page_text(filter);
    let (after, from) = start_of_newest(tx, application, filter).await?;
    tx.fetch_all(sql, (application.0, Stamp(now), after, soon(now), from))
        .await
}

async fn of_external_id(
    tx: &mut Tx,
    application: ApplicationId,
    filter: &Filter,
    external_id: &ExternalId,
    now: Timestamp,
) -> Result<Vec<ListRow>> {
    let sql = texts_of(filter.listed).of_external_id;
    let (after, from) = start_of_newest(tx, application, filter).await?;
    let values = (
        application.0,
        Stamp(now),
        after,
        soon(now),
        from,
        external_id.as_str(),
    );
    tx.fetch_all(sql, values).await
}

async fn ending(
    tx: &mut Tx,
    application: ApplicationId,
    filter: &Filter,
    now: Timestamp,
) -> Result<Vec<ListRow>> {
    const END: &str =
        "select expires_at from connect_request where id = $1 and application_id = $2";
    let (after, from) = start(tx, application, filter, END, (Uuid::nil(), now)).await?;
    let sql = page_text(filter);
    tx.fetch_all(sql, (application.0, Stamp(now), after, soon(now), from))
        .await
}

async fn found(
    tx: &mut Tx,
    application: ApplicationId,
    filter: &Filter,
    search: &str,
    now: Timestamp,
) -> Result<Vec<ListRow>> {
    let ranges: Vec<Range> = words_sought(search)
        .iter()
        .map(|word| Range::of(word))
        .collect();
    let Some(first) = ranges.first() else {
        return Ok(Vec::new());
    };
    // A search of one word asks for it twice more, which every request with it passes.
    let second = ranges.get(1).unwrap_or(first);
    let third = ranges.get(2).unwrap_or(first);
    let (mut after, mut from) = (Uuid::max(), first.from.clone());
    if let Some(id) = filter.before.or(filter.after)
        && let Some(word) = request_words::first(tx, application, id, first).await?
    {
        (after, from) = (id.0, word);
    }
    let texts = texts_of(filter.listed);
    let (sql, end) = match filter.before {
        None => (texts.found, &first.to),
        Some(_) => (texts.found_back, &first.from),
    };
    let values = (
        application.0,
        Stamp(now),
        after,
        soon(now),
        &from,
        end,
        &first.from,
        &second.from,
        &second.to,
        &third.from,
        &third.to,
    );
    tx.fetch_all(sql, values).await
}

/// How many requests each of the desk's lists has; beyond [`policy::COUNTED_MAX`] it is one more than that.
pub async fn counts(
    tx: &mut Tx,
    application: ApplicationId,
    now: Timestamp,
) -> Result<Vec<(Listed, u64)>> {
    type Counts = (i64, i64, i64, i64, i64, i64, i64, i64, i64);
    let (all, waiting, ending, trouble, connected, disconnected, ended, stopped, refused): Counts =
        tx.fetch_one(COUNTS, (application.0, Stamp(now), Uuid::max(), soon(now)))
            .await?;
    let counts = [
        all,
        waiting,
        connected,
        disconnected,
        ended,
        stopped,
        refused,
        ending,
        trouble,
    ];
    Ok(Listed::AT_THE_DESK
        .into_iter()
        .zip(counts)
        .map(|(listed, count)| {
            let count = u64::try_from(count).unwrap_or(0);
            (listed, count.min(u64::from(COUNTED)))
        })
        .collect())
}
