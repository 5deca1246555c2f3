//! Medications, as statements of what a person takes. An order is something else.

use super::field::{Codec, Kind, Made, field, path, structured};
use super::{Map, ResourceType, code_is, refuse_status};
use crate::concept;
use crate::decimal::json_number;
use crate::issue::{Issue, IssueCode};
use crate::json::Json;
use crate::moment::{self, Moment};
use crate::tree::{child, children, element, leaf, said, text_of};
use roxmltree::Node;
use uuid::uuid;

pub const MAPS: &[Map] = &[Map {
    type_id: uuid!("30cafccc-047d-4288-94ef-643571f7919d"),
    resource: ResourceType::MedicationStatement,
    loinc: &[],
    category: None,
    fields: &[
        field("name", Codec::Own(show_name, made_name)),
        field(
            "generic-name",
            Codec::Extension("generic-name", Kind::Concept),
        ),
        field("dose", Codec::Own(show_dose, made_dose)),
        field("strength", Codec::Own(show_strength, made_strength)),
        field("frequency", Codec::Own(show_frequency, made_frequency)),
        field("route", Codec::Own(show_route, made_route)),
        field("indication", Codec::First("reasonCode")),
        field("date-started", Codec::Own(show_start, made_start)),
        field("date-discontinued", Codec::Own(show_end, made_end)),
        field("prescribed", Codec::Extension("prescribed", Kind::Concept)),
    ],
    // One that was discontinued is taken no more. A day that is still to come is not told from one that was: no clock.
    frame: |_, content, json| {
        let ended = child(content, "date-discontinued").is_some();
        json.set(
            "status",
            Json::text(if ended { "completed" } else { "active" }),
        );
    },
    refuse: |json| {
        let kept = ["active", "completed", "stopped", "on-hold", "unknown"];
        let mut issues = refuse_status(json, &kept);
        if medicine(json).is_none() {
            let told =
                "a concept is required, or a reference to a contained medication that has one";
            issues.push(Issue::error(
                IssueCode::Required,
                path(json, "medication"),
                told,
            ));
        }
        issues
    },
}];

/// The concept of what is taken.
fn medicine(json: &Json) -> Option<&Json> {
    let of_contained = || {
        let id = json
            .at(&["medicationReference", "reference"])?
            .as_str()?
            .strip_prefix('#')?;
        let mut all = json.get("contained")?.as_list().iter();
        all.find(|one| one.text_of("id") == Some(id))?.get("code")
    };
    let concept = json.get("medicationCodeableConcept").or_else(of_contained);
    concept.filter(|concept| code_is(concept))
}

fn show_name(content: Node, node: &'static str, json: &mut Json) {
    let concept = concept::shown_of(content, node).unwrap_or_else(concept::absent);
    json.set("medicationCodeableConcept", concept);
}

fn made_name(json: &Json, node: &'static str) -> Made {
    Ok(medicine(json).map(|concept| concept::made(node, concept)))
}

/// Sets a member of the first dosage.
fn in_dosage(json: &mut Json, name: &str, value: Json) {
    if json.get("dosage").is_none() {
        json.push("dosage", Json::object());
    }
    if let Some(Json::List(all)) = json.get_mut("dosage")
        && let Some(first) = all.first_mut()
    {
        first.set(name, value);
    }
}

fn show_dose(content: Node, node: &'static str, json: &mut Json) {
    let Some(dose) = child(content, node) else {
        return;
    };
    if let Some(text) = said(dose, "display") {
        in_dosage(json, "text", Json::Text(text));
    }
    let mut structured = children(dose, "structured");
    if let (Some(only), None) = (structured.next(), structured.next())
        && let Some(quantity) = quantity(only)
    {
        let dose = Json::of([("doseQuantity", quantity)]);
        in_dosage(json, "doseAndRate", Json::List(vec![dose]));
    }
}

/// A value with units in words, or of some vocabulary.
pub fn quantity(structured: Node) -> Option<Json> {
    let number = json_number(&text_of(structured, "value")?)?;
    let mut quantity = Json::of([("value", Json::Number(number))]);
    let units = concept::shown_of(structured, "units").unwrap_or(Json::object());
    if let Some(text) = units.text_of("text") {
        quantity.set("unit", Json::text(text));
    }
    if let Some(coding) = units.at(&["coding", "0"])
        && let (Some(system), Some(code)) = (coding.get("system"), coding.get("code"))
    {
        quantity.set("system", system.clone());
        quantity.set("code", code.clone());
    }
    Some(quantity)
}

fn made_dose(json: &Json, node: &'static str) -> Made {
    let dose = json.at(&["dosage", "0", "doseAndRate", "0", "doseQuantity"]);
    let text = json.at(&["dosage", "0", "text"]).and_then(Json::as_str);
    let Some(dose) = dose.filter(|dose| dose.get("value").is_some()) else {
        return Ok(text.map(|text| element(node, &leaf("display", text))));
    };
    if dose.get("comparator").is_some() {
        let told = "only a number by itself can be kept";
        let path = path(json, "dosage[0].doseAndRate[0].dose.comparator");
        return Err(Issue::error(IssueCode::NotSupported, path, told));
    }
    Ok(measured(node, dose, text))
}

/// A measurement in words and, where the words are no more than a number and its unit, as these. None without a number.
pub fn measured(name: &str, quantity: &Json, words: Option<&str>) -> Option<String> {
    let Some(Json::Number(number)) = quantity.get("value") else {
        return None;
    };
    let unit = quantity
        .text_of("unit")
        .or_else(|| quantity.text_of("code"));
    let comparator = quantity.text_of("comparator").unwrap_or_default();
    let spoken = format!("{comparator}{number} {}", unit.unwrap_or_default());
    let display = leaf("display", words.unwrap_or(spoken.trim()));
    if !comparator.is_empty() {
        return Some(element(name, &display));
    }
    let mut units = Json::object();
    if let Some(unit) = quantity.text_of("unit") {
        units.set("text", Json::text(unit));
    }
    if let (Some(system), Some(code)) = (quantity.get("system"), quantity.get("code")) {
        let coding = Json::of([("system", system.clone()), ("code", code.clone())]);
        units.push("coding", coding);
    }
    let structured = leaf("value", number) + &concept::made("units", &units);
    Some(element(
        name,
        &(display + &element("structured", &structured)),
    ))
}

fn show_strength(content: Node, node: &'static str, json: &mut Json) {
    if let Some(text) = child(content, node).and_then(|one| said(one, "display")) {
        let url = super::field::own(node);
        super::field::add_extension(json, &url, "valueString", Json::Text(text));
    }
}

fn made_strength(json: &Json, node: &'static str) -> Made {
    let told = super::field::extension(json, &super::field::own(node));
    let text = told.and_then(|one| one.text_of("valueString"));
    Ok(text.map(|text| element(node, &leaf("display", text))))
}

fn show_frequency(content: Node, node: &'static str, json: &mut Json) {
    if let Some(text) = child(content, node).and_then(|one| said(one, "display")) {
        let code = Json::of([("text", Json::Text(text))]);
        in_dosage(json, "timing", Json::of([("code", code)]));
    }
}

fn made_frequency(json: &Json, node: &'static str) -> Made {
    let text = json
        .at(&["dosage", "0", "timing", "code", "text"])
        .and_then(Json::as_str);
    Ok(text.map(|text| element(node, &leaf("display", text))))
}

fn show_route(content: Node, node: &'static str, json: &mut Json) {
    if let Some(concept) = concept::shown_of(content, node) {
        in_dosage(json, "route", concept);
    }
}

fn made_route(json: &Json, node: &'static str) -> Made {
    let route = json
        .at(&["dosage", "0", "route"])
        .filter(|one| code_is(one));
    Ok(route.map(|route| concept::made(node, route)))
}

fn show_period(content: Node, node: &str, member: &str, json: &mut Json) {
    let Some(date) = child(content, node) else {
        return;
    };
    let mut period = json
        .get("effectivePeriod")
        .cloned()
        .unwrap_or(Json::object());
    match child(date, "structured").and_then(Moment::of) {
        Some(moment) => moment::show(&mut period, member, &moment),
        // In words, or not at all.
        None => {
            let beside = Json::of([("extension", Json::List(vec![concept::absence()]))]);
            period.set(&format!("_{member}"), beside);
        }
    }
    json.set("effectivePeriod", period);
}

fn made_period(json: &Json, node: &str, member: &str) -> Made {
    let period = json.get("effectivePeriod");
    let moment = period.and_then(|period| moment::read(period, member));
    let at = || moment::read(json, "effectiveDateTime").filter(|_| member == "start");
    moment.or_else(at).map_or(Ok(None), |moment| {
        structured(json, node, "effective", &moment)
    })
}

fn show_start(content: Node, node: &'static str, json: &mut Json) {
    show_period(content, node, "start", json);
}

fn made_start(json: &Json, node: &'static str) -> Made {
    made_period(json, node, "start")
}

fn show_end(content: Node, node: &'static str, json: &mut Json) {
    show_period(content, node, "end", json);
}

fn made_end(json: &Json, node: &'static str) -> Made {
    made_period(json, node, "end")
}
