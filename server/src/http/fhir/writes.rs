//! Resources that are created, updated and deleted, one by one.

use super::asked::{Answer, Asked, Returns, raw};
use super::refused::Refused;
use super::things::{refused, thing_id};
use super::types::Kind;
use super::{BASE, Call};
use axum::http::StatusCode;
use domain::ids::RecordId;
use domain::thing::{Permission, Thing};
use fhir::{ResourceType, Written};
use serde_json::json;
use service::{ExchangeRejection, Failure, ThingKey, ThingNow, ThingPut, ThingWrite, ThingWritten};
use uuid::Uuid;

/// What one entry comes to: what is written, in which record, and how it is answered.
pub struct Planned {
    pub resource: ResourceType,
    pub record: RecordId,
    /// None where nothing changes.
    pub write: Option<ThingWrite>,
    /// The thing as it was, where there was one.
    pub before: Option<ThingNow>,
    /// A version that has to be the one there is.
    pub conditional: bool,
    pub returns: Returns,
}

impl Call<'_> {
    pub async fn create(&self, kind: Kind, asked: Asked) -> Result<Answer, Refused> {
        let planned = self.plan_create(kind, asked, self.services().ports().id())?;
        self.write(planned).await
    }

    pub async fn update(&self, kind: Kind, id: &str, asked: Asked) -> Result<Answer, Refused> {
        let planned = self.plan_update(kind, id, asked).await?;
        self.write(planned).await
    }

    pub async fn delete(&self, kind: Kind, id: &str, asked: &Asked) -> Result<Answer, Refused> {
        match self.plan_delete(kind, id, asked).await? {
            Some(planned) => self.write(planned).await,
            None => Ok(gone()),
        }
    }

    pub fn plan_create(&self, kind: Kind, asked: Asked, id: Uuid) -> Result<Planned, Refused> {
        let Kind::Thing(resource) = kind else {
            return Err(Refused::method());
        };
        if !asked.query.is_empty() {
            let what = "Say the condition of a create in the header If-None-Exist.";
            return Err(Refused::bad("not-supported", what));
        }
        let unless = asked.if_none_exist.as_deref();
        let unless = unless.map(|condition| self.condition(kind, condition));
        let unless = unless.transpose()?;
        let json = asked.body.ok_or_else(no_body)?;
        let written = fhir::from_fhir(&self.site(), resource, json)?;
        let record = written.record;
        let put = put_of(written, None);
        Ok(Planned {
            resource,
            record,
            write: Some(ThingWrite::Make { id, put, unless }),
            before: None,
            conditional: false,
            returns: asked.returns,
        })
    }

    /// The one condition that is taken: a client's own id. It takes the right to search, as its answer says what is there.
    fn condition(&self, kind: Kind, text: &str) -> Result<String, Refused> {
        self.may(kind, domain::scope::Interaction::Search)?;
        let pairs = super::asked::pairs(text.as_bytes())?;
        let system = format!("{}|", self.site().url("client-thing-id"));
        let named = match pairs.as_slice() {
            [(name, value)] if name == "identifier" => value.strip_prefix(&system),
            _ => None,
        };
        match named {
            Some(id) if !id.is_empty() && !id.contains(',') => Ok(id.to_owned()),
            _ => {
                let what = format!("If-None-Exist takes identifier={system}<your own id> alone.");
                Err(Refused::bad("not-supported", what))
            }
        }
    }

    async fn now(
        &self,
        resource: ResourceType,
        permission: Permission,
        id: &str,
    ) -> Result<ThingNow, Failure<ExchangeRejection>> {
        let Some(id) = thing_id(id) else {
            return Err(Failure::Rejected(ExchangeRejection::NotFound));
        };
        let types: Vec<Uuid> = fhir::types_of(resource).collect();
        let records = self.services().records();
        let application = self.bearer.application;
        records
            .exchange_thing_now(application, permission, &types, id)
            .await
    }

    pub async fn plan_update(
        &self,
        kind: Kind,
        id: &str,
        asked: Asked,
    ) -> Result<Planned, Refused> {
        let Kind::Thing(resource) = kind else {
            return Err(Refused::method());
        };
        let json = asked.body.ok_or_else(no_body)?;
        if json.text_of("resourceType") != Some(resource.name()) {
            let what = "The resource is of another type than the URL names.";
            return Err(Refused::bad("invalid", what).at("resourceType".to_owned()));
        }
        if json.text_of("id") != Some(id) {
            let what = "The id of the resource is not the one that the URL names.";
            return Err(Refused::bad("invalid", what).at(format!("{}.id", resource.name())));
        }
        let now = match self.now(resource, Permission::Update, id).await {
            Err(Failure::Rejected(ExchangeRejection::NotFound)) => {
                let what = "There is no such resource to be updated, and the server gives the ids.";
                return Err(Refused::new(
                    StatusCode::METHOD_NOT_ALLOWED,
                    "not-supported",
                    what,
                ));
            }
            now => now.map_err(refused)?,
        };
        let conditional = matches(asked.if_match.as_deref(), &now.thing)?;
        let written = fhir::update(&self.site(), &now.thing, json)?;
        let key = key_of(&now.thing);
        let write = written.map(|written| ThingWrite::Change {
            put: put_of(written, Some(key)),
        });
        Ok(Planned {
            resource,
            record: now.thing.record,
            write,
            before: Some(now),
            conditional,
            returns: asked.returns,
        })
    }

    /// None for what is deleted already.
    pub async fn plan_delete(
        &self,
        kind: Kind,
        id: &str,
        asked: &Asked,
    ) -> Result<Option<Planned>, Refused> {
        let Kind::Thing(resource) = kind else {
            return Err(Refused::method());
        };
        let now = match self.now(resource, Permission::Delete, id).await {
            Err(Failure::Rejected(ExchangeRejection::Removed)) => return Ok(None),
            now => now.map_err(refused)?,
        };
        let conditional = matches(asked.if_match.as_deref(), &now.thing)?;
        let key = key_of(&now.thing);
        Ok(Some(Planned {
            resource,
            record: now.thing.record,
            write: Some(ThingWrite::Remove { key }),
            before: Some(now),
            conditional,
            returns: asked.returns,
        }))
    }

    async fn write(&self, mut planned: Planned) -> Result<Answer, Refused> {
        let Some(write) = planned.write.take() else {
            return self.unchanged(&planned);
        };
        let records = self.services().records();
        let written = records.exchange_writes(self.bearer.application, planned.record, vec![write]);
        let mut written = written
            .await
            .map_err(|failure| not_written(failure, planned.conditional))?;
        let written = written.pop().ok_or_else(Refused::not_found)?;
        self.written(&planned, written)
    }

    /// The answer of an update that changes nothing.
    pub fn unchanged(&self, planned: &Planned) -> Result<Answer, Refused> {
        let now = planned.before.as_ref().ok_or_else(Refused::not_found)?;
        let answer = self.shown(&now.thing)?;
        self.returned(answer, planned.returns, now.may_read)
    }

    /// The answer of what was written.
    pub fn written(&self, planned: &Planned, written: ThingWritten) -> Result<Answer, Refused> {
        let name = planned.resource.name();
        let (thing, status) = match written {
            ThingWritten::Made(thing) => (thing, StatusCode::CREATED),
            ThingWritten::Found(thing) | ThingWritten::Changed(thing) => (thing, StatusCode::OK),
            ThingWritten::Removed => return Ok(gone()),
        };
        let may_read = planned.before.as_ref().is_none_or(|before| before.may_read);
        let location = format!("{name}/{}/_history/{}", thing.id, thing.version_stamp);
        let location = format!("{}{BASE}/{location}", self.services().public_url());
        let answer = Answer {
            status,
            location: Some(location),
            ..self.shown(&thing)?
        };
        self.returned(answer, planned.returns, may_read)
    }

    fn returned(
        &self,
        answer: Answer,
        returns: Returns,
        may_read: bool,
    ) -> Result<Answer, Refused> {
        let resource = match returns {
            Returns::Representation if may_read => answer.resource,
            Returns::Representation | Returns::Minimal => None,
            Returns::Outcome => Some(raw(&json!({
                "resourceType": "OperationOutcome",
                "issue": [{"severity": "information", "code": "informational", "diagnostics": "Done."}],
            }))?),
        };
        Ok(Answer { resource, ..answer })
    }
}

fn no_body() -> Refused {
    Refused::bad("required", "The resource is missing.")
}

pub fn gone() -> Answer {
    Answer {
        status: StatusCode::NO_CONTENT,
        resource: None,
        version: None,
        updated_at: None,
        location: None,
    }
}

fn key_of(thing: &Thing) -> ThingKey {
    ThingKey {
        id: thing.id,
        stamp: thing.version_stamp,
    }
}

fn put_of(written: Written, change: Option<ThingKey>) -> ThingPut {
    ThingPut {
        change,
        type_id: written.type_id,
        effective_at: written.effective_at,
        client_id: written.client_id,
        xml: written.xml,
    }
}

/// Whether a version is asked for; refused where it is not the one there is.
fn matches(if_match: Option<&str>, thing: &Thing) -> Result<bool, Refused> {
    let Some(if_match) = if_match else {
        return Ok(false);
    };
    let version = if_match.trim();
    let version = version
        .strip_prefix("W/")
        .unwrap_or(version)
        .trim_matches('"');
    if version == thing.version_stamp.to_string() {
        Ok(true)
    } else {
        Err(Refused::stale())
    }
}

/// A refusal of one write; where a version was asked for, it is the condition that failed.
pub fn not_written(failure: Failure<(usize, ExchangeRejection)>, conditional: bool) -> Refused {
    match failure {
        Failure::Internal(fault) => fault.into(),
        Failure::Rejected((_, ExchangeRejection::Changed)) if conditional => Refused::stale(),
        Failure::Rejected((_, refusal)) => refused(Failure::Rejected(refusal)),
    }
}
