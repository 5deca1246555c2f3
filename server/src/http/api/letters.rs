//! Letters of connect requests as PDF.

use super::input::{Id, Query};
use super::key::Key;
use crate::http::pdf_file::{self, pdf_file};
use crate::http::problem::{CONTENT_TYPE, FieldProblem, Problem};
use axum::extract::State;
use axum::response::Response;
use serde::Deserialize;
use service::Services;
use service::letter::{Form, Paper};
use utoipa::IntoParams;
use utoipa::openapi::schema::{Object, ObjectBuilder, Type};

#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct LetterQuery {
    /// The paper to print on; A4 when there is none.
    #[param(schema_with = paper_schema, required = false)]
    paper: Option<String>,
    /// Large print: nothing below 18 points, as long as the sheet holds it.
    #[param(value_type = Option<bool>, nullable = false)]
    large: Option<String>,
}

fn paper_schema() -> Object {
    ObjectBuilder::new()
        .schema_type(Type::String)
        .enum_values(Some(["a4", "letter"]))
        .build()
}

impl TryFrom<LetterQuery> for Form {
    type Error = Problem;

    fn try_from(query: LetterQuery) -> Result<Self, Problem> {
        let mut errors = Vec::new();
        let paper = match query.paper.as_deref().map(Paper::from_name) {
            None => Paper::default(),
            Some(Some(paper)) => paper,
            Some(None) => {
                let field = FieldProblem::new("paper", "malformed", "Either a4 or letter.");
                errors.push(field);
                Paper::default()
            }
        };
        let large = match query.large.as_deref() {
            None | Some("false") => false,
            Some("true") => true,
            Some(_) => {
                let field = FieldProblem::new("large", "malformed", "Either true or false.");
                errors.push(field);
                false
            }
        };
        if errors.is_empty() {
            Ok(Self { paper, large })
        } else {
            Err(Problem::invalid(errors))
        }
    }
}

/// The letter of a connect request, to print and hand over
///
/// One sheet with the code, its QR code and the way to use it; never the question or the answer. Each download is a
/// record in the application's log.
#[utoipa::path(
    get,
    path = "/connect-requests/{id}/letter.pdf",
    tag = "Connect requests",
    operation_id = "getLetter",
    params(("id" = Uuid, Path), LetterQuery),
    responses(
        (status = 200, description = "PDF/UA-1, fonts embedded.", content_type = pdf_file::CONTENT_TYPE),
        (status = 401, description = "`unauthorized`", body = Problem, content_type = CONTENT_TYPE),
        (status = 404, description = "`not-found`", body = Problem, content_type = CONTENT_TYPE),
        (status = 409, description = "`over`: replaced or deleted", body = Problem, content_type = CONTENT_TYPE),
        (status = 410, description = "`code-over`", body = Problem, content_type = CONTENT_TYPE),
        (status = 422, description = "`invalid`; `unprintable`: a sign that the font lacks", body = Problem,
            content_type = CONTENT_TYPE),
        (status = 503, description = "`unavailable`", body = Problem, content_type = CONTENT_TYPE)
    )
)]
pub async fn letter(
    State(services): State<Services>,
    key: Key,
    Id(id): Id,
    Query(query): Query<LetterQuery>,
) -> Result<Response, Problem> {
    let form = query.try_into()?;
    let file = services
        .batches()
        .letter_file(key.caller(), id, form)
        .await?;
    Ok(pdf_file("letter.pdf", file))
}
