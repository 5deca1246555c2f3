//! What it takes to make a connect request: every door's input, read by one set of rules.

use super::address::{self, AddressError};
use super::challenge::{AnswerMode, FoldedAnswer, Question};
use super::connect_request::{Delivery, Proof};
use super::external_id::ExternalId;
use super::guessable::{self, Guessable, Known};
use super::policy;
use super::text::{self, IdError, TextError};

pub use super::request_fields::{Draft, Field};

/// Where the draft comes from: staff are asked for more than a clinic's own system is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// What is easy to guess needs a reason.
    FrontDesk,
    /// The desk's screen in the patient's hands: what is easy to guess is refused.
    Patient,
    Api,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldError {
    Empty,
    TooLong {
        max: usize,
    },
    /// Control characters or marks that turn text around.
    Invisible,
    /// An id that starts or ends with a blank.
    BlankAtAnEnd,
    /// Not of the form its kind has: an address, a URL, a language, one of a few names.
    Shape,
    /// Easy to guess, and no reason given.
    Guessable(Guessable),
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

impl From<IdError> for FieldError {
    fn from(error: IdError) -> Self {
        match error {
            IdError::Text(error) => error.into(),
            IdError::BlankAtAnEnd => Self::BlankAtAnEnd,
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

/// What the clinic says of a request: all but question and answer.
#[derive(Clone, PartialEq, Eq)]
pub struct Particulars {
    pub external_id: ExternalId,
    pub friendly_name: String,
    pub proof: Proof,
    pub delivery: Delivery,
    /// There is one exactly where the delivery is by e-mail.
    pub email: Option<String>,
    pub language: String,
    pub callback_url: Option<String>,
}

/// A draft whose every field fits.
#[derive(Clone, PartialEq, Eq)]
pub struct NewRequest {
    pub particulars: Particulars,
    pub question: Question,
    pub answer: FoldedAnswer,
    pub answer_mode: AnswerMode,
    /// Why a pair that is easy to guess is good enough; none where it is not.
    pub reason: Option<String>,
}

impl Particulars {
    /// Reads all but question and answer, or names every field that does not fit.
    pub fn parse(draft: &Draft) -> Result<Self, Vec<Problem>> {
        let mut problems = Problems::default();
        let external_id = problems.note(Field::ExternalId, ExternalId::parse(&draft.external_id));
        let friendly_name = problems.note(
            Field::FriendlyName,
            text::line(&draft.friendly_name, policy::FRIENDLY_NAME_MAX),
        );
        let proof = problems.note(Field::Proof, proof(&draft.proof));
        let delivery = problems.note(Field::Delivery, delivery(draft));
        let email = problems.note(Field::Email, email(draft, delivery));
        let language = problems.note(Field::Language, language(&draft.language));
        let callback_url = optional(&draft.callback_url)
            .map(|url| address::web_address(url, policy::WEB_ADDRESS_MAX))
            .transpose();
        let callback_url = problems.note(Field::CallbackUrl, callback_url);
        let read = || {
            Some(Self {
                external_id: external_id?,
                friendly_name: friendly_name?,
                proof: proof?,
                delivery: delivery?,
                email: email?,
                language: language?,
                callback_url: callback_url?,
            })
        };
        read().ok_or(problems.0)
    }
}

impl NewRequest {
    /// Reads a draft under the application's answer mode, or names every field that does not fit.
    pub fn parse(draft: &Draft, mode: AnswerMode, origin: Origin) -> Result<Self, Vec<Problem>> {
        let mut problems = Problems::default();
        let particulars = Particulars::parse(draft).map_err(|found| problems.0.extend(found));
        let phrase = draft.proof == Proof::Phrase.name();
        let question = problems.note(Field::Question, Question::parse(&draft.question));
        // Words that were handed over are a list: how they are set apart is no part of the secret.
        let (answer_mode, answer) = if phrase {
            (AnswerMode::Lenient, FoldedAnswer::words(&draft.answer))
        } else {
            (mode, FoldedAnswer::parse(&draft.answer, mode))
        };
        let answer = problems.note(Field::Answer, answer);
        let reason = optional(&draft.reason)
            .map(|reason| text::line(reason, policy::REASON_MAX))
            .transpose();
        let reason = problems.note(Field::Reason, reason);
        let asks = origin != Origin::Api && !phrase;
        let found = if asks { guesses(draft) } else { Vec::new() };
        if origin == Origin::Patient || optional(&draft.reason).is_none() {
            for (field, why) in &found {
                problems.add(*field, FieldError::Guessable(*why));
            }
        }
        problems.0.sort_by_key(|problem| problem.field);
        match (particulars, question, answer, reason) {
            (Ok(particulars), Some(question), Some(answer), Some(reason))
                if problems.0.is_empty() =>
            {
                Ok(Self {
                    particulars,
                    question,
                    answer,
                    answer_mode,
                    reason: reason.filter(|_| !found.is_empty()),
                })
            }
            _ => Err(problems.0),
        }
    }
}

/// What does not fit so far.
#[derive(Default)]
struct Problems(Vec<Problem>);

impl Problems {
    /// Keeps the first error of a field.
    fn add(&mut self, field: Field, error: FieldError) {
        if self.0.iter().all(|known| known.field != field) {
            self.0.push(Problem { field, error });
        }
    }

    fn note<T>(&mut self, field: Field, read: Result<T, impl Into<FieldError>>) -> Option<T> {
        read.map_err(|error| self.add(field, error.into())).ok()
    }
}

/// What of question and answer is easy to guess.
fn guesses(draft: &Draft) -> Vec<(Field, Guessable)> {
    let known = Known {
        question: &draft.question,
        friendly_name: &draft.friendly_name,
        external_id: &draft.external_id,
        email: &draft.email,
    };
    let question = guessable::question(&draft.question).map(|why| (Field::Question, why));
    let answer = guessable::answer(&draft.answer, &known).map(|why| (Field::Answer, why));
    question.into_iter().chain(answer).collect()
}

fn proof(input: &str) -> Result<Proof, FieldError> {
    match input {
        "" => Ok(Proof::default()),
        name => Proof::from_name(name).ok_or(FieldError::Shape),
    }
}

fn delivery(draft: &Draft) -> Result<Delivery, FieldError> {
    match draft.delivery.as_str() {
        "" if draft.email.trim().is_empty() => Ok(Delivery::Letter),
        "" => Ok(Delivery::Email),
        name => Delivery::from_name(name).ok_or(FieldError::Shape),
    }
}

/// The address where mail was chosen; one that was typed before a letter was chosen is none.
fn email(draft: &Draft, delivery: Option<Delivery>) -> Result<Option<String>, FieldError> {
    match delivery {
        Some(Delivery::Email | Delivery::Both) => {
            Ok(Some(address::email(&draft.email, policy::EMAIL_MAX)?))
        }
        Some(Delivery::Letter) | None => Ok(None),
    }
}

fn optional(text: &str) -> Option<&str> {
    (!text.trim().is_empty()).then_some(text)
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

    fn refused(draft: &Draft, origin: Origin) -> Vec<(Field, FieldError)> {
        NewRequest::parse(draft, AnswerMode::Strict, origin)
            .err()
            .unwrap_or_default()
            .into_iter()
            .map(|problem| (problem.field, problem.error))
            .collect()
    }

    #[test]
    fn every_field_that_does_not_fit_is_named_at_once() {
        let empty = refused(&Draft::default(), Origin::Api);
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
    fn a_guessable_pair_needs_a_reason_from_staff_but_not_from_the_api() {
        let easy = Draft {
            question: "What is your favourite colour?".into(),
            answer: "gray".into(),
            ..draft()
        };
        assert!(refused(&easy, Origin::Api).is_empty());
        assert_eq!(
            refused(&easy, Origin::FrontDesk),
            [
                (
                    Field::Question,
                    FieldError::Guessable(Guessable::AsksColour)
                ),
                (Field::Answer, FieldError::Guessable(Guessable::Colour)),
            ]
        );
        let reasoned = Draft {
            reason: " The patient insists ".into(),
            ..easy
        };
        let reason = |draft: &Draft| {
            let read = NewRequest::parse(draft, AnswerMode::Strict, Origin::FrontDesk);
            read.map(|read| read.reason).unwrap_or_default()
        };
        assert_eq!(reason(&reasoned).as_deref(), Some("The patient insists"));
        assert_eq!(
            refused(&reasoned, Origin::Patient).len(),
            2,
            "a patient is not asked for reasons"
        );
        let mended = Draft {
            question: draft().question,
            answer: "banana bread".into(),
            ..reasoned
        };
        assert_eq!(reason(&mended), None, "nothing is left to excuse");
    }

    #[test]
    fn a_field_with_two_errors_names_the_first_and_the_order_is_the_forms() {
        let wrong = Draft {
            external_id: String::new(),
            question: "Do you like the sea?".into(),
            answer: String::new(),
            delivery: "pigeon".into(),
            ..draft()
        };
        assert_eq!(
            refused(&wrong, Origin::FrontDesk),
            [
                (Field::ExternalId, FieldError::Empty),
                (Field::Question, FieldError::Guessable(Guessable::AsksYesNo)),
                (Field::Answer, FieldError::Empty),
                (Field::Delivery, FieldError::Shape),
            ]
        );
    }

    #[test]
    fn handed_over_words_are_never_too_easy_and_spaces_do_not_count() {
        let phrase = Draft {
            proof: Proof::Phrase.name().into(),
            question: "Do you have the words?".into(),
            answer: "blue  boat".into(),
            ..draft()
        };
        let read = NewRequest::parse(&phrase, AnswerMode::Strict, Origin::FrontDesk);
        let read = read.unwrap_or_else(|_| panic!("a phrase fits"));
        assert_eq!(read.answer_mode, AnswerMode::Lenient);
        assert_eq!(read.answer.as_bytes(), b"blueboat");
    }

    #[test]
    fn an_address_counts_where_mail_is_chosen_and_nowhere_else() {
        let chosen = |delivery: &str, email: &str| Draft {
            delivery: delivery.into(),
            email: email.into(),
            ..draft()
        };
        for (delivery, email, kept) in [
            ("", "", (Delivery::Letter, None)),
            ("", "e@x.org", (Delivery::Email, Some("e@x.org"))),
            ("letter", "e@x.org", (Delivery::Letter, None)),
            ("letter", "no address", (Delivery::Letter, None)),
            ("both", "e@x.org", (Delivery::Both, Some("e@x.org"))),
        ] {
            let read = Particulars::parse(&chosen(delivery, email));
            let read = read.unwrap_or_else(|_| panic!("{delivery} {email}"));
            assert_eq!((read.delivery, read.email.as_deref()), kept);
        }
        for delivery in ["email", "both"] {
            assert_eq!(
                refused(&chosen(delivery, " "), Origin::Api),
                [(Field::Email, FieldError::Empty)]
            );
        }
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
                Field::Proof,
                Draft {
                    proof: "oath".into(),
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
            assert_eq!(refused(&wrong, Origin::Api), [(field, FieldError::Shape)]);
        }
    }
}
