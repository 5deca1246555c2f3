//! `/`: two doors, and a small one for staff.

use crate::components::{Document, Door, Frame, Icon, Room, document};
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
                <Door href="/connect" icon=Icon::Letter title=t!("home-code") hint=Some(t!("home-code-hint")) first=true />
                <Door href=records icon=Icon::Person title=words hint=Some(t!("home-account-hint")) />
                <p class="aside">
                    <a href="/staff/sign-in">{t!("home-staff")}</a>
                </p>
            }
        },
    )
}
