//! Whom a letter is addressed to: the lines that the window of an envelope shows. They are printed and never stored.

use crate::policy::{ADDRESSEE_LINE_MAX, ADDRESSEE_LINES};
use crate::text::{self, TextError};

/// One to six lines, each of which the window is wide enough for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Addressee(Vec<String>);

/// Why a typed address does not fit the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AddresseeError {
    Lines {
        max: usize,
    },
    /// The line with this number, counted from 1, is too long.
    LineTooLong {
        line: usize,
        max: usize,
    },
    Invisible,
}

impl Addressee {
    /// None where nothing was typed. Empty lines in between are left out.
    pub fn parse(input: &str) -> Result<Option<Self>, AddresseeError> {
        let typed = input.lines().map(str::trim).filter(|line| !line.is_empty());
        let mut lines = Vec::new();
        for (line, typed) in (1..).zip(typed) {
            if lines.len() == ADDRESSEE_LINES {
                return Err(AddresseeError::Lines {
                    max: ADDRESSEE_LINES,
                });
            }
            let text = text::line(typed, ADDRESSEE_LINE_MAX).map_err(|error| match error {
                TextError::TooLong { max } => AddresseeError::LineTooLong { line, max },
                TextError::Empty | TextError::Invisible => AddresseeError::Invisible,
            })?;
            lines.push(text);
        }
        Ok((!lines.is_empty()).then_some(Self(lines)))
    }

    pub fn lines(&self) -> &[String] {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typed_lines_are_trimmed_and_empty_ones_left_out() {
        let typed = "  Nadia Rahman \r\n\r\n14 Mill Row\nRiverside  RV2 7QT\n";
        let addressee = Addressee::parse(typed).expect("it fits").expect("lines");
        let lines = ["Nadia Rahman", "14 Mill Row", "Riverside  RV2 7QT"];
        assert_eq!(addressee.lines(), lines);
    }

    #[test]
    fn nothing_but_blanks_is_no_address() {
        for typed in ["", " ", "\r\n \n"] {
            assert_eq!(Addressee::parse(typed), Ok(None));
        }
    }

    #[test]
    fn an_address_beyond_the_window_is_rejected_with_its_line() {
        let six = ["A"; ADDRESSEE_LINES].join("\n");
        assert!(Addressee::parse(&six).is_ok());
        let seven = format!("{six}\nA");
        let max = ADDRESSEE_LINES;
        assert_eq!(Addressee::parse(&seven), Err(AddresseeError::Lines { max }));
        let long = format!("A\n\n{}", "B".repeat(ADDRESSEE_LINE_MAX + 1));
        let error = AddresseeError::LineTooLong {
            line: 2,
            max: ADDRESSEE_LINE_MAX,
        };
        assert_eq!(Addressee::parse(&long), Err(error));
        let turned = Addressee::parse("Nadia \u{202e}namhaR");
        assert_eq!(turned, Err(AddresseeError::Invisible));
    }
}
