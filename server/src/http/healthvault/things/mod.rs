//! Things on the wire: `GetThings`, `PutThings`, `RemoveThings`.

mod get;
mod group;
mod put;

use super::Answer;
use super::call::Call;
use super::envelope::{all, guid, read_guid};
use super::status::Status;
use domain::policy;
use roxmltree::Node;
use service::{Failure, ThingKey, ThingRejection};

pub use get::get;
pub use put::put;

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
        .records()
        .remove_things(access, &keys)
        .await
        .map_err(refused)?;
    Ok(None)
}

fn refused(failure: Failure<ThingRejection>) -> Status {
    match failure {
        Failure::Internal(fault) => fault.into(),
        Failure::Rejected(ThingRejection::NoAccess) => Status::AccessDenied,
        Failure::Rejected(ThingRejection::NotFound | ThingRejection::OtherType) => {
            Status::InvalidThing
        }
        Failure::Rejected(ThingRejection::StampMismatch) => Status::VersionStampMismatch,
        Failure::Rejected(ThingRejection::TooLong) => Status::ResponseTooLong,
    }
}
