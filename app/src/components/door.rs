//! A link as a box that can be pressed as a whole: icon, underlined title, hint.

use super::icon::{Icon, Sign};
use leptos::prelude::*;
use words::Wording;

#[component]
pub fn Door(
    #[prop(into)] href: String,
    icon: Icon,
    #[prop(into)] title: Wording,
    #[prop(optional_no_strip)] hint: Option<Wording>,
    /// The one that most visitors want.
    #[prop(optional)]
    first: bool,
) -> impl IntoView {
    view! {
        <a class="door" class:first=first href=href>
            <Sign icon=icon />
            <div>
                <strong>{title}</strong>
                {hint.map(|hint| view! { <span class="hint">{hint}</span> })}
            </div>
            <Sign icon=Icon::Chevron />
        </a>
    }
}
