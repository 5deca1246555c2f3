//! What people add to their own records: a few simple sorts, as they are typed and as data of their types.

use super::reading::{Facts, Sort};
use crate::policy;
use crate::text::{self, TextError};
use crate::timestamp::Timestamp;
use crate::units::Units;
use time::macros::format_description;
use time::{Date, OffsetDateTime, Time};
use uuid::{Uuid, uuid};

/// The sorts that people may add.
pub const ADDABLE: [Sort; 5] = [
    Sort::Weight,
    Sort::BloodPressure,
    Sort::Medicine,
    Sort::Allergy,
    Sort::Note,
];

/// What was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// `2026-05-03`.
    pub date: String,
    /// What the weight is typed in.
    pub units: Units,
    pub weight: String,
    pub systolic: String,
    pub diastolic: String,
    /// The name of a medicine or of what one is allergic to.
    pub name: String,
    /// A dose or a reaction.
    pub more: String,
    pub note: String,
}

/// What is wrong with a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateError {
    /// Not typed, or no day of the calendar.
    Shape,
    /// Tomorrow or later.
    InFuture,
    /// Too long ago for a person who lives.
    TooEarly,
}

/// What is wrong with what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    Date(DateError),
    Weight,
    Systolic,
    Diastolic,
    /// The upper number is not above the lower one.
    Swapped,
    Name(TextError),
    More(TextError),
    Note(TextError),
}

/// Data of a type, and the day that it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnThing {
    pub type_id: Uuid,
    pub effective_at: Timestamp,
    /// A `data-xml` element.
    pub xml: String,
}

/// Kilograms and millimetres of mercury that people have; beyond is a slip.
const KILOGRAMS: std::ops::RangeInclusive<f64> = 0.3..=500.0;
const PRESSURE: std::ops::RangeInclusive<i64> = 20..=300;
const YEARS_BACK: i32 = 125;

impl Draft {
    /// Reads the fields of a sort on a day; None for a sort that people do not add.
    ///
    /// # Errors
    ///
    /// All that is wrong.
    pub fn read(&self, sort: Sort, today: Timestamp) -> Option<Result<OwnThing, Vec<Problem>>> {
        let mut problems = Vec::new();
        let date = self.date(today).map_err(Problem::Date);
        let date = keep(date, &mut problems);
        let (type_id, body) = match sort {
            Sort::Weight => (
                uuid!("3d34d87e-7fc1-4153-800f-f56592cb0d17"),
                self.weight_data(date, &mut problems),
            ),
            Sort::BloodPressure => (
                uuid!("ca3c57f4-f4c1-4e15-be67-0a3caf5414ed"),
                self.pressure_data(date, &mut problems),
            ),
            Sort::Medicine => (
                uuid!("30cafccc-047d-4288-94ef-643571f7919d"),
                self.named_data(
                    date,
                    ["medication", "dose", "display", "date-started"],
                    &mut problems,
                ),
            ),
            Sort::Allergy => (
                uuid!("52bf9104-2c5e-4f1f-a66d-552ebcc53df7"),
                self.named_data(
                    date,
                    ["allergy", "reaction", "text", "first-observed"],
                    &mut problems,
                ),
            ),
            Sort::Note => (
                uuid!("7ab3e662-cc5b-4be2-bf38-78f8aad5b161"),
                self.note_data(date, &mut problems),
            ),
            _ => return None,
        };
        Some(match (date, body) {
            (Some(date), Some(body)) if problems.is_empty() => Ok(OwnThing {
                type_id,
                effective_at: Timestamp::from_date_time(OffsetDateTime::new_utc(
                    date,
                    Time::MIDNIGHT,
                ))
                .unwrap_or(today),
                xml: format!("<data-xml>{body}<common/></data-xml>"),
            }),
            _ => Err(problems),
        })
    }

    /// What a form shows of a thing that is to be changed.
    pub fn of(facts: &Facts, effective_at: Timestamp, units: Units) -> Self {
        let mut draft = Self {
            date: day_of(effective_at),
            units,
            ..Self::default()
        };
        match facts {
            Facts::Weight { kg } => {
                draft.weight = units.shown(Sort::Weight, *kg).to_string();
            }
            Facts::BloodPressure {
                systolic,
                diastolic,
                ..
            } => {
                draft.systolic = systolic.to_string();
                draft.diastolic = diastolic.to_string();
            }
            Facts::Named { name, more } => {
                draft.name.clone_from(name);
                draft.more = more.clone().unwrap_or_default();
            }
            Facts::Note { text } => draft.note.clone_from(text),
            _ => {}
        }
        draft
    }

    fn date(&self, today: Timestamp) -> Result<Date, DateError> {
        let form = format_description!("[year]-[month]-[day]");
        let date = Date::parse(self.date.trim(), form).map_err(|_not| DateError::Shape)?;
        let now = today.date_time().date();
        // In some zones it is tomorrow already.
        if now.next_day().is_some_and(|tomorrow| date > tomorrow) {
            Err(DateError::InFuture)
        } else if date.year() < now.year() - YEARS_BACK {
            Err(DateError::TooEarly)
        } else {
            Ok(date)
        }
    }

    fn weight_data(&self, date: Option<Date>, problems: &mut Vec<Problem>) -> Option<String> {
        // A comma is the point of many languages.
        let typed = self.weight.trim().replace(',', ".");
        let plain = typed
            .bytes()
            .all(|sign| sign.is_ascii_digit() || sign == b'.');
        let number: Option<f64> = typed.parse().ok().filter(|_| plain);
        let read = number.map(|number| (self.units.kilograms(number), number));
        let read = read
            .filter(|(kg, _)| KILOGRAMS.contains(kg))
            .ok_or(Problem::Weight);
        let (kg, typed) = keep(read, problems)?;
        let unit = match self.units {
            Units::Metric => "kg",
            Units::Imperial => "lb",
        };
        Some(format!(
            "<weight><when>{}</when><value><kg>{kg}</kg><display units=\"{unit}\">{typed}</display></value></weight>",
            written(date?)
        ))
    }

    fn pressure_data(&self, date: Option<Date>, problems: &mut Vec<Problem>) -> Option<String> {
        let read = |typed: &str| {
            typed
                .trim()
                .parse()
                .ok()
                .filter(|one| PRESSURE.contains(one))
        };
        let upper = keep(read(&self.systolic).ok_or(Problem::Systolic), problems);
        let lower = keep(read(&self.diastolic).ok_or(Problem::Diastolic), problems);
        let (upper, lower) = (upper?, lower?);
        if upper <= lower {
            problems.push(Problem::Swapped);
        }
        Some(format!(
            "<blood-pressure><when>{}</when><systolic>{upper}</systolic><diastolic>{lower}</diastolic></blood-pressure>",
            written(date?)
        ))
    }

    fn named_data(
        &self,
        date: Option<Date>,
        [root, outer, inner, dated]: [&str; 4],
        problems: &mut Vec<Problem>,
    ) -> Option<String> {
        let name = text::line(&self.name, policy::OWN_NAME_MAX).map_err(Problem::Name);
        let name = keep(name, problems);
        let more = match self.more.trim() {
            "" => Some(None),
            more => {
                let more = text::line(more, policy::OWN_NAME_MAX).map_err(Problem::More);
                keep(more, problems).map(Some)
            }
        };
        let (name, more, date) = (escaped(&name?), more?, date?);
        let more = more.map_or(String::new(), |more| {
            format!("<{outer}><{inner}>{}</{inner}></{outer}>", escaped(&more))
        });
        Some(format!(
            "<{root}><name><text>{name}</text></name>{more}<{dated}><structured>{}</structured></{dated}></{root}>",
            written(date)
        ))
    }

    fn note_data(&self, date: Option<Date>, problems: &mut Vec<Problem>) -> Option<String> {
        let note = text::lines(&self.note, policy::NOTE_MAX).map_err(Problem::Note);
        let note = escaped(&keep(note, problems)?);
        Some(format!(
            "<annotation><when>{}</when><content>{note}</content></annotation>",
            written(date?)
        ))
    }
}

fn keep<T>(read: Result<T, Problem>, problems: &mut Vec<Problem>) -> Option<T> {
    read.map_err(|problem| problems.push(problem)).ok()
}

fn written(date: Date) -> String {
    let (year, month, day) = date.to_calendar_date();
    let month = u8::from(month);
    format!("<date><y>{year}</y><m>{month}</m><d>{day}</d></date>")
}

/// The day of a moment as forms have it.
pub fn day_of(at: Timestamp) -> String {
    let form = format_description!("[year]-[month]-[day]");
    at.date_time().date().format(form).unwrap_or_default()
}

/// A text as XML has it.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            sign => escaped.push(sign),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> Timestamp {
        Timestamp::parse("2026-05-04T08:00:00Z").expect("a time")
    }

    fn draft() -> Draft {
        Draft {
            date: "2026-05-03".into(),
            units: Units::Metric,
            weight: "68,4".into(),
            systolic: "132".into(),
            diastolic: "84".into(),
            name: "Ramipril <5 mg> & tea".into(),
            more: "one a day".into(),
            note: "First line\nSecond".into(),
        }
    }

    fn read(sort: Sort, change: impl FnOnce(&mut Draft)) -> Result<OwnThing, Vec<Problem>> {
        let mut draft = draft();
        change(&mut draft);
        draft.read(sort, today()).expect("a sort that people add")
    }

    #[test]
    fn each_sort_that_people_add_is_data_of_its_type() {
        for sort in ADDABLE {
            let thing = read(sort, |_| ()).expect("data");
            assert_eq!(Sort::of(thing.type_id), sort);
            assert_eq!(thing.effective_at.rfc3339(), "2026-05-03T00:00:00Z");
        }
        assert!(read(Sort::Weight, |_| ()).is_ok_and(|one| one.xml.contains("<kg>68.4</kg>")));
        let medicine = read(Sort::Medicine, |_| ()).expect("data").xml;
        assert!(
            medicine.contains("Ramipril &lt;5 mg&gt; &amp; tea"),
            "{medicine}"
        );
        assert_eq!(draft().read(Sort::Document, today()), None);
    }

    #[test]
    fn pounds_are_stored_as_kilograms_and_shown_as_typed() {
        let pounds = |typed: &str| {
            read(Sort::Weight, |draft| {
                draft.units = Units::Imperial;
                draft.weight = typed.into();
            })
        };
        let xml = pounds("150.8").expect("data").xml;
        let value = "<kg>68.4</kg><display units=\"lb\">150.8</display>";
        assert!(xml.contains(value), "{xml}");
        for odd in ["0.5", "1200", "150 lb"] {
            assert_eq!(pounds(odd), Err(vec![Problem::Weight]), "{odd}");
        }
        assert!(pounds("600").is_ok());
    }

    #[test]
    fn what_no_one_measures_is_refused() {
        for odd in ["", "0", "-1", "1e3", "nan", "inf", "600", "68.4 kg", "6 8"] {
            let wrong = read(Sort::Weight, |draft| draft.weight = odd.into());
            assert_eq!(wrong, Err(vec![Problem::Weight]), "{odd}");
        }
        let swapped = read(Sort::BloodPressure, |draft| draft.systolic = "84".into());
        assert_eq!(swapped, Err(vec![Problem::Swapped]));
        let nothing = read(Sort::BloodPressure, |draft| {
            draft.systolic.clear();
            draft.diastolic = "9999".into();
        });
        assert_eq!(nothing, Err(vec![Problem::Systolic, Problem::Diastolic]));
    }

    #[test]
    fn a_date_is_a_day_that_someone_lived() {
        for (typed, error) in [
            ("", DateError::Shape),
            ("3 May", DateError::Shape),
            ("2026-02-30", DateError::Shape),
            ("2026-05-06", DateError::InFuture),
            ("1826-05-06", DateError::TooEarly),
        ] {
            let wrong = read(Sort::Note, |draft| draft.date = typed.into());
            assert_eq!(wrong, Err(vec![Problem::Date(error)]), "{typed}");
        }
        assert!(read(Sort::Note, |draft| draft.date = "2026-05-05".into()).is_ok());
    }

    #[test]
    fn what_is_changed_is_shown_as_it_was_typed() {
        let facts = Facts::Weight { kg: 68.4 };
        let shown = Draft::of(&facts, today(), Units::Metric);
        assert_eq!((&*shown.weight, &*shown.date), ("68.4", "2026-05-04"));
        let shown = Draft::of(&facts, today(), Units::Imperial);
        assert_eq!(shown.weight, "150.8");
    }
}
