//! Shown after "No, do not connect": nothing has changed, and the code still works.

use crate::components::{ButtonLink, Document, Frame, Room, Weight, document};
use crate::page::Page;
use crate::pages::clinic::Call;
use domain::clinic::Clinic;
use domain::timestamp::Timestamp;
use leptos::prelude::*;
use words::t;

#[derive(Clone)]
pub struct View {
    pub clinic: Clinic,
    /// Until when the code works.
    pub until: Timestamp,
}

pub fn page(frame: &Frame, view: &View) -> Page {
    let about = Document {
        accent: view.clinic.accent,
        ..Document::new(Room::Patient, t!("declined-heading"))
    };
    document(frame, about, || {
        view! {
            <h1>{t!("declined-heading")}</h1>
            <p class="lead">{t!("declined-nothing-shared", clinic = view.clinic.name.clone())}</p>
            <p>{t!("declined-until", date = words::date(view.clinic.time_zone.at(view.until)))}</p>
            <Call clinic=&view.clinic />
            <ButtonLink href="/" weight=Weight::Secondary>
                {t!("go-to-start")}
            </ButtonLink>
        }
    })
}
