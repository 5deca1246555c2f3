//! The desk's pages in every state they can be in.

mod access;
mod bulk;
mod installation;
mod list;
mod set_up;

use super::mail::Mail;
use super::request::{Moment, What};
use super::{
    api_keys, application, audit_log, callback, hand_back, handed_over, letter, logo, new_request,
    overview, phrase, request, requests, settings, sign_in,
};
use crate::components::Frame;
use crate::desk::{CreateError, SendError};
use crate::domain::accent::{Accent, AccentError};
use crate::domain::application::{Application, Kind, MayNotConnect, Rule};
use crate::domain::callback::Answer;
use crate::domain::challenge::AnswerMode;
use crate::domain::connect_request::{Delivery, Listed, Proof, Standing};
use crate::domain::guessable::Guessable;
use crate::domain::identity_code::IdentityCode;
use crate::domain::ids::{ApiKeyId, ApplicationId, ConnectRequestId};
use crate::domain::new_request::{Draft, Field, FieldError, Problem};
use crate::domain::policy::Policy;
use crate::domain::staff::Role;
use crate::domain::text::{AddressError, BlockError, TextError};
use crate::domain::thing::{Permission, types_named};
use crate::domain::timestamp::Timestamp;
use crate::page::Page;
use crate::pages::samples::{MAY, clinic, stranger};
use std::time::Duration;
use uuid::Uuid;

/// Markup that a page has to show as text.
pub const MARKUP: &str = "<b>Emma</b> & \"co\"";

const HOUR: Duration = Duration::from_hours(1);
const DAY: Duration = Duration::from_hours(24);
/// 31 May 2026.
const END: Timestamp = Timestamp::from_micros(MAY.micros() + 28 * 86_400_000_000);

const MAY_NOT: [MayNotConnect; 2] = [MayNotConnect::Mobile, MayNotConnect::MethodsNotSelected];

pub fn robin() -> Frame {
    Frame {
        signed_in: Some("Robin Okafor".into()),
        role: Some(Role::FrontDesk),
        ..stranger()
    }
}

pub fn manager() -> Frame {
    Frame {
        role: Some(Role::Manager),
        ..robin()
    }
}

pub fn code() -> IdentityCode {
    IdentityCode::parse("JKYZ-QNMN-VHRX-ZGNR-GZNF").expect("its check letter fits")
}

fn id(number: u128) -> ConnectRequestId {
    ConnectRequestId(Uuid::from_u128(number))
}

pub fn draft() -> Draft {
    Draft {
        external_id: "MRN-10442".into(),
        friendly_name: "Emma's record".into(),
        question: "What did you call the boat you learned to sail in?".into(),
        answer: "Nancy Blackett".into(),
        delivery: "email".into(),
        email: "maria@example.org".into(),
        language: "en".into(),
        ..Draft::default()
    }
}

pub fn waiting() -> request::View {
    request::View {
        request: id(1),
        friendly_name: "Emma's record".into(),
        external_id: "MRN-10442".into(),
        new_external_id: "MRN-10442".into(),
        standing: Standing::Waiting,
        proof: Proof::Question,
        delivery: Delivery::Both,
        reason: None,
        made_at: MAY,
        expires_at: END,
        connected_at: None,
        code: Some(code()),
        public_url: "https://connect.example.org".into(),
        email: "maria@example.org".into(),
        mail: Mail::Sent,
        mail_trouble: None,
        timeline: vec![happened(0, What::Made), happened(1, What::Mailed)],
        problem: None,
    }
}

fn happened(hours: u32, what: What) -> Moment {
    Moment {
        at: MAY + HOUR * hours,
        what,
    }
}

pub fn sheet() -> letter::View {
    letter::View {
        request: id(1),
        clinic: clinic(),
        friendly_name: "Emma's record".into(),
        code: code(),
        public_url: "https://connect.example.org".into(),
        dated: MAY,
        ends_at: END,
    }
}

/// A name for each state, and the page.
pub fn all() -> Vec<(String, Page)> {
    let mut pages = sign_ins();
    pages.extend(lists());
    pages.extend(list::all());
    pages.extend(new_requests());
    pages.extend(requests());
    pages.extend(problems());
    pages.extend(letters());
    pages.extend(applications());
    pages.extend(settings_pages());
    pages.extend(audit_logs());
    pages.extend(overviews());
    pages.extend(set_up::all());
    pages.extend(installation::all());
    pages.extend(keys());
    pages.extend(access::all());
    pages.extend(callbacks());
    pages.extend(bulk::all());
    pages
}

pub fn setting_up() -> application::View {
    let rule = |name: &str, optional, permissions: &[Permission], types: &[&str]| Rule {
        name: name.into(),
        why: "So that we never prescribe something that harms you".into(),
        optional,
        permissions: permissions.to_vec(),
        types: types_named(types),
    };
    application::View {
        application: Application {
            id: ApplicationId(Uuid::from_u128(9)),
            kind: Kind::Web,
            name: MARKUP.into(),
            phone: "01632 960 123".into(),
            description: MARKUP.into(),
            address: String::new(),
            opening_hours: MARKUP.into(),
            accent: Accent::parse("#7a0019").ok(),
            logo: clinic().logo,
            email: None,
            success_message: "Your results arrive within two days.".into(),
            privacy_url: None,
            terms_url: None,
            connect_methods: true,
            rules: vec![
                rule(
                    "See your medicines",
                    false,
                    &Permission::ALL,
                    &["Medication"],
                ),
                rule("See your weight", true, &[Permission::Read], &[]),
            ],
            policy: Policy::default(),
            answer_mode: AnswerMode::Strict,
            reminders: true,
            platform_v1_sessions: true,
            staff_authenticator: true,
            demonstration: false,
        },
        certificates: [(300, false), (9, true)]
            .map(|(days, ends_soon)| application::Certificate {
                thumbprint: "e4913e0d6f379a107b7cf340cf3dec478dc2dd1e".into(),
                not_after: MAY + DAY * days,
                ends_soon,
            })
            .to_vec(),
        draft: application::RuleDraft::default(),
        saved: false,
        problem: None,
    }
}

fn applications() -> Vec<(String, Page)> {
    use application::Problem;
    let typed = application::RuleDraft {
        rule: Rule {
            name: MARKUP.into(),
            why: MARKUP.into(),
            ..Rule::default()
        },
        other_types: MARKUP.into(),
    };
    let bare = application::View {
        application: Application {
            rules: Vec::new(),
            kind: Kind::Mobile,
            ..setting_up().application
        },
        certificates: Vec::new(),
        saved: true,
        ..setting_up()
    };
    let mut states = vec![("".to_owned(), setting_up()), ("-bare".to_owned(), bare)];
    for problem in [
        Problem::MobileMayNotConnect,
        Problem::RuleName(TextError::Empty),
        Problem::RuleWhy(TextError::TooLong { max: 200 }),
        Problem::RuleWhy(TextError::Invisible),
        Problem::RuleKnown,
        Problem::RuleTypes,
        Problem::NoFile,
        Problem::FileUnreadable,
        Problem::FileExpired,
        Problem::FileKnown,
    ] {
        let view = application::View {
            problem: Some(problem),
            draft: typed.clone(),
            ..setting_up()
        };
        states.push((format!("-{problem:?}"), view));
    }
    states
        .into_iter()
        .map(|(state, view)| {
            let name = format!("staff-application{state}");
            (name, application::page(&manager(), &view))
        })
        .collect()
}

fn settings_pages() -> Vec<(String, Page)> {
    use settings::{Form, Problem, View};
    let view = View {
        form: Form {
            email: MARKUP.into(),
            privacy_url: "https://clinic.example/privacy".into(),
            ..Form::from(setting_up().application)
        },
        logo: clinic().logo,
        ..View::default()
    };
    let wrong = |problems: &[Problem]| View {
        problems: problems.to_vec(),
        ..view.clone()
    };
    let pale = AccentError::Pale {
        tenths: 32,
        nearest: "#4a84b4".into(),
    };
    let all = [
        Problem::Name(TextError::Empty),
        Problem::Description(TextError::TooLong { max: 200 }),
        Problem::Phone(TextError::Invisible),
        Problem::Email(AddressError::Shape),
        Problem::Address(BlockError::Lines { max: 6 }),
        Problem::OpeningHours(BlockError::Text(TextError::Invisible)),
        Problem::Accent(pale),
        Problem::SuccessMessage(TextError::TooLong { max: 2_000 }),
        Problem::PrivacyUrl(AddressError::Shape),
        Problem::TermsUrl(AddressError::Shape),
        Problem::LifetimeDays,
        Problem::WrongAnswers,
    ];
    let saved = View {
        saved: true,
        logo: None,
        ..view.clone()
    };
    let mut states = vec![
        ("".to_owned(), view.clone()),
        ("-saved".to_owned(), saved),
        ("-all-wrong".to_owned(), wrong(&all)),
        (
            "-accent-shape".to_owned(),
            wrong(&[Problem::Accent(AccentError::Shape)]),
        ),
    ];
    for problem in [
        logo::Problem::NoFile,
        logo::Problem::NoPicture,
        logo::Problem::Heavy,
        logo::Problem::Large,
    ] {
        let view = wrong(&[Problem::Logo(problem)]);
        states.push((format!("-logo-{problem:?}"), view));
    }
    states
        .into_iter()
        .map(|(state, view)| {
            let name = format!("staff-settings{state}");
            (name, settings::page(&manager(), &view))
        })
        .collect()
}

fn audit_logs() -> Vec<(String, Page)> {
    use audit_log::{ACTIONS, OUTCOMES, Row, View, Who};
    let whos = [
        Who::Staff(Some(MARKUP.into())),
        Who::Staff(None),
        Who::Person,
        Who::Application,
        Who::CodeHolder,
        Who::Nobody,
        Who::System,
        Who::CommandLine,
    ];
    let rows = ACTIONS.iter().zip(whos.iter().cycle()).enumerate();
    let full = View {
        rows: rows
            .map(|(number, ((action, _), who))| Row {
                at: MAY,
                who: who.clone(),
                action: (*action).to_owned(),
                outcome: OUTCOMES[number % OUTCOMES.len()].0.to_owned(),
                request: (number == 0).then(|| id(1).to_string()),
            })
            .collect(),
        team: vec![("7".into(), MARKUP.into())],
        next: Some(100),
        ..View::default()
    };
    let empty = View {
        action: "thing.read".into(),
        ..View::default()
    };
    [("staff-audit", full), ("staff-audit-empty", empty)]
        .map(|(name, view)| (name.to_owned(), audit_log::page(&manager(), &view)))
        .into()
}

fn overviews() -> Vec<(String, Page)> {
    use overview::{Month, View};
    let month = |number: u32| Month {
        at: MAY - DAY * 31 * (11 - number),
        counts: [1, 0, 2, 3].map(|counted: u64| {
            let count = u64::from(number) * 7 / (counted + 1);
            [count, count / 2]
        }),
    };
    let full = View {
        months: (0..12).map(month).collect(),
    };
    [
        ("staff-overview", full),
        ("staff-overview-empty", View::default()),
    ]
    .map(|(name, view)| (name.to_owned(), overview::page(&manager(), &view)))
    .into()
}

fn keys() -> Vec<(String, Page)> {
    use api_keys::View;
    let keys = [(1, 0), (2, 40)]
        .map(|(number, days)| (ApiKeyId(Uuid::from_u128(number)), MAY + DAY * days))
        .to_vec();
    let made = View {
        keys: keys.clone(),
        made: Some("pc_xK3vQ0m5l8Zt1cYw7aRn9eGh2uJb4dFs6iPoTqLkMzA".into()),
    };
    let some = View { keys, made: None };
    [
        ("staff-keys", some),
        ("staff-keys-made", made),
        ("staff-keys-none", View::default()),
    ]
    .map(|(name, view)| (name.to_owned(), api_keys::page(&manager(), &view)))
    .into()
}

fn callbacks() -> Vec<(String, Page)> {
    use callback::{Done, View};
    let told = |last, next_at| View {
        url: "https://clinic.example/patient-connect".into(),
        called: true,
        last: Some((last, MAY)),
        next_at,
        ..View::default()
    };
    let taken = || told(Answer::Taken, None);
    let done = |done| View {
        done: Some(done),
        ..taken()
    };
    let wrong = |url: &str, problem| View {
        url: url.into(),
        problem: Some(problem),
        ..View::default()
    };
    let too_long = AddressError::Text(TextError::TooLong { max: 2_000 });
    let secret = "pcs_xK3vQ0m5l8Zt1cYw7aRn9eGh2uJb4dFs6iPoTqLkMzA";
    [
        ("", View::default()),
        (
            "-never",
            View {
                last: None,
                ..taken()
            },
        ),
        ("-taken", taken()),
        (
            "-refused",
            told(Answer::Refused { status: 500 }, Some(MAY + HOUR)),
        ),
        ("-inward", told(Answer::Inward, Some(MAY + HOUR))),
        ("-unreachable", told(Answer::Unreachable, Some(MAY + HOUR))),
        ("-slow", told(Answer::Slow, Some(MAY + HOUR))),
        ("-saved", done(Done::Saved)),
        ("-asked", done(Done::Asked)),
        ("-secret", done(Done::Secret(secret.into()))),
        ("-empty", wrong("", AddressError::Text(TextError::Empty))),
        ("-long", wrong("https://clinic.example/", too_long)),
        (
            "-invisible",
            wrong("https://", AddressError::Text(TextError::Invisible)),
        ),
        ("-shape", wrong(MARKUP, AddressError::Shape)),
    ]
    .map(|(name, view)| {
        let page = callback::page(&manager(), &view);
        (format!("staff-callback{name}"), page)
    })
    .into()
}

fn sign_ins() -> Vec<(String, Page)> {
    use sign_in::Problem;
    [
        ("", vec![]),
        ("-empty", vec![Problem::NoEmail, Problem::NoPassword]),
        ("-wrong", vec![Problem::Wrong]),
        ("-locked", vec![Problem::Locked { minutes: 2 }]),
        ("-unavailable", vec![Problem::Unavailable]),
    ]
    .into_iter()
    .map(|(name, problems)| {
        let view = sign_in::View {
            email: "robin@clinic.example".into(),
            problems,
        };
        (
            format!("staff-sign-in{name}"),
            sign_in::page(&stranger(), &view),
        )
    })
    .collect()
}

fn row(number: u32, name: &str, standing: Standing, mail: Mail) -> requests::Row {
    requests::Row {
        request: id(u128::from(number)),
        friendly_name: name.into(),
        external_id: format!("MRN-{}", 10_442 + number),
        standing,
        expires_at: END + DAY * number,
        days_left: (standing == Standing::Waiting).then(|| u64::from(number % 3)),
        mail,
        changed_at: MAY + DAY * number,
    }
}

pub fn list() -> requests::View {
    requests::View {
        rows: vec![
            row(9, "Emma's record", Standing::Waiting, Mail::Sent),
            row(8, "Grandpa Joe", Standing::Waiting, Mail::Failed),
            row(10, "Nadia", Standing::Waiting, Mail::Late),
            row(7, "Maria Miller", Standing::Connected, Mail::Sent),
            row(
                6,
                "Samuel O'Neill-Whittington",
                Standing::Connected,
                Mail::None,
            ),
            row(5, "Baby Tom", Standing::Ended, Mail::Queued),
            row(4, "Priya", Standing::Stopped, Mail::Unknown),
            row(3, "Ana Lima", Standing::Refused, Mail::Sent),
            row(2, "Kofi", Standing::Replaced, Mail::None),
            row(1, MARKUP, Standing::Deleted, Mail::None),
        ],
        counts: Listed::AT_THE_DESK
            .into_iter()
            .zip([1_001, 38, 4, 3, 1_001, 9, 2, 1])
            .collect(),
        listed: Listed::All,
        search: String::new(),
        further: false,
        previous: None,
        next: Some("MRN & more".into()),
    }
}

fn lists() -> Vec<(String, Page)> {
    let none = requests::View {
        rows: Vec::new(),
        next: None,
        ..list()
    };
    [
        ("list", list()),
        (
            "list-filtered",
            requests::View {
                listed: Listed::EndingSoon,
                search: MARKUP.into(),
                further: true,
                previous: Some(id(9).to_string()),
                ..list()
            },
        ),
        ("list-empty", requests::View::default()),
        (
            "list-none-found",
            requests::View {
                search: "Emmma".into(),
                ..none.clone()
            },
        ),
        (
            "list-no-mail-trouble",
            requests::View {
                listed: Listed::MailTrouble,
                ..none
            },
        ),
    ]
    .into_iter()
    .map(|(name, view)| (format!("staff-{name}"), requests::page(&robin(), &view)))
    .collect()
}

fn every_field(error: FieldError) -> CreateError {
    CreateError::Invalid(
        [
            Field::ExternalId,
            Field::FriendlyName,
            Field::Question,
            Field::Answer,
            Field::Reason,
            Field::Email,
        ]
        .map(|field| Problem { field, error })
        .into(),
    )
}

fn new_requests() -> Vec<(String, Page)> {
    let at = |fields: &[(Field, FieldError)]| {
        let problems = fields.iter().map(|(field, error)| Problem {
            field: *field,
            error: *error,
        });
        CreateError::Invalid(problems.collect())
    };
    let empty = [
        Field::ExternalId,
        Field::FriendlyName,
        Field::Question,
        Field::Answer,
    ]
    .map(|field| (field, FieldError::Empty));
    let errors = [
        ("empty", at(&empty)),
        ("long", every_field(FieldError::TooLong { max: 200 })),
        ("invisible", every_field(FieldError::Invisible)),
        ("shape", at(&[(Field::Email, FieldError::Shape)])),
        (
            "short",
            at(&[(Field::Answer, FieldError::Guessable(Guessable::Short))]),
        ),
        (
            "guessable",
            at(&[
                (
                    Field::Question,
                    FieldError::Guessable(Guessable::AsksColour),
                ),
                (Field::Answer, FieldError::Guessable(Guessable::Colour)),
            ]),
        ),
        ("not-ours", at(&[(Field::Language, FieldError::Shape)])),
        (
            "taken",
            CreateError::Taken {
                holder: id(1),
                made_at: MAY,
            },
        ),
        ("may-not-mobile", CreateError::MayNot(MAY_NOT[0])),
        ("may-not-methods", CreateError::MayNot(MAY_NOT[1])),
        ("unavailable", CreateError::Unavailable),
    ];
    let blank = new_request::page(&robin(), &new_request::View::default());
    let mut pages = vec![("staff-new".to_owned(), blank)];
    for (name, error) in errors {
        let draft = Draft {
            friendly_name: MARKUP.into(),
            ..draft()
        };
        let view = new_request::View {
            draft,
            error: Some(error),
        };
        pages.push((
            format!("staff-new-{name}"),
            new_request::page(&robin(), &view),
        ));
    }
    for (name, draft) in chosen() {
        let view = new_request::View { draft, error: None };
        pages.push((
            format!("staff-new-{name}"),
            new_request::page(&robin(), &view),
        ));
    }
    pages.extend(handed_over_pages());
    let words = phrase::View {
        request: id(1),
        clinic: clinic().name,
        friendly_name: MARKUP.into(),
        phrase: "velvet walnut teapot island".into(),
    };
    pages.push(("staff-phrase".to_owned(), phrase::page(&robin(), &words)));
    pages
}

/// The screen in the patient's hands.
fn handed_over_pages() -> Vec<(String, Page)> {
    use crate::pages::account::sign_in::Problem as Wrong;
    use handed_over::{Stage, View};
    let typing = |error| Stage::Typing {
        question: MARKUP.into(),
        answer: MARKUP.into(),
        error,
    };
    let refused = |error| {
        let problems = [Field::Question, Field::Answer].map(|field| Problem { field, error });
        typing(Some(CreateError::Invalid(problems.into())))
    };
    let taken = CreateError::Taken {
        holder: id(1),
        made_at: MAY,
    };
    let stages = [
        ("", typing(None)),
        ("-empty", refused(FieldError::Empty)),
        ("-long", refused(FieldError::TooLong { max: 200 })),
        ("-invisible", refused(FieldError::Invisible)),
        (
            "-guessable",
            refused(FieldError::Guessable(Guessable::InName)),
        ),
        ("-taken", typing(Some(taken))),
        ("-unavailable", typing(Some(CreateError::Unavailable))),
        ("-done", Stage::Done),
    ];
    let mut pages: Vec<_> = stages
        .into_iter()
        .map(|(name, stage)| {
            let view = View {
                clinic: clinic(),
                friendly_name: MARKUP.into(),
                stage,
            };
            let page = handed_over::page(&stranger(), &view);
            (format!("staff-handed-over{name}"), page)
        })
        .collect();
    for (name, problem) in [
        ("", None),
        ("-empty", Some(Wrong::NoPassword)),
        ("-wrong", Some(Wrong::Wrong)),
        ("-locked", Some(Wrong::Locked { minutes: 2 })),
    ] {
        let view = hand_back::View {
            name: MARKUP.into(),
            problem,
        };
        let page = hand_back::page(&stranger(), &view);
        pages.push((format!("staff-hand-back{name}"), page));
    }
    pages
}

/// The form with other choices than the first.
fn chosen() -> [(&'static str, Draft); 3] {
    let words_by_letter = Draft {
        proof: Proof::Phrase.name().into(),
        delivery: Delivery::Letter.name().into(),
        ..draft()
    };
    let typed = Draft {
        proof: Proof::Typed.name().into(),
        ..draft()
    };
    let in_place_of_another = Draft {
        delivery: Delivery::Both.name().into(),
        replaces: id(1).to_string(),
        ..draft()
    };
    [
        ("phrase", words_by_letter),
        ("typed", typed),
        ("replacing", in_place_of_another),
    ]
}

fn requests() -> Vec<(String, Page)> {
    let mut views = vec![
        ("connected", connected()),
        ("marked-up", marked_up()),
        ("mail-none", mailed(Mail::None)),
        ("mail-queued", mailed(Mail::Queued)),
        ("mail-late", in_trouble(Mail::Late, "450 greylisted")),
        ("mail-bounced", in_trouble(Mail::Failed, MARKUP)),
        ("mail-sent", mailed(Mail::Sent)),
        ("mail-failed", mailed(Mail::Failed)),
        ("mail-unknown", mailed(Mail::Unknown)),
    ];
    for standing in Standing::ALL {
        let view = request::View {
            standing,
            code: None,
            timeline: everything(),
            ..waiting()
        };
        views.push((standing.name(), view));
    }
    let over = views.len() - Standing::ALL.len();
    views
        .into_iter()
        .enumerate()
        .map(|(index, (name, view))| {
            let prefix = if index < over {
                "staff-request"
            } else {
                "staff-over"
            };
            (format!("{prefix}-{name}"), request::page(&robin(), &view))
        })
        .collect()
}

fn mailed(mail: Mail) -> request::View {
    request::View { mail, ..waiting() }
}

fn in_trouble(mail: Mail, said: &str) -> request::View {
    request::View {
        mail_trouble: Some(said.into()),
        ..mailed(mail)
    }
}

fn connected() -> request::View {
    request::View {
        standing: Standing::Connected,
        connected_at: Some(MAY + HOUR * 3),
        timeline: everything(),
        ..waiting()
    }
}

fn marked_up() -> request::View {
    request::View {
        friendly_name: MARKUP.into(),
        external_id: MARKUP.into(),
        email: MARKUP.into(),
        reason: Some(MARKUP.into()),
        proof: Proof::Phrase,
        problem: Some(request::Problem::Email(SendError::Address(
            FieldError::Shape,
        ))),
        ..waiting()
    }
}

fn everything() -> Vec<Moment> {
    [
        What::Made,
        What::MadeWithReason,
        What::Mailed,
        What::MailFailed,
        What::MailUnknown,
        What::MailDropped,
        What::Reminded,
        What::ReminderFailed,
        What::Noticed,
        What::NoticeFailed,
        What::Lettered,
        What::WrongAnswer,
        What::Connected,
        What::Disconnected,
        What::NotMe,
        What::Ended,
        What::Stopped,
        What::Renamed,
        What::Merged,
        What::Replaced,
        What::Cancelled,
    ]
    .into_iter()
    .zip(0..)
    .map(|(what, hours)| happened(hours, what))
    .collect()
}

fn problems() -> Vec<(String, Page)> {
    use request::Problem;
    let long = FieldError::TooLong { max: 254 };
    [
        (
            "email-empty",
            Problem::Email(SendError::Address(FieldError::Empty)),
        ),
        ("email-long", Problem::Email(SendError::Address(long))),
        ("code-over", Problem::Email(SendError::CodeOver)),
        ("already-queued", Problem::Email(SendError::AlreadyQueued)),
        (
            "may-not-send",
            Problem::Email(SendError::MayNot(MAY_NOT[1])),
        ),
        ("not-sent", Problem::Email(SendError::Unavailable)),
        ("renamed-empty", Problem::ExternalId(FieldError::Empty)),
        ("renamed-long", Problem::ExternalId(long)),
        (
            "renamed-invisible",
            Problem::ExternalId(FieldError::Invisible),
        ),
        (
            "renamed-taken",
            Problem::Taken {
                holder: id(2),
                made_at: MAY,
            },
        ),
        ("is-connected", Problem::Connected),
        ("is-over", Problem::Over),
        ("may-not", Problem::MayNot(MAY_NOT[0])),
        ("unavailable", Problem::Unavailable),
    ]
    .into_iter()
    .map(|(name, problem)| {
        let view = request::View {
            problem: Some(problem),
            ..waiting()
        };
        (
            format!("staff-problem-{name}"),
            request::page(&robin(), &view),
        )
    })
    .collect()
}

fn letters() -> Vec<(String, Page)> {
    let mut crowded = letter::View {
        friendly_name: "The record of Maximilian Alexander Featherstonehaugh the third, whom everyone at the clinic has always called Max".into(),
        public_url: "https://patient-connect.saint-bartholomews-community-hospital.example.org".into(),
        ..sheet()
    };
    crowded.clinic.name = "Saint Bartholomew's Community Hospital and Family Health Centre, Department of Paediatrics".into();
    let marked_up = letter::View {
        friendly_name: MARKUP.into(),
        ..sheet()
    };
    [
        ("", sheet()),
        ("-crowded", crowded),
        ("-marked-up", marked_up),
    ]
    .map(|(name, view)| (name, view, letter::Shown::default()))
    .into_iter()
    .chain(
        [
            ("-large", true, None),
            ("-unprintable", false, Some(letter::Unprintable::Sign('字'))),
            ("-broken", true, Some(letter::Unprintable::Form)),
        ]
        .map(|(name, large, unprintable)| (name, sheet(), letter::Shown { large, unprintable })),
    )
    .map(|(name, view, shown)| {
        let page = letter::page(&robin(), &view, &shown);
        (format!("staff-letter{name}"), page)
    })
    .collect()
}
