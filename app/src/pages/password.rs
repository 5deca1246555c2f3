//! The fields in which a new password is chosen, and what the page says about it.

use crate::components::{Kind, Messages, TextField};
use domain::password::{PasswordError, Weakness};
use domain::policy;
use leptos::prelude::*;
use words::Wording;
use words::t;

/// The field of a new password.
#[component]
pub(super) fn NewPassword<'a>(
    #[prop(default = "password")] name: &'static str,
    #[prop(into)] label: Wording,
    messages: &'a Messages,
) -> impl IntoView + use<> {
    view! {
        <TextField
            name=name
            label=label
            kind=Kind::Password
            hint=Some(t!("password-new-hint", min = *policy::PASSWORD.start()))
            error=messages.at(name)
            autocomplete="new-password"
        />
    }
}

/// The address of the account, read-only, so that a password manager keeps the new password for it.
#[component]
pub(super) fn AccountAddress(#[prop(into)] email: String) -> impl IntoView {
    view! {
        <div class="field">
            <label for="email">{t!("email-label")}</label>
            <input id="email" name="email" type="email" value=email autocomplete="username" readonly />
        </div>
    }
}

/// Why it was refused, and what would help.
pub fn message(error: PasswordError) -> Wording {
    match error {
        PasswordError::Empty => t!("password-empty"),
        PasswordError::TooShort => t!("password-too-short", min = *policy::PASSWORD.start()),
        PasswordError::TooLong => t!("password-too-long", max = *policy::PASSWORD.end()),
        PasswordError::Guessable(weakness) => guessable(weakness),
    }
}

fn guessable(weakness: Weakness) -> Wording {
    match weakness {
        Weakness::Common => t!("password-common"),
        Weakness::Personal => t!("password-personal"),
        Weakness::Word => t!("password-word"),
        Weakness::Name => t!("password-name"),
        Weakness::Keys => t!("password-keys"),
        Weakness::Repeats => t!("password-repeats"),
        Weakness::Sequence => t!("password-sequence"),
        Weakness::Date => t!("password-date"),
        Weakness::Short => t!("password-short"),
    }
}
