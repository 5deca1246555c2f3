//! Proving once more that it is oneself: what a password's field says at a desk that is open or locked.

use crate::pages::account::sign_in::{Problem, locked};
use words::t;

/// Why the password was not taken.
pub(super) fn message(problem: Problem) -> String {
    match problem {
        Problem::NoEmail | Problem::NoPassword => t!("password-empty"),
        Problem::Wrong => t!("proof-wrong"),
        Problem::Locked { seconds } => locked(seconds),
        Problem::Unavailable => t!("sign-in-unavailable"),
    }
}
