//! The patient's pages up to the answer, in every state, and the pages of a code that is over.

use super::connecting::{authorizations, connected, doubts, next_day, records};
use super::{MAY, clinic, maria, stranger};
use crate::page::Page;
use crate::pages::patient::{
    cannot_remember, code, declined, done, ending, home, not_me, old_link, question, trouble,
};
use domain::connect_request::Ending;
use domain::identity_code::NotACode;
use domain::text::TextError;

pub fn asked() -> question::View {
    question::View {
        clinic: clinic(),
        question: "What was the name of the boat you told us about?".into(),
        blanks: question::Blanks::Count,
        answer: String::new(),
        left: None,
        problem: None,
    }
}

pub fn all() -> Vec<(String, Page)> {
    let not_me = |problem| {
        let view = not_me::View {
            clinic: clinic(),
            problem,
        };
        not_me::page(&stranger(), &view)
    };
    let cannot_remember = cannot_remember::View { clinic: clinic() };
    let declined = declined::View {
        clinic: clinic(),
        until: MAY,
    };
    let mut pages = vec![
        ("home".into(), home::page(&stranger())),
        ("home-signed-in".into(), home::page(&maria())),
        (
            "cannot-remember".into(),
            cannot_remember::page(&stranger(), &cannot_remember),
        ),
        ("not-me".into(), not_me(None)),
        (
            "not-me-nothing".into(),
            not_me(Some(not_me::Problem::NothingChosen)),
        ),
        ("done".into(), done::page(&maria(), &connected())),
        ("done-next-day".into(), done::page(&maria(), &next_day())),
        ("declined".into(), declined::page(&maria(), &declined)),
        ("old-link".into(), old_link::page(&stranger())),
    ];
    pages.extend(codes());
    pages.extend(questions());
    pages.extend(records());
    pages.extend(authorizations());
    pages.extend(doubts());
    pages
}

fn codes() -> Vec<(String, Page)> {
    let code = |typed: &str, problem| {
        let view = code::View {
            code: typed.into(),
            problem,
        };
        code::page(&stranger(), &view)
    };
    let mut pages = vec![
        ("code".into(), code("", None)),
        (
            "code-carried".into(),
            code("JKYZ-QNMN-VHRX-ZGNR-GZNH", None),
        ),
    ];
    for (name, typed, problem) in [
        ("empty", "", code::Problem::NotACode(NotACode::Empty)),
        (
            "short",
            "JKYZ-QNMN-VHRX-ZGNR-GZ",
            code::Problem::NotACode(NotACode::WrongLength { entered: 18 }),
        ),
        (
            "long",
            "JKYZ-QNMN-VHRX-ZGNR-GZNH-BB",
            code::Problem::NotACode(NotACode::WrongLength { entered: 22 }),
        ),
        (
            "impossible",
            "JKYZ-QNON-VHRX-ZGNR-GZNH",
            code::Problem::NotACode(NotACode::ImpossibleLetter {
                position: 7,
                letter: 'O',
            }),
        ),
        (
            "check",
            "JKYZ-QNMN-VHRX-ZGNR-GZNB",
            code::Problem::NotACode(NotACode::CheckLetter),
        ),
        (
            "unknown",
            "JKYZ-QNMN-VHRX-ZGNR-GZNH",
            code::Problem::Unknown,
        ),
        (
            "slow-down",
            "JKYZ-QNMN-VHRX-ZGNR-GZNH",
            code::Problem::SlowDown { minutes: 5 },
        ),
        (
            "unavailable",
            "JKYZ-QNMN-VHRX-ZGNR-GZNH",
            code::Problem::Unavailable,
        ),
    ] {
        pages.push((format!("code-{name}"), code(typed, Some(problem))));
    }
    pages
}

fn questions() -> Vec<(String, Page)> {
    let question = |answer: &str, left, problem| {
        let view = question::View {
            answer: answer.into(),
            left,
            problem,
            ..asked()
        };
        question::page(&stranger(), &view)
    };
    let mut pages = vec![
        ("question".into(), question("", None, None)),
        ("question-left".into(), question("", Some(1), None)),
    ];
    for (name, blanks) in [
        ("lenient", question::Blanks::Lenient),
        ("words", question::Blanks::Never),
    ] {
        let view = question::View {
            blanks,
            left: Some(2),
            problem: Some(question::Problem::Wrong { left: 2 }),
            ..asked()
        };
        pages.push((
            format!("question-{name}"),
            question::page(&stranger(), &view),
        ));
    }
    for (name, answer, left, problem) in [
        ("empty", "", None, question::Problem::Text(TextError::Empty)),
        (
            "long",
            "Nancy",
            None,
            question::Problem::Text(TextError::TooLong { max: 200 }),
        ),
        (
            "invisible",
            "Nancy",
            None,
            question::Problem::Text(TextError::Invisible),
        ),
        ("blank", "Nancy ", None, question::Problem::Blank),
        ("full-stop", "Nancy.", None, question::Problem::FullStop),
        (
            "wrong",
            "Nancy",
            Some(2),
            question::Problem::Wrong { left: 2 },
        ),
        (
            "wrong-last",
            "Nelly",
            Some(1),
            question::Problem::Wrong { left: 1 },
        ),
        ("repeated", "Nancy", Some(2), question::Problem::Repeated),
        ("others", "Nancy", None, question::Problem::OthersWaiting),
        ("unavailable", "Nancy", None, question::Problem::Unavailable),
    ] {
        pages.push((
            format!("question-{name}"),
            question(answer, left, Some(problem)),
        ));
    }
    pages
}

pub fn endings() -> Vec<(String, Page)> {
    let code = |ending| ending::View::Code {
        ending,
        clinic: clinic(),
    };
    let thanks = |connected| ending::View::Thanks {
        clinic: clinic(),
        connected,
    };
    let endings = [
        ("ended", code(Ending::Ended { at: MAY })),
        ("stopped", code(Ending::Stopped)),
        ("refused", code(Ending::Refused)),
        ("replaced", code(Ending::Replaced { at: MAY })),
        ("withdrawn", code(Ending::Withdrawn)),
        ("used", code(Ending::UsedBySomeoneElse)),
        ("thanks", thanks(false)),
        ("thanks-connected", thanks(true)),
        ("timed-out", ending::View::TimedOut),
        ("not-started", ending::View::NotStarted),
    ];
    let signed_out = |begin| trouble::View::SignedOut {
        fields: vec![("name".to_owned(), "Emma \"the <brave>\"".to_owned())],
        begin,
    };
    let troubles = [
        ("unavailable", trouble::View::Unavailable { phone: None }),
        (
            "unavailable-phone",
            trouble::View::Unavailable {
                phone: Some(clinic().phone),
            },
        ),
        (
            "kept",
            trouble::View::Kept {
                fields: vec![("answer".to_owned(), "velvet walnut".to_owned())],
            },
        ),
        (
            "crowded",
            trouble::View::Crowded {
                minutes: 5,
                fields: vec![("code".to_owned(), "ABCD".to_owned())],
            },
        ),
        (
            "crowded-empty",
            trouble::View::Crowded {
                minutes: 1,
                fields: Vec::new(),
            },
        ),
        ("signed-out-staff", signed_out(trouble::Begin::StaffSignIn)),
        ("signed-out", signed_out(trouble::Begin::SignIn)),
        ("signed-out-code", signed_out(trouble::Begin::Code)),
        ("slow-down", trouble::View::SlowDown { minutes: 5 }),
        ("not-found", trouble::View::NotFound),
        ("cross-site", trouble::View::CrossSite),
        (
            "other-address",
            trouble::View::OtherAddress {
                url: "https://connect.example.org".into(),
            },
        ),
        ("too-large", trouble::View::TooLarge),
        ("broken-form", trouble::View::BrokenForm),
        ("wrong-kind", trouble::View::WrongKind),
        ("wrong-method", trouble::View::WrongMethod),
        ("ours", trouble::View::Ours),
    ];
    let endings = endings
        .into_iter()
        .map(|(name, view)| (format!("ending-{name}"), ending::page(&stranger(), &view)));
    let troubles = troubles
        .into_iter()
        .map(|(name, view)| (format!("trouble-{name}"), trouble::page(&stranger(), &view)));
    endings.chain(troubles).collect()
}
