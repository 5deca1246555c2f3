//! Something to know before going on, in a box. Its tone never rests on colour alone.

use leptos::prelude::*;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    #[default]
    Info,
    /// Good news.
    Success,
    /// Read this first.
    Warning,
}

/// A box of a tone; with a title, the title is its heading.
#[component]
pub fn Notice(
    #[prop(optional)] tone: Tone,
    #[prop(optional_no_strip)] title: Option<String>,
    children: Children,
) -> impl IntoView {
    let class = match tone {
        Tone::Info => "notice",
        Tone::Success => "notice success",
        Tone::Warning => "notice warning",
    };
    view! {
        <div class=class>
            {title.map(|title| view! { <h2>{title}</h2> })} {children()}
        </div>
    }
}
