//! Shown after Disconnect: what that means, and the way back.

use crate::components::{ButtonLink, Document, Frame, Notice, Room, Tone, document};
use crate::page::Page;
use domain::clinic::Clinic;
use leptos::prelude::*;
use words::t;

#[derive(Clone)]
pub struct View {
    pub clinic: Clinic,
    /// The record's name.
    pub record: String,
    /// Where the receipt goes.
    pub email: String,
}

pub fn page(frame: &Frame, view: &View) -> Page {
    let clinic = || view.clinic.name.clone();
    let heading = t!("disconnected-heading", clinic = clinic());
    let about = Document::new(Room::Patient, heading.clone());
    document(frame, about, || {
        let what = t!(
            "disconnected-what",
            clinic = clinic(),
            record = view.record.clone()
        );
        let again = t!(
            "disconnected-again",
            clinic = clinic(),
            phone = view.clinic.phone.clone()
        );
        view! {
            <h1>{heading}</h1>
            <Notice tone=Tone::Success>
                <p>{what}</p>
            </Notice>
            <p>{t!("disconnected-receipt", email = view.email.clone())}</p>
            <p>{again}</p>
            <ButtonLink href="/account">{t!("done-account")}</ButtonLink>
        }
    })
}
