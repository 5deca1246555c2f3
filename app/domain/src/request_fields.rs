//! The fields of a new request, in one table: what files and the XML platform call a field, its limit, and whether it is required.
//!
//! The form and the API name a field as [`Field::name`] does; a file has columns of the same names; the XML platform has
//! elements of its own. The file's reader and template, the XML platform and the checks of `new_request` read this table,
//! and a test compares the API's description with it.

use super::policy;
use crate::named;
use serde::{Deserialize, Serialize};
use std::fmt;

/// The fields as they came in; kept so that a refused form can be shown again.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Draft {
    pub friendly_name: String,
    /// The name of a [`Proof`](super::connect_request::Proof); empty for the patient's own question.
    pub proof: String,
    pub question: String,
    pub answer: String,
    pub external_id: String,
    /// The name of a [`Delivery`](super::connect_request::Delivery); empty for an email where there is an address, and
    /// for a letter where there is none.
    pub delivery: String,
    pub email: String,
    /// Empty for English.
    pub language: String,
    /// No form asks for it.
    #[serde(skip)]
    pub callback_url: String,
    /// Why a pair that is easy to guess is good enough; asked for at the desk only.
    pub reason: String,
    /// The id of the request whose place it takes; empty where it takes none.
    pub replaces: String,
}

/// Question and answer stay out of logs.
impl fmt::Debug for Draft {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Draft").finish_non_exhaustive()
    }
}

named! {
    /// In the order of the form. Kept by these names in reports of imports.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
    pub enum Field {
        ExternalId = "external_id",
        FriendlyName = "friendly_name",
        Proof = "proof",
        Question = "question",
        Answer = "answer",
        Reason = "reason",
        Delivery = "delivery",
        Email = "email",
        Language = "language",
        CallbackUrl = "callback_url",
    }
}

/// What is known of a field.
#[derive(Clone, Copy)]
pub struct Row {
    pub field: Field,
    /// The longest text, in characters; None for one of a few names and for a language.
    pub max: Option<usize>,
    /// Whether no request can do without it.
    pub required: bool,
    /// Whether a file may have a column of it.
    pub column: bool,
    /// Whether the API takes it.
    pub json: bool,
    /// Its element of `CreateConnectRequest`.
    pub element: Option<&'static str>,
    text: fn(&mut Draft) -> &mut String,
}

const PLAIN: Row = Row {
    field: Field::Proof,
    max: None,
    required: false,
    column: false,
    json: false,
    element: None,
    text: |draft| &mut draft.proof,
};

/// A field of the form, a file and the API; in the XML platform where it has an element.
const fn everywhere(
    field: Field,
    max: Option<usize>,
    element: Option<&'static str>,
    text: fn(&mut Draft) -> &mut String,
) -> Row {
    Row {
        field,
        max,
        required: element.is_some(),
        column: true,
        json: true,
        element,
        text,
    }
}

/// Every field, in the order of a file's columns.
pub const FIELDS: [Row; Field::ALL.len()] = [
    everywhere(
        Field::ExternalId,
        Some(policy::EXTERNAL_ID_MAX),
        Some("external-id"),
        |draft| &mut draft.external_id,
    ),
    everywhere(
        Field::FriendlyName,
        Some(policy::FRIENDLY_NAME_MAX),
        Some("friendly-name"),
        |draft| &mut draft.friendly_name,
    ),
    everywhere(
        Field::Question,
        Some(policy::QUESTION_MAX),
        Some("question"),
        |draft| &mut draft.question,
    ),
    everywhere(
        Field::Answer,
        Some(policy::ANSWER_MAX),
        Some("answer"),
        |draft| &mut draft.answer,
    ),
    everywhere(Field::Email, Some(policy::EMAIL_MAX), None, |draft| {
        &mut draft.email
    }),
    everywhere(Field::Language, None, None, |draft| &mut draft.language),
    Row {
        field: Field::Reason,
        max: Some(policy::REASON_MAX),
        column: true,
        text: |draft| &mut draft.reason,
        ..PLAIN
    },
    PLAIN,
    Row {
        field: Field::Delivery,
        text: |draft| &mut draft.delivery,
        ..PLAIN
    },
    Row {
        field: Field::CallbackUrl,
        max: Some(policy::WEB_ADDRESS_MAX),
        json: true,
        element: Some("call-back-url"),
        text: |draft| &mut draft.callback_url,
        ..PLAIN
    },
];

impl Field {
    /// The fields that a file may have columns of, in the order of the template.
    pub fn columns() -> impl Iterator<Item = Self> {
        FIELDS
            .into_iter()
            .filter(|row| row.column)
            .map(|row| row.field)
    }

    /// The field of a column's name; forgives case, and blanks or dashes in place of lines.
    #[must_use]
    pub fn of_column(name: &str) -> Option<Self> {
        let name = name.trim().to_lowercase().replace([' ', '-'], "_");
        Self::columns().find(|column| column.name() == name)
    }

    /// The row of the table.
    #[must_use]
    pub fn row(self) -> Row {
        let row = FIELDS.into_iter().find(|row| row.field == self);
        row.unwrap_or(PLAIN)
    }
}

impl Draft {
    /// Sets a field to a text as it came in.
    pub fn set(&mut self, field: Field, text: String) {
        *(field.row().text)(self) = text;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_field_has_one_row_with_a_place_of_its_own_in_the_draft() {
        let mut draft = Draft::default();
        for field in Field::ALL {
            let rows = FIELDS.iter().filter(|row| row.field == field);
            assert_eq!(rows.count(), 1, "{}", field.name());
            draft.set(field, field.name().to_owned());
        }
        for row in FIELDS {
            assert_eq!(*(row.text)(&mut draft), row.field.name());
        }
    }

    #[test]
    fn columns_are_known_in_the_spellings_of_spreadsheets() {
        for name in ["external_id", " External ID ", "EXTERNAL-ID"] {
            assert_eq!(Field::of_column(name), Some(Field::ExternalId));
        }
        for name in ["birthday", "callback_url", "proof", "delivery"] {
            assert_eq!(Field::of_column(name), None, "{name}");
        }
        for column in Field::columns() {
            assert_eq!(Field::of_column(column.name()), Some(column));
        }
    }

    #[test]
    fn the_columns_are_those_that_files_have_had() {
        let names: Vec<_> = Field::columns().map(Field::name).collect();
        let known = "external_id friendly_name question answer email language reason";
        assert_eq!(names.join(" "), known);
    }
}
