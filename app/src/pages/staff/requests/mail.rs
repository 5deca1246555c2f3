//! What became of the last mail of a request, in a word and a sign: never in colour alone.

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

#[component]
pub fn MailState(mail: Mail) -> impl IntoView {
    let (class, words) = match mail {
        Mail::None => ("state mail-none", t!("mail-state-none")),
        Mail::Queued => ("state mail-queued", t!("mail-state-queued")),
        Mail::Late => ("state mail-late", t!("mail-state-late")),
        Mail::Sent => ("state mail-sent", t!("mail-state-sent")),
        Mail::Failed => ("state mail-failed", t!("mail-state-failed")),
        Mail::Unknown => ("state mail-unknown", t!("mail-state-unknown")),
    };
    view! { <span class=class>{words}</span> }
}
