//! `/staff/sign-in`: the door to the desk.

use crate::components::{
    Button, Document, ErrorSummary, Frame, Kind, Messages, Room, TextField, document,
};
use crate::page::Page;
use crate::pages::account::sign_in::message;
use leptos::prelude::*;
use words::t;

pub use crate::pages::account::sign_in::Problem;

#[derive(Clone, Default)]
pub struct View {
    /// As typed.
    pub email: String,
    pub problems: Vec<Problem>,
}

pub fn page(frame: &Frame, view: &View) -> Page {
    let messages: Messages = view.problems.iter().map(message).collect();
    let about = Document {
        errors: messages.any(),
        ..Document::new(Room::Entrance, t!("staff-sign-in-heading"))
    };
    document(frame, about, || {
        view! {
            <div class="narrow">
                <ErrorSummary messages=&messages />
                <h1>{t!("staff-sign-in-heading")}</h1>
                <form method="post" action="/staff/sign-in" novalidate>
                    <TextField
                        name="email"
                        label=t!("email-label")
                        kind=Kind::Email
                        error=messages.at("email")
                        value=view.email.clone()
                        autocomplete="username"
                    />
                    <TextField
                        name="password"
                        label=t!("password-label")
                        kind=Kind::Password
                        error=messages.at("password")
                        autocomplete="current-password"
                    />
                    <Button>{t!("sign-in-heading")}</Button>
                </form>
                <p>
                    <a href="/staff/forgot-password">{t!("sign-in-forgot")}</a>
                </p>
                <p>{t!("staff-sign-in-help")}</p>
                <p>
                    <a href="/">{t!("staff-sign-in-patients")}</a>
                </p>
            </div>
        }
    })
}
