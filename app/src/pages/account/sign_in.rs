//! `/sign-in`: says why when it is in the way of a code.

use super::passkeys;
use crate::components::{
    Button, Document, ErrorSummary, Frame, Kind, Messages, PAGE, Room, TextField, document,
};
use crate::page::Page;
use leptos::prelude::*;
use words::Wording;
use words::t;

#[derive(Clone, Default)]
pub struct View {
    /// The clinic whose code was answered just before, where there is one.
    pub clinic: Option<String>,
    /// As typed.
    pub email: String,
    /// For whom browsers look for passkeys; None where they know none.
    pub passkeys: Option<String>,
    /// A passkey did not sign its owner in. One text for whatever is wrong with it.
    pub passkey_refused: bool,
    pub problems: Vec<Problem>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    NoEmail,
    NoPassword,
    /// One text for an unknown address and a wrong password.
    Wrong,
    Locked {
        seconds: u64,
    },
    /// Too much is being hashed just now, or the database does not answer.
    Unavailable,
}

pub fn page(frame: &Frame, view: &View) -> Page {
    let refused = view.passkey_refused;
    let refused = refused.then(|| (PAGE, t!("passkey-sign-in-refused")));
    let problems = view.problems.iter().map(message);
    let messages: Messages = refused.into_iter().chain(problems).collect();
    let about = Document {
        errors: messages.any(),
        ..Document::new(Room::Patient, t!("sign-in-heading"))
    };
    document(frame, about, || {
        let why =
            |clinic: String| view! { <p class="lead">{t!("sign-in-why", clinic = clinic)}</p> };
        let passkey = view.passkeys.clone();
        let passkey = passkey.map(|of| passkeys::sign_in_form(frame, of, view.passkey_refused));
        let kept = || view! { <p>{t!("sign-in-create-hint")}</p> };
        view! {
            <ErrorSummary messages=&messages />
            <h1>{t!("sign-in-heading")}</h1>
            {view.clinic.clone().map(why)}
            <form method="post" action="/sign-in" novalidate>
                <TextField
                    name="email"
                    label=t!("email-label")
                    kind=Kind::Email
                    error=messages.at("email")
                    value=view.email.clone()
                    autocomplete=if view.passkeys.is_some() { "username webauthn" } else { "username" }
                />
                <TextField
                    name="password"
                    label=t!("password-label")
                    kind=Kind::Password
                    error=messages.at("password")
                    autocomplete="current-password"
                />
                <Button>{t!("sign-in-heading")}</Button>
            </form>
            {passkey}
            <p>
                <a href="/forgot-password">{t!("sign-in-forgot")}</a>
            </p>
            <section class="other-way">
                <h2>{t!("sign-in-create-prompt")}</h2>
                {view.clinic.is_some().then(kept)}
                <p>
                    <a href="/create-account">{t!("sign-in-create")}</a>
                </p>
            </section>
        }
    })
}

/// How long to wait after too many wrong tries.
pub(in crate::pages) fn locked(seconds: u64) -> Wording {
    if seconds < 60 {
        t!("sign-in-locked-shortly", seconds = seconds)
    } else {
        t!("sign-in-locked", minutes = seconds.div_ceil(60))
    }
}

/// The field to correct, and what is wrong with it.
pub(in crate::pages) fn message(problem: &Problem) -> (&'static str, Wording) {
    match problem {
        Problem::NoEmail => ("email", t!("email-empty")),
        Problem::NoPassword => ("password", t!("password-empty")),
        Problem::Wrong => ("email", t!("sign-in-wrong")),
        Problem::Locked { seconds } => ("email", locked(*seconds)),
        Problem::Unavailable => ("email", t!("sign-in-unavailable")),
    }
}
