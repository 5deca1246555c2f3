//! The FHIR lens: the data of things as resources of FHIR R4, and back. Thing XML stays the one truth; nothing else is
//! stored.
//!
//! Functions of text alone: no database, no HTTP, no clock, no permissions. What they write has been checked by the rules
//! that the XML door checks by, and any data that is stored gives a resource.

mod basic;
mod bounds;
mod check;
mod concept;
mod decimal;
mod issue;
mod json;
mod lens;
mod maps;
mod moment;
mod names;
mod patch;
mod patient;
mod quantity;
mod r4;
mod residue;
mod tree;

pub use check::is_id;
pub use issue::{Issue, IssueCode, Refusal, Severity};
pub use json::{Json, Limits};
pub use lens::Written;
pub use maps::{Map, ResourceType, loinc_codes, map_of, maps, types_of};
pub use names::Site;
pub use patient::{Patient, TYPES as PATIENT_TYPES};

use domain::thing::Thing;
use maps::document;

/// A thing as a resource; None where no map has its type: then it is a [`to_basic`].
///
/// The resource is what a read answers: with `id` (the thing's), `meta.versionId` (its stamp) and `meta.lastUpdated`.
pub fn to_fhir(site: &Site, thing: &Thing) -> Option<Json> {
    let map = map_of(thing.data.type_id)?;
    let json = lens::whole(map, &thing.data.xml, thing.record);
    Some(site.outward(with_server_part(json, thing)))
}

fn with_server_part(mut json: Json, thing: &Thing) -> Json {
    json.set("id", Json::text(thing.id.to_string()));
    let mut meta = json.get("meta").cloned().unwrap_or(Json::object());
    meta.set("versionId", Json::text(thing.version_stamp.to_string()));
    meta.set("lastUpdated", Json::text(thing.updated.at.rfc3339()));
    json.set("meta", meta);
    json
}

/// The content of a thing's document, for `Binary`: its MIME type and its bytes. None where the thing has none.
pub fn binary(site: &Site, thing: &Thing) -> Option<(String, Vec<u8>)> {
    document::bytes(&to_fhir(site, thing)?)
}

/// A thing of any type as a `Basic`, with its data whole in the extension `thing-xml`.
pub fn to_basic(site: &Site, thing: &Thing) -> Json {
    let mut json = basic::shown(thing.data.type_id, &thing.data.xml, thing.record);
    json.set("created", Json::Text(created(thing)));
    site.outward(with_server_part(json, thing))
}

/// The day on which a thing was made.
fn created(thing: &Thing) -> String {
    thing.created.at.date_time().date().to_string()
}

/// A `Basic` that was sent to be created, as data of a new thing.
///
/// # Errors
///
/// As [`from_fhir`]; and where data of its type has a resource of its own, or is no data that the XML door takes.
pub fn from_basic(site: &Site, json: Json) -> Result<Written, Refusal> {
    basic::read(site.inward(json)?, None)
}

/// A `Basic` that was sent in the place of a thing; None where it changes nothing.
///
/// # Errors
///
/// As [`update`].
pub fn update_basic(site: &Site, thing: &Thing, json: Json) -> Result<Option<Written>, Refusal> {
    same_id(thing, &json)?;
    let written = basic::read(site.inward(json)?, Some(&created(thing)))?;
    if written.record != thing.record || written.type_id != thing.data.type_id {
        let told = "data stays in the record that it is in, and of the type that it is of";
        return Err(Refusal::one(Issue::error(
            IssueCode::BusinessRule,
            "Basic",
            told,
        )));
    }
    Ok(Some(written).filter(|written| written.xml != thing.data.xml))
}

fn same_id(thing: &Thing, json: &Json) -> Result<(), Refusal> {
    if json.text_of("id") == Some(&*thing.id.to_string()) {
        return Ok(());
    }
    let told = "the id is not the one that is written to";
    Err(Refusal::one(Issue::error(IssueCode::Invalid, "id", told)))
}

/// A resource that was sent to be created, as data of a new thing. Its id, version and time are ignored.
///
/// # Errors
///
/// All that is wrong with it, as far as one look finds it: `400` for what is no resource of R4, `422` for what cannot be
/// kept. The record that it names may be one that nobody knows.
pub fn from_fhir(site: &Site, resource: ResourceType, json: Json) -> Result<Written, Refusal> {
    lens::create(resource, site.inward(json)?)
}

/// A resource that was sent in the place of a thing's; None where it changes nothing.
///
/// # Errors
///
/// As [`from_fhir`]; `business-rule` where the id in it is another one, or where it would be about another patient or of
/// another type of data; `conflict` where it was made from another version, as far as that shows.
pub fn update(site: &Site, thing: &Thing, json: Json) -> Result<Option<Written>, Refusal> {
    let Some(map) = map_of(thing.data.type_id) else {
        let told = "data of this type has no resource";
        return Err(Refusal::one(Issue::error(
            IssueCode::NotSupported,
            "",
            told,
        )));
    };
    same_id(thing, &json)?;
    lens::update(map, &thing.data.xml, thing.record, site.inward(json)?)
}
