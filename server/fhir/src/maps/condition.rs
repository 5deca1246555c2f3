//! Conditions.

use super::field::{Codec, Kind, Made, field, path};
use super::{Map, ResourceType, code_is, refuse_codes, refuse_without_concept};
use crate::concept::{self, code_in};
use crate::issue::{Issue, IssueCode};
use crate::json::Json;
use crate::tree::child;
use roxmltree::Node;
use uuid::uuid;

const CLINICAL: &str = "http://terminology.hl7.org/CodeSystem/condition-clinical";
pub const VERIFICATION: &str = "http://terminology.hl7.org/CodeSystem/condition-ver-status";
const CATEGORIES: &str = "http://terminology.hl7.org/CodeSystem/condition-category";
/// The codes of the system, with whether a condition with an end has them.
const CODES: [(&str, bool); 6] = [
    ("active", false),
    ("recurrence", false),
    ("relapse", false),
    ("inactive", true),
    ("remission", true),
    ("resolved", true),
];

pub const MAPS: &[Map] = &[Map {
    type_id: uuid!("7ea7a1f9-880b-4bd4-b593-f5660f20eda8"),
    resource: ResourceType::Condition,
    loinc: &[],
    category: Some("problem-list-item"),
    fields: &[
        field("name", Codec::Concept("code")),
        field("onset-date", Codec::Approximate("onset")),
        field("stop-date", Codec::Approximate("abatement")),
        // After the end, which it is read with.
        field("status", Codec::Own(show_status, made_status)),
        field("stop-reason", Codec::Extension("stop-reason", Kind::Text)),
    ],
    frame: |map, _, json| {
        let code = map.category.unwrap_or_default();
        json.push(
            "category",
            concept::one(CATEGORIES, code, "Problem List Item"),
        );
    },
    refuse,
}];

fn refuse(json: &Json) -> Vec<Issue> {
    let mut issues = refuse_without_concept(json, "code");
    issues.extend(refuse_codes(
        json,
        "verificationStatus",
        VERIFICATION,
        &["refuted", "entered-in-error"],
    ));
    let status = json.get("clinicalStatus").unwrap_or(&Json::Null);
    let goes_on = |code: &str| CODES.contains(&(code, false));
    if has_end(json) && code_in(status, CLINICAL).any(goes_on) {
        let told = "a condition with an end is no longer active";
        issues.push(Issue::error(
            IssueCode::BusinessRule,
            path(json, "clinicalStatus"),
            told,
        ));
    }
    issues
}

fn has_end(json: &Json) -> bool {
    json.as_object()
        .is_some_and(|all| all.keys().any(|name| name.starts_with("abatement")))
}

/// What the words or codes of a status mean. One that comes and goes is there.
fn meant(concept: &Json, has_end: bool) -> Option<&'static str> {
    let codings = concept.get("coding").map_or(&[][..], Json::as_list).iter();
    let own = codings.filter(|coding| coding.text_of("system") != Some(CLINICAL));
    let words = own
        .filter_map(|coding| coding.text_of("code"))
        .chain(concept.text_of("text"));
    let words = words.map(|word| word.trim().to_ascii_lowercase());
    let mut known = words.filter_map(|word| {
        let word = if word == "intermittent" {
            "active"
        } else {
            &*word
        };
        CODES.into_iter().find(|(code, _)| *code == word)
    });
    match (known.next(), has_end) {
        (Some((code, ended)), has_end) if ended || !has_end => Some(code),
        (_, true) => Some("inactive"),
        (_, false) => None,
    }
}

fn clinical(code: &str) -> Json {
    Json::of([("system", Json::text(CLINICAL)), ("code", Json::text(code))])
}

fn show_status(content: Node, node: &'static str, json: &mut Json) {
    let mut status = child(content, node)
        .and_then(concept::shown)
        .unwrap_or(Json::object());
    let is_told = code_in(&status, CLINICAL).next().is_some();
    if !is_told && let Some(code) = meant(&status, has_end(json)) {
        let own = status.get("coding").map_or(&[][..], Json::as_list);
        let all = std::iter::once(clinical(code)).chain(own.iter().cloned());
        status.set("coding", Json::List(all.collect()));
    }
    if !status.is_empty() {
        json.set("clinicalStatus", status);
    }
}

fn made_status(json: &Json, node: &'static str) -> Made {
    let Some(sent) = json.get("clinicalStatus").filter(|one| code_is(one)) else {
        return Ok(None);
    };
    let codings = sent.get("coding").map_or(&[][..], Json::as_list);
    let others = codings
        .iter()
        .filter(|coding| coding.text_of("system") != Some(CLINICAL));
    let others: Vec<Json> = others.cloned().collect();
    let told = code_in(sent, CLINICAL).next();
    // An end says by itself that it is over.
    if sent.get("text").is_none() && others.is_empty() && told == Some("inactive") && has_end(json)
    {
        return Ok(None);
    }
    let mut own = Json::of([("text", Json::text(concept::words(sent)))]);
    if !others.is_empty() {
        own.set("coding", Json::List(others));
    }
    // The code of FHIR is written only where the words do not say it.
    let is_said = meant(&own, has_end(json)) == told;
    Ok(Some(concept::made(node, if is_said { &own } else { sent })))
}
