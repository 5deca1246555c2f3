//! `/staff/settings`: what patients read of the clinic, and the numbers it may set. For managers.

use crate::components::{
    Button, Choices, Document, ErrorSummary, Frame, Kind, Messages, Notice, Radio, Room, TextArea,
    TextField, Tone, document,
};
use crate::domain::application::Application;
use crate::domain::challenge::AnswerMode;
use crate::domain::policy;
use crate::domain::text::{AddressError, TextError};
use crate::page::Page;
use crate::t;
use leptos::prelude::*;
use serde::Deserialize;
use std::ops::RangeInclusive;

/// What was typed, or what holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Form {
    pub name: String,
    pub phone: String,
    pub email: String,
    pub success_message: String,
    pub privacy_url: String,
    pub terms_url: String,
    pub lifetime_days: String,
    pub wrong_answers: String,
    pub answer_mode: String,
    pub staff_authenticator: String,
}

impl From<Application> for Form {
    fn from(application: Application) -> Self {
        Self {
            name: application.name,
            phone: application.phone,
            email: application.email.unwrap_or_default(),
            success_message: application.success_message,
            privacy_url: application.privacy_url.unwrap_or_default(),
            terms_url: application.terms_url.unwrap_or_default(),
            lifetime_days: application.policy.lifetime_days.to_string(),
            wrong_answers: application.policy.wrong_answers.to_string(),
            answer_mode: application.answer_mode.name().to_owned(),
            staff_authenticator: yes_or_no(application.staff_authenticator).to_owned(),
        }
    }
}

const fn yes_or_no(yes: bool) -> &'static str {
    if yes { "yes" } else { "no" }
}

/// Why nothing was saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    Name(TextError),
    Phone(TextError),
    Email(AddressError),
    SuccessMessage(TextError),
    PrivacyUrl(AddressError),
    TermsUrl(AddressError),
    LifetimeDays,
    WrongAnswers,
}

#[derive(Clone, Default)]
pub struct View {
    pub form: Form,
    pub saved: bool,
    pub problem: Option<Problem>,
}

fn message(problem: Problem) -> (&'static str, String) {
    let address = |error, shape: String| match error {
        AddressError::Text(error) => text(error),
        AddressError::Shape => shape,
    };
    match problem {
        Problem::Name(error) => ("name", text(error)),
        Problem::Phone(error) => ("phone", text(error)),
        Problem::Email(error) => ("email", address(error, t!("settings-email-wrong"))),
        Problem::SuccessMessage(error) => ("success_message", text(error)),
        Problem::PrivacyUrl(error) => ("privacy_url", address(error, t!("settings-url-wrong"))),
        Problem::TermsUrl(error) => ("terms_url", address(error, t!("settings-url-wrong"))),
        Problem::LifetimeDays => ("lifetime_days", between(&policy::LIFETIME_DAYS_RANGE)),
        Problem::WrongAnswers => ("wrong_answers", between(&policy::WRONG_ANSWERS_RANGE)),
    }
}

fn text(error: TextError) -> String {
    match error {
        TextError::Empty => t!("settings-empty"),
        TextError::TooLong { max } => t!("settings-long", max = max),
        TextError::Invisible => t!("settings-invisible"),
    }
}

fn between(range: &RangeInclusive<u32>) -> String {
    t!(
        "settings-between",
        least = *range.start(),
        most = *range.end()
    )
}

pub fn page(frame: &Frame, view: &View) -> Page {
    let messages: Messages = view.problem.into_iter().map(message).collect();
    let about = Document {
        errors: messages.any(),
        ..Document::new(Room::Staff, t!("settings-heading"))
    };
    document(frame, about, || {
        let saved = view.saved;
        view! {
            <ErrorSummary messages=&messages />
            {saved.then(|| view! { <Notice tone=Tone::Success>{t!("settings-saved")}</Notice> })}
            <div class="setting-up">
                <h1>{t!("settings-heading")}</h1>
                <form method="post" action="/staff/settings" novalidate>
                    {clinic(&view.form, &messages).into_any()}
                    {success(&view.form, &messages).into_any()}
                    {statements(&view.form, &messages).into_any()}
                    {numbers(&view.form, &messages).into_any()}
                    {staff(&view.form).into_any()}
                    <Button>{t!("settings-save")}</Button>
                </form>
            </div>
        }
    })
}

fn clinic(form: &Form, messages: &Messages) -> impl IntoView + use<> {
    view! {
        <h2>{t!("settings-clinic")}</h2>
        <TextField
            name="name"
            label=t!("settings-name")
            hint=Some(t!("settings-name-hint"))
            error=messages.at("name")
            value=form.name.clone()
            autocomplete="organization"
        />
        <TextField
            name="phone"
            label=t!("settings-phone")
            hint=Some(t!("settings-phone-hint"))
            error=messages.at("phone")
            value=form.phone.clone()
            autocomplete="off"
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
    }
}

fn success(form: &Form, messages: &Messages) -> impl IntoView + use<> {
    view! {
        <h2>{t!("settings-success")}</h2>
        <TextArea
            name="success_message"
            label=t!("settings-success-label")
            hint=Some(t!("settings-success-hint"))
            error=messages.at("success_message")
            value=form.success_message.clone()
        />
        <p>
            <button
                type="submit"
                class="button secondary"
                formaction="/staff/settings/preview"
                formtarget="_blank"
            >
                {t!("settings-preview")}
            </button>
        </p>
    }
}

fn statements(form: &Form, messages: &Messages) -> impl IntoView + use<> {
    view! {
        <h2>{t!("settings-statements")}</h2>
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
        <h2>{t!("settings-codes")}</h2>
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
        <h2>{t!("settings-staff")}</h2>
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
