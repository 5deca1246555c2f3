//! The FHIR API, R4 (4.0.1): a second door to the things in records, for systems that speak neither HealthVault's XML nor
//! ours. Translates calls into the same use cases as the XML platform.
//!
//! It takes tokens of SMART Backend Services alone: API keys were handed out when they could read no patient's data.

mod smart;

use crate::published_keys::PublishedKeys;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};
use domain::policy;
use service::{Services, TOKEN_PATH};

/// Below the public URL.
pub const BASE: &str = "/fhir/r4";

#[derive(Clone)]
struct Fhir {
    services: Services,
    keys: PublishedKeys,
}

pub fn router(services: Services, keys: PublishedKeys) -> Router {
    Router::new()
        .route(
            "/fhir/r4/.well-known/smart-configuration",
            get(smart::configuration),
        )
        .route(
            TOKEN_PATH,
            post(smart::token).layer(DefaultBodyLimit::max(policy::TOKEN_BODY_MAX)),
        )
        .with_state(Fhir { services, keys })
}
