//! How the way ends before "connected": no dead ends, each page says whom to call and what to do next.

use crate::components::{ButtonLink, Document, Frame, Room, document};
use crate::page::Page;
use crate::pages::clinic::Call;
use domain::clinic::Clinic;
use domain::connect_request::Ending;
use domain::policy;
use leptos::prelude::*;
use words::Wording;
use words::t;

#[derive(Clone)]
pub enum View {
    /// The code cannot be used.
    Code { ending: Ending, clinic: Clinic },
    /// Its holder said that it was not meant for them; `connected` when someone had used it before.
    Thanks { clinic: Clinic, connected: bool },
    /// The time from the code to Authorize ran out.
    TimedOut,
    /// A page of the flow was opened without a code.
    NotStarted,
}

pub fn page(frame: &Frame, view: &View) -> Page {
    let (heading, next) = words(view);
    let clinic = match view {
        View::Code { clinic, .. } | View::Thanks { clinic, .. } => Some(clinic),
        View::TimedOut | View::NotStarted => None,
    };
    let about = Document {
        accent: clinic.and_then(|clinic| clinic.accent),
        ..Document::new(Room::Patient, heading.clone())
    };
    document(frame, about, || {
        let call = clinic.map(|clinic| view! { <Call clinic=clinic /> });
        let enter = match view {
            View::TimedOut | View::NotStarted => Some(t!("enter-code")),
            View::Code {
                ending: Ending::Replaced { .. },
                ..
            } => Some(t!("newer-code")),
            View::Code { .. } | View::Thanks { .. } => None,
        };
        let enter = enter.map(|words| view! { <ButtonLink href="/connect">{words}</ButtonLink> });
        view! {
            <h1>{heading}</h1>
            <p class="lead">{next}</p>
            {call}
            {enter}
        }
    })
}

fn words(view: &View) -> (Wording, Wording) {
    match view {
        View::Code { ending, clinic } => code_words(*ending, clinic),
        View::Thanks {
            clinic,
            connected: false,
        } => (
            t!("thanks-heading"),
            t!("thanks-next", clinic = clinic.name.clone()),
        ),
        View::Thanks {
            clinic,
            connected: true,
        } => (
            t!("thanks-heading"),
            t!(
                "thanks-connected-next",
                clinic = clinic.name.clone(),
                phone = clinic.phone.clone()
            ),
        ),
        View::TimedOut => (
            t!("timed-out-heading"),
            t!("timed-out-next", minutes = policy::FLOW.as_secs() / 60),
        ),
        View::NotStarted => (t!("not-started-heading"), t!("not-started-next")),
    }
}

fn code_words(ending: Ending, clinic: &Clinic) -> (Wording, Wording) {
    let name = || clinic.name.clone();
    let phone = || clinic.phone.clone();
    match ending {
        Ending::Ended { at } => (
            t!("ended-heading", date = words::date(clinic.time_zone.at(at))),
            t!("ended-next", clinic = name(), phone = phone()),
        ),
        Ending::Replaced { at } => (
            t!("replaced-heading", clinic = name()),
            t!("replaced-next", date = words::date(clinic.time_zone.at(at))),
        ),
        Ending::Stopped => (
            t!("stopped-heading"),
            t!("stopped-next", clinic = name(), phone = phone()),
        ),
        Ending::Refused => (
            t!("refused-heading"),
            t!("refused-next", clinic = name(), phone = phone()),
        ),
        Ending::Withdrawn => (
            t!("withdrawn-heading", clinic = name()),
            t!("withdrawn-next", phone = phone()),
        ),
        Ending::UsedBySomeoneElse => (
            t!("used-heading"),
            t!("used-next", clinic = name(), phone = phone()),
        ),
    }
}
