//! The fields of each section of the settings, and the words of each setting.

use super::Form;
use crate::components::{Checkbox, Choices, Kind, Messages, Radio, TextArea, TextField};
use crate::pages::time_zone;
use domain::application::Section;
use domain::challenge::AnswerMode;
use domain::clinic_settings::{Control, Setting, YES};
use domain::policy;
use leptos::prelude::*;
use std::ops::RangeInclusive;
use words::Wording;
use words::t;

/// What a section is called in the menu and above its fields.
pub(super) fn name(section: Section) -> Wording {
    match section {
        Section::Clinic => t!("settings-clinic"),
        Section::Contact => t!("settings-contact"),
        Section::Looks => t!("settings-looks"),
        Section::Success => t!("settings-success"),
        Section::Statements => t!("settings-statements"),
        Section::Codes => t!("settings-codes"),
        Section::Reminders => t!("settings-reminders-heading"),
        Section::Staff => t!("settings-staff"),
    }
}

/// What a setting is called.
pub(super) fn label(setting: Setting) -> Wording {
    match setting {
        Setting::Name => t!("settings-name"),
        Setting::Description => t!("settings-description"),
        Setting::TimeZone => t!("time-zone"),
        Setting::Phone => t!("settings-phone"),
        Setting::OpeningHours => t!("settings-hours"),
        Setting::Email => t!("settings-email"),
        Setting::Address => t!("settings-address"),
        Setting::Accent => t!("settings-accent"),
        Setting::SuccessMessage => t!("settings-success-label"),
        Setting::PrivacyUrl => t!("settings-privacy"),
        Setting::TermsUrl => t!("settings-terms"),
        Setting::LifetimeDays => t!("settings-lifetime"),
        Setting::WrongAnswers => t!("settings-wrong-answers"),
        Setting::AnswerMode => t!("settings-answers"),
        Setting::StaffAuthenticator => t!("settings-staff-authenticator"),
        Setting::Reminders => t!("settings-reminders"),
    }
}

/// What a setting is for. A choice and a switch say it at their options.
fn hint(setting: Setting) -> Option<Wording> {
    Some(match setting {
        Setting::Name => t!("settings-name-hint"),
        Setting::Description => t!("settings-description-hint"),
        Setting::Phone => t!("settings-phone-hint"),
        Setting::OpeningHours => t!("settings-hours-hint"),
        Setting::Email => t!("settings-email-hint"),
        Setting::Address => t!("settings-address-hint"),
        Setting::Accent => t!("settings-accent-hint"),
        Setting::SuccessMessage => t!("settings-success-hint"),
        Setting::PrivacyUrl | Setting::TermsUrl => t!("settings-url-hint"),
        Setting::LifetimeDays => between(&policy::LIFETIME_DAYS_RANGE),
        Setting::WrongAnswers => between(&policy::WRONG_ANSWERS_RANGE),
        Setting::TimeZone
        | Setting::AnswerMode
        | Setting::StaffAuthenticator
        | Setting::Reminders => return None,
    })
}

/// An option of a choice or the box of a switch, with what it means where that needs saying.
fn option(setting: Setting, value: &str) -> (Wording, Option<Wording>) {
    match setting {
        Setting::AnswerMode if value == AnswerMode::Lenient.name() => {
            (t!("settings-answers-lenient"), None)
        }
        Setting::AnswerMode => (t!("settings-answers-strict"), None),
        Setting::StaffAuthenticator if value == YES => (
            t!("settings-staff-authenticator-yes"),
            Some(t!("settings-staff-authenticator-yes-hint")),
        ),
        Setting::StaffAuthenticator => (t!("settings-staff-authenticator-no"), None),
        Setting::Reminders => {
            let [first, second] = policy::REMINDER_DAYS;
            let label = t!("settings-reminders-on", first = first, second = second);
            (label, Some(t!("settings-reminders-hint")))
        }
        _ => (value.to_owned().into(), None),
    }
}

/// A value as people read it.
pub(super) fn shown(setting: Setting, value: &str) -> Wording {
    match setting.control() {
        Control::Choice(_) => option(setting, value).0,
        Control::Switch if value == YES => t!("settings-changed-on"),
        Control::Switch => t!("settings-changed-off"),
        _ => value.to_owned().into(),
    }
}

pub(super) fn fields(section: Section, form: &Form, messages: &Messages) -> impl IntoView + use<> {
    let about = match section {
        Section::Contact => Some(t!("settings-contact-about")),
        Section::Codes => Some(t!("settings-codes-about")),
        _ => None,
    };
    let fields: Vec<_> = Setting::of_section(section)
        .map(|setting| field(setting, form.value(setting), messages))
        .collect();
    view! {
        {about.map(|about| view! { <p>{about}</p> })}
        {fields}
    }
}

fn field(setting: Setting, value: &str, messages: &Messages) -> AnyView {
    let name = setting.name();
    let (label, hint, error) = (label(setting), hint(setting), messages.at(name));
    let line = |kind: Kind| {
        let autocomplete = if setting == Setting::Name {
            "organization"
        } else {
            "off"
        };
        view! {
            <TextField
                name=name
                label=label.clone()
                kind=kind
                hint=hint.clone()
                error=error.clone()
                value=value.to_owned()
                autocomplete=autocomplete
            />
        }
        .into_any()
    };
    match setting.control() {
        Control::Line => line(Kind::Text),
        Control::Email => line(Kind::Email),
        Control::Number(_) => line(Kind::Digits),
        Control::TimeZone => time_zone::field(value, messages).into_any(),
        Control::Lines => view! {
            <TextArea name=name label=label hint=hint error=error value=value.to_owned() />
        }
        .into_any(),
        Control::Choice(values) => choice(setting, values, value, error).into_any(),
        Control::Switch => switch(setting, value == YES).into_any(),
    }
}

fn choice(
    setting: Setting,
    values: [&'static str; 2],
    chosen: &str,
    error: Option<Wording>,
) -> impl IntoView + use<> {
    let radios = values.map(|value| {
        let (label, hint) = option(setting, value);
        let checked = value == chosen;
        view! {
            <Radio
                name=setting.name()
                value=value
                label=label
                hint=hint
                checked=checked
            />
        }
    });
    view! {
        <Choices name=setting.name() legend=label(setting) error=error>
            {radios.into_iter().collect_view()}
        </Choices>
    }
}

fn switch(setting: Setting, on: bool) -> impl IntoView + use<> {
    let (words, hint) = option(setting, YES);
    view! {
        <Choices name=setting.name() legend=label(setting)>
            <Checkbox
                name=setting.name()
                value=YES
                label=words
                hint=hint
                checked=on
            />
        </Choices>
    }
}

fn between(range: &RangeInclusive<u32>) -> Wording {
    t!(
        "settings-between",
        least = *range.start(),
        most = *range.end()
    )
}
