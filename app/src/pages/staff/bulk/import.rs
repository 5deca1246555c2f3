//! `/staff/import`: the file that many requests are made from.

use super::batch::state;
use crate::components::{
    Button, Document, ErrorSummary, Field, Frame, Messages, PAGE, Place, Room, described_by,
    document,
};
use crate::page::Page;
use crate::pages::staff::requests::new_request::may_not;
use domain::application::MayNotConnect;
use domain::batch::{FileError, HeaderError, State};
use domain::ids::BatchId;
use domain::new_request::Field as Column;
use domain::policy;
use domain::timestamp::Timestamp;
use domain::zone::Zone;
use leptos::prelude::*;
use words::Wording;
use words::t;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    File(FileError),
    MayNot(MayNotConnect),
}

/// A file that was read before.
#[derive(Clone)]
pub struct Earlier {
    pub id: BatchId,
    pub made_at: Timestamp,
    pub rows: usize,
    pub state: State,
}

#[derive(Clone, Default)]
pub struct View {
    pub earlier: Vec<Earlier>,
    pub problem: Option<Problem>,
}

const FILE: &str = "file";

pub fn page(frame: &Frame, view: &View) -> Page {
    let messages: Messages = view.problem.as_ref().map(message).into_iter().collect();
    let about = Document {
        errors: messages.any(),
        ..Document::new(Room::Staff(Place::Import), t!("import-heading"))
    };
    document(frame, about, || {
        view! {
            <ErrorSummary messages=&messages />
            <h1>{t!("import-heading")}</h1>
            <p class="lead">{t!("import-about")}</p>
            {form(&messages).into_any()}
            {columns().into_any()}
            {earlier(&view.earlier, frame.time_zone)}
        }
    })
}

fn form(messages: &Messages) -> impl IntoView + use<> {
    let error = messages.at(FILE);
    let described = described_by(FILE, true, error.is_some());
    let invalid = error.is_some().then_some("true");
    let hint = t!("import-file-hint", rows = policy::IMPORT_ROWS);
    view! {
        <form class="narrow" method="post" action="/staff/import" enctype="multipart/form-data">
            <Field name=FILE label=t!("import-file") hint=Some(hint) error=error>
                <input
                    id=FILE
                    name=FILE
                    type="file"
                    accept=".csv,.txt,.tsv,text/csv,text/plain,text/tab-separated-values"
                    aria-describedby=described
                    aria-invalid=invalid
                />
            </Field>
            <p>{t!("import-secret")}</p>
            <Button>{t!("import-check")}</Button>
        </form>
    }
}

fn columns() -> impl IntoView + use<> {
    let rows = Column::columns()
        .map(|column| {
            let needed = if column.row().required {
                t!("import-required")
            } else {
                t!("import-optional")
            };
            view! {
                <tr>
                    <th scope="row">
                        <code>{column.name()}</code>
                    </th>
                    <td data-label=t!("import-column-what")>{t!("import-column", column = column.name())}</td>
                    <td data-label=t!("import-column-needed")>{needed}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <section aria-labelledby="columns-heading">
            <h2 id="columns-heading">{t!("import-columns")}</h2>
            <p>{t!("import-columns-about")}</p>
            <p>
                <a href="/staff/import/template.csv">{t!("import-template")}</a>
            </p>
            <table>
                <caption class="unseen">{t!("import-columns")}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t!("import-column-name")}</th>
                        <th scope="col">{t!("import-column-what")}</th>
                        <th scope="col">{t!("import-column-needed")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
}

fn earlier(earlier: &[Earlier], zone: Zone) -> Option<impl IntoView + use<>> {
    if earlier.is_empty() {
        return None;
    }
    let lines = earlier
        .iter()
        .map(|one| {
            let words = t!(
                "import-earlier-one",
                when = words::date_and_time(zone.at(one.made_at)),
                rows = one.rows
            );
            view! {
                <li>
                    <a href=format!("/staff/import/{}", one.id)>{words}</a>
                    " "
                    <span class="hint">{state(one.state)}</span>
                </li>
            }
        })
        .collect_view();
    Some(view! {
        <section aria-labelledby="earlier-heading">
            <h2 id="earlier-heading">{t!("import-earlier")}</h2>
            <ul class="batches">{lines}</ul>
        </section>
    })
}

fn message(problem: &Problem) -> (&'static str, Wording) {
    match problem {
        Problem::MayNot(why) => (PAGE, may_not(*why)),
        Problem::File(error) => (FILE, file_message(error)),
    }
}

fn file_message(error: &FileError) -> Wording {
    match error {
        FileError::Empty => t!("import-empty"),
        FileError::TooLarge => t!("import-too-large"),
        FileError::TooManyRows => t!("import-too-many-rows", rows = policy::IMPORT_ROWS),
        FileError::Encoding { row } => t!("import-encoding", row = *row),
        FileError::Header(error) => header_message(error),
    }
}

/// One sentence for the first thing to correct in the first row: what is missing, then what is unknown, then what is doubled.
fn header_message(error: &HeaderError) -> Wording {
    let names = |columns: &[Column]| {
        let names: Vec<&str> = columns.iter().map(|column| column.name()).collect();
        names.join(", ")
    };
    match (error.missing.is_empty(), error.unknown.is_empty()) {
        (false, true) => t!("import-missing", columns = names(&error.missing)),
        (false, false) => t!(
            "import-missing-and-unknown",
            columns = names(&error.missing),
            unknown = error.unknown.join(", ")
        ),
        (true, false) => t!("import-unknown", unknown = error.unknown.join(", ")),
        (true, true) => t!("import-twice", columns = names(&error.twice)),
    }
}
