//! The fields of each section of the settings.

use super::{Form, ON, yes_or_no};
use crate::components::{Checkbox, Choices, Kind, Messages, Radio, TextArea, TextField};
use crate::pages::time_zone;
use domain::application::Section;
use domain::challenge::AnswerMode;
use domain::policy;
use leptos::prelude::*;
use std::ops::RangeInclusive;
use words::t;

/// What a section is called in the menu and above its fields.
pub(super) fn name(section: Section) -> String {
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

pub(super) fn fields(section: Section, form: &Form, messages: &Messages) -> AnyView {
    match section {
        Section::Clinic => clinic(form, messages).into_any(),
        Section::Contact => contact(form, messages).into_any(),
        Section::Looks => looks(form, messages).into_any(),
        Section::Success => success(form, messages).into_any(),
        Section::Statements => statements(form, messages).into_any(),
        Section::Codes => numbers(form, messages).into_any(),
        Section::Reminders => reminders(form).into_any(),
        Section::Staff => staff(form).into_any(),
    }
}

fn clinic(form: &Form, messages: &Messages) -> impl IntoView + use<> {
    view! {
        <TextField
            name="name"
            label=t!("settings-name")
            hint=Some(t!("settings-name-hint"))
            error=messages.at("name")
            value=form.name.clone()
            autocomplete="organization"
        />
        <TextField
            name="description"
            label=t!("settings-description")
            hint=Some(t!("settings-description-hint"))
            error=messages.at("description")
            value=form.description.clone()
            autocomplete="off"
        />
        {time_zone::field(&form.time_zone, messages)}
    }
}

fn contact(form: &Form, messages: &Messages) -> impl IntoView + use<> {
    view! {
        <p>{t!("settings-contact-about")}</p>
        <TextField
            name="phone"
            label=t!("settings-phone")
            hint=Some(t!("settings-phone-hint"))
            error=messages.at("phone")
            value=form.phone.clone()
            autocomplete="off"
        />
        <TextArea
            name="opening_hours"
            label=t!("settings-hours")
            hint=Some(t!("settings-hours-hint"))
            error=messages.at("opening_hours")
            value=form.opening_hours.clone()
        />
        <TextField
            name="email"
            label=t!("settings-email")
            kind=Kind::Email
            hint=Some(t!("settings-email-hint"))
            error=messages.at("email")
            value=form.email.clone()
            autocomplete="off"
        />
        <TextArea
            name="address"
            label=t!("settings-address")
            hint=Some(t!("settings-address-hint"))
            error=messages.at("address")
            value=form.address.clone()
        />
    }
}

fn looks(form: &Form, messages: &Messages) -> impl IntoView + use<> {
    view! {
        <TextField
            name="accent"
            label=t!("settings-accent")
            hint=Some(t!("settings-accent-hint"))
            error=messages.at("accent")
            value=form.accent.clone()
            autocomplete="off"
        />
    }
}

fn success(form: &Form, messages: &Messages) -> impl IntoView + use<> {
    view! {
        <TextArea
            name="success_message"
            label=t!("settings-success-label")
            hint=Some(t!("settings-success-hint"))
            error=messages.at("success_message")
            value=form.success_message.clone()
        />
    }
}

fn statements(form: &Form, messages: &Messages) -> impl IntoView + use<> {
    view! {
        <TextField
            name="privacy_url"
            label=t!("settings-privacy")
            hint=Some(t!("settings-url-hint"))
            error=messages.at("privacy_url")
            value=form.privacy_url.clone()
            autocomplete="off"
        />
        <TextField
            name="terms_url"
            label=t!("settings-terms")
            hint=Some(t!("settings-url-hint"))
            error=messages.at("terms_url")
            value=form.terms_url.clone()
            autocomplete="off"
        />
    }
}

fn numbers(form: &Form, messages: &Messages) -> impl IntoView + use<> {
    let is = |mode: AnswerMode| form.answer_mode == mode.name();
    let (strict, lenient) = (is(AnswerMode::Strict), is(AnswerMode::Lenient));
    view! {
        <p>{t!("settings-codes-about")}</p>
        <TextField
            name="lifetime_days"
            label=t!("settings-lifetime")
            kind=Kind::Digits
            hint=Some(between(&policy::LIFETIME_DAYS_RANGE))
            error=messages.at("lifetime_days")
            value=form.lifetime_days.clone()
            autocomplete="off"
        />
        <TextField
            name="wrong_answers"
            label=t!("settings-wrong-answers")
            kind=Kind::Digits
            hint=Some(between(&policy::WRONG_ANSWERS_RANGE))
            error=messages.at("wrong_answers")
            value=form.wrong_answers.clone()
            autocomplete="off"
        />
        <Choices name="answer_mode" legend=t!("settings-answers")>
            <Radio
                name="answer_mode"
                value=AnswerMode::Strict.name()
                label=t!("settings-answers-strict")
                checked=strict
            />
            <Radio
                name="answer_mode"
                value=AnswerMode::Lenient.name()
                label=t!("settings-answers-lenient")
                checked=lenient
            />
        </Choices>
    }
}

fn staff(form: &Form) -> impl IntoView + use<> {
    let with = form.staff_authenticator == yes_or_no(true);
    let without = form.staff_authenticator == yes_or_no(false);
    view! {
        <Choices name="staff_authenticator" legend=t!("settings-staff-authenticator")>
            <Radio
                name="staff_authenticator"
                value=yes_or_no(true)
                label=t!("settings-staff-authenticator-yes")
                hint=Some(t!("settings-staff-authenticator-yes-hint"))
                checked=with
            />
            <Radio
                name="staff_authenticator"
                value=yes_or_no(false)
                label=t!("settings-staff-authenticator-no")
                checked=without
            />
        </Choices>
    }
}

fn reminders(form: &Form) -> impl IntoView + use<> {
    let [first, second] = policy::REMINDER_DAYS;
    let wanted = !form.reminders.is_empty();
    view! {
        <Choices name="reminders" legend=t!("settings-reminders")>
            <Checkbox
                name="reminders"
                value=ON
                label=t!("settings-reminders-on", first = first, second = second)
                hint=Some(t!("settings-reminders-hint"))
                checked=wanted
            />
        </Choices>
    }
}

fn between(range: &RangeInclusive<u32>) -> String {
    t!(
        "settings-between",
        least = *range.start(),
        most = *range.end()
    )
}
