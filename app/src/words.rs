//! Every word a person reads: Fluent files in `locales`, compiled in, looked up by id with [`t!`].

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::sync::LazyLock;

use crate::domain::timestamp::Timestamp;

/// The words for an id: `t!("code-empty")`, `t!("code-length", entered = 18)`.
#[macro_export]
macro_rules! t {
    ($id:expr) => {
        $crate::words::say($id, &[])
    };
    ($id:expr, $($name:ident = $value:expr),+ $(,)?) => {
        $crate::words::say($id, &[$((stringify!($name), $value.into())),+])
    };
}

static ENGLISH: LazyLock<FluentBundle<FluentResource>> = LazyLock::new(|| {
    let mut bundle = FluentBundle::new_concurrent(vec![unic_langid::langid!("en")]);
    // Marks of isolation would end up in mails, file names and copied text; views isolate by <bdi>.
    bundle.set_use_isolating(false);
    let builtins = bundle.add_builtins();
    debug_assert!(builtins.is_ok(), "{builtins:?}");
    for source in SOURCES {
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

const SOURCES: &[&str] = &[
    include_str!("../locales/en/shared.ftl"),
    include_str!("../locales/en/patient.ftl"),
    include_str!("../locales/en/staff.ftl"),
    include_str!("../locales/en/mail.ftl"),
    include_str!("../locales/en/demo.ftl"),
];

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

/// "1 June 2026", in UTC.
pub fn date(at: Timestamp) -> String {
    let date = at.date_time();
    t!(
        "date",
        day = i64::from(date.day()),
        month = i64::from(u8::from(date.month())),
        year = date.year().to_string()
    )
}

/// "Monday 1 June 2026", in UTC.
pub fn weekday_date(at: Timestamp) -> String {
    let weekday = i64::from(at.date_time().weekday().number_from_monday());
    t!("weekday-date", weekday = weekday, date = date(at))
}

/// "1 June 2026, 09:14", in UTC.
pub fn date_and_time(at: Timestamp) -> String {
    let time = at.date_time();
    let clock = format!("{:02}:{:02}", time.hour(), time.minute());
    t!("date-and-time", date = date(at), clock = clock)
}
