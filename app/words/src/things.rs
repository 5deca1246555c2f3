//! What people call what is in their records.

use crate::Wording;
use crate::t;
use domain::thing::reading::{Facts, Sort};
use domain::units::Units;

/// The name of a sort, as a heading: "Medicines".
pub fn sort(sort: Sort) -> Wording {
    match sort {
        Sort::Weight => t!("sort-weight"),
        Sort::BloodPressure => t!("sort-blood-pressure"),
        Sort::Glucose => t!("sort-glucose"),
        Sort::Height => t!("sort-height"),
        Sort::Medicine => t!("sort-medicine"),
        Sort::Allergy => t!("sort-allergy"),
        Sort::Condition => t!("sort-condition"),
        Sort::Immunization => t!("sort-immunization"),
        Sort::Procedure => t!("sort-procedure"),
        Sort::Note => t!("sort-note"),
        Sort::Document => t!("sort-document"),
        Sort::File => t!("sort-file"),
        Sort::Basic => t!("sort-basic"),
        Sort::Other => t!("sort-other"),
    }
}

/// The same within a sentence, as "looked at medicines"; None for no sort in particular.
pub fn looked_at(sort: Option<Sort>) -> Wording {
    match sort {
        Some(Sort::Weight) => t!("looked-weight"),
        Some(Sort::BloodPressure) => t!("looked-blood-pressure"),
        Some(Sort::Glucose) => t!("looked-glucose"),
        Some(Sort::Height) => t!("looked-height"),
        Some(Sort::Medicine) => t!("looked-medicine"),
        Some(Sort::Allergy) => t!("looked-allergy"),
        Some(Sort::Condition) => t!("looked-condition"),
        Some(Sort::Immunization) => t!("looked-immunization"),
        Some(Sort::Procedure) => t!("looked-procedure"),
        Some(Sort::Note) => t!("looked-note"),
        Some(Sort::Document) => t!("looked-document"),
        Some(Sort::File) => t!("looked-file"),
        Some(Sort::Basic) => t!("looked-basic"),
        Some(Sort::Other) => t!("looked-other"),
        None => t!("looked-anything"),
    }
}

/// A thing in one line: "Weight 68.4 kg".
pub fn title(sort: Sort, facts: &Facts, units: Units) -> Wording {
    let value = || value(sort, facts, units).unwrap_or_default();
    let unit = || unit(sort, units);
    match facts {
        Facts::Weight { .. } => t!("thing-weight", value = value(), unit = unit()),
        Facts::BloodPressure {
            systolic,
            diastolic,
            ..
        } => t!(
            "thing-blood-pressure",
            systolic = systolic.to_string(),
            diastolic = diastolic.to_string()
        ),
        Facts::Glucose { .. } => t!("thing-glucose", value = value(), unit = unit()),
        Facts::Height { .. } => t!("thing-height", value = value(), unit = unit()),
        Facts::Named { name, more: None } | Facts::File { name, .. } => name.clone().into(),
        Facts::Named {
            name,
            more: Some(more),
        } => t!("thing-named", name = name.clone(), more = more.clone()),
        Facts::Note { text } => first_line(text).into(),
        Facts::Plain => self::sort(sort),
    }
}

/// Characters of a note on one line of a list.
const LINE: usize = 80;

fn first_line(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default();
    if line.chars().count() <= LINE && line.len() == text.len() {
        return line.to_owned();
    }
    let cut: String = line.chars().take(LINE).collect();
    format!("{}…", cut.trim_end())
}

/// A number as people write it: two places at most.
pub fn number(value: f64) -> String {
    let written = format!("{value:.2}");
    written
        .trim_end_matches('0')
        .trim_end_matches('.')
        .to_owned()
}

/// The unit of a sort's numbers; empty for those that have none.
pub fn unit(sort: Sort, units: Units) -> Wording {
    match (sort, units) {
        (Sort::Weight, Units::Metric) => t!("unit-kg"),
        (Sort::Weight, Units::Imperial) => t!("unit-lb"),
        (Sort::Glucose, Units::Metric) => t!("unit-mmol"),
        (Sort::Glucose, Units::Imperial) => t!("unit-mg"),
        (Sort::Height, Units::Metric) => t!("unit-m"),
        (Sort::Height, Units::Imperial) => t!("unit-in"),
        (Sort::BloodPressure, _) => t!("unit-mmhg"),
        _ => Wording::default(),
    }
}

/// What was measured, without its unit: "68.4", "132 / 84", or "5 ft 7", whose unit is the inch.
pub fn value(sort: Sort, facts: &Facts, units: Units) -> Option<Wording> {
    let (one, other) = units.numbers(sort, facts)?;
    Some(match other {
        None if sort == Sort::Height && units == Units::Imperial => t!(
            "value-feet",
            feet = number((one / 12.0).floor()),
            inches = number(one % 12.0)
        ),
        None => number(one).into(),
        Some(other) => t!("value-pair", upper = number(one), lower = number(other)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn things_are_told_in_one_line() {
        let pressure = Facts::BloodPressure {
            systolic: 132,
            diastolic: 84,
            pulse: None,
        };
        assert_eq!(
            title(Sort::BloodPressure, &pressure, Units::Imperial),
            "Blood pressure 132 / 84"
        );
        assert_eq!(
            title(Sort::Weight, &Facts::Weight { kg: 1_068.40 }, Units::Metric),
            "Weight 1068.4 kg"
        );
        assert_eq!(number(70.0), "70");
        let note = Facts::Note {
            text: "First\nsecond".into(),
        };
        assert_eq!(title(Sort::Note, &note, Units::Metric), "First…");
        assert_eq!(
            title(Sort::Document, &Facts::Plain, Units::Metric),
            "Documents"
        );
    }

    #[test]
    fn numbers_have_the_units_of_their_reader() {
        let told = |sort, facts: Facts| {
            let [metric, imperial] = Units::ALL.map(|units| title(sort, &facts, units));
            (metric, imperial)
        };
        let both =
            |metric: &str, imperial: &str| (metric.to_owned().into(), imperial.to_owned().into());
        assert_eq!(
            told(Sort::Weight, Facts::Weight { kg: 68.4 }),
            both("Weight 68.4 kg", "Weight 150.8 lb")
        );
        assert_eq!(
            told(Sort::Height, Facts::Height { m: 1.7 }),
            both("Height 1.7 m", "Height 5 ft 7 in")
        );
        assert_eq!(
            told(Sort::Glucose, Facts::Glucose { mmol: 5.5 }),
            both("Blood sugar 5.5 mmol/L", "Blood sugar 99 mg/dL")
        );
    }
}
