//! Proving once more that it is oneself: what a password's field says at a desk that is open or locked, and the field
//! for the second factor.

use crate::components::{Messages, TextField};
use crate::pages::account::sign_in::{Problem, locked};
use leptos::prelude::*;
use words::Wording;
use words::t;

/// Why the password was not taken.
pub(super) fn message(problem: Problem) -> Wording {
    match problem {
        Problem::NoEmail | Problem::NoPassword => t!("password-empty"),
        Problem::Wrong => t!("proof-wrong"),
        Problem::Locked { seconds } => locked(seconds),
        Problem::Unavailable => t!("sign-in-unavailable"),
    }
}

/// The field for six digits or a recovery code. What was typed is not shown again: it works once.
pub(super) fn second_factor(
    name: &'static str,
    label: Wording,
    messages: &Messages,
) -> impl IntoView + use<> {
    view! {
        <TextField
            name=name
            label=label
            hint=Some(t!("prove-code-hint"))
            error=messages.at(name)
            autocomplete="one-time-code"
        />
    }
}
