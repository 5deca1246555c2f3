//! What signs a person in, in every state: their passkeys and their second step; and the question about a grown child.

use super::{MAY, maria, record_id, stranger};
use crate::page::Page;
use crate::pages::account::passkeys::{Create, Done, One, Problem, View, create, one, page};
use crate::pages::account::{grown_child, second_step, sign_in, sign_in_code};
use domain::ids::PasskeyId;
use domain::passkey::Passkey;
use domain::policy;
use domain::text::TextError;
use domain::timestamp::Timestamp;
use uuid::Uuid;

pub fn all() -> Vec<(String, Page)> {
    let mut pages = lists();
    pages.extend(second_steps());
    pages.extend(codes());
    pages.extend(grown_children());
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

fn second_steps() -> Vec<(String, Page)> {
    use second_step::{Change, Problem, SetUp, View, change, page, recovery_codes, set_up};
    let wrong = Problem::Password(sign_in::Problem::Wrong);
    let used = Problem::Code(sign_in_code::Problem::Wrong { now: MAY });
    let empty = Problem::Code(sign_in_code::Problem::Empty);
    let shape = Problem::Code(sign_in_code::Problem::Shape);
    let mut pages = Vec::new();
    for (name, on, removed) in [
        ("off", None, false),
        ("removed", None, true),
        ("on", Some((MAY, 10)), false),
        ("one-left", Some((MAY, 1)), false),
        ("none-left", Some((MAY, 0)), false),
    ] {
        let view = View { on, removed };
        pages.push((format!("second-step-{name}"), page(&maria(), &view)));
    }
    for (name, what, problem) in [
        ("renew", Change::Renew, None),
        ("renew-wrong", Change::Renew, Some(wrong)),
        ("remove", Change::Remove, None),
        ("remove-used", Change::Remove, Some(used)),
    ] {
        pages.push((
            format!("second-step-{name}"),
            change(&maria(), what, problem),
        ));
    }
    for (name, problem) in [
        ("", None),
        ("-empty", Some(empty)),
        ("-shape", Some(shape)),
        ("-wrong-password", Some(wrong)),
    ] {
        let view = SetUp {
            secret: "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP".into(),
            address: Some("otpauth://totp/Patient%20Connect:maria?secret=JBSWY3DPEHPK3PXP".into()),
            problem,
        };
        pages.push((format!("second-step-set-up{name}"), set_up(&maria(), &view)));
    }
    let codes = vec!["JKYZ-QNMN-VHRX".to_owned(); policy::RECOVERY_CODES];
    pages.push((
        "second-step-codes".to_owned(),
        recovery_codes(&maria(), &codes),
    ));
    pages
}

fn grown_children() -> Vec<(String, Page)> {
    let view = |empty| grown_child::View {
        id: record_id(2),
        record: "Emma Miller".into(),
        birth_year: 2010,
        age: policy::OWN_RECORD_AGE,
        empty,
    };
    [("grown-child", false), ("grown-child-empty", true)]
        .into_iter()
        .map(|(name, empty)| (name.to_owned(), grown_child::page(&maria(), &view(empty))))
        .collect()
}

fn codes() -> Vec<(String, Page)> {
    use sign_in_code::{Problem, View, page};
    let clinic = || Some("City Clinic".to_owned());
    [
        ("", clinic(), None),
        ("-alone", None, None),
        ("-empty", None, Some(Problem::Empty)),
        ("-shape", clinic(), Some(Problem::Shape)),
        ("-wrong", clinic(), Some(Problem::Wrong { now: MAY })),
        ("-locked", None, Some(Problem::Locked { seconds: 90 })),
        ("-unavailable", None, Some(Problem::Unavailable)),
    ]
    .into_iter()
    .map(|(name, clinic, problem)| {
        let view = View { clinic, problem };
        (format!("sign-in-code{name}"), page(&stranger(), &view))
    })
    .collect()
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
