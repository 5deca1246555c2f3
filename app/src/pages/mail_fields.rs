//! The fields for an installation's mail server, and what is said about them. Part of two pages.

use crate::components::{Button, Choices, Kind, Messages, Notice, Radio, TextField, Tone, Weight};
use crate::pages::account::create_account::address_words;
use domain::address::AddressError;
use domain::outgoing_mail::{self, Draft, Security, WITH_SERVER, WITHOUT};
use leptos::prelude::*;
use words::Wording;
use words::t;

/// The result of a test mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tested {
    pub to: String,
    /// Why it was not sent.
    pub trouble: Option<Wording>,
}

/// What is wrong with the fields, or with what a test mail needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    Typed(outgoing_mail::Problem),
    TestTo(AddressError),
    /// A test mail needs a server.
    TestWithout,
}

pub fn message(problem: Problem) -> (&'static str, Wording) {
    match problem {
        Problem::Typed(problem) => typed_message(problem),
        Problem::TestTo(error) => ("test_to", address_words(error, t!("mail-test-to-empty"))),
        Problem::TestWithout => ("mail", t!("mail-test-without")),
    }
}

fn typed_message(problem: outgoing_mail::Problem) -> (&'static str, Wording) {
    use outgoing_mail::Problem;
    match problem {
        Problem::Choice => ("mail", t!("mail-choice")),
        Problem::NoServer => ("mail_server", t!("mail-server-empty")),
        Problem::Server => ("mail_server", t!("mail-server-wrong")),
        Problem::Port => ("mail_port", t!("mail-port-wrong")),
        Problem::Security => ("mail_security", t!("mail-security-empty")),
        Problem::User => ("mail_user", t!("mail-user-empty")),
        Problem::Password => ("mail_password", t!("mail-password-empty")),
        Problem::InTheClear => ("mail_security", t!("mail-in-the-clear")),
        Problem::From(error) => ("mail_from", address_words(error, t!("mail-from-empty"))),
    }
}

/// Above the page, once a test mail was asked for; `next` says what to do when it was sent.
pub fn outcome(tested: &Tested, next: Wording) -> impl IntoView + use<> {
    let to = tested.to.clone();
    match tested.trouble.clone() {
        None => view! {
            <Notice tone=Tone::Success title=Some(t!("mail-test-sent", to = to))>
                <p>{next}</p>
            </Notice>
        }
        .into_any(),
        Some(trouble) => view! {
            <Notice tone=Tone::Warning title=Some(t!("mail-test-failed", to = to))>
                <p>{trouble}</p>
            </Notice>
        }
        .into_any(),
    }
}

/// With a server or without, and the server's own fields. `kept` says whether a password is stored already.
pub fn fields(draft: &Draft, kept: bool, messages: &Messages) -> impl IntoView + use<> {
    let (with, without) = (draft.mail == WITH_SERVER, draft.mail == WITHOUT);
    let server = server(draft, kept, messages).into_any();
    view! {
        <Choices name="mail" legend=t!("mail-legend") error=messages.at("mail")>
            <Radio name="mail" value=WITH_SERVER label=t!("mail-with-server") checked=with>
                {server}
            </Radio>
            <Radio
                name="mail"
                value=WITHOUT
                label=t!("mail-without")
                hint=Some(t!("mail-without-hint"))
                checked=without
            />
        </Choices>
    }
}

fn server(draft: &Draft, kept: bool, messages: &Messages) -> impl IntoView + use<> {
    let password_hint = if kept {
        t!("mail-password-kept")
    } else {
        t!("mail-password-hint")
    };
    view! {
        <TextField
            name="mail_server"
            label=t!("mail-server")
            hint=Some(t!("mail-server-hint"))
            error=messages.at("mail_server")
            value=draft.mail_server.clone()
            autocomplete="off"
        />
        {security(&draft.mail_security, messages.at("mail_security")).into_any()}
        <TextField
            name="mail_port"
            label=t!("mail-port")
            kind=Kind::Digits
            hint=Some(t!("mail-port-hint"))
            error=messages.at("mail_port")
            value=draft.mail_port.clone()
            autocomplete="off"
        />
        <TextField
            name="mail_user"
            label=t!("mail-user")
            hint=Some(t!("mail-user-hint"))
            error=messages.at("mail_user")
            value=draft.mail_user.clone()
            autocomplete="off"
        />
        <TextField
            name="mail_password"
            label=t!("mail-password")
            kind=Kind::Password
            hint=Some(password_hint)
            error=messages.at("mail_password")
            autocomplete="off"
        />
        <TextField
            name="mail_from"
            label=t!("mail-from")
            kind=Kind::Email
            hint=Some(t!("mail-from-hint"))
            error=messages.at("mail_from")
            value=draft.mail_from.clone()
            autocomplete="off"
        />
    }
}

fn security(chosen: &str, error: Option<Wording>) -> impl IntoView + use<> {
    let radios = Security::ALL
        .map(|one| {
            let label = match one {
                Security::Required => t!("mail-security-required"),
                Security::Wrapped => t!("mail-security-wrapped"),
                Security::Offered => t!("mail-security-offered"),
                Security::Off => t!("mail-security-off"),
            };
            let checked = chosen == one.name();
            view! { <Radio name="mail_security" value=one.name() label=label checked=checked /> }
        })
        .collect_view();
    view! {
        <Choices name="mail_security" legend=t!("mail-security") error=error>
            {radios}
        </Choices>
    }
}

/// A button of its own kind in the same form: it saves nothing.
pub fn test(to: &str, about: Wording, messages: &Messages) -> impl IntoView + use<> {
    view! {
        <h2>{t!("mail-test-heading")}</h2>
        <p>{about}</p>
        <TextField
            name="test_to"
            label=t!("mail-test-to")
            kind=Kind::Email
            error=messages.at("test_to")
            value=to.to_owned()
            autocomplete="off"
        />
        <Button weight=Weight::Secondary name="what" value="test">
            {t!("mail-test")}
        </Button>
    }
}
