//! Letters as PDF: the words of the printed page on sheets of paper, one sheet a letter.
//!
//! Takes words and the clinic's logo, and gives bytes: no clock, no database and no files come in here.

mod font;
mod line;
mod machine;
mod pen;
mod scripts;
mod sheet;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_of_scripts;

use font::Fonts;
use krilla::color::luma;
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{Path, PathBuilder, Point, Rect, Size, Transform};
use krilla::image::Image;
use krilla::metadata::Metadata;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, Stroke};
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, BBox, ContentTag, ListNumbering, SpanTag, Tag, TagGroup, TagTree,
};
use krilla::{Document, SerializeSettings};
use pen::{Block, Line, Part, Rectangle};
pub use scripts::{Script, uncovered};
use serde::{Deserialize, Serialize};
use sheet::Sheet;
use std::num::NonZeroU16;
use std::path::PathBuf;
use words::Wording;
use words::letter::{Letter, Unprintable, Words};
use words::qr::Modules;

domain::named! {
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
    pub enum Paper {
        #[default]
        A4 = "a4",
        Letter = "letter",
    }
}

/// How letters are to look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Form {
    pub paper: Paper,
    /// Everything in 18 points or more, as long as the sheet holds it.
    pub large: bool,
}

/// What was drawn.
pub struct Drawn {
    /// Empty where no letter could be drawn.
    pub file: Vec<u8>,
    /// Letters that are not in the file, by their place in the list, and why.
    pub left_out: Vec<(usize, Unprintable)>,
}

/// Letters of one clinic in one document, a sheet each, in PDF/UA-1; `logo` is the clinic's, as PNG; `fonts` are folders
/// with fonts for signs that the one inside lacks. `progress` is told how many letters are done. One letter that cannot be
/// drawn keeps no other from it. Slow work: not for async threads.
pub fn render(
    letters: &[Letter],
    logo: Option<&[u8]>,
    form: Form,
    fonts: &[PathBuf],
    progress: impl FnMut(usize),
) -> Result<Drawn, Unprintable> {
    let fonts = Fonts::with(fonts)?;
    let all: Vec<(usize, &Letter)> = letters.iter().enumerate().collect();
    match draw_all(&fonts, &all, logo, form, progress) {
        Err(_) if all.len() > 1 => without_the_faulty(&fonts, all, logo, form),
        drawn => drawn,
    }
}

/// The document as a whole was refused: those letters go that no document takes alone, either.
fn without_the_faulty(
    fonts: &Fonts,
    all: Vec<(usize, &Letter)>,
    logo: Option<&[u8]>,
    form: Form,
) -> Result<Drawn, Unprintable> {
    let alone = |letter: &(usize, &Letter)| draw_all(fonts, &[*letter], logo, form, |_| {}).is_ok();
    let (sound, faulty): (Vec<_>, Vec<_>) = all.into_iter().partition(alone);
    let mut drawn = draw_all(fonts, &sound, logo, form, |_| {})?;
    let faulty = faulty
        .into_iter()
        .map(|(place, _)| (place, Unprintable::Form));
    drawn.left_out.extend(faulty);
    Ok(drawn)
}

fn draw_all(
    fonts: &Fonts,
    letters: &[(usize, &Letter)],
    logo: Option<&[u8]>,
    form: Form,
    mut progress: impl FnMut(usize),
) -> Result<Drawn, Unprintable> {
    let configuration = ConfigurationBuilder::new()
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .ok()
        .ok_or(Unprintable::Form)?;
    let mut document = Document::new_with(SerializeSettings {
        configuration,
        ..SerializeSettings::default()
    });
    let logo = logo.map(picture).transpose()?;
    let logo_size = logo.as_ref().map(Image::size);
    let mut tree = TagTree::new().with_lang(Some("en".to_owned()));
    let mut outline = Outline::new();
    let (mut title, mut left_out, mut pages) = (Wording::default(), Vec::new(), 0);
    for (done, (place, letter)) in (1..).zip(letters) {
        let words = letter.words();
        match Sheet::lay_out(fonts, &words, logo_size, form) {
            Ok(sheet) => {
                let (width, height) = form.paper.size();
                let settings = PageSettings::from_wh(width, height).ok_or(Unprintable::Form)?;
                let mut page = document.start_page_with(settings);
                let mut surface = page.surface();
                if let Some((logo, at)) = logo.clone().zip(sheet.logo.as_ref()) {
                    draw_logo(&mut surface, logo, at)?;
                }
                tree.push(draw(&mut surface, &sheet, &words, pages)?);
                surface.finish();
                page.finish();
                let top = XyzDestination::new(pages, Point::from_xy(0.0, 0.0));
                outline.push_child(OutlineNode::new(words.name, top));
                title = words.title;
                pages += 1;
            }
            Err(why) => left_out.push((*place, why)),
        }
        progress(done);
    }
    let mut file = Vec::new();
    if pages > 0 {
        document.set_metadata(
            Metadata::new()
                .title(title.into_owned())
                .language("en".to_owned()),
        );
        document.set_outline(outline);
        document.set_tag_tree(tree);
        // Its error may hold the words of the letter: they are the patient's.
        file = document.finish().ok().ok_or(Unprintable::Form)?;
    }
    Ok(Drawn { file, left_out })
}

fn picture(png: &[u8]) -> Result<Image, Unprintable> {
    let picture = Image::from_png(png.to_vec().into(), true);
    picture.ok().ok_or(Unprintable::Form)
}

/// Nothing to be read aloud: the clinic's name is beneath it.
fn draw_logo(surface: &mut Surface<'_>, logo: Image, at: &Rectangle) -> Result<(), Unprintable> {
    let size = Size::from_wh(at.width, at.height).ok_or(Unprintable::Form)?;
    surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(
        ArtifactType::Layout,
    )));
    surface.push_transform(&Transform::from_translate(at.x, at.y));
    surface.draw_image(logo, size);
    surface.pop();
    surface.end_tagged();
    Ok(())
}

fn draw(
    surface: &mut Surface<'_>,
    sheet: &Sheet,
    words: &Words,
    page: usize,
) -> Result<TagGroup, Unprintable> {
    let mut section = TagGroup::new(Tag::Section);
    surface.set_fill(Some(black()));
    for block in &sheet.before {
        section.push(text(surface, block));
    }
    let mut list = TagGroup::new(Tag::L(ListNumbering::Decimal));
    for (number, body) in &sheet.steps {
        let mut item = TagGroup::new(Tag::LI);
        let mut label = TagGroup::new(Tag::Lbl);
        lines(surface, number, &mut label);
        let mut words = TagGroup::new(Tag::LBody);
        lines(surface, body, &mut words);
        item.push(label);
        item.push(words);
        list.push(item);
    }
    section.push(list);
    section.push(figure(surface, sheet, &words.qr, page)?);
    let mut caption = TagGroup::new(Tag::P);
    lines(surface, &sheet.picture.caption, &mut caption);
    section.push(caption);
    frame(surface, &sheet.frame)?;
    for block in &sheet.after {
        section.push(text(surface, block));
    }
    Ok(section)
}

fn black() -> Fill {
    Fill {
        paint: luma::Color::black().into(),
        ..Fill::default()
    }
}

fn text(surface: &mut Surface<'_>, block: &Block) -> TagGroup {
    let mut group = match block.part {
        Part::Paragraph => TagGroup::new(Tag::P),
        Part::Title => TagGroup::new(heading(NonZeroU16::MIN, block)),
        Part::Heading => TagGroup::new(heading(NonZeroU16::MIN.saturating_add(1), block)),
    };
    lines(surface, &block.lines, &mut group);
    group
}

fn heading(level: NonZeroU16, block: &Block) -> Tag<krilla::tagging::kind::Hn> {
    let words: String = block
        .lines
        .iter()
        .map(|line| line.run.text.as_str())
        .collect();
    Tag::Hn(level, Some(words))
}

fn lines(surface: &mut Surface<'_>, lines: &[Line], group: &mut TagGroup) {
    for line in lines {
        group.push(surface.start_tagged(ContentTag::Span(SpanTag::empty())));
        for piece in &line.run.pieces {
            surface.draw_glyphs(
                Point::from_xy(line.x + piece.x * line.size, line.y),
                &piece.glyphs,
                piece.face.font.clone(),
                &line.run.text,
                line.size,
                false,
            );
        }
        surface.end_tagged();
    }
}

fn rectangle(of: &Rectangle) -> Option<Rect> {
    Rect::from_xywh(of.x, of.y, of.width, of.height)
}

fn figure(
    surface: &mut Surface<'_>,
    sheet: &Sheet,
    said: &str,
    page: usize,
) -> Result<TagGroup, Unprintable> {
    let around = rectangle(&sheet.picture.at).ok_or(Unprintable::Form)?;
    let alt = Tag::Figure(Some(said.to_owned())).with_bbox(Some(BBox::new(page, around)));
    let mut group = TagGroup::new(alt);
    group.push(surface.start_tagged(ContentTag::Other));
    surface.draw_path(&dark(&sheet.picture.at, &sheet.modules).ok_or(Unprintable::Form)?);
    surface.end_tagged();
    Ok(group)
}

/// Dark modules that touch in a row are one rectangle: no viewer then shows a hairline between them.
#[expect(
    clippy::cast_precision_loss,
    reason = "a QR code has 177 modules a side at most"
)]
fn dark(at: &Rectangle, modules: &Modules) -> Option<Path> {
    let module = at.width / modules.side as f32;
    let mut path = PathBuilder::new();
    let mut rest = modules.dark.as_slice();
    while let Some(((column, row), _)) = rest.split_first() {
        let run = rest
            .iter()
            .enumerate()
            .take_while(|(index, (x, y))| y == row && *x == column + index)
            .count();
        path.push_rect(Rect::from_xywh(
            at.x + *column as f32 * module,
            at.y + *row as f32 * module,
            run as f32 * module,
            module,
        )?);
        rest = &rest[run..];
    }
    path.finish()
}

fn frame(surface: &mut Surface<'_>, around: &Rectangle) -> Result<(), Unprintable> {
    let mut path = PathBuilder::new();
    path.push_rect(rectangle(around).ok_or(Unprintable::Form)?);
    let path = path.finish().ok_or(Unprintable::Form)?;
    surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(
        ArtifactType::Layout,
    )));
    surface.set_fill(None);
    surface.set_stroke(Some(Stroke {
        paint: luma::Color::black().into(),
        width: 1.5,
        ..Stroke::default()
    }));
    surface.draw_path(&path);
    surface.set_stroke(None);
    surface.set_fill(Some(black()));
    surface.end_tagged();
    Ok(())
}
