//! `/connect/record`: which of the person's records to connect, or a new one.

use crate::components::{
    Button, Choices, Document, ErrorSummary, Frame, Messages, Radio, Room, TextField, Weight,
    document,
};
use crate::domain::ids::RecordId;
use crate::domain::record::speaks_of;
use crate::domain::text::TextError;
use crate::page::Page;
use crate::pages::clinic::Clinic;
use crate::t;
use leptos::prelude::*;

#[derive(Clone)]
pub struct View {
    pub clinic: Clinic,
    pub friendly_name: String,
    /// The name of the person who is signed in.
    pub person: String,
    /// The person's records.
    pub records: Vec<Choosable>,
    pub chosen: Option<Chosen>,
    /// As typed.
    pub record_name: String,
    pub problem: Option<Problem>,
}

/// One record to choose from.
#[derive(Clone)]
pub struct Choosable {
    pub id: RecordId,
    pub name: String,
    /// This clinic is connected to it already.
    pub connected: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chosen {
    Record(RecordId),
    New,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Nothing, or nothing of the person's.
    NothingChosen,
    /// The new record's name.
    Name(TextError),
}

pub fn page(frame: &Frame, view: &View) -> Page {
    let messages: Messages = view.problem.iter().map(message).collect();
    let about = Document {
        errors: messages.any(),
        times_out: true,
        accent: view.clinic.accent,
        ..Document::new(Room::Patient, t!("record-title"))
    };
    document(frame, about, || {
        let question = if view.records.is_empty() {
            first(view, &messages).into_any()
        } else {
            choose(view, &messages).into_any()
        };
        view! {
            <ErrorSummary messages=&messages />
            <div class="signed-in">
                <p>{t!("record-signed-in", name = view.person.clone())}</p>
                <form method="post" action="/sign-out-and-return">
                    <Button weight=Weight::Quiet>{t!("record-not-you")}</Button>
                </form>
            </div>
            <p class="friendly-name">
                <span>{t!("record-for")}</span>
                <strong>{view.friendly_name.clone()}</strong>
            </p>
            <form method="post" action="/connect/record" novalidate>
                {question}
                <Button>{t!("continue")}</Button>
            </form>
        }
    })
}

/// Without any record the only choice is a new one.
fn first(view: &View, messages: &Messages) -> impl IntoView + use<> {
    view! {
        <h1>{t!("record-first-heading", clinic = view.clinic.name.clone())}</h1>
        <p>{t!("record-first-intro")}</p>
        <input type="hidden" name="record" value="new" />
        {name_field(view, messages)}
    }
}

fn choose(view: &View, messages: &Messages) -> impl IntoView + use<> {
    let radios: Vec<_> = view
        .records
        .iter()
        .map(|record| {
            let checked = view.chosen == Some(Chosen::Record(record.id));
            view! {
                <Radio
                    name="record"
                    value=record.id.to_string()
                    label=record.name.clone()
                    hint=hint(view, record)
                    checked=checked
                />
            }
        })
        .collect();
    let new_chosen = view.chosen == Some(Chosen::New);
    let name_field = name_field(view, messages);
    view! {
        <Choices
            name="record"
            legend=t!("record-heading", clinic = view.clinic.name.clone())
            heading=true
            error=messages.at("record")
        >
            {radios}
            <Radio name="record" value="new" label=t!("record-new") checked=new_chosen>
                {name_field}
            </Radio>
        </Choices>
    }
}

fn name_field(view: &View, messages: &Messages) -> impl IntoView + use<> {
    view! {
        <TextField
            name="record_name"
            label=t!("record-name-label")
            error=messages.at("record_name")
            value=view.record_name.clone()
            autocomplete="off"
        />
    }
}

fn hint(view: &View, record: &Choosable) -> Option<String> {
    let clinic = view.clinic.name.clone();
    match (
        record.connected,
        speaks_of(&view.friendly_name, &record.name),
    ) {
        (true, true) => Some(t!("record-connected-and-spoken-of", clinic = clinic)),
        (true, false) => Some(t!("record-connected", clinic = clinic)),
        (false, true) => Some(t!("record-spoken-of", clinic = clinic)),
        (false, false) => None,
    }
}

fn message(problem: &Problem) -> (&'static str, String) {
    match problem {
        Problem::NothingChosen => ("record", t!("record-nothing-chosen")),
        Problem::Name(TextError::Empty) => ("record_name", t!("record-name-empty")),
        Problem::Name(TextError::TooLong { max }) => {
            ("record_name", t!("record-name-too-long", max = *max))
        }
        Problem::Name(TextError::Invisible) => ("record_name", t!("record-name-invisible")),
    }
}
