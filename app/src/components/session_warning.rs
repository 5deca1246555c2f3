//! The warning before a session ends for want of activity, with the words its island says.

use crate::islands::SessionCountdown;
use domain::policy::{SESSION_IDLE, SESSION_WARNING_MINUTES};
use leptos::prelude::*;
use words::t;

/// Is at the end of a page that a session keeps open; without scripts nothing of it is seen.
///
/// Its link leads to an address that counts as activity and answers 204: the browser then stays on the page, with all
/// that was typed.
#[component]
pub fn SessionWarning() -> impl IntoView {
    let mut words = vec![t!("session-ended")];
    words.extend((1..=SESSION_WARNING_MINUTES).map(|left| t!("session-ends", minutes = left)));
    view! {
        <SessionCountdown>
            <a href="/stay" data-seconds=SESSION_IDLE.as_secs() data-words=words.join("\n")>
                {t!("session-stay")}
            </a>
        </SessionCountdown>
    }
}
