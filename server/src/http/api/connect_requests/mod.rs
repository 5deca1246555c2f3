//! Connect requests: made, listed, shown, renamed, withdrawn, reissued.

mod shapes;

use super::input::{Body, Id, IdempotencyKey, Query};
use super::key::Key;
use crate::http::problem::{CONTENT_TYPE, NOT_FOUND, Problem};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use domain::ids::{ApplicationId, ConnectRequestId};
use service::{self, Made, Services};
use shapes::{
    ConnectRequestList, ConnectRequestState, CreatedConnectRequest, ListQuery, NewConnectRequest,
    NewName,
};

/// Makes a connect request
///
/// The same call with the same `Idempotency-Key` and body makes one request and gets the same answer.
#[utoipa::path(
    post,
    path = "/connect-requests",
    tag = "Connect requests",
    operation_id = "createConnectRequest",
    request_body = NewConnectRequest,
    params(("Idempotency-Key" = Option<String>, Header, nullable = false, min_length = 1, max_length = 255,
        description = "Your own name for this call, in visible ASCII; kept for 7 days.")),
    responses(
        (status = 201, description = "Made.", body = CreatedConnectRequest),
        (status = 400, description = "`broken-json`", body = Problem, content_type = CONTENT_TYPE),
        (status = 401, description = "`unauthorized`", body = Problem, content_type = CONTENT_TYPE),
        (status = 403, description = "`application-is-mobile`, `connect-methods-not-selected`", body = Problem,
            content_type = CONTENT_TYPE),
        (status = 409, description = "`external-id-taken`, which names the holder; `idempotency-key-over`",
            body = Problem, content_type = CONTENT_TYPE),
        (status = 413, description = "`body-too-large`", body = Problem, content_type = CONTENT_TYPE),
        (status = 415, description = "`unsupported-media-type`", body = Problem, content_type = CONTENT_TYPE),
        (status = 422, description = "`invalid`, `idempotency-key-reused`", body = Problem,
            content_type = CONTENT_TYPE),
        (status = 503, description = "`unavailable`", body = Problem, content_type = CONTENT_TYPE)
    )
)]
pub async fn create(
    State(services): State<Services>,
    key: Key,
    IdempotencyKey(name): IdempotencyKey,
    Body { value, raw }: Body<NewConnectRequest>,
) -> Result<(StatusCode, Json<CreatedConnectRequest>), Problem> {
    let name = name
        .as_deref()
        .map(|key| service::IdempotencyKey { key, body: &raw });
    let made = services
        .connect_requests()
        .create(key.caller(), &value.into(), name)
        .await?;
    Ok(created(&services, &made))
}

/// Lists connect requests, newest first
#[utoipa::path(
    get,
    path = "/connect-requests",
    tag = "Connect requests",
    operation_id = "listConnectRequests",
    params(ListQuery),
    responses(
        (status = 200, description = "A page.", body = ConnectRequestList),
        (status = 401, description = "`unauthorized`", body = Problem, content_type = CONTENT_TYPE),
        (status = 422, description = "`invalid`", body = Problem, content_type = CONTENT_TYPE),
        (status = 503, description = "`unavailable`", body = Problem, content_type = CONTENT_TYPE)
    )
)]
pub async fn list(
    State(services): State<Services>,
    key: Key,
    Query(query): Query<ListQuery>,
) -> Result<Json<ConnectRequestList>, Problem> {
    let page = services
        .connect_requests()
        .list(key.application, &query.try_into()?)
        .await?;
    Ok(Json(ConnectRequestList {
        next: page.next.map(|id| id.0),
        connect_requests: page
            .rows
            .into_iter()
            .map(|found| ConnectRequestState::of(found.request, found.standing, found.mail))
            .collect(),
    }))
}

/// Shows one connect request, with its code while that works
#[utoipa::path(
    get,
    path = "/connect-requests/{id}",
    tag = "Connect requests",
    operation_id = "getConnectRequest",
    params(("id" = Uuid, Path)),
    responses(
        (status = 200, description = "As it stands.", body = ConnectRequestState),
        (status = 401, description = "`unauthorized`", body = Problem, content_type = CONTENT_TYPE),
        (status = 404, description = "`not-found`", body = Problem, content_type = CONTENT_TYPE),
        (status = 503, description = "`unavailable`", body = Problem, content_type = CONTENT_TYPE)
    )
)]
pub async fn show(
    State(services): State<Services>,
    key: Key,
    Id(id): Id,
) -> Result<Json<ConnectRequestState>, Problem> {
    shown(&services, key.application, id).await
}

/// Gives a connect request another external id
///
/// The connections made by it take it too.
#[utoipa::path(
    patch,
    path = "/connect-requests/{id}",
    tag = "Connect requests",
    operation_id = "renameConnectRequest",
    params(("id" = Uuid, Path)),
    request_body = NewName,
    responses(
        (status = 200, description = "Renamed.", body = ConnectRequestState),
        (status = 400, description = "`broken-json`", body = Problem, content_type = CONTENT_TYPE),
        (status = 401, description = "`unauthorized`", body = Problem, content_type = CONTENT_TYPE),
        (status = 403, description = "`application-is-mobile`, `connect-methods-not-selected`", body = Problem,
            content_type = CONTENT_TYPE),
        (status = 404, description = "`not-found`", body = Problem, content_type = CONTENT_TYPE),
        (status = 409, description = "`external-id-taken`, which names the holder; `over`", body = Problem,
            content_type = CONTENT_TYPE),
        (status = 413, description = "`body-too-large`", body = Problem, content_type = CONTENT_TYPE),
        (status = 415, description = "`unsupported-media-type`", body = Problem, content_type = CONTENT_TYPE),
        (status = 422, description = "`invalid`", body = Problem, content_type = CONTENT_TYPE),
        (status = 503, description = "`unavailable`", body = Problem, content_type = CONTENT_TYPE)
    )
)]
pub async fn rename(
    State(services): State<Services>,
    key: Key,
    Id(id): Id,
    Body { value, .. }: Body<NewName>,
) -> Result<Json<ConnectRequestState>, Problem> {
    services
        .connect_requests()
        .rename(key.caller(), id, &value.external_id, None)
        .await?;
    shown(&services, key.application, id).await
}

/// Withdraws a connect request
///
/// One that is deleted already stays so. One whose patient is connected can be reissued instead.
#[utoipa::path(
    delete,
    path = "/connect-requests/{id}",
    tag = "Connect requests",
    operation_id = "deleteConnectRequest",
    params(("id" = Uuid, Path)),
    responses(
        (status = 204, description = "Deleted: its code does not work, its external id is free."),
        (status = 401, description = "`unauthorized`", body = Problem, content_type = CONTENT_TYPE),
        (status = 403, description = "`application-is-mobile`, `connect-methods-not-selected`", body = Problem,
            content_type = CONTENT_TYPE),
        (status = 404, description = "`not-found`", body = Problem, content_type = CONTENT_TYPE),
        (status = 409, description = "`connected`, `over`", body = Problem, content_type = CONTENT_TYPE),
        (status = 503, description = "`unavailable`", body = Problem, content_type = CONTENT_TYPE)
    )
)]
pub async fn delete(
    State(services): State<Services>,
    key: Key,
    Id(id): Id,
) -> Result<StatusCode, Problem> {
    services.connect_requests().delete(key.caller(), id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Replaces a connect request by a new one with the same question, answer and names
///
/// The old code is dead from then on; who is connected stays connected.
#[utoipa::path(
    post,
    path = "/connect-requests/{id}/reissue",
    tag = "Connect requests",
    operation_id = "reissueConnectRequest",
    params(("id" = Uuid, Path)),
    responses(
        (status = 201, description = "The new request.", body = CreatedConnectRequest),
        (status = 401, description = "`unauthorized`", body = Problem, content_type = CONTENT_TYPE),
        (status = 403, description = "`application-is-mobile`, `connect-methods-not-selected`", body = Problem,
            content_type = CONTENT_TYPE),
        (status = 404, description = "`not-found`", body = Problem, content_type = CONTENT_TYPE),
        (status = 409, description = "`over`", body = Problem, content_type = CONTENT_TYPE),
        (status = 503, description = "`unavailable`", body = Problem, content_type = CONTENT_TYPE)
    )
)]
pub async fn reissue(
    State(services): State<Services>,
    key: Key,
    Id(id): Id,
) -> Result<(StatusCode, Json<CreatedConnectRequest>), Problem> {
    let made = services
        .connect_requests()
        .reissue(key.caller(), id)
        .await?;
    Ok(created(&services, &made))
}

fn created(services: &Services, made: &Made) -> (StatusCode, Json<CreatedConnectRequest>) {
    let created = CreatedConnectRequest::of(services, made);
    (StatusCode::CREATED, Json(created))
}

async fn shown(
    services: &Services,
    application: ApplicationId,
    id: ConnectRequestId,
) -> Result<Json<ConnectRequestState>, Problem> {
    services
        .connect_requests()
        .find(application, id)
        .await?
        .map(|view| Json(ConnectRequestState::of_view(services, view)))
        .ok_or_else(|| Problem::new(NOT_FOUND))
}
