//! The languages to choose from, each by the name that its speakers know it by.

use domain::language::Language;
use leptos::prelude::*;
use words::t;

/// The switch of every patient's page: it works without scripts, and what is chosen is kept.
pub fn switch() -> impl IntoView {
    let now = words::language();
    let choices = words::languages().map(|(language, name)| {
        let tag = language.name();
        view! {
            <li>
                <button
                    name="language"
                    value=tag
                    lang=tag
                    dir=language.direction()
                    aria-current=(language == now).then_some("true")
                >
                    {name}
                </button>
            </li>
        }
    });
    view! {
        <details class="languages">
            <summary>
                <span class="unseen">{t!("language-label")}": "</span>
                {t!("language-name")}
            </summary>
            <form method="post" action="/language">
                <ul>{choices.into_iter().collect_view()}</ul>
            </form>
        </details>
    }
}

/// A list of the languages, to be in a `Field` of this name.
pub fn select(name: &'static str, chosen: Language) -> impl IntoView {
    let options = words::languages().map(|(language, words)| {
        let tag = language.name();
        view! {
            <option value=tag lang=tag selected=language == chosen>
                {words}
            </option>
        }
    });
    view! {
        <select id=name name=name>
            {options.into_iter().collect_view()}
        </select>
    }
}
