//! The clinic as a patient meets it on every page: a name, and a number to call.

use crate::t;
use leptos::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clinic {
    pub name: String,
    pub phone: String,
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
    }
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
