//! The question before an act of a person that cannot be undone: its object, its effects, and a link that leaves all as
//! it is.

use crate::components::{
    Button, ButtonLink, Document, ErrorSummary, Frame, Messages, Room, Weight, document,
};
use crate::page::Page;
use leptos::prelude::*;
use words::Wording;
use words::t;

/// One question.
#[derive(Clone, Debug, Default)]
pub struct Question {
    pub heading: Wording,
    /// The object of the act, in one sentence.
    pub about: Wording,
    /// What the act changes and what it leaves, one sentence each.
    pub effects: Vec<Wording>,
    /// Where the form goes.
    pub action: String,
    /// The digest of what the page shows, for its form.
    pub seen: String,
    pub act: Wording,
    /// The words and the address of the link that leaves all as it is.
    pub leave: Wording,
    pub back: String,
    /// What it is about changed while the page was open.
    pub changed: bool,
}

pub fn page(frame: &Frame, question: &Question) -> Page {
    let question = question.clone();
    let changed = question.changed;
    let changed = changed.then(|| ("main", t!("ask-changed-patient")));
    let messages: Messages = changed.into_iter().collect();
    let about = Document {
        errors: messages.any(),
        times_out: true,
        ..Document::new(Room::Patient, question.heading.clone())
    };
    document(frame, about, || {
        let effects = question.effects.into_iter();
        let effects = effects
            .map(|effect| view! { <li>{effect}</li> })
            .collect_view();
        view! {
            <ErrorSummary messages=&messages />
            <h1>{question.heading}</h1>
            <p class="lead">{question.about}</p>
            <ul>{effects}</ul>
            <form method="post" action=question.action>
                <input type="hidden" name="seen" value=question.seen />
                <div class="decision">
                    <Button weight=Weight::Warning>{question.act}</Button>
                    <ButtonLink href=question.back weight=Weight::Secondary>
                        {question.leave}
                    </ButtonLink>
                </div>
            </form>
        }
    })
}
