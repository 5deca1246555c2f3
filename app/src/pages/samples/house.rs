//! A person's home and records in every state: what is in them, what is added, who read what.

use super::{MAY, clinic, deciding, house_forms, maria, record_id};
use crate::page::Page;
use crate::pages::account::items::{Item, List, Whole, Writer};
use crate::pages::account::{account, activity, contents, items};
use domain::ids::{ApplicationId, AuthorizationId};
use domain::record::{About, Relation};
use domain::thing::Act;
use domain::thing::reading::{Facts, FieldOf, Sort};
use domain::timestamp::Timestamp;
use domain::units::Units;
use domain::zone::Zone;
use uuid::Uuid;

const DAY: i64 = 86_400_000_000;

pub(super) fn child() -> About {
    About {
        relation: Some(Relation::MyChild),
        birth_year: Some(2016),
    }
}

pub(super) fn home() -> account::View {
    let connection = |number, may: &[&str]| account::Connection {
        authorization: AuthorizationId(Uuid::from_u128(number)),
        clinic: clinic(),
        since: MAY,
        last_use: (number == 1).then_some(MAY),
        may: may.iter().map(|rule| (*rule).to_owned()).collect(),
        changeable: number == 2,
        optional: number == 1,
        by: None,
    };
    let record = |number, name: &str, about, connections| account::Record {
        id: record_id(number),
        name: name.into(),
        about,
        connections,
        past: Vec::new(),
        grown_from: None,
    };
    let myself = About {
        relation: Some(Relation::Myself),
        birth_year: None,
    };
    let gerda = About {
        relation: Some(Relation::CaredFor),
        birth_year: Some(1948),
    };
    let may = ["Read your medicines", "Add visit summaries"];
    let by_nadia = account::Connection {
        by: Some("Nadia".into()),
        ..connection(3, &may)
    };
    let past = account::Past {
        clinic: "Hillside Clinic".into(),
        until: MAY,
    };
    account::View {
        name: "Maria Miller".into(),
        email: "maria@example.org".into(),
        ends_at: None,
        records: vec![
            record(1, "Maria Miller", myself, vec![connection(1, &may)]),
            account::Record {
                past: vec![past],
                grown_from: Some(16),
                ..record(2, "Emma Miller", child(), vec![connection(2, &[])])
            },
            record(3, "Gerda", gerda, vec![by_nadia]),
            record(4, "李小龍", About::default(), Vec::new()),
        ],
    }
}

pub(super) fn item(number: u128, sort: Sort, facts: Facts) -> Item {
    let days = i64::try_from(number).unwrap_or(0) * 9;
    Item {
        id: Uuid::from_u128(number),
        sort,
        facts,
        effective_at: Timestamp::from_micros(MAY.micros() - days * DAY),
        added_by: match number % 3 {
            0 => Writer::Another,
            1 => Writer::You,
            _ => Writer::Named("City Clinic".into()),
        },
        added_at: MAY,
        changed: (number == 1).then_some((Writer::You, MAY)),
        own: number % 3 == 1,
        units: Units::Metric,
    }
}

fn weights() -> Vec<Item> {
    let numbers = [68.4, 69.1, 70.6, 70.2, 71.2];
    let weight = |(number, kg): (usize, &f64)| {
        let number = u128::try_from(number).unwrap_or(0) + 1;
        item(number, Sort::Weight, Facts::Weight { kg: *kg })
    };
    numbers.iter().enumerate().map(weight).collect()
}

fn named(number: u128, sort: Sort, name: &str, more: Option<&str>) -> Item {
    let facts = Facts::Named {
        name: name.into(),
        more: more.map(Into::into),
    };
    item(number, sort, facts)
}

fn inside() -> contents::View {
    let pressure = |number, systolic, diastolic| {
        let facts = Facts::BloodPressure {
            systolic,
            diastolic,
            pulse: Some(70),
        };
        item(number, Sort::BloodPressure, facts)
    };
    let tile = |number, sort, items: Vec<Item>| contents::Tile {
        type_id: Uuid::from_u128(number),
        sort,
        count: items.len() as u64 + 4,
        items,
    };
    let note = Facts::Note {
        text: "Slept badly\nsince Monday".into(),
    };
    let medicines = vec![
        named(2, Sort::Medicine, "Ramipril 5 mg", Some("one a day")),
        named(3, Sort::Medicine, "Metformin", None),
    ];
    let file = Facts::File {
        name: "letter.pdf".into(),
        size: Some(4_096),
    };
    contents::View {
        id: record_id(1),
        name: "Maria Miller".into(),
        about: child(),
        tiles: vec![
            tile(1, Sort::Weight, weights()),
            tile(
                2,
                Sort::BloodPressure,
                vec![pressure(1, 132, 84), pressure(4, 141, 80)],
            ),
            tile(
                3,
                Sort::Height,
                vec![item(2, Sort::Height, Facts::Height { m: 1.7 })],
            ),
            tile(4, Sort::Medicine, medicines),
            tile(5, Sort::Note, vec![item(1, Sort::Note, note)]),
            tile(6, Sort::File, vec![item(2, Sort::File, file)]),
            tile(7, Sort::Other, vec![item(5, Sort::Other, Facts::Plain)]),
        ],
        newest: weights(),
        total: 27,
        clinics: vec![
            contents::Connected {
                authorization: AuthorizationId(Uuid::from_u128(1)),
                clinic: "City Clinic".into(),
                optional: true,
                by: None,
            },
            contents::Connected {
                authorization: AuthorizationId(Uuid::from_u128(2)),
                clinic: "Hillside Clinic".into(),
                optional: false,
                by: Some("Nadia".into()),
            },
        ],
    }
}

fn imperial(mut view: contents::View) -> contents::View {
    let tiles = view.tiles.iter_mut().flat_map(|tile| &mut tile.items);
    for item in tiles.chain(&mut view.newest) {
        item.units = Units::Imperial;
    }
    view
}

fn list() -> List {
    List {
        record: record_id(1),
        name: "Maria Miller".into(),
        of: Some((Uuid::from_u128(1), Sort::Weight)),
        items: weights(),
        further: true,
        next: Some("at=1&after=2".into()),
    }
}

fn log() -> activity::View {
    use activity::{Clinic, Line, View, Who};
    let line = |who, act, sort, times| Line {
        who,
        act,
        sort,
        record: "Emma Miller".into(),
        at: MAY,
        zone: Zone::UTC,
        times,
        things: 12,
    };
    let clinic = || Who::Clinic("City Clinic".into());
    View {
        lines: vec![
            line(clinic(), Act::Read, Some(Sort::Medicine), 1),
            line(clinic(), Act::Read, None, 3),
            line(clinic(), Act::Refused, Some(Sort::Weight), 1),
            line(clinic(), Act::Refused, Some(Sort::Height), 2),
            line(clinic(), Act::Added, Some(Sort::Document), 1),
            line(Who::Another, Act::Changed, Some(Sort::File), 1),
            line(clinic(), Act::Removed, Some(Sort::Basic), 1),
            line(Who::You, Act::Added, Some(Sort::Weight), 1),
            line(
                Who::Person("Nadia".into()),
                Act::Removed,
                Some(Sort::Note),
                1,
            ),
            line(Who::You, Act::Changed, Some(Sort::Weight), 1),
            Line {
                at: Timestamp::from_micros(MAY.micros() - DAY),
                ..line(Who::You, Act::Removed, Some(Sort::Note), 1)
            },
        ],
        clinics: vec![Clinic {
            id: ApplicationId(Uuid::from_u128(9)),
            name: "City Clinic".into(),
            phone: "020 7946 0123".into(),
        }],
        records: vec![
            (record_id(1), "Maria Miller".into()),
            (record_id(2), "Emma Miller".into()),
        ],
        clinic: None,
        record: Some(record_id(2)),
        further: true,
        next: Some(Uuid::from_u128(1)),
        monthly_mail: true,
    }
}

pub fn all() -> Vec<(String, Page)> {
    let frame = maria();
    let mut pages = vec![
        ("account".to_owned(), account::page(&frame, &home())),
        (
            "account-empty".to_owned(),
            account::page(
                &frame,
                &account::View {
                    records: Vec::new(),
                    ..home()
                },
            ),
        ),
        ("contents".to_owned(), contents::page(&frame, &inside())),
        (
            "contents-imperial".to_owned(),
            contents::page(&frame, &imperial(inside())),
        ),
        (
            "contents-empty".to_owned(),
            contents::page(
                &frame,
                &contents::View {
                    tiles: Vec::new(),
                    newest: Vec::new(),
                    total: 0,
                    clinics: Vec::new(),
                    ..inside()
                },
            ),
        ),
        ("items".to_owned(), items::list(&frame, &list())),
        (
            "items-all-none".to_owned(),
            items::list(
                &frame,
                &List {
                    of: None,
                    items: Vec::new(),
                    further: false,
                    next: None,
                    ..list()
                },
            ),
        ),
        ("activity".to_owned(), activity::page(&frame, &log())),
        (
            "activity-none".to_owned(),
            activity::page(
                &frame,
                &activity::View {
                    lines: Vec::new(),
                    clinics: Vec::new(),
                    records: Vec::new(),
                    record: None,
                    further: false,
                    next: None,
                    monthly_mail: false,
                    ..log()
                },
            ),
        ),
    ];
    pages.extend(wholes());
    pages.extend(house_forms::all());
    pages.extend(deciding::all());
    pages
}

fn wholes() -> Vec<(String, Page)> {
    let field = |name: &str, text: &str| FieldOf {
        name: name.into(),
        text: text.into(),
    };
    let note = Facts::Note {
        text: "Slept badly\nsince Monday".into(),
    };
    [
        ("item-own", item(1, Sort::Note, note)),
        ("item-of-clinic", item(2, Sort::Other, Facts::Plain)),
        (
            "item-of-another",
            named(3, Sort::Allergy, "Penicillin", Some("Rash")),
        ),
        (
            "item-glucose",
            item(4, Sort::Glucose, Facts::Glucose { mmol: 5.5 }),
        ),
    ]
    .into_iter()
    .map(|(name, item)| {
        let fields = if name == "item-own" {
            Vec::new()
        } else {
            vec![
                field("name, text", "Penicillin"),
                field("is negated", "false"),
            ]
        };
        let view = Whole {
            record: record_id(1),
            name: "Maria Miller".into(),
            item,
            fields,
        };
        (name.to_owned(), items::whole(&maria(), &view))
    })
    .collect()
}
