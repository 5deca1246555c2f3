//! `/staff/requests/{id}/reissue` and `/staff/requests/{id}/cancel`: asked by `get`, done by `post`.

use super::request::{Typed, find, parse, shown_again};
use super::{at_desk, frame};
use crate::http::failed::Failed;
use crate::http::session::Visitor;
use crate::http::web::{Web, show};
use app::pages::staff::confirm::{Act, View, page};
use app::pages::staff::request::Problem;
use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::connect_request::{ConnectRequest, Delivery, Standing};
use domain::ids::ConnectRequestId;
use domain::staff::StaffContext;
use serde::Deserialize;
use service::{BulkRefusal, Caller, CancelRefusal, DeleteRefusal, Failure, Seen};

#[derive(Deserialize)]
pub struct Fields {
    #[serde(default)]
    seen: String,
}

pub async fn get_reissue(
    State(web): State<Web>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, Response> {
    let staff = at_desk(&web, &visitor).await?;
    let id = parse(&id)?;
    ask_to_replace(&web, &staff, id, false).await
}

pub async fn post_reissue(
    State(web): State<Web>,
    visitor: Visitor,
    Path(id): Path<String>,
    Form(fields): Form<Fields>,
) -> Result<Response, Response> {
    let staff = at_desk(&web, &visitor).await?;
    let id = parse(&id)?;
    let seen = Seen::sent(&fields.seen);
    let replaced = web
        .services
        .reissue_all(Caller::desk(&staff), &[id], &seen)
        .await;
    match replaced {
        Ok(made) => {
            let new = made.first().map_or(id, |new| new.id);
            Ok(Redirect::to(&format!("/staff/requests/{new}?replaced=yes")).into_response())
        }
        Err(Failure::Refused(BulkRefusal::Changed)) => {
            ask_to_replace(&web, &staff, id, !fields.seen.is_empty()).await
        }
        Err(failure) => not_replaced(&web, &staff, id, failure).await,
    }
}

async fn ask_to_replace(
    web: &Web,
    staff: &StaffContext,
    id: ConnectRequestId,
    changed: bool,
) -> Result<Response, Response> {
    let reissuing = web.services.reissuing(Caller::desk(staff), &[id]).await;
    let reissuing = match reissuing {
        Ok(reissuing) => reissuing,
        Err(failure) => return not_replaced(web, staff, id, failure).await,
    };
    let request = reissuing.requests.into_iter().next();
    let request = request.ok_or_else(|| StatusCode::NOT_FOUND.into_response())?;
    let act = Act::Replace {
        on_paper: request.email.is_none() || request.delivery == Delivery::Both,
        email: request.email.clone(),
        connected: request.connection.is_live(),
    };
    Ok(asked(web, staff, request, act, reissuing.seen, changed))
}

async fn not_replaced(
    web: &Web,
    staff: &StaffContext,
    id: ConnectRequestId,
    failure: Failure<BulkRefusal>,
) -> Result<Response, Response> {
    let (status, problem) = match failure {
        Failure::Refused(BulkRefusal::Over) => (StatusCode::CONFLICT, Problem::Over),
        Failure::Refused(BulkRefusal::MayNot(why)) => (StatusCode::FORBIDDEN, Problem::MayNot(why)),
        Failure::Refused(_) => return Err(StatusCode::NOT_FOUND.into_response()),
        Failure::Fault(fault) => return Err(Failed::from(fault).into_response()),
    };
    shown_again(web, staff, id, status, problem, Typed::default())
        .await
        .map_err(IntoResponse::into_response)
}

pub async fn get_cancel(
    State(web): State<Web>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, Response> {
    let staff = at_desk(&web, &visitor).await?;
    ask_to_cancel(&web, &staff, &id, false).await
}

pub async fn post_cancel(
    State(web): State<Web>,
    visitor: Visitor,
    Path(id): Path<String>,
    Form(fields): Form<Fields>,
) -> Result<Response, Response> {
    let staff = at_desk(&web, &visitor).await?;
    let (id, path) = (parse(&id)?, id);
    let seen = Seen::sent(&fields.seen);
    let cancelled = web
        .services
        .cancel_connect_request(Caller::desk(&staff), id, &seen)
        .await;
    let (status, problem) = match cancelled {
        Ok(()) => return Ok(Redirect::to(&format!("/staff/requests/{id}")).into_response()),
        Err(Failure::Refused(CancelRefusal::Changed)) => {
            return ask_to_cancel(&web, &staff, &path, !fields.seen.is_empty()).await;
        }
        Err(Failure::Refused(CancelRefusal::Delete(refusal))) => match refusal {
            DeleteRefusal::NotFound => return Err(StatusCode::NOT_FOUND.into_response()),
            DeleteRefusal::Connected => (StatusCode::CONFLICT, Problem::Connected),
            DeleteRefusal::Over => (StatusCode::CONFLICT, Problem::Over),
            DeleteRefusal::MayNot(why) => (StatusCode::FORBIDDEN, Problem::MayNot(why)),
        },
        Err(Failure::Fault(fault)) => return Err(Failed::from(fault).into_response()),
    };
    shown_again(&web, &staff, id, status, problem, Typed::default())
        .await
        .map_err(IntoResponse::into_response)
}

/// Where nothing can be cancelled, the request's own page says why.
async fn ask_to_cancel(
    web: &Web,
    staff: &StaffContext,
    id: &str,
    changed: bool,
) -> Result<Response, Response> {
    let found = find(web, staff, id).await?;
    let over = matches!(found.standing, Standing::Replaced | Standing::Deleted);
    if over || found.request.connection.is_live() {
        return Ok(Redirect::to(&format!("/staff/requests/{id}")).into_response());
    }
    let seen = web.services.cancelling_shown(&found.request);
    Ok(asked(web, staff, found.request, Act::Cancel, seen, changed))
}

fn asked(
    web: &Web,
    staff: &StaffContext,
    request: ConnectRequest,
    act: Act,
    seen: Seen,
    changed: bool,
) -> Response {
    let view = View {
        request: request.id,
        friendly_name: request.friendly_name,
        external_id: request.external_id,
        act,
        seen: seen.into_field(),
        changed,
    };
    let status = if changed {
        StatusCode::CONFLICT
    } else {
        StatusCode::OK
    };
    show(status, page(&frame(web, staff), &view))
}
