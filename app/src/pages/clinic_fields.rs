//! The fields for a clinic that is new, and for who is to manage it. Part of two pages.

use crate::components::{Kind, Messages, TextField};
use crate::domain::text::{AddressError, TextError};
use crate::pages::account::create_account::{email_words, name_words};
use crate::t;
use leptos::prelude::*;
use serde::Deserialize;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    Clinic(TextError),
    Phone(TextError),
    Name(TextError),
    Email(AddressError),
}

/// What was typed.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct Form {
    pub clinic: String,
    pub phone: String,
    pub name: String,
    pub email: String,
}

pub fn message(problem: Problem) -> (&'static str, String) {
    match problem {
        Problem::Clinic(error) => ("clinic", line_words(error)),
        Problem::Phone(error) => ("phone", line_words(error)),
        Problem::Name(error) => ("name", name_words(error)),
        Problem::Email(error) => ("email", email_words(error)),
    }
}

fn line_words(error: TextError) -> String {
    match error {
        TextError::Empty => t!("set-up-empty"),
        TextError::TooLong { max } => t!("set-up-long", max = max),
        TextError::Invisible => t!("set-up-invisible"),
    }
}

pub fn clinic(form: &Form, messages: &Messages) -> impl IntoView + use<> {
    view! {
        <TextField
            name="clinic"
            label=t!("set-up-clinic")
            hint=Some(t!("set-up-clinic-hint"))
            error=messages.at("clinic")
            value=form.clinic.clone()
            autocomplete="organization"
        />
        <TextField
            name="phone"
            label=t!("set-up-phone")
            hint=Some(t!("set-up-phone-hint"))
            error=messages.at("phone")
            value=form.phone.clone()
            autocomplete="off"
        />
    }
}

/// `autocomplete` says whether they are the reader's own: name and address, or "off" twice.
pub fn manager(
    form: &Form,
    messages: &Messages,
    autocomplete: [&'static str; 2],
) -> impl IntoView + use<> {
    let [of_name, of_email] = autocomplete;
    view! {
        <TextField
            name="name"
            label=t!("name-label")
            error=messages.at("name")
            value=form.name.clone()
            autocomplete=of_name
        />
        <TextField
            name="email"
            label=t!("email-label")
            kind=Kind::Email
            error=messages.at("email")
            value=form.email.clone()
            autocomplete=of_email
        />
    }
}
