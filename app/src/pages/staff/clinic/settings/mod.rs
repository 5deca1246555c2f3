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
use domain::timestamp::Timestamp;
use leptos::prelude::*;
use serde::Deserialize;
use words::t;

/// What was typed, or what holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Form {
    pub name: String,
    pub description: String,
    pub phone: String,
    pub email: String,
    pub address: String,
    pub opening_hours: String,
    pub time_zone: String,
    pub accent: String,
    pub success_message: String,
    pub privacy_url: String,
    pub terms_url: String,
    pub lifetime_days: String,
    pub wrong_answers: String,
    pub answer_mode: String,
    pub staff_authenticator: String,
    /// Not empty where they are wanted.
    pub reminders: String,
    /// The section that was shown, by its name.
    pub section: String,
    /// What the form showed.
    pub seen: String,
}

/// The value of a box that is ticked.
const ON: &str = "on";

impl Form {
    /// The section it was sent from.
    pub fn section(&self) -> Section {
        Section::from_name(&self.section).unwrap_or_default()
    }

    /// What holds, with what was typed into one section laid over it.
    #[must_use]
    pub fn laid_over(self, held: Self) -> Self {
        let section = self.section();
        let held = Self {
            section: self.section,
            seen: self.seen,
            ..held
        };
        match section {
            Section::Clinic => Self {
                name: self.name,
                description: self.description,
                time_zone: self.time_zone,
                ..held
            },
            Section::Contact => Self {
                phone: self.phone,
                email: self.email,
                address: self.address,
                opening_hours: self.opening_hours,
                ..held
            },
            Section::Looks => Self {
                accent: self.accent,
                ..held
            },
            Section::Success => Self {
                success_message: self.success_message,
                ..held
            },
            Section::Statements => Self {
                privacy_url: self.privacy_url,
                terms_url: self.terms_url,
                ..held
            },
            Section::Codes => Self {
                lifetime_days: self.lifetime_days,
                wrong_answers: self.wrong_answers,
                answer_mode: self.answer_mode,
                ..held
            },
            Section::Reminders => Self {
                reminders: self.reminders,
                ..held
            },
            Section::Staff => Self {
                staff_authenticator: self.staff_authenticator,
                ..held
            },
        }
    }
}

impl From<Application> for Form {
    fn from(application: Application) -> Self {
        Self {
            name: application.name,
            description: application.description,
            phone: application.phone,
            email: application.email.unwrap_or_default(),
            address: application.address,
            opening_hours: application.opening_hours,
            time_zone: application.time_zone.name().to_owned(),
            accent: application.accent.map(Accent::hex).unwrap_or_default(),
            success_message: application.success_message,
            privacy_url: application.privacy_url.unwrap_or_default(),
            terms_url: application.terms_url.unwrap_or_default(),
            lifetime_days: application.policy.lifetime_days.to_string(),
            wrong_answers: application.policy.wrong_answers.to_string(),
            answer_mode: application.answer_mode.name().to_owned(),
            staff_authenticator: yes_or_no(application.staff_authenticator).to_owned(),
            reminders: if application.reminders { ON } else { "" }.to_owned(),
            section: String::new(),
            seen: String::new(),
        }
    }
}

const fn yes_or_no(yes: bool) -> &'static str {
    if yes { "yes" } else { "no" }
}

#[derive(Clone, Default)]
pub struct View {
    pub section: Section,
    pub form: Form,
    pub logo: Option<Logo>,
    pub saved: bool,
    pub problems: Vec<Problem>,
    /// What is stored, where somebody else saved it meanwhile.
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
        accent: Accent::parse(&view.form.accent).ok(),
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
                    {view.stored.as_ref().map(|stored| differences::differences(&view.form, stored))}
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
    let form = &view.form;
    let shown = done::View {
        clinic: Clinic {
            name: form.name.clone(),
            phone: form.phone.clone(),
            opening_hours: form.opening_hours.clone(),
            logo: view.logo.clone(),
            ..Clinic::default()
        },
        record: t!("settings-preview-record"),
        since: Timestamp::from_micros(0),
        may: Vec::new(),
        changeable: None,
        success_message: form.success_message.clone(),
        email: t!("settings-preview-email"),
    };
    view! {
        <section class="preview" aria-labelledby="preview-heading">
            <h2 id="preview-heading">{t!("settings-preview")}</h2>
            <div class="screen">{done::excerpt(&shown)}</div>
            <p class="hint">{t!("settings-preview-nothing")}</p>
        </section>
    }
}
