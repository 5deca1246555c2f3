//! One element of a thing's data and the element of its resource: shown, and made.

use crate::concept;
use crate::issue::{Issue, IssueCode};
use crate::json::Json;
use crate::moment::{self, Moment};
use crate::names::{DATA_ABSENT_REASON, OWN};
use crate::quantity::Measure;
use crate::tree::{boolean, child, element, leaf, number, said};
use roxmltree::Node;

/// An element's XML; None where the resource says nothing of it.
pub type Made = Result<Option<String>, Issue>;

#[derive(Debug)]
pub struct Field {
    /// The name of the element in the data.
    pub node: &'static str,
    pub codec: Codec,
}

/// What an extension's value is.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    Text,
    Concept,
    Boolean,
    Whole,
}

/// How an element is said on either side.
#[derive(Debug)]
pub enum Codec {
    /// A concept, in an element of this name.
    Concept(&'static str),
    /// A concept, in a list of this name: the first.
    First(&'static str),
    /// A string.
    Text(&'static str),
    /// A day with or without its time, in `..DateTime`; the start of `..Period`. It is required.
    When(&'static str),
    /// A date of which less may be known, in `..DateTime`; in words, in `..String`.
    Approximate(&'static str),
    /// An own extension.
    Extension(&'static str, Kind),
    /// A value in `valueQuantity`.
    Measure(&'static Measure),
    /// Something else: shown, and made.
    Own(
        fn(Node<'_, '_>, &'static str, &mut Json),
        fn(&Json, &'static str) -> Made,
    ),
}

pub const fn field(node: &'static str, codec: Codec) -> Field {
    Field { node, codec }
}

impl Field {
    /// Adds what an element of the data says.
    pub fn show(&self, content: Node, json: &mut Json) {
        let node = self.node;
        match &self.codec {
            Codec::Concept(name) => {
                if let Some(concept) = concept::shown_of(content, node) {
                    json.set(name, concept);
                }
            }
            Codec::First(name) => {
                if let Some(concept) = concept::shown_of(content, node) {
                    json.push(name, concept);
                }
            }
            Codec::Text(name) => {
                if let Some(text) = said(content, node) {
                    json.set(name, Json::Text(text));
                }
            }
            Codec::When(stem) => {
                if let Some(moment) = child(content, node).and_then(Moment::of) {
                    moment::show(json, &format!("{stem}DateTime"), &moment);
                }
            }
            Codec::Approximate(stem) => approximate(content, node, stem, json),
            Codec::Extension(name, kind) => {
                let value = match kind {
                    Kind::Text => said(content, node).map(|text| ("valueString", Json::Text(text))),
                    Kind::Concept => concept::shown_of(content, node)
                        .map(|concept| ("valueCodeableConcept", concept)),
                    Kind::Boolean => {
                        boolean(content, node).map(|value| ("valueBoolean", Json::Bool(value)))
                    }
                    Kind::Whole => number::<i32>(content, node)
                        .map(|number| ("valueInteger", Json::Number(number.to_string()))),
                };
                if let Some((member, value)) = value {
                    add_extension(json, &own(name), member, value);
                }
            }
            Codec::Measure(measure) => {
                if let Some(quantity) = child(content, node).and_then(|value| measure.shown(value))
                {
                    json.set("valueQuantity", quantity);
                }
            }
            Codec::Own(show, _) => show(content, node, json),
        }
    }

    /// The element that the resource makes.
    pub fn made(&self, json: &Json) -> Made {
        let node = self.node;
        let concept = |concept: Option<&Json>| {
            let said =
                concept.filter(|one| one.get("text").is_some() || one.get("coding").is_some());
            Ok(said.map(|one| concept::made(node, one)))
        };
        match &self.codec {
            Codec::Concept(name) => concept(json.get(name)),
            Codec::First(name) => concept(json.at(&[name, "0"])),
            Codec::Text(name) => Ok(json.text_of(name).map(|text| leaf(node, text))),
            Codec::When(stem) => when(json, node, stem),
            Codec::Approximate(stem) => made_approximate(json, node, stem),
            Codec::Extension(name, kind) => {
                let Some(extension) = extension(json, &own(name)) else {
                    return Ok(None);
                };
                let value = match kind {
                    Kind::Text => extension
                        .text_of("valueString")
                        .map(|text| leaf(node, text)),
                    Kind::Concept => return concept(extension.get("valueCodeableConcept")),
                    Kind::Boolean => match extension.get("valueBoolean") {
                        Some(Json::Bool(value)) => Some(leaf(node, &value.to_string())),
                        _ => None,
                    },
                    Kind::Whole => match extension.get("valueInteger") {
                        Some(Json::Number(number)) => Some(leaf(node, number)),
                        _ => None,
                    },
                };
                value.map(Some).ok_or_else(|| {
                    let path = path(json, "extension");
                    Issue::error(
                        IssueCode::Value,
                        path,
                        "this extension has a value of another type",
                    )
                })
            }
            Codec::Measure(measure) => {
                let path = path(json, "value");
                match json.get("valueQuantity") {
                    Some(quantity) => measure.made(node, quantity, &path).map(Some),
                    None => Err(Issue::error(
                        IssueCode::Required,
                        path,
                        "a quantity is required",
                    )),
                }
            }
            Codec::Own(_, made) => made(json, node),
        }
    }
}

/// An own extension's URL.
pub fn own(name: &str) -> String {
    format!("{OWN}StructureDefinition/{name}")
}

/// FHIRPath of an element of a resource.
pub fn path(json: &Json, element: &str) -> String {
    format!(
        "{}.{element}",
        json.text_of("resourceType").unwrap_or_default()
    )
}

pub fn add_extension(json: &mut Json, url: &str, member: &str, value: Json) {
    let extension = Json::of([("url", Json::text(url)), (member, value)]);
    json.push("extension", extension);
}

/// The first extension of this URL.
pub fn extension<'a>(json: &'a Json, url: &str) -> Option<&'a Json> {
    let mut all = json.get("extension")?.as_list().iter();
    all.find(|one| one.text_of("url") == Some(url))
}

fn approximate(content: Node, node: &str, stem: &str, json: &mut Json) {
    let Some(date) = child(content, node) else {
        return;
    };
    if let Some(moment) = child(date, "structured").and_then(Moment::of) {
        moment::show(json, &format!("{stem}DateTime"), &moment);
    } else if let Some(words) = said(date, "descriptive") {
        json.set(&format!("{stem}String"), Json::Text(words));
    }
}

/// A moment of a choice of types, where it has one; `..Period` gives its start.
fn chosen(json: &Json, stem: &str) -> Option<Moment> {
    let of = |name: &str| moment::read(json, &format!("{stem}{name}"));
    of("DateTime").or_else(|| of("Instant")).or_else(|| {
        let period = json.get(&format!("{stem}Period"))?;
        moment::read(period, "start")
    })
}

fn cannot(json: &Json, stem: &str) -> Issue {
    let told = "this date is none that can be kept";
    Issue::error(IssueCode::Value, path(json, stem), told)
}

fn when(json: &Json, node: &str, stem: &str) -> Made {
    let Some(moment) = chosen(json, stem) else {
        let told = "a date is required";
        return Err(Issue::error(IssueCode::Required, path(json, stem), told));
    };
    let xml = moment.xml().filter(|_| moment.day.is_some());
    let xml = xml.ok_or_else(|| cannot(json, stem))?;
    Ok(Some(element(node, &xml)))
}

fn made_approximate(json: &Json, node: &str, stem: &str) -> Made {
    let beside = json.get(&format!("_{stem}String")).unwrap_or(&Json::Null);
    let is_absent = extension(beside, DATA_ABSENT_REASON).is_some();
    if let Some(words) = json
        .text_of(&format!("{stem}String"))
        .filter(|_| !is_absent)
    {
        return Ok(Some(element(node, &leaf("descriptive", words))));
    }
    chosen(json, stem).map_or(Ok(None), |moment| structured(json, node, stem, &moment))
}

/// A date of which less may be known.
pub fn structured(json: &Json, node: &str, stem: &str, moment: &Moment) -> Made {
    let xml = moment.xml().ok_or_else(|| cannot(json, stem))?;
    Ok(Some(element(node, &element("structured", &xml))))
}
