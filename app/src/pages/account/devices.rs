//! `/account/devices`: where the person is signed in, and the end of one sign-in or of all.

use crate::components::{Button, Document, Frame, Room, Weight, document};
use crate::page::Page;
use domain::timestamp::Timestamp;
use domain::zone::Zone;
use leptos::prelude::*;
use words::t;

#[derive(Clone)]
pub struct View {
    pub devices: Vec<Device>,
}

#[derive(Clone)]
pub struct Device {
    /// Names the sign-in in its form.
    pub key: String,
    /// Browser and system; empty where they are not known.
    pub name: String,
    pub since: Timestamp,
    pub seen: Timestamp,
    pub current: bool,
}

pub fn page(frame: &Frame, view: &View) -> Page {
    let about = Document::new(Room::Patient, t!("devices-heading"));
    document(frame, about, || {
        let devices: Vec<_> = view.devices.iter().map(device).collect();
        view! {
            <p class="back">
                <a href="/account">{t!("records-back")}</a>
            </p>
            <h1>{t!("devices-heading")}</h1>
            <p>{t!("devices-intro")}</p>
            <ul class="own-rows card">{devices}</ul>
            <form method="post" action="/account/devices/sign-out-everywhere">
                <p>{t!("devices-everywhere-what")}</p>
                <Button weight=Weight::Warning>{t!("devices-everywhere")}</Button>
            </form>
        }
    })
}

fn device(device: &Device) -> impl IntoView + use<> {
    let name = if device.name.is_empty() {
        t!("devices-unknown")
    } else {
        device.name.clone().into()
    };
    let of = t!("item-of", what = name.clone());
    let at = |at| words::moment(Zone::UTC.at(at));
    let seen = t!(
        "devices-seen",
        since = at(device.since),
        seen = at(device.seen)
    );
    let end = if device.current {
        view! { <strong>{t!("devices-this")}</strong> }.into_any()
    } else {
        view! {
            <form method="post" action="/account/devices">
                <input type="hidden" name="device" value=device.key.clone() />
                <Button weight=Weight::Quiet>
                    {t!("devices-sign-out")} " "
                    <span class="unseen">{of}</span>
                </Button>
            </form>
        }
        .into_any()
    };
    view! {
        <li>
            <span class="grow">
                <span>{name}</span>
                <span class="hint">{seen}</span>
            </span>
            {end}
        </li>
    }
}
