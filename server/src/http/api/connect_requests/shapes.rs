//! Connect requests as JSON: request and response bodies.

use crate::http::api::refusals::misfit;
use crate::http::problem::{FieldProblem, Problem};
use domain::connect_request::{ConnectRequest, Listed, Standing};
use domain::connection::Connection;
use domain::external_id::ExternalId;
use domain::new_request::{Draft, Field, FieldError, Problem as Misfit};
use domain::timestamp::Timestamp;
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
    pub(super) friendly_name: String,
    #[serde(default)]
    #[schema(required = true, min_length = 1, max_length = 200)]
    pub(super) question: String,
    /// Compared without regard to case.
    #[serde(default)]
    #[schema(required = true, min_length = 1, max_length = 200)]
    pub(super) answer: String,
    /// Your own id for the patient; unique among your live requests.
    #[serde(default)]
    #[schema(required = true, min_length = 1, max_length = 255)]
    pub(super) external_id: String,
    /// With one, the patient is sent the code by mail.
    pub(super) email: Option<String>,
    /// BCP 47; English when there is none.
    pub(super) language: Option<String>,
    /// An https address; kept with the request.
    pub(super) callback_url: Option<String>,
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
    pub(super) id: Uuid,
    /// For the patient alone, by letter or mail.
    pub(super) identity_code: String,
    /// The patient's page with the code filled in.
    pub(super) link: String,
    #[schema(format = DateTime)]
    pub(super) expires_at: String,
}

impl CreatedConnectRequest {
    pub(super) fn of(services: &Services, made: &Made) -> Self {
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
    pub(super) id: Uuid,
    pub(super) external_id: String,
    /// Empty once the request is replaced or deleted.
    pub(super) friendly_name: String,
    pub(super) email: Option<String>,
    pub(super) language: String,
    #[schema(schema_with = state_schema)]
    pub(super) state: &'static str,
    #[schema(format = DateTime)]
    pub(super) created_at: String,
    /// When the code ends unless somebody connects before.
    #[schema(format = DateTime)]
    pub(super) expires_at: String,
    /// Whether your patient is connected, by this code or another one of the same external id.
    pub(super) connection: ConnectionState,
    /// When somebody last connected by it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, format = DateTime)]
    pub(super) connected_at: Option<String>,
    /// While it works; not in lists.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub(super) identity_code: Option<String>,
    /// While the code works; not in lists.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub(super) link: Option<String>,
    /// How the last mail with the code stands: queued, leased, done, bounced, unknown or dead; null without one.
    pub(super) mail: Option<String>,
}

/// Whether a patient is connected: read from what patients granted, whatever the state of a code.
#[derive(Serialize, ToSchema)]
pub struct ConnectionState {
    #[schema(schema_with = connection_schema)]
    pub(super) state: &'static str,
    /// When it began; null where nobody ever connected.
    #[schema(format = DateTime)]
    pub(super) since: Option<String>,
    /// When it ended; null while it has not.
    #[schema(format = DateTime)]
    pub(super) until: Option<String>,
    /// The record; of several the one that was connected first.
    pub(super) record_id: Option<Uuid>,
    /// While it is connected: the names of the permissions that the patient lets you have; not in lists.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub(super) permissions: Option<Vec<String>>,
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
    pub(super) fn of(request: ConnectRequest, standing: Standing, mail: Option<String>) -> Self {
        Self {
            id: request.id.0,
            state: standing.name(),
            created_at: request.made_at.rfc3339(),
            expires_at: request.expires_at.rfc3339(),
            connection: request.connection.into(),
            connected_at: request.binding.map(|binding| binding.last_at.rfc3339()),
            external_id: request.external_id.into(),
            friendly_name: request.friendly_name,
            email: request.email,
            language: request.language,
            identity_code: None,
            link: None,
            mail,
        }
    }

    pub(super) fn of_view(services: &Services, view: View) -> Self {
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
    pub(super) connect_requests: Vec<ConnectRequestState>,
    /// The `after` of the next page; null on the last one.
    pub(super) next: Option<Uuid>,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewName {
    #[serde(default)]
    #[schema(required = true, min_length = 1, max_length = 255)]
    pub(super) external_id: String,
}

#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListQuery {
    /// Only requests in this state. Replaced and deleted ones are listed only when asked for.
    #[param(schema_with = state_schema, required = false)]
    pub(super) state: Option<String>,
    /// Only the requests with this external id.
    #[param(nullable = false)]
    pub(super) external_id: Option<String>,
    /// `next` of the page before.
    #[param(value_type = Option<Uuid>, nullable = false)]
    pub(super) after: Option<String>,
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
            ExternalId::parse(&id).map_err(|error| {
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
