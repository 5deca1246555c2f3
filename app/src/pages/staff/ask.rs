//! The question before an act that cannot be undone: its object, its effects, and a link that leaves all as it is.

use crate::components::{
    Button, ButtonLink, Document, ErrorSummary, Frame, Messages, PAGE, Place, Room, Weight,
    document,
};
use crate::page::Page;
use leptos::prelude::*;
use words::Wording;
use words::t;

/// What a question showed, and whether it is asked again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// The digest of what the page shows, for its form.
    pub seen: String,
    /// Whether what the question is about changed while the page was open.
    pub changed: bool,
}

/// One question.
pub struct Question {
    pub place: Place,
    pub heading: Wording,
    /// The object of the act, in one sentence.
    pub about: Wording,
    /// What the act changes and what it leaves, one sentence each.
    pub effects: Vec<Wording>,
    /// Where the form goes.
    pub action: String,
    /// The hidden fields that name the object.
    pub fields: Vec<(&'static str, String)>,
    pub weight: Weight,
    pub act: Wording,
    /// The words of the link that leaves all as it is.
    pub leave: Wording,
    /// The page that the question came from: address and name.
    pub back: (String, Wording),
}

/// The page of a question; `below` is a closer look at the object.
pub fn page<V: IntoView>(
    frame: &Frame,
    question: Question,
    shown: &Shown,
    below: impl FnOnce() -> V,
) -> Page {
    let changed = shown.changed.then(|| (PAGE, t!("ask-changed")));
    let messages: Messages = changed.into_iter().collect();
    let about = Document {
        errors: messages.any(),
        ..Document::new(Room::Staff(question.place), question.heading.clone())
    };
    document(frame, about, || {
        let effects = question.effects.into_iter();
        let effects = effects
            .map(|effect| view! { <li>{effect}</li> })
            .collect_view();
        let fields = question.fields.into_iter();
        let fields = fields
            .map(|(name, value)| view! { <input type="hidden" name=name value=value /> })
            .collect_view();
        let (back, back_words) = question.back;
        view! {
            <ErrorSummary messages=&messages />
            <p class="crumb">
                <a href=back.clone()>{back_words}</a>
            </p>
            <div class="card narrow">
                <h1>{question.heading}</h1>
                <p>{question.about}</p>
                <ul>{effects}</ul>
                <form method="post" action=question.action>
                    {fields}
                    <input type="hidden" name="seen" value=shown.seen.clone() />
                    <div class="buttons">
                        <Button weight=question.weight>{question.act}</Button>
                        <ButtonLink href=back weight=Weight::Secondary>
                            {question.leave}
                        </ButtonLink>
                    </div>
                </form>
            </div>
            {below()}
        }
    })
}
