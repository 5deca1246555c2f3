//! `/staff/import` and `/staff/import/{id}`: many requests from one file.

use super::at_desk;
use super::frame;
use crate::http::csv_file::csv_file;
use crate::http::failed::Failed;
use crate::http::session::Visitor;
use crate::http::web::{Web, show};
use app::pages::staff::import::{Earlier, Problem, View, page};
use app::pages::staff::import_batch::{self, why};
use axum::extract::{Multipart, Path, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::Form;
use domain::batch::{Column, FileError, Kind, State as Standing};
use domain::ids::BatchId;
use domain::policy;
use domain::staff::StaffContext;
use serde::Deserialize;
use service::{BatchRefusal, BatchView, Failure, ImportRefusal, Outcome};
use zeroize::Zeroizing;

/// How soon the browser looks again while work goes on, in seconds.
const REFRESH: HeaderValue = HeaderValue::from_static("3");

pub async fn get(State(web): State<Web>, visitor: Visitor) -> Result<Response, Response> {
    let staff = at_desk(&web, &visitor).await?;
    first_page(&web, &staff, StatusCode::OK, None).await
}

async fn first_page(
    web: &Web,
    staff: &StaffContext,
    status: StatusCode,
    problem: Option<Problem>,
) -> Result<Response, Response> {
    let earlier = web.services.batches(staff.application, Kind::Import).await;
    let earlier = earlier.map_err(|fault| Failed::from(fault).into_response())?;
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
    Ok(show(status, page(&frame(web, staff), &view)))
}

pub async fn post(
    State(web): State<Web>,
    visitor: Visitor,
    form: Multipart,
) -> Result<Response, Response> {
    let staff = at_desk(&web, &visitor).await?;
    let problem = match uploaded(form).await {
        Err(error) => Problem::File(error),
        Ok(file) => match web.services.preview_import(&staff, file).await {
            Ok(id) => return Ok(Redirect::to(&format!("/staff/import/{id}")).into_response()),
            Err(Failure::Refused(ImportRefusal::File(error))) => Problem::File(error),
            Err(Failure::Refused(ImportRefusal::MayNot(why))) => Problem::MayNot(why),
            Err(Failure::Fault(fault)) => return Err(Failed::from(fault).into_response()),
        },
    };
    first_page(
        &web,
        &staff,
        StatusCode::UNPROCESSABLE_ENTITY,
        Some(problem),
    )
    .await
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
pub async fn get_template(State(web): State<Web>, visitor: Visitor) -> Result<Response, Response> {
    at_desk(&web, &visitor).await?;
    let head = Column::ALL.map(Column::name);
    Ok(csv_file("import.csv", head, Vec::<[String; 7]>::new()))
}

pub async fn get_batch(
    State(web): State<Web>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, Response> {
    let staff = at_desk(&web, &visitor).await?;
    let found = find(&web, &staff, &id, Kind::Import).await?;
    Ok(batch_page(&web, &staff, StatusCode::OK, found, None))
}

fn batch_page(
    web: &Web,
    staff: &StaffContext,
    status: StatusCode,
    found: BatchView,
    refusal: Option<BatchRefusal>,
) -> Response {
    let state = found.stored.state;
    let view = import_batch::View {
        id: found.stored.id,
        state,
        total: found.stored.total,
        done: found.stored.done,
        report: found.report,
        too_late: refusal == Some(BatchRefusal::Over),
        ids_not_confirmed: refusal == Some(BatchRefusal::IdsNotConfirmed),
    };
    let page = import_batch::page(&frame(web, staff), &view);
    looking_again(state, show(status, page))
}

/// While work goes on, the browser is told to ask again; that needs no scripts.
pub(super) fn looking_again(state: Standing, mut response: Response) -> Response {
    if state == Standing::Running {
        response.headers_mut().insert(header::REFRESH, REFRESH);
    }
    response
}

pub(super) fn parse(id: &str) -> Result<BatchId, Response> {
    id.parse()
        .map_err(|_| StatusCode::NOT_FOUND.into_response())
}

/// The application's batch; one of another application is as unknown as one that never was.
pub(super) async fn find(
    web: &Web,
    staff: &StaffContext,
    id: &str,
    kind: Kind,
) -> Result<BatchView, Response> {
    let id = parse(id)?;
    match web.services.batch(staff.application, id).await {
        Ok(Some(found)) if found.stored.kind == kind => Ok(found),
        Ok(_) => Err(StatusCode::NOT_FOUND.into_response()),
        Err(fault) => Err(Failed::from(fault).into_response()),
    }
}

#[derive(Deserialize)]
pub struct Confirmation {
    /// "right" where somebody compared the ids.
    #[serde(default)]
    ids: String,
}

pub async fn post_confirm(
    State(web): State<Web>,
    visitor: Visitor,
    Path(id): Path<String>,
    Form(fields): Form<Confirmation>,
) -> Result<Response, Response> {
    let staff = at_desk(&web, &visitor).await?;
    let ids_are_right = fields.ids == "right";
    let confirmed = web
        .services
        .confirm_import(&staff, parse(&id)?, ids_are_right);
    let confirmed = confirmed.await;
    after(&web, &staff, &id, confirmed).await
}

pub async fn post_cancel(
    State(web): State<Web>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, Response> {
    let staff = at_desk(&web, &visitor).await?;
    let cancelled = web.services.cancel_batch(&staff, parse(&id)?).await;
    after(&web, &staff, &id, cancelled).await
}

/// Back to the batch, or its page with what went wrong.
async fn after(
    web: &Web,
    staff: &StaffContext,
    id: &str,
    done: Outcome<(), BatchRefusal>,
) -> Result<Response, Response> {
    match done {
        Ok(()) => Ok(Redirect::to(&format!("/staff/import/{id}")).into_response()),
        Err(Failure::Refused(BatchRefusal::NotFound)) => Err(StatusCode::NOT_FOUND.into_response()),
        Err(Failure::Refused(refusal)) => {
            let found = find(web, staff, id, Kind::Import).await?;
            let status = match refusal {
                BatchRefusal::IdsNotConfirmed => StatusCode::UNPROCESSABLE_ENTITY,
                _ => StatusCode::CONFLICT,
            };
            Ok(batch_page(web, staff, status, found, Some(refusal)))
        }
        Err(Failure::Fault(fault)) => Err(Failed::from(fault).into_response()),
    }
}

/// Everything to mend, for whoever mends it.
pub async fn get_problems(
    State(web): State<Web>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, Response> {
    let staff = at_desk(&web, &visitor).await?;
    let found = find(&web, &staff, &id, Kind::Import).await?;
    let rows = found.report.problems.iter().map(|problem| {
        [
            problem.row.to_string(),
            problem
                .column
                .map_or_else(String::new, |column| column.name().to_owned()),
            why(problem, staff.time_zone),
        ]
    });
    Ok(csv_file("to-mend.csv", ["row", "column", "to_mend"], rows))
}
