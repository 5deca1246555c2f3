//! What is wrong on a page, said once on top and once at each field in the same words.

use leptos::prelude::*;
use words::Wording;
use words::t;

/// Where the summary leads when no field is to blame.
pub const PAGE: &str = "main";

/// What is wrong, in the order of the form: at most one message a field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Messages(Vec<(&'static str, Wording)>);

impl Messages {
    /// Whether anything is wrong.
    pub fn any(&self) -> bool {
        !self.0.is_empty()
    }

    /// The message at the field `name`.
    pub fn at(&self, name: &str) -> Option<Wording> {
        self.0
            .iter()
            .find(|(field, _)| *field == name)
            .map(|(_, words)| words.clone())
    }
}

impl FromIterator<(&'static str, Wording)> for Messages {
    fn from_iter<T: IntoIterator<Item = (&'static str, Wording)>>(messages: T) -> Self {
        Self(messages.into_iter().collect())
    }
}

/// Is at the top of a page with errors and takes the focus, so that a screen reader starts here.
#[component]
pub fn ErrorSummary<'a>(messages: &'a Messages) -> impl IntoView + use<> {
    messages.any().then(|| {
        let links = messages
            .0
            .iter()
            .map(|(field, words)| {
                view! {
                    <li>
                        <a href=format!("#{field}")>{words.clone()}</a>
                    </li>
                }
            })
            .collect_view();
        view! {
            <div class="error-summary" role="alert" tabindex="-1" autofocus aria-labelledby="error-summary-title">
                <h2 id="error-summary-title">{t!("error-summary-title")}</h2>
                <ul>{links}</ul>
            </div>
        }
    })
}
