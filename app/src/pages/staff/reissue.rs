//! `/staff/requests/reissue`: new codes for the requests that were ticked in the list; asked first, then done at once.

use super::letters::print_form;
use super::new_request::{PAGE, may_not};
use super::standing::State;
use crate::components::{
    Button, ButtonLink, Document, ErrorSummary, Frame, Messages, Notice, Room, Tone, Weight,
    document,
};
use crate::page::Page;
use domain::application::MayNotConnect;
use domain::connect_request::Standing;
use domain::connection::Connection;
use domain::ids::ConnectRequestId;
use leptos::prelude::*;
use words::t;

#[derive(Clone)]
pub struct View {
    pub rows: Vec<Row>,
    pub step: Step,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Nothing has happened yet.
    Asked {
        /// The digest of what the page shows, for its form.
        seen: String,
        /// Whether a request changed while the page was open.
        changed: bool,
    },
    /// The rows are the new requests.
    Done,
    Refused(Problem),
}

#[derive(Clone)]
pub struct Row {
    pub request: ConnectRequestId,
    pub friendly_name: String,
    pub external_id: String,
    pub standing: Standing,
    pub connection: Connection,
    /// Whether the new code goes out by mail.
    pub by_mail: bool,
    /// Whether it goes out on paper, or that as well.
    pub on_paper: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    Nothing,
    TooMany {
        max: usize,
    },
    /// One of them was replaced or cancelled in the meantime.
    Over,
    MayNot(MayNotConnect),
}

pub fn page(frame: &Frame, view: &View) -> Page {
    let messages: Messages = match &view.step {
        Step::Refused(problem) => Messages::from_iter([(PAGE, message(*problem))]),
        Step::Asked { changed: true, .. } => Messages::from_iter([(PAGE, t!("confirm-changed"))]),
        Step::Asked { .. } | Step::Done => Messages::default(),
    };
    let heading = match &view.step {
        Step::Done => t!("reissue-done", count = view.rows.len()),
        Step::Asked { .. } | Step::Refused(_) => t!("reissue-heading"),
    };
    let about = Document {
        errors: messages.any(),
        ..Document::new(Room::Staff, heading.clone())
    };
    document(frame, about, || {
        view! {
            <p class="back">
                <a href="/staff/requests">{t!("request-back")}</a>
            </p>
            <ErrorSummary messages=&messages />
            <h1>{heading}</h1>
            {match &view.step {
                Step::Asked { seen, .. } => ask(&view.rows, seen.clone()).into_any(),
                Step::Done => done(&view.rows).into_any(),
                Step::Refused(_) => view! { <p>{t!("reissue-choose-again")}</p> }.into_any(),
            }}
        }
    })
}

fn message(problem: Problem) -> String {
    match problem {
        Problem::Nothing => t!("reissue-nothing"),
        Problem::TooMany { max } => t!("reissue-too-many", max = max),
        Problem::Over => t!("reissue-over"),
        Problem::MayNot(why) => may_not(why),
    }
}

fn ask(rows: &[Row], seen: String) -> impl IntoView + use<> {
    let connected = rows
        .iter()
        .any(|row| row.connection.is_live())
        .then(|| view! { <p>{t!("reissue-connected")}</p> });
    let chosen = rows
        .iter()
        .map(|row| view! { <input type="hidden" name="request" value=row.request.to_string() /> })
        .collect_view();
    let ways = ways(rows, t!("reissue-will"));
    let (sure, act) = (
        t!("reissue-sure", count = rows.len()),
        t!("reissue-do", count = rows.len()),
    );
    let table = table(rows, false);
    view! {
        <p class="lead">{sure}</p>
        <p>{ways}</p>
        {connected}
        <form method="post" action="/staff/requests/reissue">
            {chosen}
            <input type="hidden" name="seen" value=seen />
            <div class="buttons">
                <Button>{act}</Button>
                <ButtonLink href="/staff/requests" weight=Weight::Secondary>
                    {t!("reissue-leave")}
                </ButtonLink>
            </div>
        </form>
        {table}
    }
}

fn done(rows: &[Row]) -> impl IntoView + use<> {
    let ways = ways(rows, t!("reissue-did"));
    let table = table(rows, true);
    let print = print(rows);
    view! {
        <Notice tone=Tone::Success>
            <p>{ways}</p>
        </Notice>
        {print}
        {table}
    }
}

/// The letters of those that go out on paper, in one file.
fn print(rows: &[Row]) -> Option<impl IntoView + use<>> {
    let on_paper: Vec<_> = rows.iter().filter(|row| row.on_paper).collect();
    let act = t!("reissue-print", count = on_paper.len());
    let letters = on_paper
        .iter()
        .map(|row| view! { <input type="hidden" name="request" value=row.request.to_string() /> })
        .collect_view();
    (!on_paper.is_empty()).then(|| {
        view! {
            <form class="filter" method="post" action="/staff/letters/print">
                {letters}
                {print_form("", false)}
                <Button>{act}</Button>
            </form>
        }
    })
}

/// How many go which way, after a word on the old codes.
fn ways(rows: &[Row], old: String) -> String {
    let mail = rows.iter().filter(|row| row.by_mail).count();
    let paper = rows.iter().filter(|row| row.on_paper).count();
    t!("reissue-ways", old = old, mail = mail, paper = paper)
}

fn table(rows: &[Row], done: bool) -> impl IntoView + use<> {
    let rows = rows.iter().map(|row| line(row, done)).collect_view();
    view! {
        <table>
            <caption class="unseen">{t!("reissue-heading")}</caption>
            <thead>
                <tr>
                    <th scope="col">{t!("requests-patient")}</th>
                    <th scope="col">{t!("requests-external-id")}</th>
                    <th scope="col">{t!("requests-state")}</th>
                    <th scope="col">{t!("reissue-way")}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

fn line(row: &Row, done: bool) -> impl IntoView + use<> {
    let way = match (row.by_mail, row.on_paper) {
        (true, true) => t!("reissue-by-both"),
        (true, false) => t!("reissue-by-mail"),
        (false, _) => t!("reissue-by-letter"),
    };
    let way = if done && row.on_paper {
        view! { <a href=format!("/staff/requests/{}/letter", row.request)>{way}</a> }.into_any()
    } else {
        way.into_any()
    };
    view! {
        <tr>
            <th scope="row">
                <a href=format!("/staff/requests/{}", row.request)>{row.friendly_name.clone()}</a>
            </th>
            <td data-label=t!("requests-external-id")>{row.external_id.clone()}</td>
            <td data-label=t!("requests-state")>
                <State standing=row.standing connection=row.connection />
            </td>
            <td data-label=t!("reissue-way")>{way}</td>
        </tr>
    }
}
