//! Moments and spans of time as FHIR's searches have them: `2026-05`, `ge2026-05-04T08:00:00+02:00`.

use domain::timestamp::Timestamp;
use time::{Date, Month, OffsetDateTime, Time, UtcOffset};

/// A span of time, without its end; open where there is none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Span {
    pub from: Option<Timestamp>,
    pub until: Option<Timestamp>,
}

impl Span {
    /// Reads a value of a search: a prefix and a date of any precision. None for `ne`, `ap` and what is no date.
    pub fn parse(value: &str) -> Option<Self> {
        let prefixed = value.get(..2).zip(value.get(2..));
        let (prefix, date) = match prefixed {
            Some((prefix, date)) if prefix.bytes().all(|byte| byte.is_ascii_lowercase()) => {
                (prefix, date)
            }
            _ => ("eq", value),
        };
        let (start, end) = interval(date)?;
        let (from, until) = match prefix {
            "eq" => (Some(start), Some(end)),
            "gt" | "sa" => (Some(end), None),
            "ge" => (Some(start), None),
            "lt" | "eb" => (None, Some(start)),
            "le" => (None, Some(end)),
            _ => return None,
        };
        Some(Self { from, until })
    }

    /// What is in both.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            from: self.from.max(other.from),
            until: match (self.until, other.until) {
                (Some(one), Some(two)) => Some(one.min(two)),
                (one, two) => one.or(two),
            },
        }
    }
}

/// The first moment of a date or time, and the first one after it. Without a zone it counts as UTC.
fn interval(text: &str) -> Option<(Timestamp, Timestamp)> {
    let (date, time) = match text.split_once('T') {
        Some((date, time)) => (date, Some(time)),
        None => (text, None),
    };
    let mut parts = date.split('-');
    let year: i32 = digits(parts.next()?, 4)?;
    let month = parts.next().map(|part| digits::<u8>(part, 2));
    let day = parts.next().map(|part| digits::<u8>(part, 2));
    if parts.next().is_some() {
        return None;
    }
    let at = |year, month: u8, day| {
        Date::from_calendar_date(year, Month::try_from(month).ok()?, day).ok()
    };
    let midnight = |date: Date| Timestamp::from_date_time(date.midnight().assume_utc());
    match (month, day, time) {
        (None, None, None) => Some((midnight(at(year, 1, 1)?)?, midnight(at(year + 1, 1, 1)?)?)),
        (Some(month), None, None) => {
            let month = month?;
            let next = if month == 12 {
                (year + 1, 1)
            } else {
                (year, month + 1)
            };
            Some((
                midnight(at(year, month, 1)?)?,
                midnight(at(next.0, next.1, 1)?)?,
            ))
        }
        (Some(month), Some(day), None) => {
            let date = at(year, month?, day?)?;
            Some((midnight(date)?, midnight(date.next_day()?)?))
        }
        (Some(month), Some(day), Some(time)) => moment(at(year, month?, day?)?, time),
        _ => None,
    }
}

fn moment(date: Date, text: &str) -> Option<(Timestamp, Timestamp)> {
    let zone_at = text.find(['Z', '+', '-']).unwrap_or(text.len());
    let (clock, zone) = text.split_at(zone_at);
    let offset = match zone {
        "" | "Z" => UtcOffset::UTC,
        zone => {
            let (sign, rest) = zone.split_at(1);
            let (hours, minutes) = rest.split_once(':')?;
            let (hours, minutes): (i8, i8) = (digits(hours, 2)?, digits(minutes, 2)?);
            let sign = if sign == "-" { -1 } else { 1 };
            UtcOffset::from_hms(sign * hours, sign * minutes, 0).ok()?
        }
    };
    let mut parts = clock.split(':');
    let (hour, minute) = (digits(parts.next()?, 2)?, digits(parts.next()?, 2)?);
    let second = parts.next();
    if parts.next().is_some() {
        return None;
    }
    let (whole, fraction) = match second {
        None => ("00", None),
        Some(second) => match second.split_once('.') {
            Some((whole, fraction)) => (whole, Some(fraction)),
            None => (second, None),
        },
    };
    let (micros, width) = match (second, fraction) {
        (None, _) => (0, 60_000_000),
        (Some(_), None) => (0, 1_000_000),
        (Some(_), Some(fraction)) => {
            let kept = fraction.get(..fraction.len().min(6))?;
            let places = u32::try_from(kept.len()).ok()?;
            let width = 10_i64.pow(6 - places);
            (digits::<i64>(kept, kept.len())? * width, width)
        }
    };
    let time = Time::from_hms(hour, minute, digits(whole, 2)?).ok()?;
    let start = OffsetDateTime::new_in_offset(date, time, offset);
    let start = Timestamp::from_date_time(start)?.micros() + micros;
    let at = Timestamp::from_micros;
    Some((at(start), at(start + width)))
}

/// A number of so many digits and nothing else.
fn digits<T: std::str::FromStr>(text: &str, count: usize) -> Option<T> {
    let fits = text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    fits.then_some(text)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Option<Timestamp> {
        Some(Timestamp::parse(text).expect("a time"))
    }

    #[test]
    fn a_date_is_all_of_its_time() {
        for (value, from, until) in [
            ("2026", "2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z"),
            ("2026-12", "2026-12-01T00:00:00Z", "2027-01-01T00:00:00Z"),
            (
                "eq2024-02-29",
                "2024-02-29T00:00:00Z",
                "2024-03-01T00:00:00Z",
            ),
            (
                "2026-05-04T10:00+02:00",
                "2026-05-04T08:00:00Z",
                "2026-05-04T08:01:00Z",
            ),
            (
                "2026-05-04T08:00:01Z",
                "2026-05-04T08:00:01Z",
                "2026-05-04T08:00:02Z",
            ),
            (
                "2026-05-04T08:00:01.25-00:30",
                "2026-05-04T08:30:01.25Z",
                "2026-05-04T08:30:01.26Z",
            ),
        ] {
            let span = Span::parse(value).expect(value);
            assert_eq!((span.from, span.until), (at(from), at(until)), "{value}");
        }
    }

    #[test]
    fn prefixes_open_one_side() {
        let (start, end) = (at("2026-05-04T00:00:00Z"), at("2026-05-05T00:00:00Z"));
        for (prefix, from, until) in [
            ("gt", end, None),
            ("sa", end, None),
            ("ge", start, None),
            ("lt", None, start),
            ("eb", None, start),
            ("le", None, end),
        ] {
            let span = Span::parse(&format!("{prefix}2026-05-04")).expect(prefix);
            assert_eq!(span, Span { from, until }, "{prefix}");
        }
        let both = [Span::parse("ge2026"), Span::parse("lt2026-06")].map(Option::unwrap);
        let both = both[0].and(both[1]);
        assert_eq!(both.from, at("2026-01-01T00:00:00Z"));
        assert_eq!(both.until, at("2026-06-01T00:00:00Z"));
    }

    #[test]
    fn other_texts_are_no_dates() {
        for value in [
            "",
            "ge",
            "ne2026",
            "ap2026",
            "xx2026",
            "26",
            "2026-13",
            "2026-02-30",
            "2026-05-04T",
            "2026-05-04T08",
            "2026-05T08:00",
            "2026-05-04T25:00",
            "2026-05-04T08:00:61",
            "2026-05-04T08:00:00.",
            "2026-05-04T08:00+2",
            "2026-05-04T08:00:00+99:00",
            "-2026",
            "2026-05-04-01",
            "99999",
            "é2026",
            "2026-05-04T08:00:00.é",
        ] {
            assert_eq!(Span::parse(value), None, "{value}");
        }
    }
}
