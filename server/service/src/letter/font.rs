//! Fonts of letters: the one that is compiled in, and those of this machine for what it lacks. What measures a text is
//! what draws it.

use super::machine::{Installed, Unit, Wanted, installed};
use krilla::text::Font;
use rustybuzz::{Direction, Face, GlyphBuffer, UnicodeBuffer};
use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Arc, LazyLock};
use words::letter::Unprintable;

static REGULAR: &[u8] = include_bytes!("../../fonts/NotoSans-Regular.ttf");
static BOLD: &[u8] = include_bytes!("../../fonts/NotoSans-Bold.ttf");

static BUILT_IN: LazyLock<Option<[Arc<Typeface>; 2]>> =
    LazyLock::new(|| Some([Typeface::built_in(REGULAR)?, Typeface::built_in(BOLD)?]));

/// The fonts that one file of letters is drawn with.
pub struct Fonts {
    built_in: &'static [Arc<Typeface>; 2],
    folders: Vec<PathBuf>,
    /// Looked up when a text has a sign that the font inside lacks, so that a new package needs no new start.
    installed: OnceCell<Vec<Installed>>,
    read: RefCell<HashMap<usize, Option<Arc<Typeface>>>>,
}

impl Fonts {
    /// The font that is compiled in, and what lies in these folders.
    pub fn with(folders: &[PathBuf]) -> Result<Self, Unprintable> {
        Ok(Self {
            built_in: BUILT_IN.as_ref().ok_or(Unprintable::Form)?,
            folders: folders.to_vec(),
            installed: OnceCell::new(),
            read: RefCell::default(),
        })
    }

    /// A typeface that has all signs of a unit; None where no font has them.
    pub fn pick(&self, unit: &Unit<'_>, wanted: &Wanted) -> Option<Arc<Typeface>> {
        let built_in = &self.built_in[usize::from(wanted.bold)];
        if built_in.has(unit) {
            return Some(built_in.clone());
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
