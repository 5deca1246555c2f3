//! `/account/join`: someone who was invited to look after a record enters the digits that they were told.

use crate::components::{
    Button, ButtonLink, Choices, Document, ErrorSummary, Frame, Kind, Messages, Radio, Room,
    TextField, Weight, document,
};
use crate::page::Page;
use domain::policy;
use domain::record::Relation;
use leptos::prelude::*;
use words::Wording;
use words::t;

#[derive(Clone)]
pub struct View {
    /// The name of the one who invites.
    pub by: String,
    /// As chosen.
    pub relation: String,
    pub problem: Option<Problem>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    NotDigits,
    Wrong { left: u32 },
    NoRelation,
    TooMany,
}

pub fn page(frame: &Frame, view: &View) -> Page {
    let problem = view.problem.iter();
    let messages: Messages = problem.map(|one| message(*one, &view.by)).collect();
    let about = Document {
        errors: messages.any(),
        times_out: true,
        ..Document::new(Room::Patient, t!("care-heading"))
    };
    document(frame, about, || {
        let relations: Vec<_> = Relation::ALL
            .into_iter()
            .map(|relation| {
                let label = match relation {
                    Relation::Myself => t!("record-form-myself"),
                    Relation::MyChild => t!("record-form-my-child"),
                    Relation::CaredFor => t!("record-form-cared-for"),
                };
                view! {
                    <Radio
                        name="relation"
                        value=relation.name()
                        label=label
                        checked=view.relation == relation.name()
                    />
                }
            })
            .collect();
        view! {
            <ErrorSummary messages=&messages />
            <h1>{t!("care-heading")}</h1>
            <p>{t!("care-what", name = view.by.clone())}</p>
            <form method="post" action="/account/join" novalidate>
                <TextField
                    name="digits"
                    label=t!("care-digits", name = view.by.clone())
                    kind=Kind::Digits
                    error=messages.at("digits")
                    autocomplete="off"
                />
                <Choices
                    name="relation"
                    legend=t!("record-form-relation")
                    error=messages.at("relation")
                >
                    {relations}
                </Choices>
                <div class="decision">
                    <Button name="decision" value="join">{t!("care-act")}</Button>
                    <Button name="decision" value="leave" weight=Weight::Secondary>
                        {t!("care-leave")}
                    </Button>
                </div>
            </form>
        }
    })
}

fn message(problem: Problem, by: &str) -> (&'static str, Wording) {
    match problem {
        Problem::NotDigits => ("digits", t!("care-digits-shape", name = by.to_owned())),
        Problem::Wrong { left } => ("digits", t!("care-wrong", left = left)),
        Problem::NoRelation => ("relation", t!("care-relation-empty")),
        Problem::TooMany => ("main", t!("care-too-many", max = policy::RECORDS)),
    }
}

/// The invitation waits no more.
pub fn over(frame: &Frame) -> Page {
    let about = Document::new(Room::Patient, t!("care-over"));
    document(frame, about, || {
        view! {
            <h1>{t!("care-over")}</h1>
            <p>{t!("care-over-next")}</p>
            <ButtonLink href="/account">{t!("records-back")}</ButtonLink>
        }
    })
}
