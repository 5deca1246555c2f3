//! Allergies.

use super::field::{Codec, Kind, Made, extension, field, own, path};
use super::{Map, ResourceType, refuse_codes, refuse_without_concept};
use crate::concept::{self, code_in};
use crate::issue::{Issue, IssueCode};
use crate::json::Json;
use crate::tree::{boolean, element, leaf};
use roxmltree::Node;
use uuid::uuid;

const CLINICAL: &str = "http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical";
const VERIFICATION: &str = "http://terminology.hl7.org/CodeSystem/allergyintolerance-verification";
/// What an allergy is against: the codes of HealthVault's vocabulary, and of FHIR. Source: the original's list.
const CATEGORIES: [(&str, &str); 5] = [
    ("med", "medication"),
    ("food", "food"),
    ("env", "environment"),
    ("animal", "environment"),
    ("plant", "environment"),
];

pub const MAPS: &[Map] = &[Map {
    type_id: uuid!("52bf9104-2c5e-4f1f-a66d-552ebcc53df7"),
    resource: ResourceType::AllergyIntolerance,
    loinc: &[],
    category: None,
    fields: &[
        field("name", Codec::Concept("code")),
        field("reaction", Codec::Own(show_reaction, made_reaction)),
        field("first-observed", Codec::Approximate("onset")),
        field("allergen-type", Codec::Own(show_type, made_type)),
        field(
            "allergen-code",
            Codec::Extension("allergen-code", Kind::Concept),
        ),
        field("treatment", Codec::Extension("treatment", Kind::Concept)),
        field("is-negated", Codec::Own(show_negated, made_negated)),
    ],
    frame: |_, _, _| (),
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
    if status(json).is_none() {
        let told = "active, inactive or resolved is required";
        issues.push(Issue::error(
            IssueCode::Required,
            path(json, "clinicalStatus"),
            told,
        ));
    }
    issues
}

fn status(json: &Json) -> Option<&str> {
    let mut codes = code_in(json.get("clinicalStatus")?, CLINICAL);
    codes.find(|code| ["active", "inactive", "resolved"].contains(code))
}

fn show_reaction(content: Node, node: &'static str, json: &mut Json) {
    if let Some(concept) = concept::shown_of(content, node) {
        let manifestation = Json::List(vec![concept]);
        json.push("reaction", Json::of([("manifestation", manifestation)]));
    }
}

fn made_reaction(json: &Json, node: &'static str) -> Made {
    let concept = json.at(&["reaction", "0", "manifestation", "0"]);
    let concept = concept.filter(|one| super::code_is(one));
    Ok(concept.map(|concept| concept::made(node, concept)))
}

fn category_of(concept: &Json) -> Option<&'static str> {
    let codings = concept.get("coding").map_or(&[][..], Json::as_list).iter();
    let words = codings
        .filter_map(|coding| coding.text_of("code"))
        .chain(concept.text_of("text"));
    let mut known = words.filter_map(|word| {
        let word = word.trim().to_ascii_lowercase();
        CATEGORIES
            .into_iter()
            .find(|(own, fhir)| *own == word || *fhir == word)
    });
    known.next().map(|(_, category)| category)
}

fn show_type(content: Node, node: &'static str, json: &mut Json) {
    let Some(concept) = concept::shown_of(content, node) else {
        return;
    };
    if let Some(category) = category_of(&concept) {
        json.set("category", Json::List(vec![Json::text(category)]));
    }
    super::field::add_extension(json, &own(node), "valueCodeableConcept", concept);
}

/// The extension, where it says what the category says; else the category.
fn made_type(json: &Json, node: &'static str) -> Made {
    let category = json.at(&["category", "0"]).and_then(Json::as_str);
    let told = extension(json, &own(node)).and_then(|one| one.get("valueCodeableConcept"));
    let told = told.filter(|concept| super::code_is(concept));
    if let Some(concept) =
        told.filter(|concept| category.is_none() || category_of(concept) == category)
    {
        return Ok(Some(concept::made(node, concept)));
    }
    let Some(category) = category else {
        return Ok(None);
    };
    let mut inner = leaf("text", category);
    if let Some((code, _)) = CATEGORIES.iter().find(|(_, fhir)| *fhir == category) {
        let coded = leaf("value", code)
            + &leaf("family", "wc")
            + &leaf("type", "allergen-type")
            + &leaf("version", "1");
        inner += &element("code", &coded);
    }
    Ok(Some(element(node, &inner)))
}

fn assumed() -> Json {
    Json::of([
        ("url", Json::Text(own("assumed"))),
        ("valueBoolean", Json::Bool(true)),
    ])
}

/// Negated by a treatment: no longer active. FHIR demands a status, so one that is not told is marked as assumed.
fn show_negated(content: Node, node: &'static str, json: &mut Json) {
    let negated = boolean(content, node);
    let (code, display) = match negated {
        Some(true) => ("inactive", "Inactive"),
        _ => ("active", "Active"),
    };
    let mut status = concept::one(CLINICAL, code, display);
    if negated.is_none() {
        status.push("extension", assumed());
    }
    json.set("clinicalStatus", status);
}

fn made_negated(json: &Json, node: &'static str) -> Made {
    let is_assumed = json
        .get("clinicalStatus")
        .is_some_and(|one| extension(one, &own("assumed")).is_some());
    Ok(status(json)
        .filter(|_| !is_assumed)
        .map(|code| leaf(node, &(code != "active").to_string())))
}
