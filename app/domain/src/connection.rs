//! Whether a clinic's patient is connected: read from authorizations, never from the state of a code.
//!
//! A code and a connection are two facts. A code that was replaced, locked or ended may have a live connection, and a
//! code that still works may have none any more.

use super::ids::RecordId;
use super::timestamp::Timestamp;

/// Whether the patient of an external id is connected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Connection {
    /// No one has connected.
    #[default]
    None,
    Connected {
        since: Timestamp,
        record: RecordId,
    },
    Disconnected {
        since: Timestamp,
        until: Timestamp,
        record: RecordId,
    },
}

/// One record that was connected under an external id, from a time until another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    pub record: RecordId,
    pub since: Timestamp,
    /// None while the connection is live.
    pub until: Option<Timestamp>,
}

impl Connection {
    /// Connected while one record is: since the first of those that are. Else disconnected, as of the last one.
    pub fn of(spans: &[Span]) -> Self {
        let live = spans.iter().filter(|span| span.until.is_none());
        if let Some(first) = live.min_by_key(|span| span.since) {
            return Self::Connected {
                since: first.since,
                record: first.record,
            };
        }
        let ended = spans
            .iter()
            .filter_map(|span| span.until.map(|until| (until, span)));
        ended
            .max_by_key(|(until, _)| *until)
            .map_or(Self::None, |(until, last)| Self::Disconnected {
                since: last.since,
                until,
                record: last.record,
            })
    }

    pub const fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Connected { .. } => "connected",
            Self::Disconnected { .. } => "disconnected",
        }
    }

    pub const fn is_live(self) -> bool {
        matches!(self, Self::Connected { .. })
    }

    pub const fn since(self) -> Option<Timestamp> {
        match self {
            Self::None => None,
            Self::Connected { since, .. } | Self::Disconnected { since, .. } => Some(since),
        }
    }

    /// When it ended; None while it is live.
    pub const fn until(self) -> Option<Timestamp> {
        match self {
            Self::Disconnected { until, .. } => Some(until),
            Self::None | Self::Connected { .. } => None,
        }
    }

    pub const fn record(self) -> Option<RecordId> {
        match self {
            Self::None => None,
            Self::Connected { record, .. } | Self::Disconnected { record, .. } => Some(record),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn span(record: u128, since: i64, until: Option<i64>) -> Span {
        Span {
            record: RecordId(Uuid::from_u128(record)),
            since: Timestamp::from_micros(since),
            until: until.map(Timestamp::from_micros),
        }
    }

    #[test]
    fn one_live_record_is_a_connection_even_beside_ended_ones() {
        assert_eq!(Connection::of(&[]), Connection::None);
        let spans = [span(1, 10, Some(90)), span(2, 30, None), span(3, 20, None)];
        let connected = Connection::of(&spans);
        assert_eq!(connected.name(), "connected");
        assert_eq!(connected.since(), Some(Timestamp::from_micros(20)));
        assert_eq!(connected.record(), Some(spans[2].record));
        assert_eq!(connected.until(), None);
    }

    #[test]
    fn without_a_live_record_the_last_end_counts() {
        let spans = [span(1, 10, Some(90)), span(2, 30, Some(80))];
        let ended = Connection::of(&spans);
        assert!(!ended.is_live());
        assert_eq!(ended.until(), Some(Timestamp::from_micros(90)));
        assert_eq!(ended.record(), Some(spans[0].record));
    }
}
