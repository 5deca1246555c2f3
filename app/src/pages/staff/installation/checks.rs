//! `/staff/installation/checks`: what a look at the installation from all sides found.

use super::back;
use crate::components::{ButtonLink, Document, Frame, Notice, Place, Room, Tone, Weight, document};
use crate::page::Page;
use domain::finding::{Check, Finding, Level};
use leptos::prelude::*;
use words::t;

pub fn page(frame: &Frame, findings: &[Finding]) -> Page {
    let about = Document::new(Room::Staff(Place::Checks), t!("checks-heading"));
    let count = |level| findings.iter().filter(|found| found.level == level).count();
    let (tone, verdict) = match (count(Level::Fault), count(Level::Warning)) {
        (0, 0) => (Tone::Success, t!("checks-fine")),
        (0, warnings) => (Tone::Info, t!("checks-warnings", count = warnings)),
        (faults, _) => (Tone::Warning, t!("checks-faults", count = faults)),
    };
    document(frame, about, || {
        let rows = findings.iter().map(row).collect_view();
        view! {
            {back()}
            <h1>{t!("checks-heading")}</h1>
            <Notice tone=tone>
                <p>{verdict}</p>
            </Notice>
            <table>
                <caption class="unseen">{t!("checks-heading")}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t!("checks-what")}</th>
                        <th scope="col">{t!("checks-level")}</th>
                        <th scope="col">{t!("checks-words")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
            <p>
                <ButtonLink href="/staff/installation/checks" weight=Weight::Secondary>
                    {t!("checks-again")}
                </ButtonLink>
            </p>
        }
    })
}

fn row(found: &Finding) -> impl IntoView + use<> {
    let what = match found.check {
        Check::Database => t!("checks-database"),
        Check::KeyFile => t!("checks-key-file"),
        Check::PublicUrl => t!("checks-public-url"),
        Check::Clock => t!("checks-clock"),
        Check::Mail => t!("checks-mail"),
        Check::Disk => t!("checks-disk"),
        Check::Fonts => t!("checks-fonts"),
        Check::Worker => t!("checks-worker"),
    };
    let level = match found.level {
        Level::Ok => t!("checks-ok"),
        Level::Warning => t!("checks-warning"),
        Level::Fault => t!("checks-fault"),
    };
    view! {
        <tr>
            <th scope="row">{what}</th>
            <td data-label=t!("checks-level")>{level}</td>
            <td data-label=t!("checks-words")>{found.words.clone()}</td>
        </tr>
    }
}
