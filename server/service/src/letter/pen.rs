//! The pen that writes a sheet downwards, and its sizes of letters, in points.

use super::font::Fonts;
use super::line::Run;
use words::Wording;
use words::letter::{Unprintable, Words};

pub(super) const MM: f32 = 72.0 / 25.4;
const LINE: f32 = 1.3;
/// The code is never smaller than this (and the letter's brief asks for 16 or more).
const CODE_LEAST: f32 = 16.0;
/// With its quiet zone; the code itself is more than 30 mm of it.
const QR: f32 = 40.0 * MM;
/// A logo is at most this wide and high.
const LOGO: (f32, f32) = (60.0 * MM, 16.0 * MM);

/// One line of glyphs, by the start of its baseline.
pub struct Line {
    pub run: Run,
    pub size: f32,
    pub x: f32,
    pub y: f32,
}

/// What a block of lines is to someone who is read to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Title,
    Heading,
    Paragraph,
}

pub struct Block {
    pub part: Part,
    pub lines: Vec<Line>,
}

pub struct Rectangle {
    pub x: f32,
    pub y: f32,
    pub width: f32,
    pub height: f32,
}

/// Where the QR code stands, and the line beneath it.
pub struct Picture {
    pub at: Rectangle,
    pub caption: Vec<Line>,
}

pub(super) struct Sizes {
    clinic: f32,
    title: f32,
    small: f32,
    name: f32,
    body: f32,
    code: f32,
    caption: f32,
}

pub(super) const NORMAL: Sizes = Sizes {
    clinic: 14.0,
    title: 19.0,
    small: 11.0,
    name: 15.0,
    body: 12.0,
    code: 19.0,
    caption: 10.0,
};

/// Nothing below 18 points.
pub(super) const LARGE: Sizes = Sizes {
    clinic: 18.0,
    title: 22.0,
    small: 18.0,
    name: 20.0,
    body: 18.0,
    code: 24.0,
    caption: 18.0,
};

impl Sizes {
    pub(super) fn shrunk(&self, to: f32) -> Self {
        Self {
            clinic: self.clinic * to,
            title: self.title * to,
            small: self.small * to,
            name: self.name * to,
            body: self.body * to,
            code: (self.code * to).max(CODE_LEAST),
            caption: self.caption * to,
        }
    }
}

/// Writes downwards.
pub(super) struct Pen<'a> {
    pub(super) fonts: &'a Fonts,
    pub(super) left: f32,
    pub(super) width: f32,
    /// The upper edge of what comes next.
    pub(super) y: f32,
    pub(super) gap: f32,
}

impl Pen<'_> {
    fn lines(
        &mut self,
        text: &str,
        (bold, size): (bool, f32),
        (x, width): (f32, f32),
        taken: f32,
    ) -> Result<Vec<Line>, Unprintable> {
        let runs = self.fonts.wrap(text, bold, size, width, taken)?;
        let mut lines = Vec::with_capacity(runs.len());
        for (index, run) in runs.into_iter().enumerate() {
            let x = if index == 0 { x + taken } else { x };
            // Noto's letters reach about one em above the baseline, accents included.
            let y = self.y + size;
            self.y += size * LINE;
            lines.push(Line { run, size, x, y });
        }
        Ok(lines)
    }

    fn block(&mut self, part: Part, text: &str, style: (bool, f32)) -> Result<Block, Unprintable> {
        let (left, width) = (self.left, self.width);
        let lines = self.lines(text, style, (left, width), 0.0)?;
        Ok(Block { part, lines })
    }

    fn paragraph(&mut self, text: &str, style: (bool, f32)) -> Result<Block, Unprintable> {
        self.block(Part::Paragraph, text, style)
    }

    /// As large as it fits, and never larger than a screen shows it.
    #[expect(clippy::cast_precision_loss, reason = "a logo has some hundred pixels")]
    pub(super) fn logo(&mut self, (width, height): (u32, u32), size: f32) -> Rectangle {
        /// A pixel of the screen, in points.
        const PIXEL: f32 = 0.75;
        let (width, height) = (width as f32, height as f32);
        let scale = (LOGO.0 / width).min(LOGO.1 / height).min(PIXEL) * size;
        let at = Rectangle {
            x: self.left,
            y: self.y,
            width: width * scale,
            height: height * scale,
        };
        self.y += at.height + self.gap / 2.0;
        at
    }

    /// The clinic on the left, the date on the right.
    pub(super) fn head(
        &mut self,
        words: &Words,
        contact: &[Wording],
        sizes: &Sizes,
        air: f32,
    ) -> Result<Vec<Block>, Unprintable> {
        let top = self.y;
        let date = self.fonts.shape(&words.date, false)?;
        let dated = date.width * sizes.body;
        let column = (self.left, self.width - dated - 2.0 * self.gap);
        let mut parts = vec![self.lines(&words.clinic, (true, sizes.clinic), column, 0.0)?];
        for line in contact {
            parts.push(self.lines(line, (false, sizes.body), column, 0.0)?);
        }
        let date = Line {
            run: date,
            size: sizes.body,
            x: self.left + self.width - dated,
            y: top + sizes.clinic,
        };
        self.y = self.y.max(top + air) + self.gap;
        parts.push(vec![date]);
        let block = |lines| Block {
            part: Part::Paragraph,
            lines,
        };
        Ok(parts.into_iter().map(block).collect())
    }

    /// Whom it is for, and what it is.
    pub(super) fn intent(
        &mut self,
        words: &Words,
        sizes: &Sizes,
    ) -> Result<Vec<Block>, Unprintable> {
        let title = self.block(Part::Title, &words.heading, (true, sizes.title))?;
        self.y += self.gap / 2.0;
        let made_for = self.paragraph(&words.made_for, (false, sizes.small))?;
        let name = self.paragraph(&words.name, (true, sizes.name))?;
        self.y += self.gap / 2.0;
        let what = self.paragraph(&words.what, (false, sizes.body))?;
        self.y += self.gap;
        Ok(vec![title, made_for, name, what])
    }

    /// The steps, and the QR code on their right.
    #[expect(clippy::type_complexity, reason = "two parts of a sheet, named there")]
    pub(super) fn way(
        &mut self,
        words: &Words,
        sizes: &Sizes,
    ) -> Result<(Vec<(Vec<Line>, Vec<Line>)>, Picture), Unprintable> {
        let top = self.y;
        // Wide enough for the caption to be two lines.
        let beside = QR.max(sizes.caption * 8.5);
        let indent = sizes.body * 1.7;
        let column = (
            self.left + indent,
            self.width - indent - beside - 2.0 * self.gap,
        );
        let mut steps = Vec::new();
        let go = (&words.step_go, Some(&words.address));
        for (number, (text, bold)) in [go, (&words.step_code, None), (&words.step_answer, None)]
            .into_iter()
            .enumerate()
        {
            let line = self.y;
            let number = format!("{}.", number + 1);
            let label = self.lines(&number, (false, sizes.body), (self.left, indent), 0.0)?;
            self.y = line;
            let mut lines = self.lines(text, (false, sizes.body), column, 0.0)?;
            if let Some(address) = bold {
                lines.extend(self.lines(address, (true, sizes.body), column, 0.0)?);
            }
            self.y += self.gap * 0.6;
            steps.push((label, lines));
        }
        let end = self.y;
        self.y = top;
        let picture = self.picture(words, sizes, beside)?;
        self.y = self.y.max(end) + self.gap * 0.6;
        Ok((steps, picture))
    }

    fn picture(
        &mut self,
        words: &Words,
        sizes: &Sizes,
        beside: f32,
    ) -> Result<Picture, Unprintable> {
        let x = self.left + self.width - beside;
        let at = Rectangle {
            x: x + (beside - QR) / 2.0,
            y: self.y,
            width: QR,
            height: QR,
        };
        self.y += QR;
        let mut caption =
            self.lines(&words.qr_caption, (false, sizes.caption), (x, beside), 0.0)?;
        for line in &mut caption {
            line.x += (beside - line.run.width * line.size).max(0.0) / 2.0;
        }
        Ok(Picture { at, caption })
    }

    pub(super) fn code(
        &mut self,
        words: &Words,
        sizes: &Sizes,
    ) -> Result<(Rectangle, Vec<Block>), Unprintable> {
        let (top, inset) = (self.y, 14.0);
        let (left, width) = (self.left, self.width);
        (self.left, self.width) = (left + inset, width - 2.0 * inset);
        self.y += 8.0;
        let heading = self.block(Part::Heading, &words.code_heading, (true, sizes.body))?;
        let code = self.paragraph(&words.code.to_string(), (true, sizes.code))?;
        let ends = self.paragraph(&words.ends, (false, sizes.body))?;
        self.y += 9.0;
        let frame = Rectangle {
            x: left,
            y: top,
            width,
            height: self.y - top,
        };
        (self.left, self.width) = (left, width);
        self.y += self.gap;
        Ok((frame, vec![heading, code, ends]))
    }

    pub(super) fn help(&mut self, words: &Words, sizes: &Sizes) -> Result<Vec<Block>, Unprintable> {
        let style = (false, sizes.small);
        let question = self.paragraph(&words.question, style)?;
        self.y += self.gap * 0.6;
        let help = self.paragraph(&words.help, style)?;
        self.y += self.gap * 0.6;
        let lead = format!("{} ", words.not_expecting);
        let lead = self.fonts.shape(&lead, true)?;
        let taken = lead.width * sizes.small;
        let lead = Line {
            run: lead,
            size: sizes.small,
            x: self.left,
            y: self.y + sizes.small,
        };
        let column = (self.left, self.width);
        let mut lines = vec![lead];
        lines.extend(self.lines(&words.not_expecting_call, style, column, taken)?);
        let not_expecting = Block {
            part: Part::Paragraph,
            lines,
        };
        Ok(vec![question, help, not_expecting])
    }
}
