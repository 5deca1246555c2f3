//! What a person decides about their records: what clinics can do. And the pages that every footer leads to.

use super::{clinic, maria, stranger};
use crate::page::Page;
use crate::pages::account::permissions;
use crate::pages::trust;
use domain::application::Rule;
use domain::ids::AuthorizationId;
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
    pages
}
