//! Renders a view once, on the server, into a whole page.

use leptos::prelude::*;
use leptos::reactive::owner::Owner;
use std::sync::Arc;

/// A rendered page, and the nonce its scripts carry.
pub struct Page {
    pub html: String,
    pub nonce: String,
}

/// Renders `view` under an owner of its own with the islands' context: nothing is reactive, nothing waits.
pub fn render<V: IntoView>(view: impl FnOnce() -> V) -> Page {
    let context = Arc::new(hydration_context::SsrSharedContext::new_islands());
    let owner = Owner::new_root(Some(context));
    let page = owner.with(|| {
        leptos::nonce::provide_nonce();
        let nonce = leptos::nonce::use_nonce()
            .map(|nonce| nonce.to_string())
            .unwrap_or_default();
        let body = view().into_view().to_html();
        Page {
            html: format!("<!DOCTYPE html>{body}"),
            nonce,
        }
    });
    owner.unset();
    page
}
