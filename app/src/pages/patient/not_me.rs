//! `/connect/not-me`: asks once more before a code is given up. Nothing is chosen beforehand.

use crate::components::{
    Button, Choices, Document, ErrorSummary, Frame, Messages, Radio, Room, document,
};
use crate::page::Page;
use domain::clinic::Clinic;
use leptos::prelude::*;
use words::t;

#[derive(Clone)]
pub struct View {
    pub clinic: Clinic,
    pub problem: Option<Problem>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    NothingChosen,
}

pub fn page(frame: &Frame, view: &View) -> Page {
    let messages: Messages = view
        .problem
        .iter()
        .map(|Problem::NothingChosen| ("choice", t!("not-me-nothing-chosen")))
        .collect();
    let about = Document {
        errors: messages.any(),
        accent: view.clinic.accent,
        ..Document::new(Room::Patient, t!("not-me-heading"))
    };
    document(frame, about, || {
        let hint = t!("not-me-hint", clinic = view.clinic.name.clone());
        let no_hint = t!("not-me-no-hint", clinic = view.clinic.name.clone());
        view! {
            <ErrorSummary messages=&messages />
            <form method="post" action="/connect/not-me" novalidate>
                <Choices
                    name="choice"
                    legend=t!("not-me-heading")
                    heading=true
                    hint=Some(hint)
                    error=messages.at("choice")
                >
                    <Radio name="choice" value="not-me" label=t!("not-me-no") hint=Some(no_hint) />
                    <Radio name="choice" value="mine" label=t!("not-me-yes") hint=Some(t!("not-me-yes-hint")) />
                </Choices>
                <Button>{t!("continue")}</Button>
            </form>
        }
    })
}
