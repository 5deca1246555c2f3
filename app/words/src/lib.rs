//! Every word a person reads: Fluent files in `locales`, compiled in, looked up by id with [`t!`]. What a letter says is
//! put together here, as a page and a PDF lay it out.
//!
//! Uses `domain` alone; knows no page, no table, no clock.

pub mod letter;
pub mod link;
pub mod qr;
pub mod things;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::sync::LazyLock;

use domain::zone::{Local, Zone};

/// The words for an id: `t!("code-empty")`, `t!("code-length", entered = 18)`.
#[macro_export]
macro_rules! t {
    ($id:expr) => {
        $crate::say($id, &[])
    };
    ($id:expr, $($name:ident = $value:expr),+ $(,)?) => {
        $crate::say($id, &[$((stringify!($name), $value.into())),+])
    };
}

static ENGLISH: LazyLock<FluentBundle<FluentResource>> = LazyLock::new(|| {
    let mut bundle = FluentBundle::new_concurrent(vec![unic_langid::langid!("en")]);
    // Marks of isolation would end up in mails, file names and copied text; views isolate by <bdi>.
    bundle.set_use_isolating(false);
    let builtins = bundle.add_builtins();
    debug_assert!(builtins.is_ok(), "{builtins:?}");
    for source in ON_PAGES.iter().chain(ELSEWHERE) {
        let resource =
            FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(resource, errors)| {
                debug_assert!(
                    errors.is_empty(),
                    "a Fluent file does not parse: {errors:?}"
                );
                resource
            });
        let doubled = bundle.add_resource(resource);
        debug_assert!(doubled.is_ok(), "an id stands twice: {doubled:?}");
    }
    bundle
});

/// What stands on pages.
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

/// What stands in mails, on the console and in the demonstration.
const ELSEWHERE: &[&str] = &[
    include_str!("../locales/en/mail.ftl"),
    include_str!("../locales/en/demo.ftl"),
    include_str!("../locales/en/console.ftl"),
];

/// The languages that there are words in: the tag, and the name that its speakers know it by.
pub fn languages() -> [(&'static str, String); 1] {
    [("en", t!("language-en"))]
}

/// The words for `id`; a missing id reads as itself, which a test over all pages would show.
pub fn say(id: &str, values: &[(&str, FluentValue<'_>)]) -> String {
    let Some(pattern) = ENGLISH.get_message(id).and_then(|message| message.value()) else {
        debug_assert!(false, "no words for {id}");
        return id.to_owned();
    };
    let args: FluentArgs = values.iter().cloned().collect();
    let mut errors = Vec::new();
    let words = ENGLISH.format_pattern(pattern, Some(&args), &mut errors);
    debug_assert!(errors.is_empty(), "{id}: {errors:?}");
    words.into_owned()
}

/// "1 June 2026".
pub fn date(at: Local) -> String {
    t!(
        "date",
        day = at.day(),
        month = at.month(),
        year = at.year().to_string()
    )
}

/// "June 2026".
pub fn month(at: Local) -> String {
    t!("month", month = at.month(), year = at.year().to_string())
}

/// "Jun".
pub fn short_month(at: Local) -> String {
    t!("short-month", month = at.month())
}

/// "Monday 1 June 2026".
pub fn weekday_date(at: Local) -> String {
    t!("weekday-date", weekday = at.weekday(), date = date(at))
}

/// "1 June 2026, 09:14".
pub fn date_and_time(at: Local) -> String {
    t!("date-and-time", date = date(at), clock = clock(at))
}

/// "1 June 2026, 09:14 London time", for those who may read it elsewhere.
pub fn moment(at: Local) -> String {
    t!("moment", at = date_and_time(at), zone = zone(at.zone))
}

/// "London time", or "UTC".
pub fn zone(zone: Zone) -> String {
    match zone.place() {
        Some(place) => t!("zone", place = place),
        None => zone.name().to_owned(),
    }
}

/// "24 Dec"; the year only where it is not that of `now`.
pub fn short_date(at: Local, now: Local) -> String {
    let day_and_month = t!("short-date", day = at.day(), month = short_month(at));
    if at.year() == now.year() {
        day_and_month
    } else {
        let year = at.year().to_string();
        t!("short-date-in", date = day_and_month, year = year)
    }
}

/// "24 Dec, 09:14".
pub fn short_date_and_time(at: Local, now: Local) -> String {
    t!(
        "date-and-time",
        date = short_date(at, now),
        clock = clock(at)
    )
}

/// "Today, 09:14", "Yesterday", "23 Nov".
pub fn recent(at: Local, now: Local) -> String {
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
