//! The responses to the desk's server functions.

use super::handed_over::hand_over;
use super::{frame, request};
use crate::http::failed::Failed;
use crate::http::session::Visitor;
use crate::http::web::{Web, show};
use app::desk::{CreateError, Outcome, SendError, StaffContext};
use app::pages::staff::new_request::{View, page};
use app::pages::staff::phrase;
use app::pages::staff::request::Problem;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::ids::ConnectRequestId;

/// Redirects to the request, or shows the form again with what was typed.
pub async fn respond(
    web: &Web,
    staff: &StaffContext,
    visitor: Visitor,
    outcome: Outcome,
) -> Result<Response, Failed> {
    match outcome {
        Outcome::Created(created) => match created.phrase {
            None => Ok(to_request(created.request)),
            Some(phrase) => shown_once(web, staff, created.request, phrase).await,
        },
        Outcome::HandedOver(draft) => hand_over(visitor, *draft).await,
        Outcome::Sent(id) => Ok(to_request(id)),
        Outcome::NotCreated { draft, error } => {
            let status = create_status(&error);
            let view = View {
                draft: *draft,
                error: Some(error),
            };
            Ok(show(status, page(&frame(web, staff), &view)))
        }
        Outcome::NotSent {
            request: id,
            email,
            error,
        } => {
            let status = send_status(&error);
            let Ok(id) = id.parse() else {
                return Ok(StatusCode::NOT_FOUND.into_response());
            };
            let typed = request::Typed {
                email: Some(email),
                ..request::Typed::default()
            };
            request::shown_again(web, staff, id, status, Problem::Email(error), typed).await
        }
    }
}

fn to_request(id: ConnectRequestId) -> Response {
    Redirect::to(&format!("/staff/requests/{id}")).into_response()
}

/// Answers the page itself: a redirect would have to carry the words.
async fn shown_once(
    web: &Web,
    staff: &StaffContext,
    id: ConnectRequestId,
    phrase: String,
) -> Result<Response, Failed> {
    let found = web.services.connect_request(staff.application, id).await?;
    let Some(found) = found else {
        return Ok(to_request(id));
    };
    let view = phrase::View {
        request: id,
        clinic: found.application.name,
        friendly_name: found.request.friendly_name,
        phrase,
    };
    let page = phrase::page(&frame(web, staff), &view);
    Ok(show(StatusCode::OK, page))
}

pub(super) fn create_status(error: &CreateError) -> StatusCode {
    match error {
        CreateError::Invalid(_) => StatusCode::UNPROCESSABLE_ENTITY,
        CreateError::Taken { .. } => StatusCode::CONFLICT,
        CreateError::MayNot(_) => StatusCode::FORBIDDEN,
        CreateError::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
    }
}

fn send_status(error: &SendError) -> StatusCode {
    match error {
        SendError::Address(_) => StatusCode::UNPROCESSABLE_ENTITY,
        SendError::CodeOver | SendError::AlreadyQueued => StatusCode::CONFLICT,
        SendError::NotFound => StatusCode::NOT_FOUND,
        SendError::MayNot(_) => StatusCode::FORBIDDEN,
        SendError::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
    }
}
