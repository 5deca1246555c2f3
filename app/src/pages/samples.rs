//! Every page in every state it can be in, for the tests that hold for all of them.

mod forgotten;

use crate::components::{Assets, Bundle, Frame};
use crate::page::Page;
use crate::pages::account::{
    account, change_record, create_account, disconnected, mailbox, sign_in,
};
use crate::pages::patient::pair::Pair;
use crate::pages::patient::{
    authorize, cannot_remember, code, declined, done, ending, home, not_me, not_sure, old_link,
    question, record, right_record, trouble,
};
use crate::pages::{api, problem};
use domain::accent::Accent;
use domain::application::{Logo, Rule};
use domain::clinic::Clinic;
use domain::connect_request::Ending;
use domain::identity_code::NotACode;
use domain::ids::{ApplicationId, AuthorizationId, ConnectRequestId, RecordId};
use domain::likeness::Verdict;
use domain::password::{PasswordError, Weakness};
use domain::text::{AddressError, TextError};
use domain::timestamp::Timestamp;
use domain::zone::Zone;
use uuid::Uuid;

/// 3 May 2026, 09:14 in UTC.
pub const MAY: Timestamp = Timestamp::from_micros(1_777_799_640_000_000);

pub fn stranger() -> Frame {
    Frame {
        assets: Assets {
            css: "main.css".into(),
            bundle: Some(Bundle {
                js: "/pkg/app.js".into(),
                wasm: "/pkg/app.wasm".into(),
            }),
        },
        signed_in: None,
        role: None,
        time_zone: Zone::UTC,
    }
}

pub fn maria() -> Frame {
    Frame {
        signed_in: Some("Maria Miller".into()),
        ..stranger()
    }
}

pub fn clinic() -> Clinic {
    Clinic {
        name: "City Clinic".into(),
        phone: "020 7946 0123".into(),
        email: Some("desk@clinic.example".into()),
        description: "Family doctors in the old harbour".into(),
        address: "12 Harbour Road\nLondon SE1 0AA".into(),
        opening_hours: "Monday to Friday, 8 am to 6 pm".into(),
        logo: Some(Logo {
            application: ApplicationId(Uuid::from_u128(9)),
            digest: "0123456789abcdef0123456789abcdef".into(),
            width: 240,
            height: 80,
        }),
        accent: Accent::parse("#7a0019").ok(),
        time_zone: Zone::UTC,
    }
}

fn record_id(number: u128) -> RecordId {
    RecordId(Uuid::from_u128(number))
}

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

pub fn holder() -> account::View {
    let connection = |number, record: &str, may: &[&str]| account::Connection {
        authorization: AuthorizationId(Uuid::from_u128(number)),
        clinic: clinic(),
        record: record.into(),
        since: MAY,
        may: may.iter().map(|rule| (*rule).to_owned()).collect(),
        changeable: number == 2,
    };
    let record = |name: &str| account::Record {
        name: name.into(),
        made_at: MAY,
    };
    account::View {
        name: "Maria Miller".into(),
        email: "maria@example.org".into(),
        records: vec![record("Maria Miller"), record("Emma Miller")],
        connections: vec![
            connection(
                1,
                "Maria Miller",
                &["Read your medicines", "Add visit summaries"],
            ),
            connection(2, "Emma Miller", &[]),
        ],
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

/// A name for each state, and the page.
pub fn all() -> Vec<(String, Page)> {
    let mut pages = patient();
    pages.extend(endings());
    pages.extend(account());
    pages.extend(manual());
    pages.extend(crate::pages::staff::samples::all());
    pages
}

fn manual() -> Vec<(String, Page)> {
    use api::{Answer, Call, Place, Taken, View};
    let taken = |name: &str, place, required| Taken {
        name: name.into(),
        place,
        required,
        about: "In words, with `code`.".into(),
    };
    let view = View {
        base: "https://connect.example.org/api/v1".into(),
        calls: vec![Call {
            id: "createConnectRequest".into(),
            method: "POST".into(),
            path: "/connect-requests/{id}".into(),
            purpose: "Makes a connect request".into(),
            more: "The same call with the same `Idempotency-Key` makes one request.".into(),
            takes: vec![
                taken("id", Place::Path, true),
                taken("after", Place::Query, false),
                taken("Idempotency-Key", Place::Header, false),
                taken("answer", Place::Body, true),
            ],
            answers: vec![Answer {
                status: "409".into(),
                about: "`external-id-taken`, which names the holder".into(),
            }],
            curl: "curl -X POST \"https://connect.example.org/api/v1/connect-requests\"".into(),
        }],
    };
    let mut pages = vec![("api".to_owned(), api::page(&stranger(), &view))];
    for (code, next) in problem::NEXT {
        let view = problem::View {
            code: (*code).to_owned(),
            next: next(),
        };
        pages.push((format!("problem-{code}"), problem::page(&stranger(), &view)));
    }
    pages
}

fn patient() -> Vec<(String, Page)> {
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

/// The record can be changed no more.
fn next_day() -> done::View {
    done::View {
        changeable: None,
        may: Vec::new(),
        ..connected()
    }
}

fn doubts() -> Vec<(String, Page)> {
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

fn records() -> Vec<(String, Page)> {
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
        ("record-name-long", wrong(TextError::TooLong { max: 120 })),
        ("record-name-invisible", wrong(TextError::Invisible)),
    ]
    .into_iter()
    .map(|(name, view)| (name.to_owned(), record::page(&maria(), &view)))
    .collect()
}

fn authorizations() -> Vec<(String, Page)> {
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

fn endings() -> Vec<(String, Page)> {
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

fn account() -> Vec<(String, Page)> {
    let mut pages = sign_ins();
    pages.extend(sign_ups());
    pages.extend(forgotten::all());
    let disconnected = disconnected::View {
        clinic: clinic(),
        record: "Emma Miller".into(),
        email: "maria@example.org".into(),
    };
    let empty = account::View {
        records: Vec::new(),
        connections: Vec::new(),
        ..holder()
    };
    let text = "Hello,\n\nhere is your code: JKYZ-QNMN-VHRX-ZGNR-GZNH\n\nhttp://127.0.0.1:3000/connect#JKYZ\n";
    let one = mailbox::View::One {
        mail: mail(),
        text: text.into(),
    };
    pages.extend(changes());
    pages.extend([
        ("account".into(), account::page(&maria(), &holder())),
        ("account-empty".into(), account::page(&maria(), &empty)),
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
        ("sign-in-unavailable", None, vec![Problem::Unavailable]),
    ]
    .into_iter()
    .map(|(name, clinic, problems)| {
        let view = sign_in::View {
            clinic,
            email: "maria@example.org".into(),
            problems,
        };
        (name.to_owned(), sign_in::page(&stranger(), &view))
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
