//! Who calls: the bearer of an application's key, and nobody else.

use crate::http::problem::{Problem, UNAUTHORIZED};
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use domain::ids::ApplicationId;
use domain::new_request::Origin;
use service::{Actor, Caller, Services};

/// A live key's application.
pub struct Key {
    pub application: ApplicationId,
}

impl Key {
    pub fn caller(&self) -> Caller {
        Caller {
            application: self.application,
            actor: Actor::Application(self.application),
            origin: Origin::Api,
        }
    }
}

impl FromRequestParts<Services> for Key {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, services: &Services) -> Result<Self, Problem> {
        let application = match bearer(&parts.headers) {
            Some(key) => services.applications().application_of_key(key).await?,
            None => None,
        };
        application
            .map(|application| Self { application })
            .ok_or_else(|| Problem::new(UNAUTHORIZED))
    }
}

fn bearer(headers: &HeaderMap) -> Option<&str> {
    let (scheme, key) = headers
        .get(header::AUTHORIZATION)?
        .to_str()
        .ok()?
        .split_once(' ')?;
    scheme
        .eq_ignore_ascii_case("bearer")
        .then_some(key.trim_start())
}
