//! `/api` and `/problems/{code}`: the API's own document, read for people. Holds no secret, so anyone may read it.

use super::routes::{Route, anyone, routes};
use crate::http::api;
use crate::http::web::Web;
use app::pages::api::{Answer, Call, Place, Taken, View, page};
use app::pages::problem;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::{Map, Value};

/// What a line to try a call with says for each name; without one, what is optional is left out.
const EXAMPLES: &[(&str, &str)] = &[
    ("answer", "pepper quartz"),
    ("external_id", "MRN-4711"),
    ("friendly_name", "Record of Emma"),
    ("id", "$ID"),
    ("Idempotency-Key", "visit-4711"),
    ("question", "Which two words did we agree on?"),
    ("since", "2026-05-04T08:00:00Z"),
    ("state", "waiting"),
];

pub fn routes() -> Vec<Route> {
    routes![
        anyone("/api").get(manual),
        anyone("/problems/{code}").get(problem),
    ]
}

async fn manual(State(web): State<Web>) -> Response {
    let base = format!("{}/api/v1", web.services.public_url());
    let document = serde_json::to_value(api::openapi()).unwrap_or_default();
    let view = View {
        calls: calls(&document, &base),
        base,
    };
    web.show(StatusCode::OK, page, &view)
}

async fn problem(State(web): State<Web>, Path(code): Path<String>) -> Response {
    let Some(next) = problem::next(&code) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let view = problem::View { code, next };
    web.show(StatusCode::OK, problem::page, &view)
}

fn calls(document: &Value, base: &str) -> Vec<Call> {
    members(&document["paths"])
        .flat_map(|(path, item)| {
            members(item)
                .map(move |(method, operation)| call(document, base, path, method, operation))
        })
        .collect()
}

fn call(document: &Value, base: &str, path: &str, method: &str, operation: &Value) -> Call {
    let takes = takes(document, operation);
    let answers = members(&operation["responses"]).map(|(status, answer)| Answer {
        status: status.clone(),
        about: text(&answer["description"]),
    });
    let method = method.to_uppercase();
    let id = text(&operation["operationId"]);
    Call {
        path: path.to_owned(),
        purpose: text(&operation["summary"]),
        more: text(&operation["description"]),
        answers: answers.collect(),
        id: id.clone(),
        curl: curl(base, &id, path, &method, &takes) + file(operation),
        method,
        takes,
    }
}

fn takes(document: &Value, operation: &Value) -> Vec<Taken> {
    let parameters = operation["parameters"].as_array().into_iter().flatten();
    let parameters = parameters.map(|parameter| Taken {
        name: text(&parameter["name"]),
        place: match parameter["in"].as_str() {
            Some("path") => Place::Path,
            Some("header") => Place::Header,
            _ => Place::Query,
        },
        required: parameter["required"] == true,
        about: text(&parameter["description"]),
    });
    let reference = &operation["requestBody"]["content"]["application/json"]["schema"]["$ref"];
    let schema = reference
        .as_str()
        .and_then(|reference| document.pointer(reference.trim_start_matches('#')))
        .unwrap_or(&Value::Null);
    let required = schema["required"].as_array();
    let fields = members(&schema["properties"]).map(|(name, field)| Taken {
        name: name.clone(),
        place: Place::Body,
        required: required.is_some_and(|names| names.iter().any(|one| one == name)),
        about: text(&field["description"]),
    });
    parameters.chain(fields).collect()
}

/// A line for a shell that has the key in `KEY` and a request's id in `ID`.
fn curl(base: &str, call: &str, path: &str, method: &str, takes: &[Taken]) -> String {
    let said = |place: Place| {
        takes
            .iter()
            .filter(move |taken| taken.place == place)
            .filter(move |taken| place != Place::Body || taken.required)
            .filter_map(|taken| Some((taken.name.as_str(), example(call, &taken.name)?)))
    };
    let path = said(Place::Path).fold(path.to_owned(), |path, (name, value)| {
        path.replace(&format!("{{{name}}}"), value)
    });
    let query: Vec<String> = said(Place::Query)
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    let mark = if query.is_empty() { "" } else { "?" };
    let mut parts = vec![format!(
        "curl -X {method} \"{base}{path}{mark}{}\" \\\n  -H \"Authorization: Bearer $KEY\"",
        query.join("&")
    )];
    parts.extend(said(Place::Header).map(|(name, value)| format!("-H \"{name}: {value}\"")));
    let body: Map<String, Value> = said(Place::Body)
        .map(|(name, value)| (name.to_owned(), value.into()))
        .collect();
    if !body.is_empty() {
        let body = Value::Object(body);
        parts.push("-H \"Content-Type: application/json\"".to_owned());
        parts.push(format!("-d '{body}'"));
    }
    parts.join(" \\\n  ")
}

/// A file is no reading for a terminal.
fn file(operation: &Value) -> &'static str {
    let answer = &operation["responses"]["200"]["content"]["application/pdf"];
    if answer.is_null() {
        ""
    } else {
        " \\\n  -o letter.pdf"
    }
}

fn example(call: &str, name: &str) -> Option<&'static str> {
    if call == "renameConnectRequest" && name == "external_id" {
        return Some("MRN-4712");
    }
    EXAMPLES
        .iter()
        .find(|(known, _)| *known == name)
        .map(|(_, value)| *value)
}

fn members(value: &Value) -> impl Iterator<Item = (&String, &Value)> {
    value.as_object().into_iter().flatten()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
