//! One interaction: what is asked for, whether by a request of its own or by an entry of a Bundle, and its answer.

use super::refused::Refused;
use axum::http::{HeaderMap, Method, StatusCode, header};
use domain::timestamp::Timestamp;
use serde_json::value::RawValue;

/// An interaction as it was asked for.
#[derive(Debug, Default)]
pub struct Asked {
    pub method: Method,
    /// Below the base: `["Patient", "id"]`.
    pub path: Vec<String>,
    pub query: Vec<(String, String)>,
    pub if_match: Option<String>,
    pub if_none_exist: Option<String>,
    /// Filters that are not known are left out in place of refused.
    pub lenient: bool,
    /// What the answer of a write holds.
    pub returns: Returns,
    pub body: Option<fhir::Json>,
}

/// What a client wants back of what it wrote.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Returns {
    #[default]
    Representation,
    Minimal,
    Outcome,
}

impl Asked {
    /// Reads path and headers of a request; its body comes later.
    pub fn read(
        method: Method,
        path: &str,
        query: &str,
        headers: &HeaderMap,
    ) -> Result<Self, Refused> {
        let text = |name: &str| {
            let value = headers.get(name).map(|value| value.to_str());
            value
                .transpose()
                .map(|value| value.map(str::to_owned))
                .map_err(|_| Refused::bad("value", "A header has characters beyond ASCII."))
        };
        let prefer = headers.get_all("prefer").iter();
        let prefer: Vec<&str> = prefer.filter_map(|value| value.to_str().ok()).collect();
        let prefers = |what: &str| prefer.iter().any(|value| value.contains(what));
        let returns = if prefers("return=minimal") {
            Returns::Minimal
        } else if prefers("return=OperationOutcome") {
            Returns::Outcome
        } else {
            Returns::Representation
        };
        Ok(Self {
            method,
            path: segments(path)?,
            query: pairs(query.as_bytes())?,
            if_match: text(header::IF_MATCH.as_str())?,
            if_none_exist: text("if-none-exist")?,
            lenient: prefers("handling=lenient"),
            returns,
            body: None,
        })
    }
}

/// The parts of a path below the base. FHIR's ids and types need no percent sign.
pub fn segments(path: &str) -> Result<Vec<String>, Refused> {
    let parts = path.split('/').filter(|part| !part.is_empty());
    let fits = |part: &&str| {
        let mut bytes = part.bytes();
        part.len() <= 64
            && bytes.all(|byte| byte.is_ascii_alphanumeric() || b"-._$".contains(&byte))
    };
    let parts: Vec<&str> = parts.collect();
    if parts.len() > 4 || !parts.iter().all(fits) {
        return Err(Refused::not_found());
    }
    Ok(parts.into_iter().map(str::to_owned).collect())
}

/// The parameters of a query or a form.
pub fn pairs(text: &[u8]) -> Result<Vec<(String, String)>, Refused> {
    serde_urlencoded::from_bytes(text)
        .map_err(|_| Refused::bad("invalid", "The parameters cannot be read."))
}

/// What an interaction answers.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub resource: Option<Box<RawValue>>,
    /// The version of the resource, for its ETag.
    pub version: Option<String>,
    pub updated_at: Option<Timestamp>,
    /// Below the base.
    pub location: Option<String>,
}

impl Answer {
    pub fn ok(resource: Box<RawValue>) -> Self {
        Self {
            status: StatusCode::OK,
            resource: Some(resource),
            version: None,
            updated_at: None,
            location: None,
        }
    }

    /// A resource in one of its versions.
    pub fn versioned(resource: Box<RawValue>, version: String, updated_at: Timestamp) -> Self {
        Self {
            version: Some(version),
            updated_at: Some(updated_at),
            ..Self::ok(resource)
        }
    }

    pub fn etag(&self) -> Option<String> {
        let version = self.version.as_deref()?;
        Some(format!("W/\"{version}\""))
    }
}

/// The text of a resource that we made.
pub fn raw(resource: &impl serde::Serialize) -> Result<Box<RawValue>, Refused> {
    serde_json::value::to_raw_value(resource)
        .map_err(|error| service::InternalError::broken("resource")(error.to_string()).into())
}
