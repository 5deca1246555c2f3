//! `/create-account/digits` and `/create-account/{token}`: an account that was begun in a browser that is gone is finished
//! here, with the password that was chosen.

use crate::components::{
    Button, ButtonLink, Document, ErrorSummary, Frame, Kind, Messages, Room, TextField, document,
};
use crate::page::Page;
use crate::pages::password::AccountAddress;
use leptos::prelude::*;
use words::Wording;
use words::t;

#[derive(Clone)]
pub enum View {
    Address(Address),
    Link(Link),
    LinkOver,
}

#[derive(Clone, Default)]
pub struct Address {
    /// As typed.
    pub email: String,
    /// As typed.
    pub digits: String,
    pub problems: Vec<AddressProblem>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AddressProblem {
    NoEmail,
    NoPassword,
    NoDigits,
    /// Not six digits.
    Shape,
    /// The three do not fit together.
    Wrong,
    SlowDown {
        minutes: u64,
    },
    Unavailable,
}

#[derive(Clone)]
pub struct Link {
    pub token: String,
    pub email: String,
    /// This browser began the account: no one has to type the password once more.
    pub began: bool,
    pub problem: Option<LinkProblem>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkProblem {
    NoPassword,
    /// `left` more tries, at least 1.
    Wrong {
        left: u32,
    },
    Unavailable,
}

pub fn page(frame: &Frame, view: &View) -> Page {
    match view {
        View::Address(view) => address(frame, view),
        View::Link(view) => link(frame, view),
        View::LinkOver => over(frame),
    }
}

fn address(frame: &Frame, view: &Address) -> Page {
    let messages: Messages = view.problems.iter().map(address_message).collect();
    let about = Document {
        errors: messages.any(),
        ..Document::new(Room::Patient, t!("finish-heading"))
    };
    document(frame, about, || {
        view! {
            <ErrorSummary messages=&messages />
            <h1>{t!("finish-heading")}</h1>
            <p class="lead">{t!("finish-why")}</p>
            <form method="post" action="/create-account/digits" novalidate>
                <TextField
                    name="email"
                    label=t!("email-label")
                    kind=Kind::Email
                    error=messages.at("email")
                    value=view.email.clone()
                    autocomplete="username"
                />
                <TextField
                    name="password"
                    label=t!("finish-password-label")
                    kind=Kind::Password
                    error=messages.at("password")
                    autocomplete="current-password"
                />
                <TextField
                    name="digits"
                    label=t!("finish-digits-label")
                    kind=Kind::Digits
                    error=messages.at("digits")
                    value=view.digits.clone()
                    autocomplete="one-time-code"
                />
                <Button>{t!("continue")}</Button>
            </form>
            <section class="other-way">
                <h2>{t!("digits-prompt")}</h2>
                <p>
                    <a href="/create-account">{t!("finish-again")}</a>
                </p>
            </section>
        }
    })
}

fn link(frame: &Frame, view: &Link) -> Page {
    let messages: Messages = view.problem.into_iter().map(link_message).collect();
    let about = Document {
        errors: messages.any(),
        ..Document::new(Room::Patient, t!("finish-heading"))
    };
    document(frame, about, || {
        let action = format!("/create-account/{}", view.token);
        let why = if view.began {
            t!("finish-began")
        } else {
            t!("finish-link-why")
        };
        let password = (!view.began).then(|| {
            view! {
                <AccountAddress email=view.email.clone() />
                <TextField
                    name="password"
                    label=t!("finish-password-label")
                    kind=Kind::Password
                    error=messages.at("password")
                    autocomplete="current-password"
                />
            }
        });
        view! {
            <ErrorSummary messages=&messages />
            <h1>{t!("finish-heading")}</h1>
            <p class="lead">{why}</p>
            <form method="post" action=action novalidate>
                {password} <Button>{t!("continue")}</Button>
            </form>
        }
    })
}

/// No dead end: the page leads on.
fn over(frame: &Frame) -> Page {
    let about = Document::new(Room::Patient, t!("finish-over"));
    document(frame, about, || {
        view! {
            <h1>{t!("finish-over")}</h1>
            <p>{t!("finish-over-next")}</p>
            <ButtonLink href="/create-account">{t!("finish-again")}</ButtonLink>
            <p>
                <a href="/sign-in">{t!("sign-in-heading")}</a>
            </p>
        }
    })
}

fn address_message(problem: &AddressProblem) -> (&'static str, Wording) {
    match problem {
        AddressProblem::NoEmail => ("email", t!("email-empty")),
        AddressProblem::NoPassword => ("password", t!("finish-password-empty")),
        AddressProblem::NoDigits => ("digits", t!("digits-empty")),
        AddressProblem::Shape => ("digits", t!("digits-shape")),
        AddressProblem::Wrong => ("email", t!("finish-wrong")),
        AddressProblem::SlowDown { minutes } => {
            ("email", t!("finish-slow-down", minutes = *minutes))
        }
        AddressProblem::Unavailable => ("email", t!("sign-in-unavailable")),
    }
}

fn link_message(problem: LinkProblem) -> (&'static str, Wording) {
    let words = match problem {
        LinkProblem::NoPassword => t!("finish-password-empty"),
        LinkProblem::Wrong { left } => t!("finish-wrong-password", left = left),
        LinkProblem::Unavailable => t!("sign-in-unavailable"),
    };
    ("password", words)
}
