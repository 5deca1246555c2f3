//! `/staff/import/{id}`: what is in a file, before anything is made of it, while it is made, and afterwards.

use super::batch::{cancel, progress};
use crate::components::{
    Button, ButtonLink, Checkbox, Choices, Document, ErrorSummary, Frame, Messages, Notice, PAGE,
    Place, Room, Tone, Weight, document,
};
use crate::page::Page;
use crate::pages::staff::requests::new_request::guessable;
use domain::batch::{Report, RowProblem, Sample, State, Why};
use domain::ids::BatchId;
use domain::zone::Zone;
use leptos::prelude::*;
use words::Wording;
use words::t;

/// Problems that the page lists; the file of them has all.
const LISTED: usize = 100;

#[derive(Clone)]
pub struct View {
    pub id: BatchId,
    pub state: State,
    /// Rows, and how many of them are ready.
    pub total: usize,
    pub done: usize,
    pub report: Report,
    /// The digest of the preview, for the form that confirms it.
    pub seen: String,
    /// The box was ticked that says that the ids are right.
    pub ids_ticked: bool,
    pub problem: Option<Problem>,
}

/// Why nothing was done.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Problem {
    TooLate,
    /// The form that confirmed it was not of this preview.
    Changed,
    /// It was confirmed without a word on the ids that a spreadsheet may have changed.
    IdsNotConfirmed,
}

pub fn page(frame: &Frame, view: &View) -> Page {
    let messages = messages(view);
    let about = Document {
        errors: messages.any(),
        ..Document::new(Room::Staff(Place::Import), t!("import-title"))
    };
    document(frame, about, || {
        view! {
            <p class="back">
                <a href="/staff/import">{t!("import-back")}</a>
            </p>
            <ErrorSummary messages=&messages />
            <h1>{heading(view)}</h1>
            {match view.state {
                State::Previewed => preview(view).into_any(),
                State::Refused => refused(view, frame.time_zone).into_any(),
                State::Running => running(view).into_any(),
                State::Done => done(view).into_any(),
                State::Failed => failed(view).into_any(),
                State::Cancelled => view! { <p class="lead">{t!("import-cancelled")}</p> }.into_any(),
            }}
        }
    })
}

fn messages(view: &View) -> Messages {
    if let Some(problem) = view.problem {
        return Messages::from_iter([match problem {
            Problem::TooLate => (PAGE, t!("batch-too-late")),
            Problem::Changed => (PAGE, t!("ask-changed")),
            Problem::IdsNotConfirmed => (IDS, t!("import-ids-tick-it")),
        }]);
    }
    match view.state {
        State::Refused => Messages::from_iter([(
            PROBLEMS,
            t!("import-mend", count = view.report.problems.len()),
        )]),
        _ => Messages::default(),
    }
}

/// The box that says that ids are right which a spreadsheet may have changed.
const IDS: &str = "ids";
/// Of those, so many are shown.
const IDS_SHOWN: usize = 20;

/// Where the summary leads.
const PROBLEMS: &str = "problems";

fn heading(view: &View) -> Wording {
    match view.state {
        State::Previewed => t!("import-previewed", rows = view.total),
        State::Refused => t!("import-refused"),
        State::Running => t!("import-running", rows = view.total),
        State::Done => t!("import-done", rows = view.total),
        State::Failed => t!("import-failed"),
        State::Cancelled => t!("import-cancelled-heading"),
    }
}

fn preview(view: &View) -> impl IntoView + use<> {
    let (rows, mails) = (view.total, view.report.with_mail);
    let letters = rows - mails.min(rows);
    view! {
        <p class="lead">{t!("import-nothing-yet")}</p>
        <ul>
            <li>{t!("import-by-mail", count = mails)}</li>
            <li>{t!("import-by-letter", count = letters)}</li>
        </ul>
        {sample(&view.report.sample, view.total)}
        {guessed(view.report.guessed.as_deref())}
        <div class="ways-on">
            <form method="post" action=format!("/staff/import/{}/confirm", view.id)>
                <input type="hidden" name="seen" value=view.seen.clone() />
                {doubtful(view)}
                <Button>{t!("import-confirm", rows = rows)}</Button>
            </form>
            {cancel("/staff/import", view.id, t!("import-discard"))}
        </div>
        <p class="hint">{t!("import-waits")}</p>
    }
}

/// A file that does not say how it is encoded was read as most are: people see best whether that is right.
fn guessed(text: Option<&str>) -> Option<impl IntoView + use<>> {
    text.map(|text| {
        let text = text.to_owned();
        view! {
            <Notice tone=Tone::Warning title=Some(t!("import-guessed"))>
                <p>
                    <strong>
                        <bdi>{text}</bdi>
                    </strong>
                </p>
                <p>{t!("import-guessed-about")}</p>
            </Notice>
        }
    })
}

fn doubtful(view: &View) -> Option<impl IntoView + use<>> {
    let doubtful = &view.report.doubtful;
    if doubtful.is_empty() {
        return None;
    }
    let ticked = view.ids_ticked;
    let error = (view.problem == Some(Problem::IdsNotConfirmed)).then(|| t!("import-ids-tick-it"));
    let lines = doubtful
        .iter()
        .take(IDS_SHOWN)
        .map(|one| {
            let words = t!(
                "import-ids-row",
                row = one.row,
                id = one.external_id.clone()
            );
            view! { <li>{words}</li> }
        })
        .collect_view();
    let more = doubtful.len().saturating_sub(IDS_SHOWN);
    let more = (more > 0).then(|| view! { <p>{t!("import-ids-more", count = more)}</p> });
    Some(view! {
        <Choices
            name=IDS
            legend=t!("import-ids", count = doubtful.len())
            hint=Some(t!("import-ids-about"))
            error=error
        >
            <ul>{lines}</ul>
            {more}
            <Checkbox name=IDS value="right" label=t!("import-ids-tick") checked=ticked />
        </Choices>
    })
}

fn sample(rows: &[Sample], total: usize) -> impl IntoView + use<> {
    let shown = rows.len();
    let lines = rows
        .iter()
        .map(|row| {
            let mail = if row.email.is_empty() {
                t!("import-letter-only")
            } else {
                row.email.clone().into()
            };
            view! {
                <tr>
                    <th scope="row">{row.friendly_name.clone()}</th>
                    <td data-label=t!("requests-external-id")>{row.external_id.clone()}</td>
                    <td data-label=t!("requests-mail")>{mail}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <h2>{t!("import-sample", shown = shown, rows = total)}</h2>
        <p>{t!("import-sample-hides")}</p>
        <table>
            <caption class="unseen">{t!("import-sample", shown = shown, rows = total)}</caption>
            <thead>
                <tr>
                    <th scope="col">{t!("requests-patient")}</th>
                    <th scope="col">{t!("requests-external-id")}</th>
                    <th scope="col">{t!("requests-mail")}</th>
                </tr>
            </thead>
            <tbody>{lines}</tbody>
        </table>
    }
}

fn refused(view: &View, zone: Zone) -> impl IntoView + use<> {
    let count = view.report.problems.len();
    view! {
        <p class="lead">{t!("import-nothing-made")}</p>
        <p id=format!("{PROBLEMS}-error") class="error">
            <span class="unseen">{t!("error-prefix")}</span>
            " "
            {t!("import-mend", count = count)}
        </p>
        <p>{t!("import-reason-helps")}</p>
        {problems(&view.report.problems, zone)}
        <div class="ways-on">
            <ButtonLink href="/staff/import">{t!("import-another")}</ButtonLink>
            <ButtonLink href=format!("/staff/import/{}/problems.csv", view.id) weight=Weight::Secondary>
                {t!("import-problems-file")}
            </ButtonLink>
        </div>
    }
}

fn problems(problems: &[RowProblem], zone: Zone) -> impl IntoView + use<> {
    let lines = problems
        .iter()
        .take(LISTED)
        .map(|problem| {
            let column = problem
                .column
                .map(|column| view! { <code>{column.name()}</code> });
            view! {
                <tr>
                    <th scope="row">{t!("import-row", row = problem.row)}</th>
                    <td data-label=t!("import-column-name")>{column}</td>
                    <td data-label=t!("import-problem")>{why(problem, zone)}</td>
                </tr>
            }
        })
        .collect_view();
    let more = (problems.len() > LISTED).then(|| {
        view! { <p>{t!("import-more-problems", count = problems.len() - LISTED)}</p> }
    });
    view! {
        <table id=PROBLEMS tabindex="-1">
            <caption class="unseen">{t!("import-problems")}</caption>
            <thead>
                <tr>
                    <th scope="col">{t!("import-where")}</th>
                    <th scope="col">{t!("import-column-name")}</th>
                    <th scope="col">{t!("import-problem")}</th>
                </tr>
            </thead>
            <tbody>{lines}</tbody>
        </table>
        {more}
    }
}

/// What is to be corrected in a row: for the page, and for the file of problems.
pub fn why(problem: &RowProblem, zone: Zone) -> Wording {
    match &problem.why {
        Why::Empty => t!("row-empty"),
        Why::TooLong { max } => t!("row-too-long", max = *max),
        Why::Invisible => t!("row-invisible"),
        Why::BlankAtAnEnd => t!("row-blank-at-an-end"),
        Why::Shape => t!(
            "row-shape",
            column = problem.column.map_or("", |column| column.name())
        ),
        Why::Guessable { why } => guessable(why),
        Why::Cells { found, expected } => t!("row-cells", found = *found, expected = *expected),
        Why::Twice { first } => t!("row-twice", first = *first),
        Why::Taken { made_at } => t!("row-taken", date = words::date(zone.at(*made_at))),
    }
}

fn running(view: &View) -> impl IntoView + use<> {
    let words = if view.done < view.total {
        t!("import-progress", done = view.done, rows = view.total)
    } else {
        t!("import-last-step")
    };
    view! {
        {progress(view.done, view.total, words)}
        <p>{t!("import-all-or-nothing")}</p>
        {cancel("/staff/import", view.id, t!("batch-cancel"))}
    }
}

fn done(view: &View) -> impl IntoView + use<> {
    let mails = view.report.with_mail;
    view! {
        <Notice tone=Tone::Success title=Some(t!("import-made", rows = view.total))>
            <p>{t!("import-mails-leave", count = mails)}</p>
        </Notice>
        <div class="ways-on">
            <ButtonLink href=format!("/staff/letters?batch={}", view.id)>{t!("import-letters")}</ButtonLink>
            <ButtonLink href="/staff/requests" weight=Weight::Secondary>
                {t!("import-list")}
            </ButtonLink>
        </div>
    }
}

fn failed(view: &View) -> impl IntoView + use<> {
    let reason = match view.report.problems.first() {
        Some(problem) => t!("import-failed-row", row = problem.row),
        None => t!("import-failed-trouble"),
    };
    view! {
        <Notice tone=Tone::Warning title=Some(t!("import-nothing-made"))>
            <p>{reason}</p>
        </Notice>
        <ButtonLink href="/staff/import">{t!("import-another")}</ButtonLink>
    }
}
