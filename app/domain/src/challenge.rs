//! The challenge: a question and an answer agreed face to face.
//!
//! As in the original, the answer compares without regard to case and with regard to white space; what else does not
//! count, `answer_fold` says.

use super::answer_fold::fold;
use super::policy;
use super::text::{self, TextError};
use crate::named;
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

named! {
    /// How white space counts when answers are compared; stored with each request.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
    #[serde(rename_all = "lowercase")]
    pub enum AnswerMode {
        /// Every blank counts.
        #[default]
        Strict = "strict",
        /// Runs of blanks count as one, blanks at the ends not at all.
        Lenient = "lenient",
    }
}

/// The question as the patient will read it.
#[derive(Clone, PartialEq, Eq)]
pub struct Question(String);

impl Question {
    pub fn parse(input: &str) -> Result<Self, TextError> {
        text::line(input, policy::QUESTION_MAX).map(Self)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// By which rule an answer was folded before it was hashed; stored with each request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnswerFold {
    /// The first versions' rule: NFKC and case. Requests that they made are compared by it.
    First,
    /// The rule of `answer_fold`.
    Second,
}

impl AnswerFold {
    /// What new answers are folded by.
    pub const TODAY: Self = Self::Second;

    pub const fn number(self) -> i64 {
        match self {
            Self::First => 1,
            Self::Second => 2,
        }
    }

    pub fn from_number(number: i64) -> Option<Self> {
        [Self::First, Self::Second]
            .into_iter()
            .find(|fold| fold.number() == number)
    }
}

/// An answer in the form that is hashed.
#[derive(Clone, PartialEq, Eq)]
pub struct FoldedAnswer {
    folded: String,
    edges: bool,
    full_stop: bool,
}

impl FoldedAnswer {
    /// Reads an answer of 1 to [`policy::ANSWER_MAX`] characters that can be seen, not only blanks.
    pub fn parse(input: &str, mode: AnswerMode) -> Result<Self, TextError> {
        Ok(Self::of(fold_seen(input)?, mode))
    }

    /// Reads words that were handed over: their letters alone count, in their order.
    pub fn words(input: &str) -> Result<Self, TextError> {
        let folded = fold_seen(input)?;
        let letters: String = folded
            .chars()
            .filter(|sign| sign.is_alphanumeric())
            .collect();
        if letters.is_empty() {
            return Err(TextError::Empty);
        }
        Ok(Self {
            folded: letters,
            edges: false,
            full_stop: false,
        })
    }

    /// Reads an answer as [`AnswerFold::First`] has it.
    pub fn by_the_first_rule(input: &str, mode: AnswerMode) -> Result<Self, TextError> {
        let answer = text::exact(input, policy::ANSWER_MAX)?;
        let normal: String = answer.nfkc().collect();
        // Case folding can undo a normal form, so it is between two normalisations.
        let folded = caseless::default_case_fold_str(&normal).nfkc().collect();
        Ok(Self::of(folded, mode))
    }

    fn of(folded: String, mode: AnswerMode) -> Self {
        let folded = match mode {
            AnswerMode::Strict => folded,
            AnswerMode::Lenient => folded.split_whitespace().collect::<Vec<_>>().join(" "),
        };
        Self {
            edges: folded.trim() != folded,
            full_stop: folded.trim_end().ends_with('.'),
            folded,
        }
    }

    pub fn as_bytes(&self) -> &[u8] {
        self.folded.as_bytes()
    }

    /// Whether a blank is at an end: a slip worth naming when the agreed answer has none.
    pub fn has_blank_at_an_end(&self) -> bool {
        self.edges
    }

    /// Whether it ends with a full stop, which keyboards write for two blanks.
    pub fn ends_with_a_full_stop(&self) -> bool {
        self.full_stop
    }
}

fn fold_seen(input: &str) -> Result<String, TextError> {
    let seen = |sign: &char| sign.is_whitespace() || !text::is_hidden(*sign);
    if input.trim().is_empty() {
        return Err(TextError::Empty);
    }
    if input.chars().filter(seen).count() > policy::ANSWER_MAX {
        return Err(TextError::TooLong {
            max: policy::ANSWER_MAX,
        });
    }
    let folded = fold(input);
    if folded.trim().is_empty() || input.chars().any(changes_what_is_read) {
        return Err(TextError::Invisible);
    }
    Ok(folded)
}

/// Control characters, line ends among them, and the two that turn text around: who typed them sees another answer than
/// what is sent.
fn changes_what_is_read(sign: char) -> bool {
    sign.is_control() || matches!(sign, '\u{2028}' | '\u{2029}' | '\u{202d}' | '\u{202e}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn folded(input: &str, mode: AnswerMode) -> Vec<u8> {
        FoldedAnswer::parse(input, mode)
            .map(|answer| answer.as_bytes().to_vec())
            .unwrap_or_default()
    }

    #[test]
    fn case_does_not_matter_and_blanks_do() {
        let strict = AnswerMode::Strict;
        assert_eq!(folded("Turquoise", strict), folded("tURQUOISE", strict));
        assert_eq!(folded("STRASSE", strict), folded("straße", strict));
        assert_eq!(folded("Ｂｌｕｅ", strict), folded("blue", strict));
        assert_ne!(folded("dark blue", strict), folded("darkblue", strict));
        assert_ne!(folded("blue ", strict), folded("blue", strict));
        assert!(FoldedAnswer::parse("blue ", strict).is_ok_and(|a| a.has_blank_at_an_end()));
    }

    #[test]
    fn the_lenient_mode_forgives_blanks() {
        let lenient = AnswerMode::Lenient;
        assert_eq!(
            folded("  dark   blue ", lenient),
            folded("Dark Blue", lenient)
        );
        assert!(FoldedAnswer::parse(" x ", lenient).is_ok_and(|a| !a.has_blank_at_an_end()));
    }

    #[test]
    fn an_answer_is_never_blank() {
        assert!(matches!(
            FoldedAnswer::parse(" \t", AnswerMode::Strict),
            Err(TextError::Empty)
        ));
    }

    #[test]
    fn signs_that_cannot_be_seen_are_no_answer_by_themselves() {
        for hidden in ["\u{feff}", "\u{200b}\u{ad}", " \u{200e} ", "\u{2800}"] {
            assert_eq!(
                FoldedAnswer::parse(hidden, AnswerMode::Strict).err(),
                Some(TextError::Invisible),
                "{hidden:?}"
            );
        }
        for changed in ["bl\u{7}ue", "bl\0ue", "bl\r\nue", "\u{202e}eulb"] {
            assert_eq!(
                FoldedAnswer::parse(changed, AnswerMode::Strict).err(),
                Some(TextError::Invisible),
                "{changed:?}"
            );
        }
        let padded = format!("blue{}", "\u{200b}".repeat(400));
        assert_eq!(folded(&padded, AnswerMode::Strict), b"blue");
    }

    #[test]
    fn a_full_stop_at_the_end_is_noticed_in_both_modes() {
        for mode in [AnswerMode::Strict, AnswerMode::Lenient] {
            let ends = |input| {
                FoldedAnswer::parse(input, mode).is_ok_and(|answer| answer.ends_with_a_full_stop())
            };
            assert!(ends("Rex.") && ends("Rex. ") && ends("Rex。"));
            assert!(!ends("Rex") && !ends("R.ex"));
        }
    }

    #[test]
    fn of_words_that_were_handed_over_the_letters_count() {
        let words = |input| FoldedAnswer::words(input).map(|answer| answer.as_bytes().to_vec());
        for typed in [
            "velvet walnut",
            "VelvetWalnut",
            "velvet, walnut.",
            " velvet-walnut ",
        ] {
            assert_eq!(words(typed), Ok(b"velvetwalnut".to_vec()), "{typed}");
        }
        assert_eq!(words("--"), Err(TextError::Empty));
    }

    proptest! {
        #[test]
        fn two_answers_compare_alike_in_both_directions(one in "\\PC{1,12}", other in "\\PC{1,12}") {
            for mode in [AnswerMode::Strict, AnswerMode::Lenient] {
                let same = folded(&one, mode) == folded(&other, mode);
                prop_assert_eq!(same, folded(&other, mode) == folded(&one, mode));
                let again = String::from_utf8(folded(&one, mode)).expect("text");
                if !again.is_empty() {
                    prop_assert_eq!(folded(&again, mode), again.as_bytes());
                }
            }
        }
    }
}
