//! Every word a person reads: Fluent files in `locales`, compiled in, looked up by id with [`t!`]. What a letter says is
//! put together here, as a page and a PDF lay it out.
//!
//! Uses `domain` alone; knows no page, no table, no clock.

mod catalog;
pub mod letter;
pub mod link;
pub mod qr;
pub mod things;

pub use catalog::Value;

use catalog::Catalog;
use std::borrow::Cow;
use std::sync::LazyLock;

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

static ENGLISH: LazyLock<Catalog> =
    LazyLock::new(|| Catalog::new(unic_langid::langid!("en"), ON_PAGES.iter().chain(ELSEWHERE)));

/// What is on pages.
const ON_PAGES: &[&str] = &[
    include_str!("../locales/en/shared.ftl"),
    include_str!("../locales/en/islands.ftl"),
    include_str!("../locales/en/patient.ftl"),
    include_str!("../locales/en/account.ftl"),
    include_str!("../locales/en/passkeys.ftl"),
    include_str!("../locales/en/second-step.ftl"),
    include_str!("../locales/en/trust.ftl"),
    include_str!("../locales/en/staff.ftl"),
    include_str!("../locales/en/staff-access.ftl"),
    include_str!("../locales/en/staff-settings.ftl"),
    include_str!("../locales/en/staff-callback.ftl"),
    include_str!("../locales/en/staff-list.ftl"),
    include_str!("../locales/en/set-up.ftl"),
    include_str!("../locales/en/staff-new.ftl"),
    include_str!("../locales/en/staff-bulk.ftl"),
    include_str!("../locales/en/staff-installation.ftl"),
];

/// What is in mails, on the console and in the demonstration.
const ELSEWHERE: &[&str] = &[
    include_str!("../locales/en/mail.ftl"),
    include_str!("../locales/en/demo.ftl"),
    include_str!("../locales/en/console.ftl"),
];

/// The languages that there are words in: the tag, and the name that its speakers know it by.
pub fn languages() -> [(&'static str, Wording); 1] {
    [("en", t!("language-en"))]
}

/// What a person reads: a reference where the sentence is always the same.
pub type Wording = Cow<'static, str>;

/// The words for `id` with these values in it; a missing id reads as itself, which a test over all pages would show.
pub fn say(id: &'static str, values: &[(&'static str, Value<'_>)]) -> Wording {
    ENGLISH.say(id, values)
}

/// "1 June 2026".
pub fn date(at: Local) -> Wording {
    let day = at.day();
    t!("date", day = day, month = month_name(at), year = at.year())
}

/// "June 2026".
pub fn month(at: Local) -> Wording {
    t!("month", month = month_name(at), year = at.year())
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
mod tests {
    use super::{ELSEWHERE, ON_PAGES};
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::Path;

    /// Every id looked up by [`t!`] in the sources of `room`.
    fn ids_used(room: &Path, ids: &mut BTreeSet<String>) {
        for entry in fs::read_dir(room).expect("a folder of sources") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                ids_used(&path, ids);
            } else if path.extension().is_some_and(|ext| ext == "rs") {
                let source = fs::read_to_string(&path).expect("a source");
                ids.extend(looked_up(&source).map(str::to_owned));
            }
        }
    }

    fn looked_up(source: &str) -> impl Iterator<Item = &str> {
        source.match_indices("t!(").filter_map(|(at, call)| {
            let ours = !source[..at].ends_with(char::is_alphanumeric);
            let literal = source[at + call.len()..].trim_start().strip_prefix('"')?;
            let id = literal.split('"').next()?;
            let kebab = |sign: char| matches!(sign, 'a'..='z' | '0'..='9' | '-');
            let remark = source[..at].lines().last()?.trim_start().starts_with("//");
            (ours && id.chars().all(kebab) && !remark).then_some(id)
        })
    }

    fn ids_given(source: &str) -> impl Iterator<Item = &str> {
        source
            .lines()
            .filter_map(|line| line.split_once(" ="))
            .map(|(id, _)| id)
            .filter(|id| id.starts_with(|sign: char| sign.is_ascii_lowercase()))
    }

    fn sources() -> impl Iterator<Item = &'static str> {
        ON_PAGES.iter().chain(ELSEWHERE).copied()
    }

    fn used() -> BTreeSet<String> {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut used = BTreeSet::new();
        for room in ["src", "../src", "../../server"].map(|room| here.join(room)) {
            ids_used(&room, &mut used);
        }
        used
    }

    #[test]
    fn every_id_that_is_looked_up_has_words() {
        let given: BTreeSet<&str> = sources().flat_map(ids_given).collect();
        let used = used();
        assert!(used.len() > 100, "the scan finds the ids");
        let missing: Vec<_> = used
            .iter()
            .filter(|id| !given.contains(id.as_str()))
            .collect();
        assert!(missing.is_empty(), "no words for {missing:?}");
    }

    #[test]
    fn all_words_are_used() {
        let used = used();
        let idle: Vec<_> = ON_PAGES
            .iter()
            .flat_map(|source| ids_given(source))
            .filter(|id| !used.contains(*id))
            .collect();
        assert!(idle.is_empty(), "nobody says {idle:?}");
    }

    #[test]
    fn the_words_are_plain() {
        for source in sources() {
            for line in source.lines() {
                let plain = ["please", "invalid", "should"]
                    .iter()
                    .all(|word| !line.to_lowercase().contains(word));
                assert!(plain, "{line}");
            }
        }
    }

    #[test]
    fn places_are_counted_as_people_do() {
        for (position, place) in [
            (1, "1st"),
            (2, "2nd"),
            (3, "3rd"),
            (7, "7th"),
            (11, "11th"),
            (21, "21st"),
        ] {
            let words = t!(
                "code-impossible",
                sign = "letter",
                letter = "O",
                position = position
            );
            assert!(
                words.contains(&format!("Check the {place} letter")),
                "{words}"
            );
        }
    }
}
