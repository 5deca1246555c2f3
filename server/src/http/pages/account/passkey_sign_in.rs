//! `/sign-in/passkey`: the sign-in without a password. The script of the sign-in page asks for a challenge here and sends
//! what the browser answered as a form.

use super::sign_in::{shown, signed_in};
use crate::http::error::PageError;
use crate::http::failed_sign_in::FailedSignIn;
use crate::http::passkey_browser::AskingBrowser;
use crate::http::session::SessionHandle;
use crate::http::web::{Web, retry_after};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum_extra::extract::Form;
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};
use service::{Failure, SentSignature, Source, TooManyCeremonies};

#[derive(Serialize)]
struct Started {
    challenge: String,
}

/// The same for everyone: who signs in is said by their authenticator alone.
pub async fn post_begin(
    State(web): State<Web>,
    source: Source,
    browser: AskingBrowser,
) -> Result<Response, PageError> {
    let people = web.services.people();
    if people.relying_party().is_none() {
        return Err(PageError::NotFound);
    }
    match people.start_passkey_sign_in(browser.0, &source).await {
        Ok(challenge) => Ok((browser.kept(&web), Json(Started { challenge })).into_response()),
        Err(Failure::Rejected(TooManyCeremonies { until })) => {
            let wait = until.since(web.services.ports().now());
            let refused = StatusCode::TOO_MANY_REQUESTS.into_response();
            Ok(retry_after(wait, refused))
        }
        Err(Failure::Internal(fault)) => Err(fault.into()),
    }
}

/// What the browser answered, in base64.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Fields {
    credential: String,
    user: String,
    client_data: String,
    authenticator_data: String,
    signature: String,
}

impl Fields {
    /// None where a field is no base64: no browser of ours wrote it.
    fn decoded(&self) -> Option<SentSignature> {
        let decode = |field: &str| BASE64_URL_SAFE_NO_PAD.decode(field).ok();
        Some(SentSignature {
            credential: decode(&self.credential)?,
            user: decode(&self.user)?,
            client_data: decode(&self.client_data)?,
            authenticator_data: decode(&self.authenticator_data)?,
            signature: decode(&self.signature)?,
        })
    }
}

pub async fn post(
    State(web): State<Web>,
    source: Source,
    browser: AskingBrowser,
    mut session: SessionHandle,
    Form(fields): Form<Fields>,
) -> Result<Response, PageError> {
    let people = web.services.people();
    let signed = match fields.decoded() {
        Some(sent) => people.sign_in_by_passkey(&sent, browser.0, &source).await?,
        None => None,
    };
    if let Some(by) = signed {
        return signed_in(&web, &mut session, &source, by).await;
    }
    let mut response = shown(&web, &session, StatusCode::UNPROCESSABLE_ENTITY, true).await?;
    response.extensions_mut().insert(FailedSignIn);
    Ok(response)
}
