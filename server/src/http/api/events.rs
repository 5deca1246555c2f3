//! What happened: the numbered log, and the poll by time.

use super::input::Query;
use super::key::Key;
use crate::http::problem::{CONTENT_TYPE, FieldProblem, Problem};
use axum::Json;
use axum::extract::State;
use domain::event::{Event, EventKind};
use domain::policy;
use domain::timestamp::Timestamp;
use serde::{Deserialize, Serialize};
use service::{PollAfter, PollCursor, PollFrom, Services};
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
    /// Who, where a patient connected, disconnected, changed the record or changed what you may do with it.
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
            external_id: event.external_id.into(),
            former_external_id: event.former_external_id.map(String::from),
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
    /// RFC 3339; all of them without one. Not together with `after`.
    #[param(nullable = false, format = DateTime)]
    since: Option<String>,
    /// `next` of the page before.
    #[param(nullable = false)]
    after: Option<String>,
    /// Rows of a page; 1000 without it.
    #[param(value_type = Option<u64>, minimum = 1, maximum = 1000, nullable = false)]
    limit: Option<String>,
}

impl AuthorizedQuery {
    /// Where the page begins, and how many rows it has.
    fn parse(&self) -> Result<(PollFrom, usize), Problem> {
        let mut errors = Vec::new();
        let from = match (&self.since, &self.after) {
            (None, None) => Some(PollFrom::Start),
            (Some(since), None) => Timestamp::parse(since).map(PollFrom::Since).or_else(|| {
                let message = "Must be RFC 3339, as 2026-11-23T20:05:49Z; a + is written %2B.";
                errors.push(FieldProblem::new("since", "malformed", message));
                None
            }),
            (None, Some(after)) => cursor(after).map(PollFrom::Page).or_else(|| {
                let message = "Not the next of a page.";
                errors.push(FieldProblem::new("after", "malformed", message));
                None
            }),
            (Some(_), Some(_)) => {
                let message = "Pages go on from after alone.";
                errors.push(FieldProblem::new("since", "malformed", message));
                None
            }
        };
        let limit = match self.limit.as_deref() {
            None => Some(policy::POLL_PAGE_ROWS),
            Some(limit) => number(limit)
                .and_then(|limit| usize::try_from(limit).ok())
                .filter(|limit| (1..=policy::POLL_PAGE_ROWS).contains(limit)),
        };
        if limit.is_none() {
            let message = format!("A whole number from 1 to {}.", policy::POLL_PAGE_ROWS);
            errors.push(FieldProblem::new("limit", "malformed", message));
        }
        match (from, limit) {
            (Some(from), Some(limit)) => Ok((from, limit)),
            _ => Err(Problem::invalid(errors)),
        }
    }
}

/// A page's end as a text: its last row and when the first page was read.
fn written(cursor: PollCursor) -> String {
    let PollAfter {
        at,
        connect_request,
        record,
    } = cursor.after;
    let (at, as_of) = (at.micros(), cursor.as_of.micros());
    format!(
        "{at}.{}.{}.{as_of}",
        connect_request.simple(),
        record.simple()
    )
}

/// A time of the years that times have.
fn written_time(micros: i64) -> Option<Timestamp> {
    let read = Timestamp::parse(&Timestamp::from_micros(micros).rfc3339());
    read.filter(|time| time.micros() == micros)
}

fn cursor(text: &str) -> Option<PollCursor> {
    let mut parts = text.split('.');
    let time = |part: &str| number(part).and_then(written_time);
    let cursor = PollCursor {
        after: PollAfter {
            at: time(parts.next()?)?,
            connect_request: parts.next()?.parse().ok()?,
            record: parts.next()?.parse().ok()?,
        },
        as_of: time(parts.next()?)?,
    };
    parts.next().is_none().then_some(cursor)
}

/// Who connected.
#[derive(Serialize, ToSchema)]
pub struct AuthorizedList {
    connect_requests: Vec<AuthorizedState>,
    /// The `since` of the next poll: that of the last page where pages are read on, of any page where they are not.
    #[schema(format = DateTime)]
    as_of: String,
    /// The `after` of the next page; not there on the last one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    next: Option<String>,
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
    let page = services
        .applications()
        .events(key.application, after, wait)
        .await?;
    Ok(Json(EventList {
        events: page.events.into_iter().map(EventState::from).collect(),
        next: page.next.to_string(),
    }))
}

/// Lists who connected since a time
///
/// Oldest first, in pages. Reaches a minute further back than `since`, so that nothing is missed: expect repeats.
/// Disconnected ones are left out.
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
    let (from, limit) = query.parse()?;
    let found = services
        .applications()
        .authorized_page(key.application, from, limit)
        .await?;
    Ok(Json(AuthorizedList {
        connect_requests: found
            .connected
            .into_iter()
            .map(|connected| AuthorizedState {
                external_id: connected.external_id.into(),
                person_id: connected.person.0,
                record_id: connected.record.0,
                application_id: key.application.0,
                authorized_at: connected.at.rfc3339(),
            })
            .collect(),
        as_of: found.as_of.rfc3339(),
        next: found.next.map(written),
    }))
}
