//! Connect requests: made, listed, shown, renamed, withdrawn, reissued.

use super::input::{Body, Id, IdempotencyKey, Query};
use super::key::Key;
use super::refusals::misfit;
use crate::http::problem::{CONTENT_TYPE, FieldProblem, NOT_FOUND, Problem};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use domain::connect_request::{ConnectRequest, Listed, Standing};
use domain::connection::Connection;
use domain::ids::{ApplicationId, ConnectRequestId};
use domain::new_request::{Draft, Field, FieldError, Problem as Misfit};
use domain::timestamp::Timestamp;
use domain::{policy, text};
use serde::{Deserialize, Serialize};
use service::{self, Filter, Made, Services, View};
use utoipa::openapi::schema::{Object, ObjectBuilder, Type};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

/// What it takes to make a connect request.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewConnectRequest {
    /// What the patient recognises the request by, as "Emma's record".
    #[serde(default)]
    #[schema(required = true, min_length = 1, max_length = 120)]
    friendly_name: String,
    #[serde(default)]
    #[schema(required = true, min_length = 1, max_length = 200)]
    question: String,
    /// Compared without regard to case.
    #[serde(default)]
    #[schema(required = true, min_length = 1, max_length = 200)]
    answer: String,
    /// Your own id for the patient; unique among your live requests.
    #[serde(default)]
    #[schema(required = true, min_length = 1, max_length = 255)]
    external_id: String,
    /// With one, the patient is sent the code by mail.
    email: Option<String>,
    /// BCP 47; English when there is none.
    language: Option<String>,
    /// An https address; kept with the request.
    callback_url: Option<String>,
}

impl From<NewConnectRequest> for Draft {
    fn from(new: NewConnectRequest) -> Self {
        Self {
            friendly_name: new.friendly_name,
            question: new.question,
            answer: new.answer,
            external_id: new.external_id,
            email: new.email.unwrap_or_default(),
            language: new.language.unwrap_or_default(),
            callback_url: new.callback_url.unwrap_or_default(),
            ..Self::default()
        }
    }
}

/// A request that was made, with its code.
#[derive(Serialize, ToSchema)]
pub struct CreatedConnectRequest {
    id: Uuid,
    /// For the patient alone, by letter or mail.
    identity_code: String,
    /// The patient's page with the code filled in.
    link: String,
    #[schema(format = DateTime)]
    expires_at: String,
}

impl CreatedConnectRequest {
    fn of(services: &Services, made: &Made) -> Self {
        Self {
            id: made.request.id.0,
            identity_code: made.code.to_string(),
            link: services.connect_requests().code_link(&made.code),
            expires_at: made.request.expires_at.rfc3339(),
        }
    }
}

/// A connect request as it stands.
#[derive(Serialize, ToSchema)]
pub struct ConnectRequestState {
    id: Uuid,
    external_id: String,
    /// Empty once the request is replaced or deleted.
    friendly_name: String,
    email: Option<String>,
    language: String,
    #[schema(schema_with = state_schema)]
    state: &'static str,
    #[schema(format = DateTime)]
    created_at: String,
    /// When the code ends unless somebody connects before.
    #[schema(format = DateTime)]
    expires_at: String,
    /// Whether your patient is connected, by this code or another one of the same external id.
    connection: ConnectionState,
    /// When somebody last connected by it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, format = DateTime)]
    connected_at: Option<String>,
    /// While it works; not in lists.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    identity_code: Option<String>,
    /// While the code works; not in lists.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    link: Option<String>,
    /// How the last mail with the code stands: queued, leased, done, bounced, unknown or dead; null without one.
    mail: Option<String>,
}

/// Whether a patient is connected: read from what patients granted, whatever the state of a code.
#[derive(Serialize, ToSchema)]
pub struct ConnectionState {
    #[schema(schema_with = connection_schema)]
    state: &'static str,
    /// When it began; null where nobody ever connected.
    #[schema(format = DateTime)]
    since: Option<String>,
    /// When it ended; null while it has not.
    #[schema(format = DateTime)]
    until: Option<String>,
    /// The record; of several the one that was connected first.
    record_id: Option<Uuid>,
    /// While it is connected: the names of the permissions that the patient lets you have; not in lists.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    permissions: Option<Vec<String>>,
}

impl From<Connection> for ConnectionState {
    fn from(connection: Connection) -> Self {
        Self {
            state: connection.name(),
            since: connection.since().map(Timestamp::rfc3339),
            until: connection.until().map(Timestamp::rfc3339),
            record_id: connection.record().map(|record| record.0),
            permissions: None,
        }
    }
}

fn connection_schema() -> Object {
    ObjectBuilder::new()
        .schema_type(Type::String)
        .enum_values(Some(["none", "connected", "disconnected"]))
        .build()
}

impl ConnectRequestState {
    fn of(request: ConnectRequest, standing: Standing, mail: Option<String>) -> Self {
        Self {
            id: request.id.0,
            state: standing.name(),
            created_at: request.made_at.rfc3339(),
            expires_at: request.expires_at.rfc3339(),
            connection: request.connection.into(),
            connected_at: request.binding.map(|binding| binding.last_at.rfc3339()),
            external_id: request.external_id,
            friendly_name: request.friendly_name,
            email: request.email,
            language: request.language,
            identity_code: None,
            link: None,
            mail,
        }
    }

    fn of_view(services: &Services, view: View) -> Self {
        let mail = view.mail.map(|last| last.state.name().to_owned());
        let connected = matches!(view.request.connection, Connection::Connected { .. });
        let granted = view.granted.into_iter().map(|rule| rule.name);
        let permissions = connected.then(|| granted.collect());
        let state = Self::of(view.request, view.standing, mail);
        Self {
            link: view
                .code
                .as_ref()
                .map(|code| services.connect_requests().code_link(code)),
            identity_code: view.code.map(|code| code.to_string()),
            connection: ConnectionState {
                permissions,
                ..state.connection
            },
            ..state
        }
    }
}

fn state_schema() -> Object {
    ObjectBuilder::new()
        .schema_type(Type::String)
        .enum_values(Some(Standing::ALL.map(Standing::name)))
        .build()
}

/// A page of requests, newest first.
#[derive(Serialize, ToSchema)]
pub struct ConnectRequestList {
    connect_requests: Vec<ConnectRequestState>,
    /// The `after` of the next page; null on the last one.
    next: Option<Uuid>,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewName {
    #[serde(default)]
    #[schema(required = true, min_length = 1, max_length = 255)]
    external_id: String,
}

#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListQuery {
    /// Only requests in this state. Replaced and deleted ones are listed only when asked for.
    #[param(schema_with = state_schema, required = false)]
    state: Option<String>,
    /// Only the requests with this external id.
    #[param(nullable = false)]
    external_id: Option<String>,
    /// `next` of the page before.
    #[param(value_type = Option<Uuid>, nullable = false)]
    after: Option<String>,
}

impl TryFrom<ListQuery> for Filter {
    type Error = Problem;

    fn try_from(query: ListQuery) -> Result<Self, Problem> {
        let mut errors = Vec::new();
        let standing = query.state.map(|name| {
            Standing::from_name(&name)
                .ok_or_else(|| errors.push(FieldProblem::new("state", "malformed", "Not a state.")))
        });
        let external_id = query.external_id.map(|id| {
            text::id(&id, policy::EXTERNAL_ID_MAX).map_err(|error| {
                errors.push(misfit(Misfit {
                    field: Field::ExternalId,
                    error: FieldError::from(error),
                }));
            })
        });
        let after = query.after.map(|id| {
            id.parse().map_err(|_| {
                errors.push(FieldProblem::new(
                    "after",
                    "malformed",
                    "Not the id of a request.",
                ));
            })
        });
        match (
            standing.transpose(),
            external_id.transpose(),
            after.transpose(),
        ) {
            (Ok(standing), Ok(external_id), Ok(after)) => Ok(Self {
                listed: standing.map_or(Listed::All, Listed::Standing),
                external_id,
                after,
                search: None,
                ..Self::default()
            }),
            _ => Err(Problem::invalid(errors)),
        }
    }
}

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
