//! `/staff/account`: one's own password, authenticator and sessions.

use super::proof;
use super::sign_in_code;
use crate::components::{
    Button, ButtonLink, Document, ErrorSummary, Frame, Kind, Messages, Notice, Place, Room,
    TextField, Tone, Weight, document,
};
use crate::page::Page;
use crate::pages::account::sign_in;
use crate::pages::password::{self, NewPassword};
use domain::password::PasswordError;
use domain::policy;
use domain::timestamp::Timestamp;
use domain::zone::Zone;
use leptos::prelude::*;
use words::Wording;
use words::t;

/// Why nothing was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    OldPassword(sign_in::Problem),
    NewPassword(PasswordError),
    /// The password that new recovery codes are asked for with.
    Recovery(sign_in::Problem),
    /// The code beside it.
    RecoveryCode(sign_in_code::Problem),
}

#[derive(Clone, Debug, Default)]
pub struct View {
    pub name: String,
    pub email: String,
    /// Since when they have an authenticator, and how many recovery codes are left.
    pub authenticator: Option<(Timestamp, u32)>,
    /// The password was changed just now.
    pub changed: bool,
    pub problems: Vec<Problem>,
}

fn message(problem: Problem) -> (&'static str, Wording) {
    match problem {
        Problem::OldPassword(problem) => ("old_password", proof::message(problem)),
        Problem::NewPassword(error) => ("new_password", password::message(error)),
        Problem::Recovery(problem) => ("recovery_password", proof::message(problem)),
        Problem::RecoveryCode(problem) => (
            RECOVERY_CODE,
            sign_in_code::message(problem, sign_in_code::Way::App),
        ),
    }
}

pub fn page(frame: &Frame, view: &View) -> Page {
    let messages: Messages = view.problems.iter().copied().map(message).collect();
    let about = Document {
        errors: messages.any(),
        ..Document::new(Room::Staff(Place::Account), t!("staff-account-heading"))
    };
    document(frame, about, || {
        let changed = view.changed;
        view! {
            <ErrorSummary messages=&messages />
            {changed
                .then(|| view! { <Notice tone=Tone::Success>{t!("staff-account-changed")}</Notice> })}
            <div class="setting-up">
                <h1>{t!("staff-account-heading")}</h1>
                <dl>
                    <div>
                        <dt>{t!("staff-account-name")}</dt>
                        <dd>{view.name.clone()}</dd>
                    </div>
                    <div>
                        <dt>{t!("staff-account-email")}</dt>
                        <dd>{view.email.clone()}</dd>
                    </div>
                </dl>
                {new_password(&messages).into_any()}
                {authenticator(view.authenticator, frame.time_zone, &messages).into_any()}
                {sessions().into_any()}
            </div>
        }
    })
}

fn new_password(messages: &Messages) -> impl IntoView + use<> {
    view! {
        <h2>{t!("staff-account-password")}</h2>
        <form method="post" action="/staff/account/password" novalidate>
            <TextField
                name="old_password"
                label=t!("staff-account-old")
                kind=Kind::Password
                error=messages.at("old_password")
                autocomplete="current-password"
            />
            <NewPassword name="new_password" label=t!("staff-account-new") messages=messages />
            <Button>{t!("staff-account-change")}</Button>
        </form>
    }
}

fn authenticator(
    one: Option<(Timestamp, u32)>,
    zone: Zone,
    messages: &Messages,
) -> impl IntoView + use<> {
    let way = |words: Wording| {
        view! {
            <p>
                <ButtonLink href="/staff/authenticator" weight=Weight::Secondary>
                    {words}
                </ButtonLink>
            </p>
        }
    };
    let body = match one {
        None => view! {
            <p>{t!("staff-account-none")}</p>
            {way(t!("staff-account-set-up"))}
        }
        .into_any(),
        Some((since, left)) => view! {
            <p>{t!("staff-account-since", date = words::date(zone.at(since)))}</p>
            {way(t!("staff-account-replace"))}
            {codes_left(left)}
            {recovery(messages)}
        }
        .into_any(),
    };
    view! {
        <h2>{t!("staff-account-authenticator")}</h2>
        {body}
    }
}

fn codes_left(left: u32) -> impl IntoView {
    let words = t!("staff-account-left", left = left);
    if left > policy::RECOVERY_CODES_FEW {
        return view! { <p>{words}</p> }.into_any();
    }
    view! {
        <Notice tone=Tone::Warning>
            <p>{words} " " {t!("staff-account-few")}</p>
        </Notice>
    }
    .into_any()
}

/// The field for the code that new recovery codes are asked for with.
const RECOVERY_CODE: &str = "recovery_code";

fn recovery(messages: &Messages) -> impl IntoView + use<> {
    view! {
        <form method="post" action="/staff/account/recovery-codes" novalidate>
            <TextField
                name="recovery_password"
                label=t!("staff-account-old")
                kind=Kind::Password
                hint=Some(t!("staff-account-renew-what"))
                error=messages.at("recovery_password")
                autocomplete="current-password"
            />
            {proof::second_factor(RECOVERY_CODE, t!("prove-code"), messages)}
            <Button weight=Weight::Secondary>{t!("staff-account-renew")}</Button>
        </form>
    }
}

fn sessions() -> impl IntoView {
    view! {
        <h2>{t!("staff-account-sessions")}</h2>
        <p>{t!("staff-account-everywhere-what")}</p>
        <form method="post" action="/staff/account/sign-out-everywhere">
            <Button weight=Weight::Warning>{t!("staff-account-everywhere")}</Button>
        </form>
    }
}
