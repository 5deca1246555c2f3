//! How a request goes to its patient, and the result of its last email, in a word and a sign: never in colour alone.

use crate::components::{Icon, Sign};
use domain::connect_request::Delivery;
use leptos::prelude::*;
use words::t;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mail {
    /// No mail was asked for: a letter, then.
    None,
    /// On its way.
    Queued,
    /// The last try failed, and there is another one to come.
    Late,
    Sent,
    /// Given up.
    Failed,
    /// The connection broke after the text was handed over.
    Unknown,
}

impl Mail {
    /// Whether staff have to do something about it.
    pub fn is_trouble(self) -> bool {
        matches!(self, Self::Failed | Self::Unknown)
    }
}

/// The email alone.
#[component]
pub fn MailState(mail: Mail) -> impl IntoView {
    let (class, icon, words) = match mail {
        Mail::None => ("muted", None, t!("mail-state-none")),
        Mail::Queued => ("mail", None, t!("mail-state-queued")),
        Mail::Late => ("watch", Some(Icon::Clock), t!("mail-state-late")),
        Mail::Sent => ("good", Some(Icon::Tick), t!("mail-state-sent")),
        Mail::Failed => ("trouble", Some(Icon::Triangle), t!("mail-state-failed")),
        Mail::Unknown => ("trouble", Some(Icon::Question), t!("mail-state-unknown")),
    };
    let icon = icon.map(|icon| view! { <Sign icon=icon /> " " });
    view! { <span class=class>{icon} {words}</span> }
}

/// Letter, email or both, in one line of a list: only what needs someone has a sign.
#[component]
pub fn Sent(delivery: Delivery, mail: Mail) -> impl IntoView {
    let (class, icon, words) = match (mail, delivery) {
        (Mail::Failed, _) => (Some("trouble"), Some(Icon::Triangle), t!("sent-failed")),
        (Mail::Unknown, _) => (Some("trouble"), Some(Icon::Question), t!("sent-unknown")),
        (Mail::Late, _) => (Some("watch"), Some(Icon::Clock), t!("sent-late")),
        (Mail::None, Delivery::Email) => (None, None, t!("sent-not-yet")),
        (Mail::None, _) => (None, None, t!("sent-letter")),
        (Mail::Queued, Delivery::Both) => (None, None, t!("sent-both-queued")),
        (Mail::Queued, _) => (None, None, t!("sent-queued")),
        (Mail::Sent, Delivery::Both) => (None, None, t!("sent-both")),
        (Mail::Sent, _) => (None, None, t!("sent-email")),
    };
    let icon = icon.map(|icon| view! { <Sign icon=icon /> " " });
    view! { <span class=class>{icon} {words}</span> }
}
