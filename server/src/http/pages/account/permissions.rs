//! `/account/connections/{id}/permissions`: what a clinic can do with a record, and the change of it.

use crate::http::error::{OrInternal, PageError};
use crate::http::extract::{PathId, Patient};
use crate::http::pages::over;
use app::pages::account::permissions::{View, action, page};
use app::pages::patient::trouble::Begin;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::Form;
use domain::clinic::Clinic;
use domain::ids::AuthorizationId;
use serde::Deserialize;
use service::{PermissionsRejection, Seen};

#[derive(Default, Deserialize)]
pub struct Flags {
    #[serde(default)]
    saved: String,
}

#[derive(Default, Deserialize)]
pub struct Fields {
    /// Names of the parts that are to be on.
    #[serde(default)]
    rule: Vec<String>,
    #[serde(default)]
    seen: String,
}

pub async fn get(
    patient: Patient,
    PathId(id): PathId<AuthorizationId>,
    Query(flags): Query<Flags>,
) -> Result<Response, PageError> {
    let view = View {
        saved: flags.saved == "yes",
        ..shown(&patient, id).await?
    };
    Ok(patient.show(StatusCode::OK, page, &view))
}

pub async fn post(
    patient: Patient,
    PathId(id): PathId<AuthorizationId>,
    Form(fields): Form<Fields>,
) -> Result<Response, PageError> {
    let changed = patient
        .services()
        .records()
        .change_permissions(patient.who, id, &fields.rule, &Seen::sent(&fields.seen))
        .await;
    match changed.or_internal()? {
        Ok(()) => Ok(Redirect::to(&format!("{}?saved=yes", action(id))).into_response()),
        Err(PermissionsRejection::Changed) => {
            let mut view = shown(&patient, id).await?;
            for (rule, on) in &mut view.optional {
                *on = fields.rule.contains(&rule.name);
            }
            view.changed = true;
            Ok(patient.show(StatusCode::CONFLICT, page, &view))
        }
        Err(PermissionsRejection::SignedOut) => Err(over::redirect(Begin::SignIn)),
        // Disconnected meanwhile, or never this person's: the account page tells how things are.
        Err(PermissionsRejection::NotFound) => Ok(Redirect::to("/account").into_response()),
    }
}

async fn shown(patient: &Patient, id: AuthorizationId) -> Result<View, PageError> {
    let found = patient
        .services()
        .records()
        .permissions_of(patient.person, id)
        .await?;
    // A link that was kept after disconnecting: what is connected now is on the account page.
    let Some(found) = found else {
        return Err(Redirect::to("/account").into_response().into());
    };
    let seen = patient.services().records().permissions_shown(&found);
    let (optional, always): (Vec<_>, Vec<_>) =
        found.parts.into_iter().partition(|part| part.optional);
    Ok(View {
        authorization: id,
        clinic: Clinic::from(&found.application),
        record: found.record.name,
        always: always.into_iter().map(|part| part.rule).collect(),
        optional: optional
            .into_iter()
            .map(|part| (part.rule, part.granted))
            .collect(),
        seen: seen.into_field(),
        saved: false,
        changed: false,
    })
}
