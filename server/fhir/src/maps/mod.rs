//! Which thing is which resource: one row for each type of thing, and for each row its elements both ways.

mod allergy;
pub(crate) mod common;
mod condition;
pub(crate) mod document;
pub(crate) mod field;
mod immunization;
mod laboratory;
mod lipids;
mod medication;
mod observation;
mod procedure;

use crate::concept;
use crate::issue::{Issue, IssueCode};
use crate::json::Json;
use crate::names::OWN;
use crate::tree::{child, said};
use domain::named;
use field::{Field, path};
use roxmltree::Node;
use uuid::Uuid;

named! {
    /// The resources that things are.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum ResourceType {
        Observation = "Observation",
        Condition = "Condition",
        AllergyIntolerance = "AllergyIntolerance",
        MedicationStatement = "MedicationStatement",
        Immunization = "Immunization",
        Procedure = "Procedure",
        DocumentReference = "DocumentReference",
    }
}

/// A type of things as resources of a type.
#[derive(Debug)]
pub struct Map {
    pub type_id: Uuid,
    pub resource: ResourceType,
    /// Codes of LOINC that tell the type where a resource is of several; the first is shown.
    pub loinc: &'static [&'static str],
    /// The code of the category that is shown, in its resource's own system.
    pub category: Option<&'static str>,
    pub(crate) fields: &'static [Field],
    /// What FHIR demands and the data does not have.
    pub(crate) frame: fn(&Map, Node<'_, '_>, &mut Json),
    /// What decides the meaning and cannot be kept.
    pub(crate) refuse: fn(&Json) -> Vec<Issue>,
}

impl Map {
    /// Whether the resource has the data whole, to the letter: it is changed by the XML door alone.
    pub fn is_document(&self) -> bool {
        self.fields.is_empty()
    }
}

/// All rows. A resource type's rows stand together.
pub fn maps() -> impl Iterator<Item = &'static Map> {
    let all = [
        observation::MAPS,
        lipids::MAPS,
        laboratory::MAPS,
        condition::MAPS,
        allergy::MAPS,
        medication::MAPS,
        immunization::MAPS,
        procedure::MAPS,
        document::MAPS,
    ];
    all.into_iter().flatten()
}

/// The row of a type of things.
pub fn map_of(type_id: Uuid) -> Option<&'static Map> {
    maps().find(|map| map.type_id == type_id)
}

/// The types of things that are resources of a type.
pub fn types_of(resource: ResourceType) -> impl Iterator<Item = Uuid> {
    let of = move |map: &&Map| map.resource == resource;
    maps().filter(of).map(|map| map.type_id)
}

/// The row that a resource belongs to.
pub(crate) fn map_for(resource: ResourceType, json: &Json) -> Result<&'static Map, Issue> {
    let rows = || maps().filter(|map| map.resource == resource);
    // Documents of other types are written by the XML door.
    if resource == ResourceType::DocumentReference {
        return Ok(&document::MAPS[0]);
    }
    let laboratory = laboratory::is_laboratory(json) && laboratory::is_of_no_other(json);
    let mut fitting = rows().filter(|map| {
        let code = json.get("code").unwrap_or(&Json::Null);
        rows().nth(1).is_none()
            || observation::codes(code).any(|code| map.loinc.contains(&code))
            || laboratory && map.type_id == laboratory::TYPE
    });
    match (fitting.next(), fitting.next()) {
        (Some(map), None) => Ok(map),
        (found, _) => {
            let path = format!("{}.code", resource.name());
            let told = if found.is_some() {
                "the codes are of several types of data"
            } else {
                "no type of data here has this code"
            };
            Err(Issue::error(IssueCode::NotSupported, path, told))
        }
    }
}

/// The codes of LOINC that a resource has, whether or not they tell a type.
pub fn loinc_codes(json: &Json) -> impl Iterator<Item = &str> {
    observation::codes(json.get("code").unwrap_or(&Json::Null))
}

/// Whether a concept says something.
pub(crate) fn code_is(concept: &Json) -> bool {
    let coded = concept.get("coding").map_or(&[][..], Json::as_list).iter();
    concept.get("text").is_some() || coded.into_iter().any(|coding| coding.get("code").is_some())
}

/// A concept that the data has to have.
fn refuse_without_concept(json: &Json, name: &str) -> Vec<Issue> {
    if json.get(name).is_some_and(code_is) {
        return Vec::new();
    }
    let told = "a text or a code is required";
    vec![Issue::error(IssueCode::Required, path(json, name), told)]
}

/// A status that would make the data say what is not so.
fn refuse_status(json: &Json, kept: &[&str]) -> Vec<Issue> {
    if json
        .text_of("status")
        .is_some_and(|status| kept.contains(&status))
    {
        return Vec::new();
    }
    let told = format!("the status is none of {}", kept.join(", "));
    vec![Issue::error(IssueCode::Value, path(json, "status"), told)]
}

/// Codes of a concept that would.
fn refuse_codes(json: &Json, name: &str, system: &str, refused: &[&str]) -> Vec<Issue> {
    let concept = json.get(name).unwrap_or(&Json::Null);
    if concept::code_in(concept, system).any(|code| refused.contains(&code)) {
        let told = format!("data that is {} cannot be kept", refused.join(" or "));
        return vec![Issue::error(
            IssueCode::NotSupported,
            path(json, name),
            told,
        )];
    }
    Vec::new()
}

/// Adds a person of the data as a performer, by name.
fn show_provider(content: Node, node: &str, function: Option<&str>, json: &mut Json) {
    let name = child(content, node).and_then(|person| child(person, "name"));
    if let Some(name) = name.and_then(|name| said(name, "full")) {
        let actor = Json::of([("display", Json::Text(name))]);
        let mut performer = Json::of([("actor", actor)]);
        if let Some(function) = function {
            let concept = concept::one(&format!("{OWN}provider"), function, "Secondary provider");
            performer.set("function", concept);
        }
        json.push("performer", performer);
    }
}

/// The name of a performer: of the secondary one, or of the so-manieth of the others.
fn provider(json: &Json, secondary: bool, place: usize) -> Option<&str> {
    let system = format!("{OWN}provider");
    let is_secondary = |one: &Json| {
        let function = one.get("function").unwrap_or(&Json::Null);
        concept::code_in(function, &system).any(|code| code == "secondary")
    };
    let all = json.get("performer")?.as_list().iter();
    let named = all.filter(|one| is_secondary(one) == secondary);
    let mut names = named.filter_map(|one| one.at(&["actor", "display"])?.as_str());
    names.nth(place)
}
