//! What every handler is given.

use super::error::RETRY_AFTER;
use super::session::SessionHandle;
use crate::config::Config;
use app::components::{Assets, Frame};
use app::page::Page;
use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use domain::policy;
use domain::timestamp::Timestamp;
use domain::zone::Zone;
use service::mail::Transport;
use service::{InternalError, Services};
use std::sync::Arc;
use std::time::Duration;

/// The handlers' state.
#[derive(Clone)]
pub struct Web {
    pub services: Services,
    pub assets: Assets,
    pub config: Arc<Config>,
    /// Whether the public URL is https.
    pub secure: bool,
}

impl Web {
    /// Whether mail leaves at all: by the configuration, or by stored settings.
    pub async fn sends_mail(&self) -> Result<bool, InternalError> {
        let mailer = self
            .services
            .installation()
            .current_mailer(&self.config.mail)
            .await?;
        Ok(!matches!(
            mailer.transport(),
            Transport::None | Transport::Unset
        ))
    }

    /// A page whose session does not matter, as a response.
    pub fn show<V: ?Sized>(
        &self,
        status: StatusCode,
        page: impl FnOnce(&Frame, &V) -> Page,
        view: &V,
    ) -> Response {
        show(status, page(&self.bare_frame(), view))
    }

    /// The frame of a patient's page.
    pub fn frame(&self, session: &SessionHandle) -> Frame {
        Frame {
            assets: self.assets.clone(),
            signed_in: session
                .data
                .person
                .as_ref()
                .map(|person| person.name.clone()),
            clinic: None,
            role: None,
            time_zone: Zone::UTC,
        }
    }

    /// The frame of a page whose session does not matter.
    pub fn bare_frame(&self) -> Frame {
        Frame {
            assets: self.assets.clone(),
            signed_in: None,
            clinic: None,
            role: None,
            time_zone: Zone::UTC,
        }
    }
}

/// The nonce of a page's scripts, for the header that allows them.
#[derive(Clone)]
pub struct Nonce(pub String);

/// A page as a response; one that is unavailable says when to come back.
pub fn show(status: StatusCode, page: Page) -> Response {
    let mut response = (status, Html(page.html)).into_response();
    response.extensions_mut().insert(Nonce(page.nonce));
    match status {
        StatusCode::SERVICE_UNAVAILABLE => retry_after(RETRY_AFTER, response),
        _ => response,
    }
}

/// The response, which says how long to wait before the next try.
pub fn retry_after(wait: Duration, response: Response) -> Response {
    let seconds = wait.as_millis().div_ceil(1_000).max(1);
    ([(header::RETRY_AFTER, seconds.to_string())], response).into_response()
}

/// Whole seconds until a time, at least 1: what a page tells someone who must wait.
pub fn seconds_until(now: Timestamp, until: Timestamp) -> u64 {
    let wait = until.since(now).as_millis().div_ceil(1_000).max(1);
    u64::try_from(wait).unwrap_or(u64::MAX)
}

/// What someone who entered too many unknown codes is told.
pub const SLOW_DOWN_MINUTES: u64 = policy::CODE_MISS_WAIT.as_secs() / 60;
