//! `/staff/forgot-password`: has a link to a new password mailed. The same pages regardless of who has the address.

use crate::components::{
    Button, Document, ErrorSummary, Frame, Kind, Messages, Room, TextField, document,
};
use crate::page::Page;
use crate::pages::account::forgot_password::ask_words;
use domain::policy;
use leptos::prelude::*;
use words::Wording;
use words::t;

pub use crate::pages::account::forgot_password::AskProblem;

#[derive(Clone)]
pub enum View {
    Ask {
        /// As typed.
        email: String,
        problem: Option<AskProblem>,
    },
    Sent,
    /// This installation sends no mail.
    NoMail,
}

pub fn page(frame: &Frame, view: &View) -> Page {
    match view {
        View::Ask { email, problem } => ask(frame, email, *problem),
        View::Sent => {
            let minutes = policy::NEW_PASSWORD_LIFE.as_secs() / 60;
            let next = t!("staff-forgot-sent-next", minutes = minutes);
            told(frame, t!("staff-forgot-sent"), next)
        }
        View::NoMail => told(
            frame,
            t!("staff-forgot-heading"),
            t!("staff-forgot-no-mail"),
        ),
    }
}

fn ask(frame: &Frame, email: &str, problem: Option<AskProblem>) -> Page {
    let messages: Messages = problem
        .map(|problem| ("email", ask_words(problem)))
        .into_iter()
        .collect();
    let about = Document {
        errors: messages.any(),
        ..Document::new(Room::Entrance, t!("staff-forgot-heading"))
    };
    document(frame, about, || {
        view! {
            <div class="narrow">
                <ErrorSummary messages=&messages />
                <h1>{t!("staff-forgot-heading")}</h1>
                <p>{t!("staff-forgot-why")}</p>
                <form method="post" action="/staff/forgot-password" novalidate>
                    <TextField
                        name="email"
                        label=t!("email-label")
                        kind=Kind::Email
                        error=messages.at("email")
                        value=email.to_owned()
                        autocomplete="username"
                    />
                    <Button>{t!("staff-forgot-send")}</Button>
                </form>
                {others()}
            </div>
        }
    })
}

/// Whom no link reaches.
fn others() -> impl IntoView {
    view! {
        <p>{t!("staff-forgot-manager")}</p>
        <p>{t!("staff-forgot-operator")}</p>
        <p>
            <a href="/staff/sign-in">{t!("staff-sign-in-heading")}</a>
        </p>
    }
}

fn told(frame: &Frame, heading: Wording, next: Wording) -> Page {
    let about = Document::new(Room::Entrance, heading.clone());
    document(frame, about, || {
        view! {
            <div class="narrow">
                <h1>{heading}</h1>
                <p>{next}</p>
                {others()}
            </div>
        }
    })
}
