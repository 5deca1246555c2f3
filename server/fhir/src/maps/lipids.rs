//! Cholesterol: a panel of up to four values.

use super::field::{Codec, Made, field, path};
use super::observation::{WHEN, codes, component, panel, refuse_panel};
use super::{Map, ResourceType};
use crate::concept;
use crate::issue::{Issue, IssueCode};
use crate::json::Json;
use crate::names::LOINC;
use crate::quantity::{CHOLESTEROL, Measure, TRIGLYCERIDE};
use crate::tree::child;
use roxmltree::Node;
use uuid::uuid;

/// The element, what it is measured by, its name, and its codes by amount and by mass; others that are taken for it.
const VALUES: [(&str, &Measure, &str, &[&str]); 4] = [
    (
        "ldl",
        &CHOLESTEROL,
        "Cholesterol in LDL",
        &["39469-2", "2089-1", "13457-7", "18262-6"],
    ),
    (
        "hdl",
        &CHOLESTEROL,
        "Cholesterol in HDL",
        &["14646-4", "2085-9"],
    ),
    (
        "total-cholesterol",
        &CHOLESTEROL,
        "Cholesterol",
        &["14647-2", "2093-3"],
    ),
    (
        "triglyceride",
        &TRIGLYCERIDE,
        "Triglyceride",
        &["14927-8", "2571-8"],
    ),
];

pub const MAPS: &[Map] = &[Map {
    type_id: uuid!("98f76958-e34f-459b-a760-83c1699add38"),
    resource: ResourceType::Observation,
    loinc: &["57698-3", "24331-1"],
    category: Some("laboratory"),
    fields: &[
        WHEN,
        field("ldl", Codec::Own(show, made)),
        field("hdl", Codec::Own(show, made)),
        field("total-cholesterol", Codec::Own(show, made)),
        field("triglyceride", Codec::Own(show, made)),
    ],
    frame: panel,
    refuse: |json| {
        let mut issues = refuse_panel(json);
        if json.get("valueQuantity").is_some() || !has_value(json) {
            let told = "a lipid panel has its values in components, and at least one of them";
            issues.push(Issue::error(
                IssueCode::Required,
                path(json, "component"),
                told,
            ));
        }
        issues
    },
}];

fn has_value(json: &Json) -> bool {
    let components = json.get("component").map_or(&[][..], Json::as_list).iter();
    let mut codes = components.flat_map(|one| codes(one.get("code").unwrap_or(&Json::Null)));
    codes.any(|code| VALUES.iter().any(|(.., known)| known.contains(&code)))
}

fn show(content: Node, node: &'static str, json: &mut Json) {
    let Some((_, measure, name, known)) = VALUES.iter().find(|(named, ..)| *named == node) else {
        return;
    };
    let Some(quantity) = child(content, node).and_then(|value| measure.shown(value)) else {
        return;
    };
    let by_mass = quantity.text_of("code") == Some("mg/dL");
    let code = concept::one(LOINC, known[usize::from(by_mass)], name);
    json.push(
        "component",
        Json::of([("code", code), ("valueQuantity", quantity)]),
    );
}

fn made(json: &Json, node: &'static str) -> Made {
    let Some((_, measure, _, known)) = VALUES.iter().find(|(named, ..)| *named == node) else {
        return Ok(None);
    };
    let Some((place, component)) = known.iter().find_map(|code| component(json, code)) else {
        return Ok(None);
    };
    let path = path(json, &format!("component[{place}].value"));
    match component.get("valueQuantity") {
        Some(quantity) => measure.made(node, quantity, &path).map(Some),
        None => Err(Issue::error(
            IssueCode::Required,
            path,
            "a quantity is required",
        )),
    }
}
