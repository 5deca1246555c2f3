//! What somebody else saved while a section was open.

use super::{Form, yes_or_no};
use crate::components::{Notice, Tone};
use domain::challenge::AnswerMode;
use leptos::prelude::*;
use words::t;

/// Where the page says what somebody else saved.
pub(super) const STORED: &str = "stored";

/// What is stored now, where that is not what was typed.
pub(super) fn differences(typed: &Form, stored: &Form) -> impl IntoView + use<> {
    let rows: Vec<_> = [
        (t!("settings-name"), &typed.name, &stored.name),
        (
            t!("settings-description"),
            &typed.description,
            &stored.description,
        ),
        (t!("time-zone"), &typed.time_zone, &stored.time_zone),
        (t!("settings-phone"), &typed.phone, &stored.phone),
        (
            t!("settings-hours"),
            &typed.opening_hours,
            &stored.opening_hours,
        ),
        (t!("settings-email"), &typed.email, &stored.email),
        (t!("settings-address"), &typed.address, &stored.address),
        (t!("settings-accent"), &typed.accent, &stored.accent),
        (
            t!("settings-success-label"),
            &typed.success_message,
            &stored.success_message,
        ),
        (
            t!("settings-privacy"),
            &typed.privacy_url,
            &stored.privacy_url,
        ),
        (t!("settings-terms"), &typed.terms_url, &stored.terms_url),
        (
            t!("settings-lifetime"),
            &typed.lifetime_days,
            &stored.lifetime_days,
        ),
        (
            t!("settings-wrong-answers"),
            &typed.wrong_answers,
            &stored.wrong_answers,
        ),
        (
            t!("settings-answers"),
            &answers(&typed.answer_mode),
            &answers(&stored.answer_mode),
        ),
        (
            t!("settings-staff-authenticator"),
            &authenticator(&typed.staff_authenticator),
            &authenticator(&stored.staff_authenticator),
        ),
        (
            t!("settings-reminders"),
            &on_or_off(&typed.reminders),
            &on_or_off(&stored.reminders),
        ),
    ]
    .into_iter()
    .filter(|(_, typed, stored)| typed.replace("\r\n", "\n") != **stored)
    .map(|(field, _, stored)| {
        let stored = if stored.is_empty() {
            t!("settings-changed-empty")
        } else {
            stored.clone()
        };
        view! {
            <div>
                <dt>{field}</dt>
                <dd>{stored}</dd>
            </div>
        }
    })
    .collect();
    view! {
        <section id=STORED tabindex="-1">
            <Notice tone=Tone::Warning title=Some(t!("settings-changed-heading"))>
                <p>{t!("settings-changed-what")}</p>
                <dl class="facts">{rows}</dl>
            </Notice>
        </section>
    }
}

fn answers(mode: &str) -> String {
    if mode == AnswerMode::Lenient.name() {
        t!("settings-answers-lenient")
    } else {
        t!("settings-answers-strict")
    }
}

fn authenticator(needed: &str) -> String {
    if needed == yes_or_no(true) {
        t!("settings-staff-authenticator-yes")
    } else {
        t!("settings-staff-authenticator-no")
    }
}

fn on_or_off(reminders: &str) -> String {
    if reminders.is_empty() {
        t!("settings-changed-off")
    } else {
        t!("settings-changed-on")
    }
}
