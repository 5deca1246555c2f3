//! `/staff/requests/reissue`: new codes for the requests that were ticked in the list; asked first, then done at once.

use super::new_request::may_not;
use super::standing::State;
use crate::components::{
    Button, Document, ErrorSummary, Frame, Messages, Notice, PAGE, Place, Room, Tone, Weight,
    document,
};
use crate::page::Page;
use crate::pages::staff::ask::{self, Question, Shown};
use crate::pages::staff::bulk::letters::print_form;
use domain::application::MayNotConnect;
use domain::connect_request::Standing;
use domain::connection::Connection;
use domain::ids::ConnectRequestId;
use leptos::prelude::*;
use words::Wording;
use words::t;

#[derive(Clone)]
pub struct View {
    pub rows: Vec<Row>,
    pub step: Step,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Nothing has happened yet.
    Asked(Shown),
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
    match &view.step {
        Step::Asked(shown) => asked(frame, &view.rows, shown),
        Step::Done => answered(frame, &view.rows, None),
        Step::Refused(problem) => answered(frame, &view.rows, Some(*problem)),
    }
}

fn answered(frame: &Frame, rows: &[Row], problem: Option<Problem>) -> Page {
    let messages: Messages = problem
        .map(|problem| (PAGE, message(problem)))
        .into_iter()
        .collect();
    let heading = match problem {
        None => t!("reissue-done", count = rows.len()),
        Some(_) => t!("reissue-heading"),
    };
    let about = Document {
        errors: messages.any(),
        ..Document::new(Room::Staff(Place::Requests), heading.clone())
    };
    document(frame, about, || {
        view! {
            <p class="back">
                <a href=LIST>{t!("request-back")}</a>
            </p>
            <ErrorSummary messages=&messages />
            <h1>{heading}</h1>
            {match problem {
                None => done(rows).into_any(),
                Some(_) => view! { <p>{t!("reissue-choose-again")}</p> }.into_any(),
            }}
        }
    })
}

/// Where the requests were chosen.
const LIST: &str = "/staff/requests";

fn message(problem: Problem) -> Wording {
    match problem {
        Problem::Nothing => t!("reissue-nothing"),
        Problem::TooMany { max } => t!("reissue-too-many", max = max),
        Problem::Over => t!("reissue-over"),
        Problem::MayNot(why) => may_not(why),
    }
}

fn asked(frame: &Frame, rows: &[Row], shown: &Shown) -> Page {
    let connected = rows.iter().any(|row| row.connection.is_live());
    let mut effects = vec![ways(rows, t!("reissue-will"))];
    effects.extend(connected.then(|| t!("reissue-connected")));
    let question = Question {
        place: Place::Requests,
        heading: t!("reissue-heading"),
        about: t!("reissue-sure", count = rows.len()),
        effects,
        action: format!("{LIST}/reissue"),
        fields: rows
            .iter()
            .map(|row| ("request", row.request.to_string()))
            .collect(),
        weight: Weight::Primary,
        act: t!("reissue-do", count = rows.len()),
        leave: t!("reissue-leave"),
        back: (LIST.to_owned(), t!("request-back")),
    };
    ask::page(frame, question, shown, || table(rows, false))
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
fn ways(rows: &[Row], old: Wording) -> Wording {
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
