//! `/account/records/{id}/grown-up`: a child's record asks who looks after it from now on.

use crate::http::error::{OrInternal, PageError};
use crate::http::extract::{PathId, Patient};
use crate::http::pages::over;
use app::pages::account::grown_child::{CHILD, ME, TOGETHER, View, page};
use app::pages::account::people;
use app::pages::patient::trouble::Begin;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::Form;
use domain::ids::RecordId;
use domain::record::{Record, is_grown_child};
use serde::Deserialize;
use service::OwnRecordRejection;

/// The year that it is, by which ages are reckoned.
pub(super) fn this_year(patient: &Patient) -> i64 {
    i64::from(patient.services().ports().now().date_time().year())
}

pub async fn get(patient: Patient, PathId(id): PathId<RecordId>) -> Result<Response, PageError> {
    let record = found(&patient, id).await?;
    Ok(shown(&patient, &record, StatusCode::OK))
}

/// A record that does not ask has no such page.
async fn found(patient: &Patient, id: RecordId) -> Result<Record, PageError> {
    let records = patient.services().records();
    let found = records.own_record(patient.person, id).await?;
    let age = patient.web.config.own_record_age;
    let asks = |record: &Record| is_grown_child(record.about, this_year(patient), age);
    let record = found.map(|(record, _)| record).filter(asks);
    record.ok_or(PageError::NotFound)
}

fn shown(patient: &Patient, record: &Record, status: StatusCode) -> Response {
    let view = View {
        id: record.id,
        record: record.name.clone(),
        birth_year: record.about.birth_year.unwrap_or_default(),
        age: patient.web.config.own_record_age,
        empty: status != StatusCode::OK,
    };
    patient.show(status, page, &view)
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Fields {
    who: String,
}

/// Where the child is to have the record alone, it asks until the one who does now has left it.
pub async fn post(
    patient: Patient,
    PathId(id): PathId<RecordId>,
    Form(fields): Form<Fields>,
) -> Result<Response, PageError> {
    let record = found(&patient, id).await?;
    let (decided, next) = match fields.who.as_str() {
        TOGETHER => (true, people::path(id)),
        CHILD => (false, people::path(id)),
        ME => (true, "/account".to_owned()),
        _ => return Ok(shown(&patient, &record, StatusCode::UNPROCESSABLE_ENTITY)),
    };
    if decided {
        let records = patient.services().records();
        let kept = records.go_on_with_record(patient.who, id).await;
        match kept.or_internal()? {
            Ok(()) => {}
            Err(OwnRecordRejection::SignedOut) => return Err(over::redirect(Begin::SignIn)),
            Err(_) => return Err(PageError::NotFound),
        }
    }
    Ok(Redirect::to(&next).into_response())
}
