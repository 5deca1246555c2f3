//! A resource that was sent, without what is the server's.

use super::showing::subject_of;
use crate::check;
use crate::issue::{Issue, IssueCode, Refusal};
use crate::json::Json;
use crate::maps::ResourceType;
use crate::maps::field::extension;
use crate::names::{LOCAL, STALE_RESIDUE, THING_XML};
use domain::ids::RecordId;
use uuid::Uuid;

/// A resource that was sent, without what is the server's: id, version, time, and the extensions that only it writes.
pub(super) struct Sent {
    pub json: Json,
    pub record: RecordId,
    pub thing_xml: Option<String>,
    pub stale: Option<String>,
}

pub(super) fn taken(json: &mut Json, url: &str, member: &str) -> Option<String> {
    let found = extension(json, url)?.text_of(member).map(str::to_owned);
    if let Some(Json::List(all)) = json.get_mut("extension") {
        all.retain(|one| one.text_of("url") != Some(url));
    }
    if json.get("extension").is_some_and(Json::is_empty) {
        json.remove("extension");
    }
    found
}

pub(super) fn received(resource: ResourceType, mut json: Json) -> Result<Sent, Refusal> {
    let name = resource.name();
    if json.text_of("resourceType") != Some(name) {
        let told = format!("this is no {name}");
        return Err(Refusal::one(Issue::error(IssueCode::Invalid, "", told)));
    }
    json = without_server_part(json);
    let subject = subject_of(resource);
    let record = record_of(&json, subject);
    let mut issues = check::resource(&json, name, record.unwrap_or_default());
    let structural = |issue: &Issue| matches!(issue.code, IssueCode::Structure);
    if !issues.iter().any(structural) && record.is_none() {
        let told = "the patient is referred to as Patient/ and the record's id";
        let path = format!("{name}.{subject}");
        issues.insert(0, Issue::error(IssueCode::Required, path, told));
    }
    if !issues.is_empty() {
        return Err(Refusal { issues });
    }
    // No record has an id that is no GUID: it is one that nobody knows.
    let record = record
        .and_then(|id| id.parse().ok())
        .unwrap_or(RecordId(Uuid::nil()));
    let thing_xml = taken(&mut json, THING_XML, "valueBase64Binary");
    let stale = taken(&mut json, STALE_RESIDUE, "valueString");
    Ok(Sent {
        json,
        record,
        thing_xml,
        stale,
    })
}

/// The id of the record that a resource says it is about.
pub fn record_of<'a>(json: &'a Json, subject: &str) -> Option<&'a str> {
    let reference = json.at(&[subject, "reference"])?.as_str()?;
    let local = reference.strip_prefix(LOCAL).unwrap_or(reference);
    local.strip_prefix("Patient/").filter(|id| check::is_id(id))
}

/// Without id, version and time, which are the server's.
pub fn without_server_part(mut json: Json) -> Json {
    json.remove("id");
    if let Some(meta) = json.get_mut("meta") {
        for name in ["versionId", "lastUpdated", "_versionId", "_lastUpdated"] {
            meta.remove(name);
        }
        if meta.is_empty() {
            json.remove("meta");
        }
    }
    json
}
