//! Why something that was asked for was not done.

use super::super::new_request::may_not;
use crate::components::{Messages, PAGE};
use domain::application::MayNotConnect;
use domain::new_request::FieldError;
use words::Wording;
use words::t;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    Email(FieldError),
    /// The last mail is still on its way.
    AlreadyQueued,
    /// The code no longer works, so there is nothing to send.
    CodeOver,
    /// Its patient is connected, so it cannot be cancelled.
    Connected,
    /// It was cancelled or replaced in the meantime.
    Over,
    MayNot(MayNotConnect),
    Unavailable,
}

/// Where the summary leads when the mail, and not its address, is the matter.
pub(super) const MAIL: &str = "mail";

pub(super) fn of(problem: Option<&Problem>) -> Messages {
    problem.map(message).into_iter().collect()
}

fn message(problem: &Problem) -> (&'static str, Wording) {
    match problem {
        Problem::Email(error) => ("email", address(*error)),
        Problem::AlreadyQueued => (MAIL, t!("request-already-queued")),
        Problem::CodeOver => (PAGE, t!("request-nothing-to-send")),
        Problem::MayNot(why) => (PAGE, may_not(*why)),
        Problem::Unavailable => (PAGE, t!("request-unavailable")),
        Problem::Connected => (PAGE, t!("request-connected")),
        Problem::Over => (PAGE, t!("request-already-over")),
    }
}

fn address(error: FieldError) -> Wording {
    match error {
        FieldError::Empty => t!("request-email-empty"),
        FieldError::TooLong { max } => t!("email-too-long", max = max),
        FieldError::Invisible
        | FieldError::BlankAtAnEnd
        | FieldError::Shape
        | FieldError::Guessable(_) => {
            t!("email-shape")
        }
    }
}
