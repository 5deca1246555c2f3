//! The results of codes: counts that stay when requests are purged, and what the overview derives from them.
//!
//! A code is counted in the month in which it was created, whatever happens to it and when: so the parts of a month never
//! are more than the whole.

use crate::connect_request::{Code, ConnectRequest, Delivery};
use crate::named;
use crate::policy;
use crate::timestamp::Timestamp;

named! {
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
    pub enum Counted {
        /// A code was created, newly or in place of another.
        Made = "made",
        /// A mail server took the email with the code for the first time. A code on paper is counted as created alone.
        Sent = "sent",
        /// Someone entered it for the first time.
        Entered = "entered",
        /// The answer was right for the first time.
        Answered = "answered",
        /// A patient connected by it for the first time.
        Connected = "connected",
        /// It ended by the clock, and no one had connected by it; so for the next ones.
        Expired = "expired",
        /// The answer was wrong too many times.
        Locked = "locked",
        /// Its holder said that it was not for them.
        Refused = "refused",
        /// The clinic replaced or cancelled it while it worked.
        Withdrawn = "withdrawn",
    }
}

/// The furthest step of a code so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reached {
    #[default]
    Nothing,
    Sent,
    Entered,
    Answered,
}

impl Reached {
    /// As stored.
    pub const fn number(self) -> i64 {
        match self {
            Self::Nothing => 0,
            Self::Sent => 1,
            Self::Entered => 2,
            Self::Answered => 3,
        }
    }

    pub const fn from_number(number: i64) -> Option<Self> {
        match number {
            0 => Some(Self::Nothing),
            1 => Some(Self::Sent),
            2 => Some(Self::Entered),
            3 => Some(Self::Answered),
            _ => None,
        }
    }

    /// The steps that are counted from here to there. A code that was entered has been handed over; one on paper is
    /// never counted as sent.
    pub fn steps_to(self, there: Self, delivery: Delivery) -> impl Iterator<Item = Counted> {
        [
            (Self::Sent, Counted::Sent),
            (Self::Entered, Counted::Entered),
            (Self::Answered, Counted::Answered),
        ]
        .into_iter()
        .filter(move |(step, counted)| {
            let on_paper = delivery != Delivery::Email && *counted == Counted::Sent;
            *step > self && *step <= there && !on_paper
        })
        .map(|(_, counted)| counted)
    }
}

/// How a code that is over now counts, where no one connected by it; `was` is how it was before.
pub fn ended_as(request: &ConnectRequest, was: Code, now: Timestamp) -> Option<Counted> {
    if was != Code::Usable || request.binding.is_some() {
        return None;
    }
    match request.code {
        Code::Usable => None,
        Code::Ended { .. } => Some(Counted::Expired),
        Code::Stopped { .. } => Some(Counted::Locked),
        Code::Refused { .. } => Some(Counted::Refused),
        Code::Replaced { .. } | Code::Deleted { .. } if now >= request.expires_at => {
            Some(Counted::Expired)
        }
        Code::Replaced { .. } | Code::Deleted { .. } => Some(Counted::Withdrawn),
    }
}

/// One count. The month is the one in which the codes were created, as "2026-05".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    pub month: String,
    pub delivery: Delivery,
    /// As "en"; empty where it was not kept.
    pub language: String,
    pub counted: Counted,
    /// For those who connected: whole days since the code was created, where that is known.
    pub days: Option<u32>,
    pub count: u64,
}

/// Connected out of how many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    pub connected: u64,
    pub of: u64,
}

impl Share {
    /// In percent; None where the codes are too few to say anything.
    pub fn percent(self) -> Option<u64> {
        (self.of >= policy::TOO_FEW).then(|| (self.connected * 100 + self.of / 2) / self.of)
    }
}

/// Counts that are evaluated together.
#[derive(Clone, Copy, Debug)]
pub struct Counts<'a>(&'a [Count]);

impl<'a> Counts<'a> {
    pub const fn new(counts: &'a [Count]) -> Self {
        Self(counts)
    }

    pub fn sum(self, counted: Counted, of: impl Fn(&Count) -> bool) -> u64 {
        let fitting = self
            .0
            .iter()
            .filter(|one| one.counted == counted && of(one));
        fitting.map(|one| one.count).sum()
    }

    /// A code that the clinic itself replaced or cancelled says nothing about patients.
    pub fn share(self, of: impl Fn(&Count) -> bool) -> Share {
        let made = self.sum(Counted::Made, &of);
        Share {
            connected: self.sum(Counted::Connected, &of),
            of: made.saturating_sub(self.sum(Counted::Withdrawn, &of)),
        }
    }

    /// Codes that reached each step, in the order of the steps: created, handed over, entered, answered, connected. A
    /// code on paper is handed over when it is created.
    pub fn funnel(self, of: impl Fn(&Count) -> bool) -> [u64; 5] {
        let paper = |one: &Count| of(one) && one.delivery != Delivery::Email;
        [
            self.sum(Counted::Made, &of),
            self.sum(Counted::Made, paper) + self.sum(Counted::Sent, &of),
            self.sum(Counted::Entered, &of),
            self.sum(Counted::Answered, &of),
            self.sum(Counted::Connected, &of),
        ]
    }

    /// How many patients connected after how many days, the fastest first.
    pub fn days(self) -> Days {
        let mut days: Vec<(u32, u64)> = Vec::new();
        for one in self
            .0
            .iter()
            .filter(|one| one.counted == Counted::Connected)
        {
            let Some(after) = one.days else { continue };
            match days.iter_mut().find(|(known, _)| *known == after) {
                Some((_, count)) => *count += one.count,
                None => days.push((after, one.count)),
            }
        }
        days.sort_unstable();
        Days(days)
    }
}

/// Days until patients connected, with how many they were.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Days(Vec<(u32, u64)>);

impl Days {
    pub fn patients(&self) -> u64 {
        self.0.iter().map(|(_, count)| count).sum()
    }

    /// How many took so long: within these days, both ends among them.
    pub fn within(&self, days: std::ops::RangeInclusive<u32>) -> u64 {
        let fitting = self.0.iter().filter(|(after, _)| days.contains(after));
        fitting.map(|(_, count)| count).sum()
    }

    /// Half of the patients took no longer. None where they are too few.
    pub fn median(&self) -> Option<u32> {
        self.at(self.patients().div_ceil(2))
    }

    /// The slowest tenth took so long or longer. None where they are too few.
    pub fn slowest_tenth(&self) -> Option<u32> {
        let patients = self.patients();
        self.at(patients - patients / 10 + 1)
    }

    /// The days of the patient at a place, from 1.
    fn at(&self, place: u64) -> Option<u32> {
        let mut passed = 0;
        let mut enough = self.0.iter().filter(|_| self.patients() >= policy::TOO_FEW);
        let found = enough.find(|(_, count)| {
            passed += count;
            passed >= place
        });
        found.map(|(after, _)| *after)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(counted: Counted, days: Option<u32>, count: u64) -> Count {
        Count {
            month: "2026-05".into(),
            delivery: Delivery::Letter,
            language: "en".into(),
            counted,
            days,
            count,
        }
    }

    #[test]
    fn a_share_leaves_out_what_the_clinic_withdrew() {
        let counts = [
            count(Counted::Made, None, 14),
            count(Counted::Withdrawn, None, 2),
            count(Counted::Connected, Some(1), 8),
        ];
        let share = Counts::new(&counts).share(|_| true);
        assert_eq!(
            share,
            Share {
                connected: 8,
                of: 12
            }
        );
        assert_eq!(share.percent(), Some(67));
    }

    #[test]
    fn fewer_than_ten_are_too_few_to_say() {
        let share = |of| Share { connected: 1, of };
        assert_eq!(share(9).percent(), None);
        assert_eq!(share(10).percent(), Some(10));
        let counts = [count(Counted::Connected, Some(3), 9)];
        let days = Counts::new(&counts).days();
        assert_eq!((days.median(), days.slowest_tenth()), (None, None));
    }

    #[test]
    fn the_median_and_the_slowest_tenth_are_those_of_a_patient() {
        let counts = [
            count(Counted::Connected, Some(9), 1),
            count(Counted::Connected, Some(0), 4),
            count(Counted::Connected, Some(2), 5),
            count(Counted::Connected, None, 50),
        ];
        let days = Counts::new(&counts).days();
        assert_eq!(days.patients(), 10);
        assert_eq!(days.median(), Some(2));
        assert_eq!(days.slowest_tenth(), Some(9));
        assert_eq!(days.within(1..=8), 5);
    }

    #[test]
    fn each_step_is_counted_once_and_paper_is_never_sent() {
        let steps = |from: Reached, to, by| from.steps_to(to, by).collect::<Vec<_>>();
        let (sent, entered, answered) = (Counted::Sent, Counted::Entered, Counted::Answered);
        for (from, to, by, counted) in [
            (
                Reached::Nothing,
                Reached::Answered,
                Delivery::Email,
                vec![sent, entered, answered],
            ),
            (
                Reached::Nothing,
                Reached::Answered,
                Delivery::Letter,
                vec![entered, answered],
            ),
            (Reached::Nothing, Reached::Sent, Delivery::Both, vec![]),
            (
                Reached::Entered,
                Reached::Answered,
                Delivery::Email,
                vec![answered],
            ),
            (Reached::Answered, Reached::Sent, Delivery::Email, vec![]),
        ] {
            assert_eq!(steps(from, to, by), counted);
        }
        for number in 0..4 {
            assert_eq!(
                Reached::from_number(number).map(Reached::number),
                Some(number)
            );
        }
        assert_eq!(Reached::from_number(4), None);
    }

    #[test]
    fn a_code_on_paper_is_handed_over_when_it_is_created() {
        let email = |counted, count| Count {
            delivery: Delivery::Email,
            ..self::count(counted, None, count)
        };
        let counts = [
            count(Counted::Made, None, 5),
            email(Counted::Made, 7),
            email(Counted::Sent, 6),
            email(Counted::Entered, 4),
            email(Counted::Answered, 3),
            count(Counted::Connected, Some(1), 2),
        ];
        let all = Counts::new(&counts).funnel(|_| true);
        assert_eq!(all, [12, 11, 4, 3, 2]);
        let letters = Counts::new(&counts).funnel(|one| one.delivery == Delivery::Letter);
        assert_eq!(letters, [5, 5, 0, 0, 2]);
    }
}
