//! `/staff/requests/new`: the form; what it posts goes to a server function. `/staff/requests/holder`: what it asks on the
//! way.

use crate::http::error::PageError;
use crate::http::extract::Staff;
use app::pages::staff::requests::new_request::{CreateError, holder_of_typed};
pub(super) use app::pages::staff::requests::new_request::{View, page};
use axum::Form;
use axum::http::StatusCode;
use axum::response::{Html, Response};
use domain::new_request::Draft;
use serde::Deserialize;
use service::{CreateRejection, Failure};

pub async fn get(staff: Staff) -> Result<Response, PageError> {
    let view = View {
        draft: Draft::default(),
        error: None,
    };
    Ok(staff.show(StatusCode::OK, page, &view))
}

#[derive(Deserialize)]
pub struct FormInput {
    #[serde(default)]
    external_id: String,
}

/// Whether a request holds what was typed: a piece of the page, empty where none does.
pub async fn post_holder(
    staff: Staff,
    Form(typed): Form<FormInput>,
) -> Result<Html<String>, PageError> {
    let holder = staff
        .services()
        .connect_requests()
        .holder_of(staff.application, &typed.external_id)
        .await?;
    let holder = holder.map(|request| (request.id, request.made_at));
    Ok(Html(holder_of_typed(holder, staff.time_zone)))
}

/// Why nothing was made, in the words of the form. An internal error is logged here, because the page only says "try
/// again".
pub(super) fn error_of(failure: Failure<CreateRejection>) -> CreateError {
    match failure {
        Failure::Rejected(CreateRejection::Invalid(problems)) => CreateError::Invalid(problems),
        Failure::Rejected(CreateRejection::Taken(holder)) => CreateError::Taken {
            holder: holder.id,
            made_at: holder.made_at,
        },
        Failure::Rejected(CreateRejection::MayNot(why)) => CreateError::MayNot(why),
        // Only calls with an idempotency key are refused for one, and the desk's have none.
        Failure::Rejected(CreateRejection::KeyReused | CreateRejection::KeyOver) => {
            CreateError::Unavailable
        }
        Failure::Internal(fault) => {
            tracing::error!(error = %fault, "a request could not be made");
            CreateError::Unavailable
        }
    }
}

pub(super) fn status_of(error: &CreateError) -> StatusCode {
    match error {
        CreateError::Invalid(_) => StatusCode::UNPROCESSABLE_ENTITY,
        CreateError::Taken { .. } => StatusCode::CONFLICT,
        CreateError::MayNot(_) => StatusCode::FORBIDDEN,
        CreateError::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
    }
}
