//! What a person decides about their records: what clinics can do, and who looks after them. And the pages that every footer leads to.

use super::{MAY, clinic, maria, record_id, stranger};
use crate::page::Page;
use crate::pages::account::{join, people, permissions};
use crate::pages::trust;
use domain::address::AddressError;
use domain::application::Rule;
use domain::ids::{AuthorizationId, PersonId};
use domain::text::TextError;
use domain::trust::TrustPage;
use uuid::Uuid;

fn rule(name: &str, why: &str, optional: bool) -> Rule {
    Rule {
        name: name.into(),
        why: why.into(),
        optional,
        ..Rule::default()
    }
}

fn permitted() -> permissions::View {
    let medicines = "To check that they go together";
    permissions::View {
        authorization: AuthorizationId(Uuid::from_u128(1)),
        clinic: clinic(),
        record: "Emma Miller".into(),
        always: vec![rule("Read your medicines", medicines, false)],
        optional: vec![
            (
                rule("Read your weights", "To see how the diet works", true),
                true,
            ),
            (
                rule("Add visit summaries", "So that you have them", true),
                false,
            ),
        ],
        seen: "c2Vlbg".into(),
        saved: false,
        changed: false,
    }
}

fn custodians() -> Vec<(String, Page)> {
    use people::{Problem, Someone, View};
    let someone = |number, name: &str, you| Someone {
        id: PersonId(Uuid::from_u128(number)),
        name: name.into(),
        since: MAY,
        you,
    };
    let view = |problem| View {
        record: record_id(2),
        name: "Emma Miller".into(),
        people: vec![someone(1, "Maria Miller", true), someone(2, "Nadia", false)],
        invited: vec![(Uuid::from_u128(3), "sam@example.org".into(), MAY)],
        email: String::new(),
        digits: None,
        problem,
    };
    let alone = View {
        people: vec![someone(1, "Maria Miller", true)],
        invited: Vec::new(),
        ..view(None)
    };
    let told = View {
        digits: Some(("sam@example.org".into(), "042917".into())),
        ..view(None)
    };
    let empty = Problem::Email(AddressError::Text(TextError::Empty));
    let mut pages: Vec<_> = [
        ("people", view(None)),
        ("people-alone", alone),
        ("people-told", told),
        ("people-empty", view(Some(empty))),
        ("people-already", view(Some(Problem::Already))),
        ("people-too-many", view(Some(Problem::TooMany))),
        (
            "people-mails",
            view(Some(Problem::TooManyMails { minutes: 15 })),
        ),
    ]
    .into_iter()
    .map(|(name, view)| (name.to_owned(), people::page(&maria(), &view)))
    .collect();
    for (name, problem) in [
        ("join", None),
        ("join-not-digits", Some(join::Problem::NotDigits)),
        ("join-wrong", Some(join::Problem::Wrong { left: 1 })),
        ("join-no-relation", Some(join::Problem::NoRelation)),
        ("join-too-many", Some(join::Problem::TooMany)),
    ] {
        let view = join::View {
            by: "Nadia".into(),
            relation: "my-child".into(),
            problem,
        };
        pages.push((name.to_owned(), join::page(&maria(), &view)));
    }
    pages.push(("join-over".to_owned(), join::over(&stranger())));
    pages
}

fn trusted() -> Vec<(String, Page)> {
    let mut pages: Vec<_> = TrustPage::ALL
        .into_iter()
        .map(|which| {
            let view = trust::View {
                page: which,
                own: None,
            };
            (
                format!("trust-{}", which.name()),
                trust::page(&stranger(), &view),
            )
        })
        .collect();
    let own = trust::View {
        page: TrustPage::About,
        own: Some(vec![
            "Harbour Health\n12 Harbour Road".into(),
            "<b>Not bold</b>".into(),
        ]),
    };
    pages.push(("trust-own".to_owned(), trust::page(&maria(), &own)));
    pages
}

pub(super) fn all() -> Vec<(String, Page)> {
    let views = [
        ("permissions", permitted()),
        (
            "permissions-saved",
            permissions::View {
                saved: true,
                ..permitted()
            },
        ),
        (
            "permissions-changed",
            permissions::View {
                changed: true,
                ..permitted()
            },
        ),
        (
            "permissions-none",
            permissions::View {
                optional: Vec::new(),
                ..permitted()
            },
        ),
        (
            "permissions-changed-to-none",
            permissions::View {
                changed: true,
                always: Vec::new(),
                optional: Vec::new(),
                ..permitted()
            },
        ),
    ];
    let page = |(name, view): (&str, _)| (name.to_owned(), permissions::page(&maria(), &view));
    let mut pages: Vec<_> = views.into_iter().map(page).collect();
    pages.extend(trusted());
    pages.extend(custodians());
    pages
}
