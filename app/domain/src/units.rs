//! What numbers are shown and typed in. They are stored in metric units, regardless of what a person reads.

use super::thing::reading::{Facts, Sort};
use crate::named;

named! {
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub enum Units {
        #[default]
        Metric = "metric",
        Imperial = "imperial",
    }
}

const POUNDS_PER_KILOGRAM: f64 = 2.204_622_621_85;
const INCHES_PER_METRE: f64 = 39.370_078_740_2;
/// Glucose has 180.182 grams a mole.
const MILLIGRAMS_PER_MILLIMOLE: f64 = 18.018_2;

impl Units {
    /// A number of a sort as it is shown: pounds to a tenth, inches and milligrams without a fraction.
    pub fn shown(self, sort: Sort, metric: f64) -> f64 {
        match (self, sort) {
            (Self::Imperial, Sort::Weight) => (metric * POUNDS_PER_KILOGRAM * 10.0).round() / 10.0,
            (Self::Imperial, Sort::Height) => (metric * INCHES_PER_METRE).round(),
            (Self::Imperial, Sort::Glucose) => (metric * MILLIGRAMS_PER_MILLIMOLE).round(),
            _ => metric,
        }
    }

    /// A weight as typed, in kilograms; of pounds to a hundredth, so that they read back as they were typed.
    pub fn kilograms(self, typed: f64) -> f64 {
        match self {
            Self::Metric => typed,
            Self::Imperial => (typed / POUNDS_PER_KILOGRAM * 100.0).round() / 100.0,
        }
    }

    /// The numbers of a thing as they are shown: one, or two.
    pub fn numbers(self, sort: Sort, facts: &Facts) -> Option<(f64, Option<f64>)> {
        let (one, other) = facts.numbers()?;
        let shown = |value| self.shown(sort, value);
        Some((shown(one), other.map(shown)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_shown_in_the_units_of_their_reader() {
        let shown = |sort, metric: f64| Units::Imperial.shown(sort, metric);
        let is = |shown: f64, expected: f64| assert!((shown - expected).abs() < 1e-9, "{shown}");
        is(shown(Sort::Weight, 68.4), 150.8);
        is(shown(Sort::Height, 1.7), 67.0);
        is(shown(Sort::Glucose, 5.5), 99.0);
        is(shown(Sort::BloodPressure, 132.0), 132.0);
        is(Units::Metric.shown(Sort::Weight, 68.4), 68.4);
    }

    #[test]
    fn pounds_read_back_as_they_were_typed() {
        for tenths in 7..11_000 {
            let pounds = f64::from(tenths) / 10.0;
            let kg = Units::Imperial.kilograms(pounds);
            let back = Units::Imperial.shown(Sort::Weight, kg);
            assert!((back - pounds).abs() < 1e-9, "{pounds} became {back}");
        }
    }
}
