//! The languages that a request may name.

use super::key::Key;
use crate::http::problem::{CONTENT_TYPE, Problem};
use axum::Json;
use domain::language::Language;
use serde::Serialize;
use utoipa::ToSchema;

#[derive(Serialize, ToSchema)]
pub struct LanguageList {
    /// In the order in which people are shown them; the first is the default.
    languages: Vec<SpokenLanguage>,
}

#[derive(Serialize, ToSchema)]
struct SpokenLanguage {
    /// For `language` of a new request. A region may follow it, as in "es-MX".
    tag: &'static str,
    /// What its speakers call it.
    name: String,
    /// `ltr` or `rtl`.
    direction: &'static str,
}

/// The languages that patients are spoken to in
#[utoipa::path(
    get,
    path = "/languages",
    tag = "Connect requests",
    operation_id = "listLanguages",
    responses(
        (status = 200, description = "All of them.", body = LanguageList),
        (status = 401, description = "`unauthorized`", body = Problem, content_type = CONTENT_TYPE),
        (status = 503, description = "`unavailable`", body = Problem, content_type = CONTENT_TYPE),
    )
)]
pub async fn list(_: Key) -> Json<LanguageList> {
    let languages = words::languages().map(|(language, name): (Language, _)| SpokenLanguage {
        tag: language.name(),
        name: name.into_owned(),
        direction: language.direction(),
    });
    Json(LanguageList {
        languages: languages.into(),
    })
}
