//! What people type to prove something: six digits that were mailed or that an app shows, or a recovery code.

use super::policy;
use super::text::{decimal, is_hidden};
use unicode_normalization::UnicodeNormalization;
use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};

/// The letters of recovery codes: those of identity codes, which no other letter or number is read for.
pub const LETTERS: &[u8; 20] = b"BCDFGHJKMNPQRSTVWXYZ";

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entered {
    /// Six digits.
    Digits(String),
    /// In capitals, without dashes.
    Recovery(String),
}

impl Entered {
    /// Forgives blanks, dashes, dots, small letters and signs that cannot be seen, and takes decimal digits of every
    /// script; None for what can be neither.
    pub fn parse(input: &str) -> Option<Self> {
        let signs: String = input
            .nfkc()
            .filter(|sign| !parts(*sign))
            .flat_map(char::to_uppercase)
            .map(|sign| decimal(sign).map_or(sign, |digit| char::from(b'0' + digit)))
            .take(policy::RECOVERY_LETTERS + 1)
            .collect();
        let all = |fits: fn(&u8) -> bool| signs.as_bytes().iter().all(fits);
        if signs.len() == policy::DIGITS && all(u8::is_ascii_digit) {
            Some(Self::Digits(signs))
        } else if signs.len() == policy::RECOVERY_LETTERS && all(|sign| LETTERS.contains(sign)) {
            Some(Self::Recovery(signs))
        } else {
            None
        }
    }
}

/// The six digits of a field that takes nothing else, as ASCII digits.
pub fn six_digits(input: &str) -> Option<String> {
    match Entered::parse(input)? {
        Entered::Digits(digits) => Some(digits),
        Entered::Recovery(_) => None,
    }
}

/// Whether a sign only parts the others, or is nothing to a reader.
fn parts(sign: char) -> bool {
    sign.is_whitespace()
        || is_hidden(sign)
        || matches!(sign, '.' | '\u{2212}')
        || sign.general_category() == GeneralCategory::DashPunctuation
}

/// Text in groups of four, as it is printed and read out.
pub fn grouped(text: &str, between: &str) -> String {
    let signs: Vec<char> = text.chars().collect();
    let groups: Vec<String> = signs
        .chunks(4)
        .map(|group| group.iter().collect())
        .collect();
    groups.join(between)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_dashes_and_small_letters_are_forgiven() {
        let digits = Some(Entered::Digits("042917".into()));
        for input in [
            "042917",
            " 042 917 ",
            "042-917",
            "0 4 2 9 1 7",
            "042\u{2013}917",
            "٠٤٢٩١٧",
            "٠٤٢ ٩١٧",
            "۰۴۲۹۱۷",
            "०४२९१७",
            "０４２９１７",
            "０４２－９１７",
            "𝟬𝟰𝟮𝟵𝟭𝟳",
            "\u{200f}042917\u{feff}",
            "042.917",
        ] {
            assert_eq!(Entered::parse(input), digits, "{input}");
        }
        let code = Some(Entered::Recovery("JKYZQNMNVHRX".into()));
        for input in ["JKYZ-QNMN-VHRX", "jkyz qnmn vhrx", "jkyzqnmnvhrx"] {
            assert_eq!(Entered::parse(input), code, "{input}");
        }
        let long = "1".repeat(100_000);
        for input in [
            "",
            "12345",
            "1234567",
            "JKYZ-QNMN-VHR",
            "JKYZ-QNMN-VHRA",
            "٠٤٢٩١",
            "一二三四五六",
            &long,
        ] {
            assert_eq!(Entered::parse(input), None, "{input:.20}");
        }
    }

    #[test]
    fn groups_hold_four_signs() {
        assert_eq!(grouped("JKYZQNMNVHRX", "-"), "JKYZ-QNMN-VHRX");
        assert_eq!(grouped("ABCDE", " "), "ABCD E");
    }
}
