//! What the pages of all batches show: how far the work is, and how it ended. They are read without scripts: while
//! work continues, the browser is told to ask again.

use crate::components::{Button, Weight};
use domain::batch::State;
use domain::ids::BatchId;
use leptos::prelude::*;
use words::Wording;
use words::t;

/// The bar, and the same in words.
pub(super) fn progress(done: usize, total: usize, words: Wording) -> impl IntoView + use<> {
    view! {
        <div class="progress">
            <p id="progress-words" role="status">
                {words}
            </p>
            <progress aria-labelledby="progress-words" max=total.to_string() value=done.to_string()></progress>
            <p class="hint">{t!("batch-again")}</p>
        </div>
    }
}

/// Calls it off.
pub(super) fn cancel(place: &str, id: BatchId, words: Wording) -> impl IntoView + use<> {
    view! {
        <form method="post" action=format!("{place}/{id}/cancel")>
            <Button weight=Weight::Secondary>{words}</Button>
        </form>
    }
}

pub(super) fn state(state: State) -> Wording {
    t!("batch-state", state = state.name())
}
