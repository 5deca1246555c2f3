//! What a browser says about a passkey: for which page it asked, and what for.

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use serde::Deserialize;

#[derive(Clone, Copy)]
pub enum Ceremony {
    Make,
    Show,
}

impl Ceremony {
    pub const fn name(self) -> &'static str {
        match self {
            Self::Make => "webauthn.create",
            Self::Show => "webauthn.get",
        }
    }
}

/// The browser's own words, as JSON. Browsers may add what we know nothing of.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Said {
    #[serde(rename = "type")]
    pub purpose: String,
    /// In base64, as it was given.
    pub challenge: String,
    pub origin: String,
    #[serde(default)]
    cross_origin: bool,
    #[serde(default)]
    top_origin: Option<String>,
}

impl Said {
    pub fn read(text: &[u8]) -> Option<Self> {
        // Some browsers write a mark of the byte order in front.
        let text = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text);
        serde_json::from_slice(text).ok()
    }

    /// Whether the page lay in a frame of another site.
    pub const fn is_framed(&self) -> bool {
        self.cross_origin || self.top_origin.is_some()
    }
}

/// The challenge that a browser says it was given: as it wrote it, and its bytes.
pub fn challenge_of(client_data: &[u8]) -> Option<(String, Vec<u8>)> {
    let challenge = Said::read(client_data)?.challenge;
    let bytes = BASE64_URL_SAFE_NO_PAD.decode(&challenge).ok()?;
    Some((challenge, bytes))
}
