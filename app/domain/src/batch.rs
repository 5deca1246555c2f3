//! Work on many requests at once: made from a file, or printed as one file of letters.

use super::ids::ConnectRequestId;
use super::new_request::{Field, FieldError};
use super::timestamp::Timestamp;
use crate::named;
use serde::{Deserialize, Serialize};

named! {
    /// What is done with them.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Kind {
        /// Requests are made from a file.
        Import = "import",
        /// Letters are drawn into one file.
        Letters = "letters",
    }
}

named! {
    /// How far it is.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum State {
        /// Read, and waits to be confirmed.
        Previewed = "previewed",
        /// Read, and something in it has to be corrected first.
        Refused = "refused",
        Running = "running",
        Done = "done",
        /// Nothing was made of it.
        Failed = "failed",
        Cancelled = "cancelled",
    }
}

impl State {
    /// Whether it can still be called off.
    pub const fn may_cancel(self) -> bool {
        matches!(self, Self::Previewed | Self::Refused | Self::Running)
    }
}

/// Why a file was not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileError {
    /// No file, or no rows in it.
    Empty,
    TooLarge,
    TooManyRows,
    /// Not UTF-8 from this row on.
    Encoding {
        row: usize,
    },
    Header(HeaderError),
}

/// What is the matter with a file's first row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HeaderError {
    pub missing: Vec<Field>,
    pub twice: Vec<Field>,
    /// As they are in the file, shortened.
    pub unknown: Vec<String>,
}

/// Why a row cannot become a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Why {
    Empty,
    TooLong {
        max: usize,
    },
    Invisible,
    /// An id that starts or ends with a blank.
    BlankAtAnEnd,
    Shape,
    /// Easy to guess, and no reason given; by the name of a [`Guessable`](super::guessable::Guessable).
    Guessable {
        why: String,
    },
    /// More or fewer cells than the first row has.
    Cells {
        found: usize,
        expected: usize,
    },
    /// An earlier row has the same id.
    Twice {
        first: usize,
    },
    /// Another request holds the id.
    Taken {
        made_at: Timestamp,
    },
}

impl From<FieldError> for Why {
    fn from(error: FieldError) -> Self {
        match error {
            FieldError::Empty => Self::Empty,
            FieldError::TooLong { max } => Self::TooLong { max },
            FieldError::Invisible => Self::Invisible,
            FieldError::BlankAtAnEnd => Self::BlankAtAnEnd,
            FieldError::Shape => Self::Shape,
            FieldError::Guessable(why) => Self::Guessable {
                why: why.name().to_owned(),
            },
        }
    }
}

/// A row, as spreadsheets count them, and what to correct in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowProblem {
    pub row: usize,
    /// None where the row as a whole is the matter.
    pub column: Option<Field>,
    pub why: Why,
}

/// A row as the preview shows it: never its question or answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sample {
    pub external_id: String,
    pub friendly_name: String,
    pub email: String,
}

/// A request whose letter is not among those that were drawn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    pub request: ConnectRequestId,
    pub external_id: String,
    /// The sign that no font has.
    pub sign: Option<char>,
    /// The code works, and no sign is missing: something else keeps it from being a PDF.
    #[serde(default)]
    pub unfit: bool,
}

/// What there is to tell of a batch.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// The first rows.
    pub sample: Vec<Sample>,
    /// How many rows have an e-mail address.
    pub with_mail: usize,
    pub problems: Vec<RowProblem>,
    pub left_out: Vec<LeftOut>,
    /// Rows whose id looks like one that a spreadsheet changed: they wait for a word of the desk.
    #[serde(default)]
    pub doubtful: Vec<Doubtful>,
    /// A text of a file that does not say how it is encoded, as it was read.
    #[serde(default)]
    pub guessed: Option<String>,
}

/// A row whose id may not be the one that was typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Doubtful {
    pub row: usize,
    pub external_id: String,
}

/// Whether an id looks like what a spreadsheet makes of one: a number with an exponent, a number whose digits end after
/// the fifteenth, an error, or the signs of a column that is too narrow. A true id may look so, too.
pub fn may_be_a_spreadsheets(id: &str) -> bool {
    has_exponent(id) || is_rounded(id) || is_error(id)
}

/// "1.23457E+11".
fn has_exponent(id: &str) -> bool {
    let Some((number, exponent)) = id.split_once(['E', 'e']) else {
        return false;
    };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let number = number.strip_prefix('-').unwrap_or(number);
    let exponent = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
    let (whole, part) = number.split_once(['.', ',']).unwrap_or((number, "0"));
    digits(whole) && digits(part) && digits(exponent)
}

/// Digits that a spreadsheet keeps of a number.
const KEPT_DIGITS: usize = 15;

fn is_rounded(id: &str) -> bool {
    id.len() > KEPT_DIGITS
        && id.bytes().all(|byte| byte.is_ascii_digit())
        && id.bytes().skip(KEPT_DIGITS).all(|byte| byte == b'0')
}

/// "#NAME?", "#####".
fn is_error(id: &str) -> bool {
    const ERRORS: [&str; 7] = [
        "#NAME?", "#REF!", "#VALUE!", "#N/A", "#DIV/0!", "#NUM!", "#NULL!",
    ];
    ERRORS.contains(&id) || (!id.is_empty() && id.bytes().all(|byte| byte == b'#'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_that_a_spreadsheet_may_have_changed_are_known() {
        for changed in [
            "1.23457E+11",
            "1,23457E+11",
            "73928E03",
            "1e5",
            "-2.5E-07",
            "1234567890123450",
            "12345678901234500000",
            "#NAME?",
            "#########",
            "#N/A",
        ] {
            assert!(may_be_a_spreadsheets(changed), "{changed}");
        }
        for typed in [
            "MRN-1",
            "E11",
            "12E",
            "1.2.3E4",
            "12EA4",
            "123456789012345",
            "1234567890123456",
            "1E+",
            "",
            "#1",
            "0",
        ] {
            assert!(!may_be_a_spreadsheets(typed), "{typed}");
        }
    }

    #[test]
    fn only_what_is_not_over_can_be_called_off() {
        let open = State::ALL.into_iter().filter(|state| state.may_cancel());
        let open: Vec<State> = open.collect();
        assert_eq!(open, [State::Previewed, State::Refused, State::Running]);
    }
}
