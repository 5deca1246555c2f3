//! A time zone, and the one place where a moment becomes a date.

use crate::timestamp::Timestamp;
use jiff::civil;
use jiff::tz::{Offset, TimeZone, TimeZoneDatabase};
use jiff::{Timestamp as Instant, ToSpan, ZonedDateTime};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::{LazyLock, OnceLock};

struct Entry {
    name: Cow<'static, str>,
    time_zone: TimeZone,
}

static UTC: Entry = Entry {
    name: Cow::Borrowed("UTC"),
    time_zone: TimeZone::UTC,
};

/// Every name of the tz database, in lower case; what it stands for is read when it is first asked for.
static ENTRIES: LazyLock<BTreeMap<String, OnceLock<Option<Entry>>>> = LazyLock::new(|| {
    let names = TimeZoneDatabase::bundled();
    names
        .available()
        .map(|name| (name.as_str().to_ascii_lowercase(), OnceLock::new()))
        .collect()
});

/// The parts of the world whose zones people choose from. The database also has old abbreviations and bare offsets.
const AREAS: &[&str] = &[
    "Africa/",
    "America/",
    "Antarctica/",
    "Arctic/",
    "Asia/",
    "Atlantic/",
    "Australia/",
    "Europe/",
    "Indian/",
    "Pacific/",
];

/// A time zone of the tz database.
#[derive(Clone, Copy)]
pub struct Zone(&'static Entry);

impl Zone {
    pub const UTC: Self = Self(&UTC);

    /// By its IANA name, such as `Europe/London`, in any case.
    pub fn parse(name: &str) -> Option<Self> {
        let key = name.trim().to_ascii_lowercase();
        if key == "utc" {
            return Some(Self::UTC);
        }
        let entry = ENTRIES.get(&key)?.get_or_init(|| {
            let time_zone = TimeZoneDatabase::bundled().get(&key).ok()?;
            let name = Cow::Owned(time_zone.iana_name()?.to_owned());
            Some(Entry { name, time_zone })
        });
        entry.as_ref().map(Self)
    }

    /// The IANA name.
    pub fn name(self) -> &'static str {
        &self.0.name
    }

    /// The place that the zone is named after; None for UTC.
    pub fn place(self) -> Option<String> {
        let (_, place) = self.name().rsplit_once('/')?;
        Some(place.replace('_', " "))
    }

    /// The names that a form offers, by area and place. [`Zone::parse`] reads more.
    pub fn offered() -> impl Iterator<Item = String> {
        let names = TimeZoneDatabase::bundled();
        let mut names: Vec<String> = names.available().map(|name| name.to_string()).collect();
        names.retain(|name| AREAS.iter().any(|area| name.starts_with(area)));
        names.sort_unstable();
        std::iter::once(Self::UTC.name().to_owned()).chain(names)
    }

    /// What clocks and calendars there show.
    pub fn at(self, moment: Timestamp) -> Local {
        let there = self.zoned(moment);
        Local {
            at: there.datetime(),
            offset: there.offset(),
            zone: self,
        }
    }

    /// The first moment of the day that comes `days` days after the one that `from` is in. Where a zone has skipped that
    /// day, it is the first moment after it.
    pub fn day_after(self, from: Timestamp, days: u32) -> Timestamp {
        let day = self
            .zoned(from)
            .date()
            .saturating_add(i64::from(days).days());
        self.first_moment(day)
            .unwrap_or(Timestamp::from_micros(i64::MAX))
    }

    /// The last microsecond of the day that comes `days` days after the one that `from` is in. Where a zone has skipped that
    /// day, it is the end of the day before.
    pub fn end_of_day(self, from: Timestamp, days: u32) -> Timestamp {
        let next = self.day_after(from, days.saturating_add(1));
        Timestamp::from_micros(next.micros() - 1)
    }

    /// The first moment of a day that is written as `2026-06-01`.
    pub fn start_of_day(self, day: &str) -> Option<Timestamp> {
        let day: civil::Date = day.parse().ok().filter(|_| day.len() == DAY_LENGTH)?;
        self.first_moment(day)
    }

    fn first_moment(self, day: civil::Date) -> Option<Timestamp> {
        let first = day.to_zoned_datetime(self.0.time_zone.clone()).ok()?;
        Some(Timestamp::from_micros(first.timestamp().as_microsecond()))
    }

    /// Beyond the calendar's ends it stays at the epoch, like [`Timestamp::date_time`].
    fn zoned(self, moment: Timestamp) -> ZonedDateTime {
        Instant::from_microsecond(moment.micros())
            .unwrap_or(Instant::UNIX_EPOCH)
            .to_zoned_datetime(self.0.time_zone.clone())
    }
}

/// The characters of `2026-06-01`.
const DAY_LENGTH: usize = 10;

impl Default for Zone {
    fn default() -> Self {
        Self::UTC
    }
}

impl PartialEq for Zone {
    fn eq(&self, other: &Self) -> bool {
        self.name() == other.name()
    }
}

impl Eq for Zone {}

impl fmt::Debug for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A date and a time of day in a zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Local {
    at: civil::DateTime,
    offset: Offset,
    pub zone: Zone,
}

impl Local {
    pub fn year(self) -> i16 {
        self.at.year()
    }

    /// 1 to 12.
    pub fn month(self) -> i8 {
        self.at.month()
    }

    pub fn day(self) -> i8 {
        self.at.day()
    }

    pub fn hour(self) -> i8 {
        self.at.hour()
    }

    pub fn minute(self) -> i8 {
        self.at.minute()
    }

    /// Monday is 1.
    pub fn weekday(self) -> i8 {
        self.at.weekday().to_monday_one_offset()
    }

    /// Whole days from this date to that of `later`, at least 0.
    pub fn days_until(self, later: Self) -> u64 {
        let days = (later.at.date() - self.at.date()).get_days();
        u64::try_from(days).unwrap_or(0)
    }

    /// `2026-06-01`.
    pub fn iso_date(self) -> String {
        self.at.date().to_string()
    }

    /// RFC 3339 with the offset from UTC, or `Z` where the zone is UTC.
    pub fn rfc3339(self) -> String {
        if self.zone == Zone::UTC {
            return self.at.strftime("%Y-%m-%dT%H:%M:%S%.fZ").to_string();
        }
        let seconds = self.offset.seconds();
        let (sign, minutes) = (if seconds < 0 { '-' } else { '+' }, seconds.abs() / 60);
        let local = self.at.strftime("%Y-%m-%dT%H:%M:%S%.f");
        format!("{local}{sign}{:02}:{:02}", minutes / 60, minutes % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn zone(name: &str) -> Zone {
        Zone::parse(name).expect("a zone of the database")
    }

    fn moment(text: &str) -> Timestamp {
        Timestamp::parse(text).expect("a time")
    }

    const INSTANT: std::time::Duration = std::time::Duration::from_micros(1);

    /// Zone, when a code is made, days of its life, the printed day, and the first moment of the next day.
    const ENDS: &[(&str, &str, u32, &str, &str)] = &[
        // 1 June 23:30 local.
        (
            "America/Los_Angeles",
            "2026-06-02T06:30:00Z",
            28,
            "2026-06-29",
            "2026-06-30T07:00:00Z",
        ),
        // Made in winter, ends in summer, and the other way round.
        (
            "America/Los_Angeles",
            "2026-03-01T08:00:00Z",
            28,
            "2026-03-29",
            "2026-03-30T07:00:00Z",
        ),
        (
            "America/Los_Angeles",
            "2026-10-20T06:30:00Z",
            28,
            "2026-11-16",
            "2026-11-17T08:00:00Z",
        ),
        // On the days of 23 and of 25 hours.
        (
            "America/Los_Angeles",
            "2026-03-01T20:00:00Z",
            7,
            "2026-03-08",
            "2026-03-09T07:00:00Z",
        ),
        (
            "America/Los_Angeles",
            "2026-10-25T20:00:00Z",
            7,
            "2026-11-01",
            "2026-11-02T08:00:00Z",
        ),
        (
            "Europe/London",
            "2026-03-28T23:30:00Z",
            1,
            "2026-03-29",
            "2026-03-29T23:00:00Z",
        ),
        // Half an hour of daylight saving.
        (
            "Australia/Lord_Howe",
            "2026-03-30T20:00:00Z",
            5,
            "2026-04-05",
            "2026-04-05T13:30:00Z",
        ),
        (
            "Australia/Lord_Howe",
            "2026-09-30T20:00:00Z",
            3,
            "2026-10-04",
            "2026-10-04T13:00:00Z",
        ),
        (
            "Asia/Kathmandu",
            "2026-06-01T18:20:00Z",
            28,
            "2026-06-30",
            "2026-06-30T18:15:00Z",
        ),
        (
            "Pacific/Apia",
            "2026-06-01T10:30:00Z",
            28,
            "2026-06-29",
            "2026-06-29T11:00:00Z",
        ),
        // 30 December 2011 was never there: the day before it ends where the 31st begins.
        (
            "Pacific/Apia",
            "2011-12-20T22:00:00Z",
            10,
            "2011-12-29",
            "2011-12-30T10:00:00Z",
        ),
        (
            "Pacific/Apia",
            "2011-12-20T22:00:00Z",
            11,
            "2011-12-31",
            "2011-12-31T10:00:00Z",
        ),
        // Clocks that go forward at midnight: the next day begins at one.
        (
            "America/Santiago",
            "2026-09-01T12:00:00Z",
            4,
            "2026-09-05",
            "2026-09-06T04:00:00Z",
        ),
        (
            "UTC",
            "2026-11-23T08:00:00Z",
            28,
            "2026-12-21",
            "2026-12-22T00:00:00Z",
        ),
    ];

    #[test]
    fn d13_a_code_ends_with_the_printed_day_of_its_zone() {
        for &(name, made, days, day, next) in ENDS {
            let zone = zone(name);
            let end = zone.end_of_day(moment(made), days);
            assert_eq!(zone.at(end).iso_date(), day, "{name} {made}");
            assert_eq!(end + INSTANT, moment(next), "{name} {made}");
            assert_ne!(zone.at(end + INSTANT).iso_date(), day, "{name} {made}");
        }
    }

    #[test]
    fn a_day_begins_with_its_first_moment() {
        let begins = |name: &str, day: &str| zone(name).start_of_day(day);
        let cases = [
            ("America/Los_Angeles", "2026-06-01", "2026-06-01T07:00:00Z"),
            ("Asia/Kathmandu", "2026-06-01", "2026-05-31T18:15:00Z"),
            ("America/Santiago", "2026-09-06", "2026-09-06T04:00:00Z"),
        ];
        for (name, day, first) in cases {
            assert_eq!(begins(name, day), Some(moment(first)), "{name} {day}");
        }
        for text in ["", "soon", "2026-02-30", "2026-06-01T00:00:00", "20260601"] {
            assert_eq!(begins("UTC", text), None, "{text}");
        }
    }

    #[test]
    fn names_are_read_in_any_case_and_others_are_not() {
        assert_eq!(zone("america/los_angeles").name(), "America/Los_Angeles");
        assert_eq!(zone(" utc "), Zone::UTC);
        assert_eq!(zone("Asia/Calcutta").name(), "Asia/Calcutta");
        for name in ["", "Los Angeles", "Mars/Olympus", "../etc/passwd", "+02:00"] {
            assert_eq!(Zone::parse(name), None, "{name}");
        }
    }

    #[test]
    fn every_zone_that_is_offered_is_one() {
        let offered: Vec<String> = Zone::offered().collect();
        assert!(offered.len() > 300, "{}", offered.len());
        for name in offered {
            assert_eq!(Zone::parse(&name).map(Zone::name), Some(name.as_str()));
        }
    }

    #[test]
    fn days_between_dates_do_not_count_hours() {
        let zone = zone("America/Los_Angeles");
        let days = |from: &str, to: &str| zone.at(moment(from)).days_until(zone.at(moment(to)));
        // 48 hours and a half, over the day of 25 hours.
        assert_eq!(days("2026-11-01T07:30:00Z", "2026-11-03T07:59:59Z"), 1);
        assert_eq!(days("2026-06-02T06:59:00Z", "2026-06-02T07:01:00Z"), 1);
        assert_eq!(days("2026-06-03T06:59:00Z", "2026-06-02T07:01:00Z"), 0);
    }

    #[test]
    fn a_local_time_with_its_offset_reads_as_the_same_moment() {
        let at = |name: &str, at: &str| zone(name).at(moment(at)).rfc3339();
        let cases = [
            ("UTC", "2026-06-02T06:30:00Z", "2026-06-02T06:30:00Z"),
            ("UTC", "2026-06-02T06:30:00.25Z", "2026-06-02T06:30:00.25Z"),
            (
                "Europe/London",
                "2026-01-02T06:30:00Z",
                "2026-01-02T06:30:00+00:00",
            ),
            (
                "America/Los_Angeles",
                "2026-06-02T06:30:00Z",
                "2026-06-01T23:30:00-07:00",
            ),
            (
                "Asia/Kathmandu",
                "2026-06-01T18:20:00Z",
                "2026-06-02T00:05:00+05:45",
            ),
        ];
        for (name, utc, local) in cases {
            assert_eq!(at(name, utc), local);
            assert_eq!(Timestamp::parse(local), Timestamp::parse(utc), "{local}");
        }
    }

    #[test]
    fn a_moment_beyond_the_calendar_reads_as_the_epoch() {
        for micros in [i64::MIN, i64::MAX] {
            let at = Zone::UTC.at(Timestamp::from_micros(micros));
            assert_eq!(at.iso_date(), "1970-01-01");
        }
    }
}
