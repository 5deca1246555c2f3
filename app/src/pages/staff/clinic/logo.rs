//! The part of the settings page with the clinic's logo: a form of its own, as it sends a file.

use crate::components::{Button, Field, Messages, Weight, described_by};
use domain::application::Logo;
use domain::policy;
use leptos::prelude::*;
use words::Wording;
use words::t;

/// The field that takes the picture.
pub const FILE: &str = "logo";

/// Why a file is no logo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    NoFile,
    /// No PNG or JPEG that can be read.
    NoPicture,
    /// Too many bytes.
    Heavy,
    /// Too many pixels.
    Large,
}

pub fn message(problem: Problem) -> Wording {
    match problem {
        Problem::NoFile => t!("settings-logo-none"),
        Problem::NoPicture => t!("settings-logo-no-picture"),
        Problem::Heavy => t!("settings-logo-heavy", kilobytes = kilobytes()),
        Problem::Large => t!("settings-logo-large", side = policy::LOGO_SIDE.to_string()),
    }
}

fn kilobytes() -> usize {
    policy::LOGO_BYTES / 1024
}

pub fn form(logo: Option<&Logo>, messages: &Messages) -> impl IntoView + use<> {
    let hint = t!(
        "settings-logo-hint",
        kilobytes = kilobytes(),
        side = policy::LOGO_SIDE.to_string()
    );
    let error = messages.at(FILE);
    let described = described_by(FILE, true, error.is_some());
    let wrong = error.is_some().then_some("true");
    view! {
        <h3>{t!("settings-logo-heading")}</h3>
        <p>{t!("settings-logo-about")}</p>
        {logo.map(now)}
        <form method="post" action="/staff/settings/logo" enctype="multipart/form-data" novalidate>
            <Field name=FILE label=t!("settings-logo-file") hint=Some(hint) error=error>
                <input
                    type="file"
                    id=FILE
                    name=FILE
                    accept="image/png,image/jpeg"
                    aria-describedby=described
                    aria-invalid=wrong
                />
            </Field>
            <Button weight=Weight::Secondary>{t!("settings-logo-add")}</Button>
        </form>
    }
}

fn now(logo: &Logo) -> impl IntoView + use<> {
    view! {
        <p class="clinic-logo">
            <img
                src=logo.path()
                width=logo.width
                height=logo.height
                alt=t!("settings-logo-now")
            />
        </p>
        <form method="post" action="/staff/settings/logo/remove">
            <Button weight=Weight::Warning>{t!("settings-logo-remove")}</Button>
        </form>
    }
}
