//! `/staff/installation/clinics/new`: one more clinic, and who is invited to manage it.

use super::back;
use crate::components::{Button, Document, ErrorSummary, Frame, Messages, Place, Room, document};
use crate::page::Page;
use crate::pages::clinic_fields::{self, Form, Manager};
use domain::policy;
use leptos::prelude::*;
use words::Wording;
use words::t;

/// Why no clinic was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    Typed(clinic_fields::Problem),
    /// Someone signs in to a desk with this address.
    EmailTaken,
}

#[derive(Clone, Default)]
pub struct View {
    pub form: Form,
    pub problems: Vec<Problem>,
}

fn message(problem: Problem) -> (&'static str, Wording) {
    match problem {
        Problem::Typed(problem) => clinic_fields::message(problem, Manager::Another),
        Problem::EmailTaken => ("email", t!("team-email-taken")),
    }
}

pub fn page(frame: &Frame, view: &View) -> Page {
    let messages: Messages = view.problems.iter().copied().map(message).collect();
    let about = Document {
        errors: messages.any(),
        ..Document::new(Room::Staff(Place::Installation), t!("clinics-new"))
    };
    document(frame, about, || {
        let days = policy::INVITATION_DAYS;
        view! {
            <ErrorSummary messages=&messages />
            {back()}
            <div class="setting-up">
                <h1>{t!("clinics-new")}</h1>
                <form method="post" action="/staff/installation/clinics/new" novalidate>
                    {clinic_fields::clinic(&view.form, &messages).into_any()}
                    <h2>{t!("clinic-manager-heading")}</h2>
                    <p>{t!("clinic-manager-about", days = days)}</p>
                    {clinic_fields::manager(&view.form, &messages, Manager::Another).into_any()}
                    <Button>{t!("clinics-add")}</Button>
                </form>
            </div>
        }
    })
}
