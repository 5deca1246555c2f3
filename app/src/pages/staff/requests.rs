//! `/staff/requests`: every request of the clinic, by state and by search.

use super::mail::{Mail, MailState};
use super::standing::{self, State};
use crate::components::{
    Button, ButtonLink, Document, Frame, Kind, Room, TextField, Weight, document,
};
use crate::domain::connect_request::Standing;
use crate::domain::ids::ConnectRequestId;
use crate::domain::timestamp::Timestamp;
use crate::page::Page;
use crate::{t, words};
use leptos::prelude::*;

/// What can be asked for; replaced and deleted requests keep no name to list.
pub const LISTED: [Standing; 5] = [
    Standing::Waiting,
    Standing::Connected,
    Standing::Ended,
    Standing::Stopped,
    Standing::Refused,
];

#[derive(Clone, Default)]
pub struct View {
    pub rows: Vec<Row>,
    pub counts: Counts,
    pub state: Option<Standing>,
    /// The search as typed.
    pub search: String,
    /// The cursor of the next page, where there is one.
    pub next: Option<String>,
}

#[derive(Clone)]
pub struct Row {
    pub request: ConnectRequestId,
    pub friendly_name: String,
    pub external_id: String,
    pub standing: Standing,
    pub made_at: Timestamp,
    pub expires_at: Timestamp,
    pub mail: Mail,
}

/// How many requests of the clinic there are, whatever the search.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub waiting: u64,
    pub connected: u64,
    pub ended: u64,
    pub stopped: u64,
    pub refused: u64,
}

impl Counts {
    /// Of one state; of all without one.
    fn of(self, state: Option<Standing>) -> u64 {
        match state {
            None => LISTED.into_iter().map(|state| self.of(Some(state))).sum(),
            Some(Standing::Waiting) => self.waiting,
            Some(Standing::Connected) => self.connected,
            Some(Standing::Ended) => self.ended,
            Some(Standing::Stopped) => self.stopped,
            Some(Standing::Refused) => self.refused,
            Some(Standing::Replaced | Standing::Deleted) => 0,
        }
    }
}

pub fn page(frame: &Frame, view: &View) -> Page {
    let about = Document::new(Room::Staff, t!("requests-heading"));
    let connected = view.counts.connected > 0;
    document(frame, about, || {
        view! {
            <div class="heading-row">
                <h1>{t!("requests-heading")}</h1>
                <ButtonLink href="/staff/requests/new">{t!("requests-new")}</ButtonLink>
            </div>
            {filter(view).into_any()}
            {if view.rows.is_empty() { nothing(view).into_any() } else { table(&view.rows).into_any() }}
            {next(view)}
            {connected
                .then(|| {
                    view! {
                        <p>
                            <a href="/staff/connected.csv">{t!("requests-export")}</a>
                        </p>
                    }
                })}
        }
    })
}

fn filter(view: &View) -> impl IntoView + use<> {
    let states = std::iter::once(None)
        .chain(LISTED.map(Some))
        .map(|state| choice(state, view))
        .collect_view();
    view! {
        <form class="filter" method="get" action="/staff/requests" role="search">
            <fieldset class="chips">
                <legend>{t!("requests-state")}</legend>
                {states}
            </fieldset>
            <TextField
                name="q"
                label=t!("requests-search")
                kind=Kind::Text
                value=view.search.clone()
                autocomplete="off"
            />
            <Button weight=Weight::Secondary>{t!("requests-show")}</Button>
        </form>
    }
}

fn choice(state: Option<Standing>, view: &View) -> impl IntoView + use<> {
    let name = state.map_or("", Standing::name);
    let id = state.map_or("state-all".to_owned(), |state| {
        format!("state-{}", state.name())
    });
    let label = state.map_or_else(|| t!("requests-state-all"), standing::word);
    view! {
        <div class="chip">
            <input type="radio" name="state" id=id.clone() value=name checked=view.state == state />
            <label for=id>
                {label} " " <span class="count">{view.counts.of(state)}</span>
            </label>
        </div>
    }
}

fn table(rows: &[Row]) -> impl IntoView + use<> {
    let rows = rows.iter().map(row).collect_view();
    view! {
        <table>
            <caption class="unseen">{t!("requests-heading")}</caption>
            <thead>
                <tr>
                    <th scope="col">{t!("requests-patient")}</th>
                    <th scope="col">{t!("requests-external-id")}</th>
                    <th scope="col">{t!("requests-state")}</th>
                    <th scope="col">{t!("requests-made")}</th>
                    <th scope="col">{t!("requests-ends")}</th>
                    <th scope="col">{t!("requests-mail")}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

fn row(row: &Row) -> impl IntoView + use<> {
    let ends = match row.standing {
        Standing::Waiting | Standing::Ended => words::date(row.expires_at),
        _ => t!("requests-no-end"),
    };
    view! {
        <tr>
            <th scope="row">
                <a href=format!("/staff/requests/{}", row.request)>{row.friendly_name.clone()}</a>
            </th>
            <td data-label=t!("requests-external-id")>{row.external_id.clone()}</td>
            <td data-label=t!("requests-state")>
                <State standing=row.standing />
            </td>
            <td data-label=t!("requests-made")>{words::date(row.made_at)}</td>
            <td data-label=t!("requests-ends")>{ends}</td>
            <td data-label=t!("requests-mail")>
                <MailState mail=row.mail />
            </td>
        </tr>
    }
}

/// An empty list says what to do next.
fn nothing(view: &View) -> impl IntoView + use<> {
    let searched = view.state.is_some() || !view.search.is_empty();
    if searched {
        view! {
            <p class="lead">{t!("requests-none-found")}</p>
            <p>
                <a href="/staff/requests">{t!("requests-show-all")}</a>
            </p>
        }
        .into_any()
    } else {
        view! {
            <p class="lead">{t!("requests-none")}</p>
            <p>{t!("requests-none-next")}</p>
        }
        .into_any()
    }
}

/// A form rather than a link: the browser then writes the search into the address.
fn next(view: &View) -> impl IntoView + use<> {
    let state = view.state.map_or("", Standing::name);
    let search = view.search.clone();
    view.next.clone().map(|cursor| {
        view! {
            <form class="pager" method="get" action="/staff/requests">
                <input type="hidden" name="state" value=state />
                <input type="hidden" name="q" value=search />
                <input type="hidden" name="after" value=cursor />
                <Button weight=Weight::Secondary>{t!("requests-next")}</Button>
            </form>
        }
    })
}
