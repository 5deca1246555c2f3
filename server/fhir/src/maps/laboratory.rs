//! Laboratory results.
//!
//! Data of one result is an observation that may be written; data of several is shown as a panel with a component for
//! each, in whatever group it stands, and is changed by the XML door alone. So a thing is one resource with the thing's
//! id, and is found as every other observation is.

use super::field::{Codec, Made, add_extension, extension, field, own, path, structured};
use super::observation::{category, codes, refuse_panel};
use super::{Map, ResourceType, code_is};
use crate::concept;
use crate::decimal::json_number;
use crate::issue::{Issue, IssueCode};
use crate::json::Json;
use crate::moment::{self, Moment};
use crate::names::DATA_ABSENT_CODES;
use crate::tree::{child, children, element, leaf, said, text_of};
use roxmltree::Node;
use uuid::{Uuid, uuid};

pub const TYPE: Uuid = uuid!("5800eab5-a8c2-482a-a4d6-f1db25ae08c3");

pub const MAPS: &[Map] = &[Map {
    type_id: TYPE,
    resource: ResourceType::Observation,
    // Any code that no other type has.
    loinc: &[],
    category: Some("laboratory"),
    fields: &[
        field("when", Codec::Own(show_when, made_when)),
        field("lab-group", Codec::Own(show_group, made_group)),
    ],
    frame: |_, content, json| {
        let is_pending = |one: Node| {
            let status = child(one, "status").and_then(|status| said(status, "text"));
            status.is_some_and(|status| status.trim().eq_ignore_ascii_case("pending"))
        };
        let mut groups = children(content, "lab-group");
        let status = if groups.any(is_pending) {
            "preliminary"
        } else {
            "final"
        };
        json.set("status", Json::text(status));
        json.push("category", category("laboratory"));
        json.set("code", concept::absent());
    },
    refuse: |json| {
        let mut issues = refuse_panel(json);
        if !json.get("code").is_some_and(code_is) {
            let told = "a text or a code is required";
            issues.push(Issue::error(IssueCode::Required, path(json, "code"), told));
        }
        issues
    },
}];

/// Whether an observation that no other type is for is a laboratory's.
pub fn is_laboratory(json: &Json) -> bool {
    let mut all = json.get("category").map_or(&[][..], Json::as_list).iter();
    let system = super::observation::CATEGORIES;
    all.any(|one| concept::code_in(one, system).any(|code| code == "laboratory"))
}

fn show_when(content: Node, node: &'static str, json: &mut Json) {
    let date = child(content, node).and_then(|date| child(date, "structured"));
    if let Some(moment) = date.and_then(Moment::of) {
        moment::show(json, "effectiveDateTime", &moment);
    }
}

fn made_when(json: &Json, node: &'static str) -> Made {
    let start = json
        .get("effectivePeriod")
        .and_then(|period| moment::read(period, "start"));
    let of = |name| moment::read(json, name);
    let moment = of("effectiveDateTime")
        .or_else(|| of("effectiveInstant"))
        .or(start);
    moment.map_or(Ok(None), |moment| {
        structured(json, node, "effective", &moment)
    })
}

/// All results of a group and of those in it.
fn results<'a, 'i>(group: Node<'a, 'i>, found: &mut Vec<Node<'a, 'i>>) {
    found.extend(children(group, "results"));
    children(group, "sub-groups").for_each(|inner| results(inner, found));
}

fn show_group(content: Node, node: &'static str, json: &mut Json) {
    let mut found = Vec::new();
    let groups: Vec<Node> = children(content, node).collect();
    groups.iter().for_each(|group| results(*group, &mut found));
    let laboratory = groups
        .first()
        .and_then(|group| child(*group, "laboratory-name"));
    if let Some(name) = laboratory.and_then(|one| said(one, "name")) {
        json.push("performer", Json::of([("display", Json::Text(name))]));
    }
    let name = groups
        .first()
        .and_then(|group| concept::shown_of(*group, "group-name"));
    match found.as_slice() {
        [only] => {
            show_result(*only, json, name);
            if let Some(substance) = child(*only, "substance").and_then(|one| said(one, "text")) {
                json.set("specimen", Json::of([("display", Json::Text(substance))]));
            }
            if let Some(note) = said(*only, "note") {
                add_extension(json, &own("result-note"), "valueString", Json::Text(note));
            }
        }
        all => {
            if let Some(name) = name {
                json.set("code", name);
            }
            for one in all {
                let mut shown = Json::of([("code", concept::absent())]);
                show_result(*one, &mut shown, None);
                json.push("component", shown);
            }
        }
    }
}

/// A result's code, value, flags and ranges.
fn show_result(result: Node, json: &mut Json, group: Option<Json>) {
    let mut code = concept::shown_of(result, "clinical-code").unwrap_or(Json::object());
    if let Some(name) = said(result, "name") {
        code.set("text", Json::Text(name));
    }
    if !code.is_empty() {
        json.set("code", code);
    } else if let Some(group) = group {
        json.set("code", group);
    }
    let value = child(result, "value");
    let measurement = value.and_then(|value| child(value, "measurement"));
    if let Some((member, value)) = measurement.and_then(shown_value) { json.set(member, value) } else {
        let reason = concept::one(DATA_ABSENT_CODES, "unknown", "Unknown");
        json.set("dataAbsentReason", reason);
    }
    let Some(value) = value else { return };
    for flag in children(value, "flag").filter_map(concept::shown) {
        json.push("interpretation", flag);
    }
    for range in children(value, "ranges") {
        let mut shown = Json::object();
        if let Some(text) = child(range, "text").and_then(|text| said(text, "text")) {
            shown.set("text", Json::Text(text));
        }
        if let Some(kind) = concept::shown_of(range, "type") {
            shown.set("type", kind);
        }
        let ends = child(range, "value");
        for (member, end) in [("low", "minimum-range"), ("high", "maximum-range")] {
            let number = ends.and_then(|ends| text_of(ends, end));
            if let Some(number) = number.and_then(|number| json_number(&number)) {
                shown.set(member, Json::of([("value", Json::Number(number))]));
            }
        }
        if !shown.is_empty() {
            json.push("referenceRange", shown);
        }
    }
}

/// A number with its unit where there is one; else words.
fn shown_value(measurement: Node) -> Option<(&'static str, Json)> {
    let mut all = children(measurement, "structured");
    let only = all.next().filter(|_| all.next().is_none());
    let quantity = only.and_then(super::medication::quantity);
    if let Some(quantity) = quantity {
        return Some(("valueQuantity", quantity));
    }
    let words = said(measurement, "display")?;
    Some(("valueString", Json::Text(words)))
}

fn made_group(json: &Json, node: &'static str) -> Made {
    if json.get("component").is_some() {
        let told = "several results in one resource cannot be written";
        return Err(Issue::error(
            IssueCode::NotSupported,
            path(json, "component"),
            told,
        ));
    }
    let Some(code) = json.get("code") else {
        return Ok(None);
    };
    let mut inner = leaf("name", concept::words(code));
    if let Some(specimen) = json.at(&["specimen", "display"]).and_then(Json::as_str) {
        inner += &element("substance", &leaf("text", specimen));
    }
    if code.get("coding").is_some() {
        inner += &concept::made("clinical-code", code);
    }
    if let Some(measurement) = made_value(json)? {
        let ranges = json
            .get("referenceRange")
            .map_or(&[][..], Json::as_list)
            .iter();
        let ranges: String = ranges.map(made_range).collect();
        let flags = json
            .get("interpretation")
            .map_or(&[][..], Json::as_list)
            .iter();
        let flags: String = flags.map(|flag| concept::made("flag", flag)).collect();
        inner += &element("value", &(measurement + &ranges + &flags));
    }
    let note = extension(json, &own("result-note"));
    if let Some(note) = note.and_then(|one| one.text_of("valueString")) {
        inner += &leaf("note", note);
    }
    let mut group = element("group-name", &leaf("text", concept::words(code)));
    if let Some(name) = json
        .at(&["performer", "0", "display"])
        .and_then(Json::as_str)
    {
        group += &element("laboratory-name", &leaf("name", name));
    }
    if json.text_of("status") == Some("preliminary") {
        group += &element("status", &leaf("text", "Pending"));
    }
    Ok(Some(element(node, &(group + &element("results", &inner)))))
}

fn made_value(json: &Json) -> Result<Option<String>, Issue> {
    if let Some(quantity) = json.get("valueQuantity") {
        let measured = super::medication::measured("measurement", quantity, None);
        return Ok(measured);
    }
    let spoken = match (json.get("valueString"), json.get("valueCodeableConcept")) {
        (Some(Json::Text(text)), _) => Some(text.clone()),
        (_, Some(concept)) => Some(concept::words(concept).to_owned()),
        _ => match (json.get("valueInteger"), json.get("valueBoolean")) {
            (Some(value), _) | (None, Some(value)) => Some(value.to_string()),
            (None, None) => None,
        },
    };
    let other = json
        .as_object()
        .is_some_and(|all| all.keys().any(|name| name.starts_with("value")));
    match spoken {
        None if other => {
            let told = "a value of this type cannot be kept";
            Err(Issue::error(
                IssueCode::NotSupported,
                path(json, "value"),
                told,
            ))
        }
        spoken => Ok(spoken.map(|text| element("measurement", &leaf("display", &text)))),
    }
}

fn made_range(range: &Json) -> String {
    let end = |member: &str| match range.at(&[member, "value"]) {
        Some(Json::Number(number)) => Some(number.clone()),
        _ => None,
    };
    let (low, high) = (end("low"), end("high"));
    let spoken = match (&low, &high) {
        (Some(low), Some(high)) => format!("{low} - {high}"),
        (Some(low), None) => format!("\u{2265} {low}"),
        (None, Some(high)) => format!("\u{2264} {high}"),
        (None, None) => String::new(),
    };
    let text = range.text_of("text").unwrap_or(&spoken);
    let kind = range.get("type").map(|kind| concept::made("type", kind));
    let kind = kind.unwrap_or_else(|| element("type", &leaf("text", "")));
    let mut ends = String::new();
    for (name, end) in [("minimum-range", low), ("maximum-range", high)] {
        ends += &end.map_or(String::new(), |end| leaf(name, &end));
    }
    if !ends.is_empty() {
        ends = element("value", &ends);
    }
    element(
        "ranges",
        &(kind + &element("text", &leaf("text", text)) + &ends),
    )
}

/// Whether no other type has any of a code's codes.
pub fn is_of_no_other(json: &Json) -> bool {
    let code = json.get("code").unwrap_or(&Json::Null);
    !codes(code).any(|code| super::maps().any(|map| map.loinc.contains(&code)))
}
