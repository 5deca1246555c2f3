//! `/staff/authenticator`: setting one up, and the recovery codes that are shown once it works.

use super::proof;
use super::sign_in_code;
use crate::components::{
    Button, ButtonLink, Document, ErrorSummary, Frame, Kind, Messages, Place, Room, TextField,
    document,
};
use crate::page::Page;
use crate::pages::account::sign_in;
use crate::pages::staff::requests::qr;
use domain::authenticator::grouped;
use leptos::prelude::*;
use words::Wording;
use words::t;

/// Who sets one up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// Someone on the way in, because the clinic asks for it.
    SigningIn,
    /// Someone at their desk, who is asked for their password once more.
    AtTheDesk {
        /// They have one, which this one takes the place of.
        replaces: bool,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    Password(sign_in::Problem),
    Code(sign_in_code::Problem),
    /// The code of the authenticator that is replaced.
    CurrentCode(sign_in_code::Problem),
}

#[derive(Clone)]
pub struct View {
    pub who: Who,
    /// In letters and numbers, as people type it.
    pub secret: String,
    /// What the QR code holds.
    pub address: Option<String>,
    pub problem: Option<Problem>,
}

fn message(problem: Problem) -> (&'static str, Wording) {
    let way = sign_in_code::Way::App;
    match problem {
        Problem::Password(problem) => ("password", proof::message(problem)),
        Problem::Code(problem) => ("code", sign_in_code::message(problem, way)),
        Problem::CurrentCode(problem) => (CURRENT, sign_in_code::message(problem, way)),
    }
}

pub fn page(frame: &Frame, view: &View) -> Page {
    let messages: Messages = view.problem.into_iter().map(message).collect();
    let about = Document {
        errors: messages.any(),
        ..Document::new(Room::Staff(Place::Account), t!("authenticator-heading"))
    };
    document(frame, about, || {
        let at_desk = matches!(view.who, Who::AtTheDesk { .. });
        let why = if at_desk {
            t!("authenticator-why-own")
        } else {
            t!("authenticator-why")
        };
        let replaces = view.who == Who::AtTheDesk { replaces: true };
        let current =
            replaces.then(|| proof::second_factor(CURRENT, t!("authenticator-current"), &messages));
        let password = at_desk.then(|| password(messages.at("password")).into_any());
        view! {
            <div class="narrow">
                <ErrorSummary messages=&messages />
                <h1>{t!("authenticator-heading")}</h1>
                <p>{why}</p>
                {replaces.then(|| view! { <p>{t!("authenticator-replaces")}</p> })}
                <form method="post" action="/staff/authenticator" novalidate>
                    <ol>
                        <li>{t!("authenticator-step-app")}</li>
                        <li>{t!("authenticator-step-scan")} {secret(view).into_any()}</li>
                        <li>{t!("authenticator-step-code")}</li>
                    </ol>
                    {sign_in_code::digits(messages.at("code")).into_any()}
                    {password}
                    {current}
                    <Button>{t!("authenticator-confirm")}</Button>
                </form>
            </div>
        }
    })
}

/// The field for a code of the authenticator that is replaced.
const CURRENT: &str = "current_code";

fn secret(view: &View) -> impl IntoView + use<> {
    let picture = view
        .address
        .as_ref()
        .and_then(|address| qr::picture(address, t!("authenticator-qr")));
    let secret = grouped(&view.secret, " ");
    view! {
        <div class="authenticator">
            {picture}
            <p>{t!("authenticator-secret")}</p>
            <p>
                <code>{secret}</code>
            </p>
        </div>
    }
}

fn password(error: Option<Wording>) -> impl IntoView {
    view! {
        <TextField
            name="password"
            label=t!("authenticator-password")
            kind=Kind::Password
            hint=Some(t!("authenticator-password-hint"))
            error=error
            autocomplete="current-password"
        />
    }
}

/// The codes, shown this once.
pub fn recovery_codes(frame: &Frame, codes: &[String]) -> Page {
    let about = Document::new(Room::Staff(Place::Account), t!("recovery-codes-heading"));
    document(frame, about, || {
        let codes = codes
            .iter()
            .map(|code| view! { <li><code>{code.clone()}</code></li> })
            .collect_view();
        view! {
            <div class="narrow">
                <h1>{t!("recovery-codes-heading")}</h1>
                <p>{t!("recovery-codes-what")}</p>
                <ol class="recovery-codes">{codes}</ol>
                <p>{t!("recovery-codes-once")}</p>
                <p>
                    <ButtonLink href="/staff">{t!("recovery-codes-kept")}</ButtonLink>
                </p>
            </div>
        }
    })
}
