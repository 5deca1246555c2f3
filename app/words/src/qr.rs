//! The modules of a QR code: the printed page and the PDF both draw them.

use qrcode::{Color, EcLevel, QrCode};

/// Modules of white around the code (ISO/IEC 18004).
pub const QUIET: usize = 4;

/// Where a code is dark, its quiet zone included.
#[derive(Clone)]
pub struct Modules {
    /// Modules on each side.
    pub side: usize,
    /// Column and row of every dark one, row by row.
    pub dark: Vec<(usize, usize)>,
}

/// The code of `text`; none when it is too long for any.
pub fn modules(text: &str) -> Option<Modules> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
    let width = code.width();
    let dark = code
        .to_colors()
        .into_iter()
        .enumerate()
        .filter(|(_, colour)| *colour == Color::Dark)
        .map(|(index, _)| (index % width + QUIET, index / width + QUIET))
        .collect();
    Some(Modules {
        side: width + 2 * QUIET,
        dark,
    })
}
