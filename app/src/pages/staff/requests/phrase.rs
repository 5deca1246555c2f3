//! The words that a patient will answer with, on the one page that ever shows them: a slip to print and hand over.
//!
//! It answers the form that made the request. Code and link are not in its view, so no slip can hold them.

use crate::components::{ButtonLink, Document, Frame, Notice, Place, Room, Tone, document};
use crate::page::Page;
use domain::ids::ConnectRequestId;
use leptos::prelude::*;
use words::t;

#[derive(Clone)]
pub struct View {
    pub request: ConnectRequestId,
    /// The clinic's name, as patients know it.
    pub clinic: String,
    pub friendly_name: String,
    pub phrase: String,
}

pub fn page(frame: &Frame, view: &View) -> Page {
    document(
        frame,
        Document::new(Room::Staff(Place::NewRequest), t!("phrase-heading")),
        || {
            view! {
                <div class="on-screen">
                    <h1>{t!("phrase-heading")}</h1>
                    <p class="lead">{t!("phrase-for", name = view.friendly_name.clone())}</p>
                    <Notice tone=Tone::Warning>
                        <p>{t!("phrase-once")}</p>
                    </Notice>
                </div>
                {slip(view)}
                <div class="on-screen">
                    <p>{t!("phrase-print")}</p>
                    <p>{t!("phrase-apart")}</p>
                    <p>
                        <ButtonLink href=format!(
                            "/staff/requests/{}",
                            view.request,
                        )>{t!("phrase-go-on")}</ButtonLink>
                    </p>
                    <p class="hint">{t!("phrase-lost")}</p>
                </div>
            }
        },
    )
}

fn slip(view: &View) -> impl IntoView + use<> {
    let words = view
        .phrase
        .split(' ')
        .map(|word| view! { <li>{word.to_owned()}</li> })
        .collect_view();
    view! {
        <section class="slip" aria-labelledby="slip-heading">
            <h2 id="slip-heading">{t!("phrase-slip")}</h2>
            <ol>{words}</ol>
            <p>{t!("phrase-slip-how")}</p>
            <p>{t!("phrase-slip-what", clinic = view.clinic.clone())}</p>
        </section>
    }
}
