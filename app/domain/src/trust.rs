//! The pages that every footer leads to: what the operator says there, in plain paragraphs.

use crate::named;
use crate::policy;
use crate::text::{self, TextError};

named! {
    /// Which page.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum TrustPage {
        Help = "help",
        About = "about",
        Privacy = "privacy",
        Terms = "terms",
        Accessibility = "accessibility",
    }
}

impl TrustPage {
    /// Where it is.
    pub const fn path(self) -> &'static str {
        match self {
            Self::Help => "/help",
            Self::About => "/about",
            Self::Privacy => "/privacy",
            Self::Terms => "/terms",
            Self::Accessibility => "/accessibility",
        }
    }
}

/// What an operator typed; None where the text that comes with the software is to be shown.
///
/// # Errors
///
/// Why it is refused.
pub fn text(input: &str) -> Result<Option<String>, TextError> {
    match text::lines(input, policy::TRUST_TEXT_MAX) {
        Ok(text) => Ok(Some(text)),
        Err(TextError::Empty) => Ok(None),
        Err(error) => Err(error),
    }
}

/// The paragraphs of a text: empty lines are between them.
pub fn paragraphs(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut open = false;
    for line in text.lines().map(str::trim) {
        match found.last_mut().filter(|_| open) {
            _ if line.is_empty() => open = false,
            Some(paragraph) => {
                paragraph.push('\n');
                paragraph.push_str(line);
            }
            None => {
                found.push(line.to_owned());
                open = true;
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empty_lines_are_between_paragraphs() {
        let text = "One.\nStill one.\n\n \nTwo.\n";
        assert_eq!(paragraphs(text), ["One.\nStill one.", "Two."]);
        assert!(paragraphs(" \n\n").is_empty());
    }

    #[test]
    fn an_empty_text_asks_for_the_one_that_comes_with_the_software() {
        assert_eq!(text(" \r\n "), Ok(None));
        assert_eq!(text(" One.\r\n\r\nTwo. "), Ok(Some("One.\n\nTwo.".into())));
        let max = policy::TRUST_TEXT_MAX;
        assert_eq!(text(&"x".repeat(max + 1)), Err(TextError::TooLong { max }));
        assert_eq!(text("hid\u{200b}den"), Err(TextError::Invisible));
    }
}
