//! The field for a clinic's time zone. Part of three pages.

use crate::components::{Field, Messages, described_by};
use domain::zone::Zone;
use leptos::nonce::use_nonce;
use leptos::prelude::*;
use words::Wording;
use words::t;

/// The field's name and id.
pub const NAME: &str = "time_zone";

/// Chooses the browser's own zone, while UTC is chosen and the list has it.
const PROPOSE: &str = r#"const field = document.getElementById("time_zone");
const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
if (field.value === "UTC" && [...field.options].some((option) => option.value === timeZone)) field.value = timeZone;"#;

pub fn message() -> Wording {
    t!("time-zone-wrong")
}

/// A list of zones by part of the world. Where none was chosen before, UTC is, and a browser with scripts proposes its own.
pub fn field(chosen: &str, messages: &Messages) -> impl IntoView + use<> {
    let (hint, error) = (t!("time-zone-hint"), messages.at(NAME));
    let described = described_by(NAME, true, error.is_some());
    let invalid = error.is_some().then_some("true");
    let propose = chosen
        .is_empty()
        .then(|| view! { <script type="module" nonce=use_nonce()>{PROPOSE}</script> });
    let options = options(chosen).into_any();
    view! {
        <Field name=NAME label=t!("time-zone") hint=Some(hint) error=error>
            <select id=NAME name=NAME aria-describedby=described aria-invalid=invalid>
                {options}
            </select>
        </Field>
        {propose}
    }
}

fn options(chosen: &str) -> impl IntoView + use<> {
    let chosen = Zone::parse(chosen).unwrap_or_default();
    let (grouped, mut others): (Vec<_>, Vec<_>) =
        Zone::offered().partition(|name| name.contains('/'));
    if !grouped
        .iter()
        .chain(&others)
        .any(|name| name == chosen.name())
    {
        others.push(chosen.name().to_owned());
    }
    let others = others.iter().map(|name| option(name, name, chosen));
    let area = |name: &str| name.split_once('/').map(|(area, _)| area.to_owned());
    let groups = grouped
        .chunk_by(|one, other| area(one) == area(other))
        .map(|names| {
            let options = names.iter().filter_map(|name| {
                let (_, place) = name.split_once('/')?;
                Some(option(name, place, chosen))
            });
            view! { <optgroup label=area(&names[0])>{options.collect_view()}</optgroup> }
        });
    view! {
        {others.collect_view()}
        {groups.collect_view()}
    }
}

fn option(name: &str, place: &str, chosen: Zone) -> impl IntoView + use<> {
    let words = place.replace('_', " ");
    view! {
        <option value=name.to_owned() selected=name == chosen.name()>
            {words}
        </option>
    }
}
