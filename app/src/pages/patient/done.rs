//! `/connect/done`: connected. Can be opened again; nothing is done twice.

use crate::components::{ButtonLink, Document, Frame, Icon, Notice, Room, Sign, Tone, document};
use crate::page::Page;
use crate::pages::account::change_record::action;
use crate::pages::clinic::{Call, OpeningHours, Picture};
use domain::clinic::Clinic;
use domain::ids::AuthorizationId;
use domain::policy;
use domain::timestamp::Timestamp;
use leptos::prelude::*;
use words::t;

#[derive(Clone)]
pub struct View {
    pub clinic: Clinic,
    /// The connected record's name.
    pub record: String,
    pub since: Timestamp,
    /// Names of the rules that were granted.
    pub may: Vec<String>,
    /// The connection, while its record may be changed.
    pub changeable: Option<AuthorizationId>,
    /// The clinic's own words: plain text, line breaks kept.
    pub success_message: String,
    /// Where the receipt goes.
    pub email: String,
}

pub fn page(frame: &Frame, view: &View) -> Page {
    let clinic = || view.clinic.name.clone();
    let heading = t!("done-heading", clinic = clinic());
    let about = Document {
        accent: view.clinic.accent,
        ..Document::new(Room::Patient, heading.clone())
    };
    document(frame, about, || {
        let message = (!view.success_message.is_empty()).then(|| {
            view! {
                <section class="message">
                    <h2>{t!("done-message", clinic = clinic())}</h2>
                    <blockquote>{view.success_message.clone()}</blockquote>
                </section>
            }
        });
        view! {
            <Picture clinic=&view.clinic />
            <div class="panel">
                <Sign icon=Icon::Tick />
                <h1>{heading}</h1>
                <p>{t!("done-record", record = view.record.clone())}</p>
            </div>
            {message}
            {wrong_record(view)}
            {receipt(view)}
            <h2>{t!("done-next")}</h2>
            <ul>
                <li>{t!("done-next-clinic", clinic = clinic())}</li>
                <li>{t!("done-next-nothing")}</li>
                <li>{t!("done-receipt", email = view.email.clone())}</li>
            </ul>
            <h2>{t!("done-stop")}</h2>
            <p>{t!("done-stop-how", clinic = clinic())}</p>
            <Call clinic=&view.clinic />
            <p class="on-screen">{t!("done-print")}</p>
            <section class="other-way on-screen">
                <h2>{t!("done-another")}</h2>
                <p>{t!("done-another-what")}</p>
                <p>
                    <a href="/connect">{t!("done-another-code")}</a>
                </p>
            </section>
            <ButtonLink href="/account">{t!("done-account")}</ButtonLink>
        }
    })
}

fn wrong_record(view: &View) -> Option<impl IntoView + use<>> {
    let hours = policy::RECORD_CHANGE.as_secs() / 3_600;
    view.changeable.map(|id| {
        view! {
            <div class="on-screen">
                <Notice tone=Tone::Warning title=Some(t!("done-wrong-record"))>
                    <p>{t!("done-wrong-record-how", hours = hours)}</p>
                    <p>
                        <a href=action(id)>{t!("done-change-record")}</a>
                    </p>
                </Notice>
            </div>
        }
    })
}

fn receipt(view: &View) -> impl IntoView + use<> {
    let rules: Vec<_> = view
        .may
        .iter()
        .map(|rule| view! { <li>{rule.clone()}</li> })
        .collect();
    let may = (!rules.is_empty()).then(|| {
        view! {
            <dt>{t!("account-connection-may")}</dt>
            <dd>
                <ul>{rules}</ul>
            </dd>
        }
    });
    view! {
        <section class="card">
            <h2>{t!("done-receipt-heading")}</h2>
            <dl>
                <dt>{t!("account-connection-record")}</dt>
                <dd>{view.record.clone()}</dd>
                <dt>{t!("done-receipt-clinic")}</dt>
                <dd>{view.clinic.name.clone()}</dd>
                <dt>{t!("account-connection-since")}</dt>
                <dd>{words::date(view.clinic.time_zone.at(view.since))}</dd>
                {may}
            </dl>
        </section>
    }
}

/// What the clinic's own words and looks make of the page, as a picture of it within another page: no headings, and
/// nothing to click.
pub fn excerpt(view: &View) -> impl IntoView + use<> {
    let clinic = || view.clinic.name.clone();
    let phone = view.clinic.phone.clone();
    view! {
        <Picture clinic=&view.clinic />
        <div class="panel">
            <p class="as-heading">{t!("done-heading", clinic = clinic())}</p>
            <p>{t!("done-record", record = view.record.clone())}</p>
        </div>
        <div class="message">
            <p class="as-heading">{t!("done-message", clinic = clinic())}</p>
            <blockquote>{view.success_message.clone()}</blockquote>
        </div>
        <p class="as-link">{t!("call-clinic", clinic = clinic(), phone = phone)}</p>
        <OpeningHours clinic=&view.clinic />
        <p>
            <span class="button">{t!("done-account")}</span>
        </p>
    }
}
