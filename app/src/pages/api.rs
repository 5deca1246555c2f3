//! `/api`: the application's API for people: each call with what it takes, what it answers, and a line to try it with.
//!
//! What is here is read from the document that programs read; only the words around it are our own.

use super::problem;
use crate::components::{Document, Frame, Room, document};
use crate::page::Page;
use leptos::prelude::*;
use words::t;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct View {
    /// As `https://connect.example.org/api/v1`.
    pub base: String,
    pub calls: Vec<Call>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    /// Its name in the document.
    pub id: String,
    /// As "POST".
    pub method: String,
    /// Below the base.
    pub path: String,
    pub purpose: String,
    /// More about it; may be empty.
    pub more: String,
    pub takes: Vec<Taken>,
    pub answers: Vec<Answer>,
    pub curl: String,
}

/// Something a call takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    pub name: String,
    pub place: Place,
    pub required: bool,
    /// May be empty.
    pub about: String,
}

/// Where it is in the call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Path,
    Query,
    Header,
    Body,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    pub status: String,
    /// Names of problems are in backticks.
    pub about: String,
}

pub fn page(frame: &Frame, view: &View) -> Page {
    let about = Document::new(Room::Wide, t!("api-heading"));
    document(frame, about, || {
        let contents = view
            .calls
            .iter()
            .map(|call| {
                view! {
                    <li>
                        <a href=format!("#{}", call.id)>{call.purpose.clone()}</a>
                    </li>
                }
            })
            .collect_view();
        let calls = view
            .calls
            .iter()
            .map(|call| section(call).into_any())
            .collect_view();
        view! {
            <div class="manual">
                <h1>{t!("api-heading")}</h1>
                <p>{t!("api-about", base = view.base.clone())}</p>
                <p>{t!("api-key")}</p>
                <p>
                    <a href="/api/openapi.json">{t!("api-document")}</a>
                </p>
                <h2>{t!("api-calls")}</h2>
                <ul>{contents}</ul>
                {calls}
            </div>
        }
    })
}

fn section(call: &Call) -> impl IntoView + use<> {
    let more = call.more.clone();
    view! {
        <section aria-labelledby=call.id.clone()>
            <h2 id=call.id.clone() tabindex="-1">
                {call.purpose.clone()}
            </h2>
            <p>
                <code>{call.method.clone()} " " {call.path.clone()}</code>
            </p>
            {(!more.is_empty()).then(|| view! { <p>{marked(&more)}</p> })}
            {takes(&call.takes)}
            {answers(&call.answers).into_any()}
            <h3>{t!("api-try")}</h3>
            <pre tabindex="0" aria-label=t!("api-curl", purpose = call.purpose.clone())>
                <code>{call.curl.clone()}</code>
            </pre>
        </section>
    }
}

fn takes(takes: &[Taken]) -> Option<impl IntoView + use<>> {
    let rows = takes.iter().map(taken).collect_view();
    (!takes.is_empty()).then(|| {
        view! {
            <h3>{t!("api-takes")}</h3>
            <ul class="terms">{rows}</ul>
        }
    })
}

fn taken(taken: &Taken) -> impl IntoView + use<> {
    let place = match taken.place {
        Place::Path => t!("api-in-path"),
        Place::Query => t!("api-in-query"),
        Place::Header => t!("api-in-header"),
        Place::Body => t!("api-in-body"),
    };
    let need = if taken.required {
        t!("api-required")
    } else {
        t!("api-optional")
    };
    view! {
        <li>
            <code>{taken.name.clone()}</code>
            " "
            <span class="hint">{place} ", " {need}</span>
            " "
            <span>{marked(&taken.about)}</span>
        </li>
    }
}

fn answers(answers: &[Answer]) -> impl IntoView + use<> {
    let rows = answers
        .iter()
        .map(|answer| {
            view! {
                <li>
                    <strong>{answer.status.clone()}</strong>
                    " "
                    <span>{marked(&answer.about)}</span>
                </li>
            }
        })
        .collect_view();
    view! {
        <h3>{t!("api-answers")}</h3>
        <ul class="terms">{rows}</ul>
    }
}

/// What is in backticks is code; the name of a problem leads to its page.
fn marked(text: &str) -> impl IntoView + use<> {
    text.split('`')
        .enumerate()
        .map(|(index, part)| {
            let part = part.to_owned();
            if index % 2 == 0 {
                part.into_any()
            } else if problem::next(&part).is_some() {
                let href = format!("/problems/{part}");
                view! {
                    <a href=href>
                        <code>{part}</code>
                    </a>
                }
                .into_any()
            } else {
                view! { <code>{part}</code> }.into_any()
            }
        })
        .collect_view()
}
