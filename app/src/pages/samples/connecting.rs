//! The patient's pages after the answer, in every state: choosing a record, deciding, connected.

use super::{MAY, clinic, maria, record_id};
use crate::page::Page;
use crate::pages::patient::pair::Pair;
use crate::pages::patient::{authorize, done, not_sure, record, right_record};
use domain::application::Rule;
use domain::ids::AuthorizationId;
use domain::likeness::Verdict;
use domain::text::TextError;
use uuid::Uuid;

pub fn choosing() -> record::View {
    let record = |number, name: &str, connected| record::Choosable {
        id: record_id(number),
        name: name.into(),
        made_at: MAY,
        connected,
    };
    record::View {
        clinic: clinic(),
        friendly_name: "Emma's record".into(),
        person: "Maria Miller".into(),
        records: vec![
            record(1, "Maria Miller", true),
            record(2, "Emma Miller", false),
            record(3, "Tom", false),
        ],
        chosen: None,
        record_name: String::new(),
        problem: None,
    }
}

pub fn authorizing() -> authorize::View {
    let rule = |name: &str, why: &str, optional| Rule {
        name: name.into(),
        why: why.into(),
        optional,
        ..Rule::default()
    };
    authorize::View {
        clinic: clinic(),
        privacy_url: Some("https://clinic.example/privacy".into()),
        terms_url: Some("https://clinic.example/terms".into()),
        seen: "c2Vlbg".into(),
        rules: vec![
            rule(
                "Read your medicines",
                "So that we do not prescribe what does not go together.",
                false,
            ),
            rule(
                "Add visit summaries",
                "So that you can read at home what we talked about.",
                false,
            ),
            rule(
                "Read your blood pressure",
                "So that our nurse can call you when it is high.",
                true,
            ),
        ],
        pair: pair("Emma Miller", Verdict::Match),
        holder: "Maria Miller".into(),
        connected: false,
        ticked: Vec::new(),
        problem: None,
    }
}

fn pair(record: &str, verdict: Verdict) -> Pair {
    Pair {
        letter: "Emma's record".into(),
        record: record.into(),
        verdict,
        all_the_same: false,
    }
}

/// A letter for Emma, and Tom chosen.
fn doubtful() -> right_record::View {
    right_record::View {
        clinic: clinic(),
        pair: pair("Tom", Verdict::Differs { better: vec![0] }),
        better: vec![right_record::Better {
            id: record_id(2),
            name: "Emma Miller".into(),
            made_at: MAY,
        }],
        action: "/connect/authorize".into(),
        carried: vec![("question", "record".into()), ("seen", "c2Vlbg".into())],
        stop: (
            "/connect/declined".into(),
            "Stop here, do not connect".into(),
        ),
        problem: None,
    }
}

pub fn connected() -> done::View {
    done::View {
        clinic: clinic(),
        record: "Emma Miller".into(),
        since: MAY,
        may: vec!["Read your medicines".into()],
        changeable: Some(AuthorizationId(Uuid::from_u128(1))),
        success_message:
            "Thank you!\n\nYou will find Emma's visit summary in her record tomorrow morning."
                .into(),
        email: "maria@example.org".into(),
    }
}

/// The record can be changed no more.
pub fn next_day() -> done::View {
    done::View {
        changeable: None,
        may: Vec::new(),
        ..connected()
    }
}

pub fn doubts() -> Vec<(String, Page)> {
    let asked = |problem| right_record::View {
        problem,
        ..doubtful()
    };
    let alone = right_record::View {
        pair: pair("Bob", Verdict::Differs { better: Vec::new() }),
        better: Vec::new(),
        ..doubtful()
    };
    let mut pages: Vec<(String, Page)> = [
        ("right-record", asked(None)),
        ("right-record-alone", alone),
        (
            "right-record-nothing",
            asked(Some(right_record::Problem::NothingChosen)),
        ),
        (
            "right-record-changed",
            asked(Some(right_record::Problem::Changed)),
        ),
    ]
    .into_iter()
    .map(|(name, view)| (name.to_owned(), right_record::page(&maria(), &view)))
    .collect();
    for (name, pair, rest) in [
        (
            "not-sure",
            Some(doubtful().pair),
            not_sure::Rest::Code { until: MAY },
        ),
        ("not-sure-connected", None, not_sure::Rest::Connection),
    ] {
        let view = not_sure::View {
            clinic: clinic(),
            pair,
            rest,
        };
        pages.push((name.to_owned(), not_sure::page(&maria(), &view)));
    }
    pages
}

pub fn records() -> Vec<(String, Page)> {
    let wrong = |error| record::View {
        chosen: Some(record::Chosen::New),
        record_name: "Ann".into(),
        problem: Some(record::Problem::Name(error)),
        ..choosing()
    };
    [
        ("record", choosing()),
        (
            "record-first",
            record::View {
                records: Vec::new(),
                ..choosing()
            },
        ),
        (
            "record-first-empty",
            record::View {
                records: Vec::new(),
                record_name: String::new(),
                ..wrong(TextError::Empty)
            },
        ),
        (
            "record-connected-and-meant",
            record::View {
                friendly_name: "Maria's record".into(),
                chosen: Some(record::Chosen::Record(record_id(1))),
                ..choosing()
            },
        ),
        (
            "record-nothing",
            record::View {
                problem: Some(record::Problem::NothingChosen),
                ..choosing()
            },
        ),
        ("record-name-taken", {
            record::View {
                problem: Some(record::Problem::NameTaken),
                ..wrong(TextError::Empty)
            }
        }),
        ("record-too-many", {
            record::View {
                problem: Some(record::Problem::TooMany),
                ..wrong(TextError::Empty)
            }
        }),
        ("record-name-long", wrong(TextError::TooLong { max: 120 })),
        ("record-name-invisible", wrong(TextError::Invisible)),
    ]
    .into_iter()
    .map(|(name, view)| (name.to_owned(), record::page(&maria(), &view)))
    .collect()
}

pub fn authorizations() -> Vec<(String, Page)> {
    [
        ("authorize", authorizing()),
        (
            "authorize-all-the-same-and-connected",
            authorize::View {
                pair: Pair {
                    all_the_same: true,
                    ..pair("Tom", Verdict::Differs { better: vec![0] })
                },
                connected: true,
                ..authorizing()
            },
        ),
        (
            "authorize-nothing-chosen",
            authorize::View {
                ticked: vec!["Read your blood pressure".into()],
                problem: Some(authorize::Problem::NothingChosen),
                ..authorizing()
            },
        ),
        (
            "authorize-cannot-tell",
            authorize::View {
                pair: Pair {
                    letter: "Mum".into(),
                    ..pair("Gerda", Verdict::CannotTell)
                },
                ..authorizing()
            },
        ),
        (
            "authorize-changed",
            authorize::View {
                problem: Some(authorize::Problem::Changed),
                ..authorizing()
            },
        ),
        (
            "authorize-no-rules",
            authorize::View {
                rules: Vec::new(),
                privacy_url: None,
                terms_url: None,
                ..authorizing()
            },
        ),
    ]
    .into_iter()
    .map(|(name, view)| (name.to_owned(), authorize::page(&maria(), &view)))
    .collect()
}
