//! What a new clinic still has to do, above the list of its requests. For managers.

use crate::components::{Button, Icon, Sign, Weight};
use domain::checklist::{Checklist, Task};
use leptos::prelude::*;
use words::Wording;
use words::t;

/// Nothing once nothing is left to do.
pub fn card(checklist: &Checklist) -> Option<impl IntoView + use<>> {
    let tasks = checklist.tasks();
    let done = tasks.iter().filter(|(_, done)| *done).count();
    let rows = tasks
        .iter()
        .map(|(task, done)| row(*task, *done))
        .collect_view();
    (!tasks.is_empty()).then(|| {
        view! {
            <section class="card checklist" aria-labelledby="checklist">
                <h2 id="checklist">{t!("checklist-heading")}</h2>
                <p class="hint">{t!("checklist-done", done = done, of = tasks.len())}</p>
                <ul>{rows}</ul>
            </section>
        }
    })
}

fn row(task: Task, done: bool) -> impl IntoView + use<> {
    let (words, at) = at(task);
    let words = if done {
        view! {
            <span class="done">
                <Sign icon=Icon::Tick />
                <span class="unseen">{t!("checklist-ticked")}</span>
                " "
                {words}
            </span>
        }
        .into_any()
    } else {
        view! {
            <a href=at>
                <Sign icon=Icon::Ring />
                {words}
            </a>
        }
        .into_any()
    };
    let about = t!("checklist-hide", task = label(task));
    view! {
        <li>
            {words} <form method="post" action="/staff/checklist">
                <input type="hidden" name="hide" value=task.name() />
                <Button weight=Weight::Quiet>
                    <span aria-hidden="true">{t!("checklist-hide-short")}</span>
                    <span class="unseen">{about}</span>
                </Button>
            </form>
        </li>
    }
}

/// What is to be done, and the page where it is.
fn at(task: Task) -> (Wording, &'static str) {
    let at = match task {
        Task::Logo => "/staff/settings?section=looks",
        Task::Privacy => "/staff/settings?section=statements",
        Task::Colleague => "/staff/team",
        Task::TestLetter => "/staff/requests/new",
    };
    (label(task), at)
}

fn label(task: Task) -> Wording {
    match task {
        Task::Logo => t!("checklist-logo"),
        Task::Privacy => t!("checklist-privacy"),
        Task::Colleague => t!("checklist-colleague"),
        Task::TestLetter => t!("checklist-test-letter"),
    }
}
