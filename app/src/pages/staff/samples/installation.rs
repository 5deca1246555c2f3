//! What an operator sees, in every state.

use super::set_up::{invited, member, new_clinic, server};
use super::settings::setting_up;
use super::{END, MARKUP, robin};
use crate::components::Frame;
use crate::page::Page;
use crate::pages::clinic_fields;
use crate::pages::mail_fields::{Problem, Tested};
use crate::pages::samples::MAY;
use crate::pages::staff::account::not_yours::{self, Whose};
use crate::pages::staff::installation::{
    self, Sending, checks, clinic, locks, mail, new_clinic as adding, texts,
};
use domain::address::AddressError;
use domain::finding::{Check, Finding, Level};
use domain::ids::ApplicationId;
use domain::outgoing_mail;
use domain::staff::Role;
use domain::text::TextError;
use domain::trust::TrustPage;
use uuid::Uuid;
use words::Wording;

pub fn all() -> Vec<(String, Page)> {
    let pages = overviews().into_iter().chain(looks()).chain(mails());
    let pages = pages.chain(addings()).chain(clinics()).chain(lock_pages());
    pages.chain(others()).chain(text_pages()).collect()
}

fn text_pages() -> Vec<(String, Page)> {
    use texts::{Form, Line, List, Problem};
    let lines = TrustPage::ALL.map(|page| Line {
        page,
        own: page == TrustPage::About,
    });
    let list = |saved| List {
        lines: lines.to_vec(),
        saved,
    };
    let form = |stored: Option<&str>, problem| Form {
        page: TrustPage::Privacy,
        text: MARKUP.into(),
        stored: stored.map(str::to_owned),
        seen: "c2Vlbg".into(),
        problem,
    };
    let long = Problem::Text(TextError::TooLong { max: 20_000 });
    let hidden = Problem::Text(TextError::Invisible);
    let mut pages = vec![
        ("", texts::list(&operator(), &list(false))),
        ("-saved", texts::list(&operator(), &list(true))),
    ];
    for (state, form) in [
        ("-standard", form(None, None)),
        ("-own", form(Some("One.\n\nTwo."), None)),
        ("-long", form(None, Some(long))),
        ("-hidden", form(None, Some(hidden))),
        ("-changed", form(Some(MARKUP), Some(Problem::Changed))),
    ] {
        pages.push((state, texts::form(&operator(), &form)));
    }
    let named = |(state, page)| (format!("staff-installation-texts{state}"), page);
    pages.into_iter().map(named).collect()
}

fn others() -> Vec<(String, Page)> {
    [
        ("managers", robin(), Whose::Managers),
        ("operators", robin(), Whose::Operators),
        ("desks", operator(), Whose::Desks),
    ]
    .map(|(state, frame, whose)| {
        (
            format!("staff-not-yours-{state}"),
            not_yours::page(&frame, whose),
        )
    })
    .into()
}

fn lock_pages() -> Vec<(String, Page)> {
    use locks::{Lock, View};
    let lock = |email: &str, until| Lock {
        email: email.into(),
        until,
    };
    let view = View {
        staff: vec![lock("robin@clinic.example", END), lock(MARKUP, MAY)],
        patients: vec![lock("maria@example.org", MAY)],
        ..View::default()
    };
    let unknown = View {
        unknown: true,
        ..view.clone()
    };
    let cleared = View {
        cleared: true,
        ..View::default()
    };
    [("", view), ("-unknown", unknown), ("-cleared", cleared)]
        .map(|(state, view)| {
            let page = locks::page(&operator(), &view);
            (format!("staff-installation-locks{state}"), page)
        })
        .into()
}

fn operator() -> Frame {
    Frame {
        role: Some(Role::Operator),
        ..robin()
    }
}

fn through_a_server() -> Sending {
    Sending::Server("mail.clinic.example:587".into())
}

fn overviews() -> Vec<(String, Page)> {
    use installation::{Clinic, View};
    let line = |number: u128, name: &str, managers, invited| Clinic {
        id: ApplicationId(Uuid::from_u128(number)),
        name: name.into(),
        managers,
        invited,
    };
    let clinics = vec![
        line(1, "Hillside Clinic", 0, 1),
        line(2, "Lakeside Clinic", 2, 0),
        line(3, MARKUP, 0, 0),
        line(4, "Seaview Clinic", 0, 2),
    ];
    let view = |mail, clinics| View { mail, clinics };
    [
        ("", view(through_a_server(), clinics)),
        ("-empty", view(Sending::Unset, Vec::new())),
        ("-files", view(Sending::Files, Vec::new())),
        ("-no-mail", view(Sending::None, Vec::new())),
    ]
    .map(|(state, view)| {
        let page = installation::page(&operator(), &view);
        (format!("staff-installation{state}"), page)
    })
    .into()
}

fn looks() -> Vec<(String, Page)> {
    let all = [
        Check::Database,
        Check::KeyFile,
        Check::PublicUrl,
        Check::Clock,
        Check::Mail,
        Check::Disk,
        Check::Worker,
    ];
    let findings = |levels: [Level; 7]| {
        let found = |(check, level)| Finding {
            check,
            level,
            words: MARKUP.into(),
        };
        let found: Vec<_> = all.into_iter().zip(levels).map(found).collect();
        found
    };
    let mut warned = [Level::Ok; 7];
    warned[1] = Level::Warning;
    let mut faulty = warned;
    faulty[2] = Level::Fault;
    faulty[4] = Level::Fault;
    [
        ("", findings([Level::Ok; 7])),
        ("-warned", findings(warned)),
        ("-faulty", findings(faulty)),
    ]
    .map(|(state, found)| {
        let page = checks::page(&operator(), &found);
        (format!("staff-installation-checks{state}"), page)
    })
    .into()
}

fn mails() -> Vec<(String, Page)> {
    use mail::{Form, View};
    let view = || View {
        now: through_a_server(),
        form: Some(Form {
            draft: server(),
            seen: "c2Vlbg".into(),
            changed: false,
            kept_password: true,
        }),
        test_to: "robin@clinic.example".into(),
        saved: false,
        tested: None,
        problems: Vec::new(),
    };
    let tested = |trouble: Option<&'static str>| View {
        tested: Some(Tested {
            to: "robin@clinic.example".into(),
            trouble: trouble.map(Wording::from),
        }),
        ..view()
    };
    let with = |problems| View { problems, ..view() };
    let fresh = View {
        now: Sending::Unset,
        form: Some(Form {
            draft: outgoing_mail::Draft::default(),
            seen: "c2Vlbg".into(),
            changed: false,
            kept_password: false,
        }),
        ..view()
    };
    let changed = View {
        form: view().form.map(|form| Form {
            changed: true,
            ..form
        }),
        ..view()
    };
    let configured = View {
        form: None,
        ..view()
    };
    let saved = View {
        saved: true,
        ..view()
    };
    let wrong = vec![
        Problem::Typed(outgoing_mail::Problem::Password),
        Problem::TestTo(AddressError::Shape),
    ];
    [
        ("", view()),
        ("-fresh", fresh),
        ("-changed", changed),
        ("-configured", configured),
        ("-saved", saved),
        ("-wrong", with(wrong)),
        ("-test-without", with(vec![Problem::TestWithout])),
        ("-tested", tested(None)),
        ("-refused", tested(Some("The connection was refused."))),
    ]
    .map(|(state, view)| {
        let page = mail::page(&operator(), &view);
        (format!("staff-installation-mail{state}"), page)
    })
    .into()
}

fn addings() -> Vec<(String, Page)> {
    use adding::{Problem, View};
    use clinic_fields::Problem as Typed;
    let empty = TextError::Empty;
    let nothing = [
        Typed::Clinic(empty),
        Typed::Phone(empty),
        Typed::Name(empty),
        Typed::Email(AddressError::Text(empty)),
    ];
    let with = |problems| View {
        form: new_clinic(),
        problems,
    };
    let bare = View {
        problems: nothing.map(Problem::Typed).into(),
        ..View::default()
    };
    [
        ("", View::default()),
        ("-empty", bare),
        ("-taken", with(vec![Problem::EmailTaken])),
    ]
    .map(|(state, view)| {
        let page = adding::page(&operator(), &view);
        (format!("staff-installation-new-clinic{state}"), page)
    })
    .into()
}

fn clinics() -> Vec<(String, Page)> {
    use clinic::{Done, Form, Manager, Problem, View};
    let manager = |number, name: &str, disabled, has_authenticator| Manager {
        staff: member(number, name, Role::Manager, disabled),
        has_authenticator,
    };
    let view = || View {
        id: setting_up().application.id,
        name: MARKUP.into(),
        phone: "01632 960 123".into(),
        managers: vec![
            manager(1, "Robin Okafor", false, true),
            manager(2, MARKUP, false, false),
            manager(3, "Kim", true, false),
        ],
        invitations: vec![invited(1, "Alex Marlow", END), invited(2, "Sam", MAY)],
        now: MAY,
        form: Form::default(),
        done: None,
        problems: Vec::new(),
    };
    let bare = View {
        managers: Vec::new(),
        invitations: Vec::new(),
        ..view()
    };
    let done = |done| View {
        done: Some(done),
        ..view()
    };
    let with = |problems| View {
        form: Form {
            name: "Alex Marlow".into(),
            email: "alex@clinic.example".into(),
        },
        problems,
        ..view()
    };
    let wrong = vec![
        Problem::Name(TextError::Empty),
        Problem::Email(AddressError::Shape),
    ];
    [
        ("", view()),
        ("-bare", bare),
        ("-mailed", done(Done::Mailed)),
        ("-reset", done(Done::AuthenticatorReset)),
        ("-wrong", with(wrong)),
        ("-taken", with(vec![Problem::EmailTaken])),
        ("-invited", with(vec![Problem::AlreadyInvited])),
        ("-over", with(vec![Problem::Over])),
    ]
    .map(|(state, view)| {
        let page = clinic::page(&operator(), &view);
        (format!("staff-installation-clinic{state}"), page)
    })
    .into()
}
