//! A month of the calendar, in UTC: what a person is told of once a month is about one.

use super::timestamp::Timestamp;
use super::zone::Zone;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Month {
    /// As "2026-04".
    pub name: String,
    pub from: Timestamp,
    /// The first moment after it.
    pub until: Timestamp,
}

impl Month {
    /// The month before that of a moment; None beyond the calendar's ends.
    pub fn before(now: Timestamp) -> Option<Self> {
        let today = Zone::UTC.at(now);
        let (year, month) = match today.month() {
            1 => (today.year() - 1, 12),
            month => (today.year(), month - 1),
        };
        let first = |year: i16, month: i8| format!("{year:04}-{month:02}-01");
        let (from, until) = (first(year, month), first(today.year(), today.month()));
        Some(Self {
            name: format!("{year:04}-{month:02}"),
            from: Zone::UTC.start_of_day(&from)?,
            until: Zone::UTC.start_of_day(&until)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_month_before_january_is_december() {
        let month = |now: &str| Month::before(Timestamp::parse(now).expect("a time"));
        let of = |name: &str, from: &str, until: &str| {
            Some(Month {
                name: name.into(),
                from: Timestamp::parse(from).expect("a time"),
                until: Timestamp::parse(until).expect("a time"),
            })
        };
        let december = of("2025-12", "2025-12-01T00:00:00Z", "2026-01-01T00:00:00Z");
        assert_eq!(month("2026-01-01T00:00:00Z"), december);
        assert_eq!(month("2026-01-31T23:59:59Z"), december);
        let february = of("2024-02", "2024-02-01T00:00:00Z", "2024-03-01T00:00:00Z");
        assert_eq!(month("2024-03-29T12:00:00Z"), february);
    }
}
