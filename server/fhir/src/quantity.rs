//! Measured values: a number in the unit of their type, and the number and unit that were measured.
//!
//! HealthVault keeps both: `kg` and `display`. A resource shows what was measured where its unit is one of the type's and
//! the two agree; otherwise the number in the type's own unit.

use crate::decimal::{Decimal, json_number};
use crate::issue::{Issue, IssueCode};
use crate::json::Json;
use crate::names::UCUM;
use crate::tree::{attribute, child, element, leaf, text};
use roxmltree::Node;

/// How a number in some unit becomes one in the type's.
#[derive(Clone, Copy, Debug)]
pub enum Rule {
    /// Times this, times ten to the power of that: exact.
    Times(u64, i32),
    /// Divided by this, rounded to six places.
    Divided(u64),
}

/// What is measured: the element of its number, and the units that it may be measured in, by their codes of UCUM.
#[derive(Debug)]
pub struct Measure {
    pub base: &'static str,
    pub units: &'static [(&'static str, Rule)],
    /// The unit that is shown where nothing else is known, and by what power of ten it differs from the base.
    pub shown: (&'static str, i32),
    /// Whether a number of 0 is none.
    pub positive: bool,
}

const SAME: Rule = Rule::Times(1, 0);

pub const WEIGHT: Measure = Measure {
    base: "kg",
    units: &[
        ("kg", SAME),
        ("g", Rule::Times(1, -3)),
        ("[lb_av]", Rule::Times(45_359_237, -8)),
        ("[oz_av]", Rule::Times(28_349_523_125, -12)),
    ],
    shown: ("kg", 0),
    positive: false,
};
/// Stored in metres; FHIR's body length is in centimetres or inches.
pub const HEIGHT: Measure = Measure {
    base: "m",
    units: &[
        ("m", SAME),
        ("cm", Rule::Times(1, -2)),
        ("mm", Rule::Times(1, -3)),
        ("[in_i]", Rule::Times(254, -4)),
        ("[ft_i]", Rule::Times(3_048, -4)),
    ],
    shown: ("cm", 2),
    positive: true,
};
pub const GLUCOSE: Measure = Measure {
    base: "mmolPerL",
    units: &[("mmol/L", SAME), ("mg/dL", Rule::Divided(18))],
    shown: ("mmol/L", 0),
    positive: true,
};
/// Source of the factors: the original's samples.
pub const CHOLESTEROL: Measure = Measure {
    base: "mmolPerL",
    units: &[("mmol/L", SAME), ("mg/dL", Rule::Times(259, -4))],
    shown: ("mmol/L", 0),
    positive: true,
};
pub const TRIGLYCERIDE: Measure = Measure {
    base: "mmolPerL",
    units: &[("mmol/L", SAME), ("mg/dL", Rule::Times(1_129, -5))],
    shown: ("mmol/L", 0),
    positive: true,
};

impl Rule {
    fn apply(self, number: &Decimal) -> Decimal {
        match self {
            Self::Times(factor, shift) => number.times(factor, shift),
            Self::Divided(divisor) => number.divided(divisor, 6),
        }
    }
}

impl Measure {
    fn rule(&self, code: &str) -> Option<Rule> {
        let unit = self.units.iter().find(|(known, _)| *known == code)?;
        Some(unit.1)
    }

    /// As FHIR says it; None where there is no number.
    pub fn shown(&self, value: Node) -> Option<Json> {
        let base = text(child(value, self.base)?);
        let number = Decimal::parse(&base)?;
        if let Some(measured) = self.measured(value, &number) {
            return Some(measured);
        }
        let (code, power) = self.shown;
        let number = if power == 0 {
            json_number(&base)?
        } else {
            number.times(1, power).shortest()
        };
        Some(quantity(number, code, code))
    }

    fn measured(&self, value: Node, base: &Decimal) -> Option<Json> {
        let display = child(value, "display")?;
        let code = display.attribute("units-code")?;
        let units = display
            .attribute("units")
            .filter(|units| !units.trim().is_empty())?;
        let number = text(display);
        let is_same = self
            .rule(code)?
            .apply(&Decimal::parse(&number)?)
            .is_about(base);
        is_same.then(|| Some(quantity(json_number(&number)?, units, code)))?
    }

    /// As HealthVault says it.
    ///
    /// # Errors
    ///
    /// What of it cannot be kept; `path` is the quantity's.
    pub fn made(&self, name: &str, quantity: &Json, path: &str) -> Result<String, Issue> {
        let (number, code) = read(quantity, path)?;
        let rule = self.rule(code).ok_or_else(|| {
            let units: Vec<_> = self.units.iter().map(|(code, _)| *code).collect();
            let told = format!("the unit is none of {}", units.join(", "));
            Issue::error(IssueCode::Value, format!("{path}.code"), told)
        })?;
        let written = quantity.get("value").map_or(String::new(), Json::to_string);
        let base = match rule {
            Rule::Times(1, 0) => written.clone(),
            rule => rule.apply(&number).shortest(),
        };
        let least = Decimal::parse(&base).map(|base| base.shortest());
        let is_zero = least.as_deref() == Some("0");
        if written.starts_with('-') || self.positive && is_zero {
            let told = "the number is none that such a measure has";
            return Err(Issue::error(
                IssueCode::Value,
                format!("{path}.value"),
                told,
            ));
        }
        let unit = quantity.text_of("unit").unwrap_or(code);
        let display = format!(
            "<display units=\"{}\" units-code=\"{}\">{written}</display>",
            attribute(unit),
            attribute(code),
        );
        Ok(element(name, &(leaf(self.base, &base) + &display)))
    }
}

/// A quantity of UCUM.
pub fn quantity(number: String, unit: &str, code: &str) -> Json {
    Json::of([
        ("value", Json::Number(number)),
        ("unit", Json::text(unit)),
        ("system", Json::text(UCUM)),
        ("code", Json::text(code)),
    ])
}

/// The number and the code of a quantity's unit. A unit without a code may be one itself.
pub fn read<'a>(quantity: &'a Json, path: &str) -> Result<(Decimal, &'a str), Issue> {
    let wrong = |code, element: &str, told: &str| {
        Err(Issue::error(code, format!("{path}.{element}"), told))
    };
    if quantity.get("comparator").is_some() {
        return wrong(
            IssueCode::NotSupported,
            "comparator",
            "only a number by itself can be kept",
        );
    }
    let Some(Json::Number(number)) = quantity.get("value") else {
        return wrong(IssueCode::Required, "value", "there is no number");
    };
    let Some(number) = Decimal::parse(number) else {
        return wrong(IssueCode::Value, "value", "the number is too long");
    };
    match (
        quantity.text_of("system"),
        quantity.text_of("code"),
        quantity.text_of("unit"),
    ) {
        (Some(UCUM), Some(code), _) => Ok((number, code)),
        (None, Some(code), _) | (None, None, Some(code)) => Ok((number, code)),
        (Some(UCUM), None, Some(unit)) => Ok((number, unit)),
        (Some(UCUM) | None, None, None) => wrong(IssueCode::Required, "code", "there is no unit"),
        (Some(_), _, _) => wrong(IssueCode::Value, "system", "units are those of UCUM"),
    }
}

/// A whole number in one unit, from 0.
pub fn whole(quantity: &Json, unit: &str, path: &str) -> Result<i32, Issue> {
    let (number, code) = read(quantity, path)?;
    if code != unit {
        let told = format!("the unit is not {unit}");
        return Err(Issue::error(IssueCode::Value, format!("{path}.code"), told));
    }
    number
        .as_whole()
        .filter(|number| *number >= 0)
        .ok_or_else(|| {
            let told = "only whole numbers of 0 or more can be kept";
            Issue::error(IssueCode::Value, format!("{path}.value"), told)
        })
}
