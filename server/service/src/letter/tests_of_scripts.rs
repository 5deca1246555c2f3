//! Names in scripts that the font inside lacks: with fonts of the machine they are printed, and read in order.
//!
//! The fonts in `tests/fonts` are parts of Noto's, a few signs each.

use super::font::Fonts;
use super::tests::{ordinary, pages};
use super::{Drawn, Form, Paper, Script, render, uncovered};
use std::path::{Path, PathBuf};
use std::process::Command;
use words::letter::{Letter, Unprintable};

fn folder() -> Vec<PathBuf> {
    vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fonts")]
}

fn letter(name: &str) -> Letter {
    Letter {
        friendly_name: name.into(),
        ..ordinary()
    }
}

/// Each with the fonts it is drawn with, in the order it is read.
const NAMES: [(&str, usize); 9] = [
    ("王小明", 1),
    ("さくら", 1),
    ("김민준", 1),
    ("محمد", 1),
    ("דנה", 1),
    ("ณัฐ", 1),
    ("Emma 🙋‍♀️", 2),
    ("Emma محمد", 2),
    ("Олена Шевченко", 1),
];

#[test]
fn a_name_in_any_script_is_drawn_and_keeps_the_order_it_is_read_in() {
    let fonts = Fonts::with(&folder()).expect("the fonts");
    for (name, pieces) in NAMES {
        let run = fonts.shape(name, true).expect("glyphs");
        assert_eq!(run.pieces.len(), pieces, "G1 {name}");
        let mut signs: Vec<_> = run
            .pieces
            .iter()
            .flat_map(|piece| piece.glyphs.iter().map(|glyph| glyph.text_range.clone()))
            .collect();
        signs.sort_by_key(|range| range.start);
        signs.dedup();
        let read: String = signs.into_iter().map(|range| &name[range]).collect();
        assert_eq!(read, name, "G1");
        let starts: Vec<usize> = run
            .pieces
            .iter()
            .map(|piece| piece.glyphs.iter().map(|glyph| glyph.text_range.start))
            .filter_map(Iterator::min)
            .collect();
        assert!(starts.is_sorted(), "G1 {name}");
    }
}

#[test]
fn letters_from_right_to_left_join_and_stand_in_that_order() {
    let fonts = Fonts::with(&folder()).expect("the fonts");
    let run = fonts.shape("محمد", false).expect("glyphs");
    let starts: Vec<usize> = run.pieces[0]
        .glyphs
        .iter()
        .map(|glyph| glyph.text_range.start)
        .collect();
    assert!(
        starts.is_sorted_by(|one, other| one > other),
        "G1 {starts:?}"
    );
    let drawn = |index: usize| run.pieces[0].glyphs[index].glyph_id;
    assert!(
        drawn(1) != drawn(3),
        "G1 one letter in the middle and at the start"
    );
    let mixed = fonts.shape("Emma محمد", false).expect("glyphs");
    assert!(
        mixed.pieces[1].x > mixed.pieces[0].x,
        "G1 after the Latin name"
    );
    let turned = fonts.shape("محمد 🙋‍♀️", false).expect("glyphs");
    let last = turned.pieces.last().expect("a piece");
    assert!(
        last.x < turned.pieces[0].x,
        "G1 what comes later stands on the left"
    );
}

#[test]
fn one_emoji_of_several_signs_is_one_glyph() {
    let fonts = Fonts::with(&folder()).expect("the fonts");
    let run = fonts.shape("🙋‍♀️", false).expect("glyphs");
    let drawn = run.pieces[0]
        .glyphs
        .iter()
        .filter(|glyph| glyph.x_advance > 0.0);
    assert_eq!(drawn.count(), 1, "G1");
}

#[test]
fn bold_is_taken_where_a_font_has_it() {
    let fonts = Fonts::with(&folder()).expect("the fonts");
    let wide = |bold| fonts.shape("محمد", bold).expect("glyphs").width;
    assert!(wide(true) > wide(false), "G1");
}

#[test]
fn han_characters_beside_kana_or_hangul_take_their_forms() {
    use super::machine::{Unit, Wanted};
    let fonts = Fonts::with(&folder()).expect("the fonts");
    let face = |text: &str| {
        let face = fonts.pick(&Unit("王"), &Wanted::of(text, false));
        face.expect("a font").font.clone()
    };
    let [chinese, japanese, korean] = ["王小明", "王さくら", "王김민준"].map(face);
    assert!(
        chinese != japanese && japanese != korean && chinese != korean,
        "G1"
    );
}

#[test]
fn one_of_two_hundred_letters_without_a_font_keeps_no_other_from_the_file() {
    let mut letters: Vec<Letter> = (0..200)
        .map(|number| letter(NAMES[number % NAMES.len()].0))
        .collect();
    letters[120] = letter("ᚠᚢᚦ");
    let drawn = render(&letters, None, Form::default(), &folder(), |_| {});
    let Drawn { file, left_out } = drawn.expect("a PDF");
    assert_eq!(left_out, [(120, Unprintable::Sign('ᚠ'))], "G1");
    assert_eq!(pages(&file), 199, "G1");
}

#[test]
fn a_letter_that_no_document_takes_keeps_no_other_from_the_file() {
    let mut long = letter("Emma");
    long.public_url = format!("https://{}", "very-".repeat(2000));
    let letters = [letter("Emma"), long, letter("Olivia")];
    let drawn = render(&letters, None, Form::default(), &[], |_| {}).expect("a PDF");
    assert_eq!(drawn.left_out, [(1, Unprintable::Form)], "G1");
    assert_eq!(pages(&drawn.file), 2, "G1");
}

#[test]
fn what_lies_in_a_folder_and_is_no_font_does_no_harm() {
    let folder = tempfile::tempdir().expect("a folder");
    let hebrew = self::folder()[0].join("NotoSansHebrew-Regular.ttf");
    let whole = std::fs::read(&hebrew).expect("a font");
    let put =
        |name: &str, bytes: &[u8]| std::fs::write(folder.path().join(name), bytes).expect("a file");
    put("empty.ttf", b"");
    put(
        "words.ttf",
        b"this is no font, and longer than its head would be",
    );
    put(
        "collection.ttc",
        b"ttcf\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff",
    );
    put("cut.ttf", &whole[..whole.len() / 2]);
    let mut huge = whole.clone();
    let entry = huge.windows(4).position(|tag| tag == b"cmap");
    let length = entry.expect("its table of characters") + 12;
    huge[length..length + 4].copy_from_slice(&[0xff; 4]);
    put("huge.ttf", &huge);
    std::os::unix::fs::symlink(folder.path(), folder.path().join("again")).expect("a link");
    let folders = vec![folder.path().to_owned(), PathBuf::from("/nowhere")];
    let left_out = |folders: &[PathBuf]| {
        let drawn = render(&[letter("דנה")], None, Form::default(), folders, |_| {});
        drawn.expect("drawn").left_out
    };
    assert_eq!(left_out(&folders), [(0, Unprintable::Sign('ד'))], "G1");
    put("whole.ttf", &whole);
    assert_eq!(left_out(&folders), [], "G1");
}

#[test]
fn the_scripts_that_no_font_has_are_known_with_their_packages() {
    let none = uncovered(&[]).expect("scripts");
    assert!(none.contains(&Script::Hebrew) && none.contains(&Script::Han));
    assert!(!none.contains(&Script::Greek), "the font inside has it");
    let some = uncovered(&folder()).expect("scripts");
    for script in [Script::Hebrew, Script::Arabic, Script::Han, Script::Hangul] {
        assert!(!some.contains(&script), "G1 {script:?}");
    }
    assert!(some.contains(&Script::Tibetan));
    assert_eq!(Script::Han.package(), "fonts-noto-cjk");
}

/// Without blanks, and without the controls of direction that a program adds.
fn letters_of(text: &str) -> String {
    let added = |sign: &char| ('\u{202a}'..='\u{202e}').contains(sign) || sign.is_whitespace();
    text.chars().filter(|sign| !added(sign)).collect()
}

/// With Debian's fonts and `pdftotext`: a letter in each script, and what a program reads in it. `LETTERS` names a folder
/// where they are left to be looked at.
#[test]
#[ignore = "takes Debian's fonts-noto-core, -cjk, -color-emoji and poppler-utils"]
fn every_script_is_read_from_the_file_as_it_was_typed() {
    let kept = tempfile::tempdir().expect("a folder");
    let folder = std::env::var("LETTERS").map_or_else(|_| kept.path().to_owned(), PathBuf::from);
    let fonts = [PathBuf::from("/usr/share/fonts")];
    let names = [
        "王小明",
        "さくら 太郎",
        "김민준",
        "محمد علي",
        "דנה לוי",
        "ณัฐพล",
        "Emma 🙋‍♀️",
        "Олена Їжак",
        "Ελένη",
        "अनिल कुमार",
        "রহিম",
        "ਗੁਰਪ੍ਰੀਤ",
        "தமிழ்",
        "ខ្មែរ",
        "မြန်မာ",
        "ابوبکر (2)",
        "Emma محمد Smith",
    ];
    let mut unread = Vec::new();
    for (number, name) in names.iter().enumerate() {
        for paper in [Paper::A4, Paper::Letter] {
            let form = Form {
                paper,
                large: paper == Paper::Letter,
            };
            let drawn = render(&[letter(name)], None, form, &fonts, |_| {}).expect("a PDF");
            assert_eq!(drawn.left_out, [], "G1 {name}");
            assert!(drawn.file.len() < 300_000, "fonts are subsets: {name}");
            let file = folder.join(format!("{number:02}-{}.pdf", paper.name()));
            std::fs::write(&file, drawn.file).expect("a file");
            // It guesses where blanks are, and in which column a picture of an emoji stands; `-raw` leaves the order as it is.
            let read = ["-raw", "-layout"].map(|how| {
                let read = Command::new("pdftotext")
                    .arg(how)
                    .arg(&file)
                    .arg("-")
                    .output();
                letters_of(&String::from_utf8_lossy(&read.expect("pdftotext").stdout))
            });
            if !read.iter().any(|read| read.contains(&letters_of(name))) {
                unread.push((name, read));
            }
        }
    }
    assert!(unread.is_empty(), "G1 {unread:?}");
}
