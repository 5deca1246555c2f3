//! `/account/download` and `/account/delete`: a person takes what is theirs with them, and leaves.

use super::details::old;
use crate::components::{
    Button, ButtonLink, Document, ErrorSummary, Frame, Kind, Messages, Notice, Room, TextField,
    Tone, Weight, document,
};
use crate::page::Page;
use crate::pages::account::sign_in;
use domain::timestamp::Timestamp;
use domain::zone::Zone;
use leptos::prelude::*;
use words::Wording;
use words::t;

/// The state of the file of all that is theirs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Download {
    None,
    Running,
    Ready { until: Timestamp },
    Failed,
    TooMany,
}

fn date(at: Timestamp) -> Wording {
    words::date(Zone::UTC.at(at))
}

pub fn download(frame: &Frame, view: &Download) -> Page {
    let too_many = (*view == Download::TooMany).then(|| ("main", t!("download-too-many")));
    let messages: Messages = too_many.into_iter().collect();
    let about = Document {
        errors: messages.any(),
        ..Document::new(Room::Patient, t!("download-heading"))
    };
    document(frame, about, || {
        let state = match view {
            Download::None | Download::TooMany => None,
            Download::Running => Some((Tone::Info, t!("download-running"))),
            Download::Ready { until } => {
                Some((Tone::Success, t!("download-ready", date = date(*until))))
            }
            Download::Failed => Some((Tone::Warning, t!("download-failed"))),
        };
        let state = state.map(|(tone, words)| {
            view! {
                <Notice tone=tone>
                    <p>{words}</p>
                </Notice>
            }
        });
        let ready = matches!(view, Download::Ready { .. });
        let get = ready.then(|| {
            view! {
                <p>
                    <ButtonLink href="/account/download/file">{t!("download-get")}</ButtonLink>
                </p>
            }
        });
        let make = (*view != Download::Running).then(|| {
            let (weight, words) = if ready {
                (Weight::Secondary, t!("download-again"))
            } else {
                (Weight::Primary, t!("download-make"))
            };
            view! {
                <form method="post" action="/account/download">
                    <Button weight=weight>{words}</Button>
                </form>
            }
        });
        view! {
            <p class="back">
                <a href="/account">{t!("records-back")}</a>
            </p>
            <ErrorSummary messages=&messages />
            <h1>{t!("download-heading")}</h1>
            <p>{t!("download-what")}</p>
            <p>{t!("download-safe")}</p>
            {state}
            {get}
            {make}
        }
    })
}

/// The question whether to delete the account.
#[derive(Clone, Debug)]
pub struct Delete {
    /// When it would end.
    pub at: Timestamp,
    pub problem: Option<sign_in::Problem>,
}

pub fn delete(frame: &Frame, view: &Delete) -> Page {
    let problem = view.problem.as_ref();
    let messages: Messages = problem
        .map(|one| ("password", old(one)))
        .into_iter()
        .collect();
    let about = Document {
        errors: messages.any(),
        times_out: true,
        ..Document::new(Room::Patient, t!("delete-heading"))
    };
    document(frame, about, || {
        view! {
            <p class="back">
                <a href="/account">{t!("records-back")}</a>
            </p>
            <ErrorSummary messages=&messages />
            <h1>{t!("delete-heading")}</h1>
            <ul>
                <li>{t!("delete-now")}</li>
                <li>{t!("delete-later", date = date(view.at))}</li>
                <li>{t!("delete-mind")}</li>
                <li>{t!("delete-stays")}</li>
            </ul>
            <p>
                <a href="/account/download">{t!("delete-download")}</a>
            </p>
            <form method="post" action="/account/delete" novalidate>
                <TextField
                    name="password"
                    label=t!("delete-password")
                    kind=Kind::Password
                    error=messages.at("password")
                    autocomplete="current-password"
                />
                <div class="decision">
                    <Button weight=Weight::Warning>{t!("delete-act")}</Button>
                    <ButtonLink href="/account" weight=Weight::Secondary>
                        {t!("delete-leave")}
                    </ButtonLink>
                </div>
            </form>
        }
    })
}

/// The notice on top of the home while the account is to be deleted.
pub(super) fn coming(at: Timestamp) -> impl IntoView + use<> {
    let title = t!("delete-coming", date = date(at));
    view! {
        <Notice tone=Tone::Warning title=Some(title)>
            <p>{t!("delete-coming-what")}</p>
            <form method="post" action="/account/delete/keep">
                <Button weight=Weight::Secondary>{t!("delete-keep")}</Button>
            </form>
        </Notice>
    }
}
