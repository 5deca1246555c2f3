//! `/sign-in/code`: the second step of a person's sign-in.

use super::sign_in::locked;
use crate::components::{
    Button, Document, ErrorSummary, Frame, Messages, Room, TextField, document,
};
use crate::page::Page;
use domain::timestamp::Timestamp;
use domain::zone::Zone;
use leptos::prelude::*;
use words::Wording;
use words::t;

/// Why a code was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    Empty,
    Shape,
    /// `now` by our clock: the code of an app goes by its phone's.
    Wrong {
        now: Timestamp,
    },
    Locked {
        seconds: u64,
    },
    Unavailable,
}

#[derive(Clone, Debug, Default)]
pub struct View {
    /// The clinic whose code was answered just before, where there is one.
    pub clinic: Option<String>,
    pub problem: Option<Problem>,
}

pub(super) fn message(problem: Problem) -> Wording {
    match problem {
        Problem::Empty => t!("second-step-empty"),
        Problem::Shape => t!("second-step-shape"),
        Problem::Wrong { now } => {
            t!("second-step-wrong", clock = words::clock(Zone::UTC.at(now)))
        }
        Problem::Locked { seconds } => locked(seconds),
        Problem::Unavailable => t!("sign-in-unavailable"),
    }
}

pub fn page(frame: &Frame, view: &View) -> Page {
    let problem = view.problem.map(|problem| ("code", message(problem)));
    let messages: Messages = problem.into_iter().collect();
    let about = Document {
        errors: messages.any(),
        ..Document::new(Room::Patient, t!("second-step-ask-heading"))
    };
    document(frame, about, || {
        let why = |clinic: String| view! { <p class="lead">{t!("second-step-ask-why", clinic = clinic)}</p> };
        view! {
            <ErrorSummary messages=&messages />
            <h1>{t!("second-step-ask-heading")}</h1>
            {view.clinic.clone().map(why)}
            <p>{t!("second-step-ask-hint")}</p>
            <form method="post" action="/sign-in/code" novalidate>
                {code(&messages, t!("second-step-digits"), Some(t!("second-step-ask-lost")))}
                <Button>{t!("continue")}</Button>
            </form>
            <p>
                <a href="/sign-in">{t!("second-step-ask-over")}</a>
            </p>
        }
    })
}

/// The field for the six digits, or a recovery code. What was typed is not shown again: it works once.
pub(super) fn code(
    messages: &Messages,
    label: Wording,
    hint: Option<Wording>,
) -> impl IntoView + use<> {
    view! {
        <TextField
            name="code"
            label=label
            hint=hint
            error=messages.at("code")
            autocomplete="one-time-code"
        />
    }
}
