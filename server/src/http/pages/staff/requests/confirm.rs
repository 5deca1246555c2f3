//! `/staff/requests/{id}/reissue` and `/staff/requests/{id}/cancel`: asked by `get`, done by `post`.

use super::request::{FormInput, find, shown_again};
use crate::http::error::{OrInternal, PageError};
use crate::http::extract::{PathId, Staff};
use crate::http::pages::staff::asked::{SeenField, status};
use app::pages::staff::ask::Shown;
use app::pages::staff::requests::confirm::{Act, View, page};
use app::pages::staff::requests::request::Problem;
use axum::Form;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::connect_request::{ConnectRequest, Delivery, Standing};
use domain::ids::ConnectRequestId;
use service::{BulkRejection, Caller, CancelRejection, DeleteRejection, Failure, Seen};

pub async fn get_reissue(
    staff: Staff,
    PathId(id): PathId<ConnectRequestId>,
) -> Result<Response, PageError> {
    ask_to_replace(&staff, id, false).await
}

pub async fn post_reissue(
    staff: Staff,
    PathId(id): PathId<ConnectRequestId>,
    Form(fields): Form<SeenField>,
) -> Result<Response, PageError> {
    let seen = fields.seen();
    let replaced = staff
        .services()
        .connect_requests()
        .reissue_all(Caller::desk(&staff), &[id], &seen)
        .await;
    match replaced {
        Ok(made) => {
            let new = made.first().map_or(id, |new| new.id);
            Ok(Redirect::to(&format!("/staff/requests/{new}?replaced=yes")).into_response())
        }
        Err(Failure::Rejected(BulkRejection::Changed)) => {
            ask_to_replace(&staff, id, fields.is_sent()).await
        }
        Err(failure) => not_replaced(&staff, id, failure).await,
    }
}

async fn ask_to_replace(
    staff: &Staff,
    id: ConnectRequestId,
    changed: bool,
) -> Result<Response, PageError> {
    let reissuing = staff
        .services()
        .connect_requests()
        .reissuing(Caller::desk(staff), &[id])
        .await;
    let reissuing = match reissuing {
        Ok(reissuing) => reissuing,
        Err(failure) => return not_replaced(staff, id, failure).await,
    };
    let request = reissuing.requests.into_iter().next();
    let request = request.ok_or(PageError::NotFound)?;
    let act = Act::Replace {
        on_paper: request.email.is_none() || request.delivery == Delivery::Both,
        email: request.email.clone(),
        connected: request.connection.is_live(),
    };
    Ok(asked(staff, request, act, reissuing.seen, changed))
}

async fn not_replaced(
    staff: &Staff,
    id: ConnectRequestId,
    failure: Failure<BulkRejection>,
) -> Result<Response, PageError> {
    let (status, problem) = match failure {
        Failure::Rejected(BulkRejection::Over) => (StatusCode::CONFLICT, Problem::Over),
        Failure::Rejected(BulkRejection::MayNot(why)) => {
            (StatusCode::FORBIDDEN, Problem::MayNot(why))
        }
        Failure::Rejected(_) => return Err(PageError::NotFound),
        Failure::Internal(fault) => return Err(fault.into()),
    };
    shown_again(staff, id, status, problem, FormInput::default()).await
}

pub async fn get_cancel(
    staff: Staff,
    PathId(id): PathId<ConnectRequestId>,
) -> Result<Response, PageError> {
    ask_to_cancel(&staff, id, false).await
}

pub async fn post_cancel(
    staff: Staff,
    PathId(id): PathId<ConnectRequestId>,
    Form(fields): Form<SeenField>,
) -> Result<Response, PageError> {
    let seen = fields.seen();
    let cancelled = staff
        .services()
        .connect_requests()
        .cancel(Caller::desk(&staff), id, &seen)
        .await;
    let (status, problem) = match cancelled.or_internal()? {
        Ok(()) => return Ok(Redirect::to(&format!("/staff/requests/{id}")).into_response()),
        Err(CancelRejection::Changed) => {
            return ask_to_cancel(&staff, id, fields.is_sent()).await;
        }
        Err(CancelRejection::Delete(refusal)) => match refusal {
            DeleteRejection::NotFound => return Err(PageError::NotFound),
            DeleteRejection::Connected => (StatusCode::CONFLICT, Problem::Connected),
            DeleteRejection::Over => (StatusCode::CONFLICT, Problem::Over),
            DeleteRejection::MayNot(why) => (StatusCode::FORBIDDEN, Problem::MayNot(why)),
        },
    };
    shown_again(&staff, id, status, problem, FormInput::default()).await
}

/// Where nothing can be cancelled, the request's own page says why.
async fn ask_to_cancel(
    staff: &Staff,
    id: ConnectRequestId,
    changed: bool,
) -> Result<Response, PageError> {
    let found = find(staff, id).await?;
    let over = matches!(found.standing, Standing::Replaced | Standing::Deleted);
    if over || found.request.connection.is_live() {
        return Ok(Redirect::to(&format!("/staff/requests/{id}")).into_response());
    }
    let seen = staff
        .services()
        .connect_requests()
        .cancelling_shown(&found.request);
    Ok(asked(staff, found.request, Act::Cancel, seen, changed))
}

fn asked(staff: &Staff, request: ConnectRequest, act: Act, seen: Seen, changed: bool) -> Response {
    let view = View {
        request: request.id,
        friendly_name: request.friendly_name,
        external_id: request.external_id.into(),
        act,
        shown: Shown {
            seen: seen.into_field(),
            changed,
        },
    };
    staff.show(status(&view.shown), page, &view)
}
