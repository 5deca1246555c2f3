//! What one group of `GetThings` asks for. All of it is obeyed, or the call is refused.

use super::key;
use crate::http::healthvault::envelope::{all, guid, optional, text, time};
use crate::http::healthvault::status::Status;
use crate::http::healthvault::unsupported::{self, Place, refuse_others};
use domain::ids::{ApplicationId, PersonId};
use domain::policy;
use domain::timestamp::Timestamp;
use roxmltree::Node;
use service::{ThingFilter, ThingKey};
use uuid::Uuid;

const ELEMENTS: [&str; 6] = [
    "id",
    "key",
    "client-thing-id",
    "filter",
    "format",
    "current-version-only",
];
const FORMAT: [&str; 3] = ["section", "xml", "type-version-format"];
const FILTER: [&str; 12] = [
    "type-id",
    "thing-state",
    "eff-date-min",
    "eff-date-max",
    "created-app-id",
    "created-person-id",
    "updated-app-id",
    "updated-person-id",
    "created-date-min",
    "created-date-max",
    "updated-date-min",
    "updated-date-max",
];

/// Which things are asked for, and how much of them.
pub struct Group<'a> {
    pub name: Option<&'a str>,
    pub filters: Vec<ThingFilter>,
    pub client_ids: Vec<String>,
    /// Only in exactly these states.
    pub keys: Vec<ThingKey>,
    pub max: usize,
    pub max_full: usize,
    pub with_data: bool,
    pub with_audits: bool,
    pub with_permissions: bool,
    /// The versions in which things may be given; any where none is named.
    versions: Vec<Uuid>,
}

/// How things are to be shown.
#[derive(Default)]
struct Format {
    with_data: bool,
    with_audits: bool,
    with_permissions: bool,
    versions: Vec<Uuid>,
}

impl<'a> Group<'a> {
    pub fn read(node: Node<'a, '_>) -> Result<Self, Status> {
        refuse_others(node, Place::Group, &ELEMENTS)?;
        if !current_version_only(node)? {
            return Err(unsupported::status(
                Place::Group,
                unsupported::OLDER_VERSIONS,
            ));
        }
        let ids = all(node, "id").map(guid).collect::<Result<Vec<_>, _>>()?;
        let keys = all(node, "key").map(key).collect::<Result<Vec<_>, _>>()?;
        let client_ids = all(node, "client-thing-id").map(text);
        let client_ids: Vec<&str> = client_ids.collect::<Result<_, _>>()?;
        let named: Vec<Uuid> = ids
            .iter()
            .copied()
            .chain(keys.iter().map(|key| key.id))
            .collect();
        if named.len() + client_ids.len() > policy::THINGS_MAX {
            return Err(Status::TooManyThings);
        }
        // The original takes one sort of id in a group.
        if !named.is_empty() && !client_ids.is_empty() {
            return Err(Status::InvalidFilter);
        }
        let mut filters = Vec::new();
        for node in all(node, "filter") {
            filter(node, &named, &mut filters)?;
        }
        if filters.is_empty() {
            if named.is_empty() && client_ids.is_empty() {
                return Err(Status::InvalidFilter);
            }
            filters.push(ThingFilter {
                ids: named,
                ..ThingFilter::default()
            });
        }
        let format = optional(node, "format")?.map(Format::read).transpose()?;
        let format = format.unwrap_or_default();
        let group = Self {
            name: node.attribute("name"),
            client_ids: client_ids.into_iter().map(str::to_owned).collect(),
            keys,
            max: bound(node, "max", policy::THINGS_MAX)?,
            max_full: bound(node, "max-full", policy::THINGS_FULL)?,
            with_data: format.with_data,
            with_audits: format.with_audits,
            with_permissions: format.with_permissions,
            versions: format.versions,
            filters,
        };
        let mut asked = group.filters.iter().flat_map(|filter| &filter.types);
        if asked.all(|kind| group.takes_version(*kind)) {
            Ok(group)
        } else {
            Err(unsupported::status(
                Place::Format,
                unsupported::OTHER_VERSION,
            ))
        }
    }

    /// Whether things of this type may be given as they are: every version is a type of its own, and none is turned into
    /// another.
    pub fn takes_version(&self, type_id: Uuid) -> bool {
        self.versions.is_empty() || self.versions.contains(&type_id)
    }
}

fn current_version_only(node: Node) -> Result<bool, Status> {
    match optional(node, "current-version-only")?
        .map(text)
        .transpose()?
    {
        None => Ok(true),
        Some(said) => match said.trim() {
            "true" | "1" => Ok(true),
            "false" | "0" => Ok(false),
            _ => Err(Status::InvalidXml),
        },
    }
}

impl Format {
    fn read(node: Node) -> Result<Self, Status> {
        refuse_others(node, Place::Format, &FORMAT)?;
        let mut format = Self::default();
        for section in all(node, "section") {
            match text(section)?.trim() {
                // Always shown.
                "core" => {}
                "audits" => format.with_audits = true,
                // What `xml` beside it says; a Python client sends both.
                "xml" => format.with_data = true,
                "effectivepermissions" => format.with_permissions = true,
                other => return Err(unsupported::status(Place::Section, other)),
            }
        }
        for xml in all(node, "xml") {
            if !text(xml)?.trim().is_empty() {
                return Err(unsupported::status(Place::Format, unsupported::TRANSFORM));
            }
            format.with_data = true;
        }
        let versions = all(node, "type-version-format").take(policy::THING_TYPES + 1);
        format.versions = versions.map(guid).collect::<Result<_, _>>()?;
        if format.versions.len() > policy::THING_TYPES {
            return Err(Status::InvalidFormat);
        }
        Ok(format)
    }
}

fn bound(node: Node, name: &str, most: usize) -> Result<usize, Status> {
    match node.attribute(name) {
        None => Ok(most),
        Some(said) => {
            let said: usize = said.trim().parse().map_err(Status::not_xml)?;
            Ok(said.min(most))
        }
    }
}

/// One filter as it is on the wire: one of ours for each state that it names.
fn filter(node: Node, named: &[Uuid], filters: &mut Vec<ThingFilter>) -> Result<(), Status> {
    refuse_others(node, Place::Filter, &FILTER)?;
    let at =
        |name| -> Result<Option<Timestamp>, Status> { optional(node, name)?.map(time).transpose() };
    let id = |name| -> Result<Option<Uuid>, Status> { optional(node, name)?.map(guid).transpose() };
    if all(node, "type-id").nth(policy::THING_TYPES).is_some() {
        return Err(Status::InvalidFilter);
    }
    let filter = ThingFilter {
        ids: named.to_vec(),
        client_ids: Vec::new(),
        types: all(node, "type-id").map(guid).collect::<Result<_, _>>()?,
        removed: false,
        effective_from: at("eff-date-min")?,
        effective_to: at("eff-date-max")?,
        updated_from: at("updated-date-min")?,
        updated_to: at("updated-date-max")?,
        created_from: at("created-date-min")?,
        created_to: at("created-date-max")?,
        created_by: id("created-app-id")?.map(ApplicationId),
        created_for: id("created-person-id")?.map(PersonId),
        updated_by: id("updated-app-id")?.map(ApplicationId),
        updated_for: id("updated-person-id")?.map(PersonId),
    };
    let states = all(node, "thing-state")
        .map(text)
        .collect::<Result<Vec<_>, _>>()?;
    for state in &states {
        match state.trim() {
            "Active" => filters.push(filter.clone()),
            "Deleted" => filters.push(ThingFilter {
                removed: true,
                ..filter.clone()
            }),
            _ => {
                return Err(unsupported::status(
                    Place::Filter,
                    unsupported::OTHER_STATES,
                ));
            }
        }
    }
    if states.is_empty() {
        filters.push(filter);
    }
    Ok(())
}
