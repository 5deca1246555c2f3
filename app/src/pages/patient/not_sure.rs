//! `/connect/not-sure`: whom to ask where a patient does not know which record a letter means. The code stays good.

use super::pair::{Pair, PairShown};
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
    /// The letter and the record that the patient was asked about.
    pub pair: Option<Pair>,
    pub rest: Rest,
}

/// What stays as it is.
#[derive(Clone, Copy)]
pub enum Rest {
    /// Nothing is connected, and the code works until then.
    Code { until: Timestamp },
    /// The connection that the patient wanted to change.
    Connection,
}

pub fn page(frame: &Frame, view: &View) -> Page {
    let about = Document {
        accent: view.clinic.accent,
        ..Document::new(Room::Patient, t!("not-sure-heading"))
    };
    let (kept, back, words) = match view.rest {
        Rest::Code { until } => (
            t!(
                "not-sure-code",
                date = words::date(view.clinic.time_zone.at(until))
            ),
            "/connect/authorize",
            t!("not-sure-back"),
        ),
        Rest::Connection => (t!("not-sure-connection"), "/account", t!("done-account")),
    };
    let ask = t!(
        "not-sure-ask",
        clinic = view.clinic.name.clone(),
        phone = view.clinic.phone.clone()
    );
    document(frame, about, || {
        let pair = view
            .pair
            .as_ref()
            .map(|pair| view! { <PairShown pair=pair /> });
        view! {
            <h1>{t!("not-sure-heading")}</h1>
            {pair}
            <p>{kept}</p>
            <p>{ask}</p>
            <Call clinic=&view.clinic />
            <ButtonLink href=back weight=Weight::Secondary>
                {words}
            </ButtonLink>
        }
    })
}
