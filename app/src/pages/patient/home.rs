//! `/`: two doors, and a small one for staff.

use crate::components::{Document, Frame, Room, document};
use crate::page::Page;
use leptos::prelude::*;
use words::t;

pub fn page(frame: &Frame) -> Page {
    let (records, words) = match frame.signed_in {
        Some(_) => ("/account", t!("home-account")),
        None => ("/sign-in", t!("home-sign-in")),
    };
    document(
        frame,
        Document::new(Room::Patient, t!("home-title")),
        || {
            view! {
                <h1>{t!("home-heading")}</h1>
                <p class="lead">{t!("home-intro")}</p>
                <a class="door first" href="/connect">
                    <strong>{t!("home-code")}</strong>
                    <span>{t!("home-code-hint")}</span>
                </a>
                <a class="door" href=records>
                    <strong>{words}</strong>
                    <span>{t!("home-account-hint")}</span>
                </a>
                <p class="aside">
                    <a href="/staff/sign-in">{t!("home-staff")}</a>
                </p>
            }
        },
    )
}
