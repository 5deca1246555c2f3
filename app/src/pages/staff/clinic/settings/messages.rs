//! Why settings were not saved, each reason at its field.

use super::differences::STORED;
use super::sections::label;
use crate::pages::staff::clinic::logo;
use crate::pages::time_zone;
use domain::accent::AccentError;
use domain::application::Section;
use domain::clinic_settings::{Control, Setting, SettingError};
use domain::policy;
use domain::text::TextError;
use std::ops::RangeInclusive;
use words::Wording;
use words::t;

/// Why nothing was saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    Setting(Setting, SettingError),
    Logo(logo::Problem),
    /// Another manager saved since the form was shown.
    ChangedMeanwhile,
}

impl Problem {
    /// The section that has its field; None where it is about no field.
    pub fn section(&self) -> Option<Section> {
        match self {
            Self::Setting(setting, _) => Some(setting.section()),
            Self::Logo(_) => Some(Section::Looks),
            Self::ChangedMeanwhile => None,
        }
    }
}

/// The name of the field, and what is wrong with it.
pub(super) fn message(problem: &Problem) -> (&'static str, Wording) {
    match problem {
        Problem::Setting(setting, error) => (setting.name(), setting_message(*setting, error)),
        Problem::ChangedMeanwhile => (STORED, t!("settings-changed")),
        Problem::Logo(problem) => (logo::FILE, logo::message(*problem)),
    }
}

fn setting_message(setting: Setting, error: &SettingError) -> Wording {
    let field = label(setting);
    match (error, setting.control()) {
        (SettingError::Text(error), _) => text(*error, field),
        (SettingError::Lines { max }, _) => t!("settings-lines", field = field, max = *max),
        (SettingError::Address, Control::Email) => t!("settings-email-wrong"),
        (SettingError::Address, _) => t!("settings-url-wrong"),
        (SettingError::TimeZone, _) => time_zone::message(),
        (SettingError::Accent(error), _) => accent(error),
        (SettingError::Range, Control::Number(range)) => number(field, &range),
        (SettingError::Range | SettingError::Choice, _) => t!("settings-choice", field = field),
    }
}

fn text(error: TextError, field: Wording) -> Wording {
    match error {
        TextError::Empty => t!("settings-empty", field = field),
        TextError::TooLong { max } => t!("settings-long", field = field, max = max),
        TextError::Invisible => t!("settings-invisible", field = field),
    }
}

fn number(field: Wording, range: &RangeInclusive<u32>) -> Wording {
    t!(
        "settings-number",
        field = field,
        least = *range.start(),
        most = *range.end()
    )
}

fn accent(error: &AccentError) -> Wording {
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
