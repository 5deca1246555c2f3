//! Things on the wire: `GetThings`, `PutThings`, `RemoveThings`.

use super::envelope::{all, guid, optional, parsed, read_guid, required, text, time};
use super::status::Status;
use super::{Answer, Call, rendered};
use askama::Template;
use domain::ids::ApplicationId;
use domain::policy;
use domain::thing::{Thing, Touch, type_name};
use domain::timestamp::Timestamp;
use roxmltree::{Document, Node};
use service::{
    Failure, ThingFilter, ThingKey, ThingPut, ThingRefusal, ThingRoom, ThingsFound, ThingsWanted,
};
use time::{Date, Month, Time};
use uuid::Uuid;

/// Which things are asked for, and how much of them.
struct Group<'a> {
    name: Option<&'a str>,
    filters: Vec<ThingFilter>,
    /// Only in exactly these states.
    keys: Vec<ThingKey>,
    max: usize,
    max_full: usize,
    with_data: bool,
    with_audits: bool,
}

struct Shown {
    thing: Thing,
    type_name: Option<&'static str>,
    effective_at: String,
    audits: Option<(Audit, Audit)>,
    with_data: bool,
}

struct Audit {
    at: String,
    application: Uuid,
    person: Uuid,
    action: &'static str,
}

struct ShownGroup<'a> {
    name: Option<&'a str>,
    things: Vec<Shown>,
    unprocessed: Vec<Shown>,
}

#[derive(Template)]
#[template(
    ext = "xml",
    source = r#"{% macro type_id(one) %}<type-id{% if let Some(name) = one.type_name %} name="{{ name }}"{% endif %}>{{ one.thing.data.type_id }}</type-id>{% endmacro %}{% macro audit(tag, audit) %}<{{ tag }}><timestamp>{{ audit.at }}</timestamp><app-id>{{ audit.application }}</app-id><person-id>{{ audit.person }}</person-id><access-avenue>Offline</access-avenue><audit-action>{{ audit.action }}</audit-action></{{ tag }}>{% endmacro %}{% for group in groups %}<group{% if let Some(name) = group.name %} name="{{ name }}"{% endif %}>{% for one in group.things %}<thing><thing-id version-stamp="{{ one.thing.version_stamp }}">{{ one.thing.id }}</thing-id>{% call type_id(one) %}{% endcall %}<thing-state>{% if one.thing.removed %}Deleted{% else %}Active{% endif %}</thing-state><flags>0</flags><eff-date>{{ one.effective_at }}</eff-date>{% if let Some((created, updated)) = one.audits %}{% call audit("created", created) %}{% endcall %}{% call audit("updated", updated) %}{% endcall %}{% endif %}{% if one.with_data %}{{ one.thing.data.xml|safe }}{% endif %}</thing>{% endfor %}{% for one in group.unprocessed %}<unprocessed-thing-key-info><thing-id version-stamp="{{ one.thing.version_stamp }}">{{ one.thing.id }}</thing-id>{% call type_id(one) %}{% endcall %}<eff-date>{{ one.effective_at }}</eff-date></unprocessed-thing-key-info>{% endfor %}</group>{% endfor %}"#
)]
struct Groups<'a> {
    groups: Vec<ShownGroup<'a>>,
}

/// `GetThings`, versions 1 to 3.
pub async fn get(call: &Call<'_, '_>) -> Answer {
    let access = call.access()?;
    if all(call.info, "group").count() > policy::THING_GROUPS {
        return Err(Status::TooManyGroups);
    }
    // All are read before the first is answered: a call that is refused costs no look into the record.
    let groups = all(call.info, "group").map(Group::read);
    let groups: Vec<Group<'_>> = groups.collect::<Result<_, _>>()?;
    if groups.is_empty() {
        return Err(Status::InvalidXml);
    }
    let filters: usize = groups.iter().map(|group| group.filters.len()).sum();
    if filters > policy::THING_FILTERS {
        return Err(Status::InvalidFilter);
    }
    let mut shown = Vec::new();
    let mut room = ThingRoom::ANSWER;
    for group in groups {
        let wanted = ThingsWanted {
            filters: &group.filters,
            keys: &group.keys,
            max: group.max,
            max_full: group.max_full,
            with_data: group.with_data,
        };
        let found = call.services.things(access, wanted, &mut room);
        let found = found.await.map_err(refused)?;
        shown.push(group.show(found));
    }
    rendered(&Groups { groups: shown })
}

impl<'a> Group<'a> {
    fn read(node: Node<'a, '_>) -> Result<Self, Status> {
        let ids = all(node, "id").map(guid).collect::<Result<Vec<_>, _>>()?;
        let keys = all(node, "key").map(key).collect::<Result<Vec<_>, _>>()?;
        let named: Vec<Uuid> = ids
            .iter()
            .copied()
            .chain(keys.iter().map(|key| key.id))
            .collect();
        if named.len() > policy::THINGS_MAX {
            return Err(Status::TooManyThings);
        }
        let mut filters = Vec::new();
        for node in all(node, "filter") {
            filter(node, &named, &mut filters)?;
        }
        if filters.is_empty() {
            // No client's own ids are kept, so that none is ever found by one.
            if named.is_empty() && all(node, "client-thing-id").next().is_none() {
                return Err(Status::InvalidFilter);
            }
            if !named.is_empty() {
                filters.push(ThingFilter {
                    ids: named,
                    ..ThingFilter::default()
                });
            }
        }
        let format = optional(node, "format")?;
        let section = |name: &str| {
            format.is_some_and(|format| {
                all(format, "section")
                    .any(|section| section.text().is_some_and(|said| said.trim() == name))
            })
        };
        Ok(Self {
            name: node.attribute("name"),
            filters,
            keys,
            max: bound(node, "max", policy::THINGS_MAX)?,
            max_full: bound(node, "max-full", policy::THINGS_FULL)?,
            with_data: format.is_some_and(|format| all(format, "xml").next().is_some()),
            with_audits: section("audits"),
        })
    }

    /// What fits neither the number that is asked for nor the room of the answer is named by its key.
    fn show(self, found: ThingsFound) -> ShownGroup<'a> {
        let show = |thing: Thing| Shown {
            type_name: type_name(thing.data.type_id),
            effective_at: local(thing.data.effective_at),
            audits: self.with_audits.then(|| {
                let last = if thing.removed {
                    "Deleted"
                } else if thing.created == thing.updated {
                    "Created"
                } else {
                    "Updated"
                };
                (audit(thing.created, "Created"), audit(thing.updated, last))
            }),
            with_data: self.with_data,
            thing,
        };
        ShownGroup {
            name: self.name,
            things: found.full.into_iter().map(show).collect(),
            unprocessed: found.rest.into_iter().map(show).collect(),
        }
    }
}

/// A time without a zone: as the data names it.
fn local(at: Timestamp) -> String {
    at.rfc3339().trim_end_matches('Z').to_owned()
}

fn audit(touch: Touch, action: &'static str) -> Audit {
    Audit {
        at: touch.at.rfc3339(),
        application: touch.application.0,
        person: touch.person.0,
        action,
    }
}

fn bound(node: Node, name: &str, most: usize) -> Result<usize, Status> {
    match node.attribute(name) {
        None => Ok(most),
        Some(said) => {
            let said: usize = said.trim().parse().map_err(|_| Status::InvalidXml)?;
            Ok(said.min(most))
        }
    }
}

/// One filter as it is on the wire: one of ours for each state that it names.
fn filter(node: Node, named: &[Uuid], filters: &mut Vec<ThingFilter>) -> Result<(), Status> {
    if optional(node, "xpath")?.is_some() {
        return Err(Status::InvalidFilter);
    }
    let at = |name| optional(node, name)?.map(time).transpose();
    if all(node, "type-id").nth(policy::THING_TYPES).is_some() {
        return Err(Status::InvalidFilter);
    }
    let created_by = optional(node, "created-app-id")?.map(guid).transpose()?;
    let filter = ThingFilter {
        ids: named.to_vec(),
        types: all(node, "type-id").map(guid).collect::<Result<_, _>>()?,
        removed: false,
        effective_from: at("eff-date-min")?,
        effective_to: at("eff-date-max")?,
        updated_from: at("updated-date-min")?,
        updated_to: at("updated-date-max")?,
        created_by: created_by.map(ApplicationId),
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
            _ => return Err(Status::InvalidFilter),
        }
    }
    if states.is_empty() {
        filters.push(filter);
    }
    Ok(())
}

/// A thing's id with the stamp that it was read with.
fn key(node: Node) -> Result<ThingKey, Status> {
    let stamp = node
        .attribute("version-stamp")
        .ok_or(Status::VersionStampMissing)?;
    Ok(ThingKey {
        id: guid(node)?,
        stamp: read_guid(stamp)?,
    })
}

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
        .put_things(access, puts)
        .await
        .map_err(refused)?;
    rendered(&Keys { keys })
}

fn read_thing(node: Node) -> Result<ThingPut, Status> {
    let change = optional(node, "thing-id")?.map(key).transpose()?;
    let data = required(node, "data-xml")?;
    let xml = &data.document().input_text()[data.range()];
    // It is kept as it was sent: it must stand by itself, without prefixes from around it.
    Document::parse(xml).map_err(|_| Status::InvalidXml)?;
    let content = data
        .children()
        .find(Node::is_element)
        .ok_or(Status::InvalidXml)?;
    Ok(ThingPut {
        change,
        type_id: guid(required(node, "type-id")?)?,
        effective_at: when(content)?,
        xml: xml.to_owned(),
    })
}

/// The time that data is about: its own `when`.
fn when(content: Node) -> Result<Option<Timestamp>, Status> {
    let Some(when) = optional(content, "when")? else {
        return Ok(None);
    };
    let when = optional(when, "structured")?.unwrap_or(when);
    let Some(date) = optional(when, "date")? else {
        return Ok(None);
    };
    let wrong = |_| Status::InvalidXml;
    let month: u8 = parsed(required(date, "m")?)?;
    let month = Month::try_from(month).map_err(wrong)?;
    let day = parsed(required(date, "d")?)?;
    let date =
        Date::from_calendar_date(parsed(required(date, "y")?)?, month, day).map_err(wrong)?;
    let time = match optional(when, "time")? {
        None => Time::MIDNIGHT,
        Some(time) => {
            let seconds = optional(time, "s")?.map_or(Ok(0), parsed)?;
            let (hour, minute) = (parsed(required(time, "h")?)?, parsed(required(time, "m")?)?);
            Time::from_hms(hour, minute, seconds).map_err(wrong)?
        }
    };
    Ok(Timestamp::from_date_time(date.with_time(time).assume_utc()))
}

/// `RemoveThings`: all or nothing.
pub async fn remove(call: &Call<'_, '_>) -> Answer {
    let access = call.access()?;
    let keys = all(call.info, "thing-id").map(key);
    let keys: Vec<ThingKey> = keys.collect::<Result<_, _>>()?;
    if keys.is_empty() {
        return Err(Status::InvalidXml);
    }
    if keys.len() > policy::THINGS_MAX {
        return Err(Status::TooManyThings);
    }
    call.services
        .remove_things(access, &keys)
        .await
        .map_err(refused)?;
    Ok(None)
}

fn refused(failure: Failure<ThingRefusal>) -> Status {
    match failure {
        Failure::Fault(fault) => fault.into(),
        Failure::Refused(ThingRefusal::NoAccess) => Status::AccessDenied,
        Failure::Refused(ThingRefusal::NotFound | ThingRefusal::OtherType) => Status::InvalidThing,
        Failure::Refused(ThingRefusal::StampMismatch) => Status::VersionStampMismatch,
        Failure::Refused(ThingRefusal::TooLong) => Status::ResponseTooLong,
    }
}
