//! `/connect`: the code. One text field, never twenty boxes; any spelling is taken.

use crate::components::{
    Button, CodeInput, Document, ErrorSummary, Field, Frame, Messages, Room, Step, Steps,
    described_by, document, impossible,
};
use crate::page::Page;
use domain::identity_code::{LENGTH, NotACode};
use leptos::prelude::*;
use words::Wording;
use words::t;

#[derive(Clone, Default)]
pub struct View {
    /// As typed, or as an old link brought it.
    pub code: String,
    pub problem: Option<Problem>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    NotACode(NotACode),
    Unknown,
    /// Too many codes from one network.
    SlowDown {
        minutes: u64,
    },
    /// The database does not answer, or too much is being done just now.
    Unavailable,
}

pub fn page(frame: &Frame, view: &View) -> Page {
    let messages: Messages = view
        .problem
        .iter()
        .map(|problem| ("code", words(problem)))
        .collect();
    let about = Document {
        errors: messages.any(),
        islands: true,
        ..Document::new(Room::Patient, t!("code-heading"))
    };
    let from_link = view.code.is_empty().then(|| from_link(frame));
    document(frame, about, || {
        let hint = t!("code-hint");
        let error = messages.at("code");
        let described = described_by("code", true, error.is_some());
        let invalid = error.is_some();
        let code = view.code.clone();
        view! {
            <ErrorSummary messages=&messages />
            <Steps now=Step::Code />
            <form method="post" action="/connect" novalidate>
                <Field name="code" label=t!("code-heading") heading=true hint=Some(hint) error=error>
                    <CodeInput value=code described_by=described invalid=invalid />
                </Field>
                {from_link}
                <Button>{t!("continue")}</Button>
            </form>
            <figure class="where">
                {letter()}
                <figcaption>{t!("code-where")}</figcaption>
            </figure>
        }
    })
}

/// A link carries the code where only a script can read it; without one, the visitor is told to type it.
fn from_link(frame: &Frame) -> impl IntoView + use<> {
    let words = view! { <p class="hint">{t!("code-from-link")}</p> };
    if frame.assets.bundle.is_some() {
        view! { <noscript>{words}</noscript> }.into_any()
    } else {
        words.into_any()
    }
}

/// A small picture of the letter: some lines, three steps, and the code in its box.
fn letter() -> impl IntoView {
    let line = |x: u32, y: u32, width: u32| {
        view! { <rect class="line" x=x y=y width=width height="4" rx="2" /> }
    };
    let group = |index: u32| view! { <rect class="group" x=30 + index * 24 y="99" width="18" height="8" rx="2" /> };
    view! {
        <svg viewBox="0 0 176 152" role="img" aria-label=t!("code-picture")>
            <rect class="sheet" x="12" y="2" width="152" height="160" rx="4" />
            {[(28, 16, 44), (28, 32, 28), (28, 54, 116), (28, 64, 104), (28, 74, 110), (28, 132, 96), (28, 142, 70)]
                .map(|(x, y, width)| line(x, y, width))
                .into_iter()
                .collect_view()}
            <rect class="box" x="22" y="90" width="132" height="26" rx="5" />
            {(0..5).map(group).collect_view()}
        </svg>
    }
}

fn words(problem: &Problem) -> Wording {
    match problem {
        Problem::NotACode(NotACode::Empty) => t!("code-empty"),
        Problem::NotACode(NotACode::WrongLength { entered }) if *entered < LENGTH => {
            t!("code-too-short", length = LENGTH, entered = *entered)
        }
        Problem::NotACode(NotACode::WrongLength { entered }) => {
            t!("code-too-long", length = LENGTH, entered = *entered)
        }
        Problem::NotACode(NotACode::ImpossibleLetter { position, letter }) => {
            impossible(*letter, *position)
        }
        Problem::NotACode(NotACode::CheckLetter) => t!("code-check-letter"),
        Problem::Unknown => t!("code-unknown"),
        Problem::SlowDown { minutes } => t!("code-slow-down", minutes = *minutes),
        Problem::Unavailable => t!("code-unavailable"),
    }
}
