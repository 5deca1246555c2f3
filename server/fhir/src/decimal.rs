//! Decimal numbers as they are written: exact, of any length, never binary.

use std::cmp::Ordering;

/// `digits` times ten to the power of `-places`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decimal {
    negative: bool,
    /// From 0 to 9, the first of them not 0, unless it is the only one.
    digits: Vec<u8>,
    places: i32,
}

/// Exponents beyond stand for no measure of a body, and would be written with as many zeros.
const EXPONENT_MAX: i32 = 60;
const DIGITS_MAX: usize = 60;

impl Decimal {
    /// Reads a number of JSON or of XML Schema: `-1.50`, `+.5`, `1e3`. None for what is none, and for what is beyond
    /// 60 digits or an exponent of 60.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim_matches([' ', '\t', '\r', '\n']);
        let negative = text.starts_with('-');
        let text = text.strip_prefix(['-', '+']).unwrap_or(text);
        let (number, exponent) = match text.split_once(['e', 'E']) {
            None => (text, 0),
            Some((number, exponent)) => (number, exponent.parse::<i32>().ok()?),
        };
        let (whole, part) = number.split_once('.').unwrap_or((number, ""));
        let digits: Vec<u8> = whole.bytes().chain(part.bytes()).collect();
        let are_digits = digits.iter().all(u8::is_ascii_digit) && !digits.is_empty();
        if !are_digits || digits.len() > DIGITS_MAX || exponent.abs() > EXPONENT_MAX {
            return None;
        }
        let places = i32::try_from(part.len()).ok()? - exponent;
        let digits = digits.into_iter().map(|digit| digit - b'0').collect();
        Some(Self::trimmed(negative, digits, places))
    }

    fn trimmed(negative: bool, digits: Vec<u8>, places: i32) -> Self {
        let leading = digits.iter().take_while(|digit| **digit == 0).count();
        let leading = leading.min(digits.len().saturating_sub(1));
        Self {
            negative,
            digits: digits[leading..].to_vec(),
            places,
        }
    }

    /// The whole number that it is, where it is one of 32 bits: 72 and 72.0 are, 72.5 is not.
    pub fn as_whole(&self) -> Option<i32> {
        let Self { digits, places, .. } = self.clone().at_least_places(0);
        let places = usize::try_from(places).ok()?;
        let (whole, part) = digits.split_at(digits.len().saturating_sub(places));
        if part.iter().any(|digit| *digit != 0) {
            return None;
        }
        let value = whole.iter().try_fold(0_i64, |sum, digit| {
            sum.checked_mul(10)?.checked_add(i64::from(*digit))
        })?;
        i32::try_from(if self.negative { -value } else { value }).ok()
    }

    /// Exactly `self` times `factor` times ten to the power of `shift`.
    pub fn times(&self, factor: u64, shift: i32) -> Self {
        let mut carry = 0_u128;
        let mut digits = Vec::with_capacity(self.digits.len() + 20);
        for digit in self.digits.iter().rev() {
            carry += u128::from(*digit) * u128::from(factor);
            digits.push(u8::try_from(carry % 10).unwrap_or(0));
            carry /= 10;
        }
        while carry > 0 {
            digits.push(u8::try_from(carry % 10).unwrap_or(0));
            carry /= 10;
        }
        digits.reverse();
        Self::trimmed(self.negative, digits, self.places - shift)
    }

    /// `self` divided by `divisor`, which is not 0, rounded half up to so many places.
    pub fn divided(&self, divisor: u64, places: i32) -> Self {
        let grown = self.clone().at_least_places(places + 1);
        let mut rest = 0_u128;
        let mut quotient = Vec::with_capacity(grown.digits.len());
        for digit in &grown.digits {
            rest = rest * 10 + u128::from(*digit);
            quotient.push(u8::try_from(rest / u128::from(divisor)).unwrap_or(9));
            rest %= u128::from(divisor);
        }
        Self::trimmed(grown.negative, quotient, grown.places).rounded(places)
    }

    fn rounded(self, places: i32) -> Self {
        let Ok(cut) = usize::try_from(self.places - places) else {
            return self;
        };
        if cut == 0 {
            return self;
        }
        let mut digits = vec![0];
        digits.extend(&self.digits[..self.digits.len().saturating_sub(cut)]);
        let first_cut = self.digits.len().checked_sub(cut).map(|at| self.digits[at]);
        if first_cut.is_some_and(|digit| digit >= 5) {
            for digit in digits.iter_mut().rev() {
                if *digit < 9 {
                    *digit += 1;
                    break;
                }
                *digit = 0;
            }
        }
        Self::trimmed(self.negative, digits, places)
    }

    fn at_least_places(mut self, places: i32) -> Self {
        while self.places < places {
            self.digits.push(0);
            self.places += 1;
        }
        Self::trimmed(self.negative, self.digits, self.places)
    }

    /// Whether the two differ by at most a hundredth of the second.
    pub fn is_about(&self, other: &Self) -> bool {
        let places = self.places.max(other.places).max(0);
        let (one, two) = (
            self.clone().at_least_places(places),
            other.clone().at_least_places(places),
        );
        if one.negative != two.negative {
            return one.digits == [0] && two.digits == [0];
        }
        // 99 hundredths to 101 hundredths.
        let (most, least) = (two.times(101, 0), two.times(99, 0));
        let one = one.times(100, 0);
        by_size(&one.digits, &most.digits) != Ordering::Greater
            && by_size(&one.digits, &least.digits) != Ordering::Less
    }

    /// As JSON and XML Schema write it, without an exponent. Zeros at its end stay.
    pub fn plain(&self) -> String {
        let Self {
            negative,
            digits,
            places,
        } = self.clone().at_least_places(0);
        let places = usize::try_from(places).unwrap_or(0);
        let missing = (places + 1).saturating_sub(digits.len());
        let mut text = if negative { "-" } else { "" }.to_owned();
        text.push_str(&"0".repeat(missing));
        text.extend(digits.iter().map(|digit| char::from(b'0' + digit)));
        if places > 0 {
            text.insert(text.len() - places, '.');
        }
        text
    }

    /// As [`Self::plain`], without the zeros at its end.
    pub fn shortest(&self) -> String {
        let plain = self.plain();
        if plain.contains('.') {
            let cut = plain.trim_end_matches('0').trim_end_matches('.');
            return cut.to_owned();
        }
        plain
    }
}

/// Digits without leading zeros, of the same number of places.
fn by_size(one: &[u8], two: &[u8]) -> Ordering {
    one.len().cmp(&two.len()).then_with(|| one.cmp(two))
}

/// A number of XML Schema as JSON writes it, digit for digit; None for what is no number.
pub fn json_number(text: &str) -> Option<String> {
    let number = Decimal::parse(text)?;
    let text = text.trim_matches([' ', '\t', '\r', '\n']);
    let is_json = serde_json::from_str::<serde_json::Number>(text).is_ok();
    Some(if is_json {
        text.to_owned()
    } else {
        number.plain()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn decimal(text: &str) -> Decimal {
        Decimal::parse(text).expect("a number")
    }

    #[test]
    fn pounds_are_kilograms_exactly() {
        let pound = |text| decimal(text).times(45_359_237, -8).plain();
        assert_eq!(pound("173"), "78.47148001");
        assert_eq!(pound("150.8"), "68.401729396");
        assert_eq!(decimal("68").times(254, -4).plain(), "1.7272");
    }

    #[test]
    fn a_division_is_rounded_half_up() {
        assert_eq!(decimal("134").divided(18, 6).plain(), "7.444444");
        assert_eq!(decimal("0.000009").divided(18, 6).plain(), "0.000001");
        assert_eq!(decimal("17.99999999").divided(18, 6).plain(), "1.000000");
        assert_eq!(decimal("0").divided(18, 6).plain(), "0.000000");
    }

    #[test]
    fn numbers_of_xml_become_numbers_of_json() {
        for (xml, json) in [
            ("72.50", "72.50"),
            ("+72.5", "72.5"),
            (".5", "0.5"),
            (" 070 ", "70"),
            ("1e3", "1e3"),
            ("1.", "1"),
            ("+1E2", "100"),
            ("-.25", "-0.25"),
        ] {
            assert_eq!(json_number(xml).as_deref(), Some(json), "{xml}");
        }
        for none in [
            "", ".", "-", "1,5", "INF", "1e99", "1e", "٧", "0x1", "1 0", "--1",
        ] {
            assert_eq!(json_number(none), None, "{none}");
        }
    }

    #[test]
    fn whole_numbers_are_told_from_others() {
        for (text, whole) in [
            ("72", Some(72)),
            ("72.0", Some(72)),
            ("7.2e1", Some(72)),
            ("72.5", None),
            ("0.00", Some(0)),
            ("2147483648", None),
            ("-1", Some(-1)),
            ("1e20", None),
        ] {
            assert_eq!(decimal(text).as_whole(), whole, "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_is_read_is_written_the_same(number in "-?(0|[1-9][0-9]{0,20})(\\.[0-9]{1,20})?") {
            prop_assert_eq!(decimal(&number).plain(), number);
        }

        #[test]
        fn arithmetic_is_that_of_whole_numbers(number in 0..1_000_000_000_u64, factor in 1..1_000_000_u64) {
            let product = decimal(&number.to_string()).times(factor, 0);
            prop_assert_eq!(product.plain(), (number * factor).to_string());
            prop_assert_eq!(product.divided(factor, 0).plain(), number.to_string());
            prop_assert!(product.is_about(&product));
            prop_assert!(number == 0 || !product.is_about(&product.times(102, -2)));
        }

        #[test]
        fn any_text_is_a_number_or_none(text in "[-+.eE0-9 ]{0,12}") {
            if let Some(json) = json_number(&text) {
                prop_assert!(serde_json::from_str::<serde_json::Number>(&json).is_ok(), "{}", json);
            }
        }
    }
}
