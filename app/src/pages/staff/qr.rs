//! A QR code as inline SVG: one path, one unit per module, the quiet zone inside.

use leptos::prelude::*;
use qrcode::{Color, EcLevel, QrCode};
use std::fmt::Write;

/// Modules of white around the code (ISO/IEC 18004).
const QUIET: usize = 4;

/// The picture of `text`; none when it is too long for any QR code. `label` is read out in its place.
pub fn picture(text: &str, label: String) -> Option<impl IntoView + use<>> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
    let side = code.width() + 2 * QUIET;
    Some(view! {
        <svg
            class="qr"
            role="img"
            aria-label=label
            viewBox=format!("0 0 {side} {side}")
            shape-rendering="crispEdges"
        >
            <rect width=side height=side fill="#fff"></rect>
            <path d=dark_modules(&code) fill="#000"></path>
        </svg>
    })
}

fn dark_modules(code: &QrCode) -> String {
    let mut path = String::new();
    for (index, colour) in code.to_colors().into_iter().enumerate() {
        if colour == Color::Dark {
            let (x, y) = (index % code.width() + QUIET, index / code.width() + QUIET);
            // Writing into a String cannot fail.
            let _ = write!(path, "M{x} {y}h1v1h-1z");
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn staff_letters_qr_keeps_its_quiet_zone() {
        let text = "https://connect.example.org/connect#BBBB-BBBB-BBBB-BBBB-BBBB";
        let code = QrCode::with_error_correction_level(text, EcLevel::M).expect("fits");
        let drawn = dark_modules(&code);
        assert!(
            drawn.starts_with("M4 4h1v1h-1z"),
            "the corner of the finder pattern"
        );
        let svg = picture(text, "A QR code".into()).expect("fits").to_html();
        let side = code.width() + 8;
        assert!(
            svg.contains(&format!("viewBox=\"0 0 {side} {side}\"")),
            "{svg}"
        );
    }

    #[test]
    fn staff_letters_text_beyond_any_qr_has_no_picture() {
        assert!(picture(&"x".repeat(10_000), String::new()).is_none());
    }
}
