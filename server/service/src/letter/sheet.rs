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
    /// How far down the marks are where the sheet is folded into thirds; none in large print, which has no room at its edge.
    pub folds: Vec<f32>,
}

impl Sheet {
    /// `logo` is its width and height, in pixels.
    pub fn lay_out(
        fonts: &Fonts,
        words: &Words,
        logo: Option<(u32, u32)>,
        form: Form,
    ) -> Result<Self, Unprintable> {
        let leftward = words.language.is_right_to_left();
        fonts.leftward.set(leftward);
        let modules = modules(&words.link).ok_or(Unprintable::Form)?;
        // Letters that can be read go before all that a clinic says of itself.
        for (air, size) in TIGHTER {
            let all = (words.contact.as_slice(), logo);
            let phone = (std::slice::from_ref(&words.phone), None);
            for own in [all, phone] {
                let tried = Self::try_with(fonts, words, own, &modules, form, (air, size))?;
                if let Some(sheet) = tried {
                    let width = form.paper.size().0;
                    return Ok(if leftward {
                        sheet.mirrored(width)
                    } else {
                        sheet
                    });
                }
            }
        }
        Err(Unprintable::Form)
    }

    /// For a letter that is read from the right: the left margin becomes the right one. What is drawn stays as it is.
    fn mirrored(mut self, width: f32) -> Self {
        let blocks = self.before.iter_mut().chain(&mut self.after);
        let lines = blocks.flat_map(|block| &mut block.lines);
        let steps = self
            .steps
            .iter_mut()
            .flat_map(|(number, body)| number.iter_mut().chain(body));
        for line in lines.chain(steps).chain(&mut self.picture.caption) {
            line.x = width - line.x - line.run.width * line.size;
        }
        let rectangles = [&mut self.picture.at, &mut self.frame];
        for rectangle in rectangles.into_iter().chain(&mut self.logo) {
            rectangle.x = width - rectangle.x - rectangle.width;
        }
        self
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
            gap: if form.large { 5.0 } else { 9.0 } * size,
        };
        let logo = logo.map(|pixels| pen.logo(pixels, size));
        // Large print leaves no room for a window.
        let addressed = !form.large && !words.addressee.is_empty();
        let air = if addressed { 0.0 } else { WINDOW * air };
        let mut before = pen.head(words, contact, &sizes, air)?;
        if addressed {
            match pen.addressee(words)? {
                Some(lines) => before.extend(lines),
                None => return Ok(None),
            }
        }
        before.extend(pen.intent(words, &sizes)?);
        let (steps, picture) = pen.way(words, &sizes)?;
        let (frame, mut after) = pen.code(words, &sizes)?;
        after.extend(pen.help(words, &sizes)?);
        after.extend(pen.for_staff(words, &sizes)?);
        let fits = pen.y <= height - 12.0 * MM;
        Ok(fits.then_some(Self {
            logo,
            before,
            steps,
            picture,
            modules: modules.clone(),
            frame,
            after,
            folds: if form.large {
                Vec::new()
            } else {
                form.paper.folds().to_vec()
            },
        }))
    }
}

impl Paper {
    /// Distances of the two folds from the upper edge, in points: for A4 those of DIN 5008, form B.
    const fn folds(self) -> [f32; 2] {
        match self {
            Self::A4 => [105.0 * MM, 210.0 * MM],
            Self::Letter => [264.0, 528.0],
        }
    }

    /// Width and height in points.
    pub const fn size(self) -> (f32, f32) {
        match self {
            Self::A4 => (595.28, 841.89),
            Self::Letter => (612.0, 792.0),
        }
    }
}
