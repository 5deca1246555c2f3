//! Warns a patient before the session ends for want of activity, and offers to stay. Without scripts it is not seen.

use std::time::Duration;

use leptos::html::Div;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlElement;

/// How often the time left is looked at. Devices stop timers while they sleep, so this asks the clock again each time
/// instead of waiting once for the whole span.
const LOOK: Duration = Duration::from_secs(5);

/// Shows the link in it when it is time. The link says in `data-seconds` how long a session lives without activity, and
/// in `data-words` that it has ended, then that less than one minute is left, less than two, and so on for as many
/// minutes as it is to be seen.
#[island]
pub fn SessionCountdown(children: Children) -> impl IntoView {
    let frame = NodeRef::<Div>::new();
    let minutes_left = RwSignal::new(None::<usize>);
    let ends = StoredValue::new(0.0);
    let data = move |name| {
        let link = frame.get_untracked()?.query_selector("a").ok()??;
        link.dyn_into::<HtmlElement>().ok()?.dataset().get(name)
    };
    let restart = move || {
        let seconds = data("seconds").and_then(|seconds| seconds.parse::<u32>().ok());
        ends.set_value(now() + seconds.map_or(0.0, f64::from));
        minutes_left.set(None);
    };

    frame.on_load(move |_| {
        restart();
        let look = move || minutes_left.set(Some(minutes(ends.get_value() - now())));
        set_interval(look, LOOK);
    });

    let sentence = move || {
        let minutes = minutes_left.get()?;
        Some(data("words")?.lines().nth(minutes)?.to_owned())
    };
    let hidden = move || sentence().is_none();

    // The live region is there from the start: a region that appears together with its words is often not read out.
    view! {
        <div node_ref=frame aria-live="polite">
            <div class="session-warning" hidden=hidden on:click=move |_| restart()>
                <p>{sentence}</p>
                <span hidden=move || minutes_left.get() == Some(0)>{children()}</span>
            </div>
        </div>
    }
}

/// The minutes that a number of seconds has begun; none when none are left.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a float cast saturates, which is what is meant"
)]
fn minutes(seconds: f64) -> usize {
    (seconds / 60.0).ceil() as usize
}

/// The browser's clock, in seconds.
fn now() -> f64 {
    js_sys::Date::now() / 1000.0
}
