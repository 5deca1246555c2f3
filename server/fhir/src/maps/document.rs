//! Files, and the documents that HealthVault has types of.
//!
//! A file's bytes are in its attachment, which the residue keeps: its data has a name, a size and a type alone. A document
//! is the data itself: it is shown to the letter, and changed by the XML door alone. What is sent becomes a file, whatever
//! it holds, so that each byte of it stays.

use super::field::{Codec, Field, Made, field, path};
use super::{Map, ResourceType};
use crate::concept::{self, is_code};
use crate::issue::{Issue, IssueCode};
use crate::json::Json;
use crate::names::LOINC;
use crate::tree::{child, element, leaf, number, said, source};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use roxmltree::Node;
use uuid::{Uuid, uuid};

pub const FILE: Uuid = uuid!("bd0403c5-4ae2-4b0e-a8db-1888678e4528");
const SUMMARY: &str = "34133-9";

const fn document(type_id: Uuid) -> Map {
    Map {
        type_id,
        resource: ResourceType::DocumentReference,
        loinc: &[],
        category: None,
        fields: &[],
        frame: show_document,
        refuse: |_| Vec::new(),
    }
}

pub const MAPS: &[Map] = &[
    Map {
        fields: FILE_FIELDS,
        frame: |_, _, json| {
            json.set("status", Json::text("current"));
            in_attachment(json, None);
        },
        refuse,
        ..document(FILE)
    },
    document(uuid!("9c48a2b8-952c-4f5a-935d-f3292326bf54")),
    document(uuid!("1ed1cba6-9530-44a3-b7b5-e8219690ebcf")),
    document(uuid!("1e1ccbfc-a55d-4d91-8940-fa2fbf73c195")),
];

const FILE_FIELDS: &[Field] = &[
    field("name", Codec::Own(show_name, made_name)),
    field("size", Codec::Own(show_size, made_size)),
    field("content-type", Codec::Own(show_type, made_type)),
];

/// The attachment of the one content, with one member more.
fn in_attachment(json: &mut Json, member: Option<(&str, Json)>) {
    let content = json.at(&["content", "0"]).cloned();
    let mut content = content.unwrap_or(Json::object());
    let mut attachment = content.get("attachment").cloned().unwrap_or(Json::object());
    if let Some((name, value)) = member {
        attachment.set(name, value);
    }
    content.set("attachment", attachment);
    json.set("content", Json::List(vec![content]));
}

fn attachment<'a>(json: &'a Json, name: &str) -> Option<&'a Json> {
    json.at(&["content", "0", "attachment", name])
}

/// What an attachment's data is, without the blanks that base64 may have.
fn decoded(json: &Json) -> Option<Vec<u8>> {
    let data = attachment(json, "data")?.as_str()?;
    let plain: String = data.split_ascii_whitespace().collect();
    STANDARD.decode(plain).ok()
}

fn show_document(map: &Map, content: Node, json: &mut Json) {
    json.set("status", Json::text("current"));
    let name = domain::thing::type_name(map.type_id).unwrap_or_default();
    if map.type_id != MAPS[2].type_id {
        json.set(
            "type",
            concept::one(LOINC, SUMMARY, "Summary of episode note"),
        );
    }
    let xml = source(content);
    in_attachment(json, Some(("contentType", Json::text("application/xml"))));
    in_attachment(json, Some(("title", Json::text(name))));
    in_attachment(json, Some(("size", Json::Number(xml.len().to_string()))));
    in_attachment(json, Some(("data", Json::Text(STANDARD.encode(xml)))));
}

fn refuse(json: &Json) -> Vec<Issue> {
    let mut issues = super::refuse_status(json, &["current", "superseded"]);
    let path = path(json, "content[0].attachment.data");
    let size = match attachment(json, "size") {
        Some(Json::Number(size)) => size.parse().ok(),
        _ => None,
    };
    match decoded(json) {
        None => {
            let told = "the document itself is required, in base64";
            issues.push(Issue::error(IssueCode::Required, path, told));
        }
        Some(bytes) if size.is_some_and(|size: usize| size != bytes.len()) => {
            let told = "the size is not that of the data";
            issues.push(Issue::error(IssueCode::Value, path, told));
        }
        Some(_) => {}
    }
    issues
}

fn show_name(content: Node, node: &'static str, json: &mut Json) {
    if let Some(name) = said(content, node) {
        in_attachment(json, Some(("title", Json::Text(name))));
    }
}

fn made_name(json: &Json, node: &'static str) -> Made {
    let title = attachment(json, "title").or_else(|| json.get("description"));
    let name: String = title
        .and_then(Json::as_str)
        .unwrap_or("file")
        .chars()
        .take(255)
        .collect();
    Ok(Some(leaf(node, &name)))
}

fn show_size(content: Node, node: &'static str, json: &mut Json) {
    if let Some(size) = number::<i32>(content, node) {
        in_attachment(json, Some(("size", Json::Number(size.to_string()))));
    }
}

fn made_size(json: &Json, node: &'static str) -> Made {
    let told = match attachment(json, "size") {
        Some(Json::Number(size)) => Some(size.clone()),
        _ => None,
    };
    Ok(told
        .or_else(|| decoded(json).map(|bytes| bytes.len().to_string()))
        .map(|size| leaf(node, &size)))
}

fn show_type(content: Node, node: &'static str, json: &mut Json) {
    let kind = child(content, node).and_then(|kind| said(kind, "text"));
    if let Some(kind) = kind.filter(|kind| is_code(kind)) {
        in_attachment(json, Some(("contentType", Json::Text(kind))));
    }
}

fn made_type(json: &Json, node: &'static str) -> Made {
    let kind = attachment(json, "contentType").and_then(Json::as_str);
    Ok(kind.map(|kind| element(node, &leaf("text", kind))))
}

/// The bytes of a resource's document, and their type.
pub fn bytes(json: &Json) -> Option<(String, Vec<u8>)> {
    let kind = attachment(json, "contentType").and_then(Json::as_str);
    let kind = kind.unwrap_or("application/octet-stream");
    Some((kind.to_owned(), decoded(json)?))
}
