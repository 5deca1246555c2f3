//! The texts of the lists of table `connect_request`: for each list and each way to read it one, with an index of its own.

use super::connect_request_row::FIELDS;
use const_format::concatcp;
use domain::connect_request::{Listed, Standing};
use domain::policy;

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
pub(super) const COUNTED: u32 = policy::COUNTED_MAX + 1;

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
/// Backwards: the last of a page is first.
const OLDEST_FIRST: &str = concatcp!(
    " and (made_at, id) > ($5, $3) order by made_at, id limit ",
    ROWS
);

/// The ways to read one of the lists.
pub(super) struct Texts {
    /// $5 is when the request before the page was made.
    pub(super) page: &'static str,
    /// $3 and $5 are the request after the page.
    pub(super) back: &'static str,
    /// $6 is the external id.
    pub(super) of_external_id: &'static str,
    /// By words, in their order: $5 to $6 the words from where the page begins, $7 where those that fit begin, $8 to
    /// $9 and $10 to $11 two more that have to fit. A request is at the place of its first word.
    pub(super) found: &'static str,
    /// The same backwards: $5 the word where the page ends, $6 where those that fit begin.
    pub(super) found_back: &'static str,
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

pub(super) const fn texts_of(listed: Listed) -> Texts {
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

pub(super) const COUNTS: &str = concatcp!(
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

/// The statement of [`super::request_list::counts`], for a look at how the engine would run it.
pub const COUNTS_STATEMENT: &str = COUNTS;
