//! `/staff/callback`: where the clinic's own system is told that there is news. For managers.

use crate::components::{
    Button, Document, ErrorSummary, Frame, Messages, Notice, Place, Room, TextField, Tone, Weight,
    document,
};
use crate::page::Page;
use crate::pages::staff::ask::{self, Question, Shown};
use domain::address::AddressError;
use domain::callback::Answer;
use domain::text::TextError;
use domain::timestamp::Timestamp;
use domain::zone::Zone;
use leptos::prelude::*;
use words::Wording;
use words::t;

/// What was done just now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Done {
    Saved,
    Asked,
    /// The secret, which this page alone ever shows.
    Secret(String),
}

/// Why nothing was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    Address(AddressError),
    /// Another manager changed the address or its secret while the page was open.
    ChangedMeanwhile,
}

#[derive(Clone, Default)]
pub struct View {
    /// As typed or stored.
    pub url: String,
    /// The digest of the stored address and secret, for the form.
    pub seen: String,
    /// The stored address, where it is another one than the form showed.
    pub stored: Option<String>,
    /// Whether an address is stored.
    pub called: bool,
    pub last: Option<(Answer, Timestamp)>,
    /// When we call again, while there is news that was not taken.
    pub next_at: Option<Timestamp>,
    pub done: Option<Done>,
    pub problem: Option<Problem>,
}

pub fn page(frame: &Frame, view: &View) -> Page {
    let messages: Messages = view
        .problem
        .map(|problem| ("url", message(problem)))
        .into_iter()
        .collect();
    let about = Document {
        errors: messages.any(),
        ..Document::new(Room::Staff(Place::Callback), t!("callback-heading"))
    };
    document(frame, about, || {
        view! {
            <div class="setting-up">
                <ErrorSummary messages=&messages />
                <h1>{t!("callback-heading")}</h1>
                {view.done.clone().map(done)}
                <p>{t!("callback-about")}</p>
                <form method="post" action="/staff/callback" novalidate>
                    <input type="hidden" name="seen" value=view.seen.clone() />
                    <TextField
                        name="url"
                        label=t!("callback-url")
                        hint=Some(match &view.stored {
                            Some(url) => t!("callback-ask-about", url = url.clone()),
                            None => t!("callback-url-hint"),
                        })
                        error=messages.at("url")
                        value=view.url.clone()
                        autocomplete="off"
                    />
                    <Button>{t!("callback-save")}</Button>
                </form>
                {view.called.then(|| called(view, frame.time_zone))}
            </div>
        }
    })
}

fn done(done: Done) -> impl IntoView {
    match done {
        Done::Saved => said(t!("callback-saved")).into_any(),
        Done::Asked => said(t!("callback-asked")).into_any(),
        Done::Secret(secret) => view! {
            <Notice tone=Tone::Success title=Some(t!("callback-secret"))>
                <p>
                    <code>{secret}</code>
                </p>
                <p>{t!("callback-secret-next")}</p>
            </Notice>
        }
        .into_any(),
    }
}

fn said(words: Wording) -> impl IntoView {
    view! {
        <Notice tone=Tone::Success>
            <p>{words}</p>
        </Notice>
    }
}

fn called(view: &View, zone: Zone) -> impl IntoView + use<> {
    let next = view
        .next_at
        .map(|at| view! { <p>{t!("callback-next", at = words::date_and_time(zone.at(at)))}</p> });
    view! {
        <section aria-labelledby="last">
            <h2 id="last">{t!("callback-last")}</h2>
            <p>{last(view.last, zone)}</p>
            {next}
            <form method="post" action="/staff/callback/ask">
                <Button weight=Weight::Secondary>{t!("callback-ask")}</Button>
            </form>
        </section>
        <form method="post" action="/staff/callback/secret">
            <h2>{t!("callback-renew")}</h2>
            <p>{t!("callback-renew-what")}</p>
            <Button weight=Weight::Secondary>{t!("callback-renew")}</Button>
        </form>
        <form method="post" action="/staff/callback/remove">
            <h2>{t!("callback-remove")}</h2>
            <p>{t!("callback-remove-what")}</p>
            <Button weight=Weight::Warning>{t!("callback-remove")}</Button>
        </form>
    }
}

fn last(call: Option<(Answer, Timestamp)>, zone: Zone) -> Wording {
    let Some((answer, at)) = call else {
        return t!("callback-never");
    };
    let at = words::date_and_time(zone.at(at));
    match answer {
        Answer::Taken => t!("callback-taken", at = at),
        Answer::Refused { status } => {
            t!("callback-refused", at = at, status = status.to_string())
        }
        Answer::Inward => t!("callback-inward", at = at),
        Answer::Unreachable => t!("callback-unreachable", at = at),
        Answer::Slow => t!("callback-slow", at = at),
    }
}

/// Asks before calls are signed with another secret.
pub fn ask_secret(frame: &Frame, url: &str, shown: &Shown) -> Page {
    let question = Question {
        place: Place::Callback,
        heading: t!("callback-renew-ask"),
        about: t!("callback-ask-about", url = url.to_owned()),
        effects: vec![t!("callback-renew-what"), t!("callback-renew-once")],
        action: "/staff/callback/secret".to_owned(),
        fields: Vec::new(),
        weight: Weight::Primary,
        act: t!("callback-renew"),
        leave: t!("callback-renew-leave"),
        back: ("/staff/callback".to_owned(), t!("callback-heading")),
    };
    ask::page(frame, question, shown, || ())
}

/// Asks before the address is removed.
pub fn ask_remove(frame: &Frame, url: &str, shown: &Shown) -> Page {
    let question = Question {
        place: Place::Callback,
        heading: t!("callback-remove-ask"),
        about: t!("callback-ask-about", url = url.to_owned()),
        effects: vec![t!("callback-remove-what"), t!("callback-remove-final")],
        action: "/staff/callback/remove".to_owned(),
        fields: Vec::new(),
        weight: Weight::Warning,
        act: t!("callback-remove"),
        leave: t!("callback-remove-leave"),
        back: ("/staff/callback".to_owned(), t!("callback-heading")),
    };
    ask::page(frame, question, shown, || ())
}

fn message(problem: Problem) -> Wording {
    let error = match problem {
        Problem::ChangedMeanwhile => return t!("application-changed"),
        Problem::Address(error) => error,
    };
    match error {
        AddressError::Text(TextError::Empty) => t!("callback-empty"),
        AddressError::Text(TextError::TooLong { max }) => t!("callback-long", max = max),
        AddressError::Text(TextError::Invisible) => t!("callback-invisible"),
        AddressError::Shape => t!("callback-shape"),
    }
}
