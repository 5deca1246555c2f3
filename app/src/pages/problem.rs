//! `/problems/{code}`: what one sort of refusal of the API means, and what to do about it.

use crate::components::{Document, Frame, Room, document};
use crate::page::Page;
use leptos::prelude::*;
use words::Wording;
use words::t;

/// A refusal's code, and what to do about it.
type Next = (&'static str, fn() -> Wording);

/// Every refusal of the API, once.
pub const NEXT: &[Next] = &[
    ("application-is-mobile", || {
        t!("problem-application-is-mobile")
    }),
    ("body-too-large", || t!("problem-body-too-large")),
    ("broken-json", || t!("problem-broken-json")),
    ("code-over", || t!("problem-code-over")),
    ("connect-methods-not-selected", || {
        t!("problem-connect-methods-not-selected")
    }),
    ("connected", || t!("problem-connected")),
    ("cursor-gone", || t!("problem-cursor-gone")),
    ("external-id-taken", || t!("problem-external-id-taken")),
    ("idempotency-key-over", || {
        t!("problem-idempotency-key-over")
    }),
    ("idempotency-key-reused", || {
        t!("problem-idempotency-key-reused")
    }),
    ("invalid", || t!("problem-misfit")),
    ("method-not-allowed", || t!("problem-method-not-allowed")),
    ("not-found", || t!("problem-not-found")),
    ("over", || t!("problem-over")),
    ("too-many-waiting", || t!("problem-too-many-waiting")),
    ("unauthorized", || t!("problem-unauthorized")),
    ("unavailable", || t!("problem-unavailable")),
    ("unprintable", || t!("problem-unprintable")),
    ("unsupported-media-type", || {
        t!("problem-unsupported-media-type")
    }),
];

/// What to do about a refusal; None for a code that is none of ours.
pub fn next(code: &str) -> Option<Wording> {
    NEXT.iter()
        .find(|(known, _)| *known == code)
        .map(|(_, words)| words())
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View {
    pub code: String,
    pub next: Wording,
}

pub fn page(frame: &Frame, view: &View) -> Page {
    let title = t!("problem-title", code = view.code.clone());
    document(frame, Document::new(Room::Wide, title), || {
        view! {
            <div class="manual">
                <h1>
                    <code>{view.code.clone()}</code>
                </h1>
                <p class="lead">{view.next.clone()}</p>
                <p>{t!("problem-how")}</p>
                <p>
                    <a href="/api">{t!("problem-api")}</a>
                </p>
            </div>
        }
    })
}
