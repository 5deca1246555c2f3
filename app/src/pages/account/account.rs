//! `/account`: the person's records, and the clinics connected to them, each with its way out.

use crate::components::{Button, ButtonLink, Document, Frame, Room, Weight, document};
use crate::page::Page;
use crate::pages::account::change_record::action;
use crate::pages::clinic::Phone;
use domain::clinic::Clinic;
use domain::ids::AuthorizationId;
use domain::timestamp::Timestamp;
use domain::zone::Zone;
use leptos::prelude::*;
use words::t;

#[derive(Clone)]
pub struct View {
    pub name: String,
    pub email: String,
    pub records: Vec<Record>,
    pub connections: Vec<Connection>,
}

#[derive(Clone)]
pub struct Record {
    pub name: String,
    pub made_at: Timestamp,
}

#[derive(Clone)]
pub struct Connection {
    pub authorization: AuthorizationId,
    pub clinic: Clinic,
    /// The record's name.
    pub record: String,
    pub since: Timestamp,
    /// Names of the rules that were granted.
    pub may: Vec<String>,
    /// Another record may be put in the place of this one.
    pub changeable: bool,
}

pub fn page(frame: &Frame, view: &View) -> Page {
    let about = Document::new(Room::Patient, t!("account-title"));
    document(frame, about, || {
        let who = t!(
            "account-signed-in",
            name = view.name.clone(),
            email = view.email.clone()
        );
        view! {
            <h1>{t!("account-heading")}</h1>
            <p>{who}</p>
            {records(view)}
            <h2>{t!("account-connections")}</h2>
            {connections(&view.connections)}
            <ButtonLink href="/connect" weight=Weight::Secondary>
                {t!("account-enter-code")}
            </ButtonLink>
        }
    })
}

fn records(view: &View) -> impl IntoView + use<> {
    if view.records.is_empty() {
        return view! { <p>{t!("account-no-records")}</p> }.into_any();
    }
    let lines: Vec<_> = view
        .records
        .iter()
        .map(|record| {
            let made_at = zone_of(record, &view.connections).at(record.made_at);
            view! {
                <li>
                    <strong>{record.name.clone()}</strong>
                    <span class="hint">
                        {t!("account-record-since", date = words::date(made_at))}
                    </span>
                </li>
            }
        })
        .collect();
    view! { <ul class="records">{lines}</ul> }.into_any()
}

/// A record is nobody's but the person's: its date is in the zone of a clinic that it is connected to, where there is one.
fn zone_of(record: &Record, connections: &[Connection]) -> Zone {
    let mut clinics = connections.iter().filter(|one| one.record == record.name);
    clinics.next().map_or(Zone::UTC, |one| one.clinic.time_zone)
}

fn connections(connections: &[Connection]) -> impl IntoView + use<> {
    if connections.is_empty() {
        return view! { <p>{t!("account-no-connections")}</p> }.into_any();
    }
    connections.iter().map(connection).collect_view().into_any()
}

fn connection(connection: &Connection) -> impl IntoView + use<> {
    let may: Vec<_> = connection
        .may
        .iter()
        .map(|rule| view! { <li>{rule.clone()}</li> })
        .collect();
    let may = (!may.is_empty()).then(|| {
        view! {
            <dt>{t!("account-connection-may")}</dt>
            <dd>
                <ul>{may}</ul>
            </dd>
        }
    });
    let disconnect = t!(
        "account-disconnect",
        clinic = connection.clinic.name.clone(),
        record = connection.record.clone()
    );
    let change = connection.changeable.then(|| {
        let words = t!("account-change-record", record = connection.record.clone());
        view! {
            <p>
                <a href=action(connection.authorization)>{words}</a>
            </p>
        }
    });
    view! {
        <section class="card">
            <h3>{connection.clinic.name.clone()}</h3>
            <dl>
                <dt>{t!("account-connection-record")}</dt>
                <dd>{connection.record.clone()}</dd>
                <dt>{t!("account-connection-since")}</dt>
                <dd>{words::date(connection.clinic.time_zone.at(connection.since))}</dd>
                {may}
                <dt>{t!("account-connection-phone")}</dt>
                <dd>
                    <Phone number=&connection.clinic.phone />
                </dd>
            </dl>
            <form method="post" action="/account/disconnect">
                <input type="hidden" name="authorization" value=connection.authorization.to_string() />
                <Button weight=Weight::Warning>{disconnect}</Button>
            </form>
            {change}
        </section>
    }
}
