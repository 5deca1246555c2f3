//! How easily a password is guessed, and why. Knows no table and no page.

use domain::password::Weakness;
use domain::policy;
use zxcvbn::feedback::{Feedback, Warning};
use zxcvbn::{Entropy, Score, zxcvbn};

/// Texts shorter than this are found in any password.
const TELLING: usize = 3;

/// What makes the password easy to guess for someone who knows `about`: names, addresses; None for a good one.
/// What is beside such a word must be good by itself.
pub(crate) fn weakness(password: &str, about: &[&str]) -> Option<Weakness> {
    // The work grows with the square of the length.
    let password: String = password.chars().take(policy::PASSWORD_WEIGHED).collect();
    let known = known(about);
    let others = without(&password, &known);
    let known: Vec<&str> = known.iter().map(String::as_str).collect();
    if is_good(&zxcvbn(&others, &known)) {
        return None;
    }
    let weighed = zxcvbn(&password, &[]);
    if is_good(&weighed) {
        return Some(Weakness::Personal);
    }
    let warning = weighed.feedback().and_then(Feedback::warning);
    Some(warning.map_or(Weakness::Short, named))
}

fn is_good(weighed: &Entropy) -> bool {
    weighed.score() >= Score::Three
}

/// Each text as it is and word by word: an address is known in parts, too.
fn known(about: &[&str]) -> Vec<String> {
    let words = about
        .iter()
        .flat_map(|text| text.split(|sign: char| !sign.is_alphanumeric()));
    about
        .iter()
        .copied()
        .chain(words)
        .filter(|text| text.chars().count() >= TELLING)
        .map(str::to_lowercase)
        .collect()
}

/// The password in small letters, and nothing of what is known.
fn without(password: &str, known: &[String]) -> String {
    let small = password.to_lowercase();
    if known.iter().any(|word| small.contains(word)) {
        known
            .iter()
            .fold(small, |rest, word| rest.replace(word.as_str(), ""))
    } else {
        password.to_owned()
    }
}

fn named(warning: Warning) -> Weakness {
    match warning {
        Warning::StraightRowsOfKeysAreEasyToGuess
        | Warning::ShortKeyboardPatternsAreEasyToGuess => Weakness::Keys,
        Warning::RepeatsLikeAaaAreEasyToGuess
        | Warning::RepeatsLikeAbcAbcAreOnlySlightlyHarderToGuess => Weakness::Repeats,
        Warning::ThisIsATop10Password
        | Warning::ThisIsATop100Password
        | Warning::ThisIsACommonPassword
        | Warning::ThisIsSimilarToACommonlyUsedPassword => Weakness::Common,
        Warning::SequencesLikeAbcAreEasyToGuess => Weakness::Sequence,
        Warning::RecentYearsAreEasyToGuess | Warning::DatesAreOftenEasyToGuess => Weakness::Date,
        Warning::AWordByItselfIsEasyToGuess => Weakness::Word,
        Warning::NamesAndSurnamesByThemselvesAreEasyToGuess
        | Warning::CommonNamesAndSurnamesAreEasyToGuess => Weakness::Name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_guessable_password_is_told_why() {
        let about = ["Robin Okafor", "robin@lakeside.example", "Lakeside Clinic"];
        for (password, why) in [
            ("password123", Weakness::Common),
            ("okafor lakeside", Weakness::Personal),
            ("qwertyuiop", Weakness::Common),
            ("asdfghjkl;'", Weakness::Keys),
            ("aaaaaaaaaaaa", Weakness::Repeats),
            ("abcabcabcabc", Weakness::Repeats),
            ("abcdefghijkl", Weakness::Sequence),
            ("01.02.1973", Weakness::Date),
            ("professional", Weakness::Word),
        ] {
            assert_eq!(weakness(password, &about), Some(why), "{password}");
        }
    }

    #[test]
    fn three_words_that_do_not_belong_together_are_good() {
        for password in [
            "three words together",
            "velvet walnut ladder",
            "Robin velvet walnut ladder",
            "9f3a6c2e7b15d08a44c1",
        ] {
            assert_eq!(
                weakness(password, &["Robin", "robin@clinic.example"]),
                None,
                "{password}"
            );
        }
    }

    #[test]
    fn a_long_password_is_weighed_by_its_beginning() {
        assert_eq!(weakness(&"velvet walnut ladder ".repeat(9), &[]), None);
        assert_eq!(weakness(&"a".repeat(200), &[]), Some(Weakness::Repeats));
    }
}
