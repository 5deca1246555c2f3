//! Immunizations.

use super::field::{Codec, Kind, Made, field, path};
use super::{Map, ResourceType, provider, refuse_status, refuse_without_concept, show_provider};
use crate::concept;
use crate::issue::{Issue, IssueCode};
use crate::json::Json;
use crate::moment::Moment;
use crate::tree::{child, element, leaf, said};
use roxmltree::Node;
use uuid::uuid;

pub const MAPS: &[Map] = &[Map {
    type_id: uuid!("cd3587b5-b6e1-4565-ab3b-1c3ad45eb04f"),
    resource: ResourceType::Immunization,
    loinc: &[],
    category: None,
    fields: &[
        field("name", Codec::Concept("vaccineCode")),
        field("administration-date", Codec::Approximate("occurrence")),
        field(
            "administrator",
            Codec::Own(show_administrator, made_administrator),
        ),
        field(
            "manufacturer",
            Codec::Own(show_manufacturer, made_manufacturer),
        ),
        field("lot", Codec::Text("lotNumber")),
        field("route", Codec::Concept("route")),
        field(
            "expiration-date",
            Codec::Own(show_expiration, made_expiration),
        ),
        field("sequence", Codec::Extension("sequence", Kind::Text)),
        field("anatomic-surface", Codec::Concept("site")),
        field(
            "adverse-event",
            Codec::Extension("adverse-event", Kind::Text),
        ),
        field("consent", Codec::Extension("consent", Kind::Text)),
    ],
    frame: |_, content, json| {
        json.set("status", Json::text("completed"));
        json.set("vaccineCode", concept::absent());
        let date = child(content, "administration-date");
        let is_told = date.is_some_and(|date| {
            let words = said(date, "descriptive").is_some();
            words || child(date, "structured").and_then(Moment::of).is_some()
        });
        if !is_told {
            // As a text, too: there are readers that take a value alone for one.
            let beside = Json::of([("extension", Json::List(vec![concept::absence()]))]);
            json.set("occurrenceString", Json::text("unknown"));
            json.set("_occurrenceString", beside);
        }
    },
    refuse: |json| {
        let mut issues = refuse_status(json, &["completed"]);
        issues.extend(refuse_without_concept(json, "vaccineCode"));
        issues
    },
}];

fn show_administrator(content: Node, node: &'static str, json: &mut Json) {
    show_provider(content, node, None, json);
}

fn made_administrator(json: &Json, node: &'static str) -> Made {
    Ok(provider(json, false, 0).map(|name| element(node, &element("name", &leaf("full", name)))))
}

fn show_manufacturer(content: Node, node: &'static str, json: &mut Json) {
    if let Some(text) = child(content, node).and_then(|one| said(one, "text")) {
        json.set("manufacturer", Json::of([("display", Json::Text(text))]));
    }
}

fn made_manufacturer(json: &Json, node: &'static str) -> Made {
    let text = json.at(&["manufacturer", "display"]).and_then(Json::as_str);
    Ok(text.map(|text| element(node, &leaf("text", text))))
}

fn show_expiration(content: Node, node: &'static str, json: &mut Json) {
    if let Some(date) = child(content, node).and_then(Moment::of_date) {
        json.set("expirationDate", Json::Text(date.fhir()));
    }
}

fn made_expiration(json: &Json, node: &'static str) -> Made {
    let Some(date) = json.text_of("expirationDate").and_then(Moment::date) else {
        return Ok(None);
    };
    let cannot = || {
        let told = "this date is none that can be kept";
        Issue::error(IssueCode::Value, path(json, "expirationDate"), told)
    };
    let xml = date.xml().ok_or_else(cannot)?;
    // The same elements, without the one that holds them.
    let inner = xml.trim_start_matches("<date>").trim_end_matches("</date>");
    Ok(Some(element(node, inner)))
}
