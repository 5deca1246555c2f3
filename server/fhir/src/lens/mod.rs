//! The lens: a thing as a resource, a resource as a thing, and a changed resource put back into its thing.
//!
//! What the maps of a type show of its data is one part of a resource; what was sent beyond it is kept as a residue, and what
//! the data has beyond it is shown as a whole, in an extension. So nothing is lost on either side:
//!
//! - a resource that was sent is read as it was sent, but for its id, version and time (L1);
//! - sent back as it was read, it changes nothing (L2);
//! - a change touches the data of the elements that differ, and no byte besides (L3);
//! - what another client changes in the data is never contradicted by a residue (L4).

mod editing;
mod received;
mod showing;

pub use received::{record_of, without_server_part};
pub use showing::{patient, shown, whole};

use crate::issue::{Issue, IssueCode, Refusal};
use crate::json::Json;
use crate::maps::{Map, ResourceType, map_for};
use crate::names::{STALE_RESIDUE, THING_XML};
use crate::residue;
use crate::tree::{Edit, Parts, text_of};
use domain::ids::RecordId;
use domain::thing::{Element, effective, fits, kind};
use domain::timestamp::Timestamp;
use editing::{changed, common};
use received::{Sent, received, taken};
use roxmltree::{Document, Node};
use showing::{build, subject_of};
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
pub struct Checked<'a, 'i>(pub Node<'a, 'i>);

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
    finished(map, &xml, &sent)
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
            edit.append(parts.data, common(parts.data, &residue));
        }
    }
    Ok(edit.done())
}

fn fault() -> Refusal {
    Refusal::one(Issue::error(
        IssueCode::Exception,
        "",
        "the resource cannot be kept",
    ))
}

/// Looks at what is to be kept as the XML door would, and whether it will be read as it was sent.
fn finished(map: &Map, xml: &str, sent: &Sent) -> Result<Written, Refusal> {
    let document = Document::parse(xml).map_err(|_not| fault())?;
    let parts = Parts::of(&document);
    let content = parts.content.ok_or_else(fault)?;
    let kind = kind(map.type_id);
    fits(kind, Checked(content), parts.common.map(Checked)).map_err(|misfit| {
        let told = format!("this cannot be kept as data of its type: {misfit}");
        Refusal::one(Issue::error(IssueCode::Value, map.resource.name(), told))
    })?;
    let mut kept = whole(map, xml, sent.record);
    taken(&mut kept, THING_XML, "valueBase64Binary");
    if kept != sent.json {
        let told = "this cannot be kept as it was sent";
        let name = map.resource.name();
        return Err(Refusal::one(Issue::error(
            IssueCode::NotSupported,
            name,
            told,
        )));
    }
    Ok(Written {
        record: sent.record,
        type_id: map.type_id,
        effective_at: effective(kind, Checked(content)),
        client_id: client_id(parts),
        xml: xml.to_owned(),
    })
}

/// The client's own id in a thing's common data.
pub fn client_id(parts: Parts) -> Option<String> {
    let named = text_of(parts.common?, "client-thing-id");
    named.filter(|named| !named.is_empty())
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
    let type_of = |json: &Json| map_for(map.resource, json).map(|map| map.type_id).ok();
    let other = type_of(&sent.json).filter(|_| !map.is_document());
    if other.is_some_and(|other| other != map.type_id) && other != type_of(&plain) {
        let told = "data stays of the type that it is of";
        return Err(Refusal::one(Issue::error(
            IssueCode::BusinessRule,
            path("code"),
            told,
        )));
    }
    if map.is_document() && sent.json.get("content") != plain.get("content") {
        let told = "this document is changed by the XML platform alone";
        return Err(Refusal::one(Issue::error(
            IssueCode::BusinessRule,
            path("content"),
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
    finished(map, &xml, &sent).map(Some)
}
