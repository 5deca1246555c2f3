//! Every word a person reads: Fluent files in `locales`, compiled in, looked up by id with [`t!`]. What a letter says is
//! put together here, as a page and a PDF lay it out.
//!
//! Uses `domain` alone; knows no page, no table, no clock.

mod catalog;
pub mod letter;
pub mod link;
mod locales;
pub mod qr;
mod spoken;
pub mod things;

pub use catalog::Value;
pub use spoken::{Speaking, choose, language, speaking};

use catalog::Catalog;
use std::borrow::Cow;
use std::sync::OnceLock;

use domain::language::Language;
use domain::zone::{Local, Zone};

/// The [`Wording`] for an id: `t!("code-empty")`, `t!("code-length", entered = 18)`.
#[macro_export]
macro_rules! t {
    ($id:expr) => {
        $crate::say($id, &[])
    };
    ($id:expr, $($name:ident = $value:expr),+ $(,)?) => {
        $crate::say($id, &[$((stringify!($name), $value.into())),+])
    };
}

/// Every language's words, read when the language is first spoken.
static CATALOGS: [OnceLock<Catalog>; Language::ALL.len()] =
    [const { OnceLock::new() }; Language::ALL.len()];

fn catalog(language: Language) -> &'static Catalog {
    CATALOGS[language as usize].get_or_init(|| {
        let sources = locales::patients_files(language).iter();
        let staff: &[&str] = match language {
            Language::English => locales::FOR_STAFF,
            _ => &[],
        };
        Catalog::new(language, sources.chain(staff))
    })
}

/// The languages that there are words in, each with the name that its speakers know it by.
pub fn languages() -> [(Language, Wording); Language::ALL.len()] {
    Language::ALL.map(|language| (language, speaking(language, || t!("language-name"))))
}

/// What a person reads: a reference where the sentence is always the same.
pub type Wording = Cow<'static, str>;

/// The words for `id` with these values in it, in the language that is spoken now; in English where that language has
/// none, as for staff. A missing id reads as itself, which a test over all pages would show.
pub fn say(id: &'static str, values: &[(&str, Value<'_>)]) -> Wording {
    let spoken = catalog(language()).say(id, values);
    spoken.unwrap_or_else(|| {
        let english = catalog(Language::English).say(id, values);
        debug_assert!(english.is_some(), "no words for {id}");
        english.unwrap_or(Cow::Borrowed(id))
    })
}

/// "1 June 2026".
pub fn date(at: Local) -> Wording {
    let day = at.day();
    t!("date", day = day, month = month_name(at), year = at.year())
}

/// "June 2026".
pub fn month(at: Local) -> Wording {
    t!(
        "month",
        month = month_name(at),
        number = at.month(),
        year = at.year()
    )
}

fn month_name(at: Local) -> Wording {
    match at.month() {
        1 => t!("month-january"),
        2 => t!("month-february"),
        3 => t!("month-march"),
        4 => t!("month-april"),
        5 => t!("month-may"),
        6 => t!("month-june"),
        7 => t!("month-july"),
        8 => t!("month-august"),
        9 => t!("month-september"),
        10 => t!("month-october"),
        11 => t!("month-november"),
        _ => t!("month-december"),
    }
}

/// "Jun".
pub fn short_month(at: Local) -> Wording {
    match at.month() {
        1 => t!("short-month-january"),
        2 => t!("short-month-february"),
        3 => t!("short-month-march"),
        4 => t!("short-month-april"),
        5 => t!("short-month-may"),
        6 => t!("short-month-june"),
        7 => t!("short-month-july"),
        8 => t!("short-month-august"),
        9 => t!("short-month-september"),
        10 => t!("short-month-october"),
        11 => t!("short-month-november"),
        _ => t!("short-month-december"),
    }
}

/// "Monday 1 June 2026".
pub fn weekday_date(at: Local) -> Wording {
    let weekday = match at.weekday() {
        1 => t!("weekday-monday"),
        2 => t!("weekday-tuesday"),
        3 => t!("weekday-wednesday"),
        4 => t!("weekday-thursday"),
        5 => t!("weekday-friday"),
        6 => t!("weekday-saturday"),
        _ => t!("weekday-sunday"),
    };
    t!("weekday-date", weekday = weekday, date = date(at))
}

/// "1 June 2026, 09:14".
pub fn date_and_time(at: Local) -> Wording {
    t!("date-and-time", date = date(at), clock = clock(at))
}

/// "1 June 2026, 09:14 London time", for those who may read it elsewhere.
pub fn moment(at: Local) -> Wording {
    t!("moment", at = date_and_time(at), zone = zone(at.zone))
}

/// "London time", or "UTC".
pub fn zone(zone: Zone) -> Wording {
    match zone.place() {
        Some(place) => t!("zone", place = place),
        None => zone.name().to_owned().into(),
    }
}

/// "24 Dec"; the year only where it is not that of `now`.
pub fn short_date(at: Local, now: Local) -> Wording {
    let day_and_month = t!("short-date", day = at.day(), month = short_month(at));
    if at.year() == now.year() {
        day_and_month
    } else {
        t!("short-date-in", date = day_and_month, year = at.year())
    }
}

/// "24 Dec, 09:14".
pub fn short_date_and_time(at: Local, now: Local) -> Wording {
    t!(
        "date-and-time",
        date = short_date(at, now),
        clock = clock(at)
    )
}

/// "Today, 09:14", "Yesterday", "23 Nov".
pub fn recent(at: Local, now: Local) -> Wording {
    match at.days_until(now) {
        0 if at.iso_date() == now.iso_date() => t!("today", clock = clock(at)),
        1 => t!("yesterday"),
        _ => short_date(at, now),
    }
}

/// "09:14".
pub fn clock(at: Local) -> String {
    format!("{:02}:{:02}", at.hour(), at.minute())
}

#[cfg(test)]
mod tests;
