//! One request and its letter, in every state.

use super::{END, HOUR, MARKUP, MAY_NOT, code, id, robin};
use crate::page::Page;
use crate::pages::samples::{MAY, clinic};
use crate::pages::staff::requests::confirm;
use crate::pages::staff::requests::letter;
use crate::pages::staff::requests::mail::Mail;
use crate::pages::staff::requests::rename;
use crate::pages::staff::requests::request;
use crate::pages::staff::requests::request::{EventKind, Granted, TimelineEntry};
use domain::connect_request::{Delivery, Proof, Standing};
use domain::connection::Connection;
use domain::new_request::FieldError;
use words::letter::{Letter, Unprintable};

pub fn all() -> Vec<(String, Page)> {
    let mut pages = requests();
    pages.extend(confirms());
    pages.extend(problems());
    pages.extend(renames());
    pages.extend(letters());
    pages
}

pub fn waiting() -> request::View {
    request::View {
        request: id(1),
        friendly_name: "Emma's record".into(),
        external_id: "MRN-10442".into(),
        standing: Standing::Waiting,
        proof: Proof::Question,
        question: None,
        delivery: Delivery::Both,
        language: "en".into(),
        reason: None,
        made_at: MAY,
        expires_at: END,
        now: MAY + HOUR * 26,
        connection: Connection::None,
        granted: Vec::new(),
        given_up: false,
        replaced: false,
        shared_with: Vec::new(),
        code: Some(code()),
        shows_code: false,
        public_url: "https://connect.example.org".into(),
        email: "maria@example.org".into(),
        mail: Mail::Sent,
        mail_trouble: None,
        timeline: vec![happened(0, EventKind::Made), happened(1, EventKind::Mailed)],
        problem: None,
    }
}

fn happened(hours: u32, what: EventKind) -> TimelineEntry {
    TimelineEntry {
        at: MAY + HOUR * hours,
        what,
    }
}

fn sheet() -> Letter {
    Letter {
        request: id(1),
        clinic: clinic(),
        friendly_name: "Emma's record".into(),
        code: code(),
        public_url: "https://connect.example.org".into(),
        dated: MAY,
        ends_at: END,
    }
}

fn requests() -> Vec<(String, Page)> {
    let mut views = vec![
        ("connected", connected()),
        (
            "shown-again",
            request::View {
                shows_code: true,
                ..connected()
            },
        ),
        ("stopped", stopped(Proof::Question)),
        ("stopped-typed", stopped(Proof::Typed)),
        ("stopped-phrase", stopped(Proof::Phrase)),
        ("reissued", reissued()),
        ("just-replaced", just_replaced(Delivery::Letter)),
        ("just-replaced-email", just_replaced(Delivery::Email)),
        ("just-replaced-both", just_replaced(Delivery::Both)),
        ("disconnected", disconnected(false)),
        ("given-up", disconnected(true)),
        ("marked-up", marked_up()),
        ("mail-none", by_letter()),
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
        connection: super::connected(),
        granted: vec![
            granted("See medicines", false, true),
            granted("Add letters", true, true),
            granted("See weight", true, false),
        ],
        timeline: everything(),
        ..waiting()
    }
}

fn granted(name: &str, optional: bool, agreed: bool) -> Granted {
    Granted {
        name: name.into(),
        why: "So that we know what you take".into(),
        optional,
        agreed,
    }
}

/// The answer was wrong too often.
fn stopped(proof: Proof) -> request::View {
    let question = (proof == Proof::Question).then(|| "The first boat you sailed?".to_owned());
    request::View {
        standing: Standing::Stopped,
        code: None,
        proof,
        question,
        ..waiting()
    }
}

fn just_replaced(delivery: Delivery) -> request::View {
    request::View {
        delivery,
        replaced: true,
        ..waiting()
    }
}

fn confirms() -> Vec<(String, Page)> {
    use confirm::{Act, View};
    let asked = |act, changed| View {
        request: id(1),
        friendly_name: MARKUP.into(),
        external_id: "MRN-1".into(),
        act,
        shown: super::shown(changed),
    };
    let replace = |email: Option<&str>, on_paper, connected| Act::Replace {
        email: email.map(str::to_owned),
        on_paper,
        connected,
    };
    let address = Some("emma@example.org");
    [
        ("replace-letter", asked(replace(None, true, false), false)),
        (
            "replace-email",
            asked(replace(address, false, false), false),
        ),
        (
            "replace-connected",
            asked(replace(address, true, true), false),
        ),
        ("replace-changed", asked(replace(None, true, false), true)),
        ("cancel", asked(Act::Cancel, false)),
        ("cancel-changed", asked(Act::Cancel, true)),
    ]
    .into_iter()
    .map(|(name, view)| {
        let page = confirm::page(&robin(), &view);
        (format!("staff-confirm-{name}"), page)
    })
    .collect()
}

fn reissued() -> request::View {
    request::View {
        connection: super::connected(),
        ..waiting()
    }
}

fn disconnected(given_up: bool) -> request::View {
    request::View {
        standing: Standing::Connected,
        connection: super::disconnected(),
        given_up,
        timeline: everything(),
        ..waiting()
    }
}

fn by_letter() -> request::View {
    request::View {
        delivery: Delivery::Letter,
        email: String::new(),
        ..mailed(Mail::None)
    }
}

fn marked_up() -> request::View {
    request::View {
        friendly_name: MARKUP.into(),
        external_id: MARKUP.into(),
        email: MARKUP.into(),
        reason: Some(MARKUP.into()),
        connection: super::connected(),
        shared_with: vec!["MRN-2".into(), MARKUP.into()],
        proof: Proof::Phrase,
        problem: Some(request::Problem::Email(FieldError::Shape)),
        ..waiting()
    }
}

fn everything() -> Vec<TimelineEntry> {
    [
        EventKind::Made,
        EventKind::MadeWithReason,
        EventKind::Mailed,
        EventKind::MailFailed,
        EventKind::MailUnknown,
        EventKind::MailDropped,
        EventKind::Reminded,
        EventKind::ReminderFailed,
        EventKind::Noticed,
        EventKind::NoticeFailed,
        EventKind::Lettered,
        EventKind::WrongAnswer,
        EventKind::Connected,
        EventKind::ConnectedAllTheSame,
        EventKind::RecordChecked,
        EventKind::RecordChanged,
        EventKind::PermissionsChanged,
        EventKind::Disconnected,
        EventKind::GivenUp,
        EventKind::NotMe,
        EventKind::Ended,
        EventKind::Stopped,
        EventKind::Renamed,
        EventKind::Merged,
        EventKind::Replaced,
        EventKind::Cancelled,
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
        ("email-empty", Problem::Email(FieldError::Empty)),
        ("email-long", Problem::Email(long)),
        ("code-over", Problem::CodeOver),
        ("already-queued", Problem::AlreadyQueued),
        ("may-not-send", Problem::MayNot(MAY_NOT[1])),
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

fn renames() -> Vec<(String, Page)> {
    use rename::{Problem, View};
    let long = FieldError::TooLong { max: 255 };
    let taken = Problem::Taken {
        holder: id(2),
        made_at: MAY,
    };
    [
        ("", None),
        ("-empty", Some(Problem::ExternalId(FieldError::Empty))),
        ("-long", Some(Problem::ExternalId(long))),
        (
            "-invisible",
            Some(Problem::ExternalId(FieldError::Invisible)),
        ),
        ("-taken", Some(taken)),
        ("-changed", Some(Problem::ChangedMeanwhile)),
        ("-over", Some(Problem::Over)),
        ("-may-not", Some(Problem::MayNot(MAY_NOT[0]))),
    ]
    .into_iter()
    .map(|(name, problem)| {
        let view = View {
            request: id(1),
            friendly_name: MARKUP.into(),
            external_id: "MRN-10442".into(),
            seen: "c2Vlbg".into(),
            typed: "MRN-2".into(),
            problem,
        };
        (format!("staff-rename{name}"), rename::page(&robin(), &view))
    })
    .collect()
}

fn letters() -> Vec<(String, Page)> {
    let mut crowded = Letter {
        friendly_name: "The record of Maximilian Alexander Featherstonehaugh the third, whom everyone at the clinic has always called Max".into(),
        public_url: "https://patient-connect.saint-bartholomews-community-hospital.example.org".into(),
        ..sheet()
    };
    crowded.clinic.name = "Saint Bartholomew's Community Hospital and Family Health Centre, Department of Paediatrics".into();
    let marked_up = Letter {
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
            ("-unprintable", false, Some(Unprintable::Sign('字'))),
            ("-broken", true, Some(Unprintable::Form)),
        ]
        .map(|(name, large, unprintable)| (name, sheet(), letter::Shown { large, unprintable })),
    )
    .map(|(name, view, shown)| {
        let page = letter::page(&robin(), &view, &shown);
        (format!("staff-letter{name}"), page)
    })
    .collect()
}
