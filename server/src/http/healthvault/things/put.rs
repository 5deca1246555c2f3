//! `PutThings`: reads things, and checks their data against the rules of their types.

use super::{key, refused};
use crate::http::healthvault::call::Call;
use crate::http::healthvault::envelope::{all, guid, optional, parsed, required, text, time};
use crate::http::healthvault::status::Status;
use crate::http::healthvault::unsupported::{self, Place, refuse_others};
use crate::http::healthvault::{Answer, rendered};
use askama::Template;
use domain::policy;
use domain::thing::{Element, effective, fits, kind};
use roxmltree::{Document, Node};
use service::{ThingElement, ThingKey, ThingPut};

/// Elements of a thing. The server writes those of the second line: a client that sends a thing back as it read it may
/// leave them in, and they say nothing.
const ELEMENTS: [&str; 11] = [
    "thing-id",
    "type-id",
    "thing-state",
    "flags",
    "eff-date",
    "client-thing-id",
    "data-xml",
    "created",
    "updated",
    "eff-permissions",
    "updated-end-date",
];
/// The bit of a thing that only custodians see.
const PERSONAL: u32 = 1;
/// The bit of a thing that no one changes.
const READ_ONLY: u32 = 16;

#[derive(Template)]
#[template(
    ext = "xml",
    source = r#"{% for key in keys %}<thing-id version-stamp="{{ key.stamp }}">{{ key.id }}</thing-id>{% endfor %}"#
)]
struct Keys {
    keys: Vec<ThingKey>,
}

/// `PutThings`, versions 1 and 2: all or nothing, answered in the same order.
pub async fn put(call: &Call<'_, '_>) -> Answer {
    let access = call.access()?;
    let puts = all(call.info, "thing").map(read_thing);
    let puts: Vec<ThingPut> = puts.collect::<Result<_, _>>()?;
    if puts.is_empty() {
        return Err(Status::InvalidXml);
    }
    if puts.len() > policy::THINGS_MAX {
        return Err(Status::TooManyThings);
    }
    let keys = call
        .services
        .records()
        .put_things(access, puts)
        .await
        .map_err(refused)?;
    rendered(&Keys { keys })
}

fn read_thing(node: Node) -> Result<ThingPut, Status> {
    refuse_others(node, Place::Thing, &ELEMENTS)?;
    marks(node)?;
    let change = optional(node, "thing-id")?.map(key).transpose()?;
    let type_id = guid(required(node, "type-id")?)?;
    let data = required(node, "data-xml")?;
    if data.attribute("transform").is_some() {
        return Err(unsupported::status(Place::Thing, unsupported::TRANSFORMED));
    }
    let xml = &data.document().input_text()[data.range()];
    // It is kept as it was sent: it must be complete, without prefixes from around it.
    Document::parse(xml).map_err(Status::not_xml)?;
    let (content, common) = content(data)?;
    let kind = kind(type_id);
    fits(kind, ThingElement(content), common.map(ThingElement)).map_err(Status::Misfit)?;
    let effective_at = match effective(kind, ThingElement(content)) {
        Some(at) => Some(at),
        None => optional(node, "eff-date")?.map(time).transpose()?,
    };
    Ok(ThingPut {
        change,
        type_id,
        effective_at,
        client_id: client_id(node, common)?,
        xml: xml.to_owned(),
    })
}

/// Refuses a state and flags that things do not have here.
fn marks(node: Node) -> Result<(), Status> {
    if let Some(state) = optional(node, "thing-state")?
        && text(state)?.trim() != "Active"
    {
        return Err(unsupported::status(Place::Thing, unsupported::REMOVED));
    }
    let flags: u32 = optional(node, "flags")?.map_or(Ok(0), parsed)?;
    for (flag, name) in [
        (PERSONAL, unsupported::PERSONAL),
        (READ_ONLY, unsupported::READ_ONLY),
    ] {
        if flags & flag != 0 {
            return Err(unsupported::status(Place::Flag, name));
        }
    }
    match flags {
        0 => Ok(()),
        _ => Err(Status::InvalidXml),
    }
}

/// The one element that the data is, and `common` where it follows.
fn content<'a, 'i>(data: Node<'a, 'i>) -> Result<(Node<'a, 'i>, Option<Node<'a, 'i>>), Status> {
    let is_common = |node: &Node| {
        let name = node.tag_name();
        name.name() == "common" && name.namespace().is_none()
    };
    if !ThingElement(data).text().trim().is_empty() {
        return Err(Status::InvalidXml);
    }
    let mut elements = data.children().filter(Node::is_element);
    let content = elements.next().filter(|node| !is_common(node));
    let common = elements.next();
    match (content, common, elements.next()) {
        (Some(content), None, None) => Ok((content, None)),
        (Some(content), Some(common), None) if is_common(&common) => Ok((content, Some(common))),
        _ => Err(Status::InvalidXml),
    }
}

/// The client's own id of the thing: in its common data, or beside that.
fn client_id(node: Node, common: Option<Node>) -> Result<Option<String>, Status> {
    let inside = common.map(|common| optional(common, "client-thing-id"));
    let named = if let Some(named) = inside.transpose()?.flatten() {
        Some(ThingElement(named).text())
    } else {
        let beside = optional(node, "client-thing-id")?;
        beside.map(text).transpose()?.map(str::to_owned)
    };
    let named = named.filter(|named| !named.is_empty());
    match named {
        Some(named) if named.chars().count() > policy::CLIENT_THING_ID_MAX => {
            Err(Status::InvalidXml)
        }
        named => Ok(named),
    }
}
