//! A request whose patient is connected: what was agreed, and how it stops. The code is of no interest any more.

use super::{View, fact};
use crate::components::{Icon, Sign};
use domain::connection::Connection;
use domain::zone::Zone;
use leptos::prelude::*;
use words::t;

pub(super) fn card(view: &View) -> impl IntoView + use<> {
    let granted: Vec<_> = view
        .granted
        .iter()
        .map(|rule| {
            let (class, icon) = if rule.agreed {
                ("yes", Icon::Tick)
            } else {
                ("no", Icon::Dash)
            };
            let beside = match (rule.agreed, rule.optional) {
                (true, true) => Some(t!("request-granted-optional")),
                (true, false) => None,
                (false, _) => Some(t!("request-granted-not")),
            };
            let beside = beside.map(|words| view! { <span class="hint">{words}</span> });
            let why = (!rule.why.is_empty())
                .then(|| view! { <span class="hint">{rule.why.clone()}</span> });
            view! {
                <li class=class>
                    <Sign icon=icon />
                    <span>{rule.name.clone()} " " {why} {beside}</span>
                </li>
            }
        })
        .collect();
    let list = if granted.is_empty() {
        view! { <p>{t!("request-granted-nothing")}</p> }.into_any()
    } else {
        view! { <ul class="grants">{granted}</ul> }.into_any()
    };
    view! {
        <section class="card" aria-labelledby="granted-heading">
            <h2 id="granted-heading">{t!("request-granted")}</h2>
            {list}
        </section>
    }
}

/// How a patient ends it.
pub(super) fn stop() -> impl IntoView {
    view! {
        <section class="card" aria-labelledby="stop-heading">
            <h2 id="stop-heading">{t!("request-stop")}</h2>
            <p>{t!("request-stop-how")}</p>
        </section>
    }
}

/// Since when the patient is connected, or when that ended and who ended it.
pub(super) fn dates(view: &View, zone: Zone) -> impl IntoView + use<> {
    let name = match view.connection {
        Connection::Disconnected { .. } => t!("request-connected-from"),
        Connection::None | Connection::Connected { .. } => t!("request-connected-since"),
    };
    let since = view.connection.since();
    let since = since.map(|at| fact(name, words::date_and_time(zone.at(at))));
    let until = view.connection.until().map(|until| {
        fact(
            t!("request-disconnected"),
            words::date_and_time(zone.at(until)),
        )
    });
    view! { {since} {until} }
}
