//! The form for a new request, at the desk and in the patient's hands, in every state.

use super::{MARKUP, MAY_NOT, draft, id, robin};
use crate::page::Page;
use crate::pages::samples::{MAY, clinic, stranger};
use crate::pages::staff::requests::hand_back;
use crate::pages::staff::requests::handed_over;
use crate::pages::staff::requests::new_request;
use crate::pages::staff::requests::new_request::CreateError;
use crate::pages::staff::requests::phrase;
use domain::connect_request::{Delivery, Proof};
use domain::guessable::Guessable;
use domain::new_request::{Draft, Field, FieldError, Problem};

pub fn all() -> Vec<(String, Page)> {
    let mut pages = new_requests();
    pages.extend(handed_over_pages());
    pages
}

fn every_field(error: FieldError) -> CreateError {
    CreateError::Invalid(
        [
            Field::ExternalId,
            Field::FriendlyName,
            Field::Question,
            Field::Answer,
            Field::Reason,
            Field::Email,
        ]
        .map(|field| Problem { field, error })
        .into(),
    )
}

fn new_requests() -> Vec<(String, Page)> {
    let at = |fields: &[(Field, FieldError)]| {
        let problems = fields.iter().map(|(field, error)| Problem {
            field: *field,
            error: *error,
        });
        CreateError::Invalid(problems.collect())
    };
    let empty = [
        Field::ExternalId,
        Field::FriendlyName,
        Field::Question,
        Field::Answer,
    ]
    .map(|field| (field, FieldError::Empty));
    let errors = [
        ("empty", at(&empty)),
        ("long", every_field(FieldError::TooLong { max: 200 })),
        ("invisible", every_field(FieldError::Invisible)),
        ("shape", at(&[(Field::Email, FieldError::Shape)])),
        (
            "short",
            at(&[(Field::Answer, FieldError::Guessable(Guessable::Short))]),
        ),
        (
            "guessable",
            at(&[
                (
                    Field::Question,
                    FieldError::Guessable(Guessable::AsksColour),
                ),
                (Field::Answer, FieldError::Guessable(Guessable::Colour)),
            ]),
        ),
        ("not-ours", at(&[(Field::Language, FieldError::Shape)])),
        (
            "taken",
            CreateError::Taken {
                holder: id(1),
                made_at: MAY,
            },
        ),
        ("may-not-mobile", CreateError::MayNot(MAY_NOT[0])),
        ("may-not-methods", CreateError::MayNot(MAY_NOT[1])),
        ("unavailable", CreateError::Unavailable),
    ];
    let blank = new_request::page(&robin(), &new_request::View::default());
    let mut pages = vec![("staff-new".to_owned(), blank)];
    for (name, error) in errors {
        let draft = Draft {
            friendly_name: MARKUP.into(),
            ..draft()
        };
        let view = new_request::View {
            draft,
            error: Some(error),
        };
        pages.push((
            format!("staff-new-{name}"),
            new_request::page(&robin(), &view),
        ));
    }
    for (name, draft) in chosen() {
        let view = new_request::View { draft, error: None };
        pages.push((
            format!("staff-new-{name}"),
            new_request::page(&robin(), &view),
        ));
    }
    pages.extend(handed_over_pages());
    let words = phrase::View {
        request: id(1),
        clinic: clinic().name,
        friendly_name: MARKUP.into(),
        phrase: "velvet walnut teapot island".into(),
    };
    pages.push(("staff-phrase".to_owned(), phrase::page(&robin(), &words)));
    pages
}

/// The screen in the patient's hands.
fn handed_over_pages() -> Vec<(String, Page)> {
    use crate::pages::account::sign_in::Problem as Wrong;
    use handed_over::{Stage, View};
    let typing = |error| Stage::Typing {
        question: MARKUP.into(),
        answer: MARKUP.into(),
        error,
    };
    let refused = |error| {
        let problems = [Field::Question, Field::Answer].map(|field| Problem { field, error });
        typing(Some(CreateError::Invalid(problems.into())))
    };
    let taken = CreateError::Taken {
        holder: id(1),
        made_at: MAY,
    };
    let stages = [
        ("", typing(None)),
        ("-empty", refused(FieldError::Empty)),
        ("-long", refused(FieldError::TooLong { max: 200 })),
        ("-invisible", refused(FieldError::Invisible)),
        (
            "-guessable",
            refused(FieldError::Guessable(Guessable::InName)),
        ),
        ("-taken", typing(Some(taken))),
        ("-unavailable", typing(Some(CreateError::Unavailable))),
        ("-done", Stage::Done),
    ];
    let mut pages: Vec<_> = stages
        .into_iter()
        .map(|(name, stage)| {
            let view = View {
                clinic: clinic(),
                friendly_name: MARKUP.into(),
                stage,
            };
            let page = handed_over::page(&stranger(), &view);
            (format!("staff-handed-over{name}"), page)
        })
        .collect();
    for (name, problem) in [
        ("", None),
        ("-empty", Some(Wrong::NoPassword)),
        ("-wrong", Some(Wrong::Wrong)),
        ("-locked", Some(Wrong::Locked { seconds: 120 })),
    ] {
        let view = hand_back::View {
            name: MARKUP.into(),
            problem,
        };
        let page = hand_back::page(&stranger(), &view);
        pages.push((format!("staff-hand-back{name}"), page));
    }
    pages
}

/// The form with other choices than the first.
fn chosen() -> [(&'static str, Draft); 3] {
    let words_by_letter = Draft {
        proof: Proof::Phrase.name().into(),
        delivery: Delivery::Letter.name().into(),
        ..draft()
    };
    let typed = Draft {
        proof: Proof::Typed.name().into(),
        ..draft()
    };
    let in_place_of_another = Draft {
        delivery: Delivery::Both.name().into(),
        replaces: id(1).to_string(),
        ..draft()
    };
    [
        ("phrase", words_by_letter),
        ("typed", typed),
        ("replacing", in_place_of_another),
    ]
}
