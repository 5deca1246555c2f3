//! `/account/records/{id}/items`: a record's things, page by page; and one of them with all that it says.

use super::contents::points;
use super::trend;
use crate::components::{ButtonLink, Document, Frame, Room, Weight, document};
use crate::page::Page;
use domain::ids::RecordId;
use domain::thing::reading::{Facts, FieldOf, Sort};
use domain::timestamp::Timestamp;
use domain::units::Units;
use domain::zone::Zone;
use leptos::prelude::*;
use uuid::Uuid;
use words::Wording;
use words::{t, things};

/// Who added or changed a thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Writer {
    You,
    /// A clinic, or another one who looks after the record.
    Named(String),
    Another,
}

#[derive(Clone, Debug)]
pub struct Item {
    pub id: Uuid,
    pub sort: Sort,
    pub facts: Facts,
    pub effective_at: Timestamp,
    pub added_by: Writer,
    pub added_at: Timestamp,
    pub changed: Option<(Writer, Timestamp)>,
    /// The person added it and may change it.
    pub own: bool,
    /// What its numbers are shown in.
    pub units: Units,
}

impl Item {
    pub fn title(&self) -> Wording {
        things::title(self.sort, &self.facts, self.units)
    }

    /// The day that it is about: a thing has no zone.
    pub fn date(&self) -> Wording {
        words::date(Zone::UTC.at(self.effective_at))
    }
}

#[derive(Clone)]
pub struct List {
    pub record: RecordId,
    pub name: String,
    /// None where things of every type are listed.
    pub of: Option<(Uuid, Sort)>,
    pub items: Vec<Item>,
    /// Not the first page.
    pub further: bool,
    /// The query of the next page.
    pub next: Option<String>,
}

/// Where a record's things are listed, all or those of one type.
pub fn path(record: RecordId, type_id: Option<Uuid>) -> String {
    match type_id {
        None => format!("/account/records/{record}/items"),
        Some(kind) => format!("/account/records/{record}/items?type={kind}"),
    }
}

fn item_path(record: RecordId, item: Uuid, what: &str) -> String {
    format!("/account/records/{record}/items/{item}{what}")
}

pub(super) fn open(record: RecordId, item: Uuid, title: Wording) -> impl IntoView + use<> {
    view! { <a href=item_path(record, item, "")>{title}</a> }
}

/// Who added it, and of which day it is.
pub(super) fn added(item: &Item) -> Wording {
    let date = item.date();
    match &item.added_by {
        Writer::You => t!("item-added-you", date = date),
        Writer::Named(clinic) => {
            t!("item-added-clinic", date = date, clinic = clinic.clone())
        }
        Writer::Another => t!("item-added-another", date = date),
    }
}

/// A thing as a line of a list.
pub(super) fn line(record: RecordId, item: &Item) -> impl IntoView + use<> {
    let title = item.title();
    let of = || t!("item-of", what = title.clone());
    let change = item.own.then(|| {
        view! {
            <a href=item_path(record, item.id, "/change")>
                {t!("item-change")} <span class="unseen">{of()}</span>
            </a>
        }
    });
    view! {
        <li>
            <span class="grow">
                <strong>{open(record, item.id, title.clone())}</strong>
                <span class="hint">{added(item)}</span>
            </span>
            {change}
            <a href=item_path(record, item.id, "/remove")>
                {t!("item-remove")} <span class="unseen">{of()}</span>
            </a>
        </li>
    }
}

pub fn list(frame: &Frame, view: &List) -> Page {
    let heading = match view.of {
        Some((_, sort)) => t!("items-heading", what = things::sort(sort)),
        None => t!("items-heading-all"),
    };
    let about = Document::new(Room::Patient, heading.clone());
    document(frame, about, || {
        let lines: Vec<_> = view
            .items
            .iter()
            .map(|item| line(view.record, item))
            .collect();
        let none = lines
            .is_empty()
            .then(|| view! { <p>{t!("items-none")}</p> });
        let list = (!lines.is_empty()).then(|| view! { <ul class="own-rows card">{lines}</ul> });
        let picture = view
            .of
            .filter(|(_, sort)| sort.is_measured())
            .map(|(_, sort)| {
                let points = points(&view.items);
                let units = view.items.first().map_or(Units::Metric, |item| item.units);
                let of = (sort, units);
                view! { {trend::picture(of, &points)} {trend::table(of, &points)} }
            });
        let back = format!("/account/records/{}", view.record);
        let first = path(view.record, view.of.map(|(kind, _)| kind));
        let newer = view.further.then(|| {
            view! {
                <ButtonLink href=first.clone() weight=Weight::Secondary>
                    {t!("items-newer")}
                </ButtonLink>
            }
        });
        let older = view.next.clone().map(|query| {
            let href = format!("/account/records/{}/items?{query}", view.record);
            view! {
                <ButtonLink href=href weight=Weight::Secondary>
                    {t!("items-older")}
                </ButtonLink>
            }
        });
        view! {
            <p class="back">
                <a href=back>{view.name.clone()}</a>
            </p>
            <h1>{heading}</h1>
            {none}
            {picture}
            {list}
            <p class="pages">{newer} {older}</p>
        }
    })
}

/// One thing.
#[derive(Clone)]
pub struct Whole {
    pub record: RecordId,
    pub name: String,
    pub item: Item,
    pub fields: Vec<FieldOf>,
}

pub fn whole(frame: &Frame, view: &Whole) -> Page {
    let title = view.item.title();
    let about = Document::new(Room::Patient, title.clone());
    document(frame, about, || {
        let item = &view.item;
        let changed = item.changed.clone().map(|(by, at)| {
            view! {
                <dt>{t!("item-changed")}</dt>
                <dd>{by_words(&by, at)}</dd>
            }
        });
        let note = match &item.facts {
            Facts::Note { text } => Some(view! { <p class="note">{text.clone()}</p> }),
            _ => None,
        };
        let change = item.own.then(|| {
            view! {
                <ButtonLink href=item_path(view.record, item.id, "/change") weight=Weight::Secondary>
                    {t!("item-change-this")}
                </ButtonLink>
            }
        });
        let file = (!item.own).then(|| {
            view! {
                <p class="lone">
                    <a href=item_path(view.record, item.id, "/file.xml")>{t!("item-download")}</a>
                </p>
                <p class="hint">{t!("item-download-hint")}</p>
            }
        });
        let back = format!("/account/records/{}", view.record);
        view! {
            <p class="back">
                <a href=back>{view.name.clone()}</a>
            </p>
            <h1>{title}</h1>
            {note}
            <dl>
                <dt>{t!("item-what")}</dt>
                <dd>{things::sort(item.sort)}</dd>
                <dt>{t!("item-date")}</dt>
                <dd>{item.date()}</dd>
                <dt>{t!("item-added")}</dt>
                <dd>{by_words(&item.added_by, item.added_at)}</dd>
                {changed}
            </dl>
            <p class="pages">
                {change}
                <ButtonLink href=item_path(view.record, item.id, "/remove") weight=Weight::Warning>
                    {t!("item-remove-this")}
                </ButtonLink>
            </p>
            {fields(&view.fields)}
            {file}
        }
    })
}

fn by_words(by: &Writer, at: Timestamp) -> Wording {
    let at = words::moment(Zone::UTC.at(at));
    match by {
        Writer::You => t!("item-by-you", at = at),
        Writer::Named(clinic) => t!("item-by-clinic", clinic = clinic.clone(), at = at),
        Writer::Another => t!("item-by-another", at = at),
    }
}

fn fields(fields: &[FieldOf]) -> Option<impl IntoView + use<>> {
    if fields.is_empty() {
        return None;
    }
    let lines: Vec<_> = fields
        .iter()
        .map(|field| {
            view! {
                <dt>{field.name.clone()}</dt>
                <dd>{field.text.clone()}</dd>
            }
        })
        .collect();
    Some(view! {
        <details>
            <summary>{t!("item-more")}</summary>
            <dl>{lines}</dl>
        </details>
    })
}
