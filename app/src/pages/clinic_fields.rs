//! The fields for a clinic that is new, and for who is to manage it. Part of two pages.

use crate::components::{Kind, Messages, TextField};
use crate::domain::text::{AddressError, TextError};
use crate::pages::account::create_account::{address_words, email_words, line_words, name_words};
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

/// Who is to manage the clinic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manager {
    /// Whoever fills the form in.
    Reader,
    Another,
}

pub fn message(problem: Problem, manager: Manager) -> (&'static str, String) {
    match (problem, manager) {
        (Problem::Clinic(error), _) => ("clinic", line_words(error, t!("set-up-clinic-empty"))),
        (Problem::Phone(error), _) => ("phone", line_words(error, t!("set-up-phone-empty"))),
        (Problem::Name(error), Manager::Reader) => ("name", name_words(error)),
        (Problem::Name(error), Manager::Another) => {
            ("name", line_words(error, t!("their-name-empty")))
        }
        (Problem::Email(error), Manager::Reader) => ("email", email_words(error)),
        (Problem::Email(error), Manager::Another) => {
            ("email", address_words(error, t!("their-email-empty")))
        }
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

pub fn manager(form: &Form, messages: &Messages, manager: Manager) -> impl IntoView + use<> {
    let (label, of_name, of_email) = match manager {
        Manager::Reader => (t!("name-label"), "name", "username"),
        Manager::Another => (t!("team-name"), "off", "off"),
    };
    view! {
        <TextField
            name="name"
            label=label
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
