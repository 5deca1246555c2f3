//! `/staff/join/{token}`: where a link by mail leads. Someone new chooses a password, or one of the staff another one.

use crate::components::{
    Button, ButtonLink, Document, ErrorSummary, Frame, Messages, Room, document,
};
use crate::page::Page;
use crate::pages::password::{self, AccountAddress, NewPassword};
use domain::invitation::Over;
use domain::password::PasswordError;
use domain::zone::Zone;
use leptos::prelude::*;
use words::Wording;
use words::t;

/// Why no password was set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    Password(PasswordError),
    /// Too much is being hashed just now, or the database does not answer.
    Unavailable,
}

/// A link that works.
#[derive(Clone)]
pub struct Choose {
    pub token: String,
    pub clinic: String,
    pub name: String,
    pub email: String,
    /// Not of the staff yet.
    pub new: bool,
    pub problem: Option<Problem>,
}

#[derive(Clone)]
pub enum View {
    Choose(Choose),
    /// It no longer works.
    Over {
        over: Over,
        clinic: String,
        /// That of the clinic.
        zone: Zone,
    },
    /// Someone of the staff has the address by now.
    EmailTaken,
    /// No one was sent it, or there is a newer one.
    Unknown,
    /// The password is set.
    Done,
}

pub fn page(frame: &Frame, view: &View) -> Page {
    match view {
        View::Choose(choose) => form(frame, choose),
        View::Over { over, clinic, zone } => {
            let (heading, next) = over_words(*over, clinic, *zone);
            told(frame, heading, next, matches!(over, Over::Used))
        }
        View::EmailTaken => told(frame, t!("join-used"), t!("join-email-taken"), true),
        View::Unknown => told(frame, t!("join-unknown"), t!("join-unknown-next"), false),
        View::Done => told(frame, t!("join-done"), t!("join-done-next"), true),
    }
}

fn message(problem: Problem) -> (&'static str, Wording) {
    match problem {
        Problem::Password(error) => ("password", password::message(error)),
        Problem::Unavailable => ("password", t!("sign-in-unavailable")),
    }
}

fn form(frame: &Frame, view: &Choose) -> Page {
    let messages: Messages = view.problem.into_iter().map(message).collect();
    let heading = if view.new {
        t!("join-heading", clinic = view.clinic.clone())
    } else {
        t!("join-new-password-heading")
    };
    let about = Document {
        errors: messages.any(),
        ..Document::new(Room::Entrance, heading.clone())
    };
    document(frame, about, || {
        let action = format!("/staff/join/{}", view.token);
        view! {
            <div class="narrow">
                <ErrorSummary messages=&messages />
                <h1>{heading}</h1>
                <p>{t!("join-about", name = view.name.clone())}</p>
                <form method="post" action=action novalidate>
                    <AccountAddress email=view.email.clone() />
                    <NewPassword label=t!("password-label") messages=&messages />
                    <Button>{t!("join-save")}</Button>
                </form>
            </div>
        }
    })
}

fn over_words(over: Over, clinic: &str, zone: Zone) -> (Wording, Wording) {
    match over {
        Over::Used => (t!("join-used"), t!("join-used-next")),
        Over::Withdrawn => (
            t!("join-withdrawn"),
            t!("join-withdrawn-next", clinic = clinic),
        ),
        Over::Expired { at } => (
            t!("join-expired", at = words::moment(zone.at(at))),
            t!("join-expired-next", clinic = clinic),
        ),
    }
}

/// No dead end: those who may sign in are led there.
fn told(frame: &Frame, heading: Wording, next: Wording, sign_in: bool) -> Page {
    let about = Document::new(Room::Entrance, heading.clone());
    document(frame, about, || {
        let sign_in = sign_in.then(|| {
            view! { <ButtonLink href="/staff/sign-in">{t!("staff-sign-in-heading")}</ButtonLink> }
        });
        view! {
            <div class="narrow">
                <h1>{heading}</h1>
                <p>{next}</p>
                {sign_in}
            </div>
        }
    })
}
