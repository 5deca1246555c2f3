//! Where the schemas of methods are read, which the service definition names: each says the namespace of the info, and
//! that the info may hold anything. What a method takes and gives is in the documentation.

use super::methods::METHODS;
use askama::Template;
use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

pub const SCHEMA_ROUTE: &str = "/platform/schemas/{file}";

/// Whose info a schema is of.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Side {
    Request,
    Response,
}

/// The path of a schema; `name` is that under which a method's version answers.
pub fn schema_path(side: Side, name: &str) -> String {
    format!("/platform/schemas/{}", file(side, name))
}

fn file(side: Side, name: &str) -> String {
    let prefix = match side {
        Side::Request => "method",
        Side::Response => "response",
    };
    format!("{prefix}-{}.xsd", name.to_ascii_lowercase())
}

#[derive(Template)]
#[template(
    ext = "xml",
    source = r#"<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="{{ namespace }}"><xs:element name="info" type="xs:anyType"/></xs:schema>"#
)]
struct Schema {
    namespace: String,
}

pub async fn schema(Path(asked): Path<String>) -> Response {
    let namespace = METHODS.iter().find_map(|method| {
        method.versions.iter().find_map(|version| {
            let name = method.answer_name(*version);
            if asked == file(Side::Response, &name) {
                Some(format!("urn:com.microsoft.wc.methods.response.{name}"))
            } else if asked == file(Side::Request, &name) {
                Some(format!("urn:com.microsoft.wc.methods.{name}"))
            } else {
                None
            }
        })
    });
    let schema = namespace.and_then(|namespace| Schema { namespace }.render().ok());
    match schema {
        Some(schema) => {
            let headers = [(header::CONTENT_TYPE, "text/xml; charset=utf-8")];
            (headers, schema).into_response()
        }
        None => StatusCode::NOT_FOUND.into_response(),
    }
}
