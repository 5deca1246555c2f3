//! `/staff/requests`: every request of the clinic, by state and by search.

use super::mail::{Mail, MailState};
use super::standing::{self, State};
use crate::components::{
    Button, ButtonLink, Checkbox, Document, Frame, Kind, Room, TextField, Weight, document,
};
use crate::page::Page;
use domain::connect_request::{Listed, Standing};
use domain::connection::Connection;
use domain::ids::ConnectRequestId;
use domain::policy;
use domain::timestamp::Timestamp;
use domain::zone::Zone;
use leptos::prelude::*;
use words::t;

#[derive(Clone, Default)]
pub struct View {
    pub rows: Vec<Row>,
    /// How many requests each of the lists has, whatever the search.
    pub counts: Vec<(Listed, u64)>,
    pub listed: Listed,
    /// The search as typed.
    pub search: String,
    /// Whether this is not the first page.
    pub further: bool,
    /// The cursor of the previous page, where there is one.
    pub previous: Option<String>,
    /// The cursor of the next page, where there is one.
    pub next: Option<String>,
}

#[derive(Clone)]
pub struct Row {
    pub request: ConnectRequestId,
    pub friendly_name: String,
    pub external_id: String,
    pub standing: Standing,
    pub connection: Connection,
    pub expires_at: Timestamp,
    /// Whole days until it ends, where that is soon.
    pub days_left: Option<u64>,
    pub mail: Mail,
    /// When something last happened to it.
    pub changed_at: Timestamp,
}

impl View {
    fn count(&self, wanted: Listed) -> u64 {
        let count = self.counts.iter().find(|(listed, _)| *listed == wanted);
        count.map_or(0, |(_, count)| *count)
    }
}

pub fn page(frame: &Frame, view: &View) -> Page {
    let about = Document::new(Room::Staff, t!("requests-heading"));
    let connected = view.count(Listed::Connected) > 0;
    document(frame, about, || {
        view! {
            <div class="heading-row">
                <h1>{t!("requests-heading")}</h1>
                <ButtonLink href="/staff/requests/new">{t!("requests-new")}</ButtonLink>
            </div>
            {filter(view).into_any()}
            {if view.rows.is_empty() { nothing(view).into_any() } else { table(&view.rows, frame.time_zone).into_any() }}
            {pager(view)}
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
    let lists = Listed::AT_THE_DESK
        .into_iter()
        .map(|listed| choice(listed, view))
        .collect_view();
    view! {
        <form class="filter" method="get" action="/staff/requests" role="search">
            <fieldset class="chips">
                <legend>{t!("requests-list")}</legend>
                {lists}
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

fn choice(listed: Listed, view: &View) -> impl IntoView + use<> {
    let id = match listed.name() {
        "" => "state-all".to_owned(),
        name => format!("state-{name}"),
    };
    view! {
        <div class="chip">
            <input type="radio" name="state" id=id.clone() value=listed.name() checked=view.listed == listed />
            <label for=id>
                {list_name(listed)} " " <span class="count">{count(view.count(listed))}</span>
            </label>
        </div>
    }
}

fn list_name(listed: Listed) -> String {
    match listed {
        Listed::All => t!("requests-state-all"),
        Listed::Standing(standing) => standing::word(standing),
        Listed::Connected => t!("connection-connected"),
        Listed::Disconnected => t!("connection-disconnected"),
        Listed::EndingSoon => {
            let days = policy::ENDING_SOON.as_secs() / 86_400;
            t!("requests-ending-soon", days = days)
        }
        Listed::MailTrouble => t!("requests-mail-trouble"),
    }
}

/// Nobody needs to know by how much there are too many to look through.
fn count(count: u64) -> String {
    if count > u64::from(policy::COUNTED_MAX) {
        t!("requests-count-more", count = policy::COUNTED_MAX)
    } else {
        count.to_string()
    }
}

fn table(rows: &[Row], zone: Zone) -> impl IntoView + use<> {
    let rows = rows.iter().map(|one| row(one, zone)).collect_view();
    view! {
        <form method="post" action="/staff/requests/reissue">
        <table>
            <caption class="unseen">{t!("requests-heading")}</caption>
            <thead>
                <tr>
                    <th scope="col" class="tick">
                        <span class="unseen">{t!("requests-chosen")}</span>
                    </th>
                    <th scope="col">{t!("requests-patient")}</th>
                    <th scope="col">{t!("requests-external-id")}</th>
                    <th scope="col">{t!("requests-state")}</th>
                    <th scope="col">{t!("requests-ends")}</th>
                    <th scope="col">{t!("requests-mail")}</th>
                    <th scope="col">{t!("requests-changed")}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
        <div class="with-chosen">
            <Checkbox name="all" value="yes" label=t!("requests-select-all") />
            <Button weight=Weight::Secondary>{t!("requests-reissue")}</Button>
        </div>
        </form>
    }
}

fn row(row: &Row, zone: Zone) -> impl IntoView + use<> {
    let ends = match row.standing {
        Standing::Waiting | Standing::Ended => words::date(zone.at(row.expires_at)),
        _ => t!("requests-no-end"),
    };
    let soon = row.days_left.map(|days| {
        view! {
            " "
            <span class="state ending-soon">{t!("requests-days-left", days = days)}</span>
        }
    });
    let tick = format!("request-{}", row.request);
    view! {
        <tr>
            <td class="tick">
                <input type="hidden" name="shown" value=row.request.to_string() />
                <label for=tick.clone()>
                    <input type="checkbox" id=tick.clone() name="request" value=row.request.to_string() />
                    <span class="unseen">{t!("requests-select", name = row.friendly_name.clone())}</span>
                </label>
            </td>
            <th scope="row">
                <a href=format!("/staff/requests/{}", row.request)>{row.friendly_name.clone()}</a>
            </th>
            <td data-label=t!("requests-external-id")>{row.external_id.clone()}</td>
            <td data-label=t!("requests-state")>
                <State standing=row.standing connection=row.connection />
            </td>
            <td data-label=t!("requests-ends")>{ends} {soon}</td>
            <td data-label=t!("requests-mail")>
                <MailState mail=row.mail />
            </td>
            <td data-label=t!("requests-changed")>{words::date(zone.at(row.changed_at))}</td>
        </tr>
    }
}

/// An empty list says what to do next.
fn nothing(view: &View) -> impl IntoView + use<> {
    let searched = view.listed != Listed::All || !view.search.is_empty() || view.further;
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

/// Forms rather than links: the browser then writes the search into the address.
fn pager(view: &View) -> Option<impl IntoView + use<>> {
    let first = view
        .further
        .then(|| turn(view, None, t!("requests-first")).into_any());
    let to = |name: &'static str, cursor: &Option<String>, words: String| {
        let cursor = cursor.clone()?;
        Some(turn(view, Some((name, cursor)), words).into_any())
    };
    let previous = to("before", &view.previous, t!("requests-previous"));
    let next = to("after", &view.next, t!("requests-next"));
    let any = first.is_some() || next.is_some();
    any.then(|| view! { <div class="pagers">{first} {previous} {next}</div> })
}

fn turn(
    view: &View,
    cursor: Option<(&'static str, String)>,
    words: String,
) -> impl IntoView + use<> {
    let cursor =
        cursor.map(|(name, cursor)| view! { <input type="hidden" name=name value=cursor /> });
    view! {
        <form class="pager" method="get" action="/staff/requests">
            <input type="hidden" name="state" value=view.listed.name() />
            <input type="hidden" name="q" value=view.search.clone() />
            {cursor}
            <Button weight=Weight::Secondary>{words}</Button>
        </form>
    }
}
