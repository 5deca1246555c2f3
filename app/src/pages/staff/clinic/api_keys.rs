//! `/staff/keys`: what the clinic's own system signs in to the API with. For managers.

use crate::components::{
    Button, ButtonLink, Document, Frame, Notice, PageHead, Place, Room, TextField, Tone, Weight,
    document,
};
use crate::page::Page;
use crate::pages::staff::ask::{self, Question, Shown};
use domain::api_key::ApiKey;
use domain::text::TextError;
use domain::timestamp::Timestamp;
use domain::zone::Zone;
use leptos::prelude::*;
use words::Wording;
use words::t;

#[derive(Clone, Default)]
pub struct View {
    /// Live keys, oldest first.
    pub keys: Vec<ApiKey>,
    pub now: Option<Timestamp>,
    /// The one made just now: this page alone ever shows it.
    pub made: Option<String>,
    /// The name of a new one as typed, and why it was refused.
    pub typed: String,
    pub problem: Option<TextError>,
}

pub fn page(frame: &Frame, view: &View) -> Page {
    let about = Document {
        errors: view.problem.is_some(),
        ..Document::new(Room::Staff(Place::Keys), t!("keys-heading"))
    };
    document(frame, about, || {
        let made = view.made.clone().map(shown_once);
        let keys = if view.keys.is_empty() {
            view! { <p>{t!("keys-none")}</p> }.into_any()
        } else {
            table(view, frame.time_zone).into_any()
        };
        view! {
            <PageHead heading=t!("keys-heading") under=Some(t!("keys-about"))>
                <ButtonLink href="/api" weight=Weight::Secondary>
                    {t!("keys-api")}
                </ButtonLink>
            </PageHead>
            {made}
            {keys}
            {new(view).into_any()}
        }
    })
}

fn new(view: &View) -> impl IntoView + use<> {
    let error = view.problem.map(|error| match error {
        TextError::TooLong { max } => t!("keys-name-long", max = max),
        TextError::Empty | TextError::Invisible => t!("keys-name-invisible"),
    });
    view! {
        <form class="narrow" method="post" action="/staff/keys">
            <TextField
                name="name"
                label=t!("keys-name")
                hint=Some(t!("keys-name-hint"))
                error=error
                value=view.typed.clone()
                autocomplete="off"
            />
            <Button>{t!("keys-make")}</Button>
        </form>
    }
}

fn table(view: &View, zone: Zone) -> impl IntoView + use<> {
    let now = view.now;
    let rows = view
        .keys
        .iter()
        .map(|key| row(key, zone, now).into_any())
        .collect_view();
    view! {
        <table>
            <caption class="unseen">{t!("keys-heading")}</caption>
            <thead>
                <tr>
                    <th scope="col">{t!("keys-name-column")}</th>
                    <th scope="col">{t!("keys-prefix")}</th>
                    <th scope="col">{t!("keys-created")}</th>
                    <th scope="col">{t!("keys-used")}</th>
                    <th scope="col">
                        <span class="unseen">{t!("keys-revoke-heading")}</span>
                    </th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

fn row(key: &ApiKey, zone: Zone, now: Option<Timestamp>) -> impl IntoView + use<> {
    let when = |at: Timestamp| match now {
        Some(now) => words::short_date_and_time(zone.at(at), zone.at(now)),
        None => words::date_and_time(zone.at(at)),
    };
    let used = key.last_used_at.map_or_else(|| t!("keys-never"), when);
    let begins = if key.prefix.is_empty() {
        t!("keys-prefix-unknown").into_any()
    } else {
        view! { <code>{format!("{}…", key.prefix)}</code> }.into_any()
    };
    let made = words::date_and_time(zone.at(key.made_at));
    view! {
        <tr>
            <th scope="row">{called(key)}</th>
            <td data-label=t!("keys-prefix")>{begins}</td>
            <td data-label=t!("keys-created")>{when(key.made_at)}</td>
            <td data-label=t!("keys-used")>{used}</td>
            <td>
                <form method="post" action="/staff/keys/revoke">
                    <input type="hidden" name="key" value=key.id.to_string() />
                    <Button weight=Weight::Quiet>{t!("keys-revoke", made = made)}</Button>
                </form>
            </td>
        </tr>
    }
}

fn called(key: &ApiKey) -> Wording {
    if key.name.is_empty() {
        t!("keys-unnamed")
    } else {
        key.name.clone().into()
    }
}

/// Asks before a key is revoked.
pub fn ask(frame: &Frame, key: &ApiKey, shown: &Shown) -> Page {
    let question = Question {
        place: Place::Keys,
        heading: t!("keys-revoke-heading"),
        about: t!(
            "keys-one",
            name = called(key),
            made = words::date_and_time(frame.time_zone.at(key.made_at))
        ),
        effects: vec![t!("keys-revoke-stops"), t!("confirm-cancel-final")],
        action: "/staff/keys/revoke".to_owned(),
        fields: vec![("key", key.id.to_string())],
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
