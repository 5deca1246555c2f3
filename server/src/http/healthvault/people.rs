//! Who lets the application use which record, and what it may do there.

use super::envelope::{all, guid, optional, parsed, time};
use super::status::Status;
use super::{Answer, Call, rendered};
use askama::Template;
use domain::application::Application;
use domain::authorization::is_outgrown;
use domain::ids::{ApplicationId, PersonId};
use domain::policy;
use domain::thing::Permission;
use service::{Failure, Granted, PeopleFilter};
use uuid::Uuid;

struct Record {
    id: Uuid,
    name: String,
    made_at: String,
    granted_at: String,
    number: u64,
    outgrown: bool,
}

struct Person {
    id: Uuid,
    name: String,
    records: Vec<Record>,
    /// Whether there are more than one answer holds.
    more: bool,
}

/// A person's name stands first among all names: some clients take the first they find.
#[derive(Template)]
#[template(
    ext = "xml",
    source = r#"<person-info><person-id>{{ person.id }}</person-id><name>{{ person.name }}</name>{% if let Some(selected) = person.records.first() %}<selected-record-id>{{ selected.id }}</selected-record-id>{% endif %}{% if person.more %}<more-records>true</more-records>{% endif %}{% for record in person.records %}<record id="{{ record.id }}" record-custodian="true" rel-type="1" rel-name="Self" auth-expires="9999-12-31T23:59:59.999Z" display-name="{{ record.name }}" state="Active" date-created="{{ record.made_at }}" app-record-auth-action="{% if record.outgrown %}ReauthorizationRequired{% else %}NoActionRequired{% endif %}" app-specific-record-id="{{ record.number }}" record-app-auth-created-date="{{ record.granted_at }}">{{ record.name }}</record>{% endfor %}<preferred-culture><language>en</language></preferred-culture><preferred-uiculture><language>en</language></preferred-uiculture></person-info>"#
)]
pub struct PersonInfo {
    person: Person,
}

/// One person's info; `granted` is all of one person, and not empty.
pub fn one_person(
    call: &Call<'_, '_>,
    application: &Application,
    granted: Vec<Granted>,
) -> PersonInfo {
    let mut person = Person {
        id: Uuid::nil(),
        name: String::new(),
        records: Vec::new(),
        more: granted.len() > policy::PERSON_RECORDS,
    };
    for one in granted.into_iter().take(policy::PERSON_RECORDS) {
        person.id = one.person.0;
        person.name = one.person_name;
        person.records.push(Record {
            id: one.record.id.0,
            number: call.services.record_number(application.id, one.record.id),
            name: one.record.name,
            made_at: one.record.made_at.rfc3339(),
            granted_at: one.granted_at.rfc3339(),
            outgrown: is_outgrown(&one.rules, &application.rules),
        });
    }
    PersonInfo { person }
}

/// `GetPersonInfo`.
pub async fn info(call: &Call<'_, '_>) -> Answer {
    let application = call.application()?;
    let granted = call
        .services
        .granted_by(application.id, call.person()?)
        .await?;
    if granted.is_empty() {
        return Err(Status::AccessDenied);
    }
    rendered(&one_person(call, application, granted))
}

#[derive(Template)]
#[template(
    ext = "xml",
    source = "<response-results>{% for person in people %}{{ person|safe }}{% endfor %}<more-results>{{ more }}</more-results></response-results>"
)]
struct People {
    people: Vec<PersonInfo>,
    more: bool,
}

/// `GetAuthorizedPeople`, a page at a time.
pub async fn authorized(call: &Call<'_, '_>) -> Answer {
    let application = call.application()?;
    let parameters = optional(call.info, "parameters")?;
    let parameter = |name| parameters.map_or(Ok(None), |node| optional(node, name));
    let cursor = parameter("person-id-cursor")?.map(guid).transpose()?;
    let filter = PeopleFilter {
        after: cursor.map(PersonId),
        since: parameter("authorizations-created-since")?
            .map(time)
            .transpose()?,
        limit: parameter("num-results")?.map(parsed).transpose()?,
    };
    let found = call.services.people(application.id, filter).await?;
    let mut people: Vec<Vec<Granted>> = Vec::new();
    for one in found.granted {
        match people.last_mut() {
            Some(same) if same.last().is_some_and(|last| last.person == one.person) => {
                same.push(one);
            }
            _ => people.push(vec![one]),
        }
    }
    rendered(&People {
        people: people
            .into_iter()
            .map(|one| one_person(call, application, one))
            .collect(),
        more: found.more,
    })
}

#[derive(Template)]
#[template(
    ext = "xml",
    source = "{% for (kind, permissions) in types %}<thing-type-permission><thing-type-id>{{ kind }}</thing-type-id><offline-access-permissions>{% for permission in permissions %}<permission>{{ permission.name() }}</permission>{% endfor %}</offline-access-permissions></thing-type-permission>{% endfor %}"
)]
struct Permissions {
    types: Vec<(Uuid, Vec<Permission>)>,
}

/// `QueryPermissions`; types without any are left out.
pub async fn permissions(call: &Call<'_, '_>) -> Answer {
    if all(call.info, "thing-type-id")
        .nth(policy::THING_TYPES)
        .is_some()
    {
        return Err(Status::TooManyThings);
    }
    let types = all(call.info, "thing-type-id").map(guid);
    let types: Vec<Uuid> = types.collect::<Result<_, _>>()?;
    let found = call.services.permissions(call.access()?, &types).await;
    let mut types = found.map_err(|failure| match failure {
        Failure::Fault(fault) => fault.into(),
        Failure::Refused(_) => Status::AccessDenied,
    })?;
    types.retain(|(_, permissions)| !permissions.is_empty());
    rendered(&Permissions { types })
}

/// `RemoveApplicationRecordAuthorization`: the application gives the record up.
pub async fn give_up(call: &Call<'_, '_>) -> Answer {
    if call.services.give_up_connection(call.access()?).await? {
        Ok(None)
    } else {
        Err(Status::AccessDenied)
    }
}

struct Updated {
    record: Uuid,
    person: Uuid,
    at: String,
}

#[derive(Template)]
#[template(
    ext = "xml",
    source = r#"{% for one in records %}<record-id update-date="{{ one.at }}">{{ one.record }}</record-id>{% endfor %}"#
)]
struct UpdatedRecords {
    records: Vec<Updated>,
}

#[derive(Template)]
#[template(
    ext = "xml",
    source = "<updated-records>{% for one in records %}<updated-record><record-id>{{ one.record }}</record-id><update-date>{{ one.at }}</update-date><person-id>{{ one.person }}</person-id></updated-record>{% endfor %}</updated-records>"
)]
struct UpdatedRecordsWithPeople {
    records: Vec<Updated>,
}

/// `GetUpdatedRecordsForApplication`; version 2 names the people, too.
pub async fn updated(call: &Call<'_, '_>) -> Answer {
    let since = optional(call.info, "update-date")?.map(time).transpose()?;
    let found = call
        .services
        .updated_records(call.application()?.id, since)
        .await?;
    // The protocol has no way to go on after a part: a part would lose the rest.
    let Some(found) = found else {
        return Err(Status::ResponseTooLong);
    };
    let mut records: Vec<Updated> = found
        .into_iter()
        .map(|one| Updated {
            record: one.record.0,
            person: one.person.0,
            at: one.at.rfc3339(),
        })
        .collect();
    if call.envelope.version == 1 {
        records.dedup_by_key(|one| one.record);
        rendered(&UpdatedRecords { records })
    } else {
        rendered(&UpdatedRecordsWithPeople { records })
    }
}

#[derive(Template)]
#[template(
    ext = "xml",
    source = "<application><id>{{ id }}</id><name>{{ name }}</name></application>"
)]
struct ApplicationInfo<'a> {
    id: ApplicationId,
    name: &'a str,
}

/// `GetApplicationInfo`: the caller's own.
pub fn application(call: &Call<'_, '_>) -> Answer {
    let application = call.application()?;
    rendered(&ApplicationInfo {
        id: application.id,
        name: &application.name,
    })
}
