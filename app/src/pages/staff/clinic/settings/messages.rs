//! Why settings were not saved, each reason at its field.

use super::differences::STORED;
use crate::pages::staff::clinic::logo;
use crate::pages::time_zone;
use domain::accent::AccentError;
use domain::address::AddressError;
use domain::application::Section;
use domain::policy;
use domain::text::{BlockError, TextError};
use std::ops::RangeInclusive;
use words::t;

/// Why nothing was saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    Name(TextError),
    Description(TextError),
    TimeZone,
    Phone(TextError),
    Email(AddressError),
    Address(BlockError),
    OpeningHours(BlockError),
    Accent(AccentError),
    SuccessMessage(TextError),
    PrivacyUrl(AddressError),
    TermsUrl(AddressError),
    LifetimeDays,
    WrongAnswers,
    Logo(logo::Problem),
    /// Somebody else saved since the form was shown.
    ChangedMeanwhile,
}

impl Problem {
    /// The section that has its field; None where it is about no field.
    pub const fn section(&self) -> Option<Section> {
        match self {
            Self::Name(_) | Self::Description(_) | Self::TimeZone => Some(Section::Clinic),
            Self::Phone(_) | Self::Email(_) | Self::Address(_) | Self::OpeningHours(_) => {
                Some(Section::Contact)
            }
            Self::Accent(_) | Self::Logo(_) => Some(Section::Looks),
            Self::SuccessMessage(_) => Some(Section::Success),
            Self::PrivacyUrl(_) | Self::TermsUrl(_) => Some(Section::Statements),
            Self::LifetimeDays | Self::WrongAnswers => Some(Section::Codes),
            Self::ChangedMeanwhile => None,
        }
    }
}

/// In the order of the page, each with the name of its field: in the summary they stand beside each other.
pub(super) fn message(problem: &Problem) -> (&'static str, String) {
    match problem {
        Problem::Name(error) => ("name", text(*error, t!("settings-name"))),
        Problem::Description(error) => ("description", text(*error, t!("settings-description"))),
        Problem::TimeZone => (time_zone::NAME, time_zone::message()),
        Problem::Phone(error) => ("phone", text(*error, t!("settings-phone"))),
        Problem::OpeningHours(error) => ("opening_hours", block(*error, t!("settings-hours"))),
        Problem::Email(AddressError::Text(error)) => ("email", text(*error, t!("settings-email"))),
        Problem::Email(AddressError::Shape) => ("email", t!("settings-email-wrong")),
        Problem::Address(error) => ("address", block(*error, t!("settings-address"))),
        Problem::Accent(error) => ("accent", accent(error)),
        Problem::SuccessMessage(error) => (
            "success_message",
            text(*error, t!("settings-success-label")),
        ),
        Problem::PrivacyUrl(error) => ("privacy_url", url(*error, t!("settings-privacy"))),
        Problem::TermsUrl(error) => ("terms_url", url(*error, t!("settings-terms"))),
        Problem::LifetimeDays => (
            "lifetime_days",
            number(t!("settings-lifetime"), &policy::LIFETIME_DAYS_RANGE),
        ),
        Problem::WrongAnswers => (
            "wrong_answers",
            number(t!("settings-wrong-answers"), &policy::WRONG_ANSWERS_RANGE),
        ),
        Problem::ChangedMeanwhile => (STORED, t!("settings-changed")),
        Problem::Logo(problem) => (logo::FILE, logo::message(*problem)),
    }
}

fn text(error: TextError, field: String) -> String {
    match error {
        TextError::Empty => t!("settings-empty", field = field),
        TextError::TooLong { max } => t!("settings-long", field = field, max = max),
        TextError::Invisible => t!("settings-invisible", field = field),
    }
}

fn block(error: BlockError, field: String) -> String {
    match error {
        BlockError::Text(error) => text(error, field),
        BlockError::Lines { max } => t!("settings-lines", field = field, max = max),
    }
}

fn url(error: AddressError, field: String) -> String {
    match error {
        AddressError::Text(error) => text(error, field),
        AddressError::Shape => t!("settings-url-wrong"),
    }
}

fn number(field: String, range: &RangeInclusive<u32>) -> String {
    t!(
        "settings-number",
        field = field,
        least = *range.start(),
        most = *range.end()
    )
}

fn accent(error: &AccentError) -> String {
    match error {
        AccentError::Shape => t!("settings-accent-shape"),
        AccentError::Pale { tenths, nearest } => t!(
            "settings-accent-pale",
            ratio = format!("{}.{}", tenths / 10, tenths % 10),
            least = policy::CONTRAST.to_string(),
            nearest = nearest.clone()
        ),
    }
}
