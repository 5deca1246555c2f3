//! The lens: a thing as a resource, a resource as a thing, and a changed resource put back into its thing.
//!
//! What the maps of a type show of its data is one part of a resource; what was sent beyond it is kept as a residue, and what
//! the data has beyond it is shown as a whole, in an extension. So nothing is lost on either side:
//!
//! - a resource that was sent is read as it was sent, but for its id, version and time (L1);
//! - sent back as it was read, it changes nothing (L2);
//! - a change touches the data of the elements that differ, and no byte besides (L3);
//! - what another client changes in the data is never contradicted by a residue (L4).

use crate::check;
use crate::issue::{Issue, IssueCode, Refusal};
use crate::json::Json;
use crate::maps::common::FIELDS as COMMON;
use crate::maps::field::{Field, Made, add_extension, extension};
use crate::maps::{Map, ResourceType, map_for};
use crate::names::{LOCAL, STALE_RESIDUE, THING_XML};
use crate::r4;
use crate::residue::{self, Residue};
use crate::tree::{Edit, Parts, canonical, element};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use domain::ids::RecordId;
use domain::thing::{Element, effective, fits, kind};
use domain::timestamp::Timestamp;
use roxmltree::{Document, Node};
use uuid::Uuid;

/// A resource as data of a thing, as the XML door would have read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    pub record: RecordId,
    pub type_id: Uuid,
    /// A `data-xml` element.
    pub xml: String,
    /// The moment that the data is about, where it names one.
    pub effective_at: Option<Timestamp>,
    /// The client's own id of it.
    pub client_id: Option<String>,
}

/// An element of XML as the rules of types read it.
#[derive(Clone, Copy)]
struct Checked<'a, 'i>(Node<'a, 'i>);

impl Element for Checked<'_, '_> {
    fn name(&self) -> &str {
        self.0.tag_name().name()
    }

    fn namespace(&self) -> Option<&str> {
        self.0.tag_name().namespace()
    }

    fn attribute(&self, name: &str) -> Option<&str> {
        self.0.attribute(name)
    }

    fn children(self) -> impl Iterator<Item = Self> {
        self.0.children().filter(Node::is_element).map(Self)
    }

    fn text(self) -> String {
        crate::tree::text(self.0)
    }
}

/// What the map shows of a thing's data by itself: without residue, remainder, id and version.
pub fn shown(map: &Map, parts: Parts, record: RecordId) -> Json {
    let name = map.resource.name();
    let mut json = Json::of([("resourceType", Json::text(name))]);
    let patient = Json::of([("reference", Json::Text(format!("Patient/{record}")))]);
    json.set(subject_of(map.resource), patient);
    if let Some(content) = parts.content {
        (map.frame)(map, content, &mut json);
        map.fields
            .iter()
            .for_each(|field| field.show(content, &mut json));
    }
    if let Some(common) = parts.common {
        common_of(map).for_each(|field| field.show(common, &mut json));
    }
    json
}

/// The fields of `common` that the resource has an element for.
fn common_of(map: &Map) -> impl Iterator<Item = &'static Field> {
    let has_note = r4::of(map.resource.name()).is_some_and(|of| of.slots.contains_key("note"));
    COMMON
        .iter()
        .filter(move |field| has_note || field.node != "note")
}

/// The member that names the patient.
fn subject_of(resource: ResourceType) -> &'static str {
    let has = r4::of(resource.name()).is_some_and(|of| of.slots.contains_key("patient"));
    if has { "patient" } else { "subject" }
}

/// The whole resource, but for id and version.
pub fn whole(map: &Map, xml: &str, record: RecordId) -> Json {
    let Ok(document) = Document::parse(xml) else {
        return with_xml(shown_nothing(map, record), xml);
    };
    let parts = Parts::of(&document);
    let shown = shown(map, parts, record);
    let more = has_more(map, parts, &shown);
    let mut json = match parts.common.and_then(Residue::of) {
        None => shown,
        Some(residue) => {
            let record = record.to_string();
            let is_resource =
                |json: &Json| check::resource(json, map.resource.name(), &record).is_empty();
            match residue.applied(&shown).filter(is_resource) {
                Some(sent) => sent,
                None => {
                    let mut json = shown;
                    let patch = Json::Text(residue.patch.ascii());
                    add_extension(&mut json, STALE_RESIDUE, "valueString", patch);
                    json
                }
            }
        }
    };
    if more {
        json = with_xml(json, xml);
    }
    json
}

fn shown_nothing(map: &Map, record: RecordId) -> Json {
    let empty = format!("<data-xml><{}/></data-xml>", "data");
    Document::parse(&empty).map_or(Json::object(), |document| {
        shown(map, Parts::of(&document), record)
    })
}

fn with_xml(mut json: Json, xml: &str) -> Json {
    let xml = Json::Text(STANDARD.encode(xml));
    add_extension(&mut json, THING_XML, "valueBase64Binary", xml);
    json
}

/// Whether data says more than what is shown of it would make.
fn has_more(map: &Map, parts: Parts, shown: &Json) -> bool {
    let Ok(xml) = build(map, shown) else {
        return true;
    };
    let Ok(made) = Document::parse(&xml) else {
        return true;
    };
    let made = Parts::of(&made);
    let same = |one: Option<Node>, two: Option<Node>| match (one, two) {
        (Some(one), Some(two)) => canonical(one) == canonical(two),
        (None, None) => true,
        _ => false,
    };
    if !same(parts.content, made.content) {
        return true;
    }
    // The residue is shown otherwise, and an empty element says nothing.
    let told = |common: Option<Node>| {
        let children = common.into_iter().flat_map(|common| common.children());
        let residue = common.filter(|common| Residue::of(*common).is_some());
        let residue = residue.and_then(residue::extension);
        let told = children.filter(|one| !one.is_text() && Some(*one) != residue);
        let mut told: Vec<String> = told.map(canonical).collect();
        told.sort_unstable();
        told
    };
    told(parts.common) != told(made.common)
}

/// The parts that fields make, with what is wrong.
fn made<'f>(fields: impl Iterator<Item = &'f Field>, json: &Json) -> Vec<(&'static str, Made)> {
    fields.map(|field| (field.node, field.made(json))).collect()
}

fn root(map: &Map) -> &'static str {
    kind(map.type_id).map_or("", |kind| kind.root)
}

/// New data, without a residue.
fn build(map: &Map, json: &Json) -> Result<String, Vec<Issue>> {
    let mut issues = Vec::new();
    let mut joined = |parts: Vec<(&'static str, Made)>| {
        let mut inner = String::new();
        for (_, part) in parts {
            match part {
                Ok(part) => inner += &part.unwrap_or_default(),
                Err(issue) => issues.push(issue),
            }
        }
        inner
    };
    let content = joined(made(map.fields.iter(), json));
    let common = joined(made(common_of(map), json));
    if issues.is_empty() {
        let inner = element(root(map), &content) + &element("common", &common);
        Ok(element("data-xml", &inner))
    } else {
        Err(issues)
    }
}

/// A resource that was sent, without what is the server's: id, version, time, and the extensions that only it writes.
struct Sent {
    json: Json,
    record: RecordId,
    thing_xml: Option<String>,
    stale: Option<String>,
}

fn taken(json: &mut Json, url: &str, member: &str) -> Option<String> {
    let found = extension(json, url)?.text_of(member).map(str::to_owned);
    if let Some(Json::List(all)) = json.get_mut("extension") {
        all.retain(|one| one.text_of("url") != Some(url));
    }
    if json.get("extension").is_some_and(Json::is_empty) {
        json.remove("extension");
    }
    found
}

fn received(resource: ResourceType, mut json: Json) -> Result<Sent, Refusal> {
    let name = resource.name();
    if json.text_of("resourceType") != Some(name) {
        let told = format!("this is no {name}");
        return Err(Refusal::one(Issue::error(IssueCode::Invalid, "", told)));
    }
    json = without_server_part(json);
    let subject = subject_of(resource);
    let reference = json.at(&[subject, "reference"]).and_then(Json::as_str);
    let id = reference.map(|one| one.strip_prefix(LOCAL).unwrap_or(one));
    let record = id
        .and_then(|id| id.strip_prefix("Patient/"))
        .filter(|id| check::is_id(id));
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

/// Without id, version and time, which are the server's.
fn without_server_part(mut json: Json) -> Json {
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

/// Reads a resource as data of a new thing.
pub fn create(resource: ResourceType, json: Json) -> Result<Written, Refusal> {
    let sent = received(resource, json)?;
    let map = map_for(resource, &sent.json).map_err(Refusal::one)?;
    if sent.thing_xml.is_some() || sent.stale.is_some() {
        let told = "the server alone writes the extensions thing-xml and stale-residue";
        let path = format!("{}.extension", resource.name());
        return Err(Refusal::one(Issue::error(
            IssueCode::BusinessRule,
            path,
            told,
        )));
    }
    let issues = (map.refuse)(&sent.json);
    let built = build(map, &sent.json);
    let xml = match (built, issues.is_empty()) {
        (Ok(xml), true) => xml,
        (built, _) => {
            let all = issues.into_iter().chain(built.err().into_iter().flatten());
            return Err(Refusal {
                issues: all.collect(),
            });
        }
    };
    let xml = with_residue(map, &xml, &sent)?;
    finished(map, xml, &sent)
}

/// Puts what the data does not say beside it, in the place of what stood there.
fn with_residue(map: &Map, xml: &str, sent: &Sent) -> Result<String, Refusal> {
    let document = Document::parse(xml).map_err(|_not| fault())?;
    let parts = Parts::of(&document);
    let residue = residue::written(&shown(map, parts, sent.record), &sent.json);
    let mut edit = Edit::of(xml);
    let old = parts.common.and_then(residue::extension);
    match (old, residue, parts.common) {
        (Some(old), residue, _) => edit.replace(old.range(), residue.unwrap_or_default()),
        (None, None, _) => {}
        (None, Some(residue), Some(common)) => edit.append(common, residue),
        (None, Some(residue), None) => {
            edit.append(parts.data, element(&common_tag(parts.data), &residue));
        }
    }
    Ok(edit.done())
}

/// A `common` that is in no namespace, whatever surrounds it.
fn common_tag(data: Node) -> String {
    match data.default_namespace() {
        Some(uri) if !uri.is_empty() => "common xmlns=\"\"".to_owned(),
        _ => "common".to_owned(),
    }
}

fn fault() -> Refusal {
    Refusal::one(Issue::error(
        IssueCode::Exception,
        "",
        "the resource cannot be kept",
    ))
}

/// Looks at what is to be kept as the XML door would, and whether it will be read as it was sent.
fn finished(map: &Map, xml: String, sent: &Sent) -> Result<Written, Refusal> {
    let document = Document::parse(&xml).map_err(|_not| fault())?;
    let parts = Parts::of(&document);
    let content = parts.content.ok_or_else(fault)?;
    let kind = kind(map.type_id);
    fits(kind, Checked(content), parts.common.map(Checked)).map_err(|misfit| {
        let told = format!("this cannot be kept as data of its type: {misfit}");
        Refusal::one(Issue::error(IssueCode::Value, map.resource.name(), told))
    })?;
    let mut kept = whole(map, &xml, sent.record);
    taken(&mut kept, THING_XML, "valueBase64Binary");
    if kept != sent.json {
        return Err(fault());
    }
    let client_id = parts
        .common
        .and_then(|common| crate::tree::text_of(common, "client-thing-id"));
    let written = Written {
        record: sent.record,
        type_id: map.type_id,
        effective_at: effective(kind, Checked(content)),
        client_id: client_id.filter(|id| !id.is_empty()),
        xml: String::new(),
    };
    Ok(Written { xml, ..written })
}

/// Puts a changed resource back into the data it was read from; None where nothing changes.
pub fn update(
    map: &Map,
    old: &str,
    record: RecordId,
    json: Json,
) -> Result<Option<Written>, Refusal> {
    let before = whole(map, old, record);
    let mut sent = received(map.resource, json)?;
    let mut plain = before.clone();
    let thing_xml = taken(&mut plain, THING_XML, "valueBase64Binary");
    let stale = taken(&mut plain, STALE_RESIDUE, "valueString");
    let path = |element: &str| format!("{}.{element}", map.resource.name());
    if sent.record != record {
        let told = "data stays in the record that it is in";
        let path = path(subject_of(map.resource));
        return Err(Refusal::one(Issue::error(
            IssueCode::BusinessRule,
            path,
            told,
        )));
    }
    let is_other = |sent: &Option<String>, ours: &Option<String>| sent.is_some() && sent != ours;
    if is_other(&sent.thing_xml, &thing_xml) || is_other(&sent.stale, &stale) {
        let told = "the server alone writes the extensions thing-xml and stale-residue; read the resource again";
        return Err(Refusal::one(Issue::error(
            IssueCode::Conflict,
            path("extension"),
            told,
        )));
    }
    // A stale residue ends with the first resource that leaves it out.
    if sent.json == plain && sent.stale == stale {
        return Ok(None);
    }
    let other = map_for(map.resource, &sent.json).ok();
    if other.is_some_and(|other| other.type_id != map.type_id) {
        let told = "data stays of the type that it is of";
        return Err(Refusal::one(Issue::error(
            IssueCode::BusinessRule,
            path("code"),
            told,
        )));
    }
    let was_wrong = (map.refuse)(&plain);
    let mut issues: Vec<Issue> = (map.refuse)(&sent.json);
    issues.retain(|issue| !was_wrong.contains(issue));
    let xml = changed(map, old, &plain, &sent.json).map_err(|more| {
        issues.extend(more);
        Refusal {
            issues: std::mem::take(&mut issues),
        }
    })?;
    if !issues.is_empty() {
        return Err(Refusal { issues });
    }
    sent.record = record;
    let xml = with_residue(map, &xml, &sent)?;
    finished(map, xml, &sent).map(Some)
}

/// The elements that differ between two resources, changed in the data.
fn changed(map: &Map, old: &str, before: &Json, after: &Json) -> Result<String, Vec<Issue>> {
    let exception = |_| fault().issues;
    let document = Document::parse(old).map_err(exception)?;
    let parts = Parts::of(&document);
    let content = parts.content.ok_or_else(|| fault().issues)?;
    let mut edit = Edit::of(old);
    let mut issues = Vec::new();
    let changes = differing(map.fields.iter(), before, after, &mut issues);
    replace(&mut edit, Some(content), &order(map), changes);
    let mut changes = differing(common_of(map), before, after, &mut issues);
    let order: Vec<&str> = COMMON.iter().map(|field| field.node).collect();
    if parts.common.is_some() {
        replace(&mut edit, parts.common, &order, changes);
    } else {
        changes.retain(|(_, new)| new.is_some());
        let inner: String = changes.into_iter().filter_map(|(_, new)| new).collect();
        if !inner.is_empty() {
            let tag = common_tag(parts.data);
            let open = format!("<{tag}>{inner}</common>");
            edit.append(parts.data, open);
        }
    }
    if issues.is_empty() {
        Ok(edit.done())
    } else {
        Err(issues)
    }
}

fn order(map: &Map) -> Vec<&'static str> {
    map.fields.iter().map(|field| field.node).collect()
}

fn differing<'f>(
    fields: impl Iterator<Item = &'f Field>,
    before: &Json,
    after: &Json,
    issues: &mut Vec<Issue>,
) -> Vec<(&'static str, Option<String>)> {
    let mut changes = Vec::new();
    for field in fields {
        // What cannot be made, and could not before, is left as it is.
        match (field.made(before), field.made(after)) {
            (old, new) if old == new => {}
            (_, Ok(new)) => changes.push((field.node, new)),
            (_, Err(issue)) => issues.push(issue),
        }
    }
    changes
}

/// Replaces children, takes them away, or adds them behind the nearest that stands before them.
fn replace(
    edit: &mut Edit,
    parent: Option<Node>,
    order: &[&str],
    changes: Vec<(&'static str, Option<String>)>,
) {
    let Some(parent) = parent else { return };
    let mut at_end = String::new();
    for (name, new) in changes {
        let new = new.unwrap_or_default();
        if let Some(old) = crate::tree::child(parent, name) {
            edit.replace(old.range(), new);
            continue;
        }
        let place = order.iter().position(|known| *known == name).unwrap_or(0);
        let before = order[..place].iter().rev();
        let before = before
            .into_iter()
            .find_map(|name| crate::tree::child(parent, name));
        match before {
            Some(before) => edit.insert(before.range().end, new),
            None => match parent.children().find(Node::is_element) {
                Some(first) => edit.insert(first.range().start, new),
                None => at_end += &new,
            },
        }
    }
    if !at_end.is_empty() {
        edit.append(parent, at_end);
    }
}
