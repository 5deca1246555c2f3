//! `/connect/cannot-remember`: what to do when the answer is gone. No try is lost here.

use crate::components::{ButtonLink, Document, Frame, Room, Weight, document};
use crate::page::Page;
use crate::pages::clinic::Call;
use domain::clinic::Clinic;
use leptos::prelude::*;
use words::t;

#[derive(Clone)]
pub struct View {
    pub clinic: Clinic,
}

pub fn page(frame: &Frame, view: &View) -> Page {
    let name = || view.clinic.name.clone();
    let phone = || view.clinic.phone.clone();
    let about = Document {
        accent: view.clinic.accent,
        ..Document::new(Room::Patient, t!("cannot-remember-heading"))
    };
    document(frame, about, || {
        view! {
            <h1>{t!("cannot-remember-heading")}</h1>
            <p>{t!("cannot-remember-no-try")}</p>
            <p>{t!("cannot-remember-think", clinic = name())}</p>
            <p>{t!("cannot-remember-call", clinic = name(), phone = phone())}</p>
            <Call clinic=&view.clinic />
            <ButtonLink href="/connect/question" weight=Weight::Secondary>
                {t!("cannot-remember-back")}
            </ButtonLink>
        }
    })
}
