//! What was typed into a form that could not be handled: kept for the page that says so.

use axum::body::{Body, Bytes, HttpBody, to_bytes};
use axum::extract::Request;
use axum::http::{Method, StatusCode, header};
use domain::policy;

/// A form as it was sent.
pub struct Sent {
    path: String,
    body: Bytes,
}

/// Reads a form beforehand; everything else, and a form that is too large, passes as it is.
pub async fn read(request: Request) -> Result<(Request, Option<Sent>), StatusCode> {
    let kind = request.headers().get(header::CONTENT_TYPE);
    let form = request.method() == Method::POST
        && kind.is_some_and(|kind| {
            kind.as_bytes()
                .starts_with(b"application/x-www-form-urlencoded")
        });
    let most = u64::try_from(policy::BODY_MAX).unwrap_or(u64::MAX);
    let fits = request
        .body()
        .size_hint()
        .upper()
        .is_some_and(|size| size <= most);
    if !form || !fits {
        return Ok((request, None));
    }
    let (parts, body) = request.into_parts();
    let body = to_bytes(body, policy::BODY_MAX).await;
    let body = body.map_err(|_broken_off| StatusCode::BAD_REQUEST)?;
    let sent = Sent {
        path: parts.uri.path().to_owned(),
        body: body.clone(),
    };
    Ok((Request::from_parts(parts, Body::from(body)), Some(sent)))
}

/// Fields that no one types.
const CHOSEN: [&str; 5] = ["choice", "decision", "record", "rule", "seen"];
const ASKED_BY_A_SCRIPT: &str = "/staff/requests/holder";

impl Sent {
    /// Its fields but for secrets; None where there are no others.
    pub fn fields(&self) -> Option<Vec<(String, String)>> {
        let fields = serde_urlencoded::from_bytes::<Vec<(String, String)>>(&self.body);
        let mut fields = fields.unwrap_or_default();
        fields.retain(|(name, _)| !self.is_secret(name));
        Some(fields).filter(|fields| !fields.is_empty())
    }

    /// The same, where there is a text among them, and no mere choice. A script that asks is told where to sign in.
    pub fn typed(&self) -> Option<Vec<(String, String)>> {
        let chosen = |name: &str| CHOSEN.contains(&name);
        let fields = self.fields().filter(|_| self.path != ASKED_BY_A_SCRIPT)?;
        let typed = fields.iter().any(|(name, _)| !chosen(name));
        typed.then_some(fields)
    }

    /// What no page of ours shows again: passwords, mailed digits, codes of an authenticator.
    fn is_secret(&self, name: &str) -> bool {
        let at_the_desk = self.path.starts_with("/staff/");
        let code = matches!(name, "code" | "current_code" | "recovery_code");
        name.contains("password") || name == "digits" || (code && at_the_desk)
    }
}
