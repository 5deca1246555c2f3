//! Observations: weight, height, blood pressure, blood glucose, heart rate.

use super::field::{Codec, Field, Kind, Made, field, path};
use super::{Map, ResourceType};
use crate::concept;
use crate::issue::{Issue, IssueCode};
use crate::json::Json;
use crate::names::{DATA_ABSENT_CODES, LOINC, OWN};
use crate::quantity::{GLUCOSE, HEIGHT, WEIGHT, quantity, whole};
use crate::tree::{boolean, child, element, leaf, number, said};
use roxmltree::Node;
use uuid::uuid;

pub const CATEGORIES: &str = "http://terminology.hl7.org/CodeSystem/observation-category";
pub const WHEN: Field = field("when", Codec::When("effective"));
const PRESSURE: &str = "mm[Hg]";
const PER_MINUTE: &str = "/min";
const SYSTOLIC: &str = "8480-6";
const DIASTOLIC: &str = "8462-4";
const PULSE: &str = "8867-4";

pub const MAPS: &[Map] = &[
    Map {
        type_id: uuid!("3d34d87e-7fc1-4153-800f-f56592cb0d17"),
        resource: ResourceType::Observation,
        loinc: &["29463-7", "3141-9"],
        category: Some("vital-signs"),
        fields: &[WHEN, field("value", Codec::Measure(&WEIGHT))],
        frame: vital_sign,
        refuse,
    },
    Map {
        type_id: uuid!("40750a6a-89b2-455c-bd8d-b420a4cb500b"),
        resource: ResourceType::Observation,
        loinc: &["8302-2"],
        category: Some("vital-signs"),
        fields: &[WHEN, field("value", Codec::Measure(&HEIGHT))],
        frame: vital_sign,
        refuse,
    },
    Map {
        type_id: uuid!("ca3c57f4-f4c1-4e15-be67-0a3caf5414ed"),
        resource: ResourceType::Observation,
        loinc: &["85354-9", "55284-4"],
        category: Some("vital-signs"),
        fields: &[
            WHEN,
            field("systolic", Codec::Own(show_systolic, made_systolic)),
            field("diastolic", Codec::Own(show_diastolic, made_diastolic)),
            field("pulse", Codec::Own(show_pulse, made_pulse)),
            field(
                "irregular-heartbeat",
                Codec::Extension("irregular-heartbeat", Kind::Boolean),
            ),
        ],
        frame: panel,
        refuse: refuse_panel,
    },
    Map {
        type_id: uuid!("879e7c04-4e8a-4707-9ad3-b054df467ce4"),
        resource: ResourceType::Observation,
        loinc: &[
            "15074-8", "14749-6", "2339-0", "2345-7", "41653-7", "14743-9",
        ],
        category: Some("laboratory"),
        fields: &[
            WHEN,
            field("value", Codec::Measure(&GLUCOSE)),
            field(
                "glucose-measurement-type",
                Codec::Own(show_glucose_type, made_glucose_type),
            ),
            field(
                "outside-operating-temp",
                Codec::Extension("outside-operating-temperature", Kind::Boolean),
            ),
            field("is-control-test", Codec::Own(show_control, made_control)),
            field("normalcy", Codec::Extension("normalcy", Kind::Whole)),
            field(
                "measurement-context",
                Codec::Extension("measurement-context", Kind::Concept),
            ),
        ],
        frame: glucose,
        refuse,
    },
    Map {
        type_id: uuid!("b81eb4a6-6eac-4292-ae93-3872d6870994"),
        resource: ResourceType::Observation,
        loinc: &[PULSE],
        category: Some("vital-signs"),
        fields: &[
            WHEN,
            field("value", Codec::Own(show_rate, made_rate)),
            field("measurement-method", Codec::Concept("method")),
            field(
                "measurement-conditions",
                Codec::Extension("measurement-conditions", Kind::Concept),
            ),
        ],
        frame: vital_sign,
        refuse,
    },
];

/// The codes of LOINC in a concept.
pub fn codes(code: &Json) -> impl Iterator<Item = &str> {
    concept::code_in(code, LOINC)
}

/// Source: LOINC's long common names, shortened as HL7's examples have them.
fn display(code: &str) -> &'static str {
    match code {
        "29463-7" => "Body weight",
        "8302-2" => "Body height",
        "85354-9" => "Blood pressure panel with all children optional",
        SYSTOLIC => "Systolic blood pressure",
        DIASTOLIC => "Diastolic blood pressure",
        PULSE => "Heart rate",
        "57698-3" => "Lipid panel with direct LDL - Serum or Plasma",
        "15074-8" => "Glucose [Moles/volume] in Blood",
        "14749-6" => "Glucose [Moles/volume] in Serum or Plasma",
        "2339-0" => "Glucose [Mass/volume] in Blood",
        "2345-7" => "Glucose [Mass/volume] in Serum or Plasma",
        _ => "",
    }
}

pub fn category(code: &str) -> Json {
    let display = match code {
        "vital-signs" => "Vital Signs",
        _ => "Laboratory",
    };
    concept::one(CATEGORIES, code, display)
}

fn frame(map: &Map, code: &str, json: &mut Json) {
    json.set("status", Json::text("final"));
    if let Some(code) = map.category {
        json.push("category", category(code));
    }
    json.set("code", concept::one(LOINC, code, display(code)));
}

fn absent_reason() -> Json {
    concept::one(DATA_ABSENT_CODES, "unknown", "Unknown")
}

fn vital_sign(map: &Map, content: Node, json: &mut Json) {
    frame(map, map.loinc[0], json);
    without_value(content, json);
}

/// Data that another door kept before its type had rules may have no number.
fn without_value(content: Node, json: &mut Json) {
    let measures = [("kg", &WEIGHT), ("m", &HEIGHT), ("mmolPerL", &GLUCOSE)];
    let value = child(content, "value");
    let has_measure = value.is_some_and(|value| {
        measures
            .iter()
            .any(|(_, measure)| measure.shown(value).is_some())
    });
    if !has_measure && number::<i32>(content, "value").is_none() {
        json.set("dataAbsentReason", absent_reason());
    }
}

pub fn panel(map: &Map, _: Node, json: &mut Json) {
    frame(map, map.loinc[0], json);
}

/// Statuses without a result, and results of someone or something else.
fn refuse(json: &Json) -> Vec<Issue> {
    let mut issues = refuse_panel(json);
    let other = |name: &&String| name.starts_with("value") && *name != "valueQuantity";
    if json
        .as_object()
        .is_some_and(|all| all.keys().any(|name| other(&name)))
    {
        let told = "the value of this is a quantity";
        issues.push(Issue::error(IssueCode::Value, path(json, "value"), told));
    }
    issues
}

pub fn refuse_panel(json: &Json) -> Vec<Issue> {
    let mut issues = Vec::new();
    let kept = ["final", "preliminary", "amended", "corrected", "unknown"];
    if !json
        .text_of("status")
        .is_some_and(|status| kept.contains(&status))
    {
        let told = format!("the status is none of {}", kept.join(", "));
        issues.push(Issue::error(IssueCode::Value, path(json, "status"), told));
    }
    for name in ["focus", "dataAbsentReason"] {
        if json.get(name).is_some() {
            let told = "data with this element cannot be kept";
            issues.push(Issue::error(
                IssueCode::NotSupported,
                path(json, name),
                told,
            ));
        }
    }
    issues
}

pub fn component(json: &Json, code: &str) -> Option<(usize, Json)> {
    let components = json.get("component")?.as_list().iter().enumerate();
    let mut of_code = components.filter(|(_, one)| {
        codes(one.get("code").unwrap_or(&Json::Null)).any(|found| found == code)
    });
    of_code.next().map(|(place, one)| (place, one.clone()))
}

fn show_component(content: Node, node: &str, code: &str, unit: &str, json: &mut Json) {
    let mut shown = Json::of([("code", concept::one(LOINC, code, display(code)))]);
    match number::<i32>(content, node) {
        Some(number) => {
            let unit_text = if unit == PRESSURE {
                "mmHg"
            } else {
                "beats/minute"
            };
            shown.set(
                "valueQuantity",
                quantity(number.to_string(), unit_text, unit),
            );
        }
        None => shown.set("dataAbsentReason", absent_reason()),
    }
    json.push("component", shown);
}

fn made_component(json: &Json, node: &str, code: &str, unit: &str, required: bool) -> Made {
    let Some((place, component)) = component(json, code) else {
        let told = format!("a component of the code {code} is required");
        let missing = Issue::error(IssueCode::Required, path(json, "component"), told);
        return if required { Err(missing) } else { Ok(None) };
    };
    let path = path(json, &format!("component[{place}].value"));
    match component.get("valueQuantity") {
        Some(value) => Ok(Some(leaf(node, &whole(value, unit, &path)?.to_string()))),
        None => Err(Issue::error(
            IssueCode::Required,
            path,
            "a quantity is required",
        )),
    }
}

fn show_systolic(content: Node, node: &'static str, json: &mut Json) {
    show_component(content, node, SYSTOLIC, PRESSURE, json);
}

fn made_systolic(json: &Json, node: &'static str) -> Made {
    made_component(json, node, SYSTOLIC, PRESSURE, true)
}

fn show_diastolic(content: Node, node: &'static str, json: &mut Json) {
    show_component(content, node, DIASTOLIC, PRESSURE, json);
}

fn made_diastolic(json: &Json, node: &'static str) -> Made {
    made_component(json, node, DIASTOLIC, PRESSURE, true)
}

fn show_pulse(content: Node, node: &'static str, json: &mut Json) {
    if child(content, node).is_some() {
        show_component(content, node, PULSE, PER_MINUTE, json);
    }
}

fn made_pulse(json: &Json, node: &'static str) -> Made {
    made_component(json, node, PULSE, PER_MINUTE, false)
}

fn show_rate(content: Node, node: &'static str, json: &mut Json) {
    if let Some(number) = number::<i32>(content, node) {
        let value = quantity(number.to_string(), "beats/minute", PER_MINUTE);
        json.set("valueQuantity", value);
    }
}

fn made_rate(json: &Json, node: &'static str) -> Made {
    let path = path(json, "value");
    match json.get("valueQuantity") {
        Some(value) => Ok(Some(leaf(
            node,
            &whole(value, PER_MINUTE, &path)?.to_string(),
        ))),
        None => Err(Issue::error(
            IssueCode::Required,
            path,
            "a quantity is required",
        )),
    }
}

/// The two that HealthVault tells apart, by the codes of its vocabulary, with their codes of LOINC by amount and by mass.
/// A meter that one pricks a finger for measures whole blood.
const SPECIMENS: [(&str, &str, &[&str]); 2] = [
    (
        "wb",
        "Whole blood",
        &["15074-8", "2339-0", "41653-7", "14743-9"],
    ),
    ("p", "Plasma", &["14749-6", "2345-7"]),
];

fn glucose(map: &Map, content: Node, json: &mut Json) {
    let value = child(content, "value").and_then(|value| GLUCOSE.shown(value));
    let by_mass = value.and_then(|value| value.text_of("code").map(|code| code == "mg/dL"));
    let kind = child(content, "glucose-measurement-type");
    let of_kind = |code: &str| {
        kind.is_some_and(|kind| {
            let codes = crate::tree::children(kind, "code");
            codes
                .into_iter()
                .any(|one| said(one, "value").as_deref() == Some(code))
        })
    };
    let known = SPECIMENS.iter().find(|(code, ..)| of_kind(code));
    if let Some((_, _, loinc)) = known { frame(map, loinc[usize::from(by_mass == Some(true))], json) } else {
        frame(map, map.loinc[0], json);
        // Of neither kind: it says no more than that.
        json.set("code", Json::of([("text", Json::text("Blood glucose"))]));
    }
    without_value(content, json);
}

fn show_glucose_type(content: Node, node: &'static str, json: &mut Json) {
    if let Some(text) = child(content, node).and_then(|kind| said(kind, "text")) {
        json.set("specimen", Json::of([("display", Json::Text(text))]));
    }
}

fn made_glucose_type(json: &Json, node: &'static str) -> Made {
    let code = json.get("code").unwrap_or(&Json::Null);
    let of_code =
        |(_, _, loinc): &&(&str, &str, &[&str])| codes(code).any(|code| loinc.contains(&code));
    let Some((kind, text, _)) = SPECIMENS.iter().find(of_code) else {
        let told = "the code tells neither blood nor plasma";
        return Err(Issue::error(
            IssueCode::NotSupported,
            path(json, "code"),
            told,
        ));
    };
    let text = json
        .at(&["specimen", "display"])
        .and_then(Json::as_str)
        .unwrap_or(text);
    let coded = leaf("value", kind)
        + &leaf("family", "wc")
        + &leaf("type", "glucose-measurement-type")
        + &leaf("version", "1");
    Ok(Some(element(
        node,
        &(leaf("text", text) + &element("code", &coded)),
    )))
}

/// A test of the meter is no value of the patient's: its category says so.
fn control_category() -> Json {
    concept::one(
        &format!("{OWN}observation-category"),
        "control",
        "Control test",
    )
}

fn show_control(content: Node, node: &'static str, json: &mut Json) {
    if boolean(content, node) == Some(true) {
        json.push("category", control_category());
    }
}

fn made_control(json: &Json, node: &'static str) -> Made {
    let categories = json.get("category").map_or(&[][..], Json::as_list).iter();
    let system = format!("{OWN}observation-category");
    let is_control = |one: &Json| concept::code_in(one, &system).any(|code| code == "control");
    Ok(categories
        .into_iter()
        .any(is_control)
        .then(|| leaf(node, "true")))
}
