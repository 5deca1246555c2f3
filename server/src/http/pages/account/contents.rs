//! `/account/records/{id}`: what is in a record, and one thing of it as a page and as a file.

use crate::http::error::PageError;
use crate::http::extract::{PathId, PathIds, Patient};
use crate::http::headers::Sandboxed;
use app::pages::account::contents::{self, Connected, Tile, View};
use app::pages::account::items::{self, Item, List, Whole, Writer};
use axum::Extension;
use axum::extract::Query;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::ids::RecordId;
use domain::thing::reading::Sort;
use domain::timestamp::Timestamp;
use serde::Deserialize;
use service::{Behind, ConnectedClinic};
use uuid::Uuid;

pub async fn get(patient: Patient, PathId(id): PathId<RecordId>) -> Result<Response, PageError> {
    let found = patient
        .services()
        .records()
        .contents(patient.person, id)
        .await?;
    let found = found.ok_or(PageError::NotFound)?;
    let clinics = patient
        .services()
        .records()
        .connected_clinics(patient.person, id);
    let tile = |tile: service::Tile| Tile {
        type_id: tile.type_id,
        sort: tile.sort,
        count: tile.count,
        items: tile.items.into_iter().map(item).collect(),
    };
    let view = View {
        id,
        name: found.record.name,
        about: found.record.about,
        tiles: found.tiles.into_iter().map(tile).collect(),
        newest: found.newest.into_iter().map(item).collect(),
        total: found.total,
        clinics: clinics.await?.into_iter().map(connected).collect(),
    };
    Ok(patient.show(StatusCode::OK, contents::page, &view))
}

fn connected(found: ConnectedClinic) -> Connected {
    Connected {
        authorization: found.authorization,
        clinic: found.name,
        optional: found.optional,
        by: found.by,
    }
}

/// What is no type or no place is not looked at.
#[derive(Default, Deserialize)]
pub struct Asked {
    #[serde(default, rename = "type")]
    kind: String,
    /// The moment and the id of the last thing of the page before.
    #[serde(default)]
    at: String,
    #[serde(default)]
    after: String,
}

pub async fn get_items(
    patient: Patient,
    PathId(id): PathId<RecordId>,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    let kind: Option<Uuid> = asked.kind.parse().ok();
    let behind = match (asked.at.parse().ok(), asked.after.parse().ok()) {
        (Some(micros), Some(id)) => Some(Behind {
            effective_at: Timestamp::from_micros(micros).min(Behind::START.effective_at),
            id,
        }),
        _ => None,
    };
    let found = patient
        .services()
        .records()
        .items(patient.person, id, kind, behind);
    let found = found.await?.ok_or(PageError::NotFound)?;
    let next = found.next.map(|next| {
        let kind = kind.map_or(String::new(), |kind| format!("type={kind}&"));
        format!("{kind}at={}&after={}", next.effective_at.micros(), next.id)
    });
    let view = List {
        record: id,
        name: found.record.name,
        of: kind.map(|kind| (kind, Sort::of(kind))),
        items: found.items.into_iter().map(item).collect(),
        further: behind.is_some(),
        next,
    };
    Ok(patient.show(StatusCode::OK, items::list, &view))
}

pub async fn get_item(
    patient: Patient,
    PathIds(record, id): PathIds<RecordId, Uuid>,
) -> Result<Response, PageError> {
    let found = patient
        .services()
        .records()
        .item(patient.person, record, id)
        .await?;
    let found = found.ok_or(PageError::NotFound)?;
    let view = Whole {
        record,
        name: found.record.name,
        item: item(found.item),
        fields: found.fields,
    };
    Ok(patient.show(StatusCode::OK, items::whole, &view))
}

/// The data as it was sent, for a program of the person's own: nothing of it runs or is drawn here.
pub async fn get_file(
    patient: Patient,
    PathIds(record, id): PathIds<RecordId, Uuid>,
) -> Result<Response, PageError> {
    let found = patient
        .services()
        .records()
        .item(patient.person, record, id)
        .await?;
    let found = found.ok_or(PageError::NotFound)?;
    let headers = [
        (header::CONTENT_TYPE, "application/xml; charset=utf-8"),
        (
            header::CONTENT_DISPOSITION,
            "attachment; filename=\"item.xml\"",
        ),
    ];
    Ok((headers, Extension(Sandboxed), found.xml).into_response())
}

pub(super) fn item(found: service::Item) -> Item {
    Item {
        id: found.id,
        sort: found.sort,
        facts: found.facts,
        effective_at: found.effective_at,
        added_by: writer(found.added_by),
        added_at: found.added_at,
        changed: found.changed.map(|(by, at)| (writer(by), at)),
        own: found.own,
        units: found.units,
    }
}

fn writer(found: service::Writer) -> Writer {
    match found {
        service::Writer::You => Writer::You,
        service::Writer::Named(name) => Writer::Named(name),
        service::Writer::Another => Writer::Another,
    }
}
