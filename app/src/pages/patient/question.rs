//! `/connect/question`: the question is the heading, the answer is shown as typed.

use crate::components::{
    Button, Document, ErrorSummary, Frame, Messages, Notice, Room, Step, Steps, TextField, Tone,
    document,
};
use crate::page::Page;
use crate::pages::clinic::{Call, Picture};
use domain::challenge::AnswerMode;
use domain::clinic::Clinic;
use domain::connect_request::{ConnectRequest, Proof};
use domain::text::{self, TextError};
use leptos::prelude::*;
use words::Wording;
use words::t;

#[derive(Clone)]
pub struct View {
    pub clinic: Clinic,
    pub question: String,
    pub blanks: Blanks,
    /// As typed.
    pub answer: String,
    /// Tries that are left, once an answer was wrong.
    pub left: Option<u32>,
    pub problem: Option<Problem>,
}

/// Whether blanks in the answer count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Blanks {
    Count,
    /// Several count as one, and none at the ends.
    Lenient,
    /// The answer is words that were handed over.
    Never,
}

impl Blanks {
    pub fn of(request: &ConnectRequest) -> Self {
        match (request.proof, request.answer_mode) {
            (Proof::Phrase, _) => Self::Never,
            (_, AnswerMode::Strict) => Self::Count,
            (_, AnswerMode::Lenient) => Self::Lenient,
        }
    }

    const fn name(self) -> &'static str {
        match self {
            Self::Count => "count",
            Self::Lenient => "lenient",
            Self::Never => "never",
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    Text(TextError),
    /// The agreed answer has no blank at an end, and this one has.
    Blank,
    /// The agreed answer does not end with a full stop, and this one does.
    FullStop,
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
        let hint = t!(
            "question-hint",
            blanks = view.blanks.name(),
            clinic = clinic.name.clone()
        );
        let left = left.map(|left| {
            view! {
                <Notice tone=Tone::Warning>
                    <p>{t!("question-left", left = left)}</p>
                </Notice>
            }
        });
        view! {
            <ErrorSummary messages=&messages />
            <Steps now=Step::Question />
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

fn words(problem: &Problem, view: &View) -> Wording {
    match problem {
        Problem::Text(TextError::Empty) => t!("question-empty"),
        Problem::Text(TextError::TooLong { max }) => t!("question-too-long", max = *max),
        Problem::Text(TextError::Invisible) => t!("question-invisible"),
        Problem::Blank => {
            let hidden = |sign: char| !sign.is_whitespace() && text::is_hidden(sign);
            let ends = view
                .answer
                .trim_end_matches(hidden)
                .ends_with(char::is_whitespace);
            t!(
                "question-blank",
                end = if ends { "finish" } else { "start" }
            )
        }
        Problem::FullStop => t!("question-full-stop"),
        Problem::Wrong { left } => t!(
            "question-wrong",
            blanks = view.blanks.name(),
            left = *left,
            clinic = view.clinic.name.clone(),
            phone = view.clinic.phone.clone()
        ),
        Problem::Repeated => t!("question-repeated"),
        Problem::OthersWaiting => t!("question-others-waiting"),
        Problem::Unavailable => t!("question-unavailable"),
    }
}
