//! `/staff/installation/texts`: the pages that every footer leads to, and a form for the text of each.

use super::back;
use crate::components::{
    Button, ButtonLink, Document, ErrorSummary, Frame, Messages, Notice, Place, Room, TextArea,
    Tone, Weight, document,
};
use crate::page::Page;
use crate::pages::trust::{heading, paragraph, standard};
use domain::policy;
use domain::text::TextError;
use domain::trust::{TrustPage, paragraphs};
use leptos::prelude::*;
use words::Wording;
use words::t;

#[derive(Clone, Debug)]
pub struct List {
    pub lines: Vec<Line>,
    pub saved: bool,
}

#[derive(Clone, Copy, Debug)]
pub struct Line {
    pub page: TrustPage,
    /// The operator wrote it.
    pub own: bool,
}

pub fn list(frame: &Frame, view: &List) -> Page {
    let about = Document::new(Room::Staff(Place::Installation), t!("texts-heading"));
    document(frame, about, || {
        let saved = view.saved.then(|| {
            view! {
                <Notice tone=Tone::Success>
                    <p>{t!("texts-saved")}</p>
                </Notice>
            }
        });
        let rows: Vec<_> = view.lines.iter().copied().map(row).collect();
        view! {
            {saved}
            {back()}
            <h1>{t!("texts-heading")}</h1>
            <p>{t!("texts-about")}</p>
            <table>
                <caption class="unseen">{t!("texts-heading")}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t!("texts-page")}</th>
                        <th scope="col">{t!("texts-text")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        }
    })
}

fn row(line: Line) -> impl IntoView + use<> {
    let own = if line.own {
        t!("texts-own")
    } else {
        t!("texts-standard")
    };
    view! {
        <tr>
            <th scope="row">
                <a href=path(line.page)>{heading(line.page)}</a>
            </th>
            <td data-label=t!("texts-text")>{own}</td>
        </tr>
    }
}

fn path(page: TrustPage) -> String {
    format!("/staff/installation/texts/{}", page.name())
}

#[derive(Clone, Debug)]
pub struct Form {
    pub page: TrustPage,
    /// As typed.
    pub text: String,
    /// What is stored; None where the page shows what comes with the software.
    pub stored: Option<String>,
    pub seen: String,
    pub problem: Option<Problem>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    Text(TextError),
    /// Another operator stored another text.
    Changed,
}

pub fn form(frame: &Frame, view: &Form) -> Page {
    let heading = heading(view.page);
    let messages: Messages = view.problem.iter().map(message).collect();
    let about = Document {
        errors: messages.any(),
        ..Document::new(Room::Staff(Place::Installation), heading.clone())
    };
    document(frame, about, || {
        let now = match &view.stored {
            Some(own) => paragraphs(own).into_iter().map(Wording::from).collect(),
            None => standard(view.page),
        };
        let now: Vec<_> = now.into_iter().map(paragraph).collect();
        let href = view.page.path();
        view! {
            <ErrorSummary messages=&messages />
            <p class="back">
                <a href="/staff/installation/texts">{t!("texts-heading")}</a>
            </p>
            <h1>{heading}</h1>
            <form method="post" action=path(view.page) novalidate>
                <input type="hidden" name="seen" value=view.seen.clone() />
                <TextArea
                    name="text"
                    label=t!("texts-label")
                    hint=Some(t!("texts-hint", max = policy::TRUST_TEXT_MAX))
                    error=messages.at("text")
                    value=view.text.clone()
                />
                <div class="decision">
                    <Button>{t!("texts-save")}</Button>
                    <ButtonLink href=href weight=Weight::Secondary>
                        {t!("texts-see")}
                    </ButtonLink>
                </div>
            </form>
            <section>
                <h2>{t!("texts-now")}</h2>
                {now}
            </section>
        }
    })
}

fn message(problem: &Problem) -> (&'static str, Wording) {
    match problem {
        Problem::Text(TextError::TooLong { max }) => ("text", t!("texts-long", max = *max)),
        Problem::Text(TextError::Empty | TextError::Invisible) => ("text", t!("texts-hidden")),
        Problem::Changed => ("text", t!("texts-changed")),
    }
}
