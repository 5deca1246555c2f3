//! `/account/records/{id}/add`: what the person may add; and the form of each sort, also to correct one.

use crate::components::{
    Button, Document, ErrorSummary, Frame, Kind, Messages, Room, TextArea, TextField, document,
};
use crate::page::Page;
use domain::ids::RecordId;
use domain::policy;
use domain::text::TextError;
use domain::thing::own::{ADDABLE, DateError, Draft, Problem};
use domain::thing::reading::Sort;
use domain::units::Units;
use leptos::prelude::*;
use words::Wording;
use words::t;

/// Which record something is added to.
#[derive(Clone)]
pub struct Choose {
    pub record: RecordId,
    pub name: String,
}

pub fn choose(frame: &Frame, view: &Choose) -> Page {
    let about = Document::new(Room::Patient, t!("add-heading"));
    document(frame, about, || {
        let doors = ADDABLE.map(|sort| {
            let href = format!("/account/records/{}/add/{}", view.record, sort.name());
            view! {
                <a class="door" href=href>
                    <strong>{sort_name(sort)}</strong>
                </a>
            }
        });
        view! {
            <p class="back">
                <a href=format!("/account/records/{}", view.record)>{view.name.clone()}</a>
            </p>
            <h1>{t!("add-heading")}</h1>
            <p>{t!("add-for", record = view.name.clone())}</p>
            {doors.into_iter().collect_view()}
        }
    })
}

fn sort_name(sort: Sort) -> Wording {
    match sort {
        Sort::BloodPressure => t!("add-sort-blood-pressure"),
        Sort::Medicine => t!("add-sort-medicine"),
        Sort::Allergy => t!("add-sort-allergy"),
        Sort::Note => t!("add-sort-note"),
        _ => t!("add-sort-weight"),
    }
}

/// The form of one thing.
#[derive(Clone)]
pub struct View {
    pub record: RecordId,
    pub name: String,
    pub sort: Sort,
    /// Where the form goes.
    pub action: String,
    /// The state of the thing that is changed; None for a new one.
    pub seen: Option<String>,
    pub draft: Draft,
    pub problems: Vec<Trouble>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    Typed(Problem),
    Changed,
    TooMany,
}

pub fn page(frame: &Frame, view: &View) -> Page {
    let messages: Messages = view
        .problems
        .iter()
        .map(|trouble| message(trouble, view.draft.units))
        .collect();
    let heading = heading(view);
    let about = Document {
        errors: messages.any(),
        times_out: true,
        ..Document::new(Room::Patient, heading.clone())
    };
    document(frame, about, || {
        let seen = view
            .seen
            .clone()
            .map(|seen| view! { <input type="hidden" name="seen" value=seen /> });
        view! {
            <p class="back">
                <a href=format!("/account/records/{}", view.record)>{view.name.clone()}</a>
            </p>
            <ErrorSummary messages=&messages />
            <h1>{heading}</h1>
            <p>{t!("add-for", record = view.name.clone())}</p>
            <form method="post" action=view.action.clone() novalidate>
                {seen}
                {fields(view, &messages)}
                <TextField
                    name="date"
                    label=date_label(view.sort)
                    kind=Kind::Date
                    hint=Some(t!("add-date-hint"))
                    error=messages.at("date")
                    value=view.draft.date.clone()
                    autocomplete="off"
                />
                <p class="hint">{t!("add-clinics")}</p>
                <Button>{t!("add-save")}</Button>
            </form>
        }
    })
}

fn heading(view: &View) -> Wording {
    match (view.sort, view.seen.is_some()) {
        (Sort::BloodPressure, false) => t!("add-new-blood-pressure"),
        (Sort::Medicine, false) => t!("add-new-medicine"),
        (Sort::Allergy, false) => t!("add-new-allergy"),
        (Sort::Note, false) => t!("add-new-note"),
        (_, false) => t!("add-new-weight"),
        (Sort::BloodPressure, true) => t!("add-change-blood-pressure"),
        (Sort::Medicine, true) => t!("add-change-medicine"),
        (Sort::Allergy, true) => t!("add-change-allergy"),
        (Sort::Note, true) => t!("add-change-note"),
        (_, true) => t!("add-change-weight"),
    }
}

fn date_label(sort: Sort) -> Wording {
    match sort {
        Sort::Medicine => t!("add-date-started"),
        Sort::Allergy => t!("add-date-noticed"),
        _ => t!("add-date"),
    }
}

fn fields(view: &View, messages: &Messages) -> AnyView {
    let draft = &view.draft;
    let text = |name: &'static str, label: Wording, hint: Option<Wording>, value: &str| {
        view! {
            <TextField
                name=name
                label=label
                hint=hint
                error=messages.at(name)
                value=value.to_owned()
                autocomplete="off"
            />
        }
    };
    match view.sort {
        Sort::BloodPressure => {
            let hint = |example: &str| Some(t!("add-pressure-hint", example = example.to_owned()));
            view! {
                {text("systolic", t!("add-systolic"), hint("132"), &draft.systolic)}
                {text("diastolic", t!("add-diastolic"), hint("84"), &draft.diastolic)}
            }
            .into_any()
        }
        Sort::Medicine => view! {
            {text("name", t!("add-medicine"), None, &draft.name)}
            {text("more", t!("add-dose"), None, &draft.more)}
        }
        .into_any(),
        Sort::Allergy => view! {
            {text("name", t!("add-allergy"), None, &draft.name)}
            {text("more", t!("add-reaction"), None, &draft.more)}
        }
        .into_any(),
        Sort::Note => view! {
            <TextArea
                name="note"
                label=t!("add-note")
                error=messages.at("note")
                value=draft.note.clone()
            />
        }
        .into_any(),
        _ => {
            let (label, example) = match draft.units {
                Units::Metric => (t!("add-weight"), "68.4"),
                Units::Imperial => (t!("add-weight-pounds"), "150.8"),
            };
            let hint = t!("add-weight-hint", example = example);
            // What is typed is in the units that the form named, regardless of what is chosen meanwhile.
            view! {
                <input type="hidden" name="units" value=draft.units.name() />
                {text("weight", label, Some(hint), &draft.weight)}
            }
            .into_any()
        }
    }
}

fn message(trouble: &Trouble, units: Units) -> (&'static str, Wording) {
    let problem = match trouble {
        Trouble::Changed => return ("main", t!("add-changed")),
        Trouble::TooMany => return ("main", t!("add-too-many")),
        Trouble::Typed(problem) => problem,
    };
    match problem {
        Problem::Date(DateError::Shape) => ("date", t!("add-date-shape")),
        Problem::Date(DateError::InFuture) => ("date", t!("add-date-future")),
        Problem::Date(DateError::TooEarly) => ("date", t!("add-date-early")),
        Problem::Weight => match units {
            Units::Metric => ("weight", t!("add-weight-wrong")),
            Units::Imperial => ("weight", t!("add-weight-wrong-pounds")),
        },
        Problem::Systolic => ("systolic", t!("add-systolic-wrong")),
        Problem::Diastolic => ("diastolic", t!("add-diastolic-wrong")),
        Problem::Swapped => ("systolic", t!("add-pressure-swapped")),
        Problem::Name(error) => ("name", words(*error, t!("add-name-empty"))),
        Problem::More(error) => ("more", words(*error, t!("add-name-empty"))),
        Problem::Note(error) => ("note", words(*error, t!("add-note-empty"))),
    }
}

fn words(error: TextError, empty: Wording) -> Wording {
    match error {
        TextError::Empty => empty,
        TextError::TooLong { max } => t!("add-name-long", max = max),
        TextError::Invisible => t!("add-name-hidden"),
    }
}

/// As much of a typed text as a page shows again.
pub fn kept(typed: &str) -> String {
    typed.chars().take(policy::NOTE_MAX * 2).collect()
}
