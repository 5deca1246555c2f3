//! Tables as files that spreadsheets open without running anything in them.

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::text;
use unicode_normalization::UnicodeNormalization;

/// What tells a spreadsheet that a file is UTF-8.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// A download; cells that a spreadsheet would take for a formula begin with an apostrophe.
pub fn csv_file<const N: usize>(
    name: &'static str,
    head: impl IntoIterator<Item = &'static str>,
    rows: impl IntoIterator<Item = [String; N]>,
) -> Response {
    let mut writer = csv::Writer::from_writer(BYTE_ORDER_MARK.as_bytes().to_vec());
    let written = writer.write_record(head).and_then(|()| {
        rows.into_iter()
            .try_for_each(|row| writer.write_record(row.map(inert)))
    });
    let Some(text) = written.ok().and_then(|()| writer.into_inner().ok()) else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"{name}\""),
        ),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    (headers, text).into_response()
}

fn inert(cell: String) -> String {
    if starts_a_formula(&cell) {
        format!("'{cell}")
    } else {
        cell
    }
}

/// Spreadsheets skip blanks, line ends and signs that cannot be seen, and take full-width signs for the plain ones.
fn starts_a_formula(cell: &str) -> bool {
    let skipped = |sign: char| sign.is_whitespace() || text::is_hidden(sign);
    let rest = cell.trim_start_matches(skipped);
    let first = rest.chars().take(1).nfkc().next();
    cell.starts_with(['\t', '\r', '\n'])
        || matches!(first, Some('=' | '+' | '-' | '@' | '\u{2212}'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_that_begin_like_a_formula_are_made_harmless() {
        for cell in [
            "=1+1",
            "+1",
            "-1",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            "\n=1",
            "＝1+1",
            "＋1",
            "－1",
            "＠SUM(A1)",
            "﹦1",
            " =1",
            "\u{feff}=1",
            "\u{200b}＝1",
            "\nplain",
        ] {
            assert_eq!(inert(cell.to_owned()), format!("'{cell}"), "C10 {cell:?}");
        }
        for cell in ["Zoë Müller", "1=1", "a+b", "", "'quoted"] {
            assert_eq!(inert(cell.to_owned()), cell);
        }
    }
}
