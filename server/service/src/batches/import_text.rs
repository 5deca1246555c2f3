//! Turns the bytes that spreadsheets write into text and rows: encodings, separators, line ends.
//!
//! | bytes | read as |
//! |---|---|
//! | a byte order mark | what it says: UTF-8, UTF-16 in either order |
//! | none, and every other byte is nothing | UTF-16 |
//! | none, and UTF-8 | UTF-8 |
//! | none, and not UTF-8 | Windows-1252, which Excel writes in the west; the user is shown a sample |

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use zeroize::Zeroizing;

/// What may part the cells of a row.
const SEPARATORS: [char; 4] = [',', ';', '\t', '|'];

/// The text of a file.
pub(crate) struct Table {
    text: Zeroizing<String>,
    /// Where the rows begin.
    start: usize,
    pub separator: u8,
    /// Nothing in the file says how it is encoded.
    pub guessed: bool,
}

impl Table {
    /// Refuses bytes that are not what their byte order mark says; from which row on, as an editor counts lines.
    pub fn of(file: &[u8]) -> Result<Self, usize> {
        let (encoding, marked) = encoding(file);
        let (text, wrong) = encoding.decode_with_bom_removal(file);
        if marked && wrong {
            let before = text.split(char::REPLACEMENT_CHARACTER).next();
            return Err(breaks(before.unwrap_or_default().as_bytes()) + 1);
        }
        let text = Zeroizing::new(text.into_owned());
        let (start, separator) = match said_separator(&text) {
            Some((length, separator)) => (length, separator),
            None => (0, separator(first_line(&text))),
        };
        Ok(Self {
            text,
            start,
            separator,
            guessed: encoding == WINDOWS_1252,
        })
    }

    pub fn text(&self) -> &str {
        &self.text[self.start..]
    }
}

/// How a file is encoded, and whether it says so.
fn encoding(file: &[u8]) -> (&'static Encoding, bool) {
    if let Some((encoding, _)) = Encoding::for_bom(file) {
        return (encoding, true);
    }
    let nothing = |from: usize| {
        let every_other = file.iter().skip(from).step_by(2);
        2 * every_other.filter(|byte| **byte == 0).count() > file.len() / 2
    };
    if nothing(1) {
        (UTF_16LE, true)
    } else if nothing(0) {
        (UTF_16BE, true)
    } else if std::str::from_utf8(file).is_ok() {
        (UTF_8, false)
    } else {
        (WINDOWS_1252, false)
    }
}

fn first_line(text: &str) -> &str {
    text.split(['\r', '\n']).next().unwrap_or_default()
}

/// What Excel is told by a first line `sep=;`, which it shows to no one and counts as no row; and the line's length.
fn said_separator(text: &str) -> Option<(usize, u8)> {
    let line = first_line(text);
    let plain = line.trim_matches('"');
    let said = plain.get(..4)?.eq_ignore_ascii_case("sep=");
    let mut rest = plain.get(4..)?.chars();
    let separator = u8::try_from(rest.next()?).ok().filter(u8::is_ascii)?;
    // In a file with commas the spreadsheet that wrote it may have ended the line with empty cells.
    let bare = rest.all(|sign| SEPARATORS.contains(&sign) || sign.is_whitespace() || sign == '"');
    if !said || !bare {
        return None;
    }
    let end = &text[line.len()..];
    let end = if end.starts_with("\r\n") {
        2
    } else {
        end.len().min(1)
    };
    Some((line.len() + end, separator))
}

/// The separator that the first row has most of: spreadsheets of some countries write semicolons.
fn separator(line: &str) -> u8 {
    let count = |separator: &char| line.matches(*separator).count();
    let most = SEPARATORS.into_iter().rev().max_by_key(count);
    most.and_then(|sign| u8::try_from(sign).ok())
        .unwrap_or(b',')
}

/// How many lines end in a text, by any of the three ways to end one.
pub(crate) fn breaks(text: &[u8]) -> usize {
    let ends = |at: &usize| match text[*at] {
        b'\n' => true,
        b'\r' => text.get(at + 1) != Some(&b'\n'),
        _ => false,
    };
    (0..text.len()).filter(ends).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(file: &[u8]) -> (String, char, bool) {
        let table = Table::of(file).expect("a table");
        (
            table.text().to_owned(),
            char::from(table.separator),
            table.guessed,
        )
    }

    fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn files_of_every_sort_have_one_text() {
        let table = "a\tZo\u{eb}\r\n";
        for (id, file, separator, guessed) in [
            ("plain", table.as_bytes().to_vec(), '\t', false),
            (
                "C3 UTF-8 with a mark",
                [b"\xef\xbb\xbf", table.as_bytes()].concat(),
                '\t',
                false,
            ),
            (
                "C3 UTF-16LE",
                utf16(&format!("\u{feff}{table}"), u16::to_le_bytes),
                '\t',
                false,
            ),
            (
                "C3 UTF-16BE",
                utf16(&format!("\u{feff}{table}"), u16::to_be_bytes),
                '\t',
                false,
            ),
            (
                "C3 UTF-16LE without a mark",
                utf16(table, u16::to_le_bytes),
                '\t',
                false,
            ),
            ("C2 Windows-1252", b"a\tZo\xeb\r\n".to_vec(), '\t', true),
        ] {
            assert_eq!(read(&file), (table.to_owned(), separator, guessed), "{id}");
        }
        assert_eq!(
            Table::of(b"\xef\xbb\xbfa\r\nZo\xeb").err(),
            Some(2),
            "not what its mark says"
        );
    }

    #[test]
    fn a_first_line_that_names_the_separator_is_obeyed_and_skipped() {
        for (file, separator) in [
            ("sep=;\r\na,b;c", ';'),
            ("SEP=,\na,b;c", ','),
            ("\u{feff}sep=;\ra,b;c", ';'),
            ("sep=\t\na,b;c", '\t'),
            ("\"sep=;\"\r\na,b;c", ';'),
            ("sep=|\na,b;c", '|'),
        ] {
            let (text, said, _) = read(file.as_bytes());
            assert_eq!((text.as_str(), said), ("a,b;c", separator), "{file:?}");
        }
        for file in ["separate,b\n", "sep=value,b\n", "sep=\n", "sep\n"] {
            assert_eq!(read(file.as_bytes()).0, file, "{file:?}");
        }
    }

    #[test]
    fn lines_end_in_three_ways() {
        for (text, count) in [("", 0), ("a", 0), ("a\rb\nc\r\nd", 3), ("\r\r\n\n", 3)] {
            assert_eq!(breaks(text.as_bytes()), count, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn any_bytes_are_looked_at(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let _ = Table::of(&bytes).map(|table| table.text().len());
        }
    }
}
