//! A record as a `Patient`: composed of what an application may read of it, and read only.

use crate::concept;
use crate::json::Json;
use crate::moment::Moment;
use crate::names::Site;
use crate::tree::{Parts, boolean, child, children, number, said};
use domain::ids::RecordId;
use domain::thing::Thing;
use domain::timestamp::Timestamp;
use roxmltree::{Document, Node};
use sha2::{Digest, Sha256};
use uuid::{Uuid, uuid};

/// The types that a patient is composed of: basic demographics in two versions, personal ones, contacts.
pub const TYPES: [Uuid; 4] = [
    uuid!("3b3e6b16-eb69-483c-8d7e-dfe116ae6092"),
    uuid!("bf516a61-5252-4c28-a979-27f45f62f78d"),
    uuid!("92ba621e-66b3-4a01-bd73-74844aed4f5b"),
    uuid!("162dd12d-9859-4a66-b75f-96760d67072b"),
];

/// What is known of a record.
#[derive(Clone, Copy, Debug)]
pub struct Patient<'a> {
    pub record: RecordId,
    /// The record's own name.
    pub name: &'a str,
    /// The moment since when the record is what it is, by itself.
    pub updated_at: Timestamp,
    /// Things of [`TYPES`] that may be read, the latest first: of each kind of fact the first says it.
    pub things: &'a [Thing],
    /// The clinic's own ids of the patient: system and value.
    pub identifiers: &'a [(String, String)],
}

impl Patient<'_> {
    /// As a resource. Its version tells whether any part of it changed.
    pub fn shown(&self, site: &Site) -> Json {
        let mut json = Json::of([
            ("resourceType", Json::text("Patient")),
            ("id", Json::text(self.record.to_string())),
        ]);
        for (system, value) in self.identifiers {
            let identifier = Json::of([
                ("system", Json::text(&**system)),
                ("value", Json::text(&**value)),
            ]);
            json.push("identifier", identifier);
        }
        for thing in self.things {
            if let Ok(document) = Document::parse(&thing.data.xml)
                && let Some(content) = Parts::of(&document).content
            {
                let mut told = Json::object();
                match content.tag_name().name() {
                    "basic" => basic(content, &mut told),
                    "personal" => personal(content, &mut told),
                    "contact" => contacts(content, &mut told),
                    _ => {}
                }
                for (name, value) in told.as_object().into_iter().flatten() {
                    if json.get(name).is_none() {
                        json.set(name, value.clone());
                    }
                }
            }
        }
        if json.get("name").is_none() && !self.name.trim().is_empty() {
            json.push("name", Json::of([("text", Json::text(self.name))]));
        }
        let latest = self.things.iter().map(|thing| thing.updated.at).max();
        let updated = latest.map_or(self.updated_at, |latest| latest.max(self.updated_at));
        let version = hex::encode(Sha256::digest(self.stamps(&json)));
        let meta = Json::of([
            ("versionId", Json::text(&version[..32])),
            ("lastUpdated", Json::text(updated.rfc3339())),
        ]);
        json.set("meta", meta);
        site.outward(json)
    }

    fn stamps(&self, json: &Json) -> Vec<u8> {
        let stamps = self
            .things
            .iter()
            .flat_map(|thing| thing.version_stamp.into_bytes());
        json.to_string()
            .into_bytes()
            .into_iter()
            .chain(stamps)
            .collect()
    }
}

/// Members of an object, each from a child that says something.
fn said_all(parent: Node, pairs: &[(&str, &str)]) -> Json {
    let mut json = Json::object();
    for (member, name) in pairs {
        if let Some(text) = said(parent, name) {
            json.set(member, Json::Text(text));
        }
    }
    json
}

fn basic(content: Node, json: &mut Json) {
    match said(content, "gender").as_deref().map(str::trim) {
        Some("m") => json.set("gender", Json::text("male")),
        Some("f") => json.set("gender", Json::text("female")),
        _ => {}
    }
    if let Some(year) =
        number::<u16>(content, "birthyear").filter(|year| (1_000..=9_999).contains(year))
    {
        json.set("birthDate", Json::Text(year.to_string()));
    }
    let mut address = said_all(content, &[("city", "city"), ("postalCode", "postcode")]);
    for name in ["state", "country"] {
        let words =
            child(content, name).and_then(|one| said(one, "text").or_else(|| said(content, name)));
        if let Some(words) = words.filter(|words| !words.trim().is_empty()) {
            address.set(name, Json::Text(words));
        }
    }
    if !address.is_empty() {
        json.push("address", address);
    }
    for language in children(content, "language") {
        if let Some(concept) = concept::shown_of(language, "language") {
            let mut told = Json::of([("language", concept)]);
            if let Some(primary) = boolean(language, "is-primary") {
                told.set("preferred", Json::Bool(primary));
            }
            json.push("communication", told);
        }
    }
}

fn personal(content: Node, json: &mut Json) {
    if let Some(name) = child(content, "name") {
        let mut told = said_all(name, &[("text", "full"), ("family", "last")]);
        for (member, part) in [("given", "first"), ("given", "middle")] {
            if let Some(text) = said(name, part) {
                told.push(member, Json::Text(text));
            }
        }
        for (member, part) in [("prefix", "title"), ("suffix", "suffix")] {
            if let Some(text) = child(name, part).and_then(|one| said(one, "text")) {
                told.push(member, Json::Text(text));
            }
        }
        if !told.is_empty() {
            json.push("name", told);
        }
    }
    if let Some(date) = child(content, "birthdate").and_then(Moment::of) {
        let day = Moment { time: None, ..date };
        json.set("birthDate", Json::Text(day.fhir()));
    }
    let death = child(content, "date-of-death").and_then(|date| child(date, "structured"));
    if let Some(date) = death.and_then(Moment::of) {
        json.set("deceasedDateTime", Json::Text(date.fhir()));
    } else if let Some(deceased) = boolean(content, "is-deceased") {
        json.set("deceasedBoolean", Json::Bool(deceased));
    }
    if let Some(number) = said(content, "ssn") {
        let identifier = Json::of([
            ("system", Json::text("http://hl7.org/fhir/sid/us-ssn")),
            ("value", Json::Text(number)),
        ]);
        json.push("identifier", identifier);
    }
}

fn contacts(content: Node, json: &mut Json) {
    let Some(contact) = child(content, "contact") else {
        return;
    };
    for address in children(contact, "address") {
        let pairs = [
            ("city", "city"),
            ("state", "state"),
            ("postalCode", "postcode"),
            ("country", "country"),
            ("district", "county"),
        ];
        let mut told = said_all(address, &pairs);
        for street in children(address, "street").map(crate::tree::text) {
            if !street.trim().is_empty() {
                told.push("line", Json::Text(street));
            }
        }
        if !told.is_empty() {
            json.push("address", told);
        }
    }
    for (name, value, system) in [("phone", "number", "phone"), ("email", "address", "email")] {
        for one in children(contact, name) {
            if let Some(text) = said(one, value) {
                let mut told =
                    Json::of([("system", Json::text(system)), ("value", Json::Text(text))]);
                if boolean(one, "is-primary") == Some(true) {
                    told.set("rank", Json::Number("1".into()));
                }
                json.push("telecom", told);
            }
        }
    }
}
