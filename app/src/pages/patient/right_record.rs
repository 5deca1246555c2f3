//! "Is this the right record?": asked in place of the decision where the letter names another record than the chosen one.
//! Nothing is chosen beforehand.

use super::pair::{Pair, PairShown};
use crate::components::{
    Button, Choices, Document, ErrorSummary, Frame, Messages, Radio, Room, document,
};
use crate::page::Page;
use crate::pages::clinic::Call;
use domain::clinic::Clinic;
use domain::ids::RecordId;
use domain::timestamp::Timestamp;
use leptos::prelude::*;
use words::Wording;
use words::t;

/// The values of the answers that name no record.
pub const THIS: &str = "this";
pub const ANOTHER: &str = "another";
pub const NOT_SURE: &str = "not-sure";

#[derive(Clone)]
pub struct View {
    pub clinic: Clinic,
    pub pair: Pair,
    /// Records that fit the letter better.
    pub better: Vec<Better>,
    /// Where the form goes.
    pub action: String,
    /// What the form carries along: names and values.
    pub carried: Vec<(&'static str, String)>,
    /// Where the patient stops, and what that link says.
    pub stop: (String, Wording),
    pub problem: Option<Problem>,
}

#[derive(Clone)]
pub struct Better {
    pub id: RecordId,
    pub name: String,
    pub made_at: Timestamp,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    NothingChosen,
    /// The page that the answer was given on said something else.
    Changed,
}

pub fn page(frame: &Frame, view: &View) -> Page {
    let messages: Messages = view.problem.into_iter().map(message).collect();
    let about = Document {
        errors: messages.any(),
        times_out: true,
        accent: view.clinic.accent,
        ..Document::new(Room::Patient, t!("right-record-heading"))
    };
    document(frame, about, || {
        let carried: Vec<_> = view
            .carried
            .iter()
            .map(|(name, value)| view! { <input type="hidden" name=*name value=value.clone() /> })
            .collect();
        let answers = answers(view);
        let (stop, stop_words) = view.stop.clone();
        view! {
            <ErrorSummary messages=&messages />
            <h1>{t!("right-record-heading")}</h1>
            <PairShown pair=&view.pair />
            <form method="post" action=view.action.clone() novalidate>
                {carried}
                <Choices
                    name="record_check"
                    legend=t!("right-record-legend")
                    hint=Some(t!("right-record-hint"))
                    error=messages.at("record_check")
                >
                    {answers}
                </Choices>
                <Button>{t!("continue")}</Button>
            </form>
            <p>
                <a href=stop>{stop_words}</a>
            </p>
            <Call clinic=&view.clinic />
        }
    })
}

fn answers(view: &View) -> impl IntoView + use<> {
    let better: Vec<_> = view
        .better
        .iter()
        .map(|record| {
            let hint = t!(
                "right-record-better",
                record = record.name.clone(),
                date = words::date(view.clinic.time_zone.at(record.made_at))
            );
            view! {
                <Radio name="record_check" value=record.id.to_string() label=record.name.clone() hint=Some(hint) />
            }
        })
        .collect();
    let another = view.better.is_empty().then(|| {
        let hint = t!("right-record-another-hint");
        view! { <Radio name="record_check" value=ANOTHER label=t!("right-record-another") hint=Some(hint) /> }
    });
    let this = t!(
        "right-record-this-hint",
        letter = view.pair.letter.clone(),
        record = view.pair.record.clone()
    );
    view! {
        {better}
        {another}
        <Radio name="record_check" value=THIS label=view.pair.record.clone() hint=Some(this) />
        <Radio
            name="record_check"
            value=NOT_SURE
            label=t!("right-record-not-sure")
            hint=Some(t!("right-record-not-sure-hint"))
        />
    }
}

fn message(problem: Problem) -> (&'static str, Wording) {
    let words = match problem {
        Problem::NothingChosen => t!("right-record-nothing-chosen"),
        Problem::Changed => t!("right-record-changed"),
    };
    ("record_check", words)
}
