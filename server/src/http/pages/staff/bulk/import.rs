//! `/staff/import` and `/staff/import/{id}`: many requests from one file.

use crate::http::csv_file::csv_file;
use crate::http::error::{OrInternal, PageError};
use crate::http::extract::{PathId, Staff};
use crate::http::web::show;
use app::pages::staff::bulk::import::{Earlier, Problem, View, page};
use app::pages::staff::bulk::import_batch::{self, why};
use axum::extract::Multipart;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::Form;
use domain::batch::{FileError, Kind, State as Standing};
use domain::ids::BatchId;
use domain::new_request::Field;
use domain::policy;
use serde::Deserialize;
use service::{BatchRejection, BatchView, ImportRejection, Outcome, Seen};
use zeroize::Zeroizing;

/// How soon the browser looks again while work continues, in seconds.
const REFRESH: HeaderValue = HeaderValue::from_static("3");

pub async fn get(staff: Staff) -> Result<Response, PageError> {
    first_page(&staff, StatusCode::OK, None).await
}

async fn first_page(
    staff: &Staff,
    status: StatusCode,
    problem: Option<Problem>,
) -> Result<Response, PageError> {
    let earlier = staff
        .services()
        .batches()
        .list(staff.application, Kind::Import)
        .await?;
    let view = View {
        earlier: earlier
            .into_iter()
            .map(|batch| Earlier {
                id: batch.id,
                made_at: batch.made_at,
                rows: batch.total,
                state: batch.state,
            })
            .collect(),
        problem,
    };
    Ok(staff.show(status, page, &view))
}

pub async fn post(staff: Staff, form: Multipart) -> Result<Response, PageError> {
    let problem = match uploaded(form).await {
        Err(error) => Problem::File(error),
        Ok(file) => match staff
            .services()
            .batches()
            .preview_import(&staff, file)
            .await
            .or_internal()?
        {
            Ok(id) => return Ok(Redirect::to(&format!("/staff/import/{id}")).into_response()),
            Err(ImportRejection::File(error)) => Problem::File(error),
            Err(ImportRejection::MayNot(why)) => Problem::MayNot(why),
        },
    };
    first_page(&staff, StatusCode::UNPROCESSABLE_ENTITY, Some(problem)).await
}

/// The file of the form. One that is too large is read to its end and not kept, so that the browser hears why.
async fn uploaded(mut form: Multipart) -> Result<Zeroizing<Vec<u8>>, FileError> {
    let mut file = Zeroizing::new(Vec::new());
    let mut length = 0;
    while let Ok(Some(mut field)) = form.next_field().await {
        if field.name() != Some("file") {
            continue;
        }
        loop {
            match field.chunk().await {
                Ok(Some(chunk)) => {
                    length += chunk.len();
                    if length <= policy::IMPORT_BYTES {
                        file.extend_from_slice(&chunk);
                    } else {
                        *file = Vec::new();
                    }
                }
                Ok(None) => break,
                Err(error) if error.status() == StatusCode::PAYLOAD_TOO_LARGE => {
                    return Err(FileError::TooLarge);
                }
                Err(_) => return Err(FileError::Empty),
            }
        }
    }
    match length {
        0 => Err(FileError::Empty),
        length if length > policy::IMPORT_BYTES => Err(FileError::TooLarge),
        _ => Ok(file),
    }
}

/// Only the names of the columns: a spreadsheet does the rest, and keeps the encoding that it finds.
pub async fn get_template(_: Staff) -> Result<Response, PageError> {
    let head = Field::columns().map(Field::name);
    Ok(csv_file("import.csv", head, Vec::<[String; 0]>::new()))
}

pub async fn get_batch(staff: Staff, PathId(id): PathId<BatchId>) -> Result<Response, PageError> {
    let found = find(&staff, id, Kind::Import).await?;
    Ok(batch_page(&staff, StatusCode::OK, found, None))
}

fn batch_page(
    staff: &Staff,
    status: StatusCode,
    found: BatchView,
    refused: Option<(BatchRejection, bool)>,
) -> Response {
    let (refusal, ids_ticked) = refused.unzip();
    let state = found.stored.state;
    let view = import_batch::View {
        id: found.stored.id,
        state,
        total: found.stored.total,
        done: found.stored.done,
        seen: staff
            .services()
            .batches()
            .preview_shown(&found.stored)
            .into_field(),
        report: found.report,
        ids_ticked: ids_ticked.unwrap_or_default(),
        problem: refusal.and_then(|refusal| match refusal {
            BatchRejection::NotFound => None,
            BatchRejection::Over => Some(import_batch::Problem::TooLate),
            BatchRejection::Changed => Some(import_batch::Problem::Changed),
            BatchRejection::IdsNotConfirmed => Some(import_batch::Problem::IdsNotConfirmed),
        }),
    };
    let page = import_batch::page(&staff.frame(), &view);
    looking_again(state, show(status, page))
}

/// While work continues, the browser is told to ask again; that needs no scripts.
pub(super) fn looking_again(state: Standing, mut response: Response) -> Response {
    if state == Standing::Running {
        response.headers_mut().insert(header::REFRESH, REFRESH);
    }
    response
}

/// The application's batch; one of another application is as unknown as one that never was.
pub(super) async fn find(staff: &Staff, id: BatchId, kind: Kind) -> Result<BatchView, PageError> {
    match staff.services().batches().find(staff.application, id).await {
        Ok(Some(found)) if found.stored.kind == kind => Ok(found),
        Ok(_) => Err(PageError::NotFound),
        Err(fault) => Err(fault.into()),
    }
}

#[derive(Deserialize)]
pub struct Confirmation {
    /// "right" where someone compared the ids.
    #[serde(default)]
    ids: String,
    #[serde(default)]
    seen: String,
}

pub async fn post_confirm(
    staff: Staff,
    PathId(id): PathId<BatchId>,
    Form(fields): Form<Confirmation>,
) -> Result<Response, PageError> {
    let ids_are_right = fields.ids == "right";
    let seen = Seen::sent(&fields.seen);
    let confirmed = staff
        .services()
        .batches()
        .confirm_import(&staff, id, ids_are_right, &seen);
    let confirmed = confirmed.await;
    after(&staff, id, confirmed, ids_are_right).await
}

pub async fn post_cancel(staff: Staff, PathId(id): PathId<BatchId>) -> Result<Response, PageError> {
    let cancelled = staff.services().batches().cancel(&staff, id).await;
    after(&staff, id, cancelled, false).await
}

/// Back to the batch, or its page with what went wrong.
async fn after(
    staff: &Staff,
    id: BatchId,
    done: Outcome<(), BatchRejection>,
    ids_ticked: bool,
) -> Result<Response, PageError> {
    match done.or_internal()? {
        Ok(()) => Ok(Redirect::to(&format!("/staff/import/{id}")).into_response()),
        Err(BatchRejection::NotFound) => Err(PageError::NotFound),
        Err(refusal) => {
            let found = find(staff, id, Kind::Import).await?;
            let status = match refusal {
                BatchRejection::IdsNotConfirmed => StatusCode::UNPROCESSABLE_ENTITY,
                _ => StatusCode::CONFLICT,
            };
            let refused = Some((refusal, ids_ticked));
            Ok(batch_page(staff, status, found, refused))
        }
    }
}

/// Everything to correct, for the person who corrects it.
pub async fn get_problems(
    staff: Staff,
    PathId(id): PathId<BatchId>,
) -> Result<Response, PageError> {
    let found = find(&staff, id, Kind::Import).await?;
    let rows = found.report.problems.iter().map(|problem| {
        [
            problem.row.to_string(),
            problem
                .column
                .map_or_else(String::new, |column| column.name().to_owned()),
            why(problem, staff.time_zone).into_owned(),
        ]
    });
    Ok(csv_file("to-mend.csv", ["row", "column", "to_mend"], rows))
}
