//! `/staff/requests/{id}/merge`: two clinic IDs of one patient become one.

use super::request::find;
use crate::http::error::PageError;
use crate::http::extract::{PathId, Staff};
use app::pages::staff::requests::merge::{Both, Problem, Side, View, page};
use axum::Form;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::ids::ConnectRequestId;
use serde::Deserialize;
use service::{Caller, Failure, MergeRejection, MergeSide, Seen, View as Found};

pub async fn get(
    staff: Staff,
    PathId(id): PathId<ConnectRequestId>,
) -> Result<Response, PageError> {
    let found = find(&staff, id).await?;
    let view = blank(found, String::new());
    Ok(staff.show(StatusCode::OK, page, &view))
}

#[derive(Deserialize)]
pub struct Fields {
    #[serde(default)]
    external_id: String,
    /// Both were seen.
    #[serde(default)]
    confirmed: String,
    /// They are one although different people are connected.
    #[serde(default)]
    although: String,
    /// What the page of both showed.
    #[serde(default)]
    seen: String,
}

/// Shows both first; makes them one once that was confirmed.
pub async fn post(
    staff: Staff,
    PathId(id): PathId<ConnectRequestId>,
    Form(fields): Form<Fields>,
) -> Result<Response, PageError> {
    let found = find(&staff, id).await?;
    let id = found.request.id;
    let mut view = blank(found, fields.external_id.clone());
    let status = if fields.confirmed == "yes" {
        let although = fields.although == "different";
        let merged = staff
            .services()
            .connect_requests()
            .merge(
                Caller::desk(&staff),
                id,
                &fields.external_id,
                although,
                &Seen::sent(&fields.seen),
            )
            .await;
        match merged {
            Ok(stays) => {
                return Ok(Redirect::to(&format!("/staff/requests/{stays}")).into_response());
            }
            Err(failure) => refused(failure, &mut view)?,
        }
    } else {
        StatusCode::OK
    };
    // What needs a tick is shown with both; other problems at the field.
    let status = match view.problem {
        None | Some(Problem::DifferentPeople) => look(&staff, id, &fields.external_id, &mut view)
            .await?
            .unwrap_or(status),
        Some(_) => status,
    };
    Ok(staff.show(status, page, &view))
}

/// Puts both into the view; the status where that is refused.
async fn look(
    staff: &Staff,
    id: ConnectRequestId,
    external_id: &str,
    view: &mut View,
) -> Result<Option<StatusCode>, PageError> {
    let merging = staff
        .services()
        .connect_requests()
        .merging(Caller::desk(staff), id, external_id)
        .await;
    match merging {
        Ok(merging) => {
            view.both = Some(Both {
                leaving: side(merging.leaving),
                staying: side(merging.staying),
                different_people: merging.different_people,
                seen: merging.seen.into_field(),
            });
            Ok(None)
        }
        Err(failure) => refused(failure, view).map(Some),
    }
}

fn refused(failure: Failure<MergeRejection>, view: &mut View) -> Result<StatusCode, PageError> {
    let refusal = match failure {
        Failure::Internal(fault) => return Err(fault.into()),
        Failure::Rejected(refusal) => refusal,
    };
    let (status, problem) = match refusal {
        MergeRejection::NotFound => return Err(PageError::NotFound),
        MergeRejection::Invalid(error) => {
            (StatusCode::UNPROCESSABLE_ENTITY, Problem::ExternalId(error))
        }
        MergeRejection::Same => (StatusCode::UNPROCESSABLE_ENTITY, Problem::Same),
        MergeRejection::DifferentPeople => {
            (StatusCode::UNPROCESSABLE_ENTITY, Problem::DifferentPeople)
        }
        MergeRejection::Over => (StatusCode::CONFLICT, Problem::Over),
        MergeRejection::MayNot(why) => (StatusCode::FORBIDDEN, Problem::MayNot(why)),
    };
    view.problem = Some(problem);
    Ok(status)
}

fn blank(found: Found, staying_id: String) -> View {
    View {
        request: found.request.id,
        external_id: found.request.external_id.into(),
        friendly_name: found.request.friendly_name,
        staying_id,
        both: None,
        problem: None,
    }
}

fn side(side: MergeSide) -> Side {
    Side {
        external_id: side.external_id.into(),
        request: side
            .request
            .map(|(request, standing)| (request.friendly_name, standing, request.made_at)),
        connected: side
            .connected_since
            .map(|since| (side.connected as u64, since)),
    }
}
