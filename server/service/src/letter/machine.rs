//! The fonts of this machine: which there are, and which one draws a sign.
//!
//! Of each file only the tables are read that say what it is. Fonts that may not be embedded are left out.

use domain::text::is_hidden;
use rustybuzz::ttf_parser::{Style, cmap, name, name_id, os2};
use std::ffi::OsStr;
use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use unicode_script::{Script, UnicodeScript};

/// Folders lie in folders, and a link may lead back.
const DEEPEST: usize = 5;
/// Files beyond this are not looked at.
const MOST_FILES: usize = 5000;
/// What a table says of itself is bounded, as anything may lie in a folder.
const LARGEST_TABLE: u32 = 4 * 1024 * 1024;
const MOST_FONTS_IN_A_FILE: u32 = 64;
const KINDS: [&str; 4] = ["ttf", "otf", "ttc", "otc"];

/// Signs that one typeface draws together: a letter with its marks, an emoji with what is joined to it.
pub struct Unit<'a>(pub &'a str);

impl Unit<'_> {
    /// Those that need a glyph.
    pub fn signs(&self) -> impl Iterator<Item = char> {
        self.0.chars().filter(|sign| !is_hidden(*sign))
    }
}

/// What a text asks of a typeface.
pub struct Wanted {
    pub bold: bool,
    /// How the end of the family's name says which forms Han characters have.
    han: &'static str,
}

impl Wanted {
    /// Han characters beside kana are Japanese, beside Hangul Korean; alone no one can tell, and most are Chinese.
    pub fn of(text: &str, bold: bool) -> Self {
        let has = |scripts: &[Script]| text.chars().any(|sign| scripts.contains(&sign.script()));
        let han = if has(&[Script::Hiragana, Script::Katakana]) {
            " JP"
        } else if has(&[Script::Hangul]) {
            " KR"
        } else {
            " SC"
        };
        Self { bold, han }
    }
}

/// A font that is there.
pub struct Installed {
    pub path: PathBuf,
    pub index: u32,
    family: String,
    weight: u16,
    upright: bool,
    /// Its table of characters.
    characters: Vec<u8>,
}

impl Installed {
    pub fn has(&self, sign: char) -> bool {
        let table = cmap::Table::parse(&self.characters);
        table.is_some_and(|table| {
            let unicode = table
                .subtables
                .into_iter()
                .filter(cmap::Subtable::is_unicode);
            let glyph = |subtable: cmap::Subtable<'_>| subtable.glyph_index(u32::from(sign));
            unicode.filter_map(glyph).any(|glyph| glyph.0 != 0)
        })
    }

    /// How far it is from what is wanted: the family that fits the font inside comes first, and of its members the
    /// plainest, which has the shortest name.
    pub fn distance(&self, wanted: &Wanted) -> impl Ord + use<> {
        let family = self.family.as_str();
        let kin = match family {
            "Noto Color Emoji" => 0,
            _ if family.starts_with("Noto Sans") => 1,
            _ if family.starts_with("Noto") => 2,
            _ => 3,
        };
        let han = family.contains("CJK") && !family.ends_with(wanted.han);
        let weight = self.weight.abs_diff(if wanted.bold { 700 } else { 400 });
        let place = (family.len(), weight, self.path.clone(), self.index);
        (kin, han, !self.upright, place)
    }

    fn read(file: &mut File, path: &Path, index: u32, offset: u32) -> Option<Self> {
        let tables = directory(file, offset)?;
        let mut table = |name: &[u8; 4]| {
            let (_, start, length) = tables.iter().find(|(tag, ..)| tag == name)?;
            (*length <= LARGEST_TABLE).then(|| bytes(file, *start, *length))?
        };
        let style = table(b"OS/2")?;
        let style = os2::Table::parse(&style)?;
        let may_be_embedded = style.is_subsetting_allowed() && style.is_outline_embedding_allowed();
        if !may_be_embedded {
            return None;
        }
        let names = table(b"name")?;
        let family = family(&names)?;
        // Draws a box with the block's name for every sign there is.
        if family.replace(' ', "").eq_ignore_ascii_case("lastresort") {
            return None;
        }
        Some(Self {
            path: path.to_owned(),
            index,
            family,
            weight: style.weight().to_number(),
            upright: style.style() == Style::Normal,
            characters: table(b"cmap")?,
        })
    }
}

fn family(names: &[u8]) -> Option<String> {
    let names = name::Table::parse(names)?.names;
    let mut families = names
        .into_iter()
        .filter(|name| name.name_id == name_id::FAMILY);
    families.find_map(|name| name.to_string())
}

/// Every font in these folders and the folders in them.
pub fn installed(folders: &[PathBuf]) -> Vec<Installed> {
    let mut files = Vec::new();
    for folder in folders {
        files_in(folder, 0, &mut files);
    }
    files.sort();
    files.dedup();
    files.truncate(MOST_FILES);
    files.iter().flat_map(|path| fonts_in(path)).collect()
}

fn files_in(folder: &Path, depth: usize, files: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let path = entry.path();
        let kind = path.extension().map(OsStr::to_ascii_lowercase);
        let is_font = kind.is_some_and(|kind| KINDS.iter().any(|known| kind == *known));
        if is_font {
            files.push(path);
        } else if depth < DEEPEST && path.is_dir() {
            files_in(&path, depth + 1, files);
        }
    }
}

fn fonts_in(path: &Path) -> Vec<Installed> {
    let Ok(mut file) = File::open(path) else {
        return Vec::new();
    };
    let offsets = offsets(&mut file).unwrap_or_default();
    let fonts = (0..).zip(offsets);
    fonts
        .filter_map(|(index, offset)| Installed::read(&mut file, path, index, offset))
        .collect()
}

/// Where the fonts of a file begin: a collection has several.
fn offsets(file: &mut File) -> Option<Vec<u32>> {
    let head = bytes(file, 0, 12)?;
    if !head.starts_with(b"ttcf") {
        return Some(vec![0]);
    }
    let count = number(&head, 8)?.min(MOST_FONTS_IN_A_FILE);
    let list = bytes(file, 12, count * 4)?;
    (0..count as usize)
        .map(|index| number(&list, index * 4))
        .collect()
}

/// The tables of a font: name, start and length.
fn directory(file: &mut File, offset: u32) -> Option<Vec<([u8; 4], u32, u32)>> {
    let head = bytes(file, offset, 12)?;
    let count = u16::from_be_bytes([head[4], head[5]]);
    let list = bytes(file, offset.checked_add(12)?, u32::from(count) * 16)?;
    let entry = |entry: &[u8]| {
        let tag = entry.first_chunk::<4>()?;
        Some((*tag, number(entry, 8)?, number(entry, 12)?))
    };
    list.chunks_exact(16).map(entry).collect()
}

fn bytes(file: &mut File, start: u32, length: u32) -> Option<Vec<u8>> {
    let mut read = vec![0; usize::try_from(length).ok()?];
    file.seek(SeekFrom::Start(start.into())).ok()?;
    file.read_exact(&mut read).ok()?;
    Some(read)
}

fn number(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..)?.first_chunk::<4>()?;
    Some(u32::from_be_bytes(*four))
}
