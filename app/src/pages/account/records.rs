//! `/account/records`: the person's records, to rename and remove; and the form of one.

use super::about_words;
use crate::components::{
    Button, ButtonLink, Choices, Document, ErrorSummary, Frame, Kind, Messages, Radio, Room,
    TextField, document,
};
use crate::page::Page;
use crate::pages::account::change_record::name_words;
use domain::ids::RecordId;
use domain::policy;
use domain::record::{About, BirthYearError, Relation};
use domain::text::TextError;
use leptos::prelude::*;
use words::Wording;
use words::t;

#[derive(Clone)]
pub struct List {
    pub records: Vec<Line>,
}

#[derive(Clone)]
pub struct Line {
    pub id: RecordId,
    pub name: String,
    pub about: About,
    /// No clinic is connected; whether anything is in it is looked at when it is removed.
    pub removable: bool,
}

pub fn list(frame: &Frame, view: &List) -> Page {
    let about = Document::new(Room::Patient, t!("records-heading"));
    document(frame, about, || {
        let lines: Vec<_> = view.records.iter().map(line).collect();
        view! {
            <p class="back">
                <a href="/account">{t!("records-back")}</a>
            </p>
            <h1>{t!("records-heading")}</h1>
            <p>{t!("records-in-use")}</p>
            <ul class="own-rows card">{lines}</ul>
            <ButtonLink href="/account/records/new">{t!("record-form-new")}</ButtonLink>
        }
    })
}

fn line(line: &Line) -> impl IntoView + use<> {
    let path = |what: &str| format!("/account/records/{}/{what}", line.id);
    let of = || t!("records-change-record", record = line.name.clone());
    let remove = line.removable.then(|| {
        view! {
            <a href=path("remove")>
                {t!("records-remove")} <span class="unseen">{of()}</span>
            </a>
        }
    });
    view! {
        <li>
            <span class="grow">
                <strong>{line.name.clone()}</strong>
                <span class="hint">{about_words(line.about)}</span>
            </span>
            <a href=path("change")>
                {t!("records-change")} <span class="unseen">{of()}</span>
            </a>
            {remove}
        </li>
    }
}

/// The form of a record, new or not.
#[derive(Clone, Debug, Default)]
pub struct Form {
    /// None for a new one.
    pub id: Option<RecordId>,
    pub name: String,
    pub relation: String,
    pub birth_year: String,
    /// The digest of what the page shows.
    pub seen: String,
    pub problems: Vec<Problem>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    Name(TextError),
    NameTaken,
    Relation,
    BirthYear(BirthYearError),
    TooMany,
    Changed,
}

pub fn form(frame: &Frame, view: &Form) -> Page {
    let messages: Messages = view.problems.iter().map(message).collect();
    let (heading, action, act) = match view.id {
        None => (
            t!("record-form-new"),
            "/account/records/new".to_owned(),
            t!("record-form-create"),
        ),
        Some(id) => (
            t!("record-form-change"),
            format!("/account/records/{id}/change"),
            t!("record-form-save"),
        ),
    };
    let about = Document {
        errors: messages.any(),
        times_out: true,
        ..Document::new(Room::Patient, heading.clone())
    };
    document(frame, about, || {
        let seen = view.id.map(|_| {
            view! { <input type="hidden" name="seen" value=view.seen.clone() /> }
        });
        let radios: Vec<_> = Relation::ALL
            .map(|relation| {
                let checked = view.relation == relation.name();
                view! {
                    <Radio
                        name="relation"
                        value=relation.name()
                        label=relation_label(relation)
                        checked=checked
                    />
                }
            })
            .into();
        view! {
            <p class="back">
                <a href="/account">{t!("records-back")}</a>
            </p>
            <ErrorSummary messages=&messages />
            <h1>{heading}</h1>
            <form method="post" action=action novalidate>
                {seen}
                <TextField
                    name="name"
                    label=t!("record-form-name")
                    hint=Some(t!("record-form-name-hint"))
                    error=messages.at("name")
                    value=view.name.clone()
                    autocomplete="off"
                />
                <Choices
                    name="relation"
                    legend=t!("record-form-relation")
                    error=messages.at("relation")
                >
                    {radios}
                </Choices>
                <TextField
                    name="birth_year"
                    label=t!("record-form-birth-year")
                    kind=Kind::Digits
                    hint=Some(t!("record-form-birth-year-hint"))
                    error=messages.at("birth_year")
                    value=view.birth_year.clone()
                    autocomplete="off"
                />
                <Button>{act}</Button>
            </form>
        }
    })
}

fn relation_label(relation: Relation) -> Wording {
    match relation {
        Relation::Myself => t!("record-form-myself"),
        Relation::MyChild => t!("record-form-my-child"),
        Relation::CaredFor => t!("record-form-cared-for"),
    }
}

fn message(problem: &Problem) -> (&'static str, Wording) {
    match problem {
        Problem::Name(TextError::Empty) => ("name", t!("record-form-name-empty")),
        Problem::Name(error) => ("name", name_words(*error)),
        Problem::NameTaken => ("name", t!("record-name-taken")),
        Problem::Relation => ("relation", t!("record-form-relation-empty")),
        Problem::BirthYear(BirthYearError::Shape) => {
            ("birth_year", t!("record-form-birth-year-shape"))
        }
        Problem::BirthYear(BirthYearError::InFuture) => {
            ("birth_year", t!("record-form-birth-year-future"))
        }
        Problem::BirthYear(BirthYearError::TooEarly) => {
            ("birth_year", t!("record-form-birth-year-early"))
        }
        Problem::TooMany => ("main", t!("record-form-too-many", max = policy::RECORDS)),
        Problem::Changed => ("main", t!("record-form-changed")),
    }
}
