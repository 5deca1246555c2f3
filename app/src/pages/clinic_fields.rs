//! The fields for a clinic that is new, and for who is to manage it. Part of two pages.

use crate::components::{Kind, Messages, TextField};
use crate::pages::account::create_account::{email_words, line_words, name_words};
use crate::pages::{invitee, time_zone};
use domain::address::AddressError;
use domain::text::TextError;
use leptos::prelude::*;
use serde::Deserialize;
use words::Wording;
use words::t;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    Clinic(TextError),
    Phone(TextError),
    TimeZone,
    Name(TextError),
    Email(AddressError),
}

/// What was typed.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct Form {
    pub clinic: String,
    pub phone: String,
    /// An IANA name. Empty where no one has chosen: the browser may propose its own.
    pub time_zone: String,
    pub name: String,
    pub email: String,
}

/// Who is to manage the clinic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manager {
    /// The person who fills the form in.
    Reader,
    Another,
}

pub fn message(problem: Problem, manager: Manager) -> (&'static str, Wording) {
    match (problem, manager) {
        (Problem::Clinic(error), _) => ("clinic", line_words(error, t!("set-up-clinic-empty"))),
        (Problem::Phone(error), _) => ("phone", line_words(error, t!("set-up-phone-empty"))),
        (Problem::TimeZone, _) => (time_zone::NAME, time_zone::message()),
        (Problem::Name(error), Manager::Reader) => ("name", name_words(error)),
        (Problem::Name(error), Manager::Another) => invitee::name_message(error),
        (Problem::Email(error), Manager::Reader) => ("email", email_words(error)),
        (Problem::Email(error), Manager::Another) => invitee::email_message(error),
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
        {time_zone::field(&form.time_zone, messages)}
    }
}

pub fn manager(form: &Form, messages: &Messages, manager: Manager) -> AnyView {
    match manager {
        Manager::Reader => own(form, messages).into_any(),
        Manager::Another => invitee::fields(&form.name, &form.email, messages).into_any(),
    }
}

fn own(form: &Form, messages: &Messages) -> impl IntoView + use<> {
    view! {
        <TextField
            name="name"
            label=t!("name-label")
            error=messages.at("name")
            value=form.name.clone()
            autocomplete="name"
        />
        <TextField
            name="email"
            label=t!("email-label")
            kind=Kind::Email
            error=messages.at("email")
            value=form.email.clone()
            autocomplete="username"
        />
    }
}
