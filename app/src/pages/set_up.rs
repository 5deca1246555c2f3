//! `/set-up/{token}`: the first start. The first clinic, its first manager, and how mail leaves.

use super::clinic_fields::{self, Manager};
use super::mail_fields::{self, Tested};
use crate::components::{
    Button, ButtonLink, Document, ErrorSummary, Frame, Messages, Room, document,
};
use crate::page::Page;
use crate::pages::password::{self, NewPassword};
use domain::outgoing_mail::Draft;
use domain::password::PasswordError;
use leptos::prelude::*;
use serde::Deserialize;
use words::Wording;
use words::t;

/// Why nothing was set up, or no test mail was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    Clinic(clinic_fields::Problem),
    Password(PasswordError),
    Mail(mail_fields::Problem),
    Unavailable,
}

/// What was typed, but for passwords.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct Form {
    #[serde(flatten)]
    pub clinic: clinic_fields::Form,
    #[serde(flatten)]
    pub mail: Draft,
    pub test_to: String,
}

#[derive(Clone, Default)]
pub struct Asked {
    pub token: String,
    pub form: Form,
    /// The configuration says how mail leaves: no one is asked.
    pub mail_is_configured: bool,
    pub tested: Option<Tested>,
    pub problems: Vec<Problem>,
}

#[derive(Clone)]
pub enum View {
    Asked(Box<Asked>),
    /// The link was used, or a later start printed another one.
    Over,
    Done,
}

pub fn page(frame: &Frame, view: &View) -> Page {
    match view {
        View::Asked(asked) => form(frame, asked),
        View::Over => told(frame, t!("set-up-over"), t!("set-up-over-next")),
        View::Done => told(frame, t!("set-up-done"), t!("set-up-done-next")),
    }
}

fn message(problem: Problem) -> (&'static str, Wording) {
    match problem {
        Problem::Clinic(problem) => clinic_fields::message(problem, Manager::Reader),
        Problem::Password(error) => ("password", password::message(error)),
        Problem::Mail(problem) => mail_fields::message(problem),
        Problem::Unavailable => ("main", t!("set-up-unavailable")),
    }
}

fn form(frame: &Frame, view: &Asked) -> Page {
    let messages: Messages = view.problems.iter().copied().map(message).collect();
    let about = Document {
        errors: messages.any(),
        ..Document::new(Room::Wide, t!("set-up-heading"))
    };
    document(frame, about, || {
        let action = format!("/set-up/{}", view.token);
        let mail = if view.mail_is_configured {
            view! { <p>{t!("set-up-mail-configured")}</p> }.into_any()
        } else {
            mail_fields::fields(&view.form.mail, false, &messages).into_any()
        };
        let test = (!view.mail_is_configured)
            .then(|| mail_fields::test(&view.form.test_to, t!("mail-test-about"), &messages));
        view! {
            <ErrorSummary messages=&messages />
            {view.tested.as_ref().map(|tested| mail_fields::outcome(tested, t!("mail-test-sent-next")))}
            <div class="setting-up">
                <h1>{t!("set-up-heading")}</h1>
                <p>{t!("set-up-about")}</p>
                <form method="post" action=action novalidate>
                    <h2>{t!("set-up-clinic-heading")}</h2>
                    {clinic_fields::clinic(&view.form.clinic, &messages).into_any()}
                    {manager(&view.form.clinic, &messages).into_any()}
                    <h2>{t!("set-up-mail")}</h2>
                    <p>{t!("set-up-mail-about")}</p>
                    {mail}
                    <Button>{t!("set-up-save")}</Button>
                    {test}
                </form>
            </div>
        }
    })
}

fn manager(form: &clinic_fields::Form, messages: &Messages) -> impl IntoView + use<> {
    view! {
        <h2>{t!("set-up-manager-heading")}</h2>
        <p>{t!("set-up-manager-about")}</p>
        {clinic_fields::manager(form, messages, Manager::Reader)}
        <NewPassword label=t!("password-label") messages=messages />
    }
}

fn told(frame: &Frame, heading: Wording, next: Wording) -> Page {
    let about = Document::new(Room::Wide, heading.clone());
    document(frame, about, || {
        view! {
            <div class="narrow">
                <h1>{heading}</h1>
                <p>{next}</p>
                <ButtonLink href="/staff/sign-in">{t!("staff-sign-in-heading")}</ButtonLink>
            </div>
        }
    })
}
