//! Renders a view once, on the server, into a whole page or a piece of one.

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
    owned(|| {
        leptos::nonce::provide_nonce();
        let nonce = leptos::nonce::use_nonce()
            .map(|nonce| nonce.to_string())
            .unwrap_or_default();
        let body = view().into_view().to_html();
        Page {
            html: format!("<!DOCTYPE html>{body}"),
            nonce,
        }
    })
}

/// Renders a piece of a page, for one that is open already.
pub fn part<V: IntoView>(view: impl FnOnce() -> V) -> String {
    owned(|| view().into_view().to_html())
}

fn owned<T>(render: impl FnOnce() -> T) -> T {
    let context = Arc::new(hydration_context::SsrSharedContext::new_islands());
    let owner = Owner::new_root(Some(context));
    let rendered = owner.with(render);
    owner.unset();
    rendered
}
