//! The picture of a QR code, as inline SVG with the quiet zone inside.

use leptos::prelude::*;
use std::fmt::Write;
use words::Wording;
use words::qr::{Modules, modules};

/// The picture of `text`; none when it is too long for any QR code. `label` is read out in its place.
pub fn picture(text: &str, label: Wording) -> Option<impl IntoView + use<>> {
    let modules = modules(text)?;
    let side = modules.side;
    Some(view! {
        <svg
            class="qr"
            role="img"
            aria-label=label
            viewBox=format!("0 0 {side} {side}")
            shape-rendering="crispEdges"
        >
            <rect width=side height=side fill="#fff"></rect>
            <path d=path(&modules) fill="#000"></path>
        </svg>
    })
}

fn path(modules: &Modules) -> String {
    let mut path = String::new();
    for (x, y) in &modules.dark {
        // Writing into a String cannot fail.
        let _ = write!(path, "M{x} {y}h1v1h-1z");
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;
    use words::qr::QUIET;

    #[test]
    fn staff_letters_qr_keeps_its_quiet_zone() {
        let text = "https://connect.example.org/connect#BBBB-BBBB-BBBB-BBBB-BBBB";
        let code = modules(text).expect("fits");
        let drawn = path(&code);
        assert!(
            drawn.starts_with("M4 4h1v1h-1z"),
            "the corner of the finder pattern"
        );
        let svg = picture(text, "A QR code".into()).expect("fits").to_html();
        let side = code.side;
        let drawn_within = |at: &usize| (QUIET..side - QUIET).contains(at);
        let inside = code
            .dark
            .iter()
            .all(|(x, y)| drawn_within(x) && drawn_within(y));
        assert!(inside, "nothing dark in the quiet zone");
        assert!(
            svg.contains(&format!("viewBox=\"0 0 {side} {side}\"")),
            "{svg}"
        );
    }

    #[test]
    fn staff_letters_text_beyond_any_qr_has_no_picture() {
        assert!(picture(&"x".repeat(10_000), String::new().into()).is_none());
    }
}
