//! What a manager sets, and reads of it all, in every state.

use super::{DAY, HOUR, MARKUP, id, manager};
use crate::page::Page;
use crate::pages::samples::{MAY, clinic};
use crate::pages::staff::clinic::api_keys;
use crate::pages::staff::clinic::application;
use crate::pages::staff::clinic::audit_log;
use crate::pages::staff::clinic::callback;
use crate::pages::staff::clinic::logo;
use crate::pages::staff::clinic::settings;
use domain::accent::{Accent, AccentError};
use domain::address::AddressError;
use domain::application::{Application, Kind, Rule, Section};
use domain::callback::Answer;
use domain::clinic_settings::{Setting, SettingError};
use domain::ids::{ApiKeyId, ApplicationId};
use domain::text::TextError;
use domain::thing::{Permission, types_named};
use uuid::Uuid;

pub fn all() -> Vec<(String, Page)> {
    let mut pages = applications();
    pages.extend(settings_pages());
    pages.extend(audit_logs());
    pages.extend(super::overview::pages());
    pages.extend(keys());
    pages.extend(callbacks());
    pages
}

pub fn setting_up() -> application::View {
    let rule = |name: &str, optional, permissions: &[Permission], types: &[&str]| Rule {
        name: name.into(),
        why: "So that we do not prescribe anything that could harm you".into(),
        optional,
        permissions: permissions.to_vec(),
        types: types_named(types),
    };
    application::View {
        application: Application {
            name: MARKUP.into(),
            phone: "01632 960 123".into(),
            description: MARKUP.into(),
            opening_hours: MARKUP.into(),
            accent: Accent::parse("#7a0019").ok(),
            logo: clinic().logo,
            success_message: "Your results arrive within two days.".into(),
            rules: vec![
                rule(
                    "See your medicines",
                    false,
                    &Permission::ALL,
                    &["Medication"],
                ),
                rule("See your weight", true, &[Permission::Read], &[]),
            ],
            ..Application::new(ApplicationId(Uuid::from_u128(9)), Kind::Web)
        },
        certificates: [(300, false), (9, true)]
            .map(|(days, ends_soon)| application::Certificate {
                thumbprint: "e4913e0d6f379a107b7cf340cf3dec478dc2dd1e".into(),
                not_after: MAY + DAY * days,
                ends_soon,
            })
            .to_vec(),
        draft: application::RuleDraft::default(),
        seen: "c2Vlbg".into(),
        seen_rules: "c2Vlbg".into(),
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
    let mut states = vec![(String::new(), setting_up()), ("-bare".to_owned(), bare)];
    for problem in [
        Problem::ChangedMeanwhile,
        Problem::RulesChanged,
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
    let mut pages: Vec<_> = states
        .into_iter()
        .map(|(state, view)| {
            let name = format!("staff-application{state}");
            (name, application::page(&manager(), &view))
        })
        .collect();
    for changed in [false, true] {
        let (view, shown) = (setting_up(), super::shown(changed));
        let (rule, certificate) = (&view.application.rules[0], &view.certificates[0]);
        let ask = application::ask_remove_rule(&manager(), rule, &shown);
        pages.push((format!("staff-application-remove-rule-{changed}"), ask));
        let ask = application::ask_remove_certificate(&manager(), certificate, &shown);
        let name = format!("staff-application-remove-certificate-{changed}");
        pages.push((name, ask));
    }
    pages
}

fn settings_pages() -> Vec<(String, Page)> {
    use settings::{Form, Problem, View};
    let clinic_of_samples = Application {
        email: Some(MARKUP.into()),
        privacy_url: Some("https://clinic.example/privacy".into()),
        ..setting_up().application
    };
    let view = View {
        form: Form::from(&clinic_of_samples),
        logo: clinic().logo,
        ..View::default()
    };
    let pale = AccentError::Pale {
        tenths: 32,
        nearest: "#4a84b4".into(),
    };
    let all = [
        (Setting::Name, SettingError::Text(TextError::Empty)),
        (
            Setting::Description,
            SettingError::Text(TextError::TooLong { max: 200 }),
        ),
        (Setting::TimeZone, SettingError::TimeZone),
        (Setting::Phone, SettingError::Text(TextError::Invisible)),
        (Setting::Email, SettingError::Address),
        (Setting::Address, SettingError::Lines { max: 6 }),
        (
            Setting::OpeningHours,
            SettingError::Text(TextError::Invisible),
        ),
        (Setting::Accent, SettingError::Accent(pale)),
        (
            Setting::SuccessMessage,
            SettingError::Text(TextError::TooLong { max: 2_000 }),
        ),
        (Setting::PrivacyUrl, SettingError::Address),
        (Setting::TermsUrl, SettingError::Address),
        (Setting::LifetimeDays, SettingError::Range),
        (Setting::WrongAnswers, SettingError::Range),
        (Setting::AnswerMode, SettingError::Choice),
        (Setting::StaffAuthenticator, SettingError::Choice),
    ]
    .map(|(setting, error)| Problem::Setting(setting, error));
    let saved = View {
        saved: true,
        logo: None,
        ..view.clone()
    };
    let mut states = vec![("-saved".to_owned(), saved)];
    for section in Section::ALL {
        let of_section = |problem: &&Problem| problem.section() == Some(section);
        let here = View {
            section,
            ..view.clone()
        };
        states.push((format!("-{}", section.name()), here.clone()));
        let problems: Vec<Problem> = all.iter().filter(of_section).cloned().collect();
        if !problems.is_empty() {
            let wrong = View { problems, ..here };
            states.push((format!("-{}-wrong", section.name()), wrong));
        }
    }
    let looks = |problem| View {
        section: Section::Looks,
        problems: vec![problem],
        ..view.clone()
    };
    states.push((
        "-accent-shape".to_owned(),
        looks(Problem::Setting(
            Setting::Accent,
            SettingError::Accent(AccentError::Shape),
        )),
    ));
    for problem in [
        logo::Problem::NoFile,
        logo::Problem::NoPicture,
        logo::Problem::Heavy,
        logo::Problem::Large,
    ] {
        let view = looks(Problem::Logo(problem));
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
    use audit_log::{Row, View, Who};
    use domain::audit::{Action, ActionOutcome};
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
    let rows = Action::ALL.iter().zip(whos.iter().cycle()).enumerate();
    let full = View {
        rows: rows
            .map(|(number, (action, who))| Row {
                at: MAY,
                who: who.clone(),
                action: action.name().to_owned(),
                outcome: ActionOutcome::ALL[number % ActionOutcome::ALL.len()]
                    .name()
                    .to_owned(),
                request: (number == 0).then(|| id(1).to_string()),
                patient: (number < 3).then(|| format!("MRN-{number} & {MARKUP}")),
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

fn keys() -> Vec<(String, Page)> {
    use api_keys::View;
    let keys = [(1, 0), (2, 40)]
        .map(|(number, days)| (ApiKeyId(Uuid::from_u128(number)), MAY + DAY * days))
        .to_vec();
    let made = View {
        keys: keys.clone(),
        made: Some("pc_xK3vQ0m5l8Zt1cYw7aRn9eGh2uJb4dFs6iPoTqLkMzA".into()),
    };
    let (asked, made_at) = keys[0];
    let some = View { keys, made: None };
    let mut pages: Vec<_> = [
        ("staff-keys", some),
        ("staff-keys-made", made),
        ("staff-keys-none", View::default()),
    ]
    .map(|(name, view)| (name.to_owned(), api_keys::page(&manager(), &view)))
    .into();
    let ask = api_keys::ask(&manager(), asked, made_at, &super::shown(false));
    pages.push(("staff-keys-revoke".to_owned(), ask));
    pages
}

fn callbacks() -> Vec<(String, Page)> {
    use callback::{Done, Problem, View};
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
        problem: Some(Problem::Address(problem)),
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
        (
            "-changed",
            View {
                problem: Some(Problem::ChangedMeanwhile),
                ..taken()
            },
        ),
    ]
    .map(|(name, view)| {
        let page = callback::page(&manager(), &view);
        (format!("staff-callback{name}"), page)
    })
    .into_iter()
    .chain(callback_questions())
    .collect()
}

fn callback_questions() -> Vec<(String, Page)> {
    let url = "https://clinic.example/patient-connect";
    let mut pages = Vec::new();
    for changed in [false, true] {
        let shown = super::shown(changed);
        let ask = callback::ask_secret(&manager(), url, &shown);
        pages.push((format!("staff-callback-ask-secret-{changed}"), ask));
        let ask = callback::ask_remove(&manager(), url, &shown);
        pages.push((format!("staff-callback-ask-remove-{changed}"), ask));
    }
    pages
}
