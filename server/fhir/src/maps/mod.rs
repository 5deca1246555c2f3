//! Which thing is which resource: one row for each type of thing, and for each row its elements both ways.

pub(crate) mod common;
pub(crate) mod field;
mod observation;

use crate::issue::{Issue, IssueCode};
use crate::json::Json;
use domain::named;
use field::Field;
use roxmltree::Node;
use uuid::Uuid;

named! {
    /// The resources that things are.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum ResourceType {
        Observation = "Observation",
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

/// All rows. A resource type's rows stand together.
pub fn maps() -> impl Iterator<Item = &'static Map> {
    observation::MAPS.iter()
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
    let mut fitting = rows().filter(|map| {
        let code = json.get("code").unwrap_or(&Json::Null);
        rows().nth(1).is_none() || observation::codes(code).any(|code| map.loinc.contains(&code))
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
