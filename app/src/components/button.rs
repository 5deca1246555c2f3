//! Buttons, and links that look like one.

use leptos::prelude::*;

/// How much a button wants to be pressed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Weight {
    /// The page's one next step.
    #[default]
    Primary,
    /// Another way on, as large as the first.
    Secondary,
    /// Removes something.
    Warning,
    /// As light as a link.
    Quiet,
}

impl Weight {
    const fn class(self) -> &'static str {
        match self {
            Self::Primary => "button",
            Self::Secondary => "button secondary",
            Self::Warning => "button warning",
            Self::Quiet => "button quiet",
        }
    }
}

/// Submits its form; with a name it says which of several buttons was pressed.
#[component]
pub fn Button(
    #[prop(optional)] weight: Weight,
    #[prop(optional)] name: Option<&'static str>,
    #[prop(optional)] value: Option<&'static str>,
    /// Within a row.
    #[prop(optional)]
    small: bool,
    children: Children,
) -> impl IntoView {
    view! {
        <button type="submit" class=weight.class() class:small=small name=name value=value>
            {children()}
        </button>
    }
}

/// Leads to another page, and looks like a button.
#[component]
pub fn ButtonLink(
    #[prop(into)] href: String,
    #[prop(optional)] weight: Weight,
    /// Within a row.
    #[prop(optional)]
    small: bool,
    children: Children,
) -> impl IntoView {
    view! {
        <a class=weight.class() class:small=small href=href>
            {children()}
        </a>
    }
}
