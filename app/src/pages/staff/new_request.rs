//! `/staff/requests/new`: five fields, in the order of the conversation with the patient.

use crate::components::{
    Button, Document, ErrorSummary, Frame, Kind, Messages, Notice, Room, TextField, Tone, document,
};
use crate::desk::CreateError;
use crate::domain::application::MayNotConnect;
use crate::domain::ids::ConnectRequestId;
use crate::domain::new_request::{Draft, Field, FieldError, Problem};
use crate::page::Page;
use crate::{t, words};
use leptos::prelude::*;

#[derive(Clone, Default)]
pub struct View {
    /// As typed; empty at first.
    pub draft: Draft,
    /// Why it was not made, once it was tried.
    pub error: Option<CreateError>,
}

pub fn page(frame: &Frame, view: &View) -> Page {
    let messages = messages(view.error.as_ref());
    let about = Document {
        errors: messages.any(),
        ..Document::new(Room::Staff, t!("new-heading"))
    };
    document(frame, about, || {
        view! {
            <div class="beside">
                <div>
                    <ErrorSummary messages=&messages />
                    <h1>{t!("new-heading")}</h1>
                    {holder(view.error.as_ref())}
                    {form(view, &messages).into_any()}
                </div>
                <aside>
                    <h2>{t!("new-good-heading")}</h2>
                    <p>{t!("new-good-why")}</p>
                    <ul>
                        <li>{t!("new-good-only-they-know")}</li>
                        <li>{t!("new-good-same-words")}</li>
                        <li>{t!("new-good-not-in-record")}</li>
                        <li>{t!("new-good-not-in-question")}</li>
                    </ul>
                    <p>{t!("new-good-example")}</p>
                </aside>
            </div>
        }
    })
}

fn form(view: &View, messages: &Messages) -> impl IntoView + use<> {
    let draft = view.draft.clone();
    let reason = asks_for_reason(view).then(|| {
        view! {
            <TextField
                name=Field::ShortAnswerReason.name()
                label=t!("new-short-answer-reason")
                hint=Some(t!("new-short-answer-reason-hint"))
                error=messages.at(Field::ShortAnswerReason.name())
                value=draft.short_answer_reason
                autocomplete="off"
            />
        }
    });
    view! {
        <form method="post" action="/staff/requests/new" novalidate>
            <TextField
                name=Field::ExternalId.name()
                label=t!("new-external-id")
                hint=Some(t!("new-external-id-hint"))
                error=messages.at(Field::ExternalId.name())
                value=draft.external_id
                autocomplete="off"
            />
            <TextField
                name=Field::FriendlyName.name()
                label=t!("new-friendly-name")
                hint=Some(t!("new-friendly-name-hint"))
                error=messages.at(Field::FriendlyName.name())
                value=draft.friendly_name
                autocomplete="off"
            />
            <TextField
                name=Field::Question.name()
                label=t!("new-question")
                hint=Some(t!("new-question-hint"))
                error=messages.at(Field::Question.name())
                value=draft.question
                autocomplete="off"
            />
            <TextField
                name=Field::Answer.name()
                label=t!("new-answer")
                hint=Some(t!("new-answer-hint"))
                error=messages.at(Field::Answer.name())
                value=draft.answer
                autocomplete="off"
            />
            {reason}
            <TextField
                name=Field::Email.name()
                label=t!("new-email")
                kind=Kind::Email
                hint=Some(t!("new-email-hint"))
                error=messages.at(Field::Email.name())
                value=draft.email
                autocomplete="off"
            />
            <input type="hidden" name=Field::Language.name() value="en" />
            <Button>{t!("new-make")}</Button>
        </form>
    }
}

/// Only once it is needed: five fields are enough for most patients.
fn asks_for_reason(view: &View) -> bool {
    let too_short = |problem: &Problem| {
        problem.field == Field::ShortAnswerReason
            || matches!(problem.error, FieldError::TooShort { .. })
    };
    !view.draft.short_answer_reason.is_empty()
        || matches!(&view.error, Some(CreateError::Invalid(problems)) if problems.iter().any(too_short))
}

fn holder(error: Option<&CreateError>) -> Option<impl IntoView + use<>> {
    let Some(CreateError::Taken { holder, .. }) = error else {
        return None;
    };
    Some(taken_by(*holder))
}

fn taken_by(holder: ConnectRequestId) -> impl IntoView {
    view! {
        <Notice tone=Tone::Warning>
            <p>
                <a href=format!("/staff/requests/{holder}")>{t!("new-taken-show")}</a>
            </p>
            <p>{t!("new-taken-hint")}</p>
        </Notice>
    }
}

fn messages(error: Option<&CreateError>) -> Messages {
    match error {
        None => Messages::default(),
        Some(CreateError::Invalid(problems)) => problems.iter().map(message).collect(),
        Some(CreateError::Taken { made_at, .. }) => Messages::from_iter([(
            Field::ExternalId.name(),
            t!("new-taken", date = words::date(*made_at)),
        )]),
        Some(CreateError::MayNot(why)) => Messages::from_iter([(PAGE, may_not(*why))]),
        Some(CreateError::Unavailable) => Messages::from_iter([(PAGE, t!("new-unavailable"))]),
    }
}

/// Where the summary leads when no field is to blame.
pub(super) const PAGE: &str = "main";

pub(super) fn may_not(why: MayNotConnect) -> String {
    match why {
        MayNotConnect::Mobile => t!("may-not-mobile"),
        MayNotConnect::MethodsNotSelected => t!("may-not-methods"),
    }
}

fn message(problem: &Problem) -> (&'static str, String) {
    let field = problem.field.name();
    match (problem.field, problem.error) {
        // Neither is typed at the desk, so there is no field to mend.
        (Field::Language | Field::CallbackUrl, _) => (PAGE, t!("new-not-ours")),
        (_, FieldError::Empty) => (field, t!("new-empty", field = field)),
        (_, FieldError::TooLong { max }) => (field, t!("new-too-long", field = field, max = max)),
        (_, FieldError::Invisible) => (field, t!("new-invisible", field = field)),
        (_, FieldError::Shape) => (field, t!("email-shape")),
        (_, FieldError::TooShort { min }) => (field, t!("new-too-short", min = min)),
    }
}
