//! A thing as a resource: what its map shows, what was sent beyond it, and what the data has beyond it.

use crate::check;
use crate::issue::Issue;
use crate::json::Json;
use crate::maps::common::FIELDS as COMMON;
use crate::maps::field::{Field, Made, add_extension};
use crate::maps::{Map, ResourceType};
use crate::names::{STALE_RESIDUE, THING_XML};
use crate::r4;
use crate::residue::{self, Residue};
use crate::tree::{Parts, canonical, element, source};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use domain::ids::RecordId;
use domain::thing::kind;
use roxmltree::{Document, Node};

/// What the map shows of a thing's data by itself: without residue, remainder, id and version.
pub fn shown(map: &Map, parts: Parts, record: RecordId) -> Json {
    let name = map.resource.name();
    let mut json = Json::of([("resourceType", Json::text(name))]);
    json.set(subject_of(map.resource), patient(record));
    if let Some(content) = parts.content {
        (map.frame)(map, content, &mut json);
        map.fields
            .iter()
            .for_each(|field| field.show(content, &mut json));
    }
    if let Some(common) = parts.common {
        common_of(map).for_each(|field| field.show(common, &mut json));
    }
    json
}

/// A reference to a record.
pub fn patient(record: RecordId) -> Json {
    Json::of([("reference", Json::Text(format!("Patient/{record}")))])
}

/// The fields of `common` that the resource has an element for.
pub(super) fn common_of(map: &Map) -> impl Iterator<Item = &'static Field> {
    let has_note = r4::of(map.resource.name()).is_some_and(|of| of.slots.contains_key("note"));
    COMMON
        .iter()
        .filter(move |field| has_note || field.node != "note")
}

/// The member that names the patient.
pub(super) fn subject_of(resource: ResourceType) -> &'static str {
    let has = r4::of(resource.name()).is_some_and(|of| of.slots.contains_key("patient"));
    if has { "patient" } else { "subject" }
}

/// The whole resource, but for id and version.
pub fn whole(map: &Map, xml: &str, record: RecordId) -> Json {
    let Ok(document) = Document::parse(xml) else {
        return with_xml(shown_nothing(map, record), xml);
    };
    let parts = Parts::of(&document);
    let shown = shown(map, parts, record);
    let more = has_more(map, parts, &shown);
    let mut json = match parts.common.and_then(Residue::of) {
        None => shown,
        Some(residue) => {
            let record = record.to_string();
            let is_resource =
                |json: &Json| check::resource(json, map.resource.name(), &record).is_empty();
            if let Some(sent) = residue.applied(&shown).filter(is_resource) { sent } else {
                let mut json = shown;
                let patch = Json::Text(residue.patch.ascii());
                add_extension(&mut json, STALE_RESIDUE, "valueString", patch);
                json
            }
        }
    };
    if more {
        json = with_xml(json, xml);
    }
    json
}

fn shown_nothing(map: &Map, record: RecordId) -> Json {
    let empty = format!("<data-xml><{}/></data-xml>", "data");
    Document::parse(&empty).map_or(Json::object(), |document| {
        shown(map, Parts::of(&document), record)
    })
}

fn with_xml(mut json: Json, xml: &str) -> Json {
    let xml = Json::Text(STANDARD.encode(xml));
    add_extension(&mut json, THING_XML, "valueBase64Binary", xml);
    json
}

/// Whether data says more than what is shown of it would make.
fn has_more(map: &Map, parts: Parts, shown: &Json) -> bool {
    let is_remark = |node: Node| node.is_comment() || node.is_pi();
    if parts.data.children().any(is_remark) {
        return true;
    }
    let Ok(xml) = build(map, shown) else {
        return true;
    };
    if map.is_document() {
        let is_whole = |content: Node| Document::parse(source(content)).is_ok();
        return !parts.content.is_some_and(is_whole) || has_more_common(parts.common, None);
    }
    let Ok(made) = Document::parse(&xml) else {
        return true;
    };
    let made = Parts::of(&made);
    let same = |one: Option<Node>, two: Option<Node>| match (one, two) {
        (Some(one), Some(two)) => canonical(one) == canonical(two),
        (None, None) => true,
        _ => false,
    };
    !same(parts.content, made.content) || has_more_common(parts.common, made.common)
}

/// The residue is shown otherwise, and an empty element says nothing.
fn has_more_common(common: Option<Node>, made: Option<Node>) -> bool {
    let told = |common: Option<Node>| {
        let children = common.into_iter().flat_map(|common| common.children());
        let residue = common.filter(|common| Residue::of(*common).is_some());
        let residue = residue.and_then(residue::extension);
        let told = children.filter(|one| !one.is_text() && Some(*one) != residue);
        let mut told: Vec<String> = told.map(canonical).collect();
        told.sort_unstable();
        told
    };
    told(common) != told(made)
}

/// The parts that fields make, with what is wrong.
fn made<'f>(fields: impl Iterator<Item = &'f Field>, json: &Json) -> Vec<(&'static str, Made)> {
    fields.map(|field| (field.node, field.made(json))).collect()
}

fn root(map: &Map) -> &'static str {
    kind(map.type_id).map_or("", |kind| kind.root)
}

/// New data, without a residue.
pub(super) fn build(map: &Map, json: &Json) -> Result<String, Vec<Issue>> {
    let mut issues = Vec::new();
    let mut joined = |parts: Vec<(&'static str, Made)>| {
        let mut inner = String::new();
        for (_, part) in parts {
            match part {
                Ok(part) => inner += &part.unwrap_or_default(),
                Err(issue) => issues.push(issue),
            }
        }
        inner
    };
    let content = joined(made(map.fields.iter(), json));
    let common = joined(made(common_of(map), json));
    if issues.is_empty() {
        let inner = element(root(map), &content) + &element("common", &common);
        Ok(element("data-xml", &inner))
    } else {
        Err(issues)
    }
}
