//! What a visitor reads when a page cannot be shown: plain words, and what to do next.

use crate::components::{Button, ButtonLink, Document, Frame, Room, Weight, document};
use crate::page::Page;
use leptos::prelude::*;
use words::Wording;
use words::t;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum View {
    /// 503: the database does not answer. The clinic's phone, where one is known.
    Unavailable { phone: Option<String> },
    /// 5xx, after a form: its fields by name, to be sent to the same address once more.
    Kept { fields: Vec<(String, String)> },
    /// 429: as many visitors of one network as there is room for. A form's fields stay, as above.
    Crowded {
        minutes: u64,
        fields: Vec<(String, String)>,
    },
    /// 403: the session of a form is over. Its fields, and where to begin again.
    SignedOut {
        fields: Vec<(String, String)>,
        begin: Begin,
    },
    /// 429.
    SlowDown { minutes: u64 },
    /// 404.
    NotFound,
    /// 403: a form came from another website.
    CrossSite,
    /// 421: the server was reached by a name that is not its own.
    OtherAddress { url: String },
    /// 413.
    TooLarge,
    /// 400, 422: a form lacks a field, or has one twice.
    BrokenForm,
    /// 415: a form came as something else.
    WrongKind,
    /// 405.
    WrongMethod,
    /// 500.
    Ours,
}

/// Where a visitor begins again, in a second tab.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Begin {
    StaffSignIn,
    SignIn,
    Code,
}

impl Begin {
    pub fn path(self) -> &'static str {
        match self {
            Self::StaffSignIn => "/staff/sign-in",
            Self::SignIn => "/sign-in",
            Self::Code => "/connect",
        }
    }
}

pub fn page(frame: &Frame, view: &View) -> Page {
    let (heading, next) = words(view);
    let about = Document::new(Room::Patient, heading.clone());
    document(frame, about, || {
        view! {
            <h1>{heading}</h1>
            <p class="lead">{next}</p>
            {begin_again(view)}
            {again(view)}
            {match view {
                View::OtherAddress { url } => {
                    view! { <ButtonLink href=url.clone()>{t!("other-address-open")}</ButtonLink> }.into_any()
                }
                _ => {
                    view! {
                        <ButtonLink href="/" weight=Weight::Secondary>
                            {t!("go-to-start")}
                        </ButtonLink>
                    }
                        .into_any()
                }
            }}
        }
    })
}

/// Opens beside this page, which keeps what was typed.
fn begin_again(view: &View) -> Option<impl IntoView + use<>> {
    let View::SignedOut { begin, .. } = view else {
        return None;
    };
    let words = match begin {
        Begin::StaffSignIn | Begin::SignIn => t!("signed-out-sign-in"),
        Begin::Code => t!("signed-out-code"),
    };
    Some(view! {
        <p>
            <a href=begin.path() target="_blank">
                {words}
            </a>
        </p>
    })
}

/// The form once more. Without an action it goes to the address that the page was answered from.
fn again(view: &View) -> Option<impl IntoView + use<>> {
    let fields = match view {
        View::Kept { fields } | View::SignedOut { fields, .. } => fields,
        View::Crowded { fields, .. } if !fields.is_empty() => fields,
        _ => return None,
    };
    let fields = fields.iter().cloned();
    let fields: Vec<_> = fields
        .map(|(name, value)| view! { <input type="hidden" name=name value=value /> })
        .collect();
    Some(view! {
        <form method="post" novalidate>
            {fields}
            <Button>{t!("trouble-send-again")}</Button>
        </form>
    })
}

fn words(view: &View) -> (Wording, Wording) {
    match view {
        View::Unavailable { phone: None } => (t!("trouble-heading"), t!("trouble-unavailable")),
        View::Unavailable { phone: Some(phone) } => (
            t!("trouble-heading"),
            t!("trouble-unavailable-phone", phone = phone.clone()),
        ),
        View::Kept { .. } => (t!("trouble-heading"), t!("trouble-kept")),
        View::Crowded { minutes, fields } if fields.is_empty() => (
            t!("crowded-heading"),
            t!("crowded-next", minutes = *minutes),
        ),
        View::Crowded { minutes, .. } => (
            t!("crowded-heading"),
            t!("crowded-kept", minutes = *minutes),
        ),
        View::SignedOut {
            begin: Begin::Code, ..
        } => (t!("signed-out-heading-code"), t!("signed-out-next-code")),
        View::SignedOut { .. } => (t!("signed-out-heading"), t!("signed-out-next")),
        View::SlowDown { minutes } => (
            t!("slow-down-heading"),
            t!("slow-down-next", minutes = *minutes),
        ),
        View::NotFound => (t!("not-found-heading"), t!("not-found-next")),
        View::CrossSite => (t!("cross-site-heading"), t!("cross-site-next")),
        View::OtherAddress { url } => (
            t!("other-address-heading"),
            t!("other-address-next", url = url.clone()),
        ),
        View::TooLarge => (t!("too-large-heading"), t!("too-large-next")),
        View::BrokenForm => (t!("broken-form-heading"), t!("broken-form-next")),
        View::WrongKind => (t!("broken-form-heading"), t!("wrong-kind-next")),
        View::WrongMethod => (t!("wrong-method-heading"), t!("wrong-method-next")),
        View::Ours => (t!("trouble-heading"), t!("trouble-ours")),
    }
}
