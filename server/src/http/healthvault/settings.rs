//! `GetApplicationSettings`, `SetApplicationSettings`: what an application keeps for a person.

use super::call::Call;
use super::envelope::{known_children, optional};
use super::status::Status;
use super::{Answer, rendered};
use askama::Template;
use roxmltree::{Document, Node};
use service::{Failure, SettingsRejection};
use uuid::Uuid;

#[derive(Template)]
#[template(
    ext = "xml",
    source = "{% if let Some(settings) = settings %}{{ settings|safe }}{% endif %}<selected-record-id>{{ selected }}</selected-record-id>"
)]
struct Settings {
    /// An `app-settings` element.
    settings: Option<String>,
    selected: Uuid,
}

pub async fn get(call: &Call<'_, '_>) -> Answer {
    let application = call.application()?.id;
    let found = call
        .services
        .records()
        .person_settings(application, call.person()?);
    let found = found.await.map_err(refused)?;
    rendered(&Settings {
        settings: found.settings,
        selected: found.selected.0,
    })
}

/// Settings are kept to the letter; empty ones, or none, remove what was kept.
pub async fn set(call: &Call<'_, '_>) -> Answer {
    known_children(call.info, &["app-settings"])?;
    let caller = call.caller()?;
    let sent = optional(call.info, "app-settings")?.filter(Node::has_children);
    let settings = sent.map(|sent| &sent.document().input_text()[sent.range()]);
    if let Some(settings) = settings {
        // They are complete in themselves in every answer.
        Document::parse(settings).map_err(Status::not_xml)?;
    }
    let done = call.services.records().set_person_settings(
        caller.application,
        caller.actor,
        call.person()?,
        settings,
    );
    done.await.map_err(refused)?;
    Ok(None)
}

pub fn refused(failure: Failure<SettingsRejection>) -> Status {
    match failure {
        Failure::Internal(fault) => fault.into(),
        Failure::Rejected(SettingsRejection::NoAccess) => Status::AccessDenied,
        Failure::Rejected(SettingsRejection::TooLong) => Status::SettingsTooLong,
    }
}
