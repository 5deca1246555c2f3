//! `/staff/prove`: asked for before what a session alone does not allow. What was sent waits, and continues after the proof.

use super::proof;
use super::sign_in_code::{self, Way};
use crate::components::{
    Button, Document, ErrorSummary, Frame, Kind, Messages, Room, TextField, document,
};
use crate::page::Page;
use crate::pages::account::sign_in;
use domain::policy;
use leptos::prelude::*;
use words::Wording;
use words::t;

/// Why the proof was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    Password(sign_in::Problem),
    Code(sign_in_code::Problem),
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Factor {
    /// The password alone.
    #[default]
    None,
    /// A code of the authenticator, too.
    Code,
    /// The clinic asks for an authenticator, and there is none yet.
    Missing,
}

#[derive(Clone, Debug, Default)]
pub struct View {
    pub factor: Factor,
    /// A form waits for the proof.
    pub kept: bool,
    pub problem: Option<Problem>,
}

pub fn page(frame: &Frame, view: &View) -> Page {
    let messages: Messages = view.problem.map(message).into_iter().collect();
    let about = Document {
        errors: messages.any(),
        ..Document::new(Room::Entrance, t!("prove-heading"))
    };
    document(frame, about, || {
        let kept = view.kept.then(|| view! { <p>{t!("prove-kept")}</p> });
        let form = match view.factor {
            Factor::Missing => view! {
                <p>{t!("prove-missing")}</p>
                <p>
                    <a href="/staff/authenticator">{t!("staff-account-set-up")}</a>
                </p>
            }
            .into_any(),
            factor => form(factor == Factor::Code, &messages).into_any(),
        };
        view! {
            <div class="narrow">
                <ErrorSummary messages=&messages />
                <h1>{t!("prove-heading")}</h1>
                <p>{t!("prove-why", minutes = policy::PROOF_LIFE.as_secs() / 60)}</p>
                {kept}
                {form}
            </div>
        }
    })
}

fn form(with_code: bool, messages: &Messages) -> impl IntoView + use<> {
    let code = with_code.then(|| proof::second_factor("code", t!("prove-code"), messages));
    view! {
        <form method="post" action="/staff/prove" novalidate>
            <TextField
                name="password"
                label=t!("password-label")
                kind=Kind::Password
                error=messages.at("password")
                autocomplete="current-password"
            />
            {code}
            <Button>{t!("continue")}</Button>
        </form>
    }
}

fn message(problem: Problem) -> (&'static str, Wording) {
    match problem {
        Problem::Password(problem) => ("password", proof::message(problem)),
        Problem::Code(problem) => ("code", sign_in_code::message(problem, Way::App)),
    }
}
