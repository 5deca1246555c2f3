//! The application's API, version 1: translates calls into use cases and their outcomes into JSON.
//!
//! No rule of the product stands here, and no cookie is read.

mod connect_requests;
mod events;
mod input;
mod key;
mod letters;
mod refusals;

use super::problem::{METHOD_NOT_ALLOWED, NOT_FOUND, Problem};
use axum::extract::DefaultBodyLimit;
use axum::http::{HeaderValue, header};
use axum::middleware::map_response;
use axum::response::Response;
use axum::routing::{any, get};
use axum::{Json, Router};
use domain::policy;
use service::Services;
use utoipa::openapi::security::{Http, HttpAuthScheme, SecurityScheme};
use utoipa::{Modify, OpenApi};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// The API and its description.
pub fn router(services: Services) -> Router {
    let (endpoints, document) = endpoints().split_for_parts();
    let v1 = endpoints
        .fallback(unknown_path)
        .method_not_allowed_fallback(|| async { Problem::new(METHOD_NOT_ALLOWED) })
        .layer(DefaultBodyLimit::max(policy::BODY_MAX))
        .layer(map_response(unstored));
    Router::new()
        .nest("/api/v1", v1)
        // A nested fallback is not asked for its own root with a slash.
        .route("/api/v1/", any(unknown_path))
        .route("/api/openapi.json", get(|| async { Json(document) }))
        .with_state(services)
}

/// The API's description, as `/api/openapi.json` serves it.
pub fn openapi() -> utoipa::openapi::OpenApi {
    endpoints().into_openapi()
}

fn endpoints() -> OpenApiRouter<Services> {
    OpenApiRouter::with_openapi(Document::openapi())
        .routes(routes!(connect_requests::list, connect_requests::create))
        .routes(routes!(events::authorized))
        .routes(routes!(
            connect_requests::show,
            connect_requests::rename,
            connect_requests::delete
        ))
        .routes(routes!(connect_requests::reissue))
        .routes(routes!(letters::letter))
        .routes(routes!(events::follow))
}

async fn unknown_path() -> Problem {
    Problem::new(NOT_FOUND)
}

/// Answers hold codes, names and ids of patients: nobody on the way keeps them.
async fn unstored(mut response: Response) -> Response {
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Patient Connect",
        version = "1",
        description = "Makes connect requests for patients and tells who connected. \
            Every refusal is application/problem+json (RFC 9457); tell them apart by `code`.",
        license(name = "MIT OR Apache-2.0", identifier = "MIT OR Apache-2.0")
    ),
    servers((url = "/api/v1")),
    security(("key" = [])),
    modifiers(&KeyScheme)
)]
struct Document;

struct KeyScheme;

impl Modify for KeyScheme {
    fn modify(&self, document: &mut utoipa::openapi::OpenApi) {
        let scheme = SecurityScheme::Http(Http::new(HttpAuthScheme::Bearer));
        document
            .components
            .get_or_insert_default()
            .add_security_scheme("key", scheme);
    }
}

#[cfg(test)]
mod tests {
    use super::openapi;
    use domain::request_fields::FIELDS;

    #[test]
    fn a_new_request_is_described_by_the_table_of_fields() {
        let document = serde_json::to_value(openapi()).expect("a document");
        let schema = &document["components"]["schemas"]["NewConnectRequest"];
        let properties = schema["properties"].as_object().expect("properties");
        let required = schema["required"].as_array().expect("required fields");
        let fields = FIELDS.iter().filter(|row| row.json);
        assert_eq!(properties.len(), fields.clone().count());
        for row in fields {
            let name = row.field.name();
            let property = properties.get(name).expect(name);
            let is_required = required.iter().any(|one| one == name);
            assert_eq!(is_required, row.required, "{name}");
            if let Some(described) = property["maxLength"].as_u64() {
                assert_eq!(row.max.map(|max| max as u64), Some(described), "{name}");
            }
        }
    }

    #[test]
    fn the_description_changes_only_knowingly() {
        insta::assert_json_snapshot!(openapi());
    }
}
