//! Parts of pages that show the clinic: its picture, its number, when someone answers.

use domain::clinic::Clinic;
use leptos::prelude::*;
use words::t;

/// The clinic's picture; its name to anyone who does not see it.
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

/// When someone answers.
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
