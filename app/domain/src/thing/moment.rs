//! The moment that a thing is about, by its own data.
//!
//! The rule: the element that the kind is dated by (`when`, where the kind is not known) says it, as a date with a time or
//! as an approximate one. A month that is missing is January; a day that is missing, or given without its month, is the
//! 1st; a time that is missing is midnight; thousandths of a second do not count. A zone whose words are an offset of UTC
//! (`Z`, `+02:00`) is heeded where there is a time; any other, and none, is taken for UTC. A date in words says no moment.

use super::kinds::Kind;
use super::shape::{Element, child, day, number};
use crate::timestamp::Timestamp;
use time::{Time, UtcOffset};

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
    let offset = child(dated, "time")
        .and(child(dated, "tz"))
        .and_then(offset);
    let at = day(date)?
        .with_time(time)
        .assume_offset(offset.unwrap_or(UtcOffset::UTC));
    Timestamp::from_date_time(at)
}

/// The offset of UTC that the words of a zone are.
fn offset<E: Element>(zone: E) -> Option<UtcOffset> {
    let text = child(zone, "text")?.text();
    let text = text.trim();
    let (sign, rest) = match text.split_at_checked(1)? {
        ("+", rest) => (1, rest),
        ("-", rest) => (-1, rest),
        _ => return None,
    };
    let (hours, minutes) = rest.split_once(':')?;
    let two = |digits: &str| {
        let are = digits.len() == 2 && digits.bytes().all(|sign| sign.is_ascii_digit());
        are.then(|| digits.parse::<i8>().ok())?
    };
    let (hours, minutes) = (two(hours)?, two(minutes)?);
    let is_offset = hours < 14 && minutes < 60 || (hours, minutes) == (14, 0);
    is_offset.then(|| UtcOffset::from_hms(sign * hours, sign * minutes, 0).ok())?
}
