//! A moment, in microseconds of UTC. The clock that tells it is a port of the server.

use serde::{Deserialize, Serialize};
use std::time::Duration;
use time::{OffsetDateTime, UtcOffset, format_description::well_known::Rfc3339};

/// Microseconds since 1970-01-01T00:00:00Z: what both databases keep without loss.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Timestamp(i64);

impl Timestamp {
    pub const fn from_micros(micros: i64) -> Self {
        Self(micros)
    }

    pub const fn micros(self) -> i64 {
        self.0
    }

    /// Reads RFC 3339 with any offset; without one the time counts as UTC.
    pub fn parse(text: &str) -> Option<Self> {
        OffsetDateTime::parse(text, &Rfc3339)
            .or_else(|_| OffsetDateTime::parse(&format!("{text}Z"), &Rfc3339))
            .ok()
            .and_then(Self::from_date_time)
    }

    pub fn from_date_time(at: OffsetDateTime) -> Option<Self> {
        i64::try_from(at.unix_timestamp_nanos().div_euclid(1_000))
            .ok()
            .map(Self)
    }

    /// The calendar's view, in UTC. Beyond the calendar's ends it stays at the epoch.
    pub fn date_time(self) -> OffsetDateTime {
        OffsetDateTime::from_unix_timestamp_nanos(i128::from(self.0) * 1_000)
            .unwrap_or(OffsetDateTime::UNIX_EPOCH)
            .to_offset(UtcOffset::UTC)
    }

    /// RFC 3339 in UTC, with `Z`.
    pub fn rfc3339(self) -> String {
        self.date_time().format(&Rfc3339).unwrap_or_default()
    }

    /// Whole days from `self` until `later`, at least 0.
    pub fn days_until(self, later: Self) -> u64 {
        later.since(self).as_secs() / 86_400
    }

    /// Time from `earlier` to `self`; nothing when the clock stepped back.
    pub fn since(self, earlier: Self) -> Duration {
        Duration::from_micros(u64::try_from(self.0.saturating_sub(earlier.0)).unwrap_or(0))
    }
}

impl std::ops::Add<Duration> for Timestamp {
    type Output = Self;

    fn add(self, span: Duration) -> Self {
        Self(
            self.0
                .saturating_add(i64::try_from(span.as_micros()).unwrap_or(i64::MAX)),
        )
    }
}

impl std::ops::Sub<Duration> for Timestamp {
    type Output = Self;

    fn sub(self, span: Duration) -> Self {
        Self(
            self.0
                .saturating_sub(i64::try_from(span.as_micros()).unwrap_or(i64::MAX)),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_without_a_zone_is_utc_and_offsets_are_honoured() {
        let utc = Timestamp::parse("2026-11-23T20:05:49.447164Z").expect("utc");
        assert_eq!(Timestamp::parse("2026-11-23T20:05:49.447164"), Some(utc));
        assert_eq!(
            Timestamp::parse("2026-11-23T12:05:49.447164-08:00"),
            Some(utc)
        );
        assert_eq!(utc.rfc3339(), "2026-11-23T20:05:49.447164Z");
        assert_eq!(Timestamp::parse("yesterday"), None);
    }

    #[test]
    fn a_clock_that_steps_back_gives_no_negative_span() {
        let earlier = Timestamp::from_micros(5);
        assert_eq!(
            earlier.since(earlier + Duration::from_secs(1)),
            Duration::ZERO
        );
    }
}
