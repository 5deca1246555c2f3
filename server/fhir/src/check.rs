//! Whether JSON is a resource of R4, element by element, and one that may be kept at all.
//!
//! What is not mapped is kept as it is, and given back: so it is checked here, once, by the tables of `r4`.

use crate::concept::is_code;
use crate::issue::{ISSUES_MAX, Issue, IssueCode};
use crate::json::Json;
use crate::moment::{Moment, is_time};
use crate::names::LOCAL;
use crate::r4::{self, Slot, Type};

/// Checks a resource of a type. `record` is the patient that it may be about.
pub fn resource(json: &Json, name: &'static str, record: &str) -> Vec<Issue> {
    let mut walk = Walk {
        record,
        issues: Vec::new(),
    };
    if let Some(of) = r4::of(name) {
        walk.object(json, of, name);
    }
    walk.issues
}

struct Walk<'a> {
    record: &'a str,
    issues: Vec<Issue>,
}

impl Walk<'_> {
    fn wrong(&mut self, code: IssueCode, path: &str, told: &str) {
        if self.issues.len() < ISSUES_MAX {
            self.issues.push(Issue::error(code, path, told));
        }
    }

    fn structure(&mut self, path: &str, told: &str) {
        self.wrong(IssueCode::Structure, path, told);
    }

    fn object(&mut self, json: &Json, of: &Type, path: &str) {
        let Some(members) = json.as_object() else {
            return self.structure(path, "this element is an object");
        };
        if members.is_empty() {
            return self.structure(path, "an object holds something");
        }
        let mut seen: Vec<&str> = Vec::new();
        for (name, value) in members {
            if name == "resourceType" && of.is_resource {
                continue;
            }
            let plain = name.strip_prefix('_');
            let slot = of.slots.get(plain.unwrap_or(name)).copied();
            let Some(slot) = slot.filter(|slot| plain.is_none() || slot.is_primitive()) else {
                // The name is the client's own: it is not told again.
                self.structure(path, "this element holds one that R4 does not have there");
                continue;
            };
            let path = format!("{path}.{}", slot.element);
            if name == "modifierExtension" || name == "implicitRules" {
                let told = "what changes the meaning of others cannot be kept";
                self.wrong(IssueCode::NotSupported, &path, told);
            }
            if plain.is_some() {
                self.beside(value, slot, &path);
            } else {
                if seen.contains(&slot.element) {
                    self.structure(&path, "this element has one value, of one type");
                }
                seen.push(slot.element);
                self.slot(value, slot, &path);
            }
        }
        for required in &of.required {
            let has = |name: &String| {
                of.slots
                    .get(name.trim_start_matches('_'))
                    .is_some_and(|slot| slot.element == *required)
            };
            if !members.keys().any(has) {
                let path = format!("{path}.{required}");
                self.wrong(IssueCode::Required, &path, "this element is missing");
            }
        }
    }

    fn slot(&mut self, value: &Json, slot: Slot, path: &str) {
        match (value, slot.many) {
            (Json::List(list), true) if list.is_empty() => {
                self.structure(path, "a list holds something");
            }
            (Json::List(list), true) => {
                for (place, one) in list.iter().enumerate() {
                    let path = format!("{path}[{place}]");
                    if !(slot.is_primitive() && *one == Json::Null) {
                        self.value(one, slot, &path);
                    }
                }
            }
            (Json::List(_), false) => {
                self.structure(path, "this element stands once, without a list");
            }
            (_, true) => self.structure(path, "this element is a list"),
            (_, false) => self.value(value, slot, path),
        }
    }

    /// What stands beside a primitive value: an id and extensions.
    fn beside(&mut self, value: &Json, slot: Slot, path: &str) {
        let element = r4::of("Period").filter(|_| slot.is_primitive());
        let one = |walk: &mut Self, json: &Json| {
            let known = ["id", "extension"];
            let members = json.as_object();
            let only =
                members.is_some_and(|all| all.keys().all(|name| known.contains(&name.as_str())));
            match element {
                Some(of) if only => walk.object(json, of, path),
                _ => walk.structure(path, "beside a value stand an id and extensions"),
            }
        };
        match value {
            Json::List(list) if slot.many && !list.is_empty() => {
                for json in list.iter().filter(|json| **json != Json::Null) {
                    one(self, json);
                }
            }
            value if !slot.many => one(self, value),
            _ => self.structure(path, "this element is a list"),
        }
    }

    fn value(&mut self, value: &Json, slot: Slot, path: &str) {
        if slot.of == "resource" {
            return self.contained(value, path);
        }
        if slot.is_primitive() {
            return match primitive(value, slot.of) {
                Ok(()) => {}
                Err(code) => self.wrong(code, path, &format!("this is no {} of FHIR", slot.of)),
            };
        }
        if let Some(of) = r4::of(slot.of) {
            self.object(value, of, path);
        }
        match slot.of {
            "Reference" => self.reference(value, path),
            "Extension" => {
                let has_value = |name: &String| name.trim_start_matches('_').starts_with("value");
                let members = value.as_object().into_iter().flat_map(|all| all.keys());
                let values = members.filter(|name| has_value(name)).count();
                if (values > 0) == value.get("extension").is_some() {
                    self.structure(path, "an extension has a value or extensions");
                }
            }
            _ => {}
        }
    }

    fn contained(&mut self, value: &Json, path: &str) {
        let name = value.text_of("resourceType").unwrap_or_default();
        match r4::of(name).filter(|of| of.is_resource) {
            Some(of) if value.get("contained").is_none() => self.object(value, of, path),
            Some(_) => self.structure(path, "a contained resource contains none"),
            None => {
                let told = "a contained resource is one of the types that are known here";
                self.wrong(IssueCode::NotSupported, path, told);
            }
        }
    }

    fn reference(&mut self, value: &Json, path: &str) {
        let Some(reference) = value.text_of("reference") else {
            return;
        };
        let local = reference.strip_prefix(LOCAL).unwrap_or(reference);
        let id = local.strip_prefix("Patient/").unwrap_or_default();
        let id = id.split_once("/_history/").map_or(id, |(id, _)| id);
        let mut steps = reference.split(['/', '?']);
        if steps.any(|step| step == "Patient") && !id.eq_ignore_ascii_case(self.record) {
            self.wrong(IssueCode::BusinessRule, path, "this is another patient");
        }
    }
}

/// Longest text of one element.
const TEXT_MAX: usize = 1024 * 1024;

/// Checks the value of a primitive type; the error says whether it is of another kind, or one that cannot be.
fn primitive(value: &Json, of: &str) -> Result<(), IssueCode> {
    let fits = match (value, of) {
        (Json::Bool(_), "boolean") => true,
        (Json::Number(number), "integer" | "positiveInt" | "unsignedInt") => {
            number.parse::<i32>().is_ok_and(|number| match of {
                "positiveInt" => number > 0,
                "unsignedInt" => number >= 0,
                _ => true,
            })
        }
        (Json::Number(number), "decimal") => crate::decimal::Decimal::parse(number).is_some(),
        (Json::Text(text), of)
            if !matches!(
                of,
                "boolean" | "integer" | "positiveInt" | "unsignedInt" | "decimal"
            ) =>
        {
            of == "base64Binary" && is_base64(text) || is_text(text) && is_string(text, of)
        }
        _ => return Err(IssueCode::Structure),
    };
    if fits { Ok(()) } else { Err(IssueCode::Value) }
}

/// No control characters but blanks, nothing that XML cannot hold, and more than blanks.
fn is_text(text: &str) -> bool {
    let is_odd = |sign: char| {
        sign.is_control() && !matches!(sign, '\t' | '\r' | '\n' | '\u{7f}'..='\u{9f}')
            || matches!(sign, '\u{fffe}' | '\u{ffff}')
    };
    text.len() <= TEXT_MAX && !text.trim().is_empty() && !text.contains(is_odd)
}

fn is_base64(text: &str) -> bool {
    let is_sign = |sign: u8| sign.is_ascii_alphanumeric() || b"+/= \t\r\n".contains(&sign);
    !text.is_empty() && text.bytes().all(is_sign)
}

fn is_string(text: &str, of: &str) -> bool {
    match of {
        "code" => is_code(text),
        "id" => is_id(text),
        "uri" | "url" | "canonical" | "oid" | "uuid" => !text.contains(char::is_whitespace),
        "date" => Moment::date(text).is_some(),
        "dateTime" => Moment::date_time(text).is_some(),
        "instant" => Moment::date_time(text).is_some_and(|moment| moment.time.is_some()),
        "time" => is_time(text),
        "xhtml" => text.trim_start().starts_with("<div"),
        "base64Binary" => false,
        _ => true,
    }
}

/// Whether a text is an id as FHIR has them.
pub fn is_id(text: &str) -> bool {
    let is_sign = |sign: u8| sign.is_ascii_alphanumeric() || b"-.".contains(&sign);
    (1..=64).contains(&text.len()) && text.bytes().all(is_sign)
}
