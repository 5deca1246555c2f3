//! `/staff/key-sets`: the public keys by which the clinic's own system gets tokens of the FHIR API. For managers.

use crate::components::{
    Button, Document, ErrorSummary, Frame, Messages, Notice, Place, Room, TextArea, TextField,
    Tone, Weight, document,
};
use crate::page::Page;
use crate::pages::staff::ask::{self, Question, Shown};
use domain::address::AddressError;
use domain::text::TextError;
use domain::timestamp::Timestamp;
use domain::zone::Local;
use leptos::prelude::*;
use uuid::Uuid;
use words::Wording;
use words::t;

/// Why no key set was added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    Address(AddressError),
    /// The text is no key set.
    Unreadable,
    TooManyKeys,
    /// It holds a private key.
    Private,
    /// None of its keys is of a kind that can be used.
    NoKey,
    /// The application has as many key sets as it may have.
    TooMany {
        max: usize,
    },
}

/// A live key set.
#[derive(Clone)]
pub struct KeySet {
    pub id: Uuid,
    /// Where it is published; None for one that was pasted.
    pub url: Option<String>,
    pub made_at: Timestamp,
}

#[derive(Clone, Default)]
pub struct View {
    /// Oldest first.
    pub sets: Vec<KeySet>,
    /// What applications ask for tokens at, and are known by there.
    pub token_url: String,
    pub client_id: String,
    pub fhir_url: String,
    /// As typed.
    pub url: String,
    pub keys: String,
    pub saved: bool,
    pub problem: Option<Problem>,
}

pub fn page(frame: &Frame, view: &View) -> Page {
    let messages: Messages = view.problem.into_iter().map(message).collect();
    let about = Document {
        errors: messages.any(),
        ..Document::new(Room::Staff(Place::Application), t!("key-sets-heading"))
    };
    document(frame, about, || {
        let sets = if view.sets.is_empty() {
            view! { <p>{t!("key-sets-none")}</p> }.into_any()
        } else {
            view.sets
                .iter()
                .map(|set| live(set, frame.time_zone.at(set.made_at)))
                .collect_view()
                .into_any()
        };
        view! {
            <div class="setting-up">
                <ErrorSummary messages=&messages />
                <h1>{t!("key-sets-heading")}</h1>
                {view.saved.then(|| view! { <Notice tone=Tone::Success>{t!("application-saved")}</Notice> })}
                <p>{t!("key-sets-about")}</p>
                <dl>
                    <dt>{t!("key-sets-fhir-url")}</dt>
                    <dd>
                        <code>{view.fhir_url.clone()}</code>
                    </dd>
                    <dt>{t!("key-sets-token-url")}</dt>
                    <dd>
                        <code>{view.token_url.clone()}</code>
                    </dd>
                    <dt>{t!("key-sets-client-id")}</dt>
                    <dd>
                        <code>{view.client_id.clone()}</code>
                    </dd>
                </dl>
                {sets}
                <form method="post" action="/staff/key-sets" novalidate>
                    <h2>{t!("key-sets-by-url")}</h2>
                    <TextField
                        name="url"
                        label=t!("key-sets-url")
                        hint=Some(t!("key-sets-url-hint"))
                        error=messages.at("url")
                        value=view.url.clone()
                        autocomplete="off"
                    />
                    <Button weight=Weight::Secondary>{t!("key-sets-url-add")}</Button>
                </form>
                <form method="post" action="/staff/key-sets" novalidate>
                    <h2>{t!("key-sets-by-text")}</h2>
                    <TextArea
                        name="keys"
                        label=t!("key-sets-text")
                        hint=Some(t!("key-sets-text-hint"))
                        error=messages.at("keys")
                        value=view.keys.clone()
                    />
                    <Button weight=Weight::Secondary>{t!("key-sets-text-add")}</Button>
                </form>
            </div>
        }
    })
}

/// Asks before a key set is removed.
pub fn ask(frame: &Frame, set: &KeySet, shown: &Shown) -> Page {
    let question = Question {
        place: Place::Application,
        heading: t!("key-sets-remove-ask"),
        about: heading(set, frame.time_zone.at(set.made_at)),
        effects: vec![t!("key-sets-remove-what"), t!("confirm-cancel-final")],
        action: "/staff/key-sets/remove".to_owned(),
        fields: vec![("key_set", set.id.to_string())],
        weight: Weight::Warning,
        act: t!("key-sets-remove-do"),
        leave: t!("key-sets-remove-leave"),
        back: ("/staff/key-sets".to_owned(), t!("key-sets-heading")),
    };
    ask::page(frame, question, shown, || ())
}

fn heading(set: &KeySet, made_at: Local) -> Wording {
    match &set.url {
        Some(url) => url.clone().into(),
        None => t!("key-sets-one", made = words::date_and_time(made_at)),
    }
}

fn live(set: &KeySet, made_at: Local) -> impl IntoView + use<> {
    let id = set.id.to_string();
    view! {
        <div class="connection">
            <h2>{heading(set, made_at)}</h2>
            <p class="hint">{t!("key-sets-id", id = id.clone())}</p>
            <form method="post" action="/staff/key-sets/remove">
                <input type="hidden" name="key_set" value=id />
                <Button weight=Weight::Quiet>{t!("key-sets-remove")}</Button>
            </form>
        </div>
    }
}

fn message(problem: Problem) -> (&'static str, Wording) {
    match problem {
        Problem::Address(AddressError::Text(TextError::Empty)) => ("url", t!("key-sets-url-empty")),
        Problem::Address(AddressError::Text(TextError::TooLong { max })) => {
            ("url", t!("callback-long", max = max))
        }
        Problem::Address(AddressError::Text(TextError::Invisible)) => {
            ("url", t!("callback-invisible"))
        }
        Problem::Address(AddressError::Shape) => ("url", t!("key-sets-url-shape")),
        Problem::Unreadable => ("keys", t!("key-sets-unreadable")),
        Problem::TooManyKeys => ("keys", t!("key-sets-too-many-keys")),
        Problem::Private => ("keys", t!("key-sets-private")),
        Problem::NoKey => ("keys", t!("key-sets-no-key")),
        Problem::TooMany { max } => ("url", t!("key-sets-too-many", max = max)),
    }
}
