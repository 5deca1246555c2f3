//! The clinic as a patient meets it on every page: a name, and a number to call; its logo and colour where it has them.

use domain::accent::Accent;
use domain::application::{Application, Logo};
use leptos::prelude::*;
use words::t;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Clinic {
    pub name: String,
    pub phone: String,
    pub email: Option<String>,
    /// May be empty, as the next two.
    pub description: String,
    pub address: String,
    pub opening_hours: String,
    pub logo: Option<Logo>,
    pub accent: Option<Accent>,
}

impl From<&Application> for Clinic {
    fn from(application: &Application) -> Self {
        Self {
            name: application.name.clone(),
            phone: application.phone.clone(),
            email: application.email.clone(),
            description: application.description.clone(),
            address: application.address.clone(),
            opening_hours: application.opening_hours.clone(),
            logo: application.logo.clone(),
            accent: application.accent,
        }
    }
}

/// The clinic's picture; its name to whoever does not see it.
#[component]
pub fn Picture<'a>(clinic: &'a Clinic) -> impl IntoView + use<> {
    clinic.logo.clone().map(|logo| {
        view! {
            <p class="clinic-logo">
                <img
                    src=logo.path()
                    width=logo.width
                    height=logo.height
                    alt=t!("clinic-logo", clinic = clinic.name.clone())
                />
            </p>
        }
    })
}

/// One tap from a phone; on paper and elsewhere the number can be read.
#[component]
pub fn Call<'a>(clinic: &'a Clinic) -> impl IntoView + use<> {
    view! {
        <p class="call">
            <a href=dial(&clinic.phone)>
                {t!("call-clinic", clinic = clinic.name.clone(), phone = clinic.phone.clone())}
            </a>
        </p>
        <OpeningHours clinic=clinic />
    }
}

/// When somebody answers.
#[component]
pub fn OpeningHours<'a>(clinic: &'a Clinic) -> impl IntoView + use<> {
    let hours = clinic.opening_hours.clone();
    (!hours.is_empty()).then(|| {
        view! {
            <p class="opening-hours">
                <span class="hint">{t!("clinic-hours")}</span>
                " "
                <span>{hours}</span>
            </p>
        }
    })
}

/// The number alone, as a link.
#[component]
pub fn Phone<'a>(number: &'a str) -> impl IntoView + use<> {
    view! { <a href=dial(number)>{number.to_owned()}</a> }
}

fn dial(phone: &str) -> String {
    let digits: String = phone
        .chars()
        .filter(|sign| sign.is_ascii_digit() || *sign == '+')
        .collect();
    format!("tel:{digits}")
}
