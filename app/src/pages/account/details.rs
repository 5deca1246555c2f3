//! `/account/details`: name, password and address of the account, each with a form of its own.

use crate::components::{
    Button, Checkbox, Choices, Document, ErrorSummary, Frame, Kind, Messages, Notice, Radio, Room,
    TextField, Tone, Weight, document,
};
use crate::page::Page;
use crate::pages::account::sign_in;
use crate::pages::password::{NewPassword, message as password_message};
use domain::address::AddressError;
use domain::password::PasswordError;
use domain::person::Preferences;
use domain::text::TextError;
use domain::units::Units;
use leptos::prelude::*;
use words::Wording;
use words::t;

#[derive(Clone, Debug, Default)]
pub struct View {
    /// As stored, or as typed.
    pub name: String,
    pub email: String,
    /// As typed.
    pub new_email: String,
    pub preferences: Option<Preferences>,
    pub done: Option<Done>,
    pub problems: Vec<Problem>,
}

/// What was changed just now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    Name,
    Password,
    Email,
    Preferences,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    Name(TextError),
    OldPassword(sign_in::Problem),
    NewPassword(PasswordError),
    Email(AddressError),
    SameEmail,
    EmailPassword(sign_in::Problem),
    TooManyMails { minutes: u64 },
}

pub fn page(frame: &Frame, view: &View) -> Page {
    let messages: Messages = view.problems.iter().map(message).collect();
    let about = Document {
        errors: messages.any(),
        times_out: true,
        ..Document::new(Room::Patient, t!("details-heading"))
    };
    document(frame, about, || {
        let done = view.done.map(|done| {
            let words = match done {
                Done::Name => t!("details-name-done"),
                Done::Password => t!("details-password-done"),
                Done::Email => t!("details-email-done"),
                Done::Preferences => t!("preferences-done"),
            };
            view! {
                <Notice tone=Tone::Success>
                    <p>{words}</p>
                </Notice>
            }
        });
        view! {
            <p class="back">
                <a href="/account">{t!("records-back")}</a>
            </p>
            <ErrorSummary messages=&messages />
            <h1>{t!("details-heading")}</h1>
            {done}
            <section>
                <h2>{t!("home-name")}</h2>
                <form method="post" action="/account/details/name" novalidate>
                    <TextField
                        name="name"
                        label=t!("details-name")
                        error=messages.at("name")
                        value=view.name.clone()
                        autocomplete="name"
                    />
                    <Button weight=Weight::Secondary>{t!("details-name-save")}</Button>
                </form>
            </section>
            <section>
                <h2>{t!("home-email")}</h2>
                <p>{t!("details-email-now", email = view.email.clone())}</p>
                <form method="post" action="/account/details/email" novalidate>
                    <TextField
                        name="new_email"
                        label=t!("details-new-email")
                        kind=Kind::Email
                        hint=Some(t!("details-new-email-hint"))
                        error=messages.at("new_email")
                        value=view.new_email.clone()
                        autocomplete="email"
                    />
                    <TextField
                        name="email_password"
                        label=t!("details-your-password")
                        kind=Kind::Password
                        error=messages.at("email_password")
                        autocomplete="current-password"
                    />
                    <Button weight=Weight::Secondary>{t!("details-email-save")}</Button>
                </form>
            </section>
            <section>
                <h2>{t!("password-label")}</h2>
                <form method="post" action="/account/details/password" novalidate>
                    <TextField
                        name="old_password"
                        label=t!("details-old-password")
                        kind=Kind::Password
                        error=messages.at("old_password")
                        autocomplete="current-password"
                    />
                    <NewPassword
                        name="new_password"
                        label=t!("details-new-password")
                        messages=&messages
                    />
                    <Button weight=Weight::Secondary>{t!("details-password-save")}</Button>
                </form>
            </section>
            {view.preferences.map(preferences)}
        }
    })
}

fn preferences(chosen: Preferences) -> impl IntoView + use<> {
    let units = |units: Units| {
        let (label, hint) = match units {
            Units::Metric => (t!("preferences-metric"), t!("preferences-metric-what")),
            Units::Imperial => (t!("preferences-imperial"), t!("preferences-imperial-what")),
        };
        view! {
            <Radio
                name="units"
                value=units.name()
                label=label
                hint=Some(hint)
                checked=chosen.units == units
            />
        }
    };
    let units: Vec<_> = Units::ALL.into_iter().map(units).collect();
    view! {
        <section>
            <h2 id="preferences">{t!("preferences-heading")}</h2>
            <form method="post" action="/account/details/preferences">
                <Choices name="monthly_mail" legend=t!("preferences-monthly-legend")>
                    <Checkbox
                        name="monthly_mail"
                        value="on"
                        label=t!("preferences-monthly")
                        hint=Some(t!("preferences-monthly-what"))
                        checked=chosen.monthly_mail
                    />
                </Choices>
                <Choices name="units" legend=t!("preferences-units")>
                    {units}
                </Choices>
                <Button weight=Weight::Secondary>{t!("preferences-save")}</Button>
            </form>
        </section>
    }
}

fn message(problem: &Problem) -> (&'static str, Wording) {
    match problem {
        Problem::Name(TextError::Empty) => ("name", t!("name-empty")),
        Problem::Name(TextError::TooLong { max }) => ("name", t!("name-too-long", max = *max)),
        Problem::Name(TextError::Invisible) => ("name", t!("name-invisible")),
        Problem::OldPassword(problem) => ("old_password", old(problem)),
        Problem::NewPassword(error) => ("new_password", password_message(*error)),
        Problem::Email(error) => ("new_email", address(*error)),
        Problem::SameEmail => ("new_email", t!("details-email-same")),
        Problem::EmailPassword(problem) => ("email_password", old(problem)),
        Problem::TooManyMails { minutes } => {
            ("new_email", t!("digits-too-many-mails", minutes = *minutes))
        }
    }
}

/// A wrong password alone: the address is known.
pub(super) fn old(problem: &sign_in::Problem) -> Wording {
    match problem {
        sign_in::Problem::Wrong => t!("details-password-wrong"),
        other => sign_in::message(other).1,
    }
}

pub(super) fn address(error: AddressError) -> Wording {
    match error {
        AddressError::Text(TextError::Empty) => t!("email-empty"),
        AddressError::Text(TextError::TooLong { max }) => t!("email-too-long", max = max),
        AddressError::Text(TextError::Invisible) | AddressError::Shape => t!("email-shape"),
    }
}

/// The page on which the mailed digits of a new address are entered.
#[derive(Clone, Debug, Default)]
pub struct Digits {
    pub email: String,
    pub problem: Option<DigitsProblem>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DigitsProblem {
    Shape,
    Wrong { left: u32 },
}

pub fn digits(frame: &Frame, view: &Digits) -> Page {
    let messages: Messages = view
        .problem
        .map(|problem| match problem {
            DigitsProblem::Shape => ("digits", t!("digits-shape")),
            DigitsProblem::Wrong { left } => ("digits", t!("digits-wrong", left = left)),
        })
        .into_iter()
        .collect();
    let about = Document {
        errors: messages.any(),
        times_out: true,
        ..Document::new(Room::Patient, t!("details-digits-heading"))
    };
    document(frame, about, || {
        view! {
            <ErrorSummary messages=&messages />
            <h1>{t!("details-digits-heading")}</h1>
            <p>{t!("digits-hint", email = view.email.clone())}</p>
            <form method="post" action="/account/details/email/digits" novalidate>
                <TextField
                    name="digits"
                    label=t!("details-digits-label")
                    kind=Kind::Digits
                    error=messages.at("digits")
                    autocomplete="one-time-code"
                />
                <Button>{t!("details-digits-save")}</Button>
            </form>
            <form method="post" action="/account/details/email/stop">
                <Button weight=Weight::Quiet>{t!("details-digits-stop")}</Button>
            </form>
        }
    })
}

/// The page of the link that brings an old address back.
#[derive(Clone, Debug)]
pub enum Undo {
    Ask { action: String, email: String },
    Done,
    Over,
}

pub fn undo(frame: &Frame, view: &Undo) -> Page {
    let heading = match view {
        Undo::Ask { .. } => t!("undo-email-heading"),
        Undo::Done => t!("undo-email-done"),
        Undo::Over => t!("undo-email-over"),
    };
    let about = Document::new(Room::Patient, heading.clone());
    document(frame, about, || {
        let body = match view {
            Undo::Ask { action, email } => view! {
                <p>{t!("undo-email-what", email = email.clone())}</p>
                <form method="post" action=action.clone()>
                    <Button>{t!("undo-email-act")}</Button>
                </form>
            }
            .into_any(),
            Undo::Done => view! {
                <p>{t!("undo-email-next")}</p>
                <p>
                    <a href="/forgot-password">{t!("undo-email-password")}</a>
                </p>
            }
            .into_any(),
            Undo::Over => view! { <p>{t!("undo-email-over-next")}</p> }.into_any(),
        };
        view! {
            <h1>{heading}</h1>
            {body}
        }
    })
}
