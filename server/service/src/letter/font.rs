//! The letters' font: text is measured here with the same glyphs that are drawn.

use krilla::text::{Font, Glyph, GlyphId, KrillaGlyph};
use rustybuzz::{Direction, Face, UnicodeBuffer};
use std::sync::LazyLock;
use words::letter::Unprintable;

static REGULAR: &[u8] = include_bytes!("../../fonts/NotoSans-Regular.ttf");
static BOLD: &[u8] = include_bytes!("../../fonts/NotoSans-Bold.ttf");

static FONTS: LazyLock<Option<Fonts>> = LazyLock::new(|| {
    Some(Fonts {
        regular: Typeface::read(REGULAR)?,
        bold: Typeface::read(BOLD)?,
    })
});

pub struct Fonts {
    pub regular: Typeface,
    pub bold: Typeface,
}

impl Fonts {
    /// Compiled in, and read once.
    pub fn get() -> Result<&'static Self, Unprintable> {
        FONTS.as_ref().ok_or(Unprintable::Form)
    }
}

pub struct Typeface {
    pub font: Font,
    shaper: Face<'static>,
}

/// Text on one line, in glyphs.
#[derive(Clone)]
pub struct Run {
    pub text: String,
    pub glyphs: Vec<KrillaGlyph>,
    /// In ems: times the size it is the width.
    pub width: f32,
}

impl Typeface {
    fn read(data: &'static [u8]) -> Option<Self> {
        Some(Self {
            font: Font::new(data.into(), 0)?,
            shaper: Face::from_slice(data, 0)?,
        })
    }

    /// The glyphs of a text; refused for the first sign that has none.
    pub fn shape(&self, text: &str) -> Result<Run, Unprintable> {
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.guess_segment_properties();
        // The font has no script that runs the other way.
        buffer.set_direction(Direction::LeftToRight);
        let shaped = rustybuzz::shape(&self.shaper, &[], buffer);
        let starts: Vec<usize> = shaped
            .glyph_infos()
            .iter()
            .map(|glyph| glyph.cluster as usize)
            .collect();
        let em = self.font.units_per_em();
        let mut glyphs = Vec::with_capacity(starts.len());
        let mut width = 0.0;
        for (index, (info, place)) in shaped
            .glyph_infos()
            .iter()
            .zip(shaped.glyph_positions())
            .enumerate()
        {
            let start = starts[index];
            if info.glyph_id == 0 {
                let sign = text.get(start..).and_then(|rest| rest.chars().next());
                return Err(sign.map_or(Unprintable::Form, Unprintable::Sign));
            }
            let end = starts[index..].iter().find(|other| **other > start);
            let advance = ems(place.x_advance, em);
            width += advance;
            glyphs.push(KrillaGlyph::new(
                GlyphId::new(info.glyph_id),
                advance,
                ems(place.x_offset, em),
                ems(place.y_offset, em),
                ems(place.y_advance, em),
                start..end.copied().unwrap_or(text.len()),
                None,
            ));
        }
        Ok(Run {
            text: text.to_owned(),
            glyphs,
            width,
        })
    }

    /// Lines no wider than `width`, of which the first has `taken` less. Words stay whole unless one is wider
    /// than a line. Every line but the last ends with the blank that it was broken at.
    pub fn wrap(
        &self,
        text: &str,
        size: f32,
        width: f32,
        taken: f32,
    ) -> Result<Vec<Run>, Unprintable> {
        let blank = self.shape(" ")?.width * size;
        let mut lines = Vec::new();
        let mut line = String::new();
        let mut used = taken;
        for word in text.split_whitespace() {
            let shaped = self.shape(word)?;
            let wide = shaped.width * size;
            let before = if line.is_empty() { 0.0 } else { blank };
            if used + before + wide <= width {
                if !line.is_empty() {
                    line.push(' ');
                }
                line.push_str(word);
                used += before + wide;
                continue;
            }
            if !line.is_empty() || used > 0.0 {
                line.push(' ');
                lines.push(std::mem::take(&mut line));
            }
            used = 0.0;
            let mut said = 0;
            for glyph in &shaped.glyphs {
                let wide = glyph.x_advance(size);
                // Glyphs that stand for the same signs share their text.
                let signs = said.max(glyph.text_range().start)..glyph.text_range().end;
                said = said.max(signs.end);
                if used + wide > width && !line.is_empty() {
                    lines.push(std::mem::take(&mut line));
                    used = 0.0;
                }
                line.push_str(word.get(signs).unwrap_or_default());
                used += wide;
            }
        }
        lines.push(line);
        lines.iter().map(|line| self.shape(line)).collect()
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a font's units are some thousands to the em"
)]
fn ems(units: i32, em: f32) -> f32 {
    units as f32 / em
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str, width: f32) -> Vec<String> {
        let fonts = Fonts::get().expect("the fonts");
        let lines = fonts.regular.wrap(text, 10.0, width, 0.0).expect("glyphs");
        for line in &lines {
            assert!(line.width * 10.0 <= width + 3.0, "{:?}", line.text);
        }
        lines.into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn lines_break_inside_a_word_only_where_it_is_wider_than_a_line() {
        assert_eq!(lines("Emma's record", 200.0), ["Emma's record"]);
        assert_eq!(lines("Emma's record", 50.0), ["Emma's ", "record"]);
        let broken = lines(&"W".repeat(40), 100.0);
        assert!(broken.len() > 2);
        assert_eq!(broken.concat(), "W".repeat(40));
    }

    #[test]
    fn a_sign_without_a_glyph_is_named() {
        let fonts = Fonts::get().expect("the fonts");
        let refused = fonts.bold.shape("Emma 字").err();
        assert_eq!(refused, Some(Unprintable::Sign('字')));
        for name in ["Zoë Müller-Łukasz", "Ελένη", "Наталья", "Nguyễn Thị Hương"]
        {
            assert!(fonts.bold.shape(name).is_ok(), "{name}");
        }
    }
}
