//! `/staff/letters`: many letters in one file: chosen, drawn, and fetched.

use super::batch::{cancel, progress};
use crate::components::{
    Button, ButtonLink, Checkbox, Document, ErrorSummary, Frame, Messages, Notice, PAGE, Place,
    Room, Tone, Weight, document,
};
use crate::page::Page;
use domain::batch::{LeftOut, State};
use domain::ids::{BatchId, ConnectRequestId};
use domain::policy;
use domain::timestamp::Timestamp;
use domain::zone::Zone;
use leptos::prelude::*;
use words::t;

/// Why no letters are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// None is ticked.
    None,
    TooMany,
}

/// No day in particular.
pub const ANY_DAY: &str = "any";

/// Which requests are shown.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Choice {
    /// Made on this day or later, as "2026-05-04".
    pub from: String,
    /// Those with an e-mail address, too.
    pub with_mail: bool,
    pub batch: Option<BatchId>,
}

/// A request that waits for its patient.
#[derive(Clone)]
pub struct Row {
    pub request: ConnectRequestId,
    pub friendly_name: String,
    pub external_id: String,
    pub by_mail: bool,
}

#[derive(Clone)]
pub struct View {
    pub choice: Choice,
    pub rows: Vec<Row>,
    /// Where the next ones begin, if there are more than a file holds.
    pub next: Option<ConnectRequestId>,
    /// Taken for granted until someone says otherwise.
    pub paper: String,
    pub large: bool,
    pub problem: Option<Problem>,
}

pub fn page(frame: &Frame, view: &View) -> Page {
    let message = view.problem.map(|problem| match problem {
        Problem::None => t!("letters-none-ticked"),
        Problem::TooMany => t!("letters-too-many", max = policy::LETTERS_MAX),
    });
    let messages: Messages = message.map(|words| (PAGE, words)).into_iter().collect();
    let about = Document {
        errors: messages.any(),
        ..Document::new(Room::Staff(Place::Letters), t!("letters-heading"))
    };
    document(frame, about, || {
        view! {
            <ErrorSummary messages=&messages />
            <h1>{t!("letters-heading")}</h1>
            <p>{t!("letters-about")}</p>
            {filter(&view.choice).into_any()}
            {if view.rows.is_empty() {
                view! { <p class="lead">{t!("letters-none")}</p> }.into_any()
            } else {
                choose(view).into_any()
            }}
        }
    })
}

fn filter(choice: &Choice) -> impl IntoView + use<> {
    let batch = choice.batch.map(|id| {
        view! {
            <input type="hidden" name="batch" value=id.to_string() />
            <p>{t!("letters-of-import")}</p>
        }
    });
    let Choice {
        from, with_mail, ..
    } = choice.clone();
    view! {
        <form class="filter" method="get" action="/staff/letters">
            {batch}
            <div class="field">
                <label for="from">{t!("letters-from")}</label>
                <input id="from" name="from" type="date" value=from />
            </div>
            <div class="field">
                <label for="mail">{t!("letters-which")}</label>
                <select id="mail" name="mail">
                    <option value="without" selected=!with_mail>
                        {t!("letters-without-mail")}
                    </option>
                    <option value="all" selected=with_mail>
                        {t!("letters-all")}
                    </option>
                </select>
            </div>
            <Button weight=Weight::Secondary>{t!("requests-show")}</Button>
        </form>
    }
}

fn choose(view: &View) -> impl IntoView + use<> {
    let rows = view.rows.iter().map(row).collect_view();
    view! {
        <form method="post" action="/staff/letters/print">
            {kept(&view.choice)}
            <table>
                <caption class="unseen">{t!("letters-heading")}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t!("letters-print")}</th>
                        <th scope="col">{t!("requests-patient")}</th>
                        <th scope="col">{t!("requests-external-id")}</th>
                        <th scope="col">{t!("requests-mail")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
            {print_form(&view.paper, view.large)}
            <div class="ways-on">
                <Button>{t!("letters-make")}</Button>
            </div>
        </form>
        {next(view)}
    }
}

/// How letters are to look.
pub(in crate::pages::staff) fn print_form(paper: &str, large: bool) -> impl IntoView + use<> {
    let letter = paper == "letter";
    view! {
        <div class="field">
            <label for="paper">{t!("letters-paper")}</label>
            <select id="paper" name="paper">
                <option value="a4" selected=!letter>
                    {t!("letters-a4")}
                </option>
                <option value="letter" selected=letter>
                    {t!("letters-us")}
                </option>
            </select>
        </div>
        <Checkbox name="large" value="yes" label=t!("letters-large") checked=large />
    }
}

/// So that a refused form shows the same requests again.
fn kept(choice: &Choice) -> impl IntoView + use<> {
    let batch = choice.batch.map(|id| id.to_string()).unwrap_or_default();
    let mail = if choice.with_mail { "all" } else { "without" };
    // A form's empty field reads as none, and none as today.
    let from = if choice.from.is_empty() {
        ANY_DAY.to_owned()
    } else {
        choice.from.clone()
    };
    view! {
        <input type="hidden" name="from" value=from />
        <input type="hidden" name="mail" value=mail />
        <input type="hidden" name="batch" value=batch />
    }
}

fn row(row: &Row) -> impl IntoView + use<> {
    let id = format!("request-{}", row.request);
    let mail = if row.by_mail {
        t!("letters-mailed")
    } else {
        t!("import-letter-only")
    };
    let label = id.clone();
    view! {
        <tr>
            <td data-label=t!("letters-print")>
                <label class="tick" for=label>
                    <input type="checkbox" id=id name="request" value=row.request.to_string() checked />
                    <span class="unseen">{t!("letters-print-one", name = row.friendly_name.clone())}</span>
                </label>
            </td>
            <th scope="row">
                <a href=format!("/staff/requests/{}", row.request)>{row.friendly_name.clone()}</a>
            </th>
            <td data-label=t!("requests-external-id")>{row.external_id.clone()}</td>
            <td data-label=t!("requests-mail")>{mail}</td>
        </tr>
    }
}

fn next(view: &View) -> impl IntoView + use<> {
    let choice = view.choice.clone();
    view.next.map(|after| {
        view! {
            <form class="pager" method="get" action="/staff/letters">
                {kept(&choice)}
                <input type="hidden" name="after" value=after.to_string() />
                <p>{t!("letters-more", max = policy::LETTERS_MAX)}</p>
                <Button weight=Weight::Secondary>{t!("letters-next")}</Button>
            </form>
        }
    })
}

/// `/staff/letters/{id}`: letters that a worker draws.
#[derive(Clone)]
pub struct Order {
    pub id: BatchId,
    pub state: State,
    pub total: usize,
    pub done: usize,
    pub left_out: Vec<LeftOut>,
    /// Until when the file is kept.
    pub until: Timestamp,
    /// It was too late for what was asked for last.
    pub too_late: bool,
}

pub fn order_page(frame: &Frame, order: &Order) -> Page {
    let late = order.too_late.then(|| (PAGE, t!("batch-too-late")));
    let messages: Messages = late.into_iter().collect();
    let about = Document {
        errors: messages.any(),
        ..Document::new(Room::Staff(Place::Letters), t!("letters-heading"))
    };
    document(frame, about, || {
        let drawn = order.total - order.left_out.len().min(order.total);
        view! {
            <p class="back">
                <a href="/staff/letters">{t!("letters-back")}</a>
            </p>
            <ErrorSummary messages=&messages />
            <h1>{t!("letters-title", count = order.total)}</h1>
            {match order.state {
                State::Done => ready(order, drawn, frame.time_zone).into_any(),
                State::Cancelled => view! { <p class="lead">{t!("letters-cancelled")}</p> }.into_any(),
                State::Failed => view! { <p class="lead">{t!("letters-failed")}</p> }.into_any(),
                State::Running | State::Previewed | State::Refused => drawing(order).into_any(),
            }}
            {left_out(&order.left_out)}
        }
    })
}

fn drawing(order: &Order) -> impl IntoView + use<> {
    let words = t!("letters-progress", done = order.done, count = order.total);
    view! {
        {progress(order.done, order.total, words)}
        {cancel("/staff/letters", order.id, t!("batch-cancel"))}
    }
}

fn ready(order: &Order, drawn: usize, zone: Zone) -> impl IntoView + use<> {
    let until = words::moment(zone.at(order.until));
    view! {
        <Notice tone=Tone::Success title=Some(t!("letters-ready", count = drawn))>
            <p>{t!("letters-until", until = until)}</p>
        </Notice>
        <ButtonLink href=format!("/staff/letters/{}/letters.pdf", order.id)>{t!("letters-download")}</ButtonLink>
    }
}

fn left_out(left_out: &[LeftOut]) -> Option<impl IntoView + use<>> {
    if left_out.is_empty() {
        return None;
    }
    let lines = left_out
        .iter()
        .map(|one| {
            let place = format!("/staff/requests/{}", one.request);
            let why = match one.sign {
                Some(sign) => t!("letters-left-sign", sign = sign.to_string()),
                None if one.unfit => t!("letters-left-form"),
                None => t!("letters-left-over"),
            };
            view! {
                <li>
                    <a href=place>{one.external_id.clone()}</a>
                    " "
                    {why}
                </li>
            }
        })
        .collect_view();
    Some(view! {
        <section aria-labelledby="left-out-heading">
            <h2 id="left-out-heading">{t!("letters-left-out", count = left_out.len())}</h2>
            <ul class="batches">{lines}</ul>
        </section>
    })
}
