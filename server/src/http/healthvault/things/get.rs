//! `GetThings`: what a call asks for, and how it is shown.

use super::group::Group;
use super::refused;
use crate::http::healthvault::call::Call;
use crate::http::healthvault::envelope::all;
use crate::http::healthvault::status::Status;
use crate::http::healthvault::unsupported::{self, Place};
use crate::http::healthvault::{Answer, rendered};
use askama::Template;
use domain::policy;
use domain::thing::{PATIENT_CONNECT, Permission, Thing, Touch, type_name};
use domain::timestamp::Timestamp;
use service::{ThingRoom, ThingsFound, ThingsWanted};
use uuid::Uuid;

struct Shown {
    thing: Thing,
    type_name: Option<&'static str>,
    effective_at: String,
    audits: Option<(Audit, Audit)>,
    with_data: bool,
    /// Where they are asked for.
    permissions: Option<Vec<Permission>>,
}

struct Audit {
    at: String,
    application: Uuid,
    person: Uuid,
    /// A person acts while they are there.
    avenue: &'static str,
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
    source = r#"{% macro type_id(one) %}<type-id{% if let Some(name) = one.type_name %} name="{{ name }}"{% endif %}>{{ one.thing.data.type_id }}</type-id>{% endmacro %}{% macro audit(tag, audit) %}<{{ tag }}><timestamp>{{ audit.at }}</timestamp><app-id>{{ audit.application }}</app-id><person-id>{{ audit.person }}</person-id><access-avenue>{{ audit.avenue }}</access-avenue><audit-action>{{ audit.action }}</audit-action></{{ tag }}>{% endmacro %}{% for group in groups %}<group{% if let Some(name) = group.name %} name="{{ name }}"{% endif %}>{% for one in group.things %}<thing><thing-id version-stamp="{{ one.thing.version_stamp }}">{{ one.thing.id }}</thing-id>{% call type_id(one) %}{% endcall %}<thing-state>{% if one.thing.removed %}Deleted{% else %}Active{% endif %}</thing-state><flags>0</flags><eff-date>{{ one.effective_at }}</eff-date>{% if let Some((created, updated)) = one.audits %}{% call audit("created", created) %}{% endcall %}{% call audit("updated", updated) %}{% endcall %}{% endif %}{% if one.with_data %}{{ one.thing.data.xml|safe }}{% endif %}{% if let Some(permissions) = one.permissions %}<eff-permissions immutable="false">{% for permission in permissions %}<permission>{{ permission.name() }}</permission>{% endfor %}</eff-permissions>{% endif %}</thing>{% endfor %}{% for one in group.unprocessed %}<unprocessed-thing-key-info><thing-id version-stamp="{{ one.thing.version_stamp }}">{{ one.thing.id }}</thing-id>{% call type_id(one) %}{% endcall %}<eff-date>{{ one.effective_at }}</eff-date></unprocessed-thing-key-info>{% endfor %}</group>{% endfor %}"#
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
            client_ids: &group.client_ids,
            keys: &group.keys,
            max: group.max,
            max_full: group.max_full,
            with_data: group.with_data,
        };
        let found = call.services.records().things(access, wanted, &mut room);
        let found = found.await.map_err(refused)?;
        shown.push(show(&group, found)?);
    }
    rendered(&Groups { groups: shown })
}

/// What fits neither the number that is asked for nor the room of the answer is named by its key.
fn show<'a>(group: &Group<'a>, mut found: ThingsFound) -> Result<ShownGroup<'a>, Status> {
    let things = || found.full.iter().chain(&found.rest);
    if !things().all(|thing| group.takes_version(thing.data.type_id)) {
        return Err(unsupported::status(
            Place::Format,
            unsupported::OTHER_VERSION,
        ));
    }
    let permissions = std::mem::take(&mut found.permissions);
    let show = |thing: Thing| Shown {
        type_name: type_name(thing.data.type_id),
        effective_at: local(thing.data.effective_at),
        audits: group.with_audits.then(|| {
            let last = if thing.removed {
                "Deleted"
            } else if thing.created == thing.updated {
                "Created"
            } else {
                "Updated"
            };
            (audit(thing.created, "Created"), audit(thing.updated, last))
        }),
        with_data: group.with_data,
        permissions: group
            .with_permissions
            .then(|| permissions.get(&thing.data.type_id).cloned())
            .flatten(),
        thing,
    };
    Ok(ShownGroup {
        name: group.name,
        things: found.full.into_iter().map(show).collect(),
        unprocessed: found.rest.into_iter().map(show).collect(),
    })
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
        avenue: if touch.application == PATIENT_CONNECT {
            "Online"
        } else {
            "Offline"
        },
        action,
    }
}
