//! A client of the FHIR API, with a token.

use super::smart::{System, json_of};
use super::{Clinic, Page};
use axum::body::Body;
use axum::http::Method;
use serde_json::Value;

pub const FHIR_JSON: &str = "application/fhir+json";
/// Where the API is, as its answers say it.
pub const FHIR_URL: &str = "http://127.0.0.1:3000/fhir/r4";

pub struct FhirClient<'a> {
    pub clinic: &'a Clinic,
    pub token: String,
}

impl<'a> FhirClient<'a> {
    /// With a token for all that the application may do.
    pub async fn of(clinic: &'a Clinic) -> Self {
        let system = System::of(clinic).await;
        Self::with_scope(clinic, &system, "system/*.cruds").await
    }

    pub async fn with_scope(clinic: &'a Clinic, system: &System, scope: &str) -> Self {
        let token = system.token(clinic, scope).await;
        Self { clinic, token }
    }

    /// Sends anything below the base, or a whole URL of an answer.
    pub async fn send(
        &self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: impl Into<Body>,
    ) -> Page {
        let below = path.strip_prefix(FHIR_URL).unwrap_or(path);
        let path = format!("/fhir/r4{below}");
        let bearer = format!("Bearer {}", self.token);
        let mut all = vec![("authorization", bearer.as_str())];
        all.extend(headers);
        let browser = self.clinic.browser_from("192.0.2.77");
        browser.send(method, &path, &all, body.into()).await
    }

    pub async fn get(&self, path: &str) -> Page {
        self.send(Method::GET, path, &[], Body::empty()).await
    }

    /// What a path answers with 200.
    pub async fn found(&self, path: &str) -> Value {
        let page = self.get(path).await;
        page.has_status(200);
        json_of(&page)
    }

    /// A search whose parameters are in the body.
    pub async fn search(&self, kind: &str, form: &str) -> Page {
        let headers = [("content-type", "application/x-www-form-urlencoded")];
        let path = format!("/{kind}/_search");
        self.send(Method::POST, &path, &headers, form.to_owned())
            .await
    }

    pub async fn post(&self, path: &str, resource: &Value) -> Page {
        let headers = [("content-type", FHIR_JSON)];
        self.send(Method::POST, path, &headers, resource.to_string())
            .await
    }

    pub async fn put(&self, path: &str, resource: &Value, headers: &[(&str, &str)]) -> Page {
        let mut all = vec![("content-type", FHIR_JSON)];
        all.extend(headers);
        self.send(Method::PUT, path, &all, resource.to_string())
            .await
    }

    pub async fn delete(&self, path: &str) -> Page {
        self.send(Method::DELETE, path, &[], Body::empty()).await
    }
}

/// Wants an `OperationOutcome` with this status and code of its issue.
#[track_caller]
pub fn is_refused(page: &Page, status: u16, code: &str) {
    page.has_status(status);
    let outcome = json_of(page);
    assert_eq!(outcome["resourceType"], "OperationOutcome", "{}", page.body);
    assert_eq!(outcome["issue"][0]["code"], code, "{}", page.body);
    assert_eq!(page.header("content-type"), FHIR_JSON);
    assert_eq!(page.header("cache-control"), "no-store");
}

/// The ids of the matches of a search, in order.
pub fn ids(bundle: &Value) -> Vec<String> {
    let entries = bundle["entry"].as_array().cloned().unwrap_or_default();
    let matches = entries
        .iter()
        .filter(|entry| entry["search"]["mode"] == "match");
    matches
        .map(|entry| entry["resource"]["id"].as_str().expect("an id").to_owned())
        .collect()
}

/// The URL of the next page.
pub fn next(bundle: &Value) -> Option<String> {
    let links = bundle["link"].as_array().expect("links");
    let next = links.iter().find(|link| link["relation"] == "next")?;
    Some(next["url"].as_str().expect("a URL").to_owned())
}
