//! `GET metadata`: the `CapabilityStatement`, made of the table of types. No token is needed to read it.

use super::BASE;
use super::types::Kind;
use domain::scope::Interaction;
use serde_json::{Value, json};
use service::Services;

/// When what the statement says changed last.
const DATE: &str = "2026-11-28";

pub fn statement(services: &Services) -> Value {
    let url = services.public_url();
    let types: Vec<Value> = Kind::all().into_iter().map(resource).collect();
    json!({
        "resourceType": "CapabilityStatement",
        "url": format!("{url}{BASE}/metadata"),
        "version": env!("CARGO_PKG_VERSION"),
        "name": "PatientConnect",
        "status": "active",
        "date": DATE,
        "kind": "instance",
        "software": {"name": "Patient Connect", "version": env!("CARGO_PKG_VERSION")},
        "implementation": {
            "description": "Data that patients share with this application",
            "url": format!("{url}{BASE}"),
        },
        "fhirVersion": "4.0.1",
        "format": ["application/fhir+json", "json"],
        "rest": [{
            "mode": "server",
            "security": security(services),
            "resource": types,
            "interaction": [{"code": "transaction"}, {"code": "batch"}],
        }],
    })
}

fn security(services: &Services) -> Value {
    json!({
        // Some clients look for the token's address here, and nowhere else.
        "extension": [{
            "url": "http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris",
            "extension": [{
                "url": "token",
                "valueUri": services.applications().token_url(),
            }],
        }],
        "service": [{
            "coding": [{
                "system": "http://terminology.hl7.org/CodeSystem/restful-security-service",
                "code": "SMART-on-FHIR",
            }],
        }],
        "description": "SMART Backend Services; see .well-known/smart-configuration.",
    })
}

fn resource(one: Kind) -> Value {
    let interactions: Vec<Value> = one
        .interactions()
        .iter()
        .flat_map(|interaction| codes(*interaction))
        .map(|code| json!({"code": code}))
        .collect();
    let mut parameters: Vec<Value> = Vec::new();
    if one.has(Interaction::Search) {
        let ours = [("_id", "token"), ("_lastUpdated", "date")];
        let theirs = one.parameters().into_iter();
        let theirs = theirs.map(|found| (found.name, found.sort));
        let all = ours.into_iter().chain(theirs);
        parameters.extend(all.map(|(name, sort)| json!({"name": name, "type": sort})));
    }
    let mut resource = json!({
        "type": one.name(),
        "interaction": interactions,
        "versioning": if one.has(Interaction::Update) { "versioned-update" } else { "versioned" },
        "readHistory": false,
        "updateCreate": false,
        "conditionalCreate": one.has(Interaction::Create),
        "conditionalUpdate": false,
        "conditionalDelete": "not-supported",
    });
    if !parameters.is_empty() {
        resource["searchParam"] = Value::Array(parameters);
    }
    resource
}

fn codes(interaction: Interaction) -> &'static [&'static str] {
    match interaction {
        Interaction::Create => &["create"],
        Interaction::Read => &["read", "vread"],
        Interaction::Update => &["update"],
        Interaction::Delete => &["delete"],
        Interaction::Search => &["search-type"],
    }
}
