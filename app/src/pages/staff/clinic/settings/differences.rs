//! What another manager saved while a section was open.

use super::Form;
use super::sections::{label, shown};
use crate::components::{Notice, Tone};
use domain::application::Section;
use domain::clinic_settings::Setting;
use leptos::prelude::*;
use words::t;

/// The id of the part of the page that lists what was saved meanwhile.
pub(super) const STORED: &str = "stored";

/// What is stored now, where it differs from what was typed.
pub(super) fn differences(section: Section, typed: &Form, stored: &Form) -> impl IntoView + use<> {
    let differs = |setting: &Setting| {
        let typed = shown(*setting, &typed.value(*setting).replace("\r\n", "\n"));
        typed != shown(*setting, stored.value(*setting))
    };
    let rows: Vec<_> = Setting::of_section(section)
        .filter(differs)
        .map(|setting| {
            let stored = match shown(setting, stored.value(setting)) {
                empty if empty.is_empty() => t!("settings-changed-empty"),
                stored => stored,
            };
            view! {
                <div>
                    <dt>{label(setting)}</dt>
                    <dd>{stored}</dd>
                </div>
            }
        })
        .collect();
    view! {
        <section id=STORED tabindex="-1">
            <Notice tone=Tone::Warning title=Some(t!("settings-changed-heading"))>
                <p>{t!("settings-changed-what")}</p>
                <dl class="facts">{rows}</dl>
            </Notice>
        </section>
    }
}
