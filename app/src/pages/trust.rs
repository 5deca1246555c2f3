//! `/privacy`, `/terms`, `/accessibility`, `/help` and `/about`: what every footer leads to. The operator's own words, or
//! those that come with the software, which say so.

use crate::components::{Document, Frame, Room, document};
use crate::page::Page;
use domain::trust::TrustPage;
use leptos::prelude::*;
use words::Wording;
use words::t;

#[derive(Clone, Debug)]
pub struct View {
    pub page: TrustPage,
    /// The operator's own; None for what comes with the software.
    pub own: Option<Vec<String>>,
}

pub fn page(frame: &Frame, view: &View) -> Page {
    let heading = heading(view.page);
    let about = Document::new(Room::Patient, heading.clone());
    document(frame, about, || {
        let (paragraphs, standard) = match &view.own {
            Some(own) => (own.iter().cloned().map(Wording::from).collect(), None),
            None => (
                standard(view.page),
                Some(view! { <p class="hint">{t!("trust-standard")}</p> }),
            ),
        };
        let paragraphs: Vec<_> = paragraphs.into_iter().map(paragraph).collect();
        view! {
            <h1>{heading}</h1>
            {paragraphs}
            {standard}
        }
    })
}

/// Line breaks are the writer's.
pub fn paragraph(text: Wording) -> impl IntoView {
    view! { <p class="note">{text}</p> }
}

pub fn heading(page: TrustPage) -> Wording {
    match page {
        TrustPage::Help => t!("trust-help"),
        TrustPage::About => t!("trust-about"),
        TrustPage::Privacy => t!("trust-privacy"),
        TrustPage::Terms => t!("trust-terms"),
        TrustPage::Accessibility => t!("trust-accessibility"),
    }
}

/// What comes with the software: what is true of it wherever it runs.
pub fn standard(page: TrustPage) -> Vec<Wording> {
    match page {
        TrustPage::Help => vec![
            t!("help-code"),
            t!("help-question"),
            t!("help-new-code"),
            t!("help-password"),
            t!("help-wrong"),
            t!("help-stop"),
            t!("help-urgent"),
        ],
        TrustPage::About => vec![
            t!("about-what"),
            t!("about-software"),
            t!("about-operator"),
            t!("about-ask"),
        ],
        TrustPage::Privacy => vec![
            t!("privacy-kept"),
            t!("privacy-records"),
            t!("privacy-clinics"),
            t!("privacy-log"),
            t!("privacy-operator"),
            t!("privacy-cookies"),
            t!("privacy-mail"),
            t!("privacy-rights"),
            t!("privacy-ask"),
        ],
        TrustPage::Terms => vec![
            t!("terms-free"),
            t!("terms-yours"),
            t!("terms-others"),
            t!("terms-password"),
            t!("terms-medical"),
            t!("terms-end"),
        ],
        TrustPage::Accessibility => vec![
            t!("accessibility-aim"),
            t!("accessibility-tested"),
            t!("accessibility-scripts"),
            t!("accessibility-limits"),
            t!("accessibility-tell"),
        ],
    }
}

/// The links of every footer.
pub fn links() -> impl IntoView {
    let link = |page: TrustPage| {
        view! {
            <li>
                <a href=page.path()>{heading(page)}</a>
            </li>
        }
    };
    let links: Vec<_> = TrustPage::ALL.into_iter().map(link).collect();
    view! { <ul class="trust">{links}</ul> }
}
