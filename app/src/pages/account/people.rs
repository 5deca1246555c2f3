//! `/account/records/{id}/people`: who looks after a record, who is invited to, and a form that invites one more.

use crate::components::{
    Button, Document, ErrorSummary, Frame, Kind, Messages, Notice, Room, TextField, Tone, Weight,
    document,
};
use crate::page::Page;
use crate::pages::account::details::address;
use domain::address::AddressError;
use domain::ids::{PersonId, RecordId};
use domain::policy;
use domain::timestamp::Timestamp;
use domain::zone::Zone;
use leptos::prelude::*;
use uuid::Uuid;
use words::Wording;
use words::t;

#[derive(Clone)]
pub struct View {
    pub record: RecordId,
    pub name: String,
    pub people: Vec<Someone>,
    /// Who is invited: id, address, until when.
    pub invited: Vec<(Uuid, String, Timestamp)>,
    /// As typed.
    pub email: String,
    /// Someone was invited just now: their address, and the digits to tell them.
    pub digits: Option<(String, String)>,
    pub problem: Option<Problem>,
}

/// One who looks after the record.
#[derive(Clone)]
pub struct Someone {
    pub id: PersonId,
    pub name: String,
    pub since: Timestamp,
    /// The one who reads the page.
    pub you: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    Email(AddressError),
    Already,
    TooMany,
    TooManyMails { minutes: u64 },
}

/// Where the page is.
pub fn path(record: RecordId) -> String {
    format!("/account/records/{record}/people")
}

pub fn page(frame: &Frame, view: &View) -> Page {
    let messages: Messages = view.problem.iter().map(message).collect();
    let about = Document {
        errors: messages.any(),
        times_out: true,
        ..Document::new(Room::Patient, t!("people-heading"))
    };
    document(frame, about, || {
        let people: Vec<_> = view.people.iter().map(|one| someone(view, one)).collect();
        let digits = view.digits.clone().map(told);
        view! {
            <p class="back">
                <a href=format!("/account/records/{}", view.record)>{view.name.clone()}</a>
            </p>
            <ErrorSummary messages=&messages />
            {digits}
            <h1>{t!("people-heading")}</h1>
            <p class="lead">{t!("people-record", record = view.name.clone())}</p>
            <p>{t!("people-about")}</p>
            <ul class="own-rows card">{people}</ul>
            {invited(view)}
            <section>
                <h2>{t!("people-invite-heading")}</h2>
                <p>{t!("people-invite-about")}</p>
                <form method="post" action=path(view.record) novalidate>
                    <TextField
                        name="email"
                        label=t!("people-email")
                        kind=Kind::Email
                        error=messages.at("email")
                        value=view.email.clone()
                        autocomplete="off"
                    />
                    <Button weight=Weight::Secondary>{t!("people-invite")}</Button>
                </form>
            </section>
        }
    })
}

fn someone(view: &View, one: &Someone) -> impl IntoView + use<> {
    let date = words::date(Zone::UTC.at(one.since));
    let name = if one.you {
        t!("people-you", name = one.name.clone())
    } else {
        one.name.clone().into()
    };
    // The last one cannot go.
    let remove = (view.people.len() > 1).then(|| {
        let href = format!("{}/{}/remove", path(view.record), one.id);
        let words = if one.you {
            t!("people-leave")
        } else {
            t!("people-remove")
        };
        view! {
            <a href=href>
                {words} <span class="unseen">{t!("item-of", what = one.name.clone())}</span>
            </a>
        }
    });
    view! {
        <li>
            <span class="grow">
                <strong>{name}</strong>
                <span class="hint">{t!("people-since", date = date)}</span>
            </span>
            {remove}
        </li>
    }
}

fn invited(view: &View) -> Option<impl IntoView + use<>> {
    if view.invited.is_empty() {
        return None;
    }
    let action = format!("{}/withdraw", path(view.record));
    let lines: Vec<_> = view
        .invited
        .iter()
        .map(|(id, email, until)| {
            let date = words::date(Zone::UTC.at(*until));
            let of = t!("item-of", what = email.clone());
            view! {
                <li>
                    <span class="grow">
                        <strong>{email.clone()}</strong>
                        <span class="hint">{t!("people-invited-until", date = date)}</span>
                    </span>
                    <form method="post" action=action.clone()>
                        <input type="hidden" name="invitation" value=id.to_string() />
                        <Button weight=Weight::Quiet>
                            {t!("people-withdraw")} <span class="unseen">{of}</span>
                        </Button>
                    </form>
                </li>
            }
        })
        .collect();
    Some(view! {
        <section>
            <h2>{t!("people-invited")}</h2>
            <ul class="own-rows card">{lines}</ul>
        </section>
    })
}

/// The digits of an invitation, once.
fn told((email, digits): (String, String)) -> impl IntoView {
    view! {
        <Notice tone=Tone::Success title=Some(t!("people-digits-heading", email = email))>
            <p>{t!("people-digits-tell")}</p>
            <p>
                <strong>
                    <bdi dir="ltr">{digits}</bdi>
                </strong>
            </p>
            <p>{t!("people-digits-why")}</p>
        </Notice>
    }
}

fn message(problem: &Problem) -> (&'static str, Wording) {
    let words = match problem {
        Problem::Email(error) => address(*error),
        Problem::Already => t!("people-already"),
        Problem::TooMany => t!("people-too-many", max = policy::CUSTODIANS),
        Problem::TooManyMails { minutes } => t!("digits-too-many-mails", minutes = *minutes),
    };
    ("email", words)
}
