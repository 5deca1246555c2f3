//! `/staff/requests/new`: five fields, in the order of the conversation with the patient.

use crate::components::{
    Button, Checkbox, Choices, Document, ErrorSummary, Field as Labelled, Frame, Kind, Messages,
    Notice, PAGE, Place, Radio, Room, TextField, Tone, document,
};
use crate::islands::Answer;
use crate::page::{self, Page};
use domain::application::MayNotConnect;
use domain::connect_request::{Delivery, Proof};
use domain::ids::ConnectRequestId;
use domain::new_request::{Draft, Field, FieldError, Problem};
use domain::policy;
use domain::timestamp::Timestamp;
use domain::zone::{Local, Zone};
use leptos::prelude::*;
use words::Wording;
use words::t;

#[derive(Clone, Default)]
pub struct View {
    /// As typed; empty at first.
    pub draft: Draft,
    /// Why it was not made, once it was tried.
    pub error: Option<CreateError>,
}

/// Why no request was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CreateError {
    Invalid(Vec<Problem>),
    /// Another request of the application has the external id.
    Taken {
        holder: ConnectRequestId,
        made_at: Timestamp,
    },
    MayNot(MayNotConnect),
    /// Too much is being hashed just now, or the database does not answer.
    Unavailable,
}

pub fn page(frame: &Frame, view: &View) -> Page {
    let messages = messages(view.error.as_ref(), frame.time_zone);
    let about = Document {
        errors: messages.any(),
        islands: true,
        ..Document::new(Room::Staff(Place::NewRequest), t!("new-heading"))
    };
    document(frame, about, || {
        view! {
            <div class="beside">
                <div>
                    <ErrorSummary messages=&messages />
                    <h1>{t!("new-heading")}</h1>
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
    let draft = &view.draft;
    let external_id = external_id(view, messages).into_any();
    view! {
        <form method="post" action="/staff/requests/new" novalidate>
            <Answer>{external_id}</Answer>
            <TextField
                name=Field::FriendlyName.name()
                label=t!("new-friendly-name")
                hint=Some(t!("new-friendly-name-hint"))
                error=messages.at(Field::FriendlyName.name())
                value=draft.friendly_name.clone()
                autocomplete="off"
            />
            {proof(view, messages).into_any()}
            {delivery(draft, messages).into_any()}
            {language(draft).into_any()}
            <Button>
                <span class="unless-typed">{t!("new-make")}</span>
                <span class="if-typed">{t!("new-hand-over")}</span>
            </Button>
        </form>
    }
}

fn external_id(view: &View, messages: &Messages) -> impl IntoView + use<> {
    let name = Field::ExternalId.name();
    let external_id = view.draft.external_id.clone();
    view! {
        <TextField
            name=name
            label=t!("new-external-id")
            hint=Some(t!("new-external-id-hint"))
            error=messages.at(name)
            value=external_id.clone()
            autocomplete="off"
        />
        <div aria-live="polite" data-asks=HOLDER data-about=external_id>
            {holder(view)}
        </div>
    }
}

/// What belongs to a way opens beneath it; only the chosen one is read.
fn proof(view: &View, messages: &Messages) -> impl IntoView + use<> {
    let name = Field::Proof.name();
    let chosen = Proof::from_name(&view.draft.proof).unwrap_or_default();
    let pair = pair(view, messages).into_any();
    view! {
        <Choices name=name legend=t!("new-proof")>
            <Radio
                name=name
                value=Proof::Question.name()
                label=t!("new-proof-question")
                checked=chosen == Proof::Question
            >
                {pair}
            </Radio>
            <Radio
                name=name
                value=Proof::Phrase.name()
                label=t!("new-proof-phrase")
                hint=Some(t!("new-proof-phrase-hint"))
                checked=chosen == Proof::Phrase
            />
            <Radio
                name=name
                value=Proof::Typed.name()
                label=t!("new-proof-typed")
                hint=Some(t!("new-proof-typed-hint"))
                checked=chosen == Proof::Typed
            />
        </Choices>
    }
}

fn pair(view: &View, messages: &Messages) -> impl IntoView + use<> {
    let draft = &view.draft;
    let reason = asks_for_reason(view).then(|| {
        view! {
            <TextField
                name=Field::Reason.name()
                label=t!("new-reason")
                hint=Some(t!("new-reason-hint"))
                error=messages.at(Field::Reason.name())
                value=draft.reason.clone()
                autocomplete="off"
            />
        }
    });
    view! {
        <TextField
            name=Field::Question.name()
            label=t!("new-question")
            hint=Some(t!("new-question-hint"))
            error=messages.at(Field::Question.name())
            value=draft.question.clone()
            autocomplete="off"
        />
        <TextField
            name=Field::Answer.name()
            label=t!("new-answer")
            hint=Some(t!("new-answer-hint", min = policy::DESK_ANSWER_LETTERS))
            error=messages.at(Field::Answer.name())
            value=draft.answer.clone()
            autocomplete="off"
        />
        {reason}
    }
}

/// Only once it is needed: five fields are enough for most patients.
fn asks_for_reason(view: &View) -> bool {
    let guessable = |problem: &Problem| {
        problem.field == Field::Reason || matches!(problem.error, FieldError::Guessable(_))
    };
    !view.draft.reason.is_empty()
        || matches!(&view.error, Some(CreateError::Invalid(problems)) if problems.iter().any(guessable))
}

/// One address for the two ways that mail: it is beneath them, and closes with a letter alone.
fn delivery(draft: &Draft, messages: &Messages) -> impl IntoView + use<> {
    let name = Field::Delivery.name();
    let chosen = Delivery::from_name(&draft.delivery).unwrap_or_default();
    let email = view! {
        <TextField
            name=Field::Email.name()
            label=t!("new-email")
            kind=Kind::Email
            hint=Some(t!("new-email-hint"))
            error=messages.at(Field::Email.name())
            value=draft.email.clone()
            autocomplete="off"
        />
    };
    view! {
        <Choices name=name legend=t!("new-delivery")>
            <Radio
                name=name
                value=Delivery::Letter.name()
                label=t!("new-delivery-letter")
                hint=Some(t!("new-delivery-letter-hint"))
                checked=chosen == Delivery::Letter
            />
            <Radio
                name=name
                value=Delivery::Email.name()
                label=t!("new-delivery-email")
                checked=chosen == Delivery::Email
            />
            <Radio
                name=name
                value=Delivery::Both.name()
                label=t!("new-delivery-both")
                checked=chosen == Delivery::Both
            />
            <div class="inside shared">{email}</div>
        </Choices>
    }
}

fn language(draft: &Draft) -> impl IntoView + use<> {
    let name = Field::Language.name();
    let chosen = draft.language.clone();
    let options = words::languages()
        .into_iter()
        .map(|(tag, words)| {
            view! {
                <option value=tag selected=tag == chosen>
                    {words}
                </option>
            }
        })
        .collect_view();
    view! {
        <Labelled name=name label=t!("new-language")>
            <select id=name name=name>
                {options}
            </select>
        </Labelled>
    }
}

/// Where the page asks, as soon as the external id is typed, whether a request holds it.
const HOLDER: &str = "/staff/requests/holder";

/// The answer to that: nothing, where none holds it.
pub fn holder_of_typed(holder: Option<(ConnectRequestId, Timestamp)>, zone: Zone) -> String {
    let Some((id, made_at)) = holder else {
        return String::new();
    };
    page::part(|| {
        let words = view! { <p>{taken(zone.at(made_at))}</p> };
        choices(id, false, Some(words.into_any()))
    })
}

/// The request that holds the external id, once the form was sent; that it does is said at the field.
fn holder(view: &View) -> Option<impl IntoView + use<>> {
    let holder = match view.error {
        Some(CreateError::Taken { holder, .. }) => holder,
        _ => view.draft.replaces.parse().ok()?,
    };
    let replaces = view.draft.replaces == holder.to_string();
    Some(choices(holder, replaces, None))
}

/// A request to look at, or to be replaced by this one.
fn choices(
    holder: ConnectRequestId,
    replaces: bool,
    words: Option<AnyView>,
) -> impl IntoView + use<> {
    view! {
        <Notice tone=Tone::Warning>
            {words}
            <p>
                <a href=format!("/staff/requests/{holder}")>{t!("new-taken-show")}</a>
            </p>
            <Checkbox
                name="replaces"
                value=holder.to_string()
                label=t!("new-taken-replace")
                hint=Some(t!("new-taken-replace-hint"))
                checked=replaces
            />
        </Notice>
    }
}

fn taken(made_at: Local) -> Wording {
    t!("new-taken", date = words::date(made_at))
}

fn messages(error: Option<&CreateError>, zone: Zone) -> Messages {
    match error {
        None => Messages::default(),
        Some(CreateError::Invalid(problems)) => problems.iter().map(message).collect(),
        Some(CreateError::Taken { made_at, .. }) => {
            Messages::from_iter([(Field::ExternalId.name(), taken(zone.at(*made_at)))])
        }
        Some(CreateError::MayNot(why)) => Messages::from_iter([(PAGE, may_not(*why))]),
        Some(CreateError::Unavailable) => Messages::from_iter([(PAGE, t!("new-unavailable"))]),
    }
}

pub(in crate::pages::staff) fn may_not(why: MayNotConnect) -> Wording {
    match why {
        MayNotConnect::Mobile => t!("may-not-mobile"),
        MayNotConnect::MethodsNotSelected => t!("may-not-methods"),
    }
}

fn message(problem: &Problem) -> (&'static str, Wording) {
    let field = problem.field.name();
    match (problem.field, problem.error) {
        // None of these is typed at the desk, so there is no field to correct.
        (Field::Proof | Field::Delivery | Field::Language | Field::CallbackUrl, _) => {
            (PAGE, t!("new-not-ours"))
        }
        (_, FieldError::Empty) => (field, t!("new-empty", field = field)),
        (_, FieldError::TooLong { max }) => (field, t!("new-too-long", field = field, max = max)),
        (_, FieldError::Invisible) => (field, t!("new-invisible", field = field)),
        (_, FieldError::BlankAtAnEnd) => (field, t!("new-blank-at-an-end")),
        (_, FieldError::Shape) => (field, t!("email-shape")),
        (_, FieldError::Guessable(why)) => (field, guessable(why.name())),
    }
}

/// Why something is easy to guess, by its name.
pub(in crate::pages::staff) fn guessable(why: &str) -> Wording {
    t!(
        "new-guessable",
        why = why.to_owned(),
        min = policy::DESK_ANSWER_LETTERS
    )
}
