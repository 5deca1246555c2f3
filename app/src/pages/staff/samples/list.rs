//! The list of requests, whom they belong to, and many of them at once, in every state.

use super::{DAY, END, MARKUP, MAY_NOT, connected, disconnected, id, robin};
use crate::page::Page;
use crate::pages::samples::MAY;
use crate::pages::staff::requests::list;
use crate::pages::staff::requests::mail::Mail;
use crate::pages::staff::requests::merge;
use crate::pages::staff::requests::reissue;
use domain::connect_request::{Delivery, Listed, Standing};
use domain::connection::Connection;
use domain::new_request::FieldError;

pub fn all() -> Vec<(String, Page)> {
    let mut pages = lists();
    pages.extend(merges());
    pages.extend(reissues());
    pages
}

fn merges() -> Vec<(String, Page)> {
    use merge::{Both, Problem, Side, View};
    let ask = View {
        request: id(1),
        external_id: "MRN-10442".into(),
        friendly_name: MARKUP.into(),
        staying_id: String::new(),
        both: None,
        problem: None,
    };
    let side = |external_id: &str, name: &str, standing, connected| Side {
        external_id: external_id.into(),
        request: Some((name.into(), standing, MAY)),
        connected,
    };
    let both = |different_people| Both {
        leaving: side(
            "MRN-10442",
            MARKUP,
            Standing::Connected,
            Some((1, MAY + DAY)),
        ),
        staying: side(
            "P-204-77",
            "Emma Miller",
            Standing::Connected,
            Some((2, MAY + DAY * 3)),
        ),
        different_people,
        seen: "c2Vlbg".into(),
    };
    let asked = |both: Option<Both>, problem: Option<Problem>| View {
        staying_id: "P-204-77".into(),
        both,
        problem,
        ..ask.clone()
    };
    let alone = Both {
        staying: Side {
            external_id: "P-204-77".into(),
            request: None,
            connected: None,
        },
        ..both(false)
    };
    let long = FieldError::TooLong { max: 255 };
    [
        ("", ask.clone()),
        ("-both", asked(Some(both(false)), None)),
        ("-alone", asked(Some(alone), None)),
        ("-different", asked(Some(both(true)), None)),
        (
            "-unticked",
            asked(Some(both(true)), Some(Problem::DifferentPeople)),
        ),
        (
            "-empty",
            asked(None, Some(Problem::ExternalId(FieldError::Empty))),
        ),
        ("-long", asked(None, Some(Problem::ExternalId(long)))),
        (
            "-invisible",
            asked(None, Some(Problem::ExternalId(FieldError::Invisible))),
        ),
        ("-same", asked(None, Some(Problem::Same))),
        ("-over", asked(None, Some(Problem::Over))),
        ("-may-not", asked(None, Some(Problem::MayNot(MAY_NOT[1])))),
    ]
    .into_iter()
    .map(|(name, view)| (format!("staff-merge{name}"), merge::page(&robin(), &view)))
    .collect()
}

fn reissues() -> Vec<(String, Page)> {
    use reissue::{Problem, Row, Step, View};
    let row = |number, name: &str, standing, (by_mail, on_paper)| Row {
        request: id(number),
        friendly_name: name.into(),
        external_id: format!("MRN-{number}"),
        standing,
        connection: connection_of(standing),
        by_mail,
        on_paper,
    };
    let rows = vec![
        row(1, MARKUP, Standing::Waiting, (true, false)),
        row(2, "Grandpa Joe", Standing::Ended, (false, true)),
        row(3, "Maria Miller", Standing::Connected, (true, true)),
    ];
    let refused = |problem| View {
        rows: Vec::new(),
        step: Step::Refused(problem),
    };
    let asked = |changed| Step::Asked(super::shown(changed));
    let states = [
        (
            "asked",
            View {
                rows: rows.clone(),
                step: asked(false),
            },
        ),
        (
            "changed",
            View {
                rows: rows.clone(),
                step: asked(true),
            },
        ),
        (
            "done",
            View {
                rows,
                step: Step::Done,
            },
        ),
        ("nothing", refused(Problem::Nothing)),
        ("too-many", refused(Problem::TooMany { max: 200 })),
        ("over", refused(Problem::Over)),
        ("may-not", refused(Problem::MayNot(MAY_NOT[0]))),
    ];
    states
        .into_iter()
        .map(|(name, view)| {
            (
                format!("staff-reissue-{name}"),
                reissue::page(&robin(), &view),
            )
        })
        .collect()
}

fn row(number: u32, name: &str, standing: Standing, mail: Mail) -> list::Row {
    list::Row {
        request: id(u128::from(number)),
        friendly_name: name.into(),
        external_id: format!("MRN-{}", 10_442 + number),
        standing,
        connection: connection_of(standing),
        expires_at: END + DAY * number,
        days_left: (standing == Standing::Waiting && number != 9).then(|| u64::from(number % 3)),
        delivery: match mail {
            Mail::None => Delivery::Letter,
            _ => Delivery::Both,
        },
        mail,
        changed_at: MAY + DAY * number,
    }
}

fn connection_of(standing: Standing) -> Connection {
    match standing {
        Standing::Connected => connected(),
        _ => Connection::None,
    }
}

fn list() -> list::View {
    list::View {
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
            list::Row {
                connection: connected(),
                ..row(11, "Ivy", Standing::Waiting, Mail::Sent)
            },
            list::Row {
                connection: disconnected(),
                ..row(12, "Noah", Standing::Connected, Mail::Sent)
            },
            row(5, "Baby Tom", Standing::Ended, Mail::Queued),
            row(4, "Priya", Standing::Stopped, Mail::Unknown),
            row(3, "Ana Lima", Standing::Refused, Mail::Sent),
            row(2, "Kofi", Standing::Replaced, Mail::None),
            row(1, MARKUP, Standing::Deleted, Mail::None),
        ],
        counts: Listed::AT_THE_DESK
            .into_iter()
            .zip([1_001, 38, 1_001, 5, 9, 2, 1, 4, 3])
            .collect(),
        listed: Listed::All,
        search: String::new(),
        from: 1,
        now: MAY + DAY * 9,
        further: false,
        previous: None,
        next: Some("MRN & more".into()),
    }
}

fn lists() -> Vec<(String, Page)> {
    let none = list::View {
        rows: Vec::new(),
        next: None,
        ..list()
    };
    [
        ("list", list()),
        (
            "list-filtered",
            list::View {
                listed: Listed::EndingSoon,
                search: MARKUP.into(),
                from: 51,
                further: true,
                previous: Some(id(9).to_string()),
                ..list()
            },
        ),
        (
            "list-empty",
            list::View {
                counts: Vec::new(),
                ..none.clone()
            },
        ),
        (
            "list-none-found",
            list::View {
                search: "Emmma".into(),
                ..none.clone()
            },
        ),
        (
            "list-no-mail-trouble",
            list::View {
                listed: Listed::MailTrouble,
                ..none
            },
        ),
    ]
    .into_iter()
    .map(|(name, view)| (format!("staff-{name}"), list::page(&robin(), &view)))
    .collect()
}
