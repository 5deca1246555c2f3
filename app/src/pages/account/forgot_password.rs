//! `/forgot-password`: an address; then the digits we mailed, and a new password; or the link of the same mail. The same
//! pages whether or not the address has an account.

use super::create_account::email_words;
use crate::components::{
    Button, ButtonLink, Document, ErrorSummary, Frame, Kind, Messages, Notice, Room, TextField,
    Weight, document,
};
use crate::page::Page;
use crate::pages::password::{self, AccountAddress, NewPassword};
use domain::address::AddressError;
use domain::password::PasswordError;
use domain::policy;
use leptos::prelude::*;
use words::Wording;
use words::t;

#[derive(Clone)]
pub enum View {
    Ask(Ask),
    Digits(Digits),
    Link(Link),
    /// The link was used, is too old, or there is a newer one.
    LinkOver,
    /// This installation sends no mail.
    NoMail,
}

#[derive(Clone, Default)]
pub struct Ask {
    /// The clinic whose code was answered just before, where there is one.
    pub clinic: Option<String>,
    /// As typed.
    pub email: String,
    pub problem: Option<AskProblem>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AskProblem {
    Email(AddressError),
    /// Too many from this network.
    SlowDown,
    Unavailable,
}

#[derive(Clone, Default)]
pub struct Digits {
    /// As typed on the page before.
    pub email: String,
    /// As typed.
    pub digits: String,
    /// Another mail was asked for just now.
    pub resent: bool,
    pub problems: Vec<DigitsProblem>,
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
    /// Used, too old, or tried too often.
    Over,
    /// Too many mails from this network.
    SlowDown,
    Password(PasswordError),
    Unavailable,
}

#[derive(Clone)]
pub struct Link {
    pub token: String,
    pub email: String,
    pub problem: Option<LinkProblem>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkProblem {
    Password(PasswordError),
    Unavailable,
}

pub fn page(frame: &Frame, view: &View) -> Page {
    match view {
        View::Ask(view) => ask(frame, view),
        View::Digits(view) => digits(frame, view),
        View::Link(view) => link(frame, view),
        View::LinkOver => told(
            frame,
            t!("forgot-link-over"),
            t!("forgot-link-over-next"),
            Some(t!("forgot-ask-again")),
        ),
        View::NoMail => told(frame, t!("forgot-no-mail"), t!("forgot-no-mail-next"), None),
    }
}

/// What a page says that has sent too many mails from one network.
pub(in crate::pages) fn slow_down() -> Wording {
    t!(
        "forgot-slow-down",
        minutes = policy::SIGN_IN_WINDOW.as_secs() / 60
    )
}

/// Why no mail was sent.
pub(in crate::pages) fn ask_words(problem: AskProblem) -> Wording {
    match problem {
        AskProblem::Email(error) => email_words(error),
        AskProblem::SlowDown => slow_down(),
        AskProblem::Unavailable => t!("sign-in-unavailable"),
    }
}

fn ask(frame: &Frame, view: &Ask) -> Page {
    let messages: Messages = view
        .problem
        .map(|problem| ("email", ask_words(problem)))
        .into_iter()
        .collect();
    let about = Document {
        errors: messages.any(),
        times_out: true,
        ..Document::new(Room::Patient, t!("forgot-heading"))
    };
    document(frame, about, || {
        let kept = |clinic: String| view! { <p>{t!("forgot-kept", clinic = clinic)}</p> };
        view! {
            <ErrorSummary messages=&messages />
            <h1>{t!("forgot-heading")}</h1>
            <p class="lead">{t!("forgot-why")}</p>
            {view.clinic.clone().map(kept)}
            <form method="post" action="/forgot-password" novalidate>
                <TextField
                    name="email"
                    label=t!("email-label")
                    kind=Kind::Email
                    hint=Some(t!("forgot-email-hint"))
                    error=messages.at("email")
                    value=view.email.clone()
                    autocomplete="username"
                />
                <Button>{t!("continue")}</Button>
            </form>
            <section class="other-way">
                <h2>{t!("forgot-remembered")}</h2>
                <p>
                    <a href="/sign-in">{t!("sign-in-heading")}</a>
                </p>
            </section>
        }
    })
}

fn digits(frame: &Frame, view: &Digits) -> Page {
    let messages: Messages = view.problems.iter().copied().map(message).collect();
    let about = Document {
        errors: messages.any(),
        times_out: true,
        ..Document::new(Room::Patient, t!("forgot-digits-heading"))
    };
    document(frame, about, || {
        let resent = view.resent.then(|| {
            view! {
                <Notice>
                    <p>
                        {t!("forgot-resent", minutes = policy::SIGN_IN_WINDOW.as_secs() / 60)}
                    </p>
                </Notice>
            }
        });
        view! {
            <ErrorSummary messages=&messages />
            {resent}
            <h1>{t!("forgot-digits-heading")}</h1>
            <p class="lead">{t!("forgot-sent", email = view.email.clone())}</p>
            <p>{t!("forgot-link-too")}</p>
            <form method="post" action="/forgot-password" novalidate>
                <TextField
                    name="digits"
                    label=t!("forgot-digits-label")
                    kind=Kind::Digits
                    hint=Some(t!("forgot-digits-hint"))
                    error=messages.at("digits")
                    value=view.digits.clone()
                    autocomplete="one-time-code"
                />
                <NewPassword label=t!("forgot-password-label") messages=&messages />
                <Button>{t!("forgot-save")}</Button>
            </form>
            <section class="other-way">
                <h2>{t!("digits-prompt")}</h2>
                <p>{t!("forgot-no-email")}</p>
                <form method="post" action="/forgot-password">
                    <Button name="resend" value="yes" weight=Weight::Quiet>
                        {t!("forgot-resend")}
                    </Button>
                    <Button name="start_over" value="yes" weight=Weight::Quiet>
                        {t!("digits-start-over")}
                    </Button>
                </form>
                <p>
                    <a href="/create-account">{t!("sign-in-create")}</a>
                </p>
            </section>
        }
    })
}

fn link(frame: &Frame, view: &Link) -> Page {
    let messages: Messages = view
        .problem
        .map(|problem| {
            let words = match problem {
                LinkProblem::Password(error) => password::message(error),
                LinkProblem::Unavailable => t!("sign-in-unavailable"),
            };
            ("password", words)
        })
        .into_iter()
        .collect();
    let about = Document {
        errors: messages.any(),
        ..Document::new(Room::Patient, t!("forgot-link-heading"))
    };
    document(frame, about, || {
        let action = format!("/forgot-password/{}", view.token);
        view! {
            <ErrorSummary messages=&messages />
            <h1>{t!("forgot-link-heading")}</h1>
            <form method="post" action=action novalidate>
                <AccountAddress email=view.email.clone() />
                <NewPassword label=t!("forgot-password-label") messages=&messages />
                <Button>{t!("forgot-save")}</Button>
            </form>
        }
    })
}

/// No dead end: each page leads on.
fn told(frame: &Frame, heading: Wording, next: Wording, again: Option<Wording>) -> Page {
    let about = Document::new(Room::Patient, heading.clone());
    document(frame, about, || {
        let again = again.map(|words| {
            view! { <ButtonLink href="/forgot-password">{words}</ButtonLink> }
        });
        view! {
            <h1>{heading}</h1>
            <p>{next}</p>
            {again}
            <p>
                <a href="/sign-in">{t!("sign-in-heading")}</a>
            </p>
        }
    })
}

fn message(problem: DigitsProblem) -> (&'static str, Wording) {
    match problem {
        DigitsProblem::Empty => ("digits", t!("digits-empty")),
        DigitsProblem::Shape => ("digits", t!("digits-shape")),
        DigitsProblem::Wrong { left } => ("digits", t!("forgot-digits-wrong", left = left)),
        DigitsProblem::Over => ("digits", t!("forgot-digits-over")),
        DigitsProblem::SlowDown => ("digits", slow_down()),
        DigitsProblem::Password(error) => ("password", password::message(error)),
        DigitsProblem::Unavailable => ("digits", t!("sign-in-unavailable")),
    }
}
