//! What a sheet holds, and that it always is one.

use super::font::Fonts;
use super::sheet::Sheet;
use super::{Drawn, Form, Line, Paper, render};
use domain::clinic::Clinic;
use domain::identity_code::IdentityCode;
use domain::ids::ConnectRequestId;
use domain::policy;
use domain::timestamp::Timestamp;
use uuid::Uuid;
use words::letter::{Letter, Unprintable};

const FORMS: [Form; 4] = [
    form(Paper::A4, false),
    form(Paper::Letter, false),
    form(Paper::A4, true),
    form(Paper::Letter, true),
];

const fn form(paper: Paper, large: bool) -> Form {
    Form { paper, large }
}

pub fn ordinary() -> Letter {
    Letter {
        request: ConnectRequestId(Uuid::nil()),
        clinic: Clinic {
            name: "Lakeside Family Clinic".into(),
            phone: "020 7946 0123".into(),
            address: "12 Harbour Road\nLakeside".into(),
            opening_hours: "Monday to Friday, 8 to 6".into(),
            ..Clinic::default()
        },
        friendly_name: "Emma's record".into(),
        code: IdentityCode::parse("JKYZ-QNMN-VHRX-ZGNR-GZNF").expect("its check letter fits"),
        public_url: "https://connect.example.org".into(),
        dated: Timestamp::parse("2026-05-04T08:00:00Z").expect("a time"),
        ends_at: Timestamp::parse("2026-06-01T08:00:00Z").expect("a time"),
    }
}

/// The longest that every field may be, in the widest letters.
fn crowded() -> Letter {
    Letter {
        clinic: Clinic {
            name: "W".repeat(policy::NAME_MAX),
            phone: "0".repeat(policy::NAME_MAX),
            email: Some(format!("{}@example.org", "w".repeat(64))),
            address: ["W".repeat(49).as_str(); policy::ADDRESS_LINES].join("\n"),
            opening_hours: ["W".repeat(49).as_str(); policy::OPENING_HOURS_LINES].join("\n"),
            ..Clinic::default()
        },
        friendly_name: "M ".repeat(policy::FRIENDLY_NAME_MAX / 2),
        public_url: format!("https://{}.example.org", "connect-".repeat(20)),
        ..ordinary()
    }
}

fn lines(sheet: &Sheet) -> Vec<&Line> {
    let mut lines: Vec<&Line> = Vec::new();
    lines.extend(sheet.before.iter().flat_map(|block| &block.lines));
    for (number, words) in &sheet.steps {
        lines.extend(number.iter().chain(words));
    }
    lines.extend(&sheet.picture.caption);
    lines.extend(sheet.after.iter().flat_map(|block| &block.lines));
    lines
}

fn fonts() -> Fonts {
    Fonts::with(&[]).expect("the fonts")
}

/// All of these letters, with the font inside alone.
fn file(letters: &[Letter], logo: Option<&[u8]>, form: Form) -> Vec<u8> {
    let Drawn { file, left_out } = render(letters, logo, form, &[], |_| {}).expect("a PDF");
    assert_eq!(left_out, []);
    file
}

fn sheet(letter: &Letter, form: Form) -> Sheet {
    Sheet::lay_out(&fonts(), &letter.words(), None, form).expect("a sheet")
}

#[test]
fn a_letter_reads_in_page_order_and_keeps_the_code_in_one_piece() {
    let sheet = sheet(&ordinary(), form(Paper::A4, false));
    let words: Vec<&str> = lines(&sheet)
        .iter()
        .map(|line| line.run.text.as_str())
        .collect();
    let words = words.join("|").replace(" |", " ");
    let mut rest = words.as_str();
    for next in [
        "Lakeside Family Clinic",
        "12 Harbour Road",
        "Phone 020 7946 0123",
        "Monday to Friday, 8 to 6",
        "4 May 2026",
        "Your connection code",
        "Emma's record",
        "connect a health record of your choice",
        "1.",
        "connect.example.org/connect",
        "2.",
        "3.",
        "Point your phone camera here",
        "|JKYZ-QNMN-VHRX-ZGNR-GZNF|",
        "This code expires on Monday 1 June 2026",
        "You will be asked the question you agreed with us. To keep it safe, it is not printed here.",
        "Not expecting this?",
    ] {
        let (_, after) = rest
            .split_once(next)
            .unwrap_or_else(|| panic!("{next:?} is missing or out of order: {words}"));
        rest = after;
    }
}

#[test]
fn with_any_names_a_letter_is_one_sheet_and_stays_within_its_edges() {
    for form in FORMS {
        for letter in [ordinary(), crowded()] {
            let sheet = sheet(&letter, form);
            let (width, height) = form.paper.size();
            for line in lines(&sheet) {
                assert!(line.x > 30.0, "{form:?}: {}", line.run.text);
                let end = line.x + line.run.width * line.size;
                assert!(end < width - 30.0, "{form:?}: {}", line.run.text);
                assert!(line.y < height - 30.0, "{form:?}: {}", line.run.text);
            }
            assert_eq!(pages(&file(&[letter], None, form)), 1, "{form:?}");
        }
    }
}

#[test]
fn the_code_has_sixteen_points_or_more_and_the_picture_thirty_millimetres() {
    for form in FORMS {
        for letter in [ordinary(), crowded()] {
            let sheet = sheet(&letter, form);
            let all = lines(&sheet);
            let code = all.iter().find(|line| line.run.text.starts_with("JKYZ"));
            let code = code.expect("the code");
            assert!(code.size >= 16.0, "{form:?}");
            assert_eq!(code.run.text, "JKYZ-QNMN-VHRX-ZGNR-GZNF");
            let side = u16::try_from(sheet.modules.side).expect("a QR code's");
            let inside = sheet.picture.at.width / f32::from(side) * f32::from(side - 8);
            assert!(inside >= 30.0 * 72.0 / 25.4, "{form:?}: {inside}");
        }
    }
}

#[test]
fn large_print_has_eighteen_points_everywhere_on_both_papers() {
    for paper in [Paper::A4, Paper::Letter] {
        let sheet = sheet(&ordinary(), form(paper, true));
        for line in lines(&sheet) {
            assert!(line.size >= 18.0, "{paper:?}: {}", line.run.text);
        }
    }
}

#[test]
fn the_window_of_an_envelope_shows_the_clinic_and_never_the_patient() {
    for paper in [Paper::A4, Paper::Letter] {
        let sheet = sheet(&ordinary(), form(paper, false));
        let all = lines(&sheet);
        let name = all.iter().find(|line| line.run.text == "Emma's record");
        assert!(name.expect("the name").y > 79.0 * 72.0 / 25.4);
    }
}

#[test]
fn many_letters_are_one_document_and_each_sheet_is_told_of() {
    let letters = vec![ordinary(), crowded(), ordinary()];
    let mut told = Vec::new();
    let drawn = render(&letters, None, Form::default(), &[], |done| told.push(done));
    let file = drawn.expect("a PDF").file;
    assert_eq!(pages(&file), 3);
    assert_eq!(told, [1, 2, 3]);
    let text = String::from_utf8_lossy(&file);
    assert!(text.starts_with("%PDF-1.7"));
    assert_eq!(text.matches("/FontFile2").count(), 2, "both fonts inside");
    assert!(text.contains("pdfuaid:part"), "made to be read aloud");
    assert!(text.contains("Letter from Lakeside Family Clinic"));
    assert!(file.len() < 100_000, "fonts are subsets: {}", file.len());
}

#[test]
fn a_name_that_the_font_lacks_is_rejected_naming_the_character() {
    for (name, sign) in [("王さん", '王'), ("Emma 👩", '👩'), ("سارة", 'س')] {
        let letter = Letter {
            friendly_name: name.into(),
            ..ordinary()
        };
        let drawn = render(&[letter], None, Form::default(), &[], |_| {}).expect("nothing");
        assert_eq!(drawn.left_out, [(0, Unprintable::Sign(sign))]);
        assert!(drawn.file.is_empty());
    }
}

#[test]
fn marks_that_no_one_sees_and_letters_put_together_do_not_break_a_letter() {
    for name in [
        "A\u{200d}B\u{200b}",
        "e\u{301}\u{fe0f}",
        "\u{ad}fi ffl",
        "\u{feff}x",
    ] {
        let letter = Letter {
            friendly_name: name.into(),
            ..ordinary()
        };
        let drawn = render(&[letter], None, Form::default(), &[], |_| {}).expect("a PDF");
        match drawn.left_out.as_slice() {
            [] => assert_eq!(pages(&drawn.file), 1, "{name:?}"),
            [(0, why)] => assert!(matches!(why, Unprintable::Sign(_)), "{name:?}: {why:?}"),
            more => panic!("{name:?}: {more:?}"),
        }
    }
}

pub fn pages(file: &[u8]) -> usize {
    let text = String::from_utf8_lossy(file);
    text.matches("/Type/Page").count() + text.matches("/Type /Page").count()
        - text.matches("/Type/Pages").count()
        - text.matches("/Type /Pages").count()
}

/// A picture of one colour, as a clinic's logo is kept.
fn logo(width: u32, height: u32) -> Vec<u8> {
    let mut png = std::io::Cursor::new(Vec::new());
    let picture = image::RgbaImage::from_pixel(width, height, image::Rgba([122, 0, 25, 255]));
    let written = picture.write_to(&mut png, image::ImageFormat::Png);
    written.expect("a PNG");
    png.into_inner()
}

#[test]
fn a_logo_is_above_the_clinics_name_undistorted_and_stored_once() {
    for (width, height) in [(480, 120), (100, 240), (20, 20)] {
        for paper in [Paper::A4, Paper::Letter] {
            let form = form(paper, false);
            let words = ordinary().words();
            let sheet =
                Sheet::lay_out(&fonts(), &words, Some((width, height)), form).expect("a sheet");
            let at = sheet.logo.as_ref().expect("a logo");
            let name = &sheet.before[0].lines[0];
            assert!(at.y + at.height <= name.y - name.size, "{width}x{height}");
            let wanted = f64::from(width) / f64::from(height);
            let drawn = f64::from(at.width) / f64::from(at.height);
            assert!((wanted - drawn).abs() < 0.001, "{wanted} and {drawn}");
            assert!(at.height <= 16.0 * 72.0 / 25.4 + 0.001 && at.width <= 171.0);
        }
    }
    let png = logo(480, 120);
    let letters = [ordinary(), ordinary()];
    let file = file(&letters, Some(&png), Form::default());
    assert_eq!(pages(&file), 2);
    let text = String::from_utf8_lossy(&file);
    assert_eq!(text.matches("/Subtype/Image").count(), 1);
}

#[test]
fn a_logo_goes_before_letters_become_too_small_to_read() {
    let words = crowded().words();
    let lay_out = |logo| Sheet::lay_out(&fonts(), &words, logo, form(Paper::A4, true));
    let with = lay_out(Some((480, 240))).expect("a sheet");
    let without = lay_out(None).expect("a sheet");
    assert!(with.logo.is_none());
    let sizes = |sheet: &Sheet| -> Vec<f32> { lines(sheet).iter().map(|line| line.size).collect() };
    assert!(sizes(&with) == sizes(&without));
}
