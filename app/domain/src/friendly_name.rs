//! How a clinic names a record for its patient.

use super::policy;
use super::text::{self, TextError};
use serde::Serialize;
use std::fmt;

/// A friendly name: one line of 1 to [`policy::FRIENDLY_NAME_MAX`] characters without blanks at its ends. That of a
/// replaced or cancelled request was wiped and is empty.
///
/// It is not deserialized: input is parsed, so that a refusal names the reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct FriendlyName(String);

impl FriendlyName {
    /// Reads a name as a form, a file, the API or the XML platform sent it.
    ///
    /// # Errors
    /// [`TextError`] names the first rule that the text breaks.
    pub fn parse(input: &str) -> Result<Self, TextError> {
        text::line(input, policy::FRIENDLY_NAME_MAX).map(Self)
    }

    /// A name of the database, read as it is: it was parsed when it came in, perhaps by the rule of an earlier version.
    #[must_use]
    pub fn from_stored(text: String) -> Self {
        Self(text)
    }

    /// What is left of the name of a request that was replaced or cancelled.
    #[must_use]
    pub fn wiped() -> Self {
        Self(String::new())
    }

    /// The name as the patient reads it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether nothing is left of it.
    #[must_use]
    pub fn is_wiped(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for FriendlyName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<FriendlyName> for String {
    fn from(name: FriendlyName) -> Self {
        name.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_loses_the_blanks_at_its_ends_and_nothing_else() {
        let read = FriendlyName::parse("  Emma's  record ").map(String::from);
        assert_eq!(read.as_deref(), Ok("Emma's  record"));
    }

    #[test]
    fn a_name_that_no_one_could_read_is_refused_with_the_reason() {
        let max = policy::FRIENDLY_NAME_MAX;
        let long = "x".repeat(max + 1);
        for (name, reason) in [
            ("  ", TextError::Empty),
            ("\u{200d}", TextError::Invisible),
            (long.as_str(), TextError::TooLong { max }),
        ] {
            assert_eq!(FriendlyName::parse(name), Err(reason), "{name:?}");
        }
    }
}
