//! What a new password is told, wherever one is chosen.

use domain::password::{PasswordError, Weakness};
use domain::policy;
use words::t;

/// What stands beneath the field's label.
pub(super) fn hint() -> String {
    t!("password-new-hint", min = *policy::PASSWORD.start())
}

/// Why it was refused, and what would help.
pub fn message(error: PasswordError) -> String {
    match error {
        PasswordError::Empty => t!("password-empty"),
        PasswordError::TooShort => t!("password-too-short", min = *policy::PASSWORD.start()),
        PasswordError::TooLong => t!("password-too-long", max = *policy::PASSWORD.end()),
        PasswordError::Guessable(weakness) => guessable(weakness),
    }
}

fn guessable(weakness: Weakness) -> String {
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
