//! The forms of a person's home in every state: records, items, details, devices, download and the end of the account.

use super::house::{child, home};
use super::{MAY, maria, record_id, stranger};
use crate::page::Page;
use crate::pages::account::{account, ask, details, devices, item_form, leaving, records};
use domain::address::AddressError;
use domain::password::PasswordError;
use domain::person::Preferences;
use domain::record::BirthYearError;
use domain::text::TextError;
use domain::thing::own::{ADDABLE, DateError, Draft, Problem};
use domain::thing::reading::Sort;
use domain::units::Units;

pub fn all() -> Vec<(String, Page)> {
    let mut pages = details_pages();
    pages.extend(leaving_pages());
    pages.extend(record_forms());
    pages.extend(item_forms());
    pages
}

fn leaving_pages() -> Vec<(String, Page)> {
    use crate::pages::account::sign_in::Problem;
    use leaving::{Delete, Download};
    let mut pages: Vec<(String, Page)> = [
        ("download", Download::None),
        ("download-running", Download::Running),
        ("download-ready", Download::Ready { until: MAY }),
        ("download-failed", Download::Failed),
        ("download-many", Download::TooMany),
    ]
    .map(|(name, view)| (name.to_owned(), leaving::download(&maria(), &view)))
    .into();
    for (name, problem) in [
        ("delete", None),
        ("delete-empty", Some(Problem::NoPassword)),
        ("delete-wrong", Some(Problem::Wrong)),
    ] {
        let page = leaving::delete(&maria(), &Delete { at: MAY, problem });
        pages.push((name.to_owned(), page));
    }
    let ending = account::View {
        ends_at: Some(MAY),
        ..home()
    };
    pages.push((
        "account-ending".to_owned(),
        account::page(&maria(), &ending),
    ));
    pages
}

fn details_pages() -> Vec<(String, Page)> {
    use crate::pages::account::sign_in;
    use details::{Digits, DigitsProblem, Done, Problem, Undo, View};
    let view = |done, problems| View {
        name: "Maria Miller".into(),
        email: "maria@example.org".into(),
        new_email: String::new(),
        preferences: Some(Preferences {
            monthly_mail: true,
            units: Units::Metric,
        }),
        done,
        problems,
    };
    let long = TextError::TooLong { max: 120 };
    let mut pages = Vec::new();
    for (name, done, problems) in [
        ("details", None, vec![]),
        ("details-name-done", Some(Done::Name), vec![]),
        ("details-preferences", Some(Done::Preferences), vec![]),
        ("details-password-done", Some(Done::Password), vec![]),
        ("details-email-done", Some(Done::Email), vec![]),
        (
            "details-name-empty",
            None,
            vec![Problem::Name(TextError::Empty)],
        ),
        (
            "details-wrong",
            None,
            vec![
                Problem::Name(long),
                Problem::Email(AddressError::Shape),
                Problem::EmailPassword(sign_in::Problem::NoPassword),
                Problem::OldPassword(sign_in::Problem::Wrong),
                Problem::NewPassword(PasswordError::TooShort),
            ],
        ),
        (
            "details-odd",
            None,
            vec![
                Problem::Name(TextError::Invisible),
                Problem::Email(AddressError::Text(long)),
                Problem::OldPassword(sign_in::Problem::Locked { seconds: 90 }),
            ],
        ),
        (
            "details-email-empty",
            None,
            vec![Problem::Email(AddressError::Text(TextError::Empty))],
        ),
        ("details-email-same", None, vec![Problem::SameEmail]),
        (
            "details-mails",
            None,
            vec![Problem::TooManyMails { minutes: 15 }],
        ),
    ] {
        let page = details::page(&maria(), &view(done, problems));
        pages.push((name.to_owned(), page));
    }
    for (name, problem) in [
        ("details-digits", None),
        ("details-digits-shape", Some(DigitsProblem::Shape)),
        (
            "details-digits-wrong",
            Some(DigitsProblem::Wrong { left: 1 }),
        ),
    ] {
        let email = "maria.new@example.org".into();
        let page = details::digits(&maria(), &Digits { email, problem });
        pages.push((name.to_owned(), page));
    }
    let asked = Undo::Ask {
        action: "/account/undo-email/x".into(),
        email: "maria@example.org".into(),
    };
    for (name, view) in [
        ("undo-email", asked),
        ("undo-email-done", Undo::Done),
        ("undo-email-over", Undo::Over),
    ] {
        pages.push((name.to_owned(), details::undo(&stranger(), &view)));
    }
    let device = |key: &str, name: &str, current| devices::Device {
        key: key.into(),
        name: name.into(),
        since: MAY,
        seen: MAY,
        current,
    };
    let view = devices::View {
        devices: vec![
            device("00", "Firefox on Windows", true),
            device("01", "", false),
        ],
    };
    pages.push(("devices".to_owned(), devices::page(&maria(), &view)));
    pages
}

fn record_forms() -> Vec<(String, Page)> {
    use records::{Form, Line, List, Problem};
    let line = |number, name: &str, removable| Line {
        id: record_id(number),
        name: name.into(),
        about: child(),
        removable,
    };
    let lines = List {
        records: vec![line(1, "Maria Miller", false), line(2, "Emma Miller", true)],
    };
    let mut pages = vec![("records".to_owned(), records::list(&maria(), &lines))];
    for (name, id, problems) in [
        ("record-new", None, vec![]),
        ("record-change", Some(record_id(1)), vec![]),
        (
            "record-new-empty",
            None,
            vec![
                Problem::Name(TextError::Empty),
                Problem::Relation,
                Problem::BirthYear(BirthYearError::Shape),
            ],
        ),
        (
            "record-new-odd",
            None,
            vec![
                Problem::Name(TextError::TooLong { max: 120 }),
                Problem::BirthYear(BirthYearError::InFuture),
            ],
        ),
        (
            "record-new-taken",
            None,
            vec![
                Problem::NameTaken,
                Problem::BirthYear(BirthYearError::TooEarly),
            ],
        ),
        ("record-new-many", None, vec![Problem::TooMany]),
        ("record-changed", Some(record_id(1)), vec![Problem::Changed]),
    ] {
        let view = Form {
            id,
            name: "Emma".into(),
            relation: "my-child".into(),
            birth_year: "16".into(),
            seen: "c2Vlbg".into(),
            problems,
        };
        pages.push((name.to_owned(), records::form(&maria(), &view)));
    }
    for changed in [false, true] {
        let question = ask::Question {
            heading: "Remove this record?".into(),
            about: "Emma will be removed from your account.".into(),
            effects: vec!["Nothing is in it.".into()],
            action: "/account/records/1/remove".into(),
            seen: "c2Vlbg".into(),
            act: "Remove record".into(),
            leave: "Keep record".into(),
            back: "/account/records".into(),
            changed,
        };
        pages.push((
            format!("record-remove-{changed}"),
            ask::page(&maria(), &question),
        ));
    }
    pages
}

fn item_forms() -> Vec<(String, Page)> {
    use item_form::{Choose, Trouble, View};
    let choose = Choose {
        record: record_id(1),
        name: "Maria Miller".into(),
    };
    let view = |sort: Sort, problems: &[Trouble]| View {
        record: record_id(1),
        name: "Maria Miller".into(),
        sort,
        action: "/account/records/1/add/weight".into(),
        seen: None,
        draft: Draft {
            date: "2026-05-03".into(),
            weight: "68.4".into(),
            note: "Slept badly".into(),
            ..Draft::default()
        },
        problems: problems.to_vec(),
    };
    let mut pages = vec![("add".to_owned(), item_form::choose(&maria(), &choose))];
    for sort in ADDABLE {
        let name = sort.name();
        let new = view(sort, &[]);
        let change = View {
            seen: Some("c2Vlbg".into()),
            ..new.clone()
        };
        pages.push((format!("add-{name}"), item_form::page(&maria(), &new)));
        pages.push((format!("change-{name}"), item_form::page(&maria(), &change)));
    }
    let pounds = |problems: &[Trouble]| {
        let mut view = view(Sort::Weight, problems);
        view.draft.units = Units::Imperial;
        item_form::page(&maria(), &view)
    };
    let wrong = [Trouble::Typed(Problem::Weight)];
    pages.push(("add-pounds".to_owned(), pounds(&[])));
    pages.push(("add-pounds-wrong".to_owned(), pounds(&wrong)));
    let long = TextError::TooLong { max: 200 };
    for (name, sort, problems) in [
        (
            "weight-wrong",
            Sort::Weight,
            vec![Problem::Weight, Problem::Date(DateError::Shape)],
        ),
        (
            "pressure-wrong",
            Sort::BloodPressure,
            vec![
                Problem::Systolic,
                Problem::Diastolic,
                Problem::Date(DateError::InFuture),
            ],
        ),
        (
            "pressure-swapped",
            Sort::BloodPressure,
            vec![Problem::Swapped, Problem::Date(DateError::TooEarly)],
        ),
        (
            "medicine-empty",
            Sort::Medicine,
            vec![Problem::Name(TextError::Empty), Problem::More(long)],
        ),
        (
            "medicine-hidden",
            Sort::Medicine,
            vec![Problem::Name(TextError::Invisible)],
        ),
        (
            "note-empty",
            Sort::Note,
            vec![Problem::Note(TextError::Empty)],
        ),
    ] {
        let troubles: Vec<_> = problems.into_iter().map(Trouble::Typed).collect();
        let page = item_form::page(&maria(), &view(sort, &troubles));
        pages.push((format!("add-{name}"), page));
    }
    for (name, trouble) in [("changed", Trouble::Changed), ("many", Trouble::TooMany)] {
        let page = item_form::page(&maria(), &view(Sort::Weight, &[trouble]));
        pages.push((format!("add-{name}"), page));
    }
    pages
}
