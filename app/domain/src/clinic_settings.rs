//! What a clinic may set: one table, which the settings page, its messages, the command line and the service read.
//!
//! A setting is a text here, as a form or the command line has it; [`Setting::set`] reads and checks it.

use crate::accent::{Accent, AccentError};
use crate::address::{self, AddressError};
use crate::application::{Application, Section};
use crate::challenge::AnswerMode;
use crate::named;
use crate::policy;
use crate::text::{self, BlockError, TextError};
use crate::zone::Zone;
use std::ops::RangeInclusive;

named! {
    /// A setting, by the name of its field; the command line writes `-` in place of `_`.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
    pub enum Setting {
        Name = "name",
        Description = "description",
        TimeZone = "time_zone",
        Phone = "phone",
        OpeningHours = "opening_hours",
        Email = "email",
        Address = "address",
        Accent = "accent",
        SuccessMessage = "success_message",
        PrivacyUrl = "privacy_url",
        TermsUrl = "terms_url",
        LifetimeDays = "lifetime_days",
        WrongAnswers = "wrong_answers",
        AnswerMode = "answer_mode",
        StaffAuthenticator = "staff_authenticator",
        Reminders = "reminders",
    }
}

/// The control that a setting is typed into or chosen with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Control {
    Line,
    Lines,
    Email,
    TimeZone,
    Number(RangeInclusive<u32>),
    /// One of these values.
    Choice([&'static str; 2]),
    /// Checked or not.
    Switch,
}

/// Why a text cannot be the value of a setting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SettingError {
    Text(TextError),
    /// More lines than `max`.
    Lines {
        max: usize,
    },
    /// Not an email address, or not a web address.
    Address,
    /// Not a name of the tz database.
    TimeZone,
    Accent(AccentError),
    /// Not a number, or out of the range of [`Control::Number`].
    Range,
    /// Not one of the values of [`Control::Choice`] or [`Control::Switch`].
    Choice,
}

impl From<TextError> for SettingError {
    fn from(error: TextError) -> Self {
        Self::Text(error)
    }
}

impl From<BlockError> for SettingError {
    fn from(error: BlockError) -> Self {
        match error {
            BlockError::Text(error) => Self::Text(error),
            BlockError::Lines { max } => Self::Lines { max },
        }
    }
}

impl From<AddressError> for SettingError {
    fn from(error: AddressError) -> Self {
        match error {
            AddressError::Text(error) => Self::Text(error),
            AddressError::Shape => Self::Address,
        }
    }
}

impl From<AccentError> for SettingError {
    fn from(error: AccentError) -> Self {
        Self::Accent(error)
    }
}

/// What is known of a setting, beside its name and its words.
struct Row {
    #[cfg(test)]
    setting: Setting,
    section: Section,
    control: Control,
    get: fn(&Application) -> String,
    set: fn(&mut Application, &str) -> Result<(), SettingError>,
}

impl Setting {
    /// The settings of a section, in the order of its page.
    pub fn of_section(section: Section) -> impl Iterator<Item = Self> {
        let here = move |setting: &Self| setting.section() == section;
        Self::ALL.into_iter().filter(here)
    }

    pub fn section(self) -> Section {
        self.row().section
    }

    pub fn control(self) -> Control {
        self.row().control.clone()
    }

    /// The value of an application, as [`Self::set`] reads it.
    pub fn value(self, application: &Application) -> String {
        (self.row().get)(application)
    }

    /// Sets the value; a text that cannot be read changes nothing.
    pub fn set(self, application: &mut Application, input: &str) -> Result<(), SettingError> {
        (self.row().set)(application, input)
    }

    fn row(self) -> &'static Row {
        &TABLE[self as usize]
    }
}

/// One row for each setting, in the order of [`Setting::ALL`].
static TABLE: [Row; Setting::ALL.len()] = [
    Row {
        #[cfg(test)]
        setting: Setting::Name,
        section: Section::Clinic,
        control: Control::Line,
        get: |clinic| clinic.name.clone(),
        set: |clinic, input| {
            clinic.name = text::line(input, policy::NAME_MAX)?;
            Ok(())
        },
    },
    Row {
        #[cfg(test)]
        setting: Setting::Description,
        section: Section::Clinic,
        control: Control::Line,
        get: |clinic| clinic.description.clone(),
        set: |clinic, input| {
            let read = |input: &str| text::line(input, policy::DESCRIPTION_MAX);
            clinic.description = unless_empty(input, read)?.unwrap_or_default();
            Ok(())
        },
    },
    Row {
        #[cfg(test)]
        setting: Setting::TimeZone,
        section: Section::Clinic,
        control: Control::TimeZone,
        get: |clinic| clinic.time_zone.name().to_owned(),
        set: |clinic, input| {
            clinic.time_zone = Zone::parse(input).ok_or(SettingError::TimeZone)?;
            Ok(())
        },
    },
    Row {
        #[cfg(test)]
        setting: Setting::Phone,
        section: Section::Contact,
        control: Control::Line,
        get: |clinic| clinic.phone.clone(),
        set: |clinic, input| {
            clinic.phone = text::line(input, policy::NAME_MAX)?;
            Ok(())
        },
    },
    Row {
        #[cfg(test)]
        setting: Setting::OpeningHours,
        section: Section::Contact,
        control: Control::Lines,
        get: |clinic| clinic.opening_hours.clone(),
        set: |clinic, input| {
            let (max, lines) = (policy::OPENING_HOURS_MAX, policy::OPENING_HOURS_LINES);
            let read = |input: &str| text::block(input, max, lines);
            clinic.opening_hours = unless_empty(input, read)?.unwrap_or_default();
            Ok(())
        },
    },
    Row {
        #[cfg(test)]
        setting: Setting::Email,
        section: Section::Contact,
        control: Control::Email,
        get: |clinic| clinic.email.clone().unwrap_or_default(),
        set: |clinic, input| {
            let read = |input: &str| address::email(input, policy::EMAIL_MAX);
            clinic.email = unless_empty(input, read)?;
            Ok(())
        },
    },
    Row {
        #[cfg(test)]
        setting: Setting::Address,
        section: Section::Contact,
        control: Control::Lines,
        get: |clinic| clinic.address.clone(),
        set: |clinic, input| {
            let (max, lines) = (policy::ADDRESS_MAX, policy::ADDRESS_LINES);
            let read = |input: &str| text::block(input, max, lines);
            clinic.address = unless_empty(input, read)?.unwrap_or_default();
            Ok(())
        },
    },
    Row {
        #[cfg(test)]
        setting: Setting::Accent,
        section: Section::Looks,
        control: Control::Line,
        get: |clinic| clinic.accent.map(Accent::hex).unwrap_or_default(),
        set: |clinic, input| {
            clinic.accent = unless_empty(input, Accent::parse)?;
            Ok(())
        },
    },
    Row {
        #[cfg(test)]
        setting: Setting::SuccessMessage,
        section: Section::Success,
        control: Control::Lines,
        get: |clinic| clinic.success_message.clone(),
        set: |clinic, input| {
            clinic.success_message = text::lines(input, policy::SUCCESS_MESSAGE_MAX)?;
            Ok(())
        },
    },
    Row {
        #[cfg(test)]
        setting: Setting::PrivacyUrl,
        section: Section::Statements,
        control: Control::Line,
        get: |clinic| clinic.privacy_url.clone().unwrap_or_default(),
        set: |clinic, input| {
            clinic.privacy_url = unless_empty(input, web_address)?;
            Ok(())
        },
    },
    Row {
        #[cfg(test)]
        setting: Setting::TermsUrl,
        section: Section::Statements,
        control: Control::Line,
        get: |clinic| clinic.terms_url.clone().unwrap_or_default(),
        set: |clinic, input| {
            clinic.terms_url = unless_empty(input, web_address)?;
            Ok(())
        },
    },
    Row {
        #[cfg(test)]
        setting: Setting::LifetimeDays,
        section: Section::Codes,
        control: Control::Number(policy::LIFETIME_DAYS_RANGE),
        get: |clinic| clinic.policy.lifetime_days.to_string(),
        set: |clinic, input| {
            clinic.policy.lifetime_days = within(input, &policy::LIFETIME_DAYS_RANGE)?;
            Ok(())
        },
    },
    Row {
        #[cfg(test)]
        setting: Setting::WrongAnswers,
        section: Section::Codes,
        control: Control::Number(policy::WRONG_ANSWERS_RANGE),
        get: |clinic| clinic.policy.wrong_answers.to_string(),
        set: |clinic, input| {
            clinic.policy.wrong_answers = within(input, &policy::WRONG_ANSWERS_RANGE)?;
            Ok(())
        },
    },
    Row {
        #[cfg(test)]
        setting: Setting::AnswerMode,
        section: Section::Codes,
        control: Control::Choice([AnswerMode::Strict.name(), AnswerMode::Lenient.name()]),
        get: |clinic| clinic.answer_mode.name().to_owned(),
        set: |clinic, input| {
            clinic.answer_mode = AnswerMode::from_name(input).ok_or(SettingError::Choice)?;
            Ok(())
        },
    },
    Row {
        #[cfg(test)]
        setting: Setting::StaffAuthenticator,
        section: Section::Staff,
        control: Control::Choice([YES, NO]),
        get: |clinic| yes_or_no(clinic.staff_authenticator).to_owned(),
        set: |clinic, input| {
            clinic.staff_authenticator = is_yes(input)?;
            Ok(())
        },
    },
    Row {
        #[cfg(test)]
        setting: Setting::Reminders,
        section: Section::Reminders,
        control: Control::Switch,
        get: |clinic| yes_or_no(clinic.reminders).to_owned(),
        set: |clinic, input| {
            clinic.reminders = is_yes(input)?;
            Ok(())
        },
    },
];

/// The two values of a setting that is on or off.
pub const YES: &str = "yes";
pub const NO: &str = "no";

const fn yes_or_no(yes: bool) -> &'static str {
    if yes { YES } else { NO }
}

fn is_yes(input: &str) -> Result<bool, SettingError> {
    match input {
        YES => Ok(true),
        NO => Ok(false),
        _ => Err(SettingError::Choice),
    }
}

fn unless_empty<T, E>(
    input: &str,
    read: impl FnOnce(&str) -> Result<T, E>,
) -> Result<Option<T>, E> {
    match input.trim() {
        "" => Ok(None),
        input => read(input).map(Some),
    }
}

fn web_address(input: &str) -> Result<String, AddressError> {
    address::web_address(input, policy::WEB_ADDRESS_MAX)
}

fn within(input: &str, range: &RangeInclusive<u32>) -> Result<u32, SettingError> {
    let number = input.trim().parse().ok();
    number
        .filter(|number| range.contains(number))
        .ok_or(SettingError::Range)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_setting_finds_its_own_row() {
        let rows: Vec<Setting> = TABLE.iter().map(|row| row.setting).collect();
        assert_eq!(rows, Setting::ALL);
    }
}
