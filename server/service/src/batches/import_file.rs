//! Reads the file that requests are made from: a table as spreadsheets write it.
//!
//! Every row is read by the rules of the desk's own form. Formulas are text like any other.

use crate::batches::import_text::{Table, breaks};
use csv::{ByteRecord, ReaderBuilder};
use domain::batch::{Doubtful, FileError, HeaderError, RowProblem, Why, may_be_a_spreadsheets};
use domain::challenge::{AnswerFold, AnswerMode};
use domain::external_id::ExternalId;
use domain::new_request::{Draft, Field, NewRequest, Origin};
use domain::policy;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// So much of a column's name is shown when it is not known.
const NAME_SHOWN: usize = 40;

/// A row that fits. Its answer stays with it, sealed, until the requests are made.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Row {
    /// As spreadsheets count, the header being the first.
    pub number: usize,
    pub draft: Draft,
    /// How its answer is compared.
    pub mode: AnswerMode,
    /// Once it is made ready.
    pub answer_hash: Option<String>,
    /// By which rule the hashed answer was folded; an earlier version that was in the middle of a file did not say.
    #[serde(default = "first_fold")]
    pub answer_fold: i64,
}

const fn first_fold() -> i64 {
    AnswerFold::First.number()
}

/// What is in a file.
#[derive(Default)]
pub(crate) struct Read {
    pub rows: Vec<Row>,
    /// The external ID of each row, with the row's number.
    pub ids: Vec<(usize, ExternalId)>,
    pub problems: Vec<RowProblem>,
    /// Rows whose id a spreadsheet may have changed.
    pub doubtful: Vec<Doubtful>,
    /// A text that shows whether the encoding was guessed right, where it was.
    pub guessed: Option<String>,
}

/// Reads a whole file, or says why it cannot be read as one.
pub(crate) fn read(file: &[u8], mode: AnswerMode) -> Result<Read, FileError> {
    let table = Table::of(file).map_err(|row| FileError::Encoding { row })?;
    let text = table.text().as_bytes();
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(table.separator)
        .from_reader(text);
    let mut record = ByteRecord::new();
    let mut next = |record: &mut ByteRecord| reader.read_byte_record(record).unwrap_or(false);
    if !next(&mut record) {
        return Err(FileError::Empty);
    }
    let columns = header(&utf8(&record, 1)?)?;
    let mut lines = Lines::of(text);
    lines.number(&record);
    let mut read = Read::default();
    let mut first_rows = HashMap::new();
    let mut rows = 0;
    while next(&mut record) {
        let number = lines.number(&record);
        let cells = utf8(&record, number)?;
        if cells.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        rows += 1;
        if rows > policy::IMPORT_ROWS {
            return Err(FileError::TooManyRows);
        }
        if table.guessed && read.guessed.is_none() {
            read.guessed = telling(&columns, &cells);
        }
        match row(number, &columns, &cells, mode) {
            Ok((row, id)) => match first_rows.insert(id.clone(), number) {
                None => {
                    if may_be_a_spreadsheets(id.as_str()) {
                        read.doubtful.push(Doubtful {
                            row: number,
                            external_id: id.to_string(),
                        });
                    }
                    read.ids.push((number, id));
                    read.rows.push(row);
                }
                Some(first) => read.problems.push(RowProblem {
                    row: number,
                    column: Some(Field::ExternalId),
                    why: Why::Twice { first },
                }),
            },
            Err(problems) => read.problems.extend(problems),
        }
    }
    if rows == 0 {
        return Err(FileError::Empty);
    }
    Ok(read)
}

/// What of a row shows whether its letters were read right: never its question or answer.
fn telling(columns: &[Field], cells: &[&str]) -> Option<String> {
    let shown = [Field::FriendlyName, Field::ExternalId];
    let cell = |wanted| {
        let place = columns.iter().position(|column| *column == wanted)?;
        cells.get(place).filter(|cell| !cell.is_ascii())
    };
    let text = shown.into_iter().find_map(cell)?;
    Some(text.chars().take(policy::FRIENDLY_NAME_MAX).collect())
}

/// Counts rows as spreadsheets do: empty lines count, line breaks inside a cell do not.
struct Lines<'a> {
    text: &'a [u8],
    /// How far breaks were counted.
    at: usize,
    breaks: usize,
    inside_cells: usize,
}

impl<'a> Lines<'a> {
    fn of(text: &'a [u8]) -> Self {
        Self {
            text,
            at: 0,
            breaks: 0,
            inside_cells: 0,
        }
    }

    /// The number of the next record. The reader's own position may be before the break of the record before.
    fn number(&mut self, record: &ByteRecord) -> usize {
        let start = record.position().map_or(0, csv::Position::byte);
        let start = usize::try_from(start).unwrap_or(usize::MAX);
        let start = start.clamp(self.at, self.text.len());
        let rest = &self.text[start..];
        let skipped = rest.iter().take_while(|sign| matches!(sign, b'\r' | b'\n'));
        let start = start + skipped.count();
        self.breaks += breaks(&self.text[self.at..start]);
        self.at = start;
        let number = self.breaks + 1 - self.inside_cells;
        self.inside_cells += record.iter().map(breaks).sum::<usize>();
        number
    }
}

fn utf8(record: &ByteRecord, row: usize) -> Result<Vec<&str>, FileError> {
    record
        .iter()
        .map(|cell| std::str::from_utf8(cell).map_err(|_| FileError::Encoding { row }))
        .collect()
}

/// The columns in the order of the file. Empty names at the end are what spreadsheets leave behind.
fn header(cells: &[&str]) -> Result<Vec<Field>, FileError> {
    let named = cells.iter().rposition(|cell| !cell.trim().is_empty());
    let cells = &cells[..named.map_or(0, |last| last + 1)];
    let mut columns = Vec::new();
    let mut error = HeaderError::default();
    for cell in cells {
        match Field::of_column(cell) {
            Some(column) if error.twice.contains(&column) => {}
            Some(column) if columns.contains(&column) => error.twice.push(column),
            Some(column) => columns.push(column),
            // The first of them tell which file it is; a page that shows all could be larger than the file.
            None if error.unknown.len() >= policy::IMPORT_COLUMNS => {}
            None => error.unknown.push(
                cell.chars()
                    .take(NAME_SHOWN)
                    .filter(|sign| !sign.is_control())
                    .collect(),
            ),
        }
    }
    error.missing = Field::columns()
        .filter(|column| column.row().required && !columns.contains(column))
        .collect();
    if error == HeaderError::default() {
        Ok(columns)
    } else {
        Err(FileError::Header(error))
    }
}

fn row(
    number: usize,
    columns: &[Field],
    cells: &[&str],
    mode: AnswerMode,
) -> Result<(Row, ExternalId), Vec<RowProblem>> {
    let beyond = cells.iter().skip(columns.len());
    if cells.len() < columns.len() || beyond.clone().any(|cell| !cell.trim().is_empty()) {
        return Err(vec![RowProblem {
            row: number,
            column: None,
            why: Why::Cells {
                found: cells.len(),
                expected: columns.len(),
            },
        }]);
    }
    let mut draft = Draft::default();
    for (column, cell) in columns.iter().zip(cells) {
        draft.set(*column, (*cell).to_owned());
    }
    match NewRequest::parse(&draft, mode, Origin::FrontDesk) {
        Ok(new) => {
            let row = Row {
                number,
                draft,
                mode,
                answer_hash: None,
                answer_fold: AnswerFold::TODAY.number(),
            };
            Ok((row, new.particulars.external_id))
        }
        Err(problems) => Err(problems
            .into_iter()
            .map(|problem| RowProblem {
                row: number,
                column: Some(problem.field).filter(|field| field.row().column),
                why: problem.error.into(),
            })
            .collect()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const HEADER: &str = "external_id,friendly_name,question,answer,email,language,reason\n";

    fn read_text(text: &str) -> Result<Read, FileError> {
        read(text.as_bytes(), AnswerMode::Strict)
    }

    fn problems(rows: &str) -> Vec<(usize, Option<Field>, Why)> {
        let read = read_text(&format!("{HEADER}{rows}")).expect("a table");
        read.problems
            .into_iter()
            .map(|problem| (problem.row, problem.column, problem.why))
            .collect()
    }

    fn short() -> Why {
        Why::Guessable {
            why: "short".into(),
        }
    }

    fn refused(file: &[u8]) -> FileError {
        read(file, AnswerMode::Strict).err().expect("refused")
    }

    #[test]
    fn commas_semicolons_byte_order_mark_and_line_ends_give_one_table() {
        for text in [
            format!("{HEADER}MRN-1,Emma,Which boat?,Nancy Blackett,,,\n"),
            format!("\u{feff}{HEADER}MRN-1,Emma,Which boat?,Nancy Blackett,,,"),
            format!("{HEADER}MRN-1,Emma,Which boat?,Nancy Blackett,,,\n").replace(',', ";"),
            format!("{HEADER}\"MRN-1\",Emma,\"Which boat?\",Nancy Blackett,,,\n").replace('\n', "\r\n"),
            "Answer,Question,External ID,Friendly-Name,,\nNancy Blackett,Which boat?,MRN-1,Emma,,\n".into(),
        ] {
            let read = read_text(&text).expect("a table");
            assert_eq!(read.problems, [], "{text}");
            assert_eq!(read.rows.len(), 1, "{text}");
            assert_eq!(read.rows[0].draft.external_id, "MRN-1");
            assert_eq!(read.rows[0].draft.answer, "Nancy Blackett");
            assert_eq!(read.rows[0].number, 2);
        }
    }

    #[test]
    fn a_first_row_that_does_not_fit_says_what_is_missing_unknown_and_twice() {
        let error = refused(b"external_id,name,answer,Answer\nMRN-1,Emma,Nancy Blackett,x\n");
        let FileError::Header(error) = error else {
            panic!("{error:?}")
        };
        assert_eq!(error.missing, [Field::FriendlyName, Field::Question]);
        assert_eq!(error.unknown, ["name"]);
        assert_eq!(error.twice, [Field::Answer]);
    }

    #[test]
    fn a_first_row_of_any_length_is_told_in_few_words() {
        let file = format!("{}{}\n", "x,".repeat(100_000), "answer,".repeat(100_000));
        let FileError::Header(error) = refused(file.as_bytes()) else {
            panic!("another error")
        };
        assert_eq!(error.unknown.len(), policy::IMPORT_COLUMNS);
        assert_eq!(error.twice, [Field::Answer]);
    }

    #[test]
    fn a_file_that_is_not_what_it_says_is_named_by_its_row() {
        let latin = [b"\xef\xbb\xbf", HEADER.as_bytes(), b"MRN-1,Emma,Which boat?,Nancy Blackett,,,\nMRN-2,Zo\xeb,Which boat?,Nancy Blackett,,,\n"].concat();
        assert_eq!(refused(&latin), FileError::Encoding { row: 3 });
    }

    #[test]
    fn where_the_encoding_is_guessed_a_name_shows_whether_it_is_right() {
        let rows = b"MRN-1,Emma,Which boat?,Nancy Blackett,,,\nMRN-2,Zo\xeb M\xfcller,Which boat?,Nancy Blackett,,,\n";
        let latin = read(&[HEADER.as_bytes(), rows].concat(), AnswerMode::Strict).expect("a table");
        assert_eq!(latin.guessed.as_deref(), Some("Zo\u{eb} M\u{fc}ller"));
        assert_eq!(latin.rows[1].draft.friendly_name, "Zo\u{eb} M\u{fc}ller");
        let known = read_text(&format!(
            "{HEADER}MRN-1,Zo\u{eb},Which boat?,Nancy Blackett,,,\n"
        ));
        assert_eq!(known.expect("a table").guessed, None);
    }

    #[test]
    fn rows_are_counted_by_every_sort_of_line_end() {
        for end in ["\n", "\r\n", "\r"] {
            let mut rows = HEADER.to_owned();
            for number in 2..40 {
                let name = if number == 37 { "" } else { "Emma" };
                let row = format!("MRN-{number},{name},Which boat?,Nancy Blackett,,,\n");
                rows.push_str(&row);
            }
            let read = read_text(&rows.replace('\n', end)).expect("a table");
            let found: Vec<_> = read.problems.iter().map(|problem| problem.row).collect();
            assert_eq!(found, [37], "C5 {end:?}");
            assert_eq!(read.rows.len(), 37);
        }
        let first =
            format!("sep=;\r\n{HEADER}MRN-1,,Which boat?,Nancy Blackett,,,\n").replace(',', ";");
        let read = read_text(&first).expect("a table");
        assert_eq!(read.problems[0].row, 2, "C1: the line is no row");
    }

    #[test]
    fn ids_that_a_spreadsheet_may_have_changed_are_asked_about() {
        let row = |id: &str| format!("{id},Emma,Which boat?,Nancy Blackett,,,\n");
        let rows = [row("MRN-1"), row("1.23457E+11"), row("73928E03")].concat();
        let read = read_text(&format!("{HEADER}{rows}")).expect("a table");
        assert_eq!(read.problems, []);
        let found: Vec<_> = read
            .doubtful
            .iter()
            .map(|one| (one.row, one.external_id.as_str()))
            .collect();
        assert_eq!(found, [(3, "1.23457E+11"), (4, "73928E03")]);
    }

    #[test]
    fn what_has_no_rows_is_empty_and_what_has_too_many_is_refused_whole() {
        for empty in [
            "",
            "\u{feff}",
            "\n\n",
            HEADER,
            &format!("{HEADER},,,,,,\n\n"),
        ] {
            let error = refused(empty.as_bytes());
            assert!(matches!(error, FileError::Empty), "{empty:?}: {error:?}");
        }
        let row = "MRN,Emma,Which boat?,Nancy Blackett,,,\n";
        let many = format!("{HEADER}{}", row.repeat(100_000));
        assert_eq!(refused(many.as_bytes()), FileError::TooManyRows);
    }

    #[test]
    fn rows_are_counted_as_spreadsheets_count_them() {
        let rows = "MRN-1,Emma,Which boat?,Nancy Blackett,,,\n\n\"MRN-\n2\",Emma,Which boat?,Nancy Blackett,,,\nMRN-3,,Which boat?,Nancy Blackett,,,\n";
        assert_eq!(
            problems(rows),
            [
                (4, Some(Field::ExternalId), Why::Invisible),
                (5, Some(Field::FriendlyName), Why::Empty)
            ]
        );
    }

    #[test]
    fn each_row_says_what_to_correct() {
        let long = "x".repeat(10_000);
        for (row, column, why) in [
            (
                "MRN-1,Emma,Which boat?,gruel,,,",
                Some(Field::Answer),
                short(),
            ),
            (
                "MRN-1,Emma,Which boat?,Nancy Blackett,emma@,,",
                Some(Field::Email),
                Why::Shape,
            ),
            (
                "MRN-1,Emma,Which boat?,Nancy Blackett,,english please,",
                Some(Field::Language),
                Why::Shape,
            ),
            (
                "MRN-1,Em\0ma,Which boat?,Nancy Blackett,,,",
                Some(Field::FriendlyName),
                Why::Invisible,
            ),
            (
                "MRN-1,Emma,Which boat?",
                None,
                Why::Cells {
                    found: 3,
                    expected: 7,
                },
            ),
            (
                "MRN-1,Emma,Which boat?,Nancy Blackett,,,,more",
                None,
                Why::Cells {
                    found: 8,
                    expected: 7,
                },
            ),
            (
                &format!("MRN-1,{long},Which boat?,Nancy Blackett,,,"),
                Some(Field::FriendlyName),
                Why::TooLong { max: 120 },
            ),
        ] {
            assert_eq!(
                problems(&format!("{row}\n")),
                [(2, column, why)],
                "{row:.60}"
            );
        }
        assert_eq!(
            problems("MRN-1,Emma,Which boat?,gruel,,,The patient insists\n"),
            []
        );
    }

    #[test]
    fn the_second_row_of_an_id_names_the_first() {
        let row = |id: &str| format!("{id},Emma,Which boat?,Nancy Blackett,,,\n");
        let rows = [row("MRN-1"), row("MRN-2"), row("MRN-1"), row(" MRN-1 ")].concat();
        assert_eq!(
            problems(&rows),
            [
                (4, Some(Field::ExternalId), Why::Twice { first: 2 }),
                (5, Some(Field::ExternalId), Why::BlankAtAnEnd)
            ]
        );
    }

    #[test]
    fn formulas_are_text_like_any_other() {
        let row = "=1+1,\"=HYPERLINK(\"\"https://x.example\"\")\",+1?,@SUM(A1),,,\n";
        let read = read_text(&format!("{HEADER}{row}")).expect("a table");
        assert_eq!(read.problems, []);
        assert_eq!(read.rows[0].draft.external_id, "=1+1");
        assert_eq!(
            read.rows[0].draft.friendly_name,
            "=HYPERLINK(\"https://x.example\")"
        );
    }

    proptest! {
        #[test]
        fn any_bytes_are_a_table_or_a_refusal(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
            let _ = read(&bytes, AnswerMode::Strict);
            let _ = read(&[HEADER.as_bytes(), &bytes].concat(), AnswerMode::Lenient);
        }
    }
}
