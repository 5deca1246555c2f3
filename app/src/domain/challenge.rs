//! The challenge: a question and an answer agreed face to face.
//!
//! As in the original, the answer compares without regard to case and with regard to white space.

use super::policy;
use super::text::{self, TextError};
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

/// How white space counts when answers are compared; stored with each request.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum AnswerMode {
    /// Every blank counts.
    #[default]
    Strict,
    /// Runs of blanks count as one, blanks at the ends not at all.
    Lenient,
}

impl AnswerMode {
    pub const fn name(self) -> &'static str {
        match self {
            Self::Strict => "strict",
            Self::Lenient => "lenient",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Strict, Self::Lenient]
            .into_iter()
            .find(|mode| mode.name() == name)
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

/// An answer in the form that is hashed: NFKC, full case fold, white space by mode.
#[derive(Clone, PartialEq, Eq)]
pub struct FoldedAnswer {
    folded: String,
    edges: bool,
}

impl FoldedAnswer {
    /// Reads an answer of 1 to [`policy::ANSWER_MAX`] characters, not only blanks.
    pub fn parse(input: &str, mode: AnswerMode) -> Result<Self, TextError> {
        let answer = text::exact(input, policy::ANSWER_MAX)?;
        let folded = fold(&answer);
        let folded = match mode {
            AnswerMode::Strict => folded,
            AnswerMode::Lenient => folded.split_whitespace().collect::<Vec<_>>().join(" "),
        };
        let edges = folded.trim() != folded;
        Ok(Self { folded, edges })
    }

    pub fn as_bytes(&self) -> &[u8] {
        self.folded.as_bytes()
    }

    /// Whether a blank stands at an end: a slip worth naming when the agreed answer has none.
    pub fn has_blank_at_an_end(&self) -> bool {
        self.edges
    }
}

/// Case folding can undo a normal form, so it stands between two normalisations.
pub(super) fn fold(answer: &str) -> String {
    let normal: String = answer.nfkc().collect();
    caseless::default_case_fold_str(&normal).nfkc().collect()
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

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(input in "\\PC{1,40}") {
            let once = fold(&input);
            prop_assert_eq!(fold(&once), once);
        }
    }
}
