//! Someone who is invited to work with us: the fields to name them, and how long their link works. Part of several pages.

use crate::components::{Kind, Messages, TextField};
use crate::pages::account::create_account::{address_words, line_words};
use domain::address::AddressError;
use domain::invitation::Invitation;
use domain::text::TextError;
use domain::timestamp::Timestamp;
use domain::zone::Zone;
use leptos::prelude::*;
use words::Wording;
use words::t;

pub fn name_message(error: TextError) -> (&'static str, Wording) {
    ("name", line_words(error, t!("their-name-empty")))
}

pub fn email_message(error: AddressError) -> (&'static str, Wording) {
    ("email", address_words(error, t!("their-email-empty")))
}

pub fn fields(name: &str, email: &str, messages: &Messages) -> impl IntoView + use<> {
    view! {
        <TextField
            name="name"
            label=t!("team-name")
            error=messages.at("name")
            value=name.to_owned()
            autocomplete="off"
        />
        <TextField
            name="email"
            label=t!("email-label")
            kind=Kind::Email
            error=messages.at("email")
            value=email.to_owned()
            autocomplete="off"
        />
    }
}

/// The day on which the link ends, or ended.
pub fn until(invitation: &Invitation, now: Timestamp, zone: Zone) -> Wording {
    let until = words::date(zone.at(invitation.expires_at));
    match invitation.check(now) {
        Ok(()) => until,
        Err(_) => t!("team-invitation-ended", date = until),
    }
}
