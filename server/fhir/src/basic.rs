//! Things of types without a map, as `Basic`: the type as a code, and the data whole in the extension `thing-xml`.
//!
//! It is written as it is read: with that extension and no more, checked as the XML door checks.

use crate::bounds;
use crate::check;
use crate::issue::{Issue, IssueCode, Refusal};
use crate::json::Json;
use crate::lens::{Checked, Written, client_id, patient, record_of, without_server_part};
use crate::maps::field::{add_extension, extension};
use crate::maps::map_of;
use crate::names::{THING_TYPE, THING_XML};
use crate::tree::{self, Parts};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use domain::ids::RecordId;
use domain::thing::{effective, fits, kind, type_name};
use uuid::Uuid;

const BASIC: &str = "Basic";

/// Without id, version, time and the day of its making.
pub fn shown(type_id: Uuid, xml: &str, record: RecordId) -> Json {
    let coding = Json::of([
        ("system", Json::text(THING_TYPE)),
        ("code", Json::text(type_id.to_string())),
    ]);
    let mut code = Json::of([("coding", Json::List(vec![coding]))]);
    if let Some(name) = type_name(type_id) {
        code.set("text", Json::text(name));
    }
    let mut json = Json::of([
        ("resourceType", Json::text(BASIC)),
        ("subject", patient(record)),
        ("code", code),
    ]);
    let xml = Json::Text(STANDARD.encode(xml));
    add_extension(&mut json, THING_XML, "valueBase64Binary", xml);
    json
}

fn wrong(code: IssueCode, path: &str, told: &str) -> Refusal {
    Refusal::one(Issue::error(code, path, told))
}

/// Reads one as data of a thing. `created` is what it may say of the day it was made.
pub fn read(json: Json, created: Option<&str>) -> Result<Written, Refusal> {
    if json.text_of("resourceType") != Some(BASIC) {
        return Err(wrong(IssueCode::Invalid, "", "this is no Basic"));
    }
    let mut json = without_server_part(json);
    if json
        .text_of("created")
        .is_some_and(|told| Some(told) == created)
    {
        json.remove("created");
    }
    let record = record_of(&json, "subject");
    let issues = check::resource(&json, BASIC, record.unwrap_or_default());
    if !issues.is_empty() {
        return Err(Refusal { issues });
    }
    let Some(record) = record else {
        let told = "the patient is referred to as Patient/ and the record's id";
        return Err(wrong(IssueCode::Required, "Basic.subject", told));
    };
    let record = record.parse().unwrap_or(RecordId(Uuid::nil()));
    let code = json.get("code").unwrap_or(&Json::Null);
    let type_id = crate::concept::code_in(code, THING_TYPE).next();
    let Some(type_id) = type_id.and_then(|id| Uuid::try_parse(id).ok()) else {
        let told = "the code is the id of a type of things";
        return Err(wrong(IssueCode::Value, "Basic.code", told));
    };
    if map_of(type_id).is_some() {
        let told = "data of this type has a resource of its own";
        return Err(wrong(IssueCode::BusinessRule, "Basic.code", told));
    }
    let xml = extension(&json, THING_XML).and_then(|one| one.text_of("valueBase64Binary"));
    let Some(xml) = xml
        .and_then(|xml| STANDARD.decode(xml).ok())
        .and_then(|xml| String::from_utf8(xml).ok())
    else {
        let told = "the extension thing-xml is required, with the data in base64";
        return Err(wrong(IssueCode::Required, "Basic.extension", told));
    };
    let mut plain = shown(type_id, &xml, record);
    if code.get("text").is_none() {
        plain.set("code", code.clone());
    }
    if plain != json {
        let told = "only the patient, the type and the extension thing-xml can be kept";
        return Err(wrong(IssueCode::NotSupported, BASIC, told));
    }
    written(type_id, record, xml)
}

/// Data as the XML door takes it.
fn written(type_id: Uuid, record: RecordId, xml: String) -> Result<Written, Refusal> {
    let refused = |told: &str| wrong(IssueCode::Value, "Basic.extension", told);
    let document =
        bounds::read(&xml).ok_or_else(|| refused("this is no XML, or more than may be"))?;
    let parts = Parts::of(&document);
    let data = document.root_element();
    let is_data = data.has_tag_name("data-xml") && data.range() == (0..xml.len());
    let elements = data.children().filter(roxmltree::Node::is_element).count();
    let expected = 1 + usize::from(parts.common.is_some());
    let content = parts.content.filter(|_| is_data && elements == expected);
    let content =
        content.filter(|_| data.attributes().len() == 0 && tree::text(data).trim().is_empty());
    let Some(content) = content else {
        return Err(refused(
            "data is one element data-xml, with one element and common in it",
        ));
    };
    let kind = kind(type_id);
    fits(kind, Checked(content), parts.common.map(Checked))
        .map_err(|misfit| refused(&misfit.to_string()))?;
    Ok(Written {
        record,
        type_id,
        effective_at: effective(kind, Checked(content)),
        client_id: client_id(parts),
        xml: xml.clone(),
    })
}
