//! Something to know before continuing, in a box. Its tone never rests on colour alone.

use super::icon::{Icon, Sign};
use leptos::prelude::*;
use words::Wording;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    #[default]
    Info,
    /// Good news.
    Success,
    /// Read this first.
    Warning,
    /// It stopped, or failed.
    Bad,
}

/// A box of a tone; with a title, the title is its heading.
#[component]
pub fn Notice(
    #[prop(optional)] tone: Tone,
    #[prop(optional_no_strip)] title: Option<Wording>,
    children: Children,
) -> impl IntoView {
    let (class, icon) = match tone {
        Tone::Info => ("notice", Icon::Info),
        Tone::Success => ("notice success", Icon::Tick),
        Tone::Warning => ("notice warning", Icon::Triangle),
        Tone::Bad => ("notice bad", Icon::Barred),
    };
    view! {
        <div class=class>
            <Sign icon=icon />
            <div>{title.map(|title| view! { <h2>{title}</h2> })} {children()}</div>
        </div>
    }
}
