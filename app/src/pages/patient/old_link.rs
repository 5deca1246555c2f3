//! What a visitor reads when a link of the earlier system has no page here: plain words, and the door that is left.

use crate::components::{ButtonLink, Document, Frame, Room, Weight, document};
use crate::page::Page;
use leptos::prelude::*;
use words::t;

pub fn page(frame: &Frame) -> Page {
    let about = Document::new(Room::Patient, t!("old-link-heading"));
    document(frame, about, || {
        view! {
            <h1>{t!("old-link-heading")}</h1>
            <p class="lead">{t!("old-link-next")}</p>
            <ButtonLink href="/connect" weight=Weight::Secondary>
                {t!("enter-code")}
            </ButtonLink>
        }
    })
}
