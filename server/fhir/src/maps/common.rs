//! What things of all types have: `common`.

use super::field::{Codec, Field, Kind, Made, field};
use crate::concept::is_code;
use crate::json::Json;
use crate::names::{CLIENT_THING_ID, TAG};
use crate::tree::{leaf, said, text_of};
use roxmltree::Node;

/// In the order of their schema, but for the residue, which stands after `tags`.
pub const FIELDS: &[Field] = &[
    field("source", Codec::Extension("source", Kind::Text)),
    field("note", Codec::Own(show_note, made_note)),
    field("tags", Codec::Own(show_tags, made_tags)),
    field("client-thing-id", Codec::Own(show_id, made_id)),
];

fn show_note(common: Node, node: &'static str, json: &mut Json) {
    if let Some(text) = said(common, node) {
        json.push("note", Json::of([("text", Json::Text(text))]));
    }
}

fn made_note(json: &Json, node: &'static str) -> Made {
    let note = json.at(&["note", "0", "text"]).and_then(Json::as_str);
    Ok(note.map(|note| leaf(node, note)))
}

/// Tags are words with commas between them.
fn show_tags(common: Node, node: &'static str, json: &mut Json) {
    let tags = text_of(common, node).unwrap_or_default();
    let mut meta = Json::object();
    for tag in tags.split(',').map(str::trim).filter(|tag| is_code(tag)) {
        let coding = Json::of([("system", Json::text(TAG)), ("code", Json::text(tag))]);
        meta.push("tag", coding);
    }
    if !meta.is_empty() {
        json.set("meta", meta);
    }
}

fn made_tags(json: &Json, node: &'static str) -> Made {
    let tags = json
        .at(&["meta", "tag"])
        .map_or(&[][..], Json::as_list)
        .iter();
    let own = tags.filter(|tag| tag.text_of("system") == Some(TAG));
    let own: Vec<&str> = own.filter_map(|tag| tag.text_of("code")).collect();
    Ok((!own.is_empty()).then(|| leaf(node, &own.join(","))))
}

fn show_id(common: Node, node: &'static str, json: &mut Json) {
    if let Some(id) = said(common, node) {
        let identifier = Json::of([
            ("system", Json::text(CLIENT_THING_ID)),
            ("value", Json::Text(id)),
        ]);
        json.push("identifier", identifier);
    }
}

fn made_id(json: &Json, node: &'static str) -> Made {
    let mut all = json.get("identifier").map_or(&[][..], Json::as_list).iter();
    let own = all.find(|one| one.text_of("system") == Some(CLIENT_THING_ID));
    let value = own.and_then(|own| own.text_of("value"));
    Ok(value.map(|value| leaf(node, value)))
}
