//! `/staff/settings`: what patients read and see of the clinic, and the numbers it may set. For managers.

use super::logo;
use crate::components::{
    Button, Checkbox, Choices, Document, ErrorSummary, Frame, Kind, Messages, Notice, Radio, Room,
    TextArea, TextField, Tone, document,
};
use crate::page::Page;
use crate::pages::patient::done;
use crate::pages::time_zone;
use domain::accent::{Accent, AccentError};
use domain::application::{Application, Logo};
use domain::challenge::AnswerMode;
use domain::clinic::Clinic;
use domain::policy;
use domain::text::{AddressError, BlockError, TextError};
use domain::timestamp::Timestamp;
use leptos::prelude::*;
use serde::Deserialize;
use std::ops::RangeInclusive;
use words::t;

/// What was typed, or what holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Form {
    pub name: String,
    pub description: String,
    pub phone: String,
    pub email: String,
    pub address: String,
    pub opening_hours: String,
    pub time_zone: String,
    pub accent: String,
    pub success_message: String,
    pub privacy_url: String,
    pub terms_url: String,
    pub lifetime_days: String,
    pub wrong_answers: String,
    pub answer_mode: String,
    pub staff_authenticator: String,
    /// Not empty where they are wanted.
    pub reminders: String,
    /// What the form showed.
    pub seen: String,
}

/// The value of a box that is ticked.
const ON: &str = "on";

impl From<Application> for Form {
    fn from(application: Application) -> Self {
        Self {
            name: application.name,
            description: application.description,
            phone: application.phone,
            email: application.email.unwrap_or_default(),
            address: application.address,
            opening_hours: application.opening_hours,
            time_zone: application.time_zone.name().to_owned(),
            accent: application.accent.map(Accent::hex).unwrap_or_default(),
            success_message: application.success_message,
            privacy_url: application.privacy_url.unwrap_or_default(),
            terms_url: application.terms_url.unwrap_or_default(),
            lifetime_days: application.policy.lifetime_days.to_string(),
            wrong_answers: application.policy.wrong_answers.to_string(),
            answer_mode: application.answer_mode.name().to_owned(),
            staff_authenticator: yes_or_no(application.staff_authenticator).to_owned(),
            reminders: if application.reminders { ON } else { "" }.to_owned(),
            seen: String::new(),
        }
    }
}

const fn yes_or_no(yes: bool) -> &'static str {
    if yes { "yes" } else { "no" }
}

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

#[derive(Clone, Default)]
pub struct View {
    pub form: Form,
    pub logo: Option<Logo>,
    pub saved: bool,
    pub problems: Vec<Problem>,
    /// What is stored, where somebody else saved it meanwhile.
    pub stored: Option<Form>,
}

/// In the order of the page, each with the name of its field: in the summary they stand beside each other.
fn message(problem: &Problem) -> (&'static str, String) {
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

fn between(range: &RangeInclusive<u32>) -> String {
    t!(
        "settings-between",
        least = *range.start(),
        most = *range.end()
    )
}

pub fn page(frame: &Frame, view: &View) -> Page {
    let messages: Messages = view.problems.iter().map(message).collect();
    let about = Document {
        errors: messages.any(),
        accent: Accent::parse(&view.form.accent).ok(),
        ..Document::new(Room::Staff, t!("settings-heading"))
    };
    document(frame, about, || {
        let saved = view.saved;
        view! {
            <ErrorSummary messages=&messages />
            {saved.then(|| view! { <Notice tone=Tone::Success>{t!("settings-saved")}</Notice> })}
            <div class="setting-up">
                <h1>{t!("settings-heading")}</h1>
                {view.stored.as_ref().map(|stored| differences(&view.form, stored))}
                <form method="post" action="/staff/settings" novalidate>
                    <input type="hidden" name="seen" value=view.form.seen.clone() />
                    {clinic(&view.form, &messages).into_any()}
                    {contact(&view.form, &messages).into_any()}
                    {looks(&view.form, &messages).into_any()}
                    {success(view, &messages).into_any()}
                    {statements(&view.form, &messages).into_any()}
                    {numbers(&view.form, &messages).into_any()}
                    {staff(&view.form).into_any()}
                    {reminders(&view.form).into_any()}
                    <Button>{t!("settings-save")}</Button>
                </form>
                {logo::form(view.logo.as_ref(), &messages).into_any()}
            </div>
        }
    })
}

/// Where the page says what somebody else saved.
const STORED: &str = "stored";

/// What is stored now, where that is not what was typed.
fn differences(typed: &Form, stored: &Form) -> impl IntoView + use<> {
    let rows: Vec<_> = [
        (t!("settings-name"), &typed.name, &stored.name),
        (
            t!("settings-description"),
            &typed.description,
            &stored.description,
        ),
        (t!("time-zone"), &typed.time_zone, &stored.time_zone),
        (t!("settings-phone"), &typed.phone, &stored.phone),
        (
            t!("settings-hours"),
            &typed.opening_hours,
            &stored.opening_hours,
        ),
        (t!("settings-email"), &typed.email, &stored.email),
        (t!("settings-address"), &typed.address, &stored.address),
        (t!("settings-accent"), &typed.accent, &stored.accent),
        (
            t!("settings-success-label"),
            &typed.success_message,
            &stored.success_message,
        ),
        (
            t!("settings-privacy"),
            &typed.privacy_url,
            &stored.privacy_url,
        ),
        (t!("settings-terms"), &typed.terms_url, &stored.terms_url),
        (
            t!("settings-lifetime"),
            &typed.lifetime_days,
            &stored.lifetime_days,
        ),
        (
            t!("settings-wrong-answers"),
            &typed.wrong_answers,
            &stored.wrong_answers,
        ),
        (
            t!("settings-answers"),
            &answers(&typed.answer_mode),
            &answers(&stored.answer_mode),
        ),
        (
            t!("settings-staff-authenticator"),
            &authenticator(&typed.staff_authenticator),
            &authenticator(&stored.staff_authenticator),
        ),
        (
            t!("settings-reminders"),
            &on_or_off(&typed.reminders),
            &on_or_off(&stored.reminders),
        ),
    ]
    .into_iter()
    .filter(|(_, typed, stored)| typed.replace("\r\n", "\n") != **stored)
    .map(|(field, _, stored)| {
        let stored = if stored.is_empty() {
            t!("settings-changed-empty")
        } else {
            stored.clone()
        };
        view! {
            <div>
                <dt>{field}</dt>
                <dd>{stored}</dd>
            </div>
        }
    })
    .collect();
    view! {
        <section id=STORED tabindex="-1">
            <Notice tone=Tone::Warning title=Some(t!("settings-changed-heading"))>
                <p>{t!("settings-changed-what")}</p>
                <dl class="facts">{rows}</dl>
            </Notice>
        </section>
    }
}

fn answers(mode: &str) -> String {
    if mode == AnswerMode::Lenient.name() {
        t!("settings-answers-lenient")
    } else {
        t!("settings-answers-strict")
    }
}

fn authenticator(needed: &str) -> String {
    if needed == yes_or_no(true) {
        t!("settings-staff-authenticator-yes")
    } else {
        t!("settings-staff-authenticator-no")
    }
}

fn on_or_off(reminders: &str) -> String {
    if reminders.is_empty() {
        t!("settings-changed-off")
    } else {
        t!("settings-changed-on")
    }
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
        <h2>{t!("settings-contact")}</h2>
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
        <h2>{t!("settings-looks")}</h2>
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

fn success(view: &View, messages: &Messages) -> impl IntoView + use<> {
    view! {
        <h2 id="success">{t!("settings-success")}</h2>
        <div class="with-preview">
            <div>
                <TextArea
                    name="success_message"
                    label=t!("settings-success-label")
                    hint=Some(t!("settings-success-hint"))
                    error=messages.at("success_message")
                    value=view.form.success_message.clone()
                />
                <button type="submit" class="button secondary" formaction="/staff/settings/preview#success">
                    {t!("settings-preview-show")}
                </button>
                <p class="hint">{t!("settings-preview-nothing")}</p>
            </div>
            {preview(view).into_any()}
        </div>
    }
}

/// The patient's last page with what was typed.
fn preview(view: &View) -> impl IntoView + use<> {
    let form = &view.form;
    let shown = done::View {
        clinic: Clinic {
            name: form.name.clone(),
            phone: form.phone.clone(),
            opening_hours: form.opening_hours.clone(),
            logo: view.logo.clone(),
            ..Clinic::default()
        },
        record: t!("settings-preview-record"),
        since: Timestamp::from_micros(0),
        may: Vec::new(),
        changeable: None,
        success_message: form.success_message.clone(),
        email: t!("settings-preview-email"),
    };
    view! {
        <section class="preview" aria-labelledby="preview-heading">
            <h3 id="preview-heading">{t!("settings-preview")}</h3>
            <div class="screen">{done::excerpt(&shown)}</div>
        </section>
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

fn reminders(form: &Form) -> impl IntoView + use<> {
    let [first, second] = policy::REMINDER_DAYS;
    let wanted = !form.reminders.is_empty();
    view! {
        <h2>{t!("settings-reminders-heading")}</h2>
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
