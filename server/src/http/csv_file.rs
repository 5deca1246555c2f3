//! Tables as files that spreadsheets open without running anything in them.

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

/// A download; cells that a spreadsheet would take for a formula begin with an apostrophe.
pub fn csv_file<const N: usize>(
    name: &'static str,
    head: [&'static str; N],
    rows: impl IntoIterator<Item = [String; N]>,
) -> Response {
    let mut writer = csv::Writer::from_writer(Vec::new());
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
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{cell}")
    } else {
        cell
    }
}
