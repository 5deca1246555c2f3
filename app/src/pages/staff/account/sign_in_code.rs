//! `/staff/sign-in/code` and `/staff/sign-in/recovery`: the second step at the door to the desk.

use crate::components::{
    Button, Document, ErrorSummary, Frame, Kind, Messages, Room, TextField, document,
};
use crate::page::Page;
use crate::pages::account::sign_in::locked;
use domain::timestamp::Timestamp;
use domain::zone::Zone;
use leptos::prelude::*;
use words::Wording;
use words::t;

/// What the code comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Way {
    #[default]
    App,
    /// Kept for the day when the app is lost.
    Recovery,
}

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

#[derive(Clone, Copy, Default)]
pub struct View {
    pub way: Way,
    pub problem: Option<Problem>,
}

/// Why a code was not taken.
pub(super) fn message(problem: Problem, way: Way) -> Wording {
    match problem {
        Problem::Empty => t!("code-step-empty"),
        Problem::Shape => t!("code-step-shape"),
        Problem::Wrong { now } => match way {
            Way::App => t!("code-step-wrong", clock = words::clock(Zone::UTC.at(now))),
            Way::Recovery => t!("recovery-step-wrong"),
        },
        Problem::Locked { seconds } => locked(seconds),
        Problem::Unavailable => t!("sign-in-unavailable"),
    }
}

/// The field for the six digits. What was typed is not shown again: it works once.
pub(super) fn digits(error: Option<Wording>) -> impl IntoView {
    view! {
        <TextField
            name="code"
            label=t!("code-step-label")
            kind=Kind::Digits
            error=error
            autocomplete="one-time-code"
        />
    }
}

pub fn page(frame: &Frame, view: &View) -> Page {
    let way = view.way;
    let messages: Messages = view
        .problem
        .map(|problem| ("code", message(problem, way)))
        .into_iter()
        .collect();
    let heading = match way {
        Way::App => t!("code-step-heading"),
        Way::Recovery => t!("recovery-step-heading"),
    };
    let about = Document {
        errors: messages.any(),
        ..Document::new(Room::Entrance, heading.clone())
    };
    document(frame, about, || {
        let error = messages.at("code");
        let form = match way {
            Way::App => with_app(error).into_any(),
            Way::Recovery => with_recovery(error).into_any(),
        };
        view! {
            <div class="narrow">
                <ErrorSummary messages=&messages />
                <h1>{heading}</h1>
                {form}
                <p>
                    <a href="/staff/sign-in">{t!("code-step-start-over")}</a>
                </p>
            </div>
        }
    })
}

fn with_app(error: Option<Wording>) -> impl IntoView {
    view! {
        <p>{t!("code-step-hint")}</p>
        <form method="post" action="/staff/sign-in/code" novalidate>
            {digits(error)}
            <Button>{t!("continue")}</Button>
        </form>
        <p>
            <a href="/staff/sign-in/recovery">{t!("code-step-cannot")}</a>
        </p>
    }
}

fn with_recovery(error: Option<Wording>) -> impl IntoView {
    view! {
        <p>{t!("recovery-step-hint")}</p>
        <form method="post" action="/staff/sign-in/recovery" novalidate>
            <TextField
                name="code"
                label=t!("recovery-step-label")
                error=error
                autocomplete="off"
            />
            <Button>{t!("continue")}</Button>
        </form>
        <p>{t!("recovery-step-none")}</p>
        <p>
            <a href="/staff/sign-in/code">{t!("recovery-step-back")}</a>
        </p>
    }
}
