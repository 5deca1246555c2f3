//! A health record, of which one or more persons are custodian.

use super::ids::RecordId;
use super::timestamp::Timestamp;
use crate::named;
use crate::policy;
use crate::text::{self, TextError};
use serde::{Deserialize, Serialize};

named! {
    /// Who a record is about, for its custodian.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
    pub enum Relation {
        Myself = "myself",
        MyChild = "my-child",
        CaredFor = "cared-for",
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    pub id: RecordId,
    pub name: String,
    pub made_at: Timestamp,
    /// What is said of whom it is about.
    pub about: About,
}

/// What a custodian says of the one whom a record is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    /// None where it was not said.
    pub relation: Option<Relation>,
    pub birth_year: Option<i64>,
}

/// Why a year of birth is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BirthYearError {
    /// Not four digits.
    Shape,
    /// After this year.
    InFuture,
    /// No one who lives is as old.
    TooEarly,
}

/// The oldest person on record lived for 122 years.
const OLDEST: i64 = 125;

/// A year of birth as typed, on a day of the year `now`; None where nothing was typed.
///
/// # Errors
///
/// Why it is refused.
pub fn birth_year(input: &str, now: i64) -> Result<Option<i64>, BirthYearError> {
    let typed = input.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let digits = typed.len() == 4 && typed.bytes().all(|sign| sign.is_ascii_digit());
    let year: i64 = typed.parse().map_err(|_not| BirthYearError::Shape)?;
    if !digits {
        Err(BirthYearError::Shape)
    } else if year > now {
        Err(BirthYearError::InFuture)
    } else if year < now - OLDEST {
        Err(BirthYearError::TooEarly)
    } else {
        Ok(Some(year))
    }
}

/// Whether a record is of a child who has the age in the year `now` to look after it. The year of birth alone is known,
/// so it is so from the first day of the year in which the child comes of it.
pub fn is_grown_child(about: About, now: i64, age: u32) -> bool {
    let of_age = |year| now - year >= i64::from(age);
    about.relation == Some(Relation::MyChild) && about.birth_year.is_some_and(of_age)
}

/// A record's name, as typed.
pub fn name(input: &str) -> Result<String, TextError> {
    text::line(input, policy::NAME_MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_child_is_grown_in_the_year_of_the_birthday() {
        let of = |relation, birth_year| About {
            relation: Some(relation),
            birth_year,
        };
        for (about, grown) in [
            (of(Relation::MyChild, Some(2010)), true),
            (of(Relation::MyChild, Some(2001)), true),
            (of(Relation::MyChild, Some(2011)), false),
            (of(Relation::MyChild, None), false),
            (of(Relation::Myself, Some(2010)), false),
            (of(Relation::CaredFor, Some(2010)), false),
            (About::default(), false),
        ] {
            assert_eq!(is_grown_child(about, 2026, 16), grown, "{about:?}");
        }
    }

    #[test]
    fn a_year_of_birth_is_four_digits_and_not_to_come() {
        assert_eq!(birth_year(" 2016 ", 2026), Ok(Some(2016)));
        assert_eq!(birth_year("2026", 2026), Ok(Some(2026)));
        assert_eq!(birth_year("", 2026), Ok(None));
        assert_eq!(birth_year("2027", 2026), Err(BirthYearError::InFuture));
        assert_eq!(birth_year("1900", 2026), Err(BirthYearError::TooEarly));
        for odd in ["16", "+201", "2016.", "two", "٢٠١٦", "-201", "02016"] {
            assert_eq!(birth_year(odd, 2026), Err(BirthYearError::Shape), "{odd}");
        }
    }
}
