//! A desk that was left alone: this page takes the place of every other.

use super::proof;
use crate::components::{
    Button, Document, ErrorSummary, Frame, Kind, Messages, Room, TextField, Weight, document,
};
use crate::page::Page;
use crate::pages::account::sign_in;
use domain::policy;
use leptos::prelude::*;
use words::t;

/// What happens to a form that came to the locked desk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sent {
    /// None came.
    #[default]
    Nothing,
    /// It is sent on after the password.
    Kept,
    TooLarge,
}

#[derive(Clone, Default)]
pub struct View {
    /// Whose desk it is.
    pub name: String,
    pub sent: Sent,
    pub problem: Option<sign_in::Problem>,
}

pub fn page(frame: &Frame, view: &View) -> Page {
    let messages: Messages = view
        .problem
        .map(|problem| ("password", proof::message(problem)))
        .into_iter()
        .collect();
    let about = Document {
        errors: messages.any(),
        ..Document::new(Room::Entrance, t!("lock-heading"))
    };
    document(frame, about, || {
        let minutes = policy::DESK_IDLE.as_secs() / 60;
        let sent = match view.sent {
            Sent::Nothing => None,
            Sent::Kept => Some(t!("lock-kept")),
            Sent::TooLarge => Some(t!("lock-not-kept")),
        };
        view! {
            <div class="narrow">
                <ErrorSummary messages=&messages />
                <h1>{t!("lock-heading")}</h1>
                <p>{t!("lock-why", minutes = minutes, name = view.name.clone())}</p>
                {sent.map(|words| view! { <p>{words}</p> })}
                <form method="post" action="/staff/unlock" novalidate>
                    <TextField
                        name="password"
                        label=t!("password-label")
                        kind=Kind::Password
                        error=messages.at("password")
                        autocomplete="current-password"
                    />
                    <Button>{t!("lock-go-on")}</Button>
                </form>
                <section class="other-way">
                    <h2>{t!("lock-not-you")}</h2>
                    <form method="post" action="/staff/sign-out">
                        <Button weight=Weight::Quiet>{t!("sign-out")}</Button>
                    </form>
                </section>
            </div>
        }
    })
}
