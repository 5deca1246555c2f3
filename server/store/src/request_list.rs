//! Lists of table `connect_request`, a page at a time. Whatever is asked for, an index answers it: the page costs
//! the same with a million requests as with a thousand.

use super::connect_requests::{FIELDS, Row};
use super::request_words::{self, Range};
use super::{Result, Stamp, Tx, on_db};
use const_format::concatcp;
use domain::connect_request::{ConnectRequest, Listed, Standing};
use domain::ids::{ApplicationId, ConnectRequestId};
use domain::policy;
use domain::search::words_sought;
use domain::text::findable;
use domain::timestamp::Timestamp;
use uuid::Uuid;

/// What a list shows; tombstones only when asked for by name.
#[derive(Clone, Default)]
pub struct Filter {
    pub listed: Listed,
    pub external_id: Option<String>,
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

/// A request with how its last mail with the code stands, and since when.
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

// In every text: $1 the application, $2 now, $3 the request before the page, $4 when "soon" is over. A condition is
// written as its index is, word by word: SQLite knows a partial index by that alone.
const LIVE: &str = "code_state not in ('replaced', 'deleted')";
const WAITING: &str = "code_state = 'usable' and person_id is null and expires_at > $2";
const OVERDUE: &str = "code_state = 'usable' and person_id is null and expires_at <= $2";
const ENDING: &str =
    "code_state = 'usable' and person_id is null and expires_at > $2 and expires_at <= $4";
const USED: &str = "code_state = 'usable' and person_id is not null";
const CONNECTED: &str = "connected_since is not null and disconnected_at is null and code_state not in ('replaced', 'deleted')";
const DISCONNECTED: &str =
    "disconnected_at is not null and code_state not in ('replaced', 'deleted')";
const OVER: &str = "code_state <> 'usable' and code_state = 'ended'";
const ENDED: &str = concatcp!("((", OVER, ") or (", OVERDUE, "))");
const STOPPED: &str = "code_state <> 'usable' and code_state = 'stopped'";
const REFUSED: &str = "code_state <> 'usable' and code_state = 'refused'";
const REPLACED: &str = "code_state <> 'usable' and code_state = 'replaced'";
const DELETED: &str = "code_state <> 'usable' and code_state = 'deleted'";
const MAIL_TROUBLE: &str = "mail_trouble";

/// One more than a page shows: it tells whether there is a next one.
const ROWS: u32 = policy::PAGE_ROWS + 1;
const COUNTED: u32 = policy::COUNTED_MAX + 1;

const SELECT: &str = concatcp!(
    "select ",
    FIELDS,
    ", (select job.state from job where job.connect_request_id = connect_request.id and job.kind = 'connect' \
      order by job.id desc limit 1) as mail_state, \
      (select coalesce(job.ended_at, job.made_at) from job where job.connect_request_id = connect_request.id \
      and job.kind = 'connect' order by job.id desc limit 1) as mail_at, \
      (select job.failure is not null from job where job.connect_request_id = connect_request.id \
      and job.kind = 'connect' order by job.id desc limit 1) as mail_failed from "
);
const NEWEST_FIRST: &str = concatcp!(
    " and (made_at, id) < ($5, $3) order by made_at desc, id desc limit ",
    ROWS
);
/// Backwards: the last of a page stands first.
const OLDEST_FIRST: &str = concatcp!(
    " and (made_at, id) > ($5, $3) order by made_at, id limit ",
    ROWS
);

/// The ways to read one of the lists.
struct Texts {
    /// $5 is when the request before the page was made.
    page: &'static str,
    /// $3 and $5 are the request after the page.
    back: &'static str,
    /// $6 is the external id.
    of_external_id: &'static str,
    /// By words, in their order: $5 to $6 the words from where the page begins, $7 where those that fit begin, $8 to
    /// $9 and $10 to $11 two more that have to fit. A request stands where its first word stands.
    found: &'static str,
    /// The same backwards: $5 the word where the page ends, $6 where those that fit begin.
    found_back: &'static str,
}

/// By words: which of them, and in what order.
macro_rules! found {
    ($condition:expr, $which:expr, $order:expr) => {
        concatcp!(
            SELECT,
            "(select connect_request_id as hit_id, word as hit_word from request_word \
              where application_id = $1 and ",
            $which,
            ") as hit cross join connect_request where id = hit_id and application_id = $1 and ",
            $condition,
            " and not exists (select 1 from request_word as earlier \
              where earlier.connect_request_id = hit_id and earlier.word >= $7 and earlier.word < hit_word) \
              and exists (select 1 from request_word as second \
              where second.connect_request_id = hit_id and second.word >= $8 and second.word < $9) \
              and exists (select 1 from request_word as third \
              where third.connect_request_id = hit_id and third.word >= $10 and third.word < $11) \
              order by ",
            $order,
            " limit ",
            ROWS
        )
    };
}

macro_rules! texts {
    ($condition:expr) => {
        texts!(
            $condition,
            concatcp!(
                SELECT,
                "connect_request where application_id = $1 and ",
                $condition,
                NEWEST_FIRST
            ),
            concatcp!(
                SELECT,
                "connect_request where application_id = $1 and ",
                $condition,
                OLDEST_FIRST
            )
        )
    };
    ($condition:expr, $page:expr, $back:expr) => {
        Texts {
            page: $page,
            back: $back,
            // "cross join" keeps SQLite to this order of the tables: it would rather read a whole list than sort a few.
            of_external_id: concatcp!(
                SELECT,
                "(select id as had_id from connect_request where application_id = $1 and external_id = $6) as had \
                  cross join connect_request where id = had_id and application_id = $1 and ",
                $condition,
                NEWEST_FIRST
            ),
            found: found!(
                $condition,
                "word >= $5 and word < $6 and (word > $5 or connect_request_id < $3)",
                "hit_word, hit_id desc"
            ),
            found_back: found!(
                $condition,
                "word >= $6 and word <= $5 and (word < $5 or connect_request_id > $3)",
                "hit_word desc, hit_id"
            ),
        }
    };
}

/// Those whose time is over and whom the clean-up has not ended yet are few.
macro_rules! ended {
    ($order:expr) => {
        concatcp!(
            SELECT,
            "connect_request where id in (select id from (select id from connect_request \
              where application_id = $1 and ",
            OVER,
            $order,
            ") as over union all select id from connect_request where application_id = $1 and ",
            OVERDUE,
            ")",
            $order
        )
    };
}

/// The next to end first; $5 is when the request before the page ends, or the one after it.
macro_rules! ending {
    ($order:expr) => {
        concatcp!(
            SELECT,
            "connect_request where application_id = $1 and ",
            ENDING,
            $order,
            ROWS
        )
    };
}

const ENDED_PAGE: &str = ended!(NEWEST_FIRST);
const ENDED_BACK: &str = ended!(OLDEST_FIRST);
const ENDING_PAGE: &str =
    ending!(" and (expires_at, id) > ($5, $3) order by expires_at, id limit ");
const ENDING_BACK: &str =
    ending!(" and (expires_at, id) < ($5, $3) order by expires_at desc, id desc limit ");

const ALL: Texts = texts!(LIVE);
const ARE_WAITING: Texts = texts!(WAITING);
const ARE_ENDING: Texts = texts!(ENDING, ENDING_PAGE, ENDING_BACK);
const ARE_USED: Texts = texts!(USED);
const ARE_CONNECTED: Texts = texts!(CONNECTED);
const ARE_DISCONNECTED: Texts = texts!(DISCONNECTED);
const ARE_ENDED: Texts = texts!(ENDED, ENDED_PAGE, ENDED_BACK);
const ARE_STOPPED: Texts = texts!(STOPPED);
const ARE_REFUSED: Texts = texts!(REFUSED);
const ARE_REPLACED: Texts = texts!(REPLACED);
const ARE_DELETED: Texts = texts!(DELETED);
const IN_MAIL_TROUBLE: Texts = texts!(MAIL_TROUBLE);

const fn texts_of(listed: Listed) -> Texts {
    match listed {
        Listed::All => ALL,
        Listed::Connected => ARE_CONNECTED,
        Listed::Disconnected => ARE_DISCONNECTED,
        Listed::EndingSoon => ARE_ENDING,
        Listed::MailTrouble => IN_MAIL_TROUBLE,
        Listed::Standing(standing) => match standing {
            Standing::Waiting => ARE_WAITING,
            Standing::Connected => ARE_USED,
            Standing::Ended => ARE_ENDED,
            Standing::Stopped => ARE_STOPPED,
            Standing::Refused => ARE_REFUSED,
            Standing::Replaced => ARE_REPLACED,
            Standing::Deleted => ARE_DELETED,
        },
    }
}

/// The statements of one of the lists, for a look at how the engine would run them.
pub const fn statements(listed: Listed) -> [&'static str; 5] {
    let texts = texts_of(listed);
    [
        texts.page,
        texts.back,
        texts.of_external_id,
        texts.found,
        texts.found_back,
    ]
}

/// A page of requests. The newest stand first; those that end soon by their end; those that were searched for by the
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
    let found: Option<Stamp> = on_db!(tx, conn => sqlx::query_scalar(sql).bind(beside.0).bind(application.0)
        .fetch_optional(conn).await)?;
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

/// Asks one of the texts: the values that all of them have, then its own.
macro_rules! asked {
    ($tx:expr, $fetch:ident($sql:expr), $application:expr, $now:expr, $after:expr $(, $own:expr)*) => {
        on_db!($tx, conn => sqlx::query_as($sql)
            .bind($application.0)
            .bind(Stamp($now))
            .bind($after)
            .bind(Stamp($now + policy::ENDING_SOON))
            $(.bind($own))*
            .$fetch(conn).await)
    };
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
    Ok(asked!(tx, fetch_all(sql), application, now, after, from)?)
}

async fn of_external_id(
    tx: &mut Tx,
    application: ApplicationId,
    filter: &Filter,
    external_id: &str,
    now: Timestamp,
) -> Result<Vec<ListRow>> {
    let sql = texts_of(filter.listed).of_external_id;
    let (after, from) = start_of_newest(tx, application, filter).await?;
    let external_id = findable(external_id);
    Ok(asked!(
        tx,
        fetch_all(sql),
        application,
        now,
        after,
        from,
        &external_id
    )?)
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
    Ok(asked!(tx, fetch_all(sql), application, now, after, from)?)
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
    Ok(asked!(
        tx,
        fetch_all(sql),
        application,
        now,
        after,
        &from,
        end,
        &first.from,
        &second.from,
        &second.to,
        &third.from,
        &third.to
    )?)
}

/// Counts to one more than [`policy::COUNTED_MAX`] and no further.
macro_rules! counted {
    ($condition:expr, $order:expr) => {
        concatcp!(
            "(select count(*) from (select 1 from connect_request where application_id = $1 and ",
            $condition,
            " order by ",
            $order,
            " limit ",
            COUNTED,
            ") as counted)"
        )
    };
}

const COUNTS: &str = concatcp!(
    "select ",
    counted!(LIVE, "made_at desc"),
    ", ",
    counted!(WAITING, "expires_at"),
    ", ",
    counted!(ENDING, "expires_at"),
    ", ",
    counted!(MAIL_TROUBLE, "made_at desc"),
    ", ",
    counted!(CONNECTED, "made_at desc"),
    ", ",
    counted!(DISCONNECTED, "made_at desc"),
    ", ",
    counted!(OVER, "made_at desc"),
    " + ",
    counted!(OVERDUE, "expires_at"),
    ", ",
    counted!(STOPPED, "made_at desc"),
    ", ",
    counted!(REFUSED, "made_at desc")
);

/// The statement of [`counts`], for a look at how the engine would run it.
pub const COUNTS_STATEMENT: &str = COUNTS;

/// How many requests each of the desk's lists has; beyond [`policy::COUNTED_MAX`] it is one more than that.
pub async fn counts(
    tx: &mut Tx,
    application: ApplicationId,
    now: Timestamp,
) -> Result<Vec<(Listed, u64)>> {
    type Counts = (i64, i64, i64, i64, i64, i64, i64, i64, i64);
    let (all, waiting, ending, trouble, connected, disconnected, ended, stopped, refused): Counts =
        asked!(tx, fetch_one(COUNTS), application, now, Uuid::max())?;
    let counts = [
        all,
        waiting,
        ending,
        trouble,
        connected,
        disconnected,
        ended,
        stopped,
        refused,
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
