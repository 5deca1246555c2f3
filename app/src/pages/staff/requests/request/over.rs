//! A request that came to nothing, or is over: one sentence why, and one next step.

use super::{Phase, View};
use crate::components::{ButtonLink, Notice, Tone};
use leptos::prelude::*;
use words::t;

pub(super) fn card(view: &View, phase: Phase) -> impl IntoView + use<> {
    let (tone, state) = match phase {
        Phase::Refused => (Tone::Bad, "refused"),
        Phase::Replaced => (Tone::Info, "replaced"),
        Phase::Cancelled => (Tone::Info, "deleted"),
        Phase::Disconnected => (Tone::Info, "disconnected"),
        _ => (Tone::Info, view.standing.name()),
    };
    let title = match phase {
        Phase::Disconnected => t!("request-no-longer-connected"),
        _ => t!("request-over"),
    };
    let (href, words) = match phase {
        Phase::Replaced => ("/staff/requests".to_owned(), t!("request-find-newer")),
        Phase::Cancelled => ("/staff/requests/new".to_owned(), t!("requests-new")),
        _ => (
            format!("/staff/requests/{}/reissue", view.request),
            t!("request-reissue"),
        ),
    };
    view! {
        <Notice tone=tone title=Some(title)>
            <p>{t!("request-over-next", state = state)}</p>
            <ButtonLink href=href>{words}</ButtonLink>
        </Notice>
    }
}
