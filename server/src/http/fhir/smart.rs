//! SMART Backend Services: where a system learns how to get a token, and where it gets one. Answers are OAuth's JSON.

use super::{BASE, Fhir};
use crate::http::client_address::ClientAddress;
use crate::http::problem::RETRY_AFTER_SECONDS;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::{Extension, Json};
use domain::policy;
use domain::scope::ScopeError;
use serde_json::{Value, json};
use service::{AccessTokenRejection, Failure, InternalError};

const ASSERTION_TYPE: &str = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

pub async fn configuration(State(fhir): State<Fhir>) -> Json<Value> {
    Json(json!({
        "token_endpoint": fhir.services.applications().token_url(),
        "token_endpoint_auth_methods_supported": ["private_key_jwt"],
        "token_endpoint_auth_signing_alg_values_supported": ["RS384", "ES384"],
        "grant_types_supported": ["client_credentials"],
        "scopes_supported": ["system/*.rs", "system/*.cruds"],
        // Demanded of every server, though none of ours is asked for a code.
        "code_challenge_methods_supported": ["S256"],
        "capabilities": ["client-confidential-asymmetric", "permission-v1", "permission-v2"],
        "management_endpoint": format!("{}/staff/key-sets", fhir.services.public_url()),
        "service_documentation": format!("{}/api", fhir.services.public_url()),
        "fhir_base_url": format!("{}{BASE}", fhir.services.public_url()),
    }))
}

/// Why no token is given, by OAuth's names (RFC 6749, 5.2).
enum Refusal {
    Request(&'static str),
    GrantType,
    Client,
    Scope(ScopeError),
    TooMany,
    Failed(InternalError),
}

impl From<InternalError> for Refusal {
    fn from(fault: InternalError) -> Self {
        Self::Failed(fault)
    }
}

impl From<Failure<AccessTokenRejection>> for Refusal {
    fn from(failure: Failure<AccessTokenRejection>) -> Self {
        match failure {
            Failure::Internal(fault) => Self::Failed(fault),
            Failure::Rejected(AccessTokenRejection::InvalidClient) => Self::Client,
            Failure::Rejected(AccessTokenRejection::Scope(error)) => Self::Scope(error),
            Failure::Rejected(AccessTokenRejection::TooMany) => Self::TooMany,
        }
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let (status, error, description) = match self {
            Self::Request(what) => (StatusCode::BAD_REQUEST, "invalid_request", what),
            Self::GrantType => (
                StatusCode::BAD_REQUEST,
                "unsupported_grant_type",
                "Use grant_type=client_credentials.",
            ),
            Self::Client => (
                StatusCode::UNAUTHORIZED,
                "invalid_client",
                "The client assertion is not accepted.",
            ),
            Self::Scope(ScopeError::Restricted) => (
                StatusCode::BAD_REQUEST,
                "invalid_scope",
                "Scopes with parameters are not supported.",
            ),
            Self::Scope(ScopeError::Nothing) => (
                StatusCode::BAD_REQUEST,
                "invalid_scope",
                "None of the scopes can be granted. Ask for system/ scopes that the application's permissions cover.",
            ),
            Self::TooMany => (
                StatusCode::TOO_MANY_REQUESTS,
                "temporarily_unavailable",
                "Too many token requests. Use a token until it expires.",
            ),
            Self::Failed(fault) => {
                tracing::error!(error = %fault, "a token could not be given");
                (
                    StatusCode::SERVICE_UNAVAILABLE,
                    "temporarily_unavailable",
                    "This did not work just now. Try again.",
                )
            }
        };
        let body = json!({ "error": error, "error_description": description });
        let mut response = (status, Json(body)).into_response();
        let again = [
            StatusCode::TOO_MANY_REQUESTS,
            StatusCode::SERVICE_UNAVAILABLE,
        ];
        if again.contains(&status) {
            let headers = response.headers_mut();
            headers.insert(header::RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        unstored(response)
    }
}

fn unstored(mut response: Response) -> Response {
    let no_store = HeaderValue::from_static("no-store");
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, no_store);
    response
}

/// The parameters of a token request, each given once.
#[derive(Default)]
struct Asked {
    grant_type: Option<String>,
    scope: Option<String>,
    assertion_type: Option<String>,
    assertion: Option<String>,
}

impl Asked {
    fn read(headers: &HeaderMap, body: &[u8]) -> Result<Self, Refusal> {
        let kind = headers
            .get(header::CONTENT_TYPE)
            .and_then(|kind| kind.to_str().ok())
            .and_then(|kind| kind.split(';').next())
            .unwrap_or_default();
        if !kind
            .trim()
            .eq_ignore_ascii_case("application/x-www-form-urlencoded")
        {
            return Err(Refusal::Request(
                "Send the parameters as application/x-www-form-urlencoded.",
            ));
        }
        let fields: Vec<(String, String)> = serde_urlencoded::from_bytes(body)
            .map_err(|_| Refusal::Request("The body is not a form."))?;
        let mut asked = Self::default();
        for (name, value) in fields {
            let place = match name.as_str() {
                "grant_type" => &mut asked.grant_type,
                "scope" => &mut asked.scope,
                "client_assertion_type" => &mut asked.assertion_type,
                "client_assertion" => &mut asked.assertion,
                _ => continue,
            };
            if place.replace(value).is_some() {
                return Err(Refusal::Request("A parameter is given twice."));
            }
        }
        Ok(asked)
    }
}

pub async fn token(
    State(fhir): State<Fhir>,
    Extension(from): Extension<ClientAddress>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    match open(&fhir, from, &headers, &body).await {
        Ok(token) => unstored(Json(token).into_response()),
        Err(refusal) => refusal.into_response(),
    }
}

async fn open(
    fhir: &Fhir,
    from: ClientAddress,
    headers: &HeaderMap,
    body: &[u8],
) -> Result<Value, Refusal> {
    let asked = Asked::read(headers, body)?;
    match asked.grant_type.as_deref() {
        Some("client_credentials") => {}
        Some(_) => return Err(Refusal::GrantType),
        None => return Err(Refusal::Request("grant_type is missing.")),
    }
    let Some(scope) = asked.scope else {
        return Err(Refusal::Request("scope is missing."));
    };
    let assertion = match (asked.assertion_type.as_deref(), asked.assertion) {
        (Some(ASSERTION_TYPE), Some(assertion)) => assertion,
        _ => return Err(Refusal::Client),
    };
    let from = from.limiter_key();
    fhir.keys.prepare(&fhir.services, &assertion, &from).await?;
    let opened = fhir
        .services
        .applications()
        .open_access_token(&assertion, &scope, &from)
        .await?;
    Ok(json!({
        "access_token": opened.token,
        "token_type": "bearer",
        "expires_in": policy::ACCESS_TOKEN.as_secs(),
        "scope": opened.scopes.to_string(),
    }))
}
