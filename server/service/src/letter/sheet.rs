//! Where everything stands on one sheet, in points from its upper left corner.
//!
//! A sheet is one page, always: long names wrap, then the air goes, then everything shrinks but the code and its picture.

use super::font::Fonts;
use super::pen::{Block, LARGE, Line, MM, NORMAL, Pen, Picture, Rectangle};
use super::{Form, Paper};
use words::Wording;
use words::letter::{Unprintable, Words};
use words::qr::{Modules, modules};

/// How far up the window of an envelope reaches: there is the clinic, never the patient.
const WINDOW: f32 = 64.0 * MM;
/// What is given up, one after the other, until the sheet holds everything: air beneath the clinic, then size.
const TIGHTER: [(f32, f32); 14] = [
    (1.0, 1.0),
    (0.75, 1.0),
    (0.5, 1.0),
    (0.25, 1.0),
    (0.0, 1.0),
    (0.0, 0.95),
    (0.0, 0.9),
    (0.0, 0.85),
    (0.0, 0.8),
    (0.0, 0.7),
    (0.0, 0.6),
    (0.0, 0.5),
    (0.0, 0.4),
    (0.0, 0.3),
];

/// Everything on the sheet, in the order it is read.
pub struct Sheet {
    /// Above the clinic's name, where there is room for it.
    pub logo: Option<Rectangle>,
    pub before: Vec<Block>,
    /// Number and words of each step.
    pub steps: Vec<(Vec<Line>, Vec<Line>)>,
    pub picture: Picture,
    pub modules: Modules,
    /// Drawn around the code.
    pub frame: Rectangle,
    pub after: Vec<Block>,
}

impl Sheet {
    /// `logo` is its width and height, in pixels.
    pub fn lay_out(
        fonts: &Fonts,
        words: &Words,
        logo: Option<(u32, u32)>,
        form: Form,
    ) -> Result<Self, Unprintable> {
        let modules = modules(&words.link).ok_or(Unprintable::Form)?;
        // Letters that can be read go before all that a clinic says of itself.
        for (air, size) in TIGHTER {
            let all = (words.contact.as_slice(), logo);
            let phone = (std::slice::from_ref(&words.phone), None);
            for own in [all, phone] {
                let tried = Self::try_with(fonts, words, own, &modules, form, (air, size))?;
                if let Some(sheet) = tried {
                    return Ok(sheet);
                }
            }
        }
        Err(Unprintable::Form)
    }

    /// None where it would reach beyond the sheet.
    fn try_with(
        fonts: &Fonts,
        words: &Words,
        (contact, logo): (&[Wording], Option<(u32, u32)>),
        modules: &Modules,
        form: Form,
        (air, size): (f32, f32),
    ) -> Result<Option<Self>, Unprintable> {
        let (width, height) = form.paper.size();
        // Large print needs the room more than the margin does; 12 mm is what any printer reaches.
        let (margin, top) = if form.large {
            (15.0 * MM, 12.0 * MM)
        } else {
            (20.0 * MM, 15.0 * MM)
        };
        let sizes = if form.large { LARGE } else { NORMAL }.shrunk(size);
        let mut pen = Pen {
            fonts,
            left: margin,
            width: width - 2.0 * margin,
            y: top,
            gap: 9.0 * size,
        };
        let logo = logo.map(|pixels| pen.logo(pixels, size));
        let mut before = pen.head(words, contact, &sizes, WINDOW * air)?;
        before.extend(pen.intent(words, &sizes)?);
        let (steps, picture) = pen.way(words, &sizes)?;
        let (frame, mut after) = pen.code(words, &sizes)?;
        after.extend(pen.help(words, &sizes)?);
        let fits = pen.y <= height - 12.0 * MM;
        Ok(fits.then_some(Self {
            logo,
            before,
            steps,
            picture,
            modules: modules.clone(),
            frame,
            after,
        }))
    }
}

impl Paper {
    /// Width and height in points.
    pub const fn size(self) -> (f32, f32) {
        match self {
            Self::A4 => (595.28, 841.89),
            Self::Letter => (612.0, 792.0),
        }
    }
}
