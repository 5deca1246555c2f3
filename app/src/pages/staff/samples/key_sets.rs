//! The page of an application's key sets, in every state.

use super::{MARKUP, manager};
use crate::page::Page;
use crate::pages::samples::MAY;
use crate::pages::staff::clinic::key_sets::{KeySet, Problem, View, ask, page};
use domain::address::AddressError;
use domain::text::TextError;
use uuid::Uuid;

pub fn pages() -> Vec<(String, Page)> {
    let bare = View {
        token_url: "https://connect.example.org/fhir/token".into(),
        fhir_url: "https://connect.example.org/fhir/r4".into(),
        client_id: Uuid::from_u128(9).to_string(),
        ..View::default()
    };
    let set = |number, url: Option<&str>| KeySet {
        id: Uuid::from_u128(number),
        url: url.map(str::to_owned),
        made_at: MAY,
    };
    let some = View {
        sets: vec![
            set(1, Some("https://clinic.example/jwks.json")),
            set(2, None),
        ],
        saved: true,
        ..bare.clone()
    };
    let mut states = vec![(String::new(), some.clone()), ("-none".to_owned(), bare)];
    let address = |error| Problem::Address(AddressError::Text(error));
    for (name, problem) in [
        ("empty", address(TextError::Empty)),
        ("long", address(TextError::TooLong { max: 2_000 })),
        ("hidden", address(TextError::Invisible)),
        ("shape", Problem::Address(AddressError::Shape)),
        ("unreadable", Problem::Unreadable),
        ("many-keys", Problem::TooManyKeys),
        ("private", Problem::Private),
        ("no-key", Problem::NoKey),
        ("many", Problem::TooMany { max: 5 }),
    ] {
        let view = View {
            saved: false,
            url: MARKUP.into(),
            keys: MARKUP.into(),
            problem: Some(problem),
            ..some.clone()
        };
        states.push((format!("-{name}"), view));
    }
    let states = states.into_iter().map(|(state, view)| {
        let page = page(&manager(), &view);
        (format!("staff-key-sets{state}"), page)
    });
    let mut pages: Vec<_> = states.collect();
    for (name, set) in [("url", &some.sets[0]), ("text", &some.sets[1])] {
        let ask = ask(&manager(), set, &super::shown(false));
        pages.push((format!("staff-key-sets-remove-{name}"), ask));
    }
    pages
}
