//! What happened: the numbered log, and the poll by time.

use super::input::Query;
use super::key::Key;
use crate::http::problem::{CONTENT_TYPE, FieldProblem, Problem};
use crate::service::Services;
use app::domain::event::{Event, EventKind};
use app::domain::policy;
use app::domain::timestamp::Timestamp;
use axum::Json;
use axum::extract::State;
use serde::{Deserialize, Serialize};
use std::time::Duration;
use utoipa::openapi::schema::{Object, ObjectBuilder, Type};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct EventQuery {
    /// `next` of the answer before; "0" or nothing for the start of the log.
    #[param(nullable = false)]
    after: Option<String>,
    /// Seconds to wait for an event where there is none yet.
    #[param(value_type = Option<u64>, minimum = 0, maximum = 30, nullable = false)]
    wait: Option<String>,
}

impl EventQuery {
    /// The cursor and how long to wait.
    fn parse(&self) -> Result<(i64, Duration), Problem> {
        let mut errors = Vec::new();
        let after = self.after.as_deref().map_or(Some(0), number);
        if after.is_none() {
            errors.push(FieldProblem::new("after", "malformed", "Not a cursor."));
        }
        let wait = self
            .wait
            .as_deref()
            .map_or(Some(0), number)
            .and_then(|seconds| u64::try_from(seconds).ok())
            .filter(|seconds| *seconds <= policy::EVENT_WAIT_SECONDS);
        if wait.is_none() {
            let message = format!("0 to {} whole seconds.", policy::EVENT_WAIT_SECONDS);
            errors.push(FieldProblem::new("wait", "malformed", message));
        }
        match (after, wait) {
            (Some(after), Some(wait)) => Ok((after, Duration::from_secs(wait))),
            _ => Err(Problem::invalid(errors)),
        }
    }
}

/// Digits and nothing else.
fn number(text: &str) -> Option<i64> {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then_some(text)?.parse().ok()
}

/// Events in order.
#[derive(Serialize, ToSchema)]
pub struct EventList {
    events: Vec<EventState>,
    /// The `after` of the next call.
    next: String,
}

/// One fact.
#[derive(Serialize, ToSchema)]
pub struct EventState {
    #[schema(schema_with = kind_schema)]
    kind: &'static str,
    connect_request_id: Option<Uuid>,
    external_id: String,
    /// Of kind `merged` alone: the external id that is `external_id` from then on.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    former_external_id: Option<String>,
    /// Who, where a patient connected, disconnected or changed the record.
    person_id: Option<Uuid>,
    record_id: Option<Uuid>,
    /// Of kind `changed` alone: the record that was connected until then. `record_id` is connected in its place.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    former_record_id: Option<Uuid>,
    #[schema(format = DateTime)]
    at: String,
}

impl From<Event> for EventState {
    fn from(event: Event) -> Self {
        Self {
            kind: event.kind.name(),
            connect_request_id: event.connect_request.map(|id| id.0),
            external_id: event.external_id,
            former_external_id: event.former_external_id,
            person_id: event.person.map(|id| id.0),
            record_id: event.record.map(|id| id.0),
            former_record_id: event.former_record.map(|id| id.0),
            at: event.at.rfc3339(),
        }
    }
}

fn kind_schema() -> Object {
    ObjectBuilder::new()
        .schema_type(Type::String)
        .enum_values(Some(EventKind::ALL.map(EventKind::name)))
        .build()
}

#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct AuthorizedQuery {
    /// RFC 3339; all of them without one.
    #[param(nullable = false, format = DateTime)]
    since: Option<String>,
}

impl AuthorizedQuery {
    fn parse(&self) -> Result<Option<Timestamp>, Problem> {
        let Some(since) = &self.since else {
            return Ok(None);
        };
        Timestamp::parse(since).map(Some).ok_or_else(|| {
            Problem::invalid(vec![FieldProblem::new(
                "since",
                "malformed",
                "Must be RFC 3339, as 2026-11-23T20:05:49Z; a + is written %2B.",
            )])
        })
    }
}

/// Who connected.
#[derive(Serialize, ToSchema)]
pub struct AuthorizedList {
    connect_requests: Vec<AuthorizedState>,
    /// The `since` of the next call.
    #[schema(format = DateTime)]
    as_of: String,
}

/// A person and record that a request connected.
#[derive(Serialize, ToSchema)]
pub struct AuthorizedState {
    external_id: String,
    person_id: Uuid,
    record_id: Uuid,
    application_id: Uuid,
    #[schema(format = DateTime)]
    authorized_at: String,
}

/// Reads the log after a cursor
///
/// Every event once, in order. With `wait`, answers as soon as there is one, or empty when the time is over.
#[utoipa::path(
    get,
    path = "/events",
    tag = "Events",
    operation_id = "followEvents",
    params(EventQuery),
    responses(
        (status = 200, description = "The next events, if any.", body = EventList),
        (status = 401, description = "`unauthorized`", body = Problem, content_type = CONTENT_TYPE),
        (status = 410, description = "`cursor-gone`, which names the oldest one that reads", body = Problem,
            content_type = CONTENT_TYPE),
        (status = 422, description = "`invalid`", body = Problem, content_type = CONTENT_TYPE),
        (status = 429, description = "`too-many-waiting`", body = Problem, content_type = CONTENT_TYPE),
        (status = 503, description = "`unavailable`", body = Problem, content_type = CONTENT_TYPE)
    )
)]
pub async fn follow(
    State(services): State<Services>,
    key: Key,
    Query(query): Query<EventQuery>,
) -> Result<Json<EventList>, Problem> {
    let (after, wait) = query.parse()?;
    let page = services.events(key.application, after, wait).await?;
    Ok(Json(EventList {
        events: page.events.into_iter().map(EventState::from).collect(),
        next: page.next.to_string(),
    }))
}

/// Lists who connected since a time
///
/// Reaches a minute further back than `since`, so that nothing is missed: expect repeats. Disconnected ones are left out.
#[utoipa::path(
    get,
    path = "/connect-requests/authorized",
    tag = "Connect requests",
    operation_id = "listAuthorizedConnectRequests",
    params(AuthorizedQuery),
    responses(
        (status = 200, description = "Who connected.", body = AuthorizedList),
        (status = 401, description = "`unauthorized`", body = Problem, content_type = CONTENT_TYPE),
        (status = 422, description = "`invalid`", body = Problem, content_type = CONTENT_TYPE),
        (status = 503, description = "`unavailable`", body = Problem, content_type = CONTENT_TYPE)
    )
)]
pub async fn authorized(
    State(services): State<Services>,
    key: Key,
    Query(query): Query<AuthorizedQuery>,
) -> Result<Json<AuthorizedList>, Problem> {
    let found = services
        .authorized_since(key.application, query.parse()?)
        .await?;
    Ok(Json(AuthorizedList {
        connect_requests: found
            .connected
            .into_iter()
            .map(|connected| AuthorizedState {
                external_id: connected.external_id,
                person_id: connected.person.0,
                record_id: connected.record.0,
                application_id: key.application.0,
                authorized_at: connected.at.rfc3339(),
            })
            .collect(),
        as_of: found.as_of.rfc3339(),
    }))
}
