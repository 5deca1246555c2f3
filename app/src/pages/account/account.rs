//! `/account`: one card for each record, with its clinics and their ways out; below it, the account.

use super::about_words;
use super::leaving::coming;
use crate::components::{Button, ButtonLink, Document, Frame, Room, Weight, document};
use crate::page::Page;
use crate::pages::account::{change_record, grown_child, permissions};
use crate::pages::clinic::Phone;
use domain::clinic::Clinic;
use domain::ids::{AuthorizationId, RecordId};
use domain::record::About;
use domain::timestamp::Timestamp;
use domain::zone::Zone;
use leptos::prelude::*;
use words::Wording;
use words::t;

#[derive(Clone)]
pub struct View {
    pub name: String,
    pub email: String,
    pub records: Vec<Record>,
    /// When the account is deleted, where its person asked for that.
    pub ends_at: Option<Timestamp>,
}

#[derive(Clone)]
pub struct Record {
    pub id: RecordId,
    pub name: String,
    pub about: About,
    pub connections: Vec<Connection>,
    pub past: Vec<Past>,
    /// Of a child who is old enough to look after it, by the age that this is from.
    pub grown_from: Option<u32>,
}

#[derive(Clone)]
pub struct Connection {
    pub authorization: AuthorizationId,
    pub clinic: Clinic,
    pub since: Timestamp,
    pub last_use: Option<Timestamp>,
    /// Names of the rules that were granted.
    pub may: Vec<String>,
    /// Another record may be put in the place of this one.
    pub changeable: bool,
    /// A part of what it may do may be switched on or off.
    pub optional: bool,
    /// Who connected it, where that is another one who looks after the record.
    pub by: Option<String>,
}

/// A connection that ended.
#[derive(Clone)]
pub struct Past {
    pub clinic: String,
    pub until: Timestamp,
}

pub fn page(frame: &Frame, view: &View) -> Page {
    let about = Document::new(Room::Patient, t!("own-heading"));
    document(frame, about, || {
        let records: Vec<_> = view.records.iter().map(record).collect();
        let none = view.records.is_empty().then(|| {
            view! {
                <p>{t!("account-no-records")}</p>
                <p>{t!("home-no-records-hint")}</p>
            }
        });
        let grown: Vec<_> = view.records.iter().filter_map(grown).collect();
        let all = (!view.records.is_empty()).then(|| {
            view! {
                <p class="lone">
                    <a href="/account/records">{t!("home-all-records")}</a>
                </p>
            }
        });
        view! {
            <div class="own wide head-row">
                <h1>{t!("own-heading")}</h1>
                <ButtonLink href="/connect">{t!("home-enter-code")}</ButtonLink>
            </div>
            {view.ends_at.map(coming)}
            {grown}
            {none}
            <div class="cards">{records}</div>
            <p class="lone">
                <a href="/account/records/new">{t!("home-new-record")}</a>
            </p>
            {all}
            {rest(view)}
        }
    })
}

fn grown(record: &Record) -> Option<impl IntoView + use<>> {
    let age = record.grown_from?;
    Some(grown_child::notice(record.id, &record.name, age))
}

fn record(record: &Record) -> impl IntoView + use<> {
    let connections: Vec<_> = record
        .connections
        .iter()
        .map(|one| connection(one, &record.name))
        .collect();
    let none = record.connections.is_empty().then(|| {
        view! {
            <p class="no-clinic">
                <strong>{t!("home-no-clinic")}</strong>
                <span class="hint">{t!("home-no-clinic-hint", record = record.name.clone())}</span>
            </p>
        }
    });
    let about = about_words(record.about);
    let about = (!about.is_empty()).then(|| view! { <p class="hint">{about}</p> });
    let href = format!("/account/records/{}", record.id);
    let name = record.name.clone();
    view! {
        <section class="card person-card">
            <div class="person">
                <span class="face" aria-hidden="true">
                    {initial(&record.name)}
                </span>
                <div>
                    <h2>{record.name.clone()}</h2>
                    {about}
                </div>
            </div>
            {none}
            {connections}
            {past(record)}
            <p class="lone open">
                <a href=href>
                    {t!("home-open")} <span class="unseen">{t!("home-open-record", record = name)}</span>
                </a>
            </p>
        </section>
    }
}

/// The first letter of a name, as its sign.
pub(super) fn initial(name: &str) -> String {
    let first = name.chars().find(|sign| sign.is_alphanumeric());
    first.map_or(String::new(), |sign| sign.to_uppercase().collect())
}

fn connection(one: &Connection, record: &str) -> impl IntoView + use<> {
    let zone = one.clinic.time_zone;
    let last = match one.last_use {
        Some(at) => words::date_and_time(zone.at(at)),
        None => t!("home-never-used"),
    };
    // What a clinic does by another one's connection is in the log.
    let (last, by) = match &one.by {
        None => (
            Some(view! {
                <dt>{t!("home-last")}</dt>
                <dd>{last}</dd>
            }),
            None,
        ),
        Some(by) => (
            None,
            Some(view! {
                <dt>{t!("home-connected-by")}</dt>
                <dd>{by.clone()}</dd>
            }),
        ),
    };
    let may: Vec<_> = one
        .may
        .iter()
        .map(|rule| view! { <li>{rule.clone()}</li> })
        .collect();
    let may = (!may.is_empty()).then(|| {
        view! {
            <dt>{t!("home-may")}</dt>
            <dd>
                <ul>{may}</ul>
            </dd>
        }
    });
    let from = t!("home-disconnect-record", record = record.to_owned());
    let change = one.changeable.then(|| {
        view! {
            <p class="lone">
                <a href=change_record::action(one.authorization)>{t!("home-change-record")}</a>
            </p>
        }
    });
    let permissions = one
        .optional
        .then(|| change_permissions(one.authorization, &one.clinic.name, record));
    let disconnect = t!("home-disconnect", clinic = one.clinic.name.clone());
    view! {
        <section class="clinic">
            <h3>{one.clinic.name.clone()}</h3>
            <dl>
                {last}
                {by}
                <dt>{t!("home-since")}</dt>
                <dd>{words::date(zone.at(one.since))}</dd>
                {may}
                <dt>{t!("home-phone")}</dt>
                <dd>
                    <Phone number=&one.clinic.phone />
                </dd>
            </dl>
            {permissions}
            {change}
            <form method="post" action="/account/disconnect">
                <input type="hidden" name="authorization" value=one.authorization.to_string() />
                <Button weight=Weight::Quiet>
                    {disconnect} " " <span class="unseen">{from}</span>
                </Button>
            </form>
        </section>
    }
}

/// Where a person changes what a clinic can do.
pub(super) fn change_permissions(
    id: AuthorizationId,
    clinic: &str,
    record: &str,
) -> impl IntoView + use<> {
    let of = t!(
        "home-permissions-of",
        clinic = clinic.to_owned(),
        record = record.to_owned()
    );
    view! {
        <p class="lone">
            <a href=permissions::action(id)>
                {t!("home-permissions")} <span class="unseen">{of}</span>
            </a>
        </p>
    }
}

fn past(record: &Record) -> Option<impl IntoView + use<>> {
    if record.past.is_empty() {
        return None;
    }
    let lines: Vec<_> = record
        .past
        .iter()
        .map(|past| {
            let date = words::date(Zone::UTC.at(past.until));
            let words = t!("home-past-one", clinic = past.clinic.clone(), date = date);
            view! { <li>{words}</li> }
        })
        .collect();
    Some(view! {
        <details class="past">
            <summary>{t!("home-past")}</summary>
            <ul>{lines}</ul>
        </details>
    })
}

fn rest(view: &View) -> impl IntoView + use<> {
    view! {
        <section class="card account-rows">
            <h2>{t!("own-account")}</h2>
            <ul class="own-rows">
                {row(t!("home-activity"), t!("home-activity-what"), "/account/activity", t!("home-see"))}
                {row(t!("home-name"), view.name.clone().into(), "/account/details", t!("home-change-link"))}
                {row(t!("home-email"), view.email.clone().into(), "/account/details", t!("home-change-link"))}
                {row(t!("password-label"), t!("home-password-what"), "/account/details", t!("home-change-link"))}
                {row(t!("preferences-heading"), t!("preferences-row-what"), "/account/details#preferences", t!("home-change-link"))}
                {row(t!("passkeys-row"), t!("passkeys-row-what"), "/account/passkeys", t!("devices-manage"))}
                {row(t!("second-step-row"), t!("second-step-row-what"), "/account/second-step", t!("devices-manage"))}
                {row(t!("devices-row"), t!("devices-row-what"), "/account/devices", t!("devices-manage"))}
                {row(t!("download-row"), t!("download-row-what"), "/account/download", t!("download-link"))}
                {row(t!("delete-row"), t!("delete-row-what"), "/account/delete", t!("delete-link"))}
            </ul>
        </section>
    }
}

fn row(name: Wording, what: Wording, href: &'static str, link: Wording) -> impl IntoView + use<> {
    view! {
        <li>
            <span class="grow">
                <span class="hint">{name.clone()}</span>
                <span>{what}</span>
            </span>
            <a href=href>
                {link} <span class="unseen">{t!("item-of", what = name)}</span>
            </a>
        </li>
    }
}
