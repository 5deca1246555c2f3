//! `/connect/record`: which of the person's records to connect, or a new one.

use crate::components::{
    Button, Choices, Document, ErrorSummary, Frame, Messages, Radio, Room, Step, Steps, TextField,
    Weight, document,
};
use crate::page::Page;
use crate::pages::account::change_record::name_words;
use domain::clinic::Clinic;
use domain::ids::RecordId;
use domain::likeness::{Verdict, judge};
use domain::policy;
use domain::text::TextError;
use domain::timestamp::Timestamp;
use leptos::prelude::*;
use words::Wording;
use words::t;

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
    pub made_at: Timestamp,
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
    /// Another record has this name.
    NameTaken,
    /// As many records as one person may have.
    TooMany,
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
            <Steps now=Step::Record />
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
                    hint=Some(hint(view, record))
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

fn hint(view: &View, record: &Choosable) -> Wording {
    let clinic = view.clinic.name.clone();
    let date = words::date(view.clinic.time_zone.at(record.made_at));
    match (record.connected, is_spoken_of(view, record)) {
        (true, true) => t!(
            "record-connected-and-spoken-of",
            clinic = clinic,
            date = date
        ),
        (true, false) => t!("record-connected", clinic = clinic, date = date),
        (false, true) => t!("record-spoken-of", clinic = clinic, date = date),
        (false, false) => t!("account-record-since", date = date),
    }
}

/// Whether the letter means this record and fits no other one better.
fn is_spoken_of(view: &View, record: &Choosable) -> bool {
    let others = view.records.iter().filter(|other| other.id != record.id);
    let others: Vec<&str> = others.map(|other| other.name.as_str()).collect();
    judge(&view.friendly_name, &record.name, &others) == Verdict::Match
}

fn message(problem: &Problem) -> (&'static str, Wording) {
    match problem {
        Problem::NothingChosen => ("record", t!("record-nothing-chosen")),
        Problem::Name(error) => ("record_name", name_words(*error)),
        Problem::NameTaken => ("record_name", t!("record-name-taken")),
        Problem::TooMany => ("record", t!("record-form-too-many", max = policy::RECORDS)),
    }
}
