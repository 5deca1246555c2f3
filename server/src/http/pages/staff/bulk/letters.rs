//! `/staff/letters` and `/staff/letters/{id}`: many letters in one file.

use super::import::{find, looking_again};
use crate::http::error::{OrInternal, PageError};
use crate::http::extract::{PathId, Staff};
use crate::http::pdf_file::pdf_file;
use crate::http::web::show;
use app::pages::staff::bulk::letters::{
    ANY_DAY, Choice, Order, Problem, Row, View, order_page, page,
};
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::Form;
use domain::batch::Kind;
use domain::ids::{BatchId, ConnectRequestId};
use domain::policy;
use domain::timestamp::Timestamp;
use domain::zone::Zone;
use serde::Deserialize;
use service::letter::{Form as LetterForm, Paper};
use service::{BatchRejection, BatchView, Failure, LetterChoice, LettersRejection, Printed};

#[derive(Deserialize)]
pub struct Fields {
    from: Option<String>,
    #[serde(default)]
    mail: String,
    #[serde(default)]
    batch: String,
    #[serde(default)]
    after: String,
    #[serde(default)]
    paper: String,
    #[serde(default)]
    large: String,
    /// The ticked ones.
    #[serde(default)]
    request: Vec<String>,
}

impl Fields {
    /// Today's, unless another day is asked for; an import's are asked for as a whole. No day at all is any day.
    fn choice(&self, now: Timestamp, zone: Zone) -> Choice {
        let batch = self.batch.parse().ok();
        let today = || zone.at(now).iso_date();
        let from = match (&self.from, batch) {
            (Some(from), _) if zone.start_of_day(from).is_some() => from.clone(),
            (Some(from), _) if from.is_empty() || from == ANY_DAY => String::new(),
            (None, Some(_)) => String::new(),
            _ => today(),
        };
        Choice {
            from,
            with_mail: self.mail == "all",
            batch,
        }
    }

    fn form(&self) -> LetterForm {
        LetterForm {
            paper: Paper::from_name(&self.paper).unwrap_or_default(),
            large: self.large == "yes",
        }
    }
}

pub async fn get(staff: Staff, Query(fields): Query<Fields>) -> Result<Response, PageError> {
    chosen(&staff, StatusCode::OK, &fields, None).await
}

async fn chosen(
    staff: &Staff,
    status: StatusCode,
    fields: &Fields,
    problem: Option<Problem>,
) -> Result<Response, PageError> {
    let zone = staff.time_zone;
    let choice = fields.choice(staff.services().ports().now(), zone);
    let wanted = LetterChoice {
        from: zone
            .start_of_day(&choice.from)
            .unwrap_or(Timestamp::from_micros(0)),
        batch: choice.batch,
        without_mail: !choice.with_mail,
        after: fields.after.parse().ok(),
    };
    let mut waiting = staff
        .services()
        .batches()
        .waiting_letters(staff, &wanted)
        .await?;
    let more = waiting.len() > policy::LETTERS_MAX;
    waiting.truncate(policy::LETTERS_MAX);
    let next = waiting.last().filter(|_| more);
    let view = View {
        next: next.map(|last| ConnectRequestId(last.id)),
        choice,
        rows: waiting
            .into_iter()
            .map(|one| Row {
                request: ConnectRequestId(one.id),
                friendly_name: one.friendly_name,
                external_id: one.external_id,
                by_mail: one.email.is_some(),
            })
            .collect(),
        paper: fields.paper.clone(),
        large: fields.form().large,
        problem,
    };
    Ok(staff.show(status, page, &view))
}

pub async fn post(staff: Staff, Form(fields): Form<Fields>) -> Result<Response, PageError> {
    let requests = fields
        .request
        .iter()
        .filter_map(|id| id.parse().ok())
        .collect();
    let printed = staff
        .services()
        .batches()
        .print_letters(&staff, requests, fields.form())
        .await;
    let problem = match printed.or_internal()? {
        Ok(Printed::File(file)) => return Ok(pdf_file("letters.pdf", file)),
        Ok(Printed::Batch(id)) => {
            return Ok(Redirect::to(&format!("/staff/letters/{id}")).into_response());
        }
        Err(LettersRejection::None) => Problem::None,
        Err(LettersRejection::TooMany) => Problem::TooMany,
    };
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    chosen(&staff, status, &fields, Some(problem)).await
}

pub async fn get_order(staff: Staff, PathId(id): PathId<BatchId>) -> Result<Response, PageError> {
    let found = find(&staff, id, Kind::Letters).await?;
    Ok(order(&staff, StatusCode::OK, found, false))
}

fn order(staff: &Staff, status: StatusCode, found: BatchView, too_late: bool) -> Response {
    let stored = found.stored;
    let order = Order {
        id: stored.id,
        state: stored.state,
        total: stored.total,
        done: stored.done,
        left_out: found.report.left_out,
        until: stored.expires_at,
        too_late,
    };
    let page = order_page(&staff.frame(), &order);
    looking_again(stored.state, show(status, page))
}

pub async fn post_cancel(staff: Staff, PathId(id): PathId<BatchId>) -> Result<Response, PageError> {
    match staff.services().batches().cancel(&staff, id).await {
        Ok(()) => Ok(Redirect::to(&format!("/staff/letters/{id}")).into_response()),
        Err(failure) => refused(&staff, id, failure).await,
    }
}

pub async fn get_pdf(staff: Staff, PathId(id): PathId<BatchId>) -> Result<Response, PageError> {
    match staff.services().batches().letters_file(&staff, id).await {
        Ok(file) => Ok(pdf_file("letters.pdf", file)),
        Err(failure) => refused(&staff, id, failure).await,
    }
}

async fn refused(
    staff: &Staff,
    id: BatchId,
    failure: Failure<BatchRejection>,
) -> Result<Response, PageError> {
    match failure {
        Failure::Rejected(BatchRejection::NotFound) => Err(PageError::NotFound),
        Failure::Rejected(
            BatchRejection::Over | BatchRejection::IdsNotConfirmed | BatchRejection::Changed,
        ) => {
            let found = find(staff, id, Kind::Letters).await?;
            Ok(order(staff, StatusCode::CONFLICT, found, true))
        }
        Failure::Internal(fault) => Err(fault.into()),
    }
}
