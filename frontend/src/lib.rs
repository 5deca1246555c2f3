//! What the browser loads: the islands of `app`, and nothing else. On any other target this crate is empty.
#![cfg(target_arch = "wasm32")]

// Linked for the hydration functions that each island exports.
extern crate app;

/// Makes the page ready for its islands; the page's own script then wakes each of them.
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
}
