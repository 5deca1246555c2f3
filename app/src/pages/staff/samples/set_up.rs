//! The first start, the team and its links by mail, in every state.

use super::settings::setting_up;
use super::{END, MARKUP, manager};
use crate::page::Page;
use crate::pages::clinic_fields;
use crate::pages::mail_fields::{self, Tested};
use crate::pages::samples::{MAY, stranger};
use crate::pages::set_up;
use crate::pages::staff::team::colleague;
use crate::pages::staff::team::join;
use crate::pages::staff::team::members;
use domain::address::AddressError;
use domain::ids::{InvitationId, StaffId};
use domain::invitation::{Invitation, Over, State};
use domain::outgoing_mail::{self, Draft};
use domain::password::{PasswordError, Weakness};
use domain::staff::{Role, Staff};
use domain::text::TextError;
use domain::timestamp::Timestamp;
use domain::zone::Zone;
use uuid::Uuid;
use words::Wording;

pub fn all() -> Vec<(String, Page)> {
    let mut pages = teams();
    pages.extend(colleagues());
    pages.extend(links());
    pages.extend(first_starts());
    pages
}

pub(super) fn member(number: u128, name: &str, role: Role, disabled: bool) -> Staff {
    Staff {
        id: StaffId(Uuid::from_u128(number)),
        name: name.into(),
        email: format!("colleague{number}@clinic.example"),
        role,
        application: Some(setting_up().application.id),
        disabled,
        clinic: None,
        time_zone: Zone::UTC,
    }
}

pub(super) fn invited(number: u128, name: &str, expires_at: Timestamp) -> Invitation {
    Invitation {
        id: InvitationId(Uuid::from_u128(number)),
        application: setting_up().application.id,
        staff: None,
        name: name.into(),
        email: format!("invited{number}@clinic.example"),
        role: Role::FrontDesk,
        made_by: None,
        state: State::Open,
        made_at: MAY,
        expires_at,
        ended_at: None,
    }
}

fn teams() -> Vec<(String, Page)> {
    use members::{Form, Problem, View};
    let members = [
        member(1, "Robin Okafor", Role::Manager, false),
        member(2, MARKUP, Role::FrontDesk, false),
        member(3, "Kim", Role::FrontDesk, true),
    ];
    let typed = Form {
        name: "Kim Ashdown".into(),
        email: "kim@clinic.example".into(),
        role: "manager".into(),
    };
    let empty = vec![
        Problem::Name(TextError::Empty),
        Problem::Email(AddressError::Text(TextError::Empty)),
        Problem::NoRole,
    ];
    [
        ("", Form::default(), Vec::new()),
        ("-oneself", Form::default(), vec![Problem::Oneself]),
        ("-not-found", Form::default(), vec![Problem::NotFound]),
        ("-changed", Form::default(), vec![Problem::ChangedMeanwhile]),
        ("-over", Form::default(), vec![Problem::InvitationOver]),
        ("-invite-empty", Form::default(), empty),
        ("-invite-taken", typed.clone(), vec![Problem::EmailTaken]),
        ("-invite-twice", typed, vec![Problem::AlreadyInvited]),
    ]
    .map(|(state, form, problems)| {
        let view = View {
            oneself: members[0].id,
            members: members
                .iter()
                .map(|member| (member.clone(), "c2Vlbg".to_owned()))
                .collect(),
            invitations: vec![invited(4, MARKUP, END), invited(5, "Lee", MAY)],
            now: MAY,
            form,
            mailed: problems.is_empty(),
            problems,
        };
        (
            format!("staff-team{state}"),
            members::page(&manager(), &view),
        )
    })
    .into()
}

fn colleagues() -> Vec<(String, Page)> {
    use colleague::{Done, Problem, View};
    let kim = |disabled| member(3, "Kim", Role::FrontDesk, disabled);
    [
        ("", kim(false), None, None),
        ("-shut-out", kim(true), None, None),
        ("-role", kim(false), Some(Done::RoleChanged), None),
        ("-mailed", kim(false), Some(Done::Mailed), None),
        ("-reset", kim(false), Some(Done::AuthenticatorReset), None),
        (
            "-last",
            member(1, MARKUP, Role::Manager, false),
            None,
            Some(Problem::LastManager),
        ),
        ("-no-role", kim(false), None, Some(Problem::NoRole)),
        (
            "-changed",
            kim(false),
            None,
            Some(Problem::ChangedMeanwhile),
        ),
    ]
    .map(|(state, member, done, problem)| {
        let view = View {
            has_authenticator: state.is_empty(),
            seen: "c2Vlbg".into(),
            role: member.role.name().to_owned(),
            member,
            done,
            problem,
        };
        let page = colleague::page(&manager(), &view);
        (format!("staff-colleague{state}"), page)
    })
    .into()
}

fn links() -> Vec<(String, Page)> {
    use join::{Choose, Problem, View};
    let choose = |new, problem| {
        View::Choose(Choose {
            token: "q0Jr".into(),
            clinic: "City Clinic".into(),
            name: MARKUP.into(),
            email: "kim@clinic.example".into(),
            new,
            problem,
        })
    };
    let over = |over| View::Over {
        over,
        clinic: "City Clinic".into(),
        zone: Zone::UTC,
    };
    let guessable = PasswordError::Guessable(Weakness::Personal);
    [
        ("", choose(true, None)),
        ("-again", choose(false, None)),
        (
            "-empty",
            choose(true, Some(Problem::Password(PasswordError::Empty))),
        ),
        (
            "-guessable",
            choose(true, Some(Problem::Password(guessable))),
        ),
        ("-unavailable", choose(true, Some(Problem::Unavailable))),
        ("-used", over(Over::Used)),
        ("-withdrawn", over(Over::Withdrawn)),
        ("-expired", over(Over::Expired { at: MAY })),
        ("-taken", View::EmailTaken),
        ("-unknown", View::Unknown),
        ("-done", View::Done),
    ]
    .map(|(state, view)| (format!("staff-join{state}"), join::page(&stranger(), &view)))
    .into()
}

pub(super) fn new_clinic() -> clinic_fields::Form {
    clinic_fields::Form {
        clinic: MARKUP.into(),
        phone: "01632 960 123".into(),
        time_zone: "Europe/London".into(),
        name: "Robin Okafor".into(),
        email: "robin@clinic.example".into(),
    }
}

pub(super) fn server() -> Draft {
    Draft {
        mail: outgoing_mail::WITH_SERVER.into(),
        mail_server: "mail.clinic.example".into(),
        mail_port: "587".into(),
        mail_security: "required".into(),
        mail_user: "clinic".into(),
        mail_from: "desk@clinic.example".into(),
        ..Draft::default()
    }
}

/// All that can be typed.
fn typed() -> set_up::Form {
    set_up::Form {
        clinic: new_clinic(),
        mail: server(),
        test_to: "robin@clinic.example".into(),
    }
}

fn first_starts() -> Vec<(String, Page)> {
    use clinic_fields::Problem as Clinic;
    use mail_fields::Problem as Mail;
    use outgoing_mail::Problem as Typed;
    use set_up::{Asked, Problem, View};
    let empty = TextError::Empty;
    let nothing = vec![
        Problem::Clinic(Clinic::Clinic(empty)),
        Problem::Clinic(Clinic::Phone(empty)),
        Problem::Clinic(Clinic::Name(empty)),
        Problem::Clinic(Clinic::Email(AddressError::Text(empty))),
        Problem::Password(PasswordError::Empty),
        Problem::Mail(Mail::Typed(Typed::Choice)),
    ];
    let wrong = vec![
        Problem::Clinic(Clinic::Clinic(TextError::TooLong { max: 120 })),
        Problem::Clinic(Clinic::Phone(TextError::Invisible)),
        Problem::Mail(Mail::Typed(Typed::Server)),
        Problem::Mail(Mail::Typed(Typed::InTheClear)),
        Problem::Mail(Mail::Typed(Typed::Port)),
        Problem::Mail(Mail::Typed(Typed::User)),
        Problem::Mail(Mail::Typed(Typed::From(AddressError::Shape))),
        Problem::Mail(Mail::TestTo(AddressError::Shape)),
    ];
    let less = vec![
        Problem::Mail(Mail::Typed(Typed::NoServer)),
        Problem::Mail(Mail::Typed(Typed::Security)),
        Problem::Mail(Mail::Typed(Typed::Password)),
    ];
    let tested = |trouble: Option<&'static str>| Asked {
        form: typed(),
        tested: Some(Tested {
            to: "robin@clinic.example".into(),
            trouble: trouble.map(Wording::from),
        }),
        ..Asked::default()
    };
    let with = |problems| Asked {
        form: typed(),
        problems,
        ..Asked::default()
    };
    let bare = Asked {
        problems: nothing,
        ..Asked::default()
    };
    let configured = Asked {
        mail_is_configured: true,
        ..Asked::default()
    };
    let asked = [
        ("", Asked::default()),
        ("-configured", configured),
        ("-empty", bare),
        ("-wrong", with(wrong)),
        ("-less", with(less)),
        (
            "-test-without",
            with(vec![Problem::Mail(Mail::TestWithout)]),
        ),
        ("-unavailable", with(vec![Problem::Unavailable])),
        ("-tested", tested(None)),
        ("-refused", tested(Some("The connection was refused."))),
    ]
    .map(|(state, asked)| (state, View::Asked(Box::new(asked))));
    let told = [("-over", View::Over), ("-done", View::Done)];
    asked
        .into_iter()
        .chain(told)
        .map(|(state, view)| (format!("set-up{state}"), set_up::page(&stranger(), &view)))
        .collect()
}
