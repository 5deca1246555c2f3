//! An application's own names for a person and record.

use super::call::Call;
use super::envelope::{required, text};
use super::people::one_person;
use super::status::Status;
use super::{Answer, rendered};
use askama::Template;
use service::{AlternateIdRejection, Failure};

/// `AssociateAlternateId`.
pub async fn associate(call: &Call<'_, '_>) -> Answer {
    let added = call
        .services
        .records()
        .add_alternate_id(call.access()?, named(call)?)
        .await;
    added.map_err(refused)?;
    Ok(None)
}

/// `DisassociateAlternateId`.
pub async fn disassociate(call: &Call<'_, '_>) -> Answer {
    let removed = call
        .services
        .records()
        .remove_alternate_id(call.access()?, named(call)?)
        .await;
    removed.map_err(refused)?;
    Ok(None)
}

#[derive(Template)]
#[template(
    ext = "xml",
    source = "<alternate-ids>{% for id in ids %}<alternate-id>{{ id }}</alternate-id>{% endfor %}</alternate-ids>"
)]
struct AlternateIds {
    ids: Vec<String>,
}

/// `GetAlternateIds`.
pub async fn list(call: &Call<'_, '_>) -> Answer {
    let ids = call
        .services
        .records()
        .alternate_ids(call.access()?)
        .await
        .map_err(refused)?;
    rendered(&AlternateIds { ids })
}

/// `GetPersonAndRecordForAlternateId`.
pub async fn person(call: &Call<'_, '_>) -> Answer {
    let application = call.application()?;
    let granted = call
        .services
        .records()
        .granted_to_alternate_id(application.id, named(call)?)
        .await?;
    let granted = granted.ok_or(Status::AlternateIdNotFound)?;
    rendered(&one_person(call, application, vec![granted]))
}

fn named<'a>(call: &Call<'a, '_>) -> Result<&'a str, Status> {
    let named = text(required(call.info, "alternate-id")?)?;
    if named.trim().is_empty() {
        return Err(Status::AlternateIdMissing);
    }
    Ok(named)
}

fn refused(failure: Failure<AlternateIdRejection>) -> Status {
    match failure {
        Failure::Internal(fault) => fault.into(),
        Failure::Rejected(AlternateIdRejection::NoAccess) => Status::AccessDenied,
        Failure::Rejected(AlternateIdRejection::Shape) => Status::AlternateIdMissing,
        Failure::Rejected(AlternateIdRejection::Taken) => Status::DuplicateAlternateId,
        Failure::Rejected(AlternateIdRejection::NotFound) => Status::AlternateIdNotFound,
        Failure::Rejected(AlternateIdRejection::TooMany) => Status::AlternateIdsLimitExceeded,
    }
}
