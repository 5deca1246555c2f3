//! What signs a person in, in every state: their passkeys.

use super::{MAY, maria};
use crate::page::Page;
use crate::pages::account::passkeys::{Create, Done, One, Problem, View, create, one, page};
use crate::pages::account::sign_in;
use domain::ids::PasskeyId;
use domain::passkey::Passkey;
use domain::policy;
use domain::text::TextError;
use domain::timestamp::Timestamp;
use uuid::Uuid;

pub fn all() -> Vec<(String, Page)> {
    let mut pages = lists();
    let view = Create {
        name: "My phone".into(),
        challenge: "Y2hhbGxlbmdl".into(),
        relying_party: "connect.example.org".into(),
        user: "AAAA".into(),
        email: "maria@example.org".into(),
        person: "Maria Miller".into(),
        known: vec!["AAAA".into(), "BBBB".into()],
        algorithms: vec![-7, -8, -257],
    };
    pages.push(("passkey-create".to_owned(), create(&maria(), &view)));
    for (name, typed, problems) in [
        ("passkey", "My phone", vec![]),
        ("passkey-empty", "", vec![Problem::Name(TextError::Empty)]),
        (
            "passkey-wrong-password",
            "My phone",
            vec![Problem::Password(sign_in::Problem::Wrong)],
        ),
    ] {
        let view = One {
            passkey: passkey(1, "My phone", Some(MAY)),
            name: typed.into(),
            problems,
        };
        pages.push((name.to_owned(), one(&maria(), &view)));
    }
    pages
}

fn passkey(number: u128, name: &str, used_at: Option<Timestamp>) -> Passkey {
    Passkey {
        id: PasskeyId(Uuid::from_u128(number)),
        name: name.into(),
        made_at: MAY,
        used_at,
        synced: used_at.is_some(),
    }
}

fn lists() -> Vec<(String, Page)> {
    let two = || {
        vec![
            passkey(1, "My phone", Some(MAY)),
            passkey(2, "The computer in the kitchen", None),
        ]
    };
    let full = (0..policy::PASSKEYS).map(|number| passkey(number as u128, "A phone", None));
    let full: Vec<_> = full.collect();
    let here = || View {
        passkeys: two(),
        name: "Firefox on Windows".into(),
        here: true,
        ..View::default()
    };
    let with = |problems| View { problems, ..here() };
    let done = |done| View {
        done: Some(done),
        ..here()
    };
    let long = TextError::TooLong {
        max: policy::PASSKEY_NAME_MAX,
    };
    [
        ("", here()),
        (
            "-none",
            View {
                passkeys: Vec::new(),
                ..here()
            },
        ),
        (
            "-full",
            View {
                passkeys: full,
                problems: vec![Problem::Enough],
                ..here()
            },
        ),
        (
            "-not-here",
            View {
                here: false,
                problems: vec![Problem::NotHere],
                ..here()
            },
        ),
        ("-added", done(Done::Added)),
        ("-renamed", done(Done::Renamed)),
        ("-removed", done(Done::Removed)),
        ("-long", with(vec![Problem::Name(long)])),
        (
            "-hidden",
            with(vec![
                Problem::Name(TextError::Invisible),
                Problem::Password(sign_in::Problem::NoPassword),
            ]),
        ),
        ("-too-many", with(vec![Problem::TooMany { minutes: 14 }])),
        ("-not-added", with(vec![Problem::NotAdded])),
    ]
    .into_iter()
    .map(|(name, view)| (format!("passkeys{name}"), page(&maria(), &view)))
    .collect()
}
