//! `/staff/settings`: what patients read and see of the clinic, and the numbers it may set. For managers.
//!
//! Each section is a short page with a form of its own, and saves its own fields alone.

mod differences;
mod messages;
mod sections;

pub use messages::Problem;

use super::logo;
use crate::components::{
    Button, Document, ErrorSummary, Frame, Messages, Notice, PageHead, Place, Room, Tone, document,
};
use crate::page::Page;
use crate::pages::patient::done;
use domain::accent::Accent;
use domain::application::{Application, Logo, Section};
use domain::clinic::Clinic;
use domain::clinic_settings::{Control, NO, Setting};
use domain::timestamp::Timestamp;
use leptos::prelude::*;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use words::t;

/// A section's form: what was typed, or the values that are set.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(try_from = "Vec<(String, String)>")]
pub struct Form {
    values: BTreeMap<Setting, String>,
    /// The section that was shown, by its name.
    section: String,
    /// The digest of what the form showed.
    pub seen: String,
}

impl TryFrom<Vec<(String, String)>> for Form {
    type Error = &'static str;

    fn try_from(fields: Vec<(String, String)>) -> Result<Self, Self::Error> {
        let mut form = Self::default();
        let mut sent = BTreeSet::new();
        for (name, value) in fields {
            match (name.as_str(), Setting::from_name(&name)) {
                (_, Some(setting)) => drop(form.values.insert(setting, value)),
                ("section", None) => form.section = value,
                ("seen", None) => form.seen = value,
                _ => continue,
            }
            if !sent.insert(name) {
                return Err("a field was sent twice");
            }
        }
        Ok(form)
    }
}

impl Form {
    /// The section it was sent from.
    pub fn section(&self) -> Section {
        Section::from_name(&self.section).unwrap_or_default()
    }

    /// The same form with another digest of what it showed.
    #[must_use]
    pub fn seen(self, seen: String) -> Self {
        Self { seen, ..self }
    }

    pub fn value(&self, setting: Setting) -> &str {
        self.values.get(&setting).map_or("", String::as_str)
    }

    /// What the section changes. A browser leaves a box out that is not checked; of what is chosen, nothing chosen leaves
    /// the value as it is.
    pub fn change(&self) -> Vec<(Setting, String)> {
        let change = |setting: Setting| {
            let value = self.value(setting);
            match setting.control() {
                Control::Switch if value.is_empty() => Some((setting, NO.to_owned())),
                Control::Choice(_) | Control::TimeZone if value.is_empty() => None,
                _ => Some((setting, value.to_owned())),
            }
        };
        Setting::of_section(self.section())
            .filter_map(change)
            .collect()
    }

    /// The values that are set, with what was typed into one section laid over them.
    #[must_use]
    pub fn laid_over(mut self, held: Self) -> Self {
        let section = self.section();
        let rest = held.values.into_iter();
        self.values
            .retain(|setting, _| setting.section() == section);
        self.values
            .extend(rest.filter(|(setting, _)| setting.section() != section));
        self
    }
}

impl From<&Application> for Form {
    fn from(application: &Application) -> Self {
        let value = |setting: Setting| (setting, setting.value(application));
        Self {
            values: Setting::ALL.map(value).into(),
            ..Self::default()
        }
    }
}

#[derive(Clone, Default)]
pub struct View {
    pub section: Section,
    pub form: Form,
    pub logo: Option<Logo>,
    pub saved: bool,
    pub problems: Vec<Problem>,
    /// What is stored, where someone else saved it meanwhile.
    pub stored: Option<Form>,
}

/// Where a section is.
pub fn address(section: Section) -> String {
    format!("/staff/settings?section={}", section.name())
}

pub fn page(frame: &Frame, view: &View) -> Page {
    let messages: Messages = view.problems.iter().map(messages::message).collect();
    let section = view.section;
    let name = sections::name(section);
    let about = Document {
        errors: messages.any(),
        accent: Accent::parse(view.form.value(Setting::Accent)).ok(),
        ..Document::new(
            Room::Staff(Place::Settings),
            t!("settings-title", section = name.clone()),
        )
    };
    document(frame, about, || {
        let saved = view.saved;
        let previewed = matches!(section, Section::Looks | Section::Success);
        let logo = (section == Section::Looks)
            .then(|| logo::form(view.logo.as_ref(), &messages).into_any());
        let show = previewed.then(|| {
            view! {
                <button type="submit" class="button secondary" formaction="/staff/settings/preview">
                    {t!("settings-preview-show")}
                </button>
            }
        });
        view! {
            <ErrorSummary messages=&messages />
            <PageHead heading=t!("settings-heading") />
            {saved.then(|| view! { <Notice tone=Tone::Success>{t!("settings-saved")}</Notice> })}
            <div class="settings" class:previewed=previewed>
                {menu(section).into_any()}
                <section class="setting-up" aria-labelledby="section-heading">
                    <h2 id="section-heading">{name}</h2>
                    {view.stored.as_ref().map(|stored| differences::differences(section, &view.form, stored))}
                    {logo}
                    <form method="post" action="/staff/settings" novalidate>
                        <input type="hidden" name="section" value=section.name() />
                        <input type="hidden" name="seen" value=view.form.seen.clone() />
                        {sections::fields(section, &view.form, &messages)}
                        <div class="save-bar">
                            <Button>{t!("settings-save")}</Button>
                            {show}
                        </div>
                    </form>
                </section>
                {previewed.then(|| preview(view).into_any())}
            </div>
        }
    })
}

fn menu(current: Section) -> impl IntoView {
    let links = Section::ALL
        .into_iter()
        .map(|section| {
            let here = (section == current).then_some("page");
            view! {
                <li>
                    <a href=address(section) aria-current=here>
                        {sections::name(section)}
                    </a>
                </li>
            }
        })
        .collect_view();
    view! {
        <nav class="section-menu" aria-label=t!("settings-heading")>
            <ul>{links}</ul>
        </nav>
    }
}

/// The patient's last page with what was typed.
fn preview(view: &View) -> impl IntoView + use<> {
    let typed = |setting| view.form.value(setting).to_owned();
    let shown = done::View {
        clinic: Clinic {
            name: typed(Setting::Name),
            phone: typed(Setting::Phone),
            opening_hours: typed(Setting::OpeningHours),
            logo: view.logo.clone(),
            ..Clinic::default()
        },
        record: t!("settings-preview-record").into_owned(),
        since: Timestamp::from_micros(0),
        may: Vec::new(),
        changeable: None,
        success_message: typed(Setting::SuccessMessage),
        email: t!("settings-preview-email").into_owned(),
    };
    view! {
        <section class="preview" aria-labelledby="preview-heading">
            <h2 id="preview-heading">{t!("settings-preview")}</h2>
            <div class="screen">{done::excerpt(&shown)}</div>
            <p class="hint">{t!("settings-preview-nothing")}</p>
        </section>
    }
}
