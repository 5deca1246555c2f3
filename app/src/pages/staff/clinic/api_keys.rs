//! `/staff/keys`: what the clinic's own system signs in to the API with. For managers.

use crate::components::{Button, Document, Frame, Notice, Place, Room, Tone, Weight, document};
use crate::page::Page;
use crate::pages::staff::ask::{self, Question, Shown};
use domain::ids::ApiKeyId;
use domain::timestamp::Timestamp;
use domain::zone::Local;
use leptos::prelude::*;
use words::t;

#[derive(Clone, Default)]
pub struct View {
    /// Live keys and when each was made, oldest first.
    pub keys: Vec<(ApiKeyId, Timestamp)>,
    /// The one made just now: this page alone ever shows it.
    pub made: Option<String>,
}

pub fn page(frame: &Frame, view: &View) -> Page {
    let about = Document::new(Room::Staff(Place::Keys), t!("keys-heading"));
    document(frame, about, || {
        let made = view.made.clone().map(shown_once);
        let keys = if view.keys.is_empty() {
            view! { <p>{t!("keys-none")}</p> }.into_any()
        } else {
            view.keys
                .iter()
                .map(|(id, made_at)| live(*id, frame.time_zone.at(*made_at)))
                .collect_view()
                .into_any()
        };
        view! {
            <div class="setting-up">
                <h1>{t!("keys-heading")}</h1>
                {made}
                <p>{t!("keys-about")}</p>
                <p>
                    <a href="/api">{t!("keys-api")}</a>
                </p>
                {keys}
                <form method="post" action="/staff/keys">
                    <Button>{t!("keys-make")}</Button>
                </form>
            </div>
        }
    })
}

/// Asks before a key is revoked.
pub fn ask(frame: &Frame, id: ApiKeyId, made_at: Timestamp, shown: &Shown) -> Page {
    let question = Question {
        place: Place::Keys,
        heading: t!("keys-revoke-heading"),
        about: t!(
            "keys-one",
            made = words::date_and_time(frame.time_zone.at(made_at))
        ),
        effects: vec![t!("keys-revoke-stops"), t!("confirm-cancel-final")],
        action: "/staff/keys/revoke".to_owned(),
        fields: vec![("key", id.to_string())],
        weight: Weight::Warning,
        act: t!("keys-revoke-do"),
        leave: t!("keys-revoke-leave"),
        back: ("/staff/keys".to_owned(), t!("keys-heading")),
    };
    ask::page(frame, question, shown, || ())
}

fn shown_once(key: String) -> impl IntoView {
    view! {
        <Notice tone=Tone::Success title=Some(t!("keys-made"))>
            <p>
                <code>{key}</code>
            </p>
            <p>{t!("keys-made-next")}</p>
        </Notice>
    }
}

fn live(id: ApiKeyId, made_at: Local) -> impl IntoView {
    let made_at = words::date_and_time(made_at);
    let heading = t!("keys-one", made = made_at.clone());
    view! {
        <div class="connection">
            <h2>{heading}</h2>
            <form method="post" action="/staff/keys/revoke">
                <input type="hidden" name="key" value=id.to_string() />
                <Button weight=Weight::Quiet>{t!("keys-revoke", made = made_at)}</Button>
            </form>
        </div>
    }
}
