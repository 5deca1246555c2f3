//! The pages of work on many requests, in every state they can be in.

use super::{HOUR, MARKUP, MAY_NOT, robin};
use crate::page::Page;
use crate::pages::samples::MAY;
use crate::pages::staff::bulk::import;
use crate::pages::staff::bulk::import_batch;
use crate::pages::staff::bulk::letters;
use domain::batch::{
    Doubtful, FileError, HeaderError, LeftOut, Report, RowProblem, Sample, State, Why,
};
use domain::ids::{BatchId, ConnectRequestId};
use domain::new_request::Field;
use uuid::Uuid;

fn batch(number: u128) -> BatchId {
    BatchId(Uuid::from_u128(number))
}

fn request(number: u128) -> ConnectRequestId {
    ConnectRequestId(Uuid::from_u128(number))
}

pub fn all() -> Vec<(String, Page)> {
    let mut pages = first_pages();
    pages.extend(batches());
    pages.extend(choices());
    pages.extend(orders());
    pages
}

fn first_pages() -> Vec<(String, Page)> {
    let unknown = vec![MARKUP.to_owned(), "geburtstag".to_owned()];
    let header = |missing: &[Field], unknown: &[String], twice: &[Field]| {
        FileError::Header(HeaderError {
            missing: missing.to_vec(),
            twice: twice.to_vec(),
            unknown: unknown.to_vec(),
        })
    };
    let missing = [Field::Question, Field::Answer];
    let files = [
        ("empty", FileError::Empty),
        ("too-large", FileError::TooLarge),
        ("too-many-rows", FileError::TooManyRows),
        ("encoding", FileError::Encoding { row: 17 }),
        ("missing", header(&missing, &[], &[])),
        ("misspelt", header(&missing, &unknown, &[])),
        ("unknown", header(&[], &unknown, &[])),
        ("twice", header(&[], &[], &missing)),
    ];
    let earlier = State::ALL
        .into_iter()
        .enumerate()
        .map(|(index, state)| import::Earlier {
            id: batch(1),
            made_at: MAY + HOUR * u32::try_from(index).unwrap_or(0),
            rows: 1 + 120 * index,
            state,
        })
        .collect();
    let plain = import::View::default();
    let again = import::View {
        earlier,
        problem: None,
    };
    let refused = files
        .map(|(name, error)| (name.to_owned(), import::Problem::File(error)))
        .into_iter()
        .chain(MAY_NOT.map(|why| (format!("{why:?}"), import::Problem::MayNot(why))))
        .map(|(name, problem)| {
            let view = import::View {
                problem: Some(problem),
                ..import::View::default()
            };
            (format!("-{name}"), view)
        });
    [(String::new(), plain), ("-again".to_owned(), again)]
        .into_iter()
        .chain(refused)
        .map(|(name, view)| (format!("staff-import{name}"), import::page(&robin(), &view)))
        .collect()
}

fn report() -> Report {
    let row = |number: usize, name: &str, email: &str| Sample {
        external_id: format!("MRN-{number}"),
        friendly_name: name.into(),
        email: email.into(),
    };
    Report {
        sample: vec![
            row(1, "Emma's record", "maria@example.org"),
            row(2, MARKUP, ""),
        ],
        with_mail: 80,
        ..Report::default()
    }
}

fn problems(more: usize) -> Vec<RowProblem> {
    let all = [
        (Some(Field::FriendlyName), Why::Empty),
        (Some(Field::Question), Why::TooLong { max: 200 }),
        (Some(Field::ExternalId), Why::Invisible),
        (Some(Field::Email), Why::Shape),
        (Some(Field::Language), Why::Shape),
        (
            Some(Field::Answer),
            Why::Guessable {
                why: "short".into(),
            },
        ),
        (
            None,
            Why::Cells {
                found: 4,
                expected: 7,
            },
        ),
        (Some(Field::ExternalId), Why::Twice { first: 2 }),
        (Some(Field::ExternalId), Why::Taken { made_at: MAY }),
    ];
    let listed = all.into_iter().cycle().take(9 + more);
    listed
        .enumerate()
        .map(|(index, (column, why))| RowProblem {
            row: index + 2,
            column,
            why,
        })
        .collect()
}

fn batches() -> Vec<(String, Page)> {
    let view = |state, done| import_batch::View {
        id: batch(1),
        state,
        total: 120,
        done,
        report: report(),
        seen: "c2Vlbg".into(),
        ids_ticked: false,
        problem: None,
    };
    let with = |state, problems| import_batch::View {
        report: Report {
            problems,
            ..report()
        },
        ..view(state, 120)
    };
    let one = import_batch::View {
        total: 1,
        report: Report {
            sample: report().sample.into_iter().take(1).collect(),
            with_mail: 1,
            ..Report::default()
        },
        ..view(State::Previewed, 0)
    };
    let asked = |problem, count: usize| import_batch::View {
        report: Report {
            guessed: Some("Zoë Müller".into()),
            doubtful: (2..2 + count)
                .map(|row| Doubtful {
                    row,
                    external_id: "1.23457E+11".into(),
                })
                .collect(),
            ..report()
        },
        problem,
        ..view(State::Previewed, 0)
    };
    let changed = import_batch::View {
        problem: Some(import_batch::Problem::Changed),
        ids_ticked: true,
        ..asked(None, 1)
    };
    let late = import_batch::View {
        problem: Some(import_batch::Problem::TooLate),
        ..view(State::Done, 120)
    };
    [
        ("previewed", view(State::Previewed, 0)),
        ("one", one),
        ("asked", asked(None, 1)),
        (
            "asked-again",
            asked(Some(import_batch::Problem::IdsNotConfirmed), 30),
        ),
        ("changed", changed),
        ("refused", with(State::Refused, problems(0))),
        ("refused-many", with(State::Refused, problems(200))),
        ("running", view(State::Running, 50)),
        ("last-step", view(State::Running, 120)),
        ("done", view(State::Done, 120)),
        ("late", late),
        ("failed-row", with(State::Failed, problems(0))),
        ("failed", view(State::Failed, 75)),
        ("cancelled", view(State::Cancelled, 75)),
    ]
    .into_iter()
    .map(|(name, view)| {
        let page = import_batch::page(&robin(), &view);
        (format!("staff-import-batch-{name}"), page)
    })
    .collect()
}

fn choices() -> Vec<(String, Page)> {
    let rows: Vec<letters::Row> = ["Emma's record", MARKUP, "Zoë"]
        .into_iter()
        .zip(1..)
        .map(|(name, number)| letters::Row {
            request: request(number),
            friendly_name: name.into(),
            external_id: format!("MRN-{number}"),
            by_mail: number == 2,
        })
        .collect();
    let view = letters::View {
        choice: letters::Choice {
            from: "2026-05-03".into(),
            ..letters::Choice::default()
        },
        rows,
        next: None,
        paper: String::new(),
        large: false,
        problem: None,
    };
    let none = letters::View {
        rows: Vec::new(),
        ..view.clone()
    };
    let of_import = letters::View {
        choice: letters::Choice {
            from: String::new(),
            with_mail: true,
            batch: Some(batch(1)),
        },
        next: Some(request(3)),
        paper: "letter".into(),
        large: true,
        ..view.clone()
    };
    let problem = |problem| letters::View {
        problem: Some(problem),
        ..view.clone()
    };
    [
        ("", view.clone()),
        ("-none", none),
        ("-of-import", of_import),
        ("-none-ticked", problem(letters::Problem::None)),
        ("-too-many", problem(letters::Problem::TooMany)),
    ]
    .into_iter()
    .map(|(name, view)| {
        (
            format!("staff-letters{name}"),
            letters::page(&robin(), &view),
        )
    })
    .collect()
}

fn orders() -> Vec<(String, Page)> {
    let order = |state, done| letters::Order {
        id: batch(2),
        state,
        total: 45,
        done,
        left_out: Vec::new(),
        until: MAY + HOUR,
        too_late: false,
    };
    let some = letters::Order {
        left_out: vec![
            LeftOut {
                request: request(1),
                external_id: MARKUP.into(),
                sign: Some('字'),
                unfit: false,
            },
            LeftOut {
                request: request(2),
                external_id: "MRN-2".into(),
                sign: None,
                unfit: false,
            },
            LeftOut {
                request: request(3),
                external_id: "MRN-3".into(),
                sign: None,
                unfit: true,
            },
        ],
        ..order(State::Done, 45)
    };
    let late = letters::Order {
        too_late: true,
        ..order(State::Cancelled, 10)
    };
    [
        ("drawing", order(State::Running, 12)),
        ("ready", order(State::Done, 45)),
        ("left-out", some),
        ("cancelled", order(State::Cancelled, 12)),
        ("late", late),
        ("failed", order(State::Failed, 0)),
    ]
    .into_iter()
    .map(|(name, order)| {
        let page = letters::order_page(&robin(), &order);
        (format!("staff-letters-order-{name}"), page)
    })
    .collect()
}
