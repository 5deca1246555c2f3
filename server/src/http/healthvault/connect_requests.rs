//! The Patient Connect methods, and the package methods that the same selection grants.

use super::call::Call;
use super::envelope::{known_children, optional, text, time};
use super::status::Status;
use super::{Answer, rendered};
use askama::Template;
use domain::code_finder;
use domain::identity_code::IdentityCode;
use domain::new_request::{Draft, Field};
use roxmltree::Node;
use service::{CreateRejection, DeleteRejection, Failure, RenameRejection};

#[derive(Template)]
#[template(ext = "xml", source = "<identity-code>{{ code }}</identity-code>")]
struct Created {
    code: IdentityCode,
}

/// The fields of `CreateConnectRequest` in the order in which they are refused, each with its status.
const FIELDS: [(Field, Status); 5] = [
    (Field::Question, Status::InvalidQuestion),
    (Field::Answer, Status::InvalidAnswer),
    (Field::FriendlyName, Status::InvalidFriendlyName),
    (Field::ExternalId, Status::InvalidExternalId),
    (Field::CallbackUrl, Status::InvalidCallBackUrl),
];

/// `CreateConnectRequest`.
pub async fn create(call: &Call<'_, '_>) -> Answer {
    let info = call.info;
    let mut draft = Draft {
        language: call.envelope.language.clone(),
        ..Draft::default()
    };
    // The original names an empty question or answer before it minds the rest.
    let (first, rest) = FIELDS.split_at(2);
    read(info, first, &mut draft)?;
    let names: Vec<_> = FIELDS.iter().map(|(field, _)| element(*field)).collect();
    known_children(info, &names)?;
    read(info, rest, &mut draft)?;
    let made = call
        .services
        .connect_requests()
        .create(call.caller()?, &draft, None)
        .await;
    let made = made.map_err(|failure| match failure {
        Failure::Internal(fault) => fault.into(),
        Failure::Rejected(CreateRejection::MayNot(_)) => Status::AccessDenied,
        Failure::Rejected(CreateRejection::Taken(_)) => Status::DuplicateConnectRequest,
        Failure::Rejected(CreateRejection::Invalid(problems)) => {
            let wrong = |field| problems.iter().any(|problem| problem.field == field);
            let first = FIELDS.into_iter().find(|(field, _)| wrong(*field));
            first.map_or(Status::InvalidXml, |(_, status)| status)
        }
        Failure::Rejected(CreateRejection::KeyReused | CreateRejection::KeyOver) => Status::Failed,
    })?;
    rendered(&Created { code: made.code })
}

/// Reads the elements of these fields.
fn read(info: Node, fields: &[(Field, Status)], draft: &mut Draft) -> Result<(), Status> {
    for (field, missing) in fields {
        match said(info, element(*field))? {
            Some(text) => draft.set(*field, text),
            None if field.row().required => return Err(*missing),
            None => {}
        }
    }
    Ok(())
}

fn element(field: Field) -> &'static str {
    field.row().element.unwrap_or(field.name())
}

/// What an element says, unless it is missing or blank.
fn said(info: Node, name: &str) -> Result<Option<String>, Status> {
    let said = optional(info, name)?.map(text).transpose()?;
    Ok(said
        .filter(|said| !said.trim().is_empty())
        .map(str::to_owned))
}

/// `UpdateExternalId`, by code or by the id so far.
pub async fn rename(call: &Call<'_, '_>) -> Answer {
    let caller = call.caller()?;
    let info = call.info;
    known_children(
        info,
        &["identity-code", "old-external-id", "new-external-id"],
    )?;
    let new = said(info, "new-external-id")?.ok_or(Status::InvalidExternalId)?;
    let by_code = optional(info, "identity-code")?.map(text).transpose()?;
    let by_id = optional(info, "old-external-id")?.map(text).transpose()?;
    let found = match (by_code, by_id) {
        (Some(code), None) => {
            let code = code_finder::find(code).map_err(|_| Status::InvalidIdentityCode)?;
            call.services
                .connect_requests()
                .request_of_code(caller.application, &code)
                .await?
        }
        (None, Some(id)) => {
            let holder = call
                .services
                .connect_requests()
                .holder_of(caller.application, id)
                .await?;
            holder.map(|request| request.id)
        }
        _ => return Err(Status::InvalidXml),
    };
    if call.application()?.may_connect().is_err() {
        return Err(Status::AccessDenied);
    }
    let id = found.ok_or(Status::InvalidIdentityCode)?;
    let renamed = call
        .services
        .connect_requests()
        .rename(caller, id, &new, None)
        .await;
    renamed.map_err(|failure| match failure {
        Failure::Internal(fault) => fault.into(),
        Failure::Rejected(RenameRejection::MayNot(_)) => Status::AccessDenied,
        Failure::Rejected(RenameRejection::Taken(_)) => Status::DuplicateConnectRequest,
        Failure::Rejected(RenameRejection::Invalid(_)) => Status::InvalidExternalId,
        Failure::Rejected(
            RenameRejection::NotFound | RenameRejection::Over | RenameRejection::Changed,
        ) => Status::InvalidIdentityCode,
    })?;
    Ok(None)
}

/// `DeletePendingConnectRequest`; one that is gone already is as the caller wants it.
pub async fn delete_pending(call: &Call<'_, '_>) -> Answer {
    let caller = call.caller()?;
    let info = call.info;
    known_children(info, &["external-id"])?;
    let external_id = said(info, "external-id")?.ok_or(Status::InvalidExternalId)?;
    if call.application()?.may_connect().is_err() {
        return Err(Status::AccessDenied);
    }
    let Some(holder) = call
        .services
        .connect_requests()
        .holder_of(caller.application, &external_id)
        .await?
    else {
        return Ok(None);
    };
    match call
        .services
        .connect_requests()
        .delete(caller, holder.id)
        .await
    {
        Ok(()) | Err(Failure::Rejected(DeleteRejection::NotFound | DeleteRejection::Over)) => {
            Ok(None)
        }
        Err(Failure::Rejected(DeleteRejection::MayNot(_))) => Err(Status::AccessDenied),
        Err(Failure::Rejected(DeleteRejection::Connected)) => {
            Err(Status::ConnectRequestAlreadyAuthorized)
        }
        Err(Failure::Internal(fault)) => Err(fault.into()),
    }
}

struct ConnectedRow {
    person: String,
    record: String,
    number: u64,
    application: String,
    external_id: String,
}

#[derive(Template)]
#[template(
    ext = "xml",
    source = r#"{% for one in connected %}<connect-request><person-id>{{ one.person }}</person-id><record-id app-specific-record-id="{{ one.number }}">{{ one.record }}</record-id><app-id>{{ one.application }}</app-id><external-id>{{ one.external_id }}</external-id></connect-request>{% endfor %}"#
)]
struct Connected {
    connected: Vec<ConnectedRow>,
}

/// `GetAuthorizedConnectRequests`; "since" reaches a little further back, so that a late commit is never missed.
pub async fn authorized(call: &Call<'_, '_>) -> Answer {
    let application = call.application()?;
    if application.may_connect().is_err() {
        return Err(Status::AccessDenied);
    }
    let since = optional(call.info, "authorized-connect-requests-since")?;
    let since = since.map(time).transpose()?;
    let authorized = call
        .services
        .applications()
        .authorized_since(application.id, since)
        .await?;
    // The protocol has no way to continue after a part: a part would lose the rest.
    if authorized.next.is_some() {
        return Err(Status::ResponseTooLong);
    }
    rendered(&Connected {
        connected: authorized
            .connected
            .into_iter()
            .map(|one| ConnectedRow {
                number: call
                    .services
                    .records()
                    .record_number(application.id, one.record),
                person: one.person.to_string(),
                record: one.record.to_string(),
                application: application.id.to_string(),
                external_id: one.external_id.into(),
            })
            .collect(),
    })
}

/// Drop-off packages are not granted to any application: the documented answer for a method that was not.
pub fn package(_call: &Call<'_, '_>) -> Answer {
    Err(Status::AccessDenied)
}
