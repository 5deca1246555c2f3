//! The clinic's own ID of a patient.

use super::policy;
use super::text::{self, IdError};
use serde::Serialize;
use std::fmt;

/// An external ID: 1 to [`policy::EXTERNAL_ID_MAX`] visible characters, kept to the letter, without blanks at its ends.
///
/// Every origin compares it to the letter. It is not deserialized: input is parsed, so that a refusal names the reason.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct ExternalId(String);

impl ExternalId {
    /// Reads an ID as a form, a file, the API, the XML platform or the command line sent it.
    ///
    /// # Errors
    /// [`IdError`] names the first rule that the text breaks.
    pub fn parse(input: &str) -> Result<Self, IdError> {
        text::id(input, policy::EXTERNAL_ID_MAX).map(Self)
    }

    /// An ID of the database, read as it is: it was parsed when it came in, perhaps by the rule of an earlier version.
    #[must_use]
    pub fn from_stored(text: String) -> Self {
        Self(text)
    }

    /// The ID as the clinic wrote it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ExternalId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<ExternalId> for String {
    fn from(id: ExternalId) -> Self {
        id.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::TextError;

    #[test]
    fn ids_are_kept_to_the_letter() {
        for id in ["MRN-1", "mrn-1", "P 204/77", "Ä-1"] {
            let read = ExternalId::parse(id).map(String::from);
            assert_eq!(read.as_deref(), Ok(id));
        }
        assert_ne!(ExternalId::parse("mrn-1"), ExternalId::parse("MRN-1"));
    }

    #[test]
    fn ids_that_look_like_another_are_refused_with_the_reason() {
        let long = "x".repeat(policy::EXTERNAL_ID_MAX + 1);
        let max = policy::EXTERNAL_ID_MAX;
        for (id, reason) in [
            ("", IdError::Text(TextError::Empty)),
            ("MRN-1 ", IdError::BlankAtAnEnd),
            ("MRN\u{200d}-1", IdError::Text(TextError::Invisible)),
            (long.as_str(), IdError::Text(TextError::TooLong { max })),
        ] {
            assert_eq!(ExternalId::parse(id), Err(reason), "{id:?}");
        }
    }
}
