//! The code's input, with the words its island says.

use crate::islands::{CodeField, LETTER};
use domain::code_finder::MAX_INPUT;
use domain::identity_code::LENGTH;
use leptos::prelude::*;
use std::sync::LazyLock;
use words::Wording;
use words::t;

/// What the island says, the same on every page: some hundred sentences, put together once.
struct IslandWords {
    counts: String,
    letters: String,
    numbers: String,
}

static ISLAND: LazyLock<IslandWords> = LazyLock::new(|| IslandWords {
    counts: lines(|count| t!("code-count", count = count, length = LENGTH)),
    letters: lines(|position| impossible(LETTER, position)),
    numbers: lines(|position| impossible('0', position)),
});

/// The text field named `code`, to be in a `Field` of that name.
#[component]
pub fn CodeInput(
    /// As typed before.
    value: String,
    described_by: Option<String>,
    /// The page shows an error at this field.
    invalid: bool,
) -> impl IntoView {
    let described_by = described_by.map_or("code-count".to_owned(), |ids| ids + " code-count");
    let words = &*ISLAND;
    view! {
        <CodeField>
            <input
                id="code"
                name="code"
                type="text"
                class="code"
                value=value
                maxlength=MAX_INPUT
                autocomplete="one-time-code"
                autocapitalize="characters"
                spellcheck="false"
                aria-describedby=described_by
                aria-invalid=invalid.then_some("true")
                data-counts=words.counts.as_str()
                data-letters=words.letters.as_str()
                data-numbers=words.numbers.as_str()
            />
        </CodeField>
    }
}

/// What to say of a sign that no code has, at this position from 1 on.
pub fn impossible(sign: char, position: usize) -> Wording {
    let kind = if sign == LETTER || sign.is_alphabetic() {
        "letter"
    } else if sign.is_numeric() {
        "number"
    } else {
        "other"
    };
    t!(
        "code-impossible",
        sign = kind,
        letter = sign.to_string(),
        position = position
    )
}

/// One sentence a line, as islands read them: enough for a code and half another.
fn lines(sentence: impl Fn(usize) -> Wording) -> String {
    let sentences: Vec<_> = (1..=LENGTH * 3 / 2).map(sentence).collect();
    sentences.join("\n")
}
