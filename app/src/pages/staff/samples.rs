//! The desk's pages in every state they can be in.

mod access;
mod bulk;
mod installation;
mod list;
mod new_request;
mod overview;
mod request;
mod set_up;
mod settings;

pub use request::waiting;

use crate::components::Frame;
use crate::page::Page;
use crate::pages::samples::{MAY, stranger};
use crate::pages::staff::ask::Shown;
use domain::application::MayNotConnect;
use domain::connection::Connection;
use domain::identity_code::IdentityCode;
use domain::ids::{ConnectRequestId, RecordId};
use domain::new_request::Draft;
use domain::staff::Role;
use domain::timestamp::Timestamp;
use std::time::Duration;
use uuid::Uuid;

/// Markup that a page has to show as text.
pub const MARKUP: &str = "<b>Emma</b> & \"co\"";

const HOUR: Duration = Duration::from_hours(1);
const DAY: Duration = Duration::from_hours(24);
/// 31 May 2026.
const END: Timestamp = Timestamp::from_micros(MAY.micros() + 28 * 86_400_000_000);

const MAY_NOT: [MayNotConnect; 2] = [MayNotConnect::Mobile, MayNotConnect::MethodsNotSelected];

pub fn robin() -> Frame {
    Frame {
        signed_in: Some("Robin Okafor".into()),
        clinic: Some("City Clinic".into()),
        role: Some(Role::FrontDesk),
        ..stranger()
    }
}

pub fn manager() -> Frame {
    Frame {
        role: Some(Role::Manager),
        ..robin()
    }
}

pub fn code() -> IdentityCode {
    IdentityCode::parse("JKYZ-QNMN-VHRX-ZGNR-GZNF").expect("its check letter fits")
}

fn connected() -> Connection {
    Connection::Connected {
        since: MAY + HOUR * 3,
        record: RecordId(Uuid::from_u128(77)),
    }
}

fn disconnected() -> Connection {
    Connection::Disconnected {
        since: MAY + HOUR * 3,
        until: MAY + DAY,
        record: RecordId(Uuid::from_u128(77)),
    }
}

fn shown(changed: bool) -> Shown {
    Shown {
        seen: "c2Vlbg".into(),
        changed,
    }
}

fn id(number: u128) -> ConnectRequestId {
    ConnectRequestId(Uuid::from_u128(number))
}

pub fn draft() -> Draft {
    Draft {
        external_id: "MRN-10442".into(),
        friendly_name: "Emma's record".into(),
        question: "What did you call the boat you learned to sail in?".into(),
        answer: "Nancy Blackett".into(),
        delivery: "email".into(),
        email: "maria@example.org".into(),
        language: "en".into(),
        ..Draft::default()
    }
}

/// A name for each state, and the page.
pub fn all() -> Vec<(String, Page)> {
    let mut pages = access::all();
    pages.extend(list::all());
    pages.extend(new_request::all());
    pages.extend(request::all());
    pages.extend(settings::all());
    pages.extend(set_up::all());
    pages.extend(installation::all());
    pages.extend(bulk::all());
    pages
}
