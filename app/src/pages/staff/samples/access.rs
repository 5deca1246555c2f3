//! The desk's doors, its lock and one's own account, in every state.

use super::{MARKUP, robin};
use crate::page::Page;
use crate::pages::account::sign_in::Problem as Proof;
use crate::pages::samples::{MAY, stranger};
use crate::pages::staff::account::authenticator;
use crate::pages::staff::account::forgot_password;
use crate::pages::staff::account::locked;
use crate::pages::staff::account::own;
use crate::pages::staff::account::prove;
use crate::pages::staff::account::sign_in;
use crate::pages::staff::account::sign_in_code::{self, Way};
use domain::address::AddressError;
use domain::password::{PasswordError, Weakness};

pub fn all() -> Vec<(String, Page)> {
    let mut pages = sign_ins();
    pages.extend(codes());
    pages.extend(authenticators());
    pages.extend(accounts());
    pages.extend(locks());
    pages.extend(forgotten());
    pages.extend(proofs());
    pages
}

const PROOFS: [Proof; 4] = [
    Proof::NoPassword,
    Proof::Wrong,
    Proof::Locked { seconds: 120 },
    Proof::Unavailable,
];

fn codes() -> Vec<(String, Page)> {
    use sign_in_code::{Problem, View, page};
    let mut states = Vec::new();
    for way in [Way::App, Way::Recovery] {
        states.push((format!("{way:?}"), View { way, problem: None }));
        for problem in [
            Problem::Empty,
            Problem::Shape,
            Problem::Wrong { now: MAY },
            Problem::Locked { seconds: 120 },
            Problem::Unavailable,
        ] {
            let name = match problem {
                Problem::Wrong { .. } => "Some(Wrong)".to_owned(),
                problem => format!("{:?}", Some(problem)),
            };
            let problem = Some(problem);
            states.push((format!("{way:?}-{name}"), View { way, problem }));
        }
    }
    states
        .into_iter()
        .map(|(state, view)| (format!("staff-code-{state}"), page(&stranger(), &view)))
        .collect()
}

fn authenticators() -> Vec<(String, Page)> {
    use authenticator::{Problem, View, Who, page, recovery_codes};
    let secret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
    let view = View {
        who: Who::SigningIn,
        secret: secret.into(),
        address: Some(format!(
            "otpauth://totp/City%20Clinic:robin%40clinic.example?secret={secret}"
        )),
        problem: None,
    };
    let at_desk = |replaces| View {
        who: Who::AtTheDesk { replaces },
        ..view.clone()
    };
    let mut pages = vec![
        ("at-door".to_owned(), page(&stranger(), &view)),
        ("at-desk".to_owned(), page(&robin(), &at_desk(false))),
        ("replaces".to_owned(), page(&robin(), &at_desk(true))),
    ];
    let wrong = sign_in_code::Problem::Wrong { now: MAY };
    let problems = PROOFS.map(Problem::Password);
    for problem in problems.into_iter().chain([Problem::Code(wrong)]) {
        let view = View {
            address: None,
            problem: Some(problem),
            ..at_desk(false)
        };
        pages.push((format!("{problem:?}"), page(&robin(), &view)));
    }
    let replacing = View {
        problem: Some(Problem::CurrentCode(wrong)),
        ..at_desk(true)
    };
    pages.push(("CurrentCode".to_owned(), page(&robin(), &replacing)));
    let codes = vec!["JKYZ-QNMN-VHRX".to_owned(); 10];
    pages.push((
        "recovery-codes".to_owned(),
        recovery_codes(&robin(), &codes),
    ));
    pages
        .into_iter()
        .map(|(state, page)| (format!("staff-authenticator-{state}"), page))
        .collect()
}

fn accounts() -> Vec<(String, Page)> {
    use own::{Problem, View, page};
    let view = View {
        name: MARKUP.into(),
        email: "robin@clinic.example".into(),
        ..View::default()
    };
    let with = |left| View {
        authenticator: Some((MAY, left)),
        ..view.clone()
    };
    let mut states = vec![
        (String::new(), view.clone()),
        ("-authenticator".to_owned(), with(10)),
        ("-few-codes".to_owned(), with(3)),
        ("-one-code".to_owned(), with(1)),
        ("-no-codes".to_owned(), with(0)),
    ];
    let changed = View {
        changed: true,
        ..with(10)
    };
    states.push(("-changed".to_owned(), changed));
    let guessable = PasswordError::Guessable(Weakness::Personal);
    let mut problems = vec![
        Problem::NewPassword(PasswordError::TooShort),
        Problem::NewPassword(guessable),
    ];
    problems.extend(PROOFS.map(Problem::OldPassword));
    problems.extend(PROOFS.map(Problem::Recovery));
    problems.push(Problem::RecoveryCode(sign_in_code::Problem::Empty));
    for problem in problems {
        let view = View {
            problems: vec![problem],
            ..with(10)
        };
        states.push((format!("-{problem:?}"), view));
    }
    states
        .into_iter()
        .map(|(state, view)| (format!("staff-account{state}"), page(&robin(), &view)))
        .collect()
}

fn locks() -> Vec<(String, Page)> {
    use locked::{Sent, View, page};
    let view = View {
        name: MARKUP.into(),
        ..View::default()
    };
    let mut states = vec![(String::new(), view.clone())];
    for sent in [Sent::Kept, Sent::TooLarge] {
        let view = View {
            sent,
            ..view.clone()
        };
        states.push((format!("-{sent:?}"), view));
    }
    for problem in PROOFS {
        let view = View {
            problem: Some(problem),
            ..view.clone()
        };
        states.push((format!("-{problem:?}"), view));
    }
    states
        .into_iter()
        .map(|(state, view)| (format!("staff-locked{state}"), page(&stranger(), &view)))
        .collect()
}

fn sign_ins() -> Vec<(String, Page)> {
    use sign_in::Problem;
    [
        ("", vec![]),
        ("-empty", vec![Problem::NoEmail, Problem::NoPassword]),
        ("-wrong", vec![Problem::Wrong]),
        ("-locked", vec![Problem::Locked { seconds: 120 }]),
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

fn forgotten() -> Vec<(String, Page)> {
    use forgot_password::{AskProblem, View, page};
    let ask = |problem| View::Ask {
        email: MARKUP.into(),
        problem,
    };
    [
        ("ask", ask(None)),
        ("shape", ask(Some(AskProblem::Email(AddressError::Shape)))),
        ("slow-down", ask(Some(AskProblem::SlowDown))),
        ("unavailable", ask(Some(AskProblem::Unavailable))),
        ("sent", View::Sent),
        ("no-mail", View::NoMail),
    ]
    .into_iter()
    .map(|(state, view)| (format!("staff-forgot-{state}"), page(&stranger(), &view)))
    .collect()
}

fn proofs() -> Vec<(String, Page)> {
    use prove::{Factor, Problem, View, page};
    let mut views = vec![View::default()];
    for factor in [Factor::None, Factor::Code, Factor::Missing] {
        views.push(View {
            factor,
            kept: true,
            problem: None,
        });
    }
    let code = Problem::Code(sign_in_code::Problem::Wrong { now: MAY });
    for problem in PROOFS.map(Problem::Password).into_iter().chain([code]) {
        views.push(View {
            factor: Factor::Code,
            kept: true,
            problem: Some(problem),
        });
    }
    let named = |(number, view): (usize, View)| {
        let page = page(&robin(), &view);
        (format!("staff-prove-{number}"), page)
    };
    views.into_iter().enumerate().map(named).collect()
}
