//! A person's account in every state: signing in and up, records, connections, the development mailbox.

use super::{MAY, clinic, forgotten, maria, record_id, stranger};
use crate::page::Page;
use crate::pages::account::{
    change_record, create_account, disconnected, finish_account, mailbox, sign_in,
};
use domain::address::AddressError;
use domain::ids::{AuthorizationId, ConnectRequestId};
use domain::password::{PasswordError, Weakness};
use domain::text::TextError;
use uuid::Uuid;

/// A letter that was connected to Emma, and is not hers.
fn changeable() -> change_record::View {
    let record = |number, name: &str, connected| change_record::Choosable {
        id: record_id(number),
        name: name.into(),
        made_at: MAY,
        connected,
    };
    change_record::View {
        authorization: AuthorizationId(Uuid::from_u128(1)),
        clinic: clinic(),
        record: "Emma Miller".into(),
        letters: vec![change_record::Letter {
            request: ConnectRequestId(Uuid::from_u128(1)),
            friendly_name: "Tom's record".into(),
        }],
        letter: None,
        records: vec![record(1, "Maria Miller", true), record(3, "Tom", false)],
        chosen: None,
        record_name: String::new(),
        may: vec!["Read your medicines".into()],
        touched: change_record::Touched {
            read: false,
            written: false,
        },
        seen: "c2Vlbg".into(),
        problem: None,
    }
}

pub fn details() -> create_account::Details {
    create_account::Details {
        clinic: Some("City Clinic".into()),
        ..Default::default()
    }
}

pub fn digits() -> create_account::Digits {
    create_account::Digits {
        email: "maria@example.org".into(),
        ..Default::default()
    }
}

pub fn mail() -> mailbox::Mail {
    mailbox::Mail {
        file: "20260503T091400-1.eml".into(),
        to: "maria@example.org".into(),
        subject: "Your connection code from City Clinic".into(),
        at: MAY,
    }
}

fn changes() -> Vec<(String, Page)> {
    use change_record::{Chosen, Done, Letter, Problem, Refused, Touched, View, Why};
    let wrong = |chosen, problem| View {
        chosen: Some(chosen),
        record_name: "Ann".into(),
        problem: Some(problem),
        ..changeable()
    };
    let touched = Touched {
        read: true,
        written: true,
    };
    let letter = |number, name: &str| Letter {
        request: ConnectRequestId(Uuid::from_u128(number)),
        friendly_name: name.into(),
    };
    let two = View {
        letters: vec![letter(1, "Tom's record"), letter(2, "")],
        touched,
        may: Vec::new(),
        ..changeable()
    };
    let mut views = vec![
        ("change", changeable()),
        (
            "change-nothing",
            View {
                problem: Some(Problem::NothingChosen),
                ..changeable()
            },
        ),
        (
            "change-no-letter",
            View {
                problem: Some(Problem::NoLetter),
                ..two.clone()
            },
        ),
        (
            "change-changed",
            wrong(Chosen::Record(record_id(3)), Problem::Changed),
        ),
        ("change-name-taken", wrong(Chosen::New, Problem::NameTaken)),
        ("change-too-many", wrong(Chosen::New, Problem::TooMany)),
    ];
    for (name, error) in [
        ("change-name-empty", TextError::Empty),
        ("change-name-long", TextError::TooLong { max: 120 }),
        ("change-name-invisible", TextError::Invisible),
    ] {
        views.push((name, wrong(Chosen::New, Problem::Name(error))));
    }
    views.push(("change-two-letters", two));
    let mut pages: Vec<(String, Page)> = views
        .into_iter()
        .map(|(name, view)| (name.to_owned(), change_record::page(&maria(), &view)))
        .collect();
    for (name, touched, still_connected) in [
        ("changed", changeable().touched, false),
        ("changed-read", touched, true),
    ] {
        let view = Done {
            clinic: clinic(),
            former: "Emma Miller".into(),
            record: "Tom".into(),
            touched,
            still_connected,
            email: "maria@example.org".into(),
        };
        pages.push((name.to_owned(), change_record::done(&maria(), &view)));
    }
    for (name, why) in [
        ("change-too-late", Why::TooLate { hours: 24 }),
        ("change-ended", Why::Ended),
    ] {
        let view = Refused {
            clinic: clinic(),
            why,
        };
        pages.push((name.to_owned(), change_record::refused(&maria(), &view)));
    }
    pages
}

pub fn all() -> Vec<(String, Page)> {
    let mut pages = sign_ins();
    pages.extend(sign_ups());
    pages.extend(finished_elsewhere());
    pages.extend(forgotten::all());
    let disconnected = disconnected::View {
        clinic: clinic(),
        record: "Emma Miller".into(),
        email: "maria@example.org".into(),
    };
    let text = "Hello,\n\nhere is your code: JKYZ-QNMN-VHRX-ZGNR-GZNH\n\nhttp://127.0.0.1:3000/connect#JKYZ\n";
    let one = mailbox::View::One {
        mail: mail(),
        text: text.into(),
    };
    pages.extend(changes());
    pages.extend([
        (
            "disconnected".into(),
            disconnected::page(&maria(), &disconnected),
        ),
        (
            "mailbox".into(),
            mailbox::page(&stranger(), &mailbox::View::List(vec![mail(), mail()])),
        ),
        (
            "mailbox-empty".into(),
            mailbox::page(&stranger(), &mailbox::View::List(Vec::new())),
        ),
        ("mailbox-one".into(), mailbox::page(&stranger(), &one)),
    ]);
    pages
}

fn sign_ins() -> Vec<(String, Page)> {
    use sign_in::Problem;
    [
        ("sign-in", None, vec![]),
        ("sign-in-in-the-way", Some("City Clinic".to_owned()), vec![]),
        (
            "sign-in-empty",
            None,
            vec![Problem::NoEmail, Problem::NoPassword],
        ),
        ("sign-in-wrong", None, vec![Problem::Wrong]),
        ("sign-in-locked", None, vec![Problem::Locked { seconds: 1 }]),
        ("sign-in-passkey-refused", None, vec![]),
        ("sign-in-unavailable", None, vec![Problem::Unavailable]),
    ]
    .into_iter()
    .map(|(name, clinic, problems)| {
        let view = sign_in::View {
            clinic,
            email: "maria@example.org".into(),
            passkey_refused: name == "sign-in-passkey-refused",
            passkeys: (name != "sign-in-locked").then(|| "connect.example.org".into()),
            problems,
        };
        (name.to_owned(), sign_in::page(&stranger(), &view))
    })
    .collect()
}

fn finished_elsewhere() -> Vec<(String, Page)> {
    use finish_account::{Address, AddressProblem, Link, LinkProblem, View};
    let address = |problems| {
        View::Address(Address {
            email: "maria@example.org".into(),
            digits: "12345".into(),
            problems,
        })
    };
    let link = |began, problem| {
        View::Link(Link {
            token: "q0Jr".into(),
            email: "maria@example.org".into(),
            began,
            problem,
        })
    };
    let views = [
        ("digits", View::Address(Address::default())),
        (
            "empty",
            address(vec![
                AddressProblem::NoEmail,
                AddressProblem::NoPassword,
                AddressProblem::NoDigits,
            ]),
        ),
        ("shape", address(vec![AddressProblem::Shape])),
        ("wrong", address(vec![AddressProblem::Wrong])),
        (
            "slow-down",
            address(vec![AddressProblem::SlowDown { minutes: 1 }]),
        ),
        ("unavailable", address(vec![AddressProblem::Unavailable])),
        ("link", link(false, None)),
        ("began", link(true, None)),
        ("link-empty", link(false, Some(LinkProblem::NoPassword))),
        (
            "link-wrong",
            link(false, Some(LinkProblem::Wrong { left: 1 })),
        ),
        (
            "link-unavailable",
            link(false, Some(LinkProblem::Unavailable)),
        ),
        ("link-over", View::LinkOver),
    ];
    views
        .into_iter()
        .map(|(name, view)| {
            let page = finish_account::page(&stranger(), &view);
            (format!("finish-{name}"), page)
        })
        .collect()
}

fn sign_ups() -> Vec<(String, Page)> {
    use create_account::{Details, DetailsProblem, Digits, DigitsProblem, View};
    let wrong = |problems| {
        View::Details(Details {
            name: "Maria".into(),
            email: "maria@".into(),
            problems,
            ..details()
        })
    };
    let long = TextError::TooLong { max: 120 };
    let mut views = vec![
        ("create".to_owned(), View::Details(details())),
        (
            "create-empty".to_owned(),
            wrong(vec![
                DetailsProblem::Name(TextError::Empty),
                DetailsProblem::Email(AddressError::Text(TextError::Empty)),
                DetailsProblem::Password(PasswordError::Empty),
            ]),
        ),
        (
            "create-long".to_owned(),
            wrong(vec![
                DetailsProblem::Name(long),
                DetailsProblem::Email(AddressError::Text(long)),
                DetailsProblem::Password(PasswordError::TooLong),
            ]),
        ),
        (
            "create-wrong".to_owned(),
            wrong(vec![
                DetailsProblem::Name(TextError::Invisible),
                DetailsProblem::Email(AddressError::Shape),
                DetailsProblem::Password(PasswordError::TooShort),
            ]),
        ),
        (
            "create-slow-down".to_owned(),
            wrong(vec![DetailsProblem::SlowDown { minutes: 15 }]),
        ),
        (
            "create-unavailable".to_owned(),
            wrong(vec![DetailsProblem::Unavailable]),
        ),
        ("digits".to_owned(), View::Digits(digits())),
        (
            "digits-resent".to_owned(),
            View::Digits(Digits {
                resent: true,
                ..digits()
            }),
        ),
    ];
    for weakness in Weakness::ALL {
        let problem = DetailsProblem::Password(PasswordError::Guessable(weakness));
        views.push((format!("create-{weakness:?}"), wrong(vec![problem])));
    }
    for (name, problem) in [
        ("empty", DigitsProblem::Empty),
        ("shape", DigitsProblem::Shape),
        ("wrong", DigitsProblem::Wrong { left: 1 }),
        ("over", DigitsProblem::Over),
        ("mails", DigitsProblem::TooManyMails { minutes: 15 }),
        ("unavailable", DigitsProblem::Unavailable),
    ] {
        views.push((
            format!("digits-{name}"),
            View::Digits(Digits {
                digits: "12345".into(),
                problem: Some(problem),
                ..digits()
            }),
        ));
    }
    views
        .into_iter()
        .map(|(name, view)| (name, create_account::page(&stranger(), &view)))
        .collect()
}
