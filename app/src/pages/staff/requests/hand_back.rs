//! `/staff/hand-back`: staff take the screen back from a patient, by their own password.

use crate::components::{
    Button, Document, ErrorSummary, Frame, Kind, Messages, Room, TextField, document,
};
use crate::page::Page;
use crate::pages::account::sign_in::{Problem, message};
use leptos::prelude::*;
use words::t;

#[derive(Clone, Default)]
pub struct View {
    /// Who handed the screen over.
    pub name: String,
    pub problem: Option<Problem>,
}

pub fn page(frame: &Frame, view: &View) -> Page {
    // There is one field, so the error belongs to it.
    let messages: Messages = view
        .problem
        .iter()
        .map(|problem| match problem {
            Problem::Wrong => ("password", t!("hand-back-wrong")),
            other => ("password", message(other).1),
        })
        .collect();
    let about = Document {
        errors: messages.any(),
        ..Document::new(Room::Patient, t!("hand-back-heading"))
    };
    document(frame, about, || {
        view! {
            <ErrorSummary messages=&messages />
            <h1>{t!("hand-back-heading")}</h1>
            <form method="post" action="/staff/hand-back" novalidate>
                <TextField
                    name="password"
                    label=t!("hand-back-password", name = view.name.clone())
                    kind=Kind::Password
                    error=messages.at("password")
                    autocomplete="current-password"
                />
                <Button>{t!("hand-back-go-on")}</Button>
            </form>
            <ul class="ways-out">
                <li>
                    <a href="/staff/handed-over">{t!("hand-back-patient")}</a>
                </li>
            </ul>
        }
    })
}
