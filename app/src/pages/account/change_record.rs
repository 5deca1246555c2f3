//! `/account/connections/{id}/change`: another record in the place of the wrong one, within a day of connecting.

use crate::components::{
    Button, ButtonLink, Choices, Document, ErrorSummary, Frame, Messages, Notice, Radio, Room,
    TextField, Tone, Weight, document,
};
use crate::page::Page;
use crate::pages::clinic::Call;
pub use crate::pages::patient::record::{Choosable, Chosen};
use domain::clinic::Clinic;
use domain::ids::{AuthorizationId, ConnectRequestId};
use domain::policy;
use domain::text::TextError;
use leptos::prelude::*;
use words::Wording;
use words::t;

/// The value of the radio for a new record.
pub const NEW: &str = "new";

#[derive(Clone)]
pub struct View {
    pub authorization: AuthorizationId,
    pub clinic: Clinic,
    /// The name of the record that is connected.
    pub record: String,
    /// The letters that are connected to it.
    pub letters: Vec<Letter>,
    pub letter: Option<ConnectRequestId>,
    /// The person's other records.
    pub records: Vec<Choosable>,
    pub chosen: Option<Chosen>,
    /// As typed.
    pub record_name: String,
    /// What was granted: the names of the rules.
    pub may: Vec<String>,
    pub touched: Touched,
    /// What the form carries to say what this page showed.
    pub seen: String,
    pub problem: Option<Problem>,
}

#[derive(Clone)]
pub struct Letter {
    pub request: ConnectRequestId,
    pub friendly_name: String,
}

/// What the clinic's system has done in the wrong record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Touched {
    pub read: bool,
    pub written: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    NoLetter,
    NothingChosen,
    Name(TextError),
    /// Another record has this name.
    NameTaken,
    /// As many records as one person may have.
    TooMany,
    /// The page that the choice was made on said something else.
    Changed,
}

pub fn page(frame: &Frame, view: &View) -> Page {
    let messages: Messages = view.problem.iter().map(message).collect();
    let heading = t!(
        "change-heading",
        record = view.record.clone(),
        clinic = view.clinic.name.clone()
    );
    let about = Document {
        errors: messages.any(),
        times_out: true,
        accent: view.clinic.accent,
        ..Document::new(Room::Patient, heading.clone())
    };
    document(frame, about, || {
        view! {
            <ErrorSummary messages=&messages />
            <h1>{heading}</h1>
            <p>{t!("change-what", clinic = view.clinic.name.clone())}</p>
            {touched(&view.clinic, &view.record, view.touched)}
            {may(view)}
            <form method="post" action=action(view.authorization) novalidate>
                <input type="hidden" name="seen" value=view.seen.clone() />
                {letters(view, &messages)}
                {records(view, &messages)}
                <Button>{t!("change-continue")}</Button>
            </form>
            <p>
                <a href="/account">{t!("change-keep", record = view.record.clone())}</a>
            </p>
            <Call clinic=&view.clinic />
        }
    })
}

/// Where a change is decided.
pub fn action(authorization: AuthorizationId) -> String {
    format!("/account/connections/{authorization}/change")
}

/// What the clinic has seen of the wrong record, before and after.
fn touched(clinic: &Clinic, record: &str, touched: Touched) -> impl IntoView + use<> {
    let (clinic, record) = (clinic.name.clone(), record.to_owned());
    let read = if touched.read {
        t!(
            "change-read",
            clinic = clinic.clone(),
            record = record.clone()
        )
    } else {
        t!(
            "change-not-read",
            clinic = clinic.clone(),
            record = record.clone()
        )
    };
    let written = touched.written.then(|| {
        let words = t!("change-written", clinic = clinic, record = record);
        view! { <p>{words}</p> }
    });
    let tone = if touched.read || touched.written {
        Tone::Warning
    } else {
        Tone::Info
    };
    view! {
        <Notice tone=tone>
            <p>{read}</p>
            {written}
        </Notice>
    }
}

fn may(view: &View) -> Option<impl IntoView + use<>> {
    let rules: Vec<_> = view
        .may
        .iter()
        .map(|rule| view! { <li>{rule.clone()}</li> })
        .collect();
    (!rules.is_empty()).then(|| {
        view! {
            <p>{t!("change-may", clinic = view.clinic.name.clone())}</p>
            <ul>{rules}</ul>
        }
    })
}

/// One letter is meant without being asked for.
fn letters(view: &View, messages: &Messages) -> impl IntoView + use<> {
    let name = |letter: &Letter| match letter.friendly_name.as_str() {
        "" => t!("pair-letter-unknown"),
        name => name.to_owned().into(),
    };
    if let [letter] = view.letters.as_slice() {
        let words = name(letter);
        return view! {
            <input type="hidden" name="letter" value=letter.request.to_string() />
            <p class="friendly-name">
                <span>{t!("pair-letter")}</span>
                <strong>{words}</strong>
            </p>
        }
        .into_any();
    }
    let radios: Vec<_> = view
        .letters
        .iter()
        .map(|letter| {
            let checked = view.letter == Some(letter.request);
            view! { <Radio name="letter" value=letter.request.to_string() label=name(letter) checked=checked /> }
        })
        .collect();
    view! {
        <Choices name="letter" legend=t!("change-letter") hint=Some(t!("change-letter-hint")) error=messages.at("letter")>
            {radios}
        </Choices>
    }
    .into_any()
}

fn records(view: &View, messages: &Messages) -> impl IntoView + use<> {
    let radios: Vec<_> = view
        .records
        .iter()
        .map(|record| {
            let date = words::date(view.clinic.time_zone.at(record.made_at));
            let hint = if record.connected {
                t!(
                    "change-record-connected",
                    clinic = view.clinic.name.clone(),
                    date = date
                )
            } else {
                t!("account-record-since", date = date)
            };
            let checked = view.chosen == Some(Chosen::Record(record.id));
            view! {
                <Radio
                    name="record"
                    value=record.id.to_string()
                    label=record.name.clone()
                    hint=Some(hint)
                    checked=checked
                />
            }
        })
        .collect();
    let new_chosen = view.chosen == Some(Chosen::New);
    let name_field = view! {
        <TextField
            name="record_name"
            label=t!("record-name-label")
            error=messages.at("record_name")
            value=view.record_name.clone()
            autocomplete="off"
        />
    };
    view! {
        <Choices name="record" legend=t!("change-record") error=messages.at("record")>
            {radios}
            <Radio name="record" value=NEW label=t!("record-new") checked=new_chosen>
                {name_field}
            </Radio>
        </Choices>
    }
}

fn message(problem: &Problem) -> (&'static str, Wording) {
    match problem {
        Problem::NoLetter => ("letter", t!("change-no-letter")),
        Problem::NothingChosen => ("record", t!("change-nothing-chosen")),
        Problem::Changed => ("record", t!("change-changed")),
        Problem::Name(error) => ("record_name", name_words(*error)),
        Problem::NameTaken => ("record_name", t!("record-name-taken")),
        Problem::TooMany => ("record", t!("record-form-too-many", max = policy::RECORDS)),
    }
}

/// What is wrong with a new record's name.
pub(in crate::pages) fn name_words(error: TextError) -> Wording {
    match error {
        TextError::Empty => t!("record-name-empty"),
        TextError::TooLong { max } => t!("record-name-too-long", max = max),
        TextError::Invisible => t!("record-name-invisible"),
    }
}

/// The other record is connected.
#[derive(Clone)]
pub struct Done {
    pub clinic: Clinic,
    pub former: String,
    pub record: String,
    pub touched: Touched,
    /// Another letter keeps the former record connected.
    pub still_connected: bool,
    /// Where a mail about it goes.
    pub email: String,
}

pub fn done(frame: &Frame, view: &Done) -> Page {
    let clinic = || view.clinic.name.clone();
    let heading = t!(
        "changed-heading",
        record = view.record.clone(),
        clinic = clinic()
    );
    let about = Document {
        accent: view.clinic.accent,
        ..Document::new(Room::Patient, heading.clone())
    };
    document(frame, about, || {
        let former = if view.still_connected {
            t!(
                "changed-still-connected",
                clinic = clinic(),
                record = view.former.clone()
            )
        } else {
            t!(
                "changed-former",
                clinic = clinic(),
                record = view.former.clone()
            )
        };
        view! {
            <h1>{heading}</h1>
            <Notice tone=Tone::Success>
                <p>{former}</p>
            </Notice>
            {touched(&view.clinic, &view.former, view.touched)}
            <p>{t!("done-receipt", email = view.email.clone())}</p>
            <Call clinic=&view.clinic />
            <ButtonLink href="/account">{t!("done-account")}</ButtonLink>
        }
    })
}

/// Why a record can no longer be changed here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The day is over.
    TooLate { hours: u64 },
    /// The connection ended or was changed.
    Ended,
}

#[derive(Clone)]
pub struct Refused {
    pub clinic: Clinic,
    pub why: Why,
}

pub fn refused(frame: &Frame, view: &Refused) -> Page {
    let (heading, next) = match view.why {
        Why::TooLate { hours } => (
            t!("change-too-late-heading"),
            t!(
                "change-too-late-next",
                hours = hours,
                clinic = view.clinic.name.clone(),
                phone = view.clinic.phone.clone()
            ),
        ),
        Why::Ended => (t!("change-ended-heading"), t!("change-ended-next")),
    };
    let about = Document {
        accent: view.clinic.accent,
        ..Document::new(Room::Patient, heading.clone())
    };
    document(frame, about, || {
        view! {
            <h1>{heading}</h1>
            <p>{next}</p>
            <Call clinic=&view.clinic />
            <ButtonLink href="/account" weight=Weight::Secondary>
                {t!("done-account")}
            </ButtonLink>
        }
    })
}
