//! Who lets the application use which record, and what it may do there.

use super::call::Call;
use super::envelope::{all, guid, known_children, optional, parsed, time};
use super::status::Status;
use super::{Answer, rendered, settings};
use askama::Template;
use domain::application::Application;
use domain::authorization::is_outgrown;
use domain::ids::PersonId;
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
    operations: u64,
    outgrown: bool,
}

/// Some clients read the number of the latest operation without looking whether it is there.
#[derive(Template)]
#[template(
    ext = "xml",
    source = r#"{% for record in records %}<record id="{{ record.id }}" record-custodian="true" rel-type="1" rel-name="Self" auth-expires="9999-12-31T23:59:59.999Z" display-name="{{ record.name }}" state="Active" date-created="{{ record.made_at }}" app-record-auth-action="{% if record.outgrown %}ReauthorizationRequired{% else %}NoActionRequired{% endif %}" app-specific-record-id="{{ record.number }}" latest-operation-sequence-number="{{ record.operations }}" record-app-auth-created-date="{{ record.granted_at }}">{{ record.name }}</record>{% endfor %}"#
)]
struct Records {
    records: Vec<Record>,
}

struct Person {
    id: Uuid,
    name: String,
    /// What the application keeps for the person, an `app-settings` element.
    settings: Option<String>,
    records: Records,
    /// Whether there are more than one answer holds.
    more: bool,
}

/// A person's name is first among all names: some clients take the first they find.
#[derive(Template)]
#[template(
    ext = "xml",
    source = r#"<person-info><person-id>{{ person.id }}</person-id><name>{{ person.name }}</name>{% if let Some(settings) = person.settings %}{{ settings|safe }}{% endif %}{% if let Some(selected) = person.records.records.first() %}<selected-record-id>{{ selected.id }}</selected-record-id>{% endif %}{% if person.more %}<more-records>true</more-records>{% endif %}{{ person.records|safe }}<preferred-culture><language>en</language></preferred-culture><preferred-uiculture><language>en</language></preferred-uiculture></person-info>"#
)]
pub struct PersonInfo {
    person: Person,
}

fn records_of(call: &Call<'_, '_>, application: &Application, granted: Vec<Granted>) -> Records {
    let shown = |one: Granted| Record {
        id: one.record.id.0,
        number: call
            .services
            .records()
            .record_number(application.id, one.record.id),
        operations: one.operations,
        name: one.record.name,
        made_at: one.record.made_at.rfc3339(),
        granted_at: one.granted_at.rfc3339(),
        outgrown: is_outgrown(&one.rules, &application.rules),
    };
    Records {
        records: granted.into_iter().map(shown).collect(),
    }
}

/// One person's info; `granted` is all of one person, and not empty.
pub fn one_person(
    call: &Call<'_, '_>,
    application: &Application,
    mut granted: Vec<Granted>,
) -> PersonInfo {
    let more = granted.len() > policy::PERSON_RECORDS;
    granted.truncate(policy::PERSON_RECORDS);
    let first = granted.first();
    let id = first.map_or(Uuid::nil(), |one| one.person.0);
    let name = first.map(|one| one.person_name.clone()).unwrap_or_default();
    let person = Person {
        id,
        name,
        settings: None,
        records: records_of(call, application, granted),
        more,
    };
    PersonInfo { person }
}

/// `GetPersonInfo`, with what the application keeps for the person.
pub async fn info(call: &Call<'_, '_>) -> Answer {
    let application = call.application()?;
    let person = call.person()?;
    let granted = call
        .services
        .records()
        .granted_by(application.id, person)
        .await?;
    if granted.is_empty() {
        return Err(Status::AccessDenied);
    }
    let mut info = one_person(call, application, granted);
    let kept = call
        .services
        .records()
        .person_settings(application.id, person)
        .await;
    info.person.settings = kept.map_err(settings::refused)?.settings;
    rendered(&info)
}

/// `GetAuthorizedRecords`: of the records that are asked for, those that the person lets the application use.
pub async fn records(call: &Call<'_, '_>) -> Answer {
    let application = call.application()?;
    let ids = all(call.info, "id").take(policy::THINGS_MAX + 1).map(guid);
    let ids = ids.collect::<Result<Vec<Uuid>, _>>()?;
    if ids.is_empty() {
        return Err(Status::InvalidXml);
    }
    if ids.len() > policy::THINGS_MAX {
        return Err(Status::TooManyThings);
    }
    let granted = call
        .services
        .records()
        .granted_by(application.id, call.person()?);
    let mut granted = granted.await?;
    if granted.is_empty() {
        return Err(Status::AccessDenied);
    }
    granted.retain(|one| ids.contains(&one.record.id.0));
    rendered(&records_of(call, application, granted))
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
    if let Some(parameters) = parameters {
        known_children(
            parameters,
            &[
                "person-id-cursor",
                "authorizations-created-since",
                "num-results",
            ],
        )?;
    }
    let parameter = |name| parameters.map_or(Ok(None), |node| optional(node, name));
    let cursor = parameter("person-id-cursor")?.map(guid).transpose()?;
    let filter = PeopleFilter {
        after: cursor.map(PersonId),
        since: parameter("authorizations-created-since")?
            .map(time)
            .transpose()?,
        limit: parameter("num-results")?.map(parsed).transpose()?,
    };
    let found = call
        .services
        .records()
        .connected_people(application.id, filter)
        .await?;
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
    let found = call
        .services
        .records()
        .permissions(call.access()?, &types)
        .await;
    let mut types = found.map_err(|failure| match failure {
        Failure::Internal(fault) => fault.into(),
        Failure::Rejected(_) => Status::AccessDenied,
    })?;
    types.retain(|(_, permissions)| !permissions.is_empty());
    rendered(&Permissions { types })
}

/// `RemoveApplicationRecordAuthorization`: the application gives the record up.
pub async fn give_up(call: &Call<'_, '_>) -> Answer {
    if call
        .services
        .people()
        .give_up_connection(call.access()?)
        .await?
    {
        Ok(None)
    } else {
        Err(Status::AccessDenied)
    }
}

struct Updated {
    record: Uuid,
    person: Uuid,
    at: String,
    operations: u64,
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
    source = "<updated-records>{% for one in records %}<updated-record><record-id>{{ one.record }}</record-id><update-date>{{ one.at }}</update-date><person-id>{{ one.person }}</person-id><latest-operation-sequence-number>{{ one.operations }}</latest-operation-sequence-number></updated-record>{% endfor %}</updated-records>"
)]
struct UpdatedRecordsWithPeople {
    records: Vec<Updated>,
}

/// `GetUpdatedRecordsForApplication`; version 2 names the people, too.
pub async fn updated(call: &Call<'_, '_>) -> Answer {
    let since = optional(call.info, "update-date")?.map(time).transpose()?;
    let found = call
        .services
        .records()
        .updated_records(call.application()?.id, since)
        .await?;
    // The protocol has no way to continue after a part: a part would lose the rest.
    let Some(found) = found else {
        return Err(Status::ResponseTooLong);
    };
    let mut records: Vec<Updated> = found
        .into_iter()
        .map(|one| Updated {
            record: one.record.0,
            person: one.person.0,
            at: one.at.rfc3339(),
            operations: one.operations,
        })
        .collect();
    if call.envelope.version == 1 {
        records.dedup_by_key(|one| one.record);
        rendered(&UpdatedRecords { records })
    } else {
        rendered(&UpdatedRecordsWithPeople { records })
    }
}
