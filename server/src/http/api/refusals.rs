//! What each refusal of a use case reads like.

use crate::http::problem::{About, FieldProblem, Kind, NOT_FOUND, Problem};
use axum::http::StatusCode;
use domain::application::MayNotConnect;
use domain::new_request::{self, Field, FieldError};
use service::{
    CreateRejection, DeleteRejection, EventsRejection, Failure, Holder, LetterRejection,
    ReissueRejection, RenameRejection,
};
use words::letter::Unprintable;

const APPLICATION_IS_MOBILE: Kind = Kind::new(
    StatusCode::FORBIDDEN,
    "application-is-mobile",
    "The connect methods are not available for mobile applications.",
);
const CONNECT_METHODS_NOT_SELECTED: Kind = Kind::new(
    StatusCode::FORBIDDEN,
    "connect-methods-not-selected",
    "The connect methods were not selected for this application.",
);
const EXTERNAL_ID_TAKEN: Kind = Kind::new(
    StatusCode::CONFLICT,
    "external-id-taken",
    "Another request holds this external id. Delete or reissue that one.",
);
const CONNECTED: Kind = Kind::new(
    StatusCode::CONFLICT,
    "connected",
    "Somebody is connected by this request. It can be reissued.",
);
const OVER: Kind = Kind::new(
    StatusCode::CONFLICT,
    "over",
    "This request was replaced or deleted.",
);
const CODE_OVER: Kind = Kind::new(
    StatusCode::GONE,
    "code-over",
    "The code does not work any more, so there is no letter. Reissue the request.",
);
const UNPRINTABLE: Kind = Kind::new(
    StatusCode::UNPROCESSABLE_ENTITY,
    "unprintable",
    "There is no PDF of this letter; the desk's page can print it from the browser.",
);
const KEY_REUSED: Kind = Kind::new(
    StatusCode::UNPROCESSABLE_ENTITY,
    "idempotency-key-reused",
    "This Idempotency-Key came before with another body.",
);
const KEY_OVER: Kind = Kind::new(
    StatusCode::CONFLICT,
    "idempotency-key-over",
    "This Idempotency-Key made a request whose code does not work any more.",
);
const CURSOR_GONE: Kind = Kind::new(
    StatusCode::GONE,
    "cursor-gone",
    "Events after this cursor are not kept any more.",
);
const TOO_MANY_WAITING: Kind = Kind::new(
    StatusCode::TOO_MANY_REQUESTS,
    "too-many-waiting",
    "As many calls of this application wait for events already as may.",
);

impl<R: Into<Problem>> From<Failure<R>> for Problem {
    fn from(failure: Failure<R>) -> Self {
        match failure {
            Failure::Rejected(refusal) => refusal.into(),
            Failure::Internal(fault) => fault.into(),
        }
    }
}

impl From<MayNotConnect> for Problem {
    fn from(why: MayNotConnect) -> Self {
        Self::new(match why {
            MayNotConnect::Mobile => APPLICATION_IS_MOBILE,
            MayNotConnect::MethodsNotSelected => CONNECT_METHODS_NOT_SELECTED,
        })
    }
}

impl From<CreateRejection> for Problem {
    fn from(refusal: CreateRejection) -> Self {
        match refusal {
            CreateRejection::Invalid(problems) => {
                Self::invalid(problems.into_iter().map(misfit).collect())
            }
            CreateRejection::Taken(holder) => taken(holder),
            CreateRejection::MayNot(why) => why.into(),
            CreateRejection::KeyReused => Self::new(KEY_REUSED),
            CreateRejection::KeyOver => Self::new(KEY_OVER),
        }
    }
}

impl From<RenameRejection> for Problem {
    fn from(refusal: RenameRejection) -> Self {
        match refusal {
            RenameRejection::Invalid(error) => Self::invalid(vec![misfit(new_request::Problem {
                field: Field::ExternalId,
                error,
            })]),
            RenameRejection::Taken(holder) => taken(holder),
            RenameRejection::MayNot(why) => why.into(),
            RenameRejection::NotFound => Self::new(NOT_FOUND),
            RenameRejection::Over | RenameRejection::Changed => Self::new(OVER),
        }
    }
}

impl From<DeleteRejection> for Problem {
    fn from(refusal: DeleteRejection) -> Self {
        match refusal {
            DeleteRejection::MayNot(why) => why.into(),
            DeleteRejection::NotFound => Self::new(NOT_FOUND),
            DeleteRejection::Connected => Self::new(CONNECTED),
            DeleteRejection::Over => Self::new(OVER),
        }
    }
}

impl From<ReissueRejection> for Problem {
    fn from(refusal: ReissueRejection) -> Self {
        match refusal {
            ReissueRejection::MayNot(why) => why.into(),
            ReissueRejection::NotFound => Self::new(NOT_FOUND),
            ReissueRejection::Over => Self::new(OVER),
        }
    }
}

impl From<LetterRejection> for Problem {
    fn from(refusal: LetterRejection) -> Self {
        match refusal {
            LetterRejection::NotFound => Self::new(NOT_FOUND),
            LetterRejection::Over(request) if !request.holds_external_id() => Self::new(OVER),
            LetterRejection::Over(_) => Self::new(CODE_OVER),
            LetterRejection::Unprintable(Unprintable::Sign(sign)) => {
                Self::new(UNPRINTABLE).detail(format!("The font has no sign {sign:?}."))
            }
            LetterRejection::Unprintable(Unprintable::Form) => Self::new(UNPRINTABLE),
        }
    }
}

impl From<EventsRejection> for Problem {
    fn from(refusal: EventsRejection) -> Self {
        match refusal {
            EventsRejection::CursorTooOld { oldest } => Self::new(CURSOR_GONE).about(About {
                oldest_cursor: Some(oldest.to_string()),
                ..About::default()
            }),
            EventsRejection::CursorAhead => Self::invalid(vec![FieldProblem::new(
                "after",
                "ahead",
                "The log has not reached this cursor.",
            )]),
            EventsRejection::TooManyWaiting => Self::new(TOO_MANY_WAITING),
        }
    }
}

fn taken(holder: Holder) -> Problem {
    Problem::new(EXTERNAL_ID_TAKEN).about(About {
        connect_request_id: Some(holder.id.0),
        created_at: Some(holder.made_at.rfc3339()),
        ..About::default()
    })
}

/// A field of the domain's that does not fit.
pub fn misfit(problem: new_request::Problem) -> FieldProblem {
    let (code, message) = match problem.error {
        FieldError::Empty => ("empty", "Must not be empty.".to_owned()),
        FieldError::TooLong { max } => ("too-long", format!("At most {max} characters.")),
        FieldError::Guessable(_) => ("guessable", "Must not be easy to guess.".to_owned()),
        FieldError::Invisible => (
            "invisible",
            "Must not hold characters that cannot be seen.".to_owned(),
        ),
        FieldError::BlankAtAnEnd => (
            "blank-at-an-end",
            "Must not start or end with a blank.".to_owned(),
        ),
        FieldError::Shape => ("malformed", shape(problem.field).to_owned()),
    };
    FieldProblem::new(problem.field.name(), code, message)
}

const fn shape(field: Field) -> &'static str {
    match field {
        Field::Email => "Must be an e-mail address.",
        Field::Language => "Must be a language tag, as \"en\" or \"es-MX\".",
        Field::CallbackUrl => "Must be an https address without user or password.",
        _ => "Does not have the form it must have.",
    }
}
