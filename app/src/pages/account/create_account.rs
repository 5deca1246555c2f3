//! `/create-account`: name, address and password; then the digits we mailed. The same pages whether or not the address is known.

use crate::components::{
    Button, Document, ErrorSummary, Frame, Kind, Messages, Notice, Room, TextField, Weight,
    document,
};
use crate::page::Page;
use crate::pages::password::{self, NewPassword};
use domain::address::AddressError;
use domain::password::PasswordError;
use domain::text::TextError;
use leptos::prelude::*;
use words::Wording;
use words::t;

#[derive(Clone)]
pub enum View {
    Details(Details),
    Digits(Digits),
}

#[derive(Clone, Default)]
pub struct Details {
    /// The clinic whose code was answered just before, where there is one.
    pub clinic: Option<String>,
    /// As typed.
    pub name: String,
    /// As typed.
    pub email: String,
    pub problems: Vec<DetailsProblem>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DetailsProblem {
    Name(TextError),
    Email(AddressError),
    Password(PasswordError),
    SlowDown { minutes: u64 },
    Unavailable,
}

#[derive(Clone, Default)]
pub struct Digits {
    /// Where the digits went.
    pub email: String,
    /// As typed.
    pub digits: String,
    /// New ones were sent just now.
    pub resent: bool,
    pub problem: Option<DigitsProblem>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DigitsProblem {
    Empty,
    /// Not six digits.
    Shape,
    /// `left` more tries, at least 1.
    Wrong {
        left: u32,
    },
    /// Too old, or tried too often.
    Over,
    /// Enough mails for now.
    TooManyMails {
        minutes: u64,
    },
    Unavailable,
}

pub fn page(frame: &Frame, view: &View) -> Page {
    match view {
        View::Details(details) => details_page(frame, details),
        View::Digits(digits) => digits_page(frame, digits),
    }
}

fn details_page(frame: &Frame, view: &Details) -> Page {
    let messages: Messages = view.problems.iter().map(details_message).collect();
    let about = Document {
        errors: messages.any(),
        times_out: true,
        ..Document::new(Room::Patient, t!("create-heading"))
    };
    document(frame, about, || {
        let why =
            |clinic: String| view! { <p class="lead">{t!("create-why", clinic = clinic)}</p> };
        view! {
            <ErrorSummary messages=&messages />
            <h1>{t!("create-heading")}</h1>
            {view.clinic.clone().map(why)}
            <form method="post" action="/create-account" novalidate>
                <TextField
                    name="name"
                    label=t!("name-label")
                    error=messages.at("name")
                    value=view.name.clone()
                    autocomplete="name"
                />
                <TextField
                    name="email"
                    label=t!("email-label")
                    kind=Kind::Email
                    hint=Some(t!("email-digits-hint"))
                    error=messages.at("email")
                    value=view.email.clone()
                    autocomplete="email"
                />
                <NewPassword label=t!("password-label") messages=&messages />
                <Button>{t!("continue")}</Button>
            </form>
            <section class="other-way">
                <h2>{t!("create-sign-in-prompt")}</h2>
                <p>
                    <a href="/sign-in">{t!("sign-in-heading")}</a>
                </p>
            </section>
            <section class="other-way">
                <h2>{t!("create-digits-prompt")}</h2>
                <p>
                    <a href="/create-account/digits">{t!("create-digits")}</a>
                </p>
            </section>
        }
    })
}

fn digits_page(frame: &Frame, view: &Digits) -> Page {
    let messages: Messages = view
        .problem
        .iter()
        .map(|problem| ("digits", digits_words(problem)))
        .collect();
    let about = Document {
        errors: messages.any(),
        times_out: true,
        ..Document::new(Room::Patient, t!("digits-heading"))
    };
    let email = || view.email.clone();
    document(frame, about, || {
        let resent = view.resent.then(|| {
            let words = t!("digits-resent", email = email());
            view! {
                <Notice>
                    <p>{words}</p>
                </Notice>
            }
        });
        view! {
            <ErrorSummary messages=&messages />
            {resent}
            <form method="post" action="/create-account" novalidate>
                <TextField
                    name="digits"
                    label=t!("digits-heading")
                    heading=true
                    kind=Kind::Digits
                    hint=Some(t!("digits-hint", email = email()))
                    error=messages.at("digits")
                    value=view.digits.clone()
                    autocomplete="one-time-code"
                />
                <Button>{t!("continue")}</Button>
            </form>
            <section class="other-way">
                <h2>{t!("digits-prompt")}</h2>
                <form method="post" action="/create-account">
                    <Button name="resend" value="yes" weight=Weight::Quiet>
                        {t!("digits-resend")}
                    </Button>
                    <Button name="start_over" value="yes" weight=Weight::Quiet>
                        {t!("digits-start-over")}
                    </Button>
                </form>
            </section>
        }
    })
}

fn details_message(problem: &DetailsProblem) -> (&'static str, Wording) {
    match problem {
        DetailsProblem::Name(error) => ("name", name_words(*error)),
        DetailsProblem::Email(error) => ("email", email_words(*error)),
        DetailsProblem::Password(error) => ("password", password::message(*error)),
        DetailsProblem::SlowDown { minutes } => {
            ("email", t!("create-slow-down", minutes = *minutes))
        }
        DetailsProblem::Unavailable => ("email", t!("sign-in-unavailable")),
    }
}

pub(in crate::pages) fn name_words(error: TextError) -> Wording {
    match error {
        TextError::Empty => t!("name-empty"),
        TextError::TooLong { max } => t!("name-too-long", max = max),
        TextError::Invisible => t!("name-invisible"),
    }
}

pub(in crate::pages) fn email_words(error: AddressError) -> Wording {
    match error {
        AddressError::Text(TextError::Empty) => t!("email-empty"),
        AddressError::Text(TextError::TooLong { max }) => t!("email-too-long", max = max),
        AddressError::Text(TextError::Invisible) | AddressError::Shape => t!("email-shape"),
    }
}

/// The same about any line, someone else's name among them; `empty` asks for it.
pub(in crate::pages) fn line_words(error: TextError, empty: Wording) -> Wording {
    match error {
        TextError::Empty => empty,
        TextError::TooLong { max } => t!("line-too-long", max = max),
        TextError::Invisible => t!("line-invisible"),
    }
}

/// The same about another address than the reader's own; `empty` asks for it.
pub(in crate::pages) fn address_words(error: AddressError, empty: Wording) -> Wording {
    match error {
        AddressError::Text(TextError::Empty) => empty,
        error => email_words(error),
    }
}

fn digits_words(problem: &DigitsProblem) -> Wording {
    match problem {
        DigitsProblem::Empty => t!("digits-empty"),
        DigitsProblem::Shape => t!("digits-shape"),
        DigitsProblem::Wrong { left } => t!("digits-wrong", left = *left),
        DigitsProblem::Over => t!("digits-over"),
        DigitsProblem::TooManyMails { minutes } => {
            t!("digits-too-many-mails", minutes = *minutes)
        }
        DigitsProblem::Unavailable => t!("sign-in-unavailable"),
    }
}
