//! The moment that a thing is about, by its own data.
//!
//! The rule: the element that the kind is dated by (`when`, where the kind is not known) says it, as a date with a time or
//! as an approximate one. A month that is missing is January; a day that is missing, or given without its month, is the
//! 1st; a time that is missing is midnight; thousandths of a second do not count. A zone is not looked at: the moment is
//! the one that was read off the clock. A date in words says no moment.

use super::kinds::Kind;
use super::shape::{Element, child, day, number};
use crate::timestamp::Timestamp;
use time::Time;

/// The moment that data is about; None where it names none.
pub fn effective<E: Element>(kind: Option<&Kind>, content: E) -> Option<Timestamp> {
    let named = kind.map_or(Some("when"), |kind| kind.dated_by)?;
    let dated = child(content, named)?;
    let dated = child(dated, "structured").unwrap_or(dated);
    let date = child(dated, "date").unwrap_or(dated);
    let time = match child(dated, "time") {
        None => Time::MIDNIGHT,
        Some(time) => {
            let second = number(time, "s").unwrap_or(0);
            Time::from_hms(number(time, "h")?, number(time, "m")?, second).ok()?
        }
    };
    Timestamp::from_date_time(day(date)?.with_time(time).assume_utc())
}
