//! `/staff/requests`: every request of the clinic, by state and by search.

use super::mail::{Mail, Sent};
use super::standing::{self, State};
use crate::components::{
    Button, ButtonLink, Document, Frame, Icon, PageHead, Place, Room, Sign, Weight, document,
};
use crate::page::Page;
use crate::pages::staff::query::with_query;
use domain::connect_request::{Delivery, Listed, Standing};
use domain::connection::Connection;
use domain::ids::ConnectRequestId;
use domain::policy;
use domain::timestamp::Timestamp;
use domain::zone::Zone;
use leptos::prelude::*;
use words::Wording;
use words::t;

#[derive(Clone)]
pub struct View {
    pub rows: Vec<Row>,
    /// How many requests each of the lists has, regardless of the search.
    pub counts: Vec<(Listed, u64)>,
    pub listed: Listed,
    /// The search as typed.
    pub search: String,
    /// The place of the first row in its list, from 1.
    pub from: u64,
    /// Whether this is not the first page.
    pub further: bool,
    /// The cursor of the previous page, where there is one.
    pub previous: Option<String>,
    /// The cursor of the next page, where there is one.
    pub next: Option<String>,
    pub now: Timestamp,
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
    pub delivery: Delivery,
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
    let title = match view.listed {
        Listed::All => t!("requests-heading"),
        listed => t!("requests-title", list = list_name(listed)),
    };
    let about = Document::new(Room::Staff(Place::Requests), title);
    document(frame, about, || {
        let export = (view.count(Listed::Connected) > 0).then(|| {
            view! {
                <p>
                    <a href="/staff/connected.csv">{t!("requests-export")}</a>
                </p>
            }
        });
        let rows = if view.rows.is_empty() {
            nothing(view).into_any()
        } else {
            table(view, frame.time_zone).into_any()
        };
        let below = pager(view).map(|pager| view! { <div class="toolbar">{pager}</div> });
        view! {
            <PageHead heading=t!("requests-heading")>
                <ButtonLink href="/staff/requests/new">
                    <Sign icon=Icon::Plus />
                    {t!("requests-new")}
                </ButtonLink>
            </PageHead>
            {tabs(view).into_any()}
            <div class="toolbar">{search(view).into_any()} {pager(view)}</div>
            {rows}
            {below}
            {export}
        }
    })
}

/// The lists, as links. On narrow screens a button opens them.
fn tabs(view: &View) -> impl IntoView + use<> {
    let lists = Listed::AT_THE_DESK
        .into_iter()
        .map(|listed| tab(listed, view))
        .collect_view();
    let shown = t!(
        "requests-showing",
        list = list_name(view.listed),
        count = count(view.count(view.listed))
    );
    view! {
        <button type="button" class="button secondary tabs-button" popovertarget="lists">
            {shown}
            <Sign icon=Icon::Down />
        </button>
        <nav class="tabs" id="lists" popover="" aria-label=t!("requests-list")>
            <p class="tabs-title">{t!("requests-list")}</p>
            {lists}
        </nav>
    }
}

fn tab(listed: Listed, view: &View) -> impl IntoView + use<> {
    let current = (view.listed == listed).then_some("page");
    let class = match listed {
        Listed::EndingSoon => "ending-soon",
        Listed::MailTrouble => "mail-trouble",
        _ => "",
    };
    view! {
        <a class=class href=address(listed, &view.search) aria-current=current>
            {list_name(listed)}
            " "
            <span class="n">{count(view.count(listed))}</span>
        </a>
    }
}

/// A tab keeps the search.
fn address(listed: Listed, search: &str) -> String {
    with_query(
        "/staff/requests",
        &[("state", listed.name()), ("q", search)],
    )
}

fn search(view: &View) -> impl IntoView + use<> {
    let state = view.listed.name();
    let state =
        (!state.is_empty()).then(|| view! { <input type="hidden" name="state" value=state /> });
    view! {
        <form class="search" method="get" action="/staff/requests" role="search">
            {state}
            <div class="box">
                <Sign icon=Icon::Glass />
                <label class="unseen" for="q">
                    {t!("requests-search")}
                </label>
                <input
                    id="q"
                    type="search"
                    name="q"
                    value=view.search.clone()
                    placeholder=t!("requests-search")
                    autocomplete="off"
                    autocapitalize="none"
                    spellcheck="false"
                />
            </div>
            <Button weight=Weight::Secondary>{t!("requests-find")}</Button>
        </form>
    }
}

fn list_name(listed: Listed) -> Wording {
    match listed {
        Listed::All => t!("requests-state-all"),
        Listed::Standing(standing) => standing::word(standing),
        Listed::Connected => t!("connection-connected"),
        Listed::Disconnected => t!("connection-disconnected"),
        Listed::EndingSoon => t!("requests-ending-soon"),
        Listed::MailTrouble => t!("requests-mail-trouble"),
    }
}

/// Counts above `COUNTED_MAX` are shown as "1000+".
fn count(count: u64) -> Wording {
    if count > u64::from(policy::COUNTED_MAX) {
        t!("requests-count-more", count = policy::COUNTED_MAX)
    } else {
        count.to_string().into()
    }
}

fn table(view: &View, zone: Zone) -> impl IntoView + use<> {
    let rows = view.rows.iter();
    let rows = rows.map(|one| row(one, zone, view.now)).collect_view();
    // The roles are written out, because a row that is a grid on narrow screens has none of its own.
    view! {
        <form class="pick" method="post" action="/staff/requests/reissue">
            <table class="list" role="table">
                <caption class="unseen">{t!("requests-heading")}</caption>
                <thead role="rowgroup">
                    <tr role="row">
                        <th scope="col" role="columnheader" class="tick">
                            <label for="all-yes">
                                <input type="checkbox" id="all-yes" name="all" value="yes" />
                                <span class="unseen">{t!("requests-select-all")}</span>
                            </label>
                        </th>
                        <th scope="col" role="columnheader">{t!("requests-patient")}</th>
                        <th scope="col" role="columnheader">{t!("requests-state")}</th>
                        <th scope="col" role="columnheader">{t!("requests-sent-as")}</th>
                        <th scope="col" role="columnheader">{t!("requests-ends")}</th>
                        <th scope="col" role="columnheader">{t!("requests-changed")}</th>
                    </tr>
                </thead>
                <tbody role="rowgroup">{rows}</tbody>
            </table>
            <div class="picked">
                <strong>{t!("requests-chosen")}</strong>
                <Button weight=Weight::Secondary>{t!("requests-reissue")}</Button>
                <button type="reset" class="button quiet">
                    {t!("requests-clear")}
                </button>
            </div>
        </form>
    }
}

fn row(row: &Row, zone: Zone, now: Timestamp) -> impl IntoView + use<> {
    let here = zone.at(now);
    let ends = match row.standing {
        Standing::Waiting | Standing::Ended => {
            let at = row.expires_at;
            view! { <time datetime=at.rfc3339()>{words::short_date(zone.at(at), here)}</time> }
                .into_any()
        }
        _ => view! { <span class="muted">{t!("requests-no-end")}</span> }.into_any(),
    };
    let soon = row.days_left.map(|days| {
        view! { " " <span class="under watch">{t!("requests-days-left", days = days)}</span> }
    });
    let class = if row.mail.is_trouble() {
        "has-trouble"
    } else if row.standing == Standing::Waiting {
        ""
    } else {
        "gone"
    };
    let tick = format!("request-{}", row.request);
    let changed = words::recent(zone.at(row.changed_at), here);
    view! {
        <tr role="row" class=class>
            <td role="cell" class="tick">
                <input type="hidden" name="shown" value=row.request.to_string() />
                <label for=tick.clone()>
                    <input type="checkbox" id=tick.clone() name="request" value=row.request.to_string() />
                    <span class="unseen">{t!("requests-select", name = row.friendly_name.clone())}</span>
                </label>
            </td>
            <th scope="row" role="rowheader">
                <a href=format!("/staff/requests/{}", row.request) title=row.friendly_name.clone()>
                    {row.friendly_name.clone()}
                </a>
                <span title=row.external_id.clone()>{row.external_id.clone()}</span>
            </th>
            <td role="cell" class="standing">
                <State standing=row.standing connection=row.connection soon=row.days_left.is_some() />
            </td>
            <td role="cell" class="sent">
                <Sent delivery=row.delivery mail=row.mail />
            </td>
            <td role="cell" class="ends">{ends} {soon}</td>
            <td role="cell" class="change muted">{changed}</td>
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
fn pager(view: &View) -> Option<AnyView> {
    let rows = view.rows.len() as u64;
    if rows == 0 {
        return None;
    }
    let last = view.from + rows - 1;
    // A search counts nothing.
    let where_we_are = if view.search.is_empty() {
        t!(
            "requests-range",
            from = view.from,
            to = last,
            of = count(view.count(view.listed))
        )
    } else {
        t!("requests-range-found", from = view.from, to = last)
    };
    let first = view
        .further
        .then(|| turn(view, None, 1, t!("requests-first")).into_any());
    let to = |name: &'static str, cursor: &Option<String>, from: u64, words: Wording| {
        let cursor = cursor.clone()?;
        Some(turn(view, Some((name, cursor)), from, words).into_any())
    };
    let before = view.from.saturating_sub(policy::PAGE_ROWS.into()).max(1);
    let previous = to("before", &view.previous, before, t!("requests-previous"));
    let next = to("after", &view.next, last + 1, t!("requests-next"));
    Some(
        view! {
            <div class="pager">
                <span>{where_we_are}</span>
                {first}
                {previous}
                {next}
            </div>
        }
        .into_any(),
    )
}

fn turn(
    view: &View,
    cursor: Option<(&'static str, String)>,
    from: u64,
    words: Wording,
) -> impl IntoView + use<> {
    let cursor = cursor.map(|(name, cursor)| {
        view! {
            <input type="hidden" name=name value=cursor />
            <input type="hidden" name="from" value=from.to_string() />
        }
    });
    view! {
        <form method="get" action="/staff/requests">
            <input type="hidden" name="state" value=view.listed.name() />
            <input type="hidden" name="q" value=view.search.clone() />
            {cursor}
            <Button weight=Weight::Quiet>{words}</Button>
        </form>
    }
}
