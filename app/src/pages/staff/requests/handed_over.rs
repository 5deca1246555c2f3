//! `/staff/handed-over`: the desk's screen in a patient's hands. They type a question and an answer that staff never see,
//! and hand it back.
//!
//! In a patient's looks, and without any way to the desk but the one that asks staff for their password.

use super::new_request::{CreateError, guessable};
use crate::components::{
    Button, Document, ErrorSummary, Frame, Messages, PAGE, Room, TextField, document,
};
use crate::page::Page;
use domain::clinic::Clinic;
use domain::new_request::{Field, FieldError, Problem};
use domain::policy;
use leptos::prelude::*;
use words::Wording;
use words::t;

#[derive(Clone)]
pub struct View {
    pub clinic: Clinic,
    pub friendly_name: String,
    pub stage: Stage,
}

#[derive(Clone)]
pub enum Stage {
    /// The patient types; as typed, where it was refused.
    Typing {
        question: String,
        answer: String,
        error: Option<CreateError>,
    },
    /// The code is made: what is left is to hand the screen back.
    Done,
}

pub fn page(frame: &Frame, view: &View) -> Page {
    match &view.stage {
        Stage::Typing {
            question,
            answer,
            error,
        } => typing(frame, view, (question, answer), error.as_ref()),
        Stage::Done => done(frame, &view.clinic),
    }
}

fn typing(
    frame: &Frame,
    view: &View,
    (question, answer): (&str, &str),
    error: Option<&CreateError>,
) -> Page {
    let clinic = || view.clinic.name.clone();
    let messages = messages(error, &view.clinic);
    let about = Document {
        errors: messages.any(),
        ..Document::new(Room::Patient, t!("handed-heading"))
    };
    document(frame, about, || {
        let min = policy::DESK_ANSWER_LETTERS;
        view! {
            <ErrorSummary messages=&messages />
            <h1>{t!("handed-heading")}</h1>
            <p class="lead">{t!("handed-for", name = view.friendly_name.clone())}</p>
            <p>{t!("handed-why", clinic = clinic())}</p>
            <p>{t!("handed-secret", clinic = clinic())}</p>
            <form method="post" action="/staff/handed-over" novalidate>
                <TextField
                    name=Field::Question.name()
                    label=t!("handed-question")
                    hint=Some(t!("handed-question-hint"))
                    error=messages.at(Field::Question.name())
                    value=question
                    autocomplete="off"
                />
                <TextField
                    name=Field::Answer.name()
                    label=t!("handed-answer")
                    hint=Some(t!("handed-answer-hint", min = min))
                    error=messages.at(Field::Answer.name())
                    value=answer
                    autocomplete="off"
                />
                <Button>{t!("handed-save")}</Button>
            </form>
            {for_staff(t!("handed-staff-back"))}
        }
    })
}

fn done(frame: &Frame, clinic: &Clinic) -> Page {
    let about = Document::new(Room::Patient, t!("handed-thanks"));
    document(frame, about, || {
        view! {
            <div class="panel">
                <h1>{t!("handed-thanks")}</h1>
                <p>{t!("handed-give-back", clinic = clinic.name.clone())}</p>
            </div>
            <p>{t!("handed-next")}</p>
            {for_staff(t!("handed-staff-go-on"))}
        }
    })
}

fn for_staff(words: Wording) -> impl IntoView {
    view! {
        <ul class="ways-out">
            <li>
                <a href="/staff/hand-back">{words}</a>
            </li>
        </ul>
    }
}

fn messages(error: Option<&CreateError>, clinic: &Clinic) -> Messages {
    let at_the_clinic = || (PAGE, t!("handed-not-theirs", clinic = clinic.name.clone()));
    let theirs = |problem: &Problem| matches!(problem.field, Field::Question | Field::Answer);
    match error {
        None => Messages::default(),
        Some(CreateError::Invalid(problems)) if problems.iter().all(theirs) => {
            problems.iter().map(message).collect()
        }
        Some(CreateError::Unavailable) => Messages::from_iter([(PAGE, t!("handed-unavailable"))]),
        Some(_) => Messages::from_iter([at_the_clinic()]),
    }
}

fn message(problem: &Problem) -> (&'static str, Wording) {
    let field = problem.field.name();
    let words = match problem.error {
        FieldError::Empty => t!("handed-empty", field = field),
        FieldError::TooLong { max } => t!("new-too-long", field = field, max = max),
        FieldError::Invisible | FieldError::BlankAtAnEnd | FieldError::Shape => {
            t!("new-invisible", field = field)
        }
        FieldError::Guessable(why) => guessable(why.name()),
    };
    (field, words)
}
