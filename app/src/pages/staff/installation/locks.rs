//! `/staff/installation/locks`: the accounts that have to wait after wrong passwords or codes, and a button to end a wait.
//! Addresses alone: no names, no clinics, no records.

use super::back;
use crate::components::{
    Button, Document, ErrorSummary, Frame, Messages, Notice, PAGE, Place, Room, Tone, Weight,
    document,
};
use crate::page::Page;
use domain::timestamp::Timestamp;
use domain::zone::Zone;
use leptos::prelude::*;
use words::Wording;
use words::t;

/// Whose accounts a table lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    Staff,
    Patients,
}

impl Whose {
    pub const fn name(self) -> &'static str {
        match self {
            Self::Staff => "staff",
            Self::Patients => "patients",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Staff, Self::Patients]
            .into_iter()
            .find(|whose| whose.name() == name)
    }

    fn heading(self) -> Wording {
        match self {
            Self::Staff => t!("locks-staff"),
            Self::Patients => t!("locks-patients"),
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lock {
    pub email: String,
    /// The end of the longest wait.
    pub until: Timestamp,
}

#[derive(Clone, Debug, Default)]
pub struct View {
    /// The longest wait first.
    pub staff: Vec<Lock>,
    /// The same of patients.
    pub patients: Vec<Lock>,
    /// A lock was cleared just now.
    pub cleared: bool,
    /// There is no account with the address whose lock was to be cleared.
    pub unknown: bool,
}

pub fn page(frame: &Frame, view: &View) -> Page {
    let unknown = view.unknown.then(|| (PAGE, t!("locks-unknown")));
    let messages: Messages = unknown.into_iter().collect();
    let about = Document {
        errors: messages.any(),
        ..Document::new(Room::Staff(Place::Locks), t!("locks-heading"))
    };
    document(frame, about, || {
        let cleared = view.cleared;
        view! {
            <ErrorSummary messages=&messages />
            {cleared.then(|| view! { <Notice tone=Tone::Success>{t!("locks-cleared")}</Notice> })}
            {back()}
            <h1>{t!("locks-heading")}</h1>
            <p>{t!("locks-about")}</p>
            {locks(Whose::Staff, &view.staff).into_any()}
            {locks(Whose::Patients, &view.patients).into_any()}
        }
    })
}

fn locks(whose: Whose, locks: &[Lock]) -> impl IntoView + use<> {
    let table = if locks.is_empty() {
        view! { <p>{t!("locks-none")}</p> }.into_any()
    } else {
        let rows = locks.iter().map(|lock| row(whose, lock)).collect_view();
        view! {
            <table>
                <caption class="unseen">{whose.heading()}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t!("email-label")}</th>
                        <th scope="col">{t!("locks-until")}</th>
                        <th scope="col">{t!("locks-change")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        }
        .into_any()
    };
    view! {
        <section>
            <h2>{whose.heading()}</h2>
            {table}
        </section>
    }
}

fn row(whose: Whose, lock: &Lock) -> impl IntoView + use<> {
    let email = lock.email.clone();
    let clear = t!("locks-clear", email = email.clone());
    view! {
        <tr>
            <th scope="row">{email.clone()}</th>
            <td data-label=t!("locks-until")>{words::date_and_time(Zone::UTC.at(lock.until))}</td>
            <td data-label=t!("locks-change")>
                <form method="post" action="/staff/installation/locks">
                    <input type="hidden" name="whose" value=whose.name() />
                    <input type="hidden" name="email" value=email />
                    <Button weight=Weight::Quiet>{clear}</Button>
                </form>
            </td>
        </tr>
    }
}
