//! What a page showed, as a short digest that its form carries back: a decision names what it was about.
//!
//! The page's view and the transaction that acts make the digest of the same value. Where the two differ, nothing
//! changes and the page is shown again. Only forms carry one: a call of the API, the XML platform or the command line
//! says all that it asks for, and no page was read before it.

use crate::Services;
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use serde::Serialize;
use subtle::ConstantTimeEq;

/// The bytes of a digest that a form carries: no one finds two pages of one digest, as the key stays here.
const LENGTH: usize = 16;

/// The digest of what one page showed.
#[derive(Clone, Debug, Default)]
pub struct Seen(String);

impl Seen {
    /// What came with a form. Empty or altered text fits no page.
    pub fn sent(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// What a form carries in its hidden field.
    pub fn into_field(self) -> String {
        self.0
    }

    /// Whether the caller asks for what holds now: without a digest they were shown no page.
    pub(crate) fn fits(sent: Option<&Self>, now: &Self) -> bool {
        sent.is_none_or(|sent| sent.is(now))
    }

    /// Whether both are of the same page.
    pub(crate) fn is(&self, other: &Self) -> bool {
        !self.0.is_empty() && self.0.as_bytes().ct_eq(other.0.as_bytes()).into()
    }
}

impl Services {
    /// The digest of what a page of this kind shows. A value that cannot be written down fits no form.
    pub(crate) fn seen(&self, kind: &str, shown: &impl Serialize) -> Seen {
        let Ok(shown) = serde_json::to_vec(shown) else {
            return Seen::default();
        };
        let digest = self.sealer().digest("seen", &[kind.as_bytes(), &shown]);
        let digest = digest.get(..LENGTH).unwrap_or(&digest);
        Seen(BASE64_URL_SAFE_NO_PAD.encode(digest))
    }
}
