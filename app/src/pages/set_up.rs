//! `/set-up/{token}`: the first start. The first clinic, its first manager, and how mail leaves.

use super::mail_fields::{self, Tested};
use crate::components::{
    Button, ButtonLink, Document, ErrorSummary, Frame, Kind, Messages, Room, TextField, document,
};
use crate::domain::outgoing_mail::{self, Draft};
use crate::domain::password::PasswordError;
use crate::domain::text::{AddressError, TextError};
use crate::page::Page;
use crate::pages::account::create_account::{email_words, name_words};
use crate::pages::password;
use crate::t;
use leptos::prelude::*;
use serde::Deserialize;

/// Why nothing was set up, or no test mail was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    Clinic(TextError),
    Phone(TextError),
    Name(TextError),
    Email(AddressError),
    Password(PasswordError),
    Mail(outgoing_mail::Problem),
    TestTo(AddressError),
    /// A test mail needs a server.
    TestWithout,
    Unavailable,
}

/// What was typed, but for passwords.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct Form {
    pub clinic: String,
    pub phone: String,
    pub name: String,
    pub email: String,
    #[serde(flatten)]
    pub mail: Draft,
    pub test_to: String,
}

#[derive(Clone, Default)]
pub struct Asked {
    pub token: String,
    pub form: Form,
    /// The configuration says how mail leaves: nobody is asked.
    pub mail_is_configured: bool,
    pub tested: Option<Tested>,
    pub problems: Vec<Problem>,
}

#[derive(Clone)]
pub enum View {
    Asked(Box<Asked>),
    /// The link was used, or a later start printed another one.
    Over,
    Done,
}

pub fn page(frame: &Frame, view: &View) -> Page {
    match view {
        View::Asked(asked) => form(frame, asked),
        View::Over => told(frame, t!("set-up-over"), t!("set-up-over-next")),
        View::Done => told(frame, t!("set-up-done"), t!("set-up-done-next")),
    }
}

fn message(problem: Problem) -> (&'static str, String) {
    match problem {
        Problem::Clinic(error) => ("clinic", line_words(error)),
        Problem::Phone(error) => ("phone", line_words(error)),
        Problem::Name(error) => ("name", name_words(error)),
        Problem::Email(error) => ("email", email_words(error)),
        Problem::Password(error) => ("password", password::message(error)),
        Problem::Mail(problem) => mail_fields::message(problem),
        Problem::TestTo(error) => ("test_to", email_words(error)),
        Problem::TestWithout => ("mail", t!("mail-test-without")),
        Problem::Unavailable => ("main", t!("set-up-unavailable")),
    }
}

fn line_words(error: TextError) -> String {
    match error {
        TextError::Empty => t!("set-up-empty"),
        TextError::TooLong { max } => t!("set-up-long", max = max),
        TextError::Invisible => t!("set-up-invisible"),
    }
}

fn form(frame: &Frame, view: &Asked) -> Page {
    let messages: Messages = view.problems.iter().copied().map(message).collect();
    let about = Document {
        errors: messages.any(),
        ..Document::new(Room::Staff, t!("set-up-heading"))
    };
    document(frame, about, || {
        let action = format!("/set-up/{}", view.token);
        let mail = if view.mail_is_configured {
            view! { <p>{t!("set-up-mail-configured")}</p> }.into_any()
        } else {
            mail_fields::fields(&view.form.mail, &messages).into_any()
        };
        let test =
            (!view.mail_is_configured).then(|| mail_fields::test(&view.form.test_to, &messages));
        view! {
            <ErrorSummary messages=&messages />
            {view.tested.as_ref().map(mail_fields::outcome)}
            <div class="setting-up">
                <h1>{t!("set-up-heading")}</h1>
                <p>{t!("set-up-about")}</p>
                <form method="post" action=action novalidate>
                    {clinic(&view.form, &messages).into_any()}
                    {manager(&view.form, &messages).into_any()}
                    <h2>{t!("set-up-mail")}</h2>
                    <p>{t!("set-up-mail-about")}</p>
                    {mail}
                    <Button>{t!("set-up-save")}</Button>
                    {test}
                </form>
            </div>
        }
    })
}

fn clinic(form: &Form, messages: &Messages) -> impl IntoView + use<> {
    view! {
        <h2>{t!("set-up-clinic-heading")}</h2>
        <TextField
            name="clinic"
            label=t!("set-up-clinic")
            hint=Some(t!("set-up-clinic-hint"))
            error=messages.at("clinic")
            value=form.clinic.clone()
            autocomplete="organization"
        />
        <TextField
            name="phone"
            label=t!("set-up-phone")
            hint=Some(t!("set-up-phone-hint"))
            error=messages.at("phone")
            value=form.phone.clone()
            autocomplete="off"
        />
    }
}

fn manager(form: &Form, messages: &Messages) -> impl IntoView + use<> {
    view! {
        <h2>{t!("set-up-manager-heading")}</h2>
        <p>{t!("set-up-manager-about")}</p>
        <TextField
            name="name"
            label=t!("name-label")
            error=messages.at("name")
            value=form.name.clone()
            autocomplete="name"
        />
        <TextField
            name="email"
            label=t!("email-label")
            kind=Kind::Email
            error=messages.at("email")
            value=form.email.clone()
            autocomplete="username"
        />
        <TextField
            name="password"
            label=t!("password-label")
            kind=Kind::Password
            hint=Some(password::hint())
            error=messages.at("password")
            autocomplete="new-password"
        />
    }
}

fn told(frame: &Frame, heading: String, next: String) -> Page {
    let about = Document::new(Room::Staff, heading.clone());
    document(frame, about, || {
        view! {
            <div class="narrow">
                <h1>{heading}</h1>
                <p>{next}</p>
                <ButtonLink href="/staff/sign-in">{t!("staff-sign-in-heading")}</ButtonLink>
            </div>
        }
    })
}
