//! `/account/second-step`: the authenticator app of a person who wants a second step, and their recovery codes.

use super::sign_in_code::{self, code};
use super::{details, sign_in};
use crate::components::{
    Button, ButtonLink, Document, ErrorSummary, Frame, Kind, Messages, Notice, Room, TextField,
    Tone, Weight, document,
};
use crate::page::Page;
use crate::pages::staff::requests::qr;
use domain::authenticator::grouped;
use domain::policy;
use domain::timestamp::Timestamp;
use domain::zone::Zone;
use leptos::prelude::*;
use words::t;

/// Why nothing was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    Password(sign_in::Problem),
    Code(sign_in_code::Problem),
}

/// Two forms ask for the same proof, each on a page of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    Renew,
    Remove,
}

#[derive(Clone, Debug, Default)]
pub struct View {
    /// Since when it is on, and how many recovery codes are left.
    pub on: Option<(Timestamp, u32)>,
    /// It was switched off just now.
    pub removed: bool,
}

pub fn page(frame: &Frame, view: &View) -> Page {
    let about = Document {
        times_out: true,
        ..Document::new(Room::Patient, t!("second-step-heading"))
    };
    document(frame, about, || {
        let removed = view.removed.then(|| {
            view! {
                <Notice tone=Tone::Success>
                    <p>{t!("second-step-removed")}</p>
                </Notice>
            }
        });
        let state = match view.on {
            Some((since, left)) => on(since, left).into_any(),
            None => view! {
                <p>{t!("second-step-off")}</p>
                <p>
                    <ButtonLink href="/account/second-step/set-up">
                        {t!("second-step-set-up")}
                    </ButtonLink>
                </p>
            }
            .into_any(),
        };
        view! {
            <p class="back">
                <a href="/account">{t!("records-back")}</a>
            </p>
            <h1>{t!("second-step-heading")}</h1>
            {removed}
            <p>{t!("second-step-what")}</p>
            <p>
                {t!("second-step-passkey")} " " <a href="/account/passkeys">{t!("passkeys-heading")}</a>
            </p>
            {state}
        }
    })
}

fn on(since: Timestamp, left: u32) -> impl IntoView {
    let few = (left <= policy::RECOVERY_CODES_FEW).then(|| t!("second-step-few"));
    let since = t!("second-step-since", date = words::date(Zone::UTC.at(since)));
    view! {
        <p>
            <strong>{since}</strong>
        </p>
        <p>{t!("second-step-left", left = left)} " " {few}</p>
        <div class="decision">
            <ButtonLink href="/account/second-step/recovery-codes" weight=Weight::Secondary>
                {t!("second-step-renew-heading")}
            </ButtonLink>
            <ButtonLink href="/account/second-step/off" weight=Weight::Warning>
                {t!("second-step-remove-link")}
            </ButtonLink>
        </div>
    }
}

fn messages(problem: Option<Problem>) -> Messages {
    let message = |problem| match problem {
        Problem::Password(problem) => ("password", details::old(&problem)),
        Problem::Code(problem) => ("code", sign_in_code::message(problem)),
    };
    problem.map(message).into_iter().collect()
}

fn password(messages: &Messages) -> impl IntoView + use<> {
    view! {
        <TextField
            name="password"
            label=t!("second-step-password")
            kind=Kind::Password
            error=messages.at("password")
            autocomplete="current-password"
        />
    }
}

fn back() -> impl IntoView {
    view! {
        <p class="back">
            <a href="/account/second-step">{t!("second-step-back")}</a>
        </p>
    }
}

/// A form that asks for both proofs.
pub fn change(frame: &Frame, what: Change, problem: Option<Problem>) -> Page {
    let messages = messages(problem);
    let (heading, effect, act, path, weight) = match what {
        Change::Renew => (
            t!("second-step-renew-heading"),
            t!("second-step-renew-what"),
            t!("second-step-renew"),
            "/account/second-step/recovery-codes",
            Weight::Primary,
        ),
        Change::Remove => (
            t!("second-step-remove-heading"),
            t!("second-step-remove-what"),
            t!("second-step-remove"),
            "/account/second-step/off",
            Weight::Warning,
        ),
    };
    let about = Document {
        errors: messages.any(),
        times_out: true,
        ..Document::new(Room::Patient, heading.clone())
    };
    document(frame, about, || {
        view! {
            {back()}
            <ErrorSummary messages=&messages />
            <h1>{heading}</h1>
            <p>{effect}</p>
            <form method="post" action=path novalidate>
                {password(&messages)} {code(&messages, t!("second-step-code"), None)}
                <Button weight=weight>{act}</Button>
            </form>
        }
    })
}

/// An app that is being set up.
#[derive(Clone, Debug, Default)]
pub struct SetUp {
    /// In letters and numbers, as people type it.
    pub secret: String,
    /// What the QR code holds.
    pub address: Option<String>,
    pub problem: Option<Problem>,
}

pub fn set_up(frame: &Frame, view: &SetUp) -> Page {
    let messages = messages(view.problem);
    let about = Document {
        errors: messages.any(),
        times_out: true,
        ..Document::new(Room::Patient, t!("second-step-app-heading"))
    };
    document(frame, about, || {
        view! {
            {back()}
            <ErrorSummary messages=&messages />
            <h1>{t!("second-step-app-heading")}</h1>
            <form method="post" action="/account/second-step/set-up" novalidate>
                <ol>
                    <li>{t!("second-step-app")}</li>
                    <li>{t!("second-step-scan")} {secret(view).into_any()}</li>
                    <li>{t!("second-step-enter")}</li>
                </ol>
                {code(&messages, t!("second-step-digits"), None)} {password(&messages)}
                <Button>{t!("second-step-confirm")}</Button>
            </form>
        }
    })
}

fn secret(view: &SetUp) -> impl IntoView + use<> {
    let picture = view
        .address
        .as_ref()
        .and_then(|address| qr::picture(address, t!("second-step-qr")));
    let secret = grouped(&view.secret, " ");
    view! {
        <div class="authenticator">
            {picture}
            <p>{t!("second-step-secret")}</p>
            <p>
                <code>{secret}</code>
            </p>
        </div>
    }
}

/// The codes, shown this once.
pub fn recovery_codes(frame: &Frame, codes: &[String]) -> Page {
    let about = Document::new(Room::Patient, t!("second-step-codes-heading"));
    document(frame, about, || {
        let codes = codes
            .iter()
            .map(|code| view! { <li><code>{code.clone()}</code></li> })
            .collect_view();
        view! {
            <h1>{t!("second-step-codes-heading")}</h1>
            <p>{t!("second-step-codes-what")}</p>
            <ol class="recovery-codes">{codes}</ol>
            <p>{t!("second-step-codes-once")}</p>
            <p>
                <ButtonLink href="/account/second-step">{t!("second-step-codes-kept")}</ButtonLink>
            </p>
        }
    })
}
