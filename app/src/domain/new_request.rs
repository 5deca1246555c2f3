//! What it takes to make a connect request: every door's input, read by one set of rules.

use super::challenge::{AnswerMode, FoldedAnswer, Question};
use super::policy;
use super::text::{self, AddressError, TextError};

/// The fields as they came in; kept so that a refused form can be shown again.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Draft {
    pub friendly_name: String,
    pub question: String,
    pub answer: String,
    pub external_id: String,
    /// Empty for a letter only.
    pub email: String,
    /// Empty for English.
    pub language: String,
    pub callback_url: String,
    /// Why a short answer is good enough; asked for at the desk only.
    pub short_answer_reason: String,
}

/// Which door the draft came by: the desk asks for more than the wire does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Door {
    Desk,
    Wire,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    ExternalId,
    FriendlyName,
    Question,
    Answer,
    Email,
    Language,
    CallbackUrl,
    ShortAnswerReason,
}

impl Field {
    /// Its name in forms and in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::ExternalId => "external_id",
            Self::FriendlyName => "friendly_name",
            Self::Question => "question",
            Self::Answer => "answer",
            Self::Email => "email",
            Self::Language => "language",
            Self::CallbackUrl => "callback_url",
            Self::ShortAnswerReason => "short_answer_reason",
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldError {
    Empty,
    TooLong {
        max: usize,
    },
    /// Control characters or marks that turn text around.
    Invisible,
    /// Not of the form its kind has: an address, a URL, a language.
    Shape,
    /// Shorter than the desk asks for, and no reason given.
    TooShort {
        min: usize,
    },
}

impl From<TextError> for FieldError {
    fn from(error: TextError) -> Self {
        match error {
            TextError::Empty => Self::Empty,
            TextError::TooLong { max } => Self::TooLong { max },
            TextError::Invisible => Self::Invisible,
        }
    }
}

impl From<AddressError> for FieldError {
    fn from(error: AddressError) -> Self {
        match error {
            AddressError::Text(error) => error.into(),
            AddressError::Shape => Self::Shape,
        }
    }
}

/// One field and what is wrong with it; there is at most one per field, in the order of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Problem {
    pub field: Field,
    pub error: FieldError,
}

/// A draft whose every field fits.
#[derive(Clone, PartialEq, Eq)]
pub struct NewRequest {
    pub friendly_name: String,
    pub question: Question,
    pub answer: FoldedAnswer,
    pub answer_mode: AnswerMode,
    pub external_id: String,
    pub email: Option<String>,
    pub language: String,
    pub callback_url: Option<String>,
    pub short_answer_reason: Option<String>,
}

impl NewRequest {
    /// Reads a draft under the application's answer mode, or names every field that does not fit.
    pub fn parse(draft: &Draft, mode: AnswerMode, door: Door) -> Result<Self, Vec<Problem>> {
        let mut problems = Vec::new();
        let mut note = |field, error| problems.push(Problem { field, error });

        let external_id = text::line(&draft.external_id, policy::EXTERNAL_ID_MAX)
            .map_err(|error| note(Field::ExternalId, error.into()));
        let friendly_name = text::line(&draft.friendly_name, policy::FRIENDLY_NAME_MAX)
            .map_err(|error| note(Field::FriendlyName, error.into()));
        let question =
            Question::parse(&draft.question).map_err(|error| note(Field::Question, error.into()));
        let short_answer_reason = optional(&draft.short_answer_reason)
            .map(|reason| text::line(reason, policy::QUESTION_MAX))
            .transpose()
            .map_err(|error| note(Field::ShortAnswerReason, error.into()));
        let answer = FoldedAnswer::parse(&draft.answer, mode)
            .map_err(FieldError::from)
            .and_then(|answer| long_enough(answer, draft, door))
            .map_err(|error| note(Field::Answer, error));
        let email = optional(&draft.email)
            .map(|email| text::email(email, policy::EMAIL_MAX))
            .transpose()
            .map_err(|error| note(Field::Email, error.into()));
        let language = language(&draft.language).map_err(|error| note(Field::Language, error));
        let callback_url = optional(&draft.callback_url)
            .map(callback_url)
            .transpose()
            .map_err(|error| note(Field::CallbackUrl, error));

        match (
            external_id,
            friendly_name,
            question,
            answer,
            email,
            language,
            callback_url,
            short_answer_reason,
        ) {
            (
                Ok(external_id),
                Ok(friendly_name),
                Ok(question),
                Ok(answer),
                Ok(email),
                Ok(language),
                Ok(callback_url),
                Ok(short_answer_reason),
            ) => Ok(Self {
                friendly_name,
                question,
                answer,
                answer_mode: mode,
                external_id,
                email,
                language,
                callback_url,
                short_answer_reason,
            }),
            _ => Err(problems),
        }
    }
}

fn optional(text: &str) -> Option<&str> {
    (!text.trim().is_empty()).then_some(text)
}

fn long_enough(
    answer: FoldedAnswer,
    draft: &Draft,
    door: Door,
) -> Result<FoldedAnswer, FieldError> {
    let short = draft.answer.trim().chars().count() < policy::DESK_ANSWER_LETTERS;
    if door == Door::Desk && short && optional(&draft.short_answer_reason).is_none() {
        return Err(FieldError::TooShort {
            min: policy::DESK_ANSWER_LETTERS,
        });
    }
    Ok(answer)
}

/// A language tag such as "en" or "es-MX"; English when empty.
fn language(input: &str) -> Result<String, FieldError> {
    let Some(tag) = optional(input).map(str::trim) else {
        return Ok("en".to_owned());
    };
    let mut parts = tag.split('-');
    let primary = parts
        .next()
        .is_some_and(|part| (2..=3).contains(&part.len()) && alphabetic(part));
    let rest = parts.all(|part| {
        (1..=8).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphanumeric())
    });
    if primary && rest && tag.len() <= 35 {
        Ok(tag.to_owned())
    } else {
        Err(FieldError::Shape)
    }
}

fn alphabetic(part: &str) -> bool {
    part.chars().all(|c| c.is_ascii_alphabetic())
}

fn callback_url(input: &str) -> Result<String, FieldError> {
    Ok(text::web_address(input, policy::WEB_ADDRESS_MAX)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft() -> Draft {
        Draft {
            friendly_name: "Emma's record".into(),
            question: "What was Emma's first word?".into(),
            answer: "banana".into(),
            external_id: "MRN-1".into(),
            ..Draft::default()
        }
    }

    fn refused(draft: &Draft, door: Door) -> Vec<(Field, FieldError)> {
        NewRequest::parse(draft, AnswerMode::Strict, door)
            .err()
            .unwrap_or_default()
            .into_iter()
            .map(|problem| (problem.field, problem.error))
            .collect()
    }

    #[test]
    fn every_field_that_does_not_fit_is_named_at_once() {
        let empty = refused(&Draft::default(), Door::Wire);
        assert_eq!(
            empty,
            [
                Field::ExternalId,
                Field::FriendlyName,
                Field::Question,
                Field::Answer
            ]
            .map(|field| (field, FieldError::Empty))
        );
    }

    #[test]
    fn a_short_answer_needs_a_reason_at_the_desk_and_none_on_the_wire() {
        let short = Draft {
            answer: "gray".into(),
            ..draft()
        };
        assert!(refused(&short, Door::Wire).is_empty());
        assert_eq!(
            refused(&short, Door::Desk),
            [(Field::Answer, FieldError::TooShort { min: 6 })]
        );
        let reasoned = Draft {
            short_answer_reason: "The patient insists".into(),
            ..short
        };
        assert!(refused(&reasoned, Door::Desk).is_empty());
    }

    #[test]
    fn addresses_languages_and_callbacks_have_their_shape() {
        for (field, wrong) in [
            (
                Field::Email,
                Draft {
                    email: "pat@".into(),
                    ..draft()
                },
            ),
            (
                Field::Language,
                Draft {
                    language: "english, please".into(),
                    ..draft()
                },
            ),
            (
                Field::CallbackUrl,
                Draft {
                    callback_url: "http://example.org/".into(),
                    ..draft()
                },
            ),
            (
                Field::CallbackUrl,
                Draft {
                    callback_url: "https://user@example.org/".into(),
                    ..draft()
                },
            ),
        ] {
            assert_eq!(refused(&wrong, Door::Wire), [(field, FieldError::Shape)]);
        }
    }
}
