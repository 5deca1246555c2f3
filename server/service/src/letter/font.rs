//! Fonts of letters: those that are compiled in, and those of this machine for what they lack. What measures a text is
//! what draws it.

use super::machine::{Installed, Unit, Wanted, installed};
use krilla::text::Font;
use rustybuzz::{Direction, Face, GlyphBuffer, UnicodeBuffer};
use std::cell::{Cell, OnceCell, RefCell};
use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Arc, LazyLock};
use words::letter::Unprintable;

static REGULAR: &[u8] = include_bytes!("../../fonts/NotoSans-Regular.ttf");
static BOLD: &[u8] = include_bytes!("../../fonts/NotoSans-Bold.ttf");

static ARABIC: &[u8] = include_bytes!("../../fonts/NotoSansArabic-Regular.ttf");
static ARABIC_BOLD: &[u8] = include_bytes!("../../fonts/NotoSansArabic-Bold.ttf");
/// What is said in Chinese, and the 3755 most frequent characters; `fonts/README.md` says how it was made.
static CHINESE: &[u8] = include_bytes!("../../fonts/NotoSansSC-Regular.otf");

/// Each in regular and bold. Chinese has one weight: a second would double what all fonts weigh.
static BUILT_IN: LazyLock<Option<[[Arc<Typeface>; 2]; 3]>> = LazyLock::new(|| {
    let chinese = Typeface::built_in(CHINESE)?;
    Some([
        [Typeface::built_in(REGULAR)?, Typeface::built_in(BOLD)?],
        [
            Typeface::built_in(ARABIC)?,
            Typeface::built_in(ARABIC_BOLD)?,
        ],
        [chinese.clone(), chinese],
    ])
});

/// The fonts that one file of letters is drawn with.
pub struct Fonts {
    built_in: &'static [[Arc<Typeface>; 2]; 3],
    /// The letter that is drawn now runs from right to left.
    pub leftward: Cell<bool>,
    folders: Vec<PathBuf>,
    /// Looked up when a text has a sign that the fonts inside lack, so that a new package needs no new start.
    installed: OnceCell<Vec<Installed>>,
    read: RefCell<HashMap<usize, Option<Arc<Typeface>>>>,
}

impl Fonts {
    /// The fonts that are compiled in, and what lies in these folders.
    pub fn with(folders: &[PathBuf]) -> Result<Self, Unprintable> {
        Ok(Self {
            built_in: BUILT_IN.as_ref().ok_or(Unprintable::Form)?,
            leftward: Cell::default(),
            folders: folders.to_vec(),
            installed: OnceCell::new(),
            read: RefCell::default(),
        })
    }

    /// A typeface that has all signs of a unit; None where no font has them.
    pub fn pick(&self, unit: &Unit<'_>, wanted: &Wanted) -> Option<Arc<Typeface>> {
        // Han characters in a Japanese or Korean name have other forms than in a Chinese one.
        let known = if wanted.is_chinese() { 3 } else { 2 };
        let mut built_in = self.built_in.iter().take(known);
        let face = built_in.find_map(|faces| {
            let face = &faces[usize::from(wanted.bold)];
            face.has(unit).then(|| face.clone())
        });
        if face.is_some() {
            return face;
        }
        let installed = self.installed.get_or_init(|| installed(&self.folders));
        let mut fitting: Vec<usize> = (0..installed.len())
            .filter(|index| unit.signs().all(|sign| installed[*index].has(sign)))
            .collect();
        fitting.sort_by_key(|index| installed[*index].distance(wanted));
        fitting.into_iter().find_map(|index| self.face(index))
    }

    fn face(&self, index: usize) -> Option<Arc<Typeface>> {
        let found = self.installed.get()?.get(index)?;
        let mut read = self.read.borrow_mut();
        let face = read.entry(index);
        face.or_insert_with(|| Typeface::read(found)).clone()
    }
}

/// What draws text, and what measures it.
pub struct Typeface {
    pub font: Font,
    shaper: Shaper,
}

enum Shaper {
    BuiltIn(Box<Face<'static>>),
    Installed { data: Arc<Vec<u8>>, index: u32 },
}

impl Typeface {
    fn built_in(data: &'static [u8]) -> Option<Arc<Self>> {
        Some(Arc::new(Self {
            font: Font::new(data.into(), 0)?,
            shaper: Shaper::BuiltIn(Box::new(Face::from_slice(data, 0)?)),
        }))
    }

    fn read(found: &Installed) -> Option<Arc<Self>> {
        let data = Arc::new(std::fs::read(&found.path).ok()?);
        let index = found.index;
        Face::from_slice(&data, index)?;
        Some(Arc::new(Self {
            font: Font::new(data.clone().into(), index)?,
            shaper: Shaper::Installed { data, index },
        }))
    }

    fn has(&self, unit: &Unit<'_>) -> bool {
        match &self.shaper {
            Shaper::BuiltIn(face) => unit.signs().all(|sign| face.glyph_index(sign).is_some()),
            Shaper::Installed { .. } => false,
        }
    }

    /// The glyphs of a text of one script, from left to right.
    pub fn shape(&self, text: &str, direction: Direction) -> Option<GlyphBuffer> {
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.guess_segment_properties();
        buffer.set_direction(direction);
        Some(match &self.shaper {
            Shaper::BuiltIn(face) => rustybuzz::shape(face, &[], buffer),
            Shaper::Installed { data, index } => {
                rustybuzz::shape(&Face::from_slice(data, *index)?, &[], buffer)
            }
        })
    }
}
