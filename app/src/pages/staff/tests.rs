//! What each of the desk's pages says in each state; what holds for all pages is tested with all of them.

mod access;
mod bulk;
mod list;
mod new_request;
mod request;
mod set_up;
mod settings;

use super::samples::{self, MARKUP};
use crate::pages::tests::{page_named, text};

fn all() -> Vec<(String, String)> {
    samples::all()
        .into_iter()
        .map(|(name, page)| (name, page.html))
        .collect()
}

/// Each page shows its words.
fn say(expected: &[(&str, &str)]) {
    let pages = all();
    let missing: Vec<_> = expected
        .iter()
        .filter(|(name, words)| !text(page_named(&pages, name)).contains(words))
        .map(|(name, words)| format!("{name}: {words}"))
        .collect();
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn staff_pages_show_markup_as_text() {
    for (name, html) in all() {
        assert!(!html.contains("<b>"), "{name}");
    }
    let pages = all();
    for name in [
        "staff-list",
        "staff-merge",
        "staff-merge-both",
        "staff-reissue-asked",
        "staff-request-marked-up",
        "staff-letter-marked-up",
    ] {
        assert!(text(page_named(&pages, name)).contains(MARKUP), "{name}");
    }
}

#[test]
fn staff_fields_keep_what_was_typed() {
    let pages = all();
    let html = page_named(&pages, "staff-new-unavailable");
    for typed in [
        "MRN-10442",
        "Nancy Blackett",
        "maria@example.org",
        "&lt;b&gt;Emma",
    ] {
        assert!(html.contains(&format!("value=\"{typed}")), "{typed}");
    }
    let html = page_named(&pages, "staff-sign-in-wrong");
    assert!(html.contains("value=\"robin@clinic.example\""));
    let html = page_named(&pages, "staff-list-filtered");
    assert!(html.contains("name=\"q\"") && html.contains("value=\"&lt;b&gt;Emma"));
}
