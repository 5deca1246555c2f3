//! `/staff/requests/{id}/rename`: another external id for a request.

use super::request::find;
use crate::http::error::{OrInternal, PageError};
use crate::http::extract::{PathId, Staff};
use app::pages::staff::requests::rename::{Problem, View, page};
use axum::Form;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::ids::ConnectRequestId;
use serde::Deserialize;
use service::{Caller, RenameRejection, Seen};

pub async fn get(
    staff: Staff,
    PathId(id): PathId<ConnectRequestId>,
) -> Result<Response, PageError> {
    let view = view(&staff, id, None, None).await?;
    Ok(staff.show(StatusCode::OK, page, &view))
}

#[derive(Deserialize)]
pub struct NewName {
    #[serde(default)]
    external_id: String,
    #[serde(default)]
    seen: String,
}

pub async fn post(
    staff: Staff,
    PathId(id): PathId<ConnectRequestId>,
    Form(fields): Form<NewName>,
) -> Result<Response, PageError> {
    let seen = Seen::sent(&fields.seen);
    let (status, problem) = match staff
        .services()
        .connect_requests()
        .rename(Caller::desk(&staff), id, &fields.external_id, Some(&seen))
        .await
        .or_internal()?
    {
        Ok(_) => return Ok(Redirect::to(&format!("/staff/requests/{id}")).into_response()),
        Err(RenameRejection::NotFound) => {
            return Err(PageError::NotFound);
        }
        Err(RenameRejection::Invalid(error)) => {
            (StatusCode::UNPROCESSABLE_ENTITY, Problem::ExternalId(error))
        }
        Err(RenameRejection::Taken(holder)) => (
            StatusCode::CONFLICT,
            Problem::Taken {
                holder: holder.id,
                made_at: holder.made_at,
            },
        ),
        Err(RenameRejection::Changed) => (StatusCode::CONFLICT, Problem::ChangedMeanwhile),
        Err(RenameRejection::Over) => (StatusCode::CONFLICT, Problem::Over),
        Err(RenameRejection::MayNot(why)) => (StatusCode::FORBIDDEN, Problem::MayNot(why)),
    };
    let view = view(&staff, id, Some(fields.external_id), Some(problem)).await?;
    Ok(staff.show(status, page, &view))
}

async fn view(
    staff: &Staff,
    id: ConnectRequestId,
    typed: Option<String>,
    problem: Option<Problem>,
) -> Result<View, PageError> {
    let request = find(staff, id).await?.request;
    Ok(View {
        seen: staff
            .services()
            .connect_requests()
            .renaming_shown(&request)
            .into_field(),
        request: id,
        friendly_name: request.friendly_name,
        typed: typed.unwrap_or_else(|| request.external_id.to_string()),
        external_id: request.external_id.into(),
        problem,
    })
}
