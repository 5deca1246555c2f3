//! How far a patient is on the way from a code to a connection: in words, and as bars for the eye.

use leptos::prelude::*;
use words::Wording;
use words::t;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Code,
    Question,
    Account,
    Record,
    Answer,
}

impl Step {
    const ALL: [Self; 5] = [
        Self::Code,
        Self::Question,
        Self::Account,
        Self::Record,
        Self::Answer,
    ];

    fn name(self) -> Wording {
        match self {
            Self::Code => t!("step-code"),
            Self::Question => t!("step-question"),
            Self::Account => t!("step-account"),
            Self::Record => t!("step-record"),
            Self::Answer => t!("step-answer"),
        }
    }
}

#[component]
pub fn Steps(now: Step) -> impl IntoView {
    let at = now as usize;
    let bars = Step::ALL
        .into_iter()
        .map(|step| {
            let class = match (step as usize).cmp(&at) {
                std::cmp::Ordering::Less => "done",
                std::cmp::Ordering::Equal => "now",
                std::cmp::Ordering::Greater => "to-come",
            };
            view! { <li class=class></li> }
        })
        .collect_view();
    view! {
        <p class="step-text">{t!("step", at = at + 1, of = Step::ALL.len(), name = now.name())}</p>
        <ol class="steps" aria-hidden="true">
            {bars}
        </ol>
    }
}
