//! Every page in every state it can be in, for the tests that hold for all of them.

mod account;
mod connecting;
mod deciding;
mod forgotten;
mod house;
mod house_forms;
mod patient;
mod proofs;

pub use connecting::{authorizing, choosing, connected};
pub use patient::asked;

use crate::components::{Assets, Bundle, Frame};
use crate::page::Page;
use crate::pages::{api, problem};
use domain::accent::Accent;
use domain::application::Logo;
use domain::clinic::Clinic;
use domain::ids::{ApplicationId, RecordId};
use domain::timestamp::Timestamp;
use domain::zone::Zone;
use uuid::Uuid;

/// 3 May 2026, 09:14 in UTC.
pub const MAY: Timestamp = Timestamp::from_micros(1_777_799_640_000_000);

pub fn stranger() -> Frame {
    Frame {
        assets: Assets {
            css: "main.css".into(),
            staff_css: "staff.css".into(),
            bundle: Some(Bundle {
                js: "/pkg/app.js".into(),
                wasm: "/pkg/app.wasm".into(),
                desk: "/pkg/desk.js".into(),
                passkey: "/pkg/passkey.js".into(),
            }),
        },
        signed_in: None,
        clinic: None,
        role: None,
        time_zone: Zone::UTC,
    }
}

pub fn maria() -> Frame {
    Frame {
        signed_in: Some("Maria Miller".into()),
        ..stranger()
    }
}

pub fn clinic() -> Clinic {
    Clinic {
        name: "City Clinic".into(),
        phone: "020 7946 0123".into(),
        email: Some("desk@clinic.example".into()),
        description: "Family doctors in the old harbour".into(),
        address: "12 Harbour Road\nLondon SE1 0AA".into(),
        opening_hours: "Monday to Friday, 8 am to 6 pm".into(),
        logo: Some(Logo {
            application: ApplicationId(Uuid::from_u128(9)),
            digest: "0123456789abcdef0123456789abcdef".into(),
            width: 240,
            height: 80,
        }),
        accent: Accent::parse("#7a0019").ok(),
        time_zone: Zone::UTC,
    }
}

fn record_id(number: u128) -> RecordId {
    RecordId(Uuid::from_u128(number))
}

/// A name for each state, and the page.
pub fn all() -> Vec<(String, Page)> {
    let mut pages = patient::all();
    pages.extend(patient::endings());
    pages.extend(account::all());
    pages.extend(house::all());
    pages.extend(proofs::all());
    pages.extend(manual());
    pages.extend(crate::pages::staff::samples::all());
    pages
}

fn manual() -> Vec<(String, Page)> {
    use api::{Answer, Call, Place, Taken, View};
    let taken = |name: &str, place, required| Taken {
        name: name.into(),
        place,
        required,
        about: "In words, with `code`.".into(),
    };
    let view = View {
        base: "https://connect.example.org/api/v1".into(),
        calls: vec![Call {
            id: "createConnectRequest".into(),
            method: "POST".into(),
            path: "/connect-requests/{id}".into(),
            purpose: "Makes a connect request".into(),
            more: "The same call with the same `Idempotency-Key` makes one request.".into(),
            takes: vec![
                taken("id", Place::Path, true),
                taken("after", Place::Query, false),
                taken("Idempotency-Key", Place::Header, false),
                taken("answer", Place::Body, true),
            ],
            answers: vec![Answer {
                status: "409".into(),
                about: "`external-id-taken`, which names the holder".into(),
            }],
            curl: "curl -X POST \"https://connect.example.org/api/v1/connect-requests\"".into(),
        }],
    };
    let mut pages = vec![("api".to_owned(), api::page(&stranger(), &view))];
    for (code, next) in problem::NEXT {
        let view = problem::View {
            code: (*code).to_owned(),
            next: next(),
        };
        pages.push((format!("problem-{code}"), problem::page(&stranger(), &view)));
    }
    pages
}
