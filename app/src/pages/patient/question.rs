//! `/connect/question`: the question is the heading, the answer is shown as typed.

use crate::components::{
    Button, Document, ErrorSummary, Frame, Messages, Notice, Room, TextField, Tone, document,
};
use crate::domain::text::TextError;
use crate::page::Page;
use crate::pages::clinic::{Call, Clinic, Picture};
use crate::t;
use leptos::prelude::*;

#[derive(Clone)]
pub struct View {
    pub clinic: Clinic,
    pub question: String,
    /// As typed.
    pub answer: String,
    /// Tries that are left, once an answer was wrong.
    pub left: Option<u32>,
    pub problem: Option<Problem>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    Text(TextError),
    /// The agreed answer has no blank at an end, and this one has.
    Blank,
    /// `left` more answers are evaluated, at least 1: with none left the code has ended.
    Wrong {
        left: u32,
    },
    /// Wrong before, to the letter; not charged again.
    Repeated,
    /// As many answers as are left are being evaluated.
    OthersWaiting,
    /// The database does not answer, or too much is being hashed just now.
    Unavailable,
}

pub fn page(frame: &Frame, view: &View) -> Page {
    let clinic = &view.clinic;
    let messages: Messages = view
        .problem
        .iter()
        .map(|problem| ("answer", words(problem, view)))
        .collect();
    // A wrong answer's own message says how many tries are left.
    let left = view
        .left
        .filter(|_| !matches!(view.problem, Some(Problem::Wrong { .. })));
    let about = Document {
        errors: messages.any(),
        times_out: true,
        accent: view.clinic.accent,
        ..Document::new(Room::Patient, t!("question-title"))
    };
    document(frame, about, || {
        let hint = t!("question-hint", clinic = clinic.name.clone());
        let left = left.map(|left| {
            view! {
                <Notice tone=Tone::Warning>
                    <p>{t!("question-left", left = left)}</p>
                </Notice>
            }
        });
        view! {
            <ErrorSummary messages=&messages />
            {left}
            <Picture clinic=clinic />
            <p class="who-asks">{t!("question-who", clinic = clinic.name.clone())}</p>
            <form method="post" action="/connect/question" novalidate>
                <TextField
                    name="answer"
                    label=view.question.clone()
                    heading=true
                    hint=Some(hint)
                    error=messages.at("answer")
                    value=view.answer.clone()
                    autocomplete="off"
                />
                <Button>{t!("continue")}</Button>
            </form>
            <ul class="ways-out">
                <li>
                    <a href="/connect/cannot-remember">{t!("question-cannot-remember")}</a>
                </li>
                <li>
                    <a href="/connect/not-me">{t!("question-not-me")}</a>
                </li>
            </ul>
            <Call clinic=clinic />
        }
    })
}

fn words(problem: &Problem, view: &View) -> String {
    match problem {
        Problem::Text(TextError::Empty) => t!("question-empty"),
        Problem::Text(TextError::TooLong { max }) => t!("question-too-long", max = *max),
        Problem::Text(TextError::Invisible) => t!("question-invisible"),
        Problem::Blank => {
            let ends = view.answer.ends_with(char::is_whitespace);
            t!(
                "question-blank",
                end = if ends { "finish" } else { "start" }
            )
        }
        Problem::Wrong { left } => t!(
            "question-wrong",
            left = *left,
            clinic = view.clinic.name.clone(),
            phone = view.clinic.phone.clone()
        ),
        Problem::Repeated => t!("question-repeated"),
        Problem::OthersWaiting => t!("question-others-waiting"),
        Problem::Unavailable => t!("question-unavailable"),
    }
}
