//! Free text a person typed: bounded, and without signs that a reader cannot see. Every text that someone else reads
//! comes through here, whichever way it came in; stored text is read as it is.
//!
//! A text holds at least one visible sign: one that is no blank (White\_Space), no mark (General\_Category M) and none of
//! those below. It holds none of these:
//!
//! - control characters (Cc), line and paragraph separators (Zl, Zp); a text of several lines may hold line feeds;
//! - default ignorable code points (Unicode Character Database, `DerivedCoreProperties.txt`), among them the soft hyphen
//!   U+00AD, the Hangul fillers U+115F, U+1160, U+3164 and U+FFA0, zero-width signs, the controls of direction
//!   (Unicode Standard Annex 9) and tag characters;
//! - other format characters (Cf), except the number and verse signs that are drawn around what follows
//!   (Prepended\_Concatenation\_Mark in `PropList.txt`);
//! - noncharacters, and U+2800, the Braille pattern without dots, which is drawn as nothing.
//!
//! Some of them are needed to write a name or an emoji, and stay there:
//!
//! - the joiners U+200C and U+200D after a virama (RFC 5892, appendix A.1 and A.2) and between two letters or marks of
//!   scripts that join; U+200D between two emoji (Unicode Technical Standard 51);
//! - U+FE0E and U+FE0F after an emoji character; U+FE00 to U+FE02 and U+E0100 to U+E01EF after a Han character (Unicode
//!   Technical Standard 37); the Mongolian variation selectors after a Mongolian letter.

use unicode_normalization::char::canonical_combining_class;
use unicode_properties::{
    GeneralCategory, GeneralCategoryGroup, UnicodeEmoji, UnicodeGeneralCategory,
};
use unicode_script::{Script, UnicodeScript};

/// Why a text is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextError {
    /// Empty, or only blanks.
    Empty,
    /// Longer than `max` characters.
    TooLong { max: usize },
    /// Holds a sign that cannot be seen, or none that can.
    Invisible,
}

/// One line of text without blanks at its ends, of 1 to `max` characters.
pub fn line(input: &str, max: usize) -> Result<String, TextError> {
    exact(input.trim(), max)
}

/// An id of another system, kept to the letter, of 1 to `max` characters. Two ids that look the same would be two
/// patients, and one that was cut would differ from what its system sent: a blank at an end and every sign that cannot
/// be seen are refused, the joiners of names among them.
pub fn id(input: &str, max: usize) -> Result<String, IdError> {
    let text = exact(input, max).map_err(IdError::Text)?;
    if text.trim() != text {
        Err(IdError::BlankAtAnEnd)
    } else if text.chars().any(is_hidden) {
        Err(IdError::Text(TextError::Invisible))
    } else {
        Ok(text)
    }
}

/// Why an id is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IdError {
    Text(TextError),
    BlankAtAnEnd,
}

/// One line of text kept to the letter, of 1 to `max` characters, not only blanks.
pub fn exact(input: &str, max: usize) -> Result<String, TextError> {
    if input.trim().is_empty() {
        return Err(TextError::Empty);
    }
    bounded(input, max)?;
    if shows(input)? {
        Ok(input.to_owned())
    } else {
        Err(TextError::Invisible)
    }
}

/// Several lines of text, of 1 to `max` characters; line ends become `\n`.
pub fn lines(input: &str, max: usize) -> Result<String, TextError> {
    let text = input.trim().replace("\r\n", "\n");
    if text.is_empty() {
        return Err(TextError::Empty);
    }
    bounded(&text, max)?;
    let mut visible = false;
    for line in text.split('\n') {
        visible |= shows(line)?;
    }
    if visible {
        Ok(text)
    } else {
        Err(TextError::Invisible)
    }
}

/// Why a text of a few lines is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockError {
    Text(TextError),
    /// More lines than a letter has room for.
    Lines {
        max: usize,
    },
}

/// At most `max_lines` lines of text that are no more than `max` characters together.
pub fn block(input: &str, max: usize, max_lines: usize) -> Result<String, BlockError> {
    let text = lines(input, max).map_err(BlockError::Text)?;
    if text.lines().count() > max_lines {
        return Err(BlockError::Lines { max: max_lines });
    }
    Ok(text)
}

pub(crate) fn bounded(text: &str, max: usize) -> Result<(), TextError> {
    if text.chars().count() > max {
        return Err(TextError::TooLong { max });
    }
    Ok(())
}

/// Whether one line holds a visible sign; refuses one with a sign that cannot be seen.
fn shows(line: &str) -> Result<bool, TextError> {
    let signs: Vec<char> = line.chars().collect();
    let at = |index: usize| signs.get(index).copied();
    let mut visible = false;
    for (index, sign) in signs.iter().enumerate() {
        let before = index.checked_sub(1).and_then(at);
        if is_hidden(*sign) {
            if !is_needed(*sign, before, at(index + 1)) {
                return Err(TextError::Invisible);
            }
        } else if !sign.is_whitespace() && !is_mark(*sign) {
            visible = true;
        }
    }
    Ok(visible)
}

/// Whether a reader sees nothing of it, or not what it does.
pub fn is_hidden(sign: char) -> bool {
    let code = u32::from(sign);
    is_default_ignorable(code)
        || code & 0xFFFE == 0xFFFE
        || matches!(code, 0xFDD0..=0xFDEF | 0x2800)
        || match sign.general_category() {
            GeneralCategory::Control
            | GeneralCategory::LineSeparator
            | GeneralCategory::ParagraphSeparator => true,
            GeneralCategory::Format => !is_drawn_around(code),
            _ => false,
        }
}

/// Default\_Ignorable\_Code\_Point of `DerivedCoreProperties.txt`, Unicode 17; no code point has left it since 2010.
fn is_default_ignorable(code: u32) -> bool {
    matches!(
        code,
        0x00AD
            | 0x034F
            | 0x061C
            | 0x115F..=0x1160
            | 0x17B4..=0x17B5
            | 0x180B..=0x180F
            | 0x200B..=0x200F
            | 0x202A..=0x202E
            | 0x2060..=0x206F
            | 0x3164
            | 0xFE00..=0xFE0F
            | 0xFEFF
            | 0xFFA0
            | 0xFFF0..=0xFFF8
            | 0x1BCA0..=0x1BCA3
            | 0x1D173..=0x1D17A
            | 0xE0000..=0xE0FFF
    )
}

/// Prepended\_Concatenation\_Mark of `PropList.txt`: format characters that are drawn.
fn is_drawn_around(code: u32) -> bool {
    matches!(
        code,
        0x0600..=0x0605 | 0x06DD | 0x070F | 0x0890..=0x0891 | 0x08E2 | 0x110BD | 0x110CD
    )
}

/// Whether a sign that cannot be seen changes how its neighbours are written.
fn is_needed(sign: char, before: Option<char>, after: Option<char>) -> bool {
    let Some(before) = before else {
        return false;
    };
    match u32::from(sign) {
        0x200C | 0x200D => {
            canonical_combining_class(before) == VIRAMA
                || after.is_some_and(|after| {
                    (joins(before) && joins(after))
                        || (sign == '\u{200d}'
                            && (is_emoji(before) || before == EMOJI_STYLE)
                            && is_emoji(after))
                })
        }
        // A digit is an emoji character for the sake of keycaps alone.
        0xFE0E | 0xFE0F if before.is_ascii() => after == Some(KEYCAP),
        0xFE0E | 0xFE0F => before.is_emoji_char(),
        0xFE00..=0xFE02 | 0xE0100..=0xE01EF => before.script() == Script::Han,
        0x180B..=0x180D | 0x180F => before.script() == Script::Mongolian && !is_hidden(before),
        _ => false,
    }
}

/// The canonical combining class of the sign that removes a consonant's vowel.
const VIRAMA: u8 = 9;

/// Draws a key around a digit.
const KEYCAP: char = '\u{20e3}';

/// Asks for the picture of an emoji character that is also a text sign.
const EMOJI_STYLE: char = '\u{fe0f}';

pub(super) fn is_mark(sign: char) -> bool {
    sign.general_category_group() == GeneralCategoryGroup::Mark
}

/// The value of a decimal digit of any script. Each script's digits follow each other from zero to nine (Unicode
/// Standard, section 4.6), and where two sets touch, both have ten.
pub fn decimal(sign: char) -> Option<u8> {
    let is_decimal = |code| {
        char::from_u32(code)
            .is_some_and(|sign| sign.general_category() == GeneralCategory::DecimalNumber)
    };
    let code = u32::from(sign);
    if !is_decimal(code) {
        return None;
    }
    let before = (0..code).rev().take_while(|code| is_decimal(*code)).count();
    u8::try_from(before % 10).ok()
}

/// The text with every decimal digit as an ASCII digit.
pub fn with_ascii_digits(text: &str) -> String {
    text.chars()
        .map(|sign| decimal(sign).map_or(sign, |digit| char::from(b'0' + digit)))
        .collect()
}

/// An emoji that can be part of another one; digits are emoji characters, too, for the sake of keycaps.
fn is_emoji(sign: char) -> bool {
    sign.is_emoji_char() && !sign.is_ascii()
}

/// A letter or mark of a script whose letters join, so that a joiner between two of them is seen.
fn joins(sign: char) -> bool {
    let written = matches!(
        sign.general_category_group(),
        GeneralCategoryGroup::Letter | GeneralCategoryGroup::Mark
    );
    written
        && !is_hidden(sign)
        && matches!(
            sign.script(),
            Script::Adlam
                | Script::Arabic
                | Script::Bengali
                | Script::Devanagari
                | Script::Gujarati
                | Script::Gurmukhi
                | Script::Hanifi_Rohingya
                | Script::Kannada
                | Script::Khmer
                | Script::Malayalam
                | Script::Mandaic
                | Script::Mongolian
                | Script::Myanmar
                | Script::Nko
                | Script::Oriya
                | Script::Phags_Pa
                | Script::Sinhala
                | Script::Syriac
                | Script::Tamil
                | Script::Telugu
                | Script::Tibetan
        )
}

/// A text to look for. No stored text has a NUL, and PostgreSQL refuses even to look for one.
pub fn findable(text: &str) -> String {
    text.replace('\0', "\u{fffd}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_line_holds_no_sign_that_cannot_be_seen() {
        for hidden in [
            "\u{1}",
            "\u{7f}",
            "\u{85}",
            "\u{ad}",
            "\u{34f}",
            "\u{61c}",
            "\u{115f}",
            "\u{1160}",
            "\u{17b4}",
            "\u{180e}",
            "\u{200b}",
            "\u{200c}",
            "\u{200d}",
            "\u{200e}",
            "\u{200f}",
            "\u{2028}",
            "\u{2029}",
            "\u{202a}",
            "\u{202b}",
            "\u{202c}",
            "\u{202d}",
            "\u{202e}",
            "\u{2060}",
            "\u{2064}",
            "\u{2065}",
            "\u{2066}",
            "\u{2067}",
            "\u{2068}",
            "\u{2069}",
            "\u{2800}",
            "\u{3164}",
            "\u{fe0f}",
            "\u{feff}",
            "\u{ffa0}",
            "\u{fff9}",
            "\u{fdd0}",
            "\u{fffe}",
            "\u{1ffff}",
            "\u{10ffff}",
            "\u{e0041}",
            "\u{e0100}",
        ] {
            for text in [format!("Em{hidden}ma"), format!("a {hidden} b")] {
                assert_eq!(line(&text, 20), Err(TextError::Invisible), "{text:?}");
                assert_eq!(lines(&text, 20), Err(TextError::Invisible), "{text:?}");
            }
        }
        for nothing in [
            "\u{301}",
            "\u{301} \u{302}",
            "\u{3164}",
            "\u{200d}",
            "\u{2800}\u{2800}",
        ] {
            assert_eq!(line(nothing, 20), Err(TextError::Invisible), "{nothing:?}");
        }
    }

    #[test]
    fn signs_that_a_name_or_an_emoji_needs_stay() {
        for text in [
            "Emma's record",
            "Zoe\u{308}",
            "Nguy\u{1ec5}n Th\u{1ecb}",
            // A Persian name with a non-joiner between its parts.
            "\u{639}\u{644}\u{6cc}\u{200c}\u{631}\u{636}\u{627}",
            // A Sinhala cluster, and a Malayalam name that ends with a joiner after its virama.
            "\u{dc1}\u{dca}\u{200d}\u{dbb}\u{dd3}",
            "\u{d30}\u{d3e}\u{d1c}\u{d28}\u{d4d}\u{200d}",
            "family \u{1f469}\u{200d}\u{1f467}",
            "\u{1f3f3}\u{fe0f}\u{200d}\u{1f308}",
            "\u{1f469}\u{1f3fd}\u{200d}\u{2695}\u{fe0f}",
            "1\u{fe0f}\u{20e3}",
            // A family name that a Japanese register tells apart by its form.
            "\u{845b}\u{e0100}\u{57ce}",
            "Dupont\u{a0}: 5\u{202f}m",
        ] {
            assert_eq!(line(text, 40).as_deref(), Ok(text), "{text:?}");
        }
    }

    #[test]
    fn digits_of_every_script_have_their_value() {
        assert_eq!(
            with_ascii_digits("٠٤٢٩١٧ ０４２９१७ 𝟬𝟰x"),
            "042917 042917 04x"
        );
        let digits = ('\0'..=char::MAX).filter_map(|sign| Some((sign, decimal(sign)?)));
        let mut counts = [0; 10];
        for (sign, digit) in digits {
            counts[usize::from(digit)] += 1;
            if let Some(plain) = sign.to_digit(10) {
                assert_eq!(u32::from(digit), plain);
            }
        }
        assert!(counts[0] >= 70, "{counts:?}");
        assert!(counts.iter().all(|count| *count == counts[0]), "{counts:?}");
        assert_eq!(decimal('x').or(decimal('²')).or(decimal('一')), None);
    }

    proptest! {
        #[test]
        fn what_is_accepted_is_visible_and_accepted_again(
            text in proptest::collection::vec(
                prop_oneof![
                    any::<char>(),
                    proptest::char::range('\u{2000}', '\u{206f}'),
                    proptest::char::range('a', 'e'),
                    Just('\u{200d}'), Just('\u{fe0f}'), Just('\u{1f469}'), Just('\u{94d}'), Just('\u{930}'),
                ],
                0..12,
            )
        ) {
            let text: String = text.into_iter().collect();
            for read in [line(&text, 40), exact(&text, 40), lines(&text, 40)].into_iter().flatten() {
                let visible = |sign: char| {
                    !sign.is_whitespace() && !is_mark(sign) && !is_hidden(sign)
                };
                prop_assert!(read.chars().any(visible));
                prop_assert_eq!(lines(&read, 40), Ok(read.trim().replace("\r\n", "\n")));
            }
            if let Ok(read) = line(&text, 40) {
                prop_assert_eq!(line(&read, 40), Ok(read));
            }
        }
    }

    #[test]
    fn a_line_is_trimmed_bounded_and_visible() {
        assert_eq!(line("  Emma's record ", 20).as_deref(), Ok("Emma's record"));
        assert_eq!(line(" \t ", 20), Err(TextError::Empty));
        assert_eq!(line("abc", 2), Err(TextError::TooLong { max: 2 }));
        assert_eq!(line("a\u{202e}b", 20), Err(TextError::Invisible));
        assert_eq!(line("a\0b", 20), Err(TextError::Invisible));
        assert_eq!(line("a\r\nb", 20), Err(TextError::Invisible));
        assert_eq!(line("family 👩‍👧", 20).as_deref(), Ok("family 👩‍👧"));
    }

    #[test]
    fn a_block_has_as_many_lines_as_it_may() {
        assert_eq!(block(" a\r\nb ", 20, 2).as_deref(), Ok("a\nb"));
        assert_eq!(block("a\nb\nc", 20, 2), Err(BlockError::Lines { max: 2 }));
        let error = Err(BlockError::Text(TextError::TooLong { max: 2 }));
        assert_eq!(block("a\nb", 2, 2), error);
    }

    #[test]
    fn an_id_is_kept_to_the_letter_or_refused() {
        for fits in ["MRN-1", "BAD 15", "=1+1", "Zoë", "<b>1</b>", "村上 1"] {
            assert_eq!(id(fits, 20).as_deref(), Ok(fits));
        }
        for edged in [
            " BAD 15 ",
            "MRN-1\u{a0}",
            "\u{3000}MRN-1",
            "MRN-1\t",
            "MRN-1\n",
        ] {
            let error = id(edged, 20).expect_err("refused");
            assert!(
                matches!(
                    error,
                    IdError::BlankAtAnEnd | IdError::Text(TextError::Invisible)
                ),
                "{edged:?}"
            );
        }
        for hidden in [
            "MRN-1\u{200b}",
            "\u{feff}MRN-1",
            "MRN\u{ad}-1",
            "\u{200e}MRN-1",
            "MRN-1\u{fe0f}",
            "MRN-1\u{fe0e}",
            "MRN-1\u{2060}",
            "MRN-1\u{e0020}",
            "MRN\u{3164}-1",
            "❤\u{fe0f}",
            "M\nRN",
            "MRN-1\u{2800}",
            "\u{639}\u{644}\u{6cc}\u{200c}\u{631}",
            "MRN-1\u{180e}",
            "MRN-1\u{fff9}",
        ] {
            assert_eq!(
                id(hidden, 20),
                Err(IdError::Text(TextError::Invisible)),
                "{hidden:?}"
            );
        }
        assert_eq!(id("  ", 20), Err(IdError::Text(TextError::Empty)));
        assert_eq!(line("Emma 1\u{fe0f}", 20), Err(TextError::Invisible));
    }
}
