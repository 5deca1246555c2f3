//! Text as lines of glyphs: right-to-left scripts by the Unicode bidirectional algorithm (UAX 9), each piece in a
//! typeface that has its signs, and lines no wider than there is room.

use super::font::{Fonts, Typeface};
use super::machine::{Unit, Wanted};
use krilla::text::{Glyph, GlyphId, KrillaGlyph};
use rustybuzz::Direction;
use std::ops::Range;
use std::sync::Arc;
use unicode_bidi::{BidiClass, Level, ParagraphBidiInfo, bidi_class};
use unicode_script::{Script, UnicodeScript};
use unicode_segmentation::UnicodeSegmentation;
use words::letter::Unprintable;

/// Text on one line, in glyphs.
#[derive(Clone)]
pub struct Run {
    pub text: String,
    /// In the order they are read.
    pub pieces: Vec<Piece>,
    /// In ems: times the size it is the width.
    pub width: f32,
}

/// Glyphs of one typeface, from left to right.
#[derive(Clone)]
pub struct Piece {
    pub face: Arc<Typeface>,
    pub glyphs: Vec<KrillaGlyph>,
    /// From the start of the line, in ems.
    pub x: f32,
}

/// Part of a text, in one typeface and script.
struct Part {
    range: Range<usize>,
    face: Arc<Typeface>,
    script: Script,
}

impl Fonts {
    /// The glyphs of a text; refused for the first sign that no font has.
    pub fn shape(&self, text: &str, bold: bool) -> Result<Run, Unprintable> {
        self.shape_at(text, bold, level(text))
    }

    fn shape_at(&self, text: &str, bold: bool, level: Level) -> Result<Run, Unprintable> {
        let wanted = Wanted::of(text, bold);
        let bidi = ParagraphBidiInfo::new(text, Some(level));
        let (levels, runs) = bidi.visual_runs(0..text.len());
        let (mut pieces, mut width) = (Vec::new(), 0.0);
        for run in runs {
            let direction = match levels.get(run.start) {
                Some(level) if level.is_rtl() => Direction::RightToLeft,
                _ => Direction::LeftToRight,
            };
            let mut parts = self.parts(text, run, &wanted)?;
            if direction == Direction::RightToLeft {
                parts.reverse();
            }
            for part in parts {
                let (glyphs, wide) = glyphs(text, &part, direction)?;
                let x = width;
                width += wide;
                let piece = Piece {
                    face: part.face,
                    glyphs,
                    x,
                };
                pieces.push((part.range.start, piece));
            }
        }
        pieces.sort_by_key(|(start, _)| *start);
        Ok(Run {
            text: text.to_owned(),
            pieces: pieces.into_iter().map(|(_, piece)| piece).collect(),
            width,
        })
    }

    /// Splits where the typeface changes or the script does: a shaper takes one of each.
    fn parts(
        &self,
        text: &str,
        run: Range<usize>,
        wanted: &Wanted,
    ) -> Result<Vec<Part>, Unprintable> {
        let mut parts: Vec<Part> = Vec::new();
        let words = text.get(run.clone()).unwrap_or_default();
        for (start, unit) in words.grapheme_indices(true) {
            let range = run.start + start..run.start + start + unit.len();
            let face = self.pick(&Unit(unit), wanted);
            let face = face.ok_or_else(|| self.lacking(unit, wanted))?;
            let script = unit.chars().map(|sign| sign.script()).find(|script| {
                !matches!(script, Script::Common | Script::Inherited | Script::Unknown)
            });
            match parts.last_mut() {
                Some(last)
                    if Arc::ptr_eq(&last.face, &face)
                        && script.is_none_or(|script| script == last.script) =>
                {
                    last.range.end = range.end;
                }
                _ => parts.push(Part {
                    range,
                    face,
                    script: script.unwrap_or(Script::Common),
                }),
            }
        }
        Ok(parts)
    }

    /// The first sign of a unit that no font has; where each is in some font, the first.
    fn lacking(&self, unit: &str, wanted: &Wanted) -> Unprintable {
        let alone = |sign: &char| {
            let mut buffer = [0; 4];
            self.pick(&Unit(sign.encode_utf8(&mut buffer)), wanted)
                .is_none()
        };
        let sign = unit.chars().find(alone).or_else(|| unit.chars().next());
        sign.map_or(Unprintable::Form, Unprintable::Sign)
    }

    /// Lines no wider than `width`, of which the first has `taken` less. Words stay whole unless one is wider
    /// than a line. Every line but the last ends with the blank that it was broken at.
    pub fn wrap(
        &self,
        text: &str,
        bold: bool,
        size: f32,
        width: f32,
        taken: f32,
    ) -> Result<Vec<Run>, Unprintable> {
        let level = level(text);
        let blank = self.shape(" ", bold)?.width * size;
        let mut lines = Vec::new();
        let mut line = String::new();
        let mut used = taken;
        for word in text.split_whitespace() {
            let shaped = self.shape_at(word, bold, level)?;
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
            for (signs, wide) in shaped.clusters() {
                let wide = wide * size;
                if used + wide > width && !line.is_empty() {
                    lines.push(std::mem::take(&mut line));
                    used = 0.0;
                }
                line.push_str(word.get(signs).unwrap_or_default());
                used += wide;
            }
        }
        lines.push(line);
        let shaped = lines.iter().map(|line| self.shape_at(line, bold, level));
        shaped.collect()
    }
}

impl Run {
    /// Signs that are drawn together, with their width, in the order they are read.
    fn clusters(&self) -> Vec<(Range<usize>, f32)> {
        let glyphs = self.pieces.iter().flat_map(|piece| &piece.glyphs);
        let mut clusters: Vec<(Range<usize>, f32)> = glyphs
            .map(|glyph| (glyph.text_range(), glyph.x_advance(1.0)))
            .collect();
        clusters.sort_by_key(|(signs, _)| signs.start);
        clusters.dedup_by(|next, kept| {
            let same = next.0 == kept.0;
            if same {
                kept.1 += next.1;
            }
            same
        });
        clusters
    }
}

/// A text runs from right to left where all its letters do. In a sentence of ours a name in such a script does not turn
/// the sentence around.
fn level(text: &str) -> Level {
    let mut rtl = false;
    for sign in text.chars() {
        match bidi_class(sign) {
            BidiClass::L => return Level::ltr(),
            BidiClass::R | BidiClass::AL => rtl = true,
            _ => {}
        }
    }
    if rtl { Level::rtl() } else { Level::ltr() }
}

/// The glyphs of a part, and their width in ems.
fn glyphs(
    text: &str,
    part: &Part,
    direction: Direction,
) -> Result<(Vec<KrillaGlyph>, f32), Unprintable> {
    let words = text.get(part.range.clone()).unwrap_or_default();
    let shaped = part.face.shape(words, direction).ok_or(Unprintable::Form)?;
    let infos = shaped.glyph_infos();
    let mut starts: Vec<usize> = infos.iter().map(|info| info.cluster as usize).collect();
    starts.sort_unstable();
    let em = part.face.font.units_per_em();
    let (mut glyphs, mut width) = (Vec::with_capacity(infos.len()), 0.0);
    for (info, place) in infos.iter().zip(shaped.glyph_positions()) {
        let start = info.cluster as usize;
        if info.glyph_id == 0 {
            let sign = words.get(start..).and_then(|rest| rest.chars().next());
            return Err(sign.map_or(Unprintable::Form, Unprintable::Sign));
        }
        let next = starts.partition_point(|other| *other <= start);
        let end = starts.get(next).copied().unwrap_or(words.len());
        let advance = ems(place.x_advance, em);
        width += advance;
        glyphs.push(KrillaGlyph::new(
            GlyphId::new(info.glyph_id),
            advance,
            ems(place.x_offset, em),
            ems(place.y_offset, em),
            ems(place.y_advance, em),
            part.range.start + start..part.range.start + end,
            None,
        ));
    }
    Ok((glyphs, width))
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

    fn fonts() -> Fonts {
        Fonts::with(&[]).expect("the fonts")
    }

    fn lines(text: &str, width: f32) -> Vec<String> {
        let lines = fonts().wrap(text, false, 10.0, width, 0.0).expect("glyphs");
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
        let refused = fonts().shape("Emma 字", true).err();
        assert_eq!(refused, Some(Unprintable::Sign('字')));
        for name in ["Zoë Müller-Łukasz", "Ελένη", "Наталья", "Nguyễn Thị Hương"]
        {
            assert!(fonts().shape(name, true).is_ok(), "{name}");
        }
    }

    #[test]
    fn a_text_runs_from_right_to_left_only_where_all_its_letters_do() {
        for (text, rtl) in [
            ("דנה", true),
            ("محمد (2)", true),
            ("Emma", false),
            ("דנה Levi", false),
            ("12", false),
            ("", false),
        ] {
            assert_eq!(level(text).is_rtl(), rtl, "G1 {text}");
        }
    }
}
