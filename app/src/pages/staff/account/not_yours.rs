//! What someone of the staff sees of a page that is for others.

use crate::components::{ButtonLink, Document, Frame, Place, Room, document};
use crate::page::Page;
use leptos::prelude::*;
use words::t;

/// Whose page it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    Managers,
    Operators,
    /// A clinic's: operators see no patients.
    Desks,
}

pub fn page(frame: &Frame, whose: Whose) -> Page {
    let about = Document::new(Room::Staff(Place::Account), t!("not-yours-heading"));
    document(frame, about, || {
        let words = match whose {
            Whose::Managers => t!("not-yours-managers"),
            Whose::Operators => t!("not-yours-operators"),
            Whose::Desks => t!("not-yours-desks"),
        };
        view! {
            <div class="narrow">
                <h1>{t!("not-yours-heading")}</h1>
                <p>{words}</p>
                <ButtonLink href="/staff">{t!("not-yours-go")}</ButtonLink>
            </div>
        }
    })
}
