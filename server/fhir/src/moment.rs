//! Dates and times, of FHIR and of HealthVault.
//!
//! A time of FHIR has a zone; one of HealthVault may have none, and then counts as UTC, as the effective date does: it is
//! shown with `Z` and an extension that says so. What FHIR says more exactly than to a millisecond, or as a period, is kept
//! in the residue.

use crate::json::Json;
use crate::names::NO_ZONE;
use crate::tree::{child, element, leaf, number, said};
use roxmltree::Node;
use time::{Date, Month};

/// A date of which month and day may be unknown, with a time where all is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    pub year: u16,
    pub month: Option<u8>,
    pub day: Option<u8>,
    pub time: Option<Clock>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clock {
    pub hour: u8,
    pub minute: u8,
    pub second: u8,
    /// Digits after the point; empty where there are none.
    pub fraction: String,
    /// `Z` or an offset; None where the zone is not known.
    pub zone: Option<String>,
}

fn digits(text: &str, length: usize) -> Option<u16> {
    let are = text.len() == length && text.bytes().all(|sign| sign.is_ascii_digit());
    are.then(|| text.parse().ok())?
}

fn small(text: &str) -> Option<u8> {
    u8::try_from(digits(text, 2)?).ok()
}

/// `+02:00`, as FHIR and XML Schema have it.
fn is_offset(text: &str) -> bool {
    let Some((hours, minutes)) = text.get(1..).and_then(|rest| rest.split_once(':')) else {
        return false;
    };
    let (Some(hours), Some(minutes)) = (small(hours), small(minutes)) else {
        return false;
    };
    text.starts_with(['+', '-']) && (hours < 14 && minutes < 60 || hours == 14 && minutes == 0)
}

fn is_zone(text: &str) -> bool {
    text == "Z" || is_offset(text)
}

impl Moment {
    fn is_day(&self) -> bool {
        let Some(month) = self.month else {
            return self.day.is_none();
        };
        Month::try_from(month).is_ok_and(|month| {
            Date::from_calendar_date(self.year.into(), month, self.day.unwrap_or(1)).is_ok()
        })
    }

    /// Reads a `date` of FHIR: `2026`, `2026-05`, `2026-05-03`.
    pub fn date(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let year = digits(parts.next()?, 4).filter(|year| *year > 0)?;
        let mut part = || parts.next().map(|part| small(part).ok_or(()));
        let (month, day) = (part().transpose().ok()?, part().transpose().ok()?);
        let moment = Self {
            year,
            month,
            day,
            time: None,
        };
        (parts.next().is_none() && moment.is_day()).then_some(moment)
    }

    /// Reads a `dateTime` of FHIR.
    pub fn date_time(text: &str) -> Option<Self> {
        let Some((date, time)) = text.split_once('T') else {
            return Self::date(text);
        };
        let date = Self::date(date).filter(|date| date.day.is_some())?;
        let zone = time.find(['Z', '+', '-'])?;
        let (clock, zone) = time.split_at(zone);
        let (clock, fraction) = match clock.split_once('.') {
            None => (clock, ""),
            Some((_, fraction)) if fraction.is_empty() => return None,
            Some(parts) => parts,
        };
        let mut parts = clock.split(':').map(small);
        let (hour, minute, second) = (parts.next()??, parts.next()??, parts.next()??);
        let is_clock = hour < 24 && minute < 60 && second <= 60 && parts.next().is_none();
        let is_fraction = fraction.bytes().all(|sign| sign.is_ascii_digit());
        (is_clock && is_fraction && is_zone(zone)).then(|| Self {
            time: Some(Clock {
                hour,
                minute,
                second,
                fraction: fraction.to_owned(),
                zone: Some(zone.to_owned()),
            }),
            ..date
        })
    }

    /// Reads HealthVault's `date-time`, or the `structured` one of an approximate one. A day without its month, and a time
    /// without its day, cannot be said in FHIR and are left out.
    pub fn of(node: Node) -> Option<Self> {
        let mut moment = Self::of_date(child(node, "date")?)?;
        if moment.day.is_some() {
            moment.time = child(node, "time").and_then(|time| Clock::of(time, child(node, "tz")));
        }
        Some(moment)
    }

    /// Reads `y`, `m` and `d`.
    pub fn of_date(date: Node) -> Option<Self> {
        let month: Option<u8> = number(date, "m");
        let moment = Self {
            year: number(date, "y").filter(|year| (1..=9_999).contains(year))?,
            month,
            day: month.and_then(|_| number(date, "d")),
            time: None,
        };
        moment.is_day().then_some(moment)
    }

    /// As FHIR writes it.
    pub fn fhir(&self) -> String {
        let mut text = format!("{:04}", self.year);
        for part in [self.month, self.day].into_iter().flatten() {
            text += &format!("-{part:02}");
        }
        if let Some(clock) = &self.time {
            let Clock {
                hour,
                minute,
                second,
                ..
            } = clock;
            text += &format!("T{hour:02}:{minute:02}:{second:02}");
            if !clock.fraction.is_empty() {
                text += &format!(".{}", clock.fraction);
            }
            text += clock.zone.as_deref().unwrap_or("Z");
        }
        text
    }

    /// As HealthVault writes it, without an element around it. None where it cannot: years before 1000, a leap second.
    pub fn xml(&self) -> Option<String> {
        if self.year < 1_000 {
            return None;
        }
        let mut date = leaf("y", &self.year.to_string());
        for (name, part) in [("m", self.month), ("d", self.day)] {
            if let Some(part) = part {
                date += &leaf(name, &part.to_string());
            }
        }
        let date = element("date", &date);
        let Some(clock) = &self.time else {
            return Some(date);
        };
        if clock.second > 59 {
            return None;
        }
        let mut time = String::new();
        for (name, part) in [("h", clock.hour), ("m", clock.minute), ("s", clock.second)] {
            time += &leaf(name, &part.to_string());
        }
        if !clock.fraction.is_empty() {
            let thousandths: String = clock
                .fraction
                .chars()
                .chain("000".chars())
                .take(3)
                .collect();
            let thousandths: u16 = thousandths.parse().unwrap_or(0);
            time += &leaf("f", &thousandths.to_string());
        }
        let zone = clock.zone.as_ref();
        let zone = zone.map_or(String::new(), |zone| element("tz", &leaf("text", zone)));
        Some(date + &element("time", &time) + &zone)
    }
}

impl Clock {
    fn of(time: Node, zone: Option<Node>) -> Option<Self> {
        let clock = Self {
            hour: number(time, "h")?,
            minute: number(time, "m")?,
            second: number(time, "s").unwrap_or(0),
            fraction: number(time, "f")
                .filter(|thousandths: &u16| *thousandths < 1_000)
                .map_or(String::new(), |thousandths| format!("{thousandths:03}")),
            zone: zone
                .and_then(|zone| said(zone, "text"))
                .map(|text| text.trim().to_owned())
                .filter(|text| is_zone(text)),
        };
        (clock.hour < 24 && clock.minute < 60 && clock.second < 60).then_some(clock)
    }
}

/// Whether a text is a `time` of FHIR.
pub fn is_time(text: &str) -> bool {
    Moment::date_time(&format!("2000-01-01T{text}Z")).is_some()
}

/// Sets a `dateTime`, and the extension of one without a zone.
pub fn show(json: &mut Json, name: &str, moment: &Moment) {
    json.set(name, Json::Text(moment.fhir()));
    if moment
        .time
        .as_ref()
        .is_some_and(|clock| clock.zone.is_none())
    {
        let extension = Json::of([
            ("url", Json::text(NO_ZONE)),
            ("valueBoolean", Json::Bool(true)),
        ]);
        let beside = Json::of([("extension", Json::List(vec![extension]))]);
        json.set(&format!("_{name}"), beside);
    }
}

/// Reads a `dateTime` and that extension.
pub fn read(json: &Json, name: &str) -> Option<Moment> {
    let mut moment = Moment::date_time(json.text_of(name)?)?;
    let beside = json.at(&[&format!("_{name}"), "extension"]);
    let beside = beside.map_or(&[][..], Json::as_list).iter();
    let no_zone = |one: &&Json| {
        one.text_of("url") == Some(NO_ZONE) && one.get("valueBoolean") == Some(&Json::Bool(true))
    };
    if let Some(clock) = &mut moment.time
        && clock.zone.as_deref() == Some("Z")
        && beside.into_iter().any(|one| no_zone(&one))
    {
        clock.zone = None;
    }
    Some(moment)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use roxmltree::Document;

    fn of(xml: &str) -> Option<Moment> {
        let document = Document::parse(xml).expect("XML");
        Moment::of(document.root_element())
    }

    #[test]
    fn what_is_no_date_time_of_fhir_is_not_read() {
        for bad in [
            "",
            "26",
            "2026-13",
            "2026-02-30",
            "0000",
            "2026-5-3",
            "2026-05-03T10",
            "2026-05-03T10:00Z",
            "2026-05-03T10:00:00",
            "2026-05-03T24:00:00Z",
            "2026-05-03T10:00:00.Z",
            "2026-05-03T10:00:00+15:00",
            "2026-05T10:00:00Z",
            "2026-05-03T10:00:00z",
            "2026-05-03-01",
            "२०२६",
            "2026-05-03T10:00:00+2:00",
            "2026-05-03T10:00:00Zé",
        ] {
            assert_eq!(Moment::date_time(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_zone_that_is_no_offset_is_none() {
        let time = "<date><y>2026</y><m>5</m><d>3</d></date><time><h>7</h><m>5</m></time>";
        for (zone, shown) in [
            ("", "2026-05-03T07:05:00Z"),
            ("<tz><text>+05:30</text></tz>", "2026-05-03T07:05:00+05:30"),
            ("<tz><text>Z</text></tz>", "2026-05-03T07:05:00Z"),
            ("<tz><text>Pacific Time</text></tz>", "2026-05-03T07:05:00Z"),
        ] {
            let moment = of(&format!("<when>{time}{zone}</when>")).expect("a moment");
            let mut json = Json::object();
            show(&mut json, "at", &moment);
            assert_eq!(json.text_of("at"), Some(shown));
            assert_eq!(
                json.get("_at").is_some(),
                moment.time.as_ref().is_some_and(|one| one.zone.is_none())
            );
            assert_eq!(read(&json, "at"), Some(moment));
        }
    }

    proptest! {
        #[test]
        fn a_date_of_fhir_is_one_of_healthvault_and_back(
            year in 1000..=9999_u16, month in 1..=12_u8, day in 1..=28_u8, known in 0..4,
            clock in "([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{3})?(Z|[+-](0[0-9]|1[0-3]):[0-5][0-9])",
        ) {
            let text = match known {
                0 => format!("{year}"),
                1 => format!("{year}-{month:02}"),
                2 => format!("{year}-{month:02}-{day:02}"),
                _ => format!("{year}-{month:02}-{day:02}T{clock}"),
            };
            let moment = Moment::date_time(&text).expect("a moment");
            prop_assert_eq!(&moment.fhir(), &text);
            let xml = format!("<a>{}</a>", moment.xml().expect("XML"));
            prop_assert_eq!(of(&xml), Some(moment));
        }

        #[test]
        fn any_text_is_a_date_time_or_none(text in "[-0-9TZ:.+é]{0,30}") {
            let _ = Moment::date_time(&text);
        }
    }
}
