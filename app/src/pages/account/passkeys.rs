//! `/account/passkeys`: what signs a person in without their password.

use super::{details, sign_in};
use crate::components::{
    Button, Document, ErrorSummary, Frame, Kind, Messages, Notice, PAGE, Room, TextField, Tone,
    Weight, document,
};
use crate::page::Page;
use domain::ids::PasskeyId;
use domain::passkey::Passkey;
use domain::policy;
use domain::text::TextError;
use domain::timestamp::Timestamp;
use domain::zone::Zone;
use leptos::prelude::*;
use words::Wording;
use words::t;

#[derive(Clone, Debug, Default)]
pub struct View {
    pub passkeys: Vec<Passkey>,
    /// Of the passkey to be added: proposed, or as typed.
    pub name: String,
    /// Whether browsers know passkeys at this address.
    pub here: bool,
    pub done: Option<Done>,
    pub problems: Vec<Problem>,
}

/// What was done just now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    Added,
    Renamed,
    Removed,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    Name(TextError),
    Password(sign_in::Problem),
    Enough,
    TooMany {
        minutes: u64,
    },
    NotHere,
    /// What the browser sent does not fit.
    NotAdded,
}

pub fn page(frame: &Frame, view: &View) -> Page {
    let messages: Messages = view.problems.iter().map(message).collect();
    let about = Document {
        errors: messages.any(),
        times_out: true,
        ..Document::new(Room::Patient, t!("passkeys-heading"))
    };
    document(frame, about, || {
        let done = view.done.map(|done| {
            let words = match done {
                Done::Added => t!("passkeys-added"),
                Done::Renamed => t!("passkeys-renamed"),
                Done::Removed => t!("passkeys-removed"),
            };
            view! {
                <Notice tone=Tone::Success>
                    <p>{words}</p>
                </Notice>
            }
        });
        let list = if view.passkeys.is_empty() {
            view! { <p>{t!("passkeys-none")}</p> }.into_any()
        } else {
            let rows: Vec<_> = view.passkeys.iter().map(row).collect();
            view! { <ul class="own-rows card">{rows}</ul> }.into_any()
        };
        view! {
            <p class="back">
                <a href="/account">{t!("records-back")}</a>
            </p>
            <ErrorSummary messages=&messages />
            <h1>{t!("passkeys-heading")}</h1>
            {done}
            <p>{t!("passkeys-intro")}</p>
            <p>{t!("passkeys-keeps")}</p>
            {list}
            {add(view, &messages)}
        }
    })
}

fn row(passkey: &Passkey) -> impl IntoView + use<> {
    let made = date(passkey.made_at);
    let since = match passkey.used_at {
        Some(used) => t!("passkeys-used", made = made, used = date(used)),
        None => t!("passkeys-made", made = made),
    };
    let of = t!("item-of", what = passkey.name.clone());
    view! {
        <li>
            <span class="grow">
                <span>{passkey.name.clone()}</span>
                <span class="hint">{since}</span>
            </span>
            <a href=address(passkey.id)>{t!("passkeys-change")} " " <span class="unseen">{of}</span></a>
        </li>
    }
}

fn add(view: &View, messages: &Messages) -> impl IntoView + use<> {
    let form = if !view.here {
        view! { <p>{t!("passkeys-not-here")}</p> }.into_any()
    } else if view.passkeys.len() >= policy::PASSKEYS {
        view! { <p>{t!("passkeys-enough", max = policy::PASSKEYS)}</p> }.into_any()
    } else {
        view! {
            <p>{t!("passkeys-add-what")}</p>
            <form method="post" action="/account/passkeys" novalidate>
                <TextField
                    name="name"
                    label=t!("passkeys-name")
                    hint=Some(t!("passkeys-name-hint"))
                    error=messages.at("name")
                    value=view.name.clone()
                    autocomplete="off"
                />
                {password(messages)}
                <Button>{t!("passkeys-continue")}</Button>
            </form>
        }
        .into_any()
    };
    view! {
        <section>
            <h2>{t!("passkeys-add")}</h2>
            {form}
        </section>
    }
}

fn password(messages: &Messages) -> impl IntoView + use<> {
    view! {
        <TextField
            name="password"
            label=t!("passkeys-password")
            kind=Kind::Password
            error=messages.at("password")
            autocomplete="current-password"
        />
    }
}

/// What a browser is asked to make. Scripts alone can ask it; without them the page says so.
#[derive(Clone, Debug, Default)]
pub struct Create {
    pub name: String,
    pub challenge: String,
    pub relying_party: String,
    pub user: String,
    pub email: String,
    pub person: String,
    pub known: Vec<String>,
    /// The kinds of keys that we can check, as the standard numbers them.
    pub algorithms: Vec<i64>,
}

pub fn create(frame: &Frame, view: &Create) -> Page {
    let about = Document {
        times_out: true,
        ..Document::new(Room::Patient, t!("passkey-create-heading"))
    };
    document(frame, about, || {
        let view = view.clone();
        let algorithms: Vec<_> = view.algorithms.iter().map(i64::to_string).collect();
        view! {
            <h1>{t!("passkey-create-heading")}</h1>
            <p data-passkey-without="">{t!("passkey-create-without")}</p>
            <form
                class="passkey"
                method="post"
                action="/account/passkeys/new"
                hidden
                data-passkey="make"
                data-challenge=view.challenge
                data-relying-party=view.relying_party
                data-product=t!("product")
                data-user=view.user
                data-email=view.email
                data-person=view.person
                data-known=view.known.join(" ")
                data-algorithms=algorithms.join(" ")
            >
                <p>{t!("passkey-create-what")}</p>
                <div aria-live="assertive">
                    <p class="error" hidden data-passkey-failed="">
                        {t!("passkey-create-failed")}
                    </p>
                    <p class="error" hidden data-passkey-known="">
                        {t!("passkey-create-known")}
                    </p>
                </div>
                <input type="hidden" name="name" value=view.name />
                <input type="hidden" name="client_data" />
                <input type="hidden" name="attestation" />
                <Button>{t!("passkey-create")}</Button>
            </form>
            <p>
                <a href="/account/passkeys">{t!("passkey-back")}</a>
            </p>
            {script(frame)}
        }
    })
}

/// The script that asks the browser for a passkey.
pub(super) fn script(frame: &Frame) -> Option<impl IntoView + use<>> {
    let script = frame.assets.bundle.as_ref()?.passkey.clone();
    Some(view! { <script src=script defer></script> })
}

/// A passkey, with its own forms.
#[derive(Clone, Debug)]
pub struct One {
    /// As stored.
    pub passkey: Passkey,
    /// As stored, or as typed.
    pub name: String,
    pub problems: Vec<Problem>,
}

pub fn one(frame: &Frame, view: &One) -> Page {
    let messages: Messages = view.problems.iter().map(message).collect();
    let about = Document {
        errors: messages.any(),
        times_out: true,
        ..Document::new(Room::Patient, view.passkey.name.clone().into())
    };
    document(frame, about, || {
        let action = |what: &str| format!("{}/{what}", address(view.passkey.id));
        view! {
            <p class="back">
                <a href="/account/passkeys">{t!("passkey-back")}</a>
            </p>
            <ErrorSummary messages=&messages />
            <h1>{view.passkey.name.clone()}</h1>
            <section>
                <h2>{t!("passkey-rename-heading")}</h2>
                <form method="post" action=action("name") novalidate>
                    <TextField
                        name="name"
                        label=t!("passkeys-name")
                        error=messages.at("name")
                        value=view.name.clone()
                        autocomplete="off"
                    />
                    <Button weight=Weight::Secondary>{t!("passkey-rename")}</Button>
                </form>
            </section>
            <section>
                <h2>{t!("passkey-remove-heading")}</h2>
                <p>{t!("passkey-remove-what")}</p>
                <p>{t!("passkey-remove-device")}</p>
                <form method="post" action=action("remove") novalidate>
                    {password(&messages)}
                    <Button weight=Weight::Warning>{t!("passkey-remove")}</Button>
                </form>
            </section>
        }
    })
}

fn address(id: PasskeyId) -> String {
    format!("/account/passkeys/{id}")
}

fn date(at: Timestamp) -> Wording {
    words::date(Zone::UTC.at(at))
}

fn message(problem: &Problem) -> (&'static str, Wording) {
    match problem {
        Problem::Name(TextError::Empty) => ("name", t!("passkey-name-empty")),
        Problem::Name(TextError::TooLong { max }) => {
            ("name", t!("passkey-name-too-long", max = *max))
        }
        Problem::Name(TextError::Invisible) => ("name", t!("passkey-name-invisible")),
        Problem::Password(problem) => ("password", details::old(problem)),
        Problem::Enough => (PAGE, t!("passkeys-enough", max = policy::PASSKEYS)),
        Problem::TooMany { minutes } => (PAGE, t!("passkeys-too-many", minutes = *minutes)),
        Problem::NotHere => (PAGE, t!("passkeys-not-here")),
        Problem::NotAdded => (PAGE, t!("passkeys-not-added")),
    }
}

/// The other way in on the page where people sign in: shown by the script where the browser knows passkeys.
/// It proposes none by itself right after one was refused.
pub(super) fn sign_in_form(
    frame: &Frame,
    relying_party: String,
    refused: bool,
) -> impl IntoView + use<> {
    view! {
        {script(frame)}
        <form
            class="passkey"
            method="post"
            action="/sign-in/passkey"
            hidden
            data-passkey="show"
            data-relying-party=relying_party
            data-refused=refused.then_some("")
        >
            <div aria-live="assertive">
                <p class="error" hidden data-passkey-failed="">
                    {t!("passkey-sign-in-failed")}
                </p>
            </div>
            <input type="hidden" name="credential" />
            <input type="hidden" name="user" />
            <input type="hidden" name="client_data" />
            <input type="hidden" name="authenticator_data" />
            <input type="hidden" name="signature" />
            <Button weight=Weight::Secondary>{t!("passkey-sign-in")}</Button>
        </form>
    }
}
