//! PDFs to download. They hold codes: no one on the way keeps them.

use axum::http::header;
use axum::response::{IntoResponse, Response};

pub const CONTENT_TYPE: &str = "application/pdf";

/// A download under a name that says nothing of a patient.
pub fn pdf_file(name: &'static str, file: Vec<u8>) -> Response {
    let headers = [
        (header::CONTENT_TYPE, CONTENT_TYPE.to_owned()),
        (
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"{name}\""),
        ),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    (headers, file).into_response()
}
