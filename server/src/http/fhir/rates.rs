//! How often an application may call: a burst of one minute's calls, then one for each of their shares. Counted in each
//! process by itself, so that a read costs no write.

use domain::ids::ApplicationId;
use domain::policy;
use domain::timestamp::Timestamp;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

const MINUTE: Duration = Duration::from_mins(1);

/// Which of both limits a call counts for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sort {
    Read,
    Write,
}

impl Sort {
    const fn a_minute(self) -> u32 {
        match self {
            Self::Read => policy::FHIR_READS_A_MINUTE,
            Self::Write => policy::FHIR_WRITES_A_MINUTE,
        }
    }
}

/// For each application up to when its calls are used up: a minute ahead at most.
#[derive(Clone, Default)]
pub struct Rates(Arc<Mutex<HashMap<(ApplicationId, Sort), Timestamp>>>);

impl Rates {
    /// Takes the place of one call; false where there is none.
    pub fn take(&self, application: ApplicationId, sort: Sort, now: Timestamp) -> bool {
        let mut used = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let until = used.entry((application, sort)).or_insert(now);
        // A level beyond a minute was left by a clock that was put back: it is corrected, taken or not.
        let level = (*until).clamp(now, now + MINUTE);
        let next = level + MINUTE / sort.a_minute();
        let fits = next <= now + MINUTE;
        *until = if fits { next } else { level };
        fits
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn an_application_calls_so_often_and_another_one_is_not_held_up() {
        let (rates, now) = (
            Rates::default(),
            Timestamp::from_micros(1_780_000_000_000_000),
        );
        let [one, other] = [1, 2].map(|number| ApplicationId(Uuid::from_u128(number)));
        for _ in 0..policy::FHIR_WRITES_A_MINUTE {
            assert!(rates.take(one, Sort::Write, now));
        }
        assert!(!rates.take(one, Sort::Write, now));
        assert!(rates.take(one, Sort::Read, now));
        assert!(rates.take(other, Sort::Write, now));
        let later = now + MINUTE / policy::FHIR_WRITES_A_MINUTE;
        assert!(rates.take(one, Sort::Write, later));
        assert!(!rates.take(one, Sort::Write, later));
        // A clock that was put back holds nobody up for longer than a minute.
        let earlier = now - Duration::from_hours(1);
        assert!(!rates.take(one, Sort::Write, earlier));
        assert!(rates.take(one, Sort::Write, earlier + MINUTE));
    }
}
