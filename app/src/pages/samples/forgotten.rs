//! A person's forgotten password, in every state.

use super::stranger;
use crate::page::Page;
use crate::pages::account::forgot_password::{
    Ask, AskProblem, Digits, DigitsProblem, Link, LinkProblem, View, page,
};
use domain::address::AddressError;
use domain::password::{PasswordError, Weakness};
use domain::text::TextError;

const EMAIL: &str = "maria@example.org";

pub fn all() -> Vec<(String, Page)> {
    let mut views = asks();
    views.extend(digits());
    views.extend(links());
    views
        .into_iter()
        .map(|(state, view)| (format!("forgot-{state}"), page(&stranger(), &view)))
        .collect()
}

fn asks() -> Vec<(String, View)> {
    let ask = Ask {
        clinic: Some("City Clinic".into()),
        ..Ask::default()
    };
    let mut views = vec![
        ("ask".to_owned(), View::Ask(Ask::default())),
        ("ask-in-the-way".to_owned(), View::Ask(ask.clone())),
        ("no-mail".to_owned(), View::NoMail),
    ];
    for (state, problem) in [
        (
            "empty",
            AskProblem::Email(AddressError::Text(TextError::Empty)),
        ),
        ("shape", AskProblem::Email(AddressError::Shape)),
        ("slow-down", AskProblem::SlowDown),
        ("unavailable", AskProblem::Unavailable),
    ] {
        let view = Ask {
            email: "maria@".into(),
            problem: Some(problem),
            ..ask.clone()
        };
        views.push((format!("ask-{state}"), View::Ask(view)));
    }
    views
}

fn digits() -> Vec<(String, View)> {
    let view = Digits {
        email: EMAIL.into(),
        ..Digits::default()
    };
    let resent = Digits {
        resent: true,
        ..view.clone()
    };
    let mut views = vec![
        ("digits".to_owned(), View::Digits(view.clone())),
        ("digits-resent".to_owned(), View::Digits(resent)),
    ];
    let guessable = PasswordError::Guessable(Weakness::Common);
    for (state, problems) in [
        (
            "empty",
            vec![
                DigitsProblem::Empty,
                DigitsProblem::Password(PasswordError::Empty),
            ],
        ),
        ("shape", vec![DigitsProblem::Shape]),
        ("wrong", vec![DigitsProblem::Wrong { left: 4 }]),
        ("wrong-last", vec![DigitsProblem::Wrong { left: 1 }]),
        ("over", vec![DigitsProblem::Over]),
        ("guessable", vec![DigitsProblem::Password(guessable)]),
        ("slow-down", vec![DigitsProblem::SlowDown]),
        ("unavailable", vec![DigitsProblem::Unavailable]),
    ] {
        let view = Digits {
            digits: "12345".into(),
            problems,
            ..view.clone()
        };
        views.push((format!("digits-{state}"), View::Digits(view)));
    }
    views
}

fn links() -> Vec<(String, View)> {
    let link = |problem| {
        View::Link(Link {
            token: "q0Jr".into(),
            email: EMAIL.into(),
            problem,
        })
    };
    let short = LinkProblem::Password(PasswordError::TooShort);
    vec![
        ("link".to_owned(), link(None)),
        ("link-short".to_owned(), link(Some(short))),
        (
            "link-unavailable".to_owned(),
            link(Some(LinkProblem::Unavailable)),
        ),
        ("link-over".to_owned(), View::LinkOver),
    ]
}
