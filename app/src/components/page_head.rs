//! The head of a page in the staff area: where it belongs, what it is called, its state, what can be done.

use super::icon::{Icon, Sign};
use leptos::prelude::*;
use words::Wording;
use words::t;

/// Heading with a badge beside it, one muted sentence under it, and actions at the end given as children.
#[component]
pub fn PageHead(
    #[prop(into)] heading: Wording,
    /// The page above: its address and name.
    #[prop(optional_no_strip)]
    crumb: Option<(String, Wording)>,
    #[prop(optional_no_strip)] badge: Option<AnyView>,
    #[prop(optional_no_strip)] under: Option<Wording>,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    let crumb = crumb.map(|(href, words)| {
        view! {
            <p class="crumb">
                <a href=href>{words}</a>
            </p>
        }
    });
    view! {
        {crumb}
        <div class="page-head">
            <div>
                <div class="title">
                    <h1>{heading}</h1>
                    {badge}
                </div>
                {under.map(|words| view! { <p class="under">{words}</p> })}
            </div>
            {children.map(|children| view! { <div class="buttons">{children()}</div> })}
        </div>
    }
}

/// Something rare that can be done: it leads to a page of its own.
pub struct Act {
    pub href: String,
    pub verb: Wording,
    /// What happens then.
    pub what: Wording,
    /// It ends something; such an act comes last.
    pub sharp: bool,
}

/// Rare acts, shown on demand.
#[component]
pub fn More(acts: Vec<Act>) -> impl IntoView {
    let entries: Vec<_> = acts
        .into_iter()
        .map(|act| {
            view! {
                <li class:sharp=act.sharp>
                    <a href=act.href>{act.verb} " " <span>{act.what}</span></a>
                </li>
            }
        })
        .collect();
    (!entries.is_empty()).then(|| {
        view! {
            <details class="more">
                <summary class="button secondary">{t!("more")} <Sign icon=Icon::Down /></summary>
                <ul>{entries}</ul>
            </details>
        }
    })
}
