//! What people call what is in their records.

use crate::t;
use domain::thing::reading::{Facts, Sort};

/// The name of a sort, as a heading: "Medicines".
pub fn sort(sort: Sort) -> String {
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
pub fn looked_at(sort: Option<Sort>) -> String {
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
pub fn title(sort: Sort, facts: &Facts) -> String {
    match facts {
        Facts::Weight { kg } => t!("thing-weight", kg = number(*kg)),
        Facts::BloodPressure {
            systolic,
            diastolic,
            ..
        } => t!(
            "thing-blood-pressure",
            systolic = systolic.to_string(),
            diastolic = diastolic.to_string()
        ),
        Facts::Glucose { mmol } => t!("thing-glucose", mmol = number(*mmol)),
        Facts::Height { m } => t!("thing-height", m = number(*m)),
        Facts::Named { name, more: None } | Facts::File { name, .. } => name.clone(),
        Facts::Named {
            name,
            more: Some(more),
        } => t!("thing-named", name = name.clone(), more = more.clone()),
        Facts::Note { text } => first_line(text),
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
pub fn unit(sort: Sort) -> String {
    match sort {
        Sort::Weight => t!("unit-kg"),
        Sort::Glucose => t!("unit-mmol"),
        Sort::Height => t!("unit-m"),
        Sort::BloodPressure => t!("unit-mmhg"),
        _ => String::new(),
    }
}

/// What was measured, without its unit: "68.4", or "132 / 84".
pub fn value(facts: &Facts) -> Option<String> {
    let (one, other) = facts.numbers()?;
    Some(match other {
        None => number(one),
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
            title(Sort::BloodPressure, &pressure),
            "Blood pressure 132 / 84"
        );
        assert_eq!(
            title(Sort::Weight, &Facts::Weight { kg: 1_068.40 }),
            "Weight 1068.4 kg"
        );
        assert_eq!(number(70.0), "70");
        let note = Facts::Note {
            text: "First\nsecond".into(),
        };
        assert_eq!(title(Sort::Note, &note), "First…");
        assert_eq!(title(Sort::Document, &Facts::Plain), "Documents");
    }
}
