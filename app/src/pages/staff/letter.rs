//! `/staff/requests/{id}/letter`: one sheet of paper, A4 or US Letter, with the code and the way to use it.
//!
//! Question and answer are not in its view, so no letter can hold them.

use super::{link, qr};
use crate::components::{Code, Document, Frame, Room, document};
use crate::domain::identity_code::IdentityCode;
use crate::domain::ids::ConnectRequestId;
use crate::domain::timestamp::Timestamp;
use crate::page::Page;
use crate::pages::clinic::Clinic;
use crate::{t, words};
use leptos::prelude::*;

#[derive(Clone)]
pub struct View {
    pub request: ConnectRequestId,
    pub clinic: Clinic,
    pub friendly_name: String,
    pub code: IdentityCode,
    /// As configured: `https://connect.example.org`.
    pub public_url: String,
    /// The date on the letter.
    pub dated: Timestamp,
    /// When the code ends.
    pub ends_at: Timestamp,
}

pub fn page(frame: &Frame, view: &View) -> Page {
    // Browsers print the title at the edge of the sheet: it names the clinic, never the patient.
    let title = t!("letter-title", clinic = view.clinic.name.clone());
    document(frame, Document::new(Room::Print, title), || {
        view! {
            {toolbar(view)}
            <article class="letter">
                {head(view).into_any()}
                <p class="letter-what">{t!("letter-what", clinic = view.clinic.name.clone())}</p>
                <div class="letter-way">
                    {steps(view).into_any()}
                    {qr_code(view)}
                </div>
                {code(view)}
                {help(view)}
            </article>
        }
    })
}

/// On the screen only.
fn toolbar(view: &View) -> impl IntoView + use<> {
    view! {
        <div class="letter-toolbar on-screen">
            <p>
                <a href=format!("/staff/requests/{}", view.request)>{t!("letter-back")}</a>
            </p>
            <p>{t!("letter-print")}</p>
        </div>
    }
}

fn head(view: &View) -> impl IntoView + use<> {
    view! {
        <header>
            <address>
                <strong>{view.clinic.name.clone()}</strong>
                <span>{t!("letter-phone", phone = view.clinic.phone.clone())}</span>
            </address>
            <p class="letter-date">{words::date(view.dated)}</p>
        </header>
        <h1>{t!("letter-heading")}</h1>
        <p class="letter-name">
            <span>{t!("letter-for")}</span>
            " "
            <strong>{view.friendly_name.clone()}</strong>
        </p>
    }
}

fn steps(view: &View) -> impl IntoView + use<> {
    view! {
        <ol>
            <li>
                {t!("letter-step-go")}
                <bdi dir="ltr" class="letter-address">
                    {link::to_type(&view.public_url)}
                </bdi>
            </li>
            <li>{t!("letter-step-code")}</li>
            <li>{t!("letter-step-answer")}</li>
        </ol>
    }
}

fn qr_code(view: &View) -> Option<impl IntoView + use<>> {
    let link = link::with_code(&view.public_url, &view.code);
    let picture = qr::picture(&link, t!("letter-qr"))?;
    Some(view! {
        <figure>
            {picture}
            <figcaption>{t!("letter-qr-caption")}</figcaption>
        </figure>
    })
}

fn code(view: &View) -> impl IntoView + use<> {
    view! {
        <section class="letter-code">
            <h2>{t!("letter-code")}</h2>
            <p>
                <Code code=&view.code />
            </p>
            <p>{t!("letter-ends", date = words::weekday_date(view.ends_at))}</p>
        </section>
    }
}

fn help(view: &View) -> impl IntoView + use<> {
    let phone = || view.clinic.phone.clone();
    view! {
        <footer>
            <p>{t!("letter-question")}</p>
            <p>{t!("letter-help", phone = phone())}</p>
            <p>
                <strong>{t!("letter-not-expecting")}</strong>
                " "
                {t!("letter-not-expecting-call", phone = phone())}
            </p>
        </footer>
    }
}
