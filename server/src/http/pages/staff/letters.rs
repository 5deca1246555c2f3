//! `/staff/letters` and `/staff/letters/{id}`: many letters in one file.

use super::import::{find, looking_again, parse};
use super::{at_desk, frame};
use crate::http::failed::Failed;
use crate::http::pdf_file::pdf_file;
use crate::http::session::Visitor;
use crate::http::web::{Web, show};
use app::pages::staff::letters::{ANY_DAY, Choice, Order, Problem, Row, View, order_page, page};
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::Form;
use domain::batch::Kind;
use domain::ids::ConnectRequestId;
use domain::policy;
use domain::staff::StaffContext;
use domain::timestamp::Timestamp;
use domain::zone::Zone;
use serde::Deserialize;
use service::letter::{Form as LetterForm, Paper};
use service::{BatchRefusal, BatchView, Failure, LetterChoice, LettersRefusal, Printed};

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

pub async fn get(
    State(web): State<Web>,
    visitor: Visitor,
    Query(fields): Query<Fields>,
) -> Result<Response, Response> {
    let staff = at_desk(&web, &visitor).await?;
    chosen(&web, &staff, StatusCode::OK, &fields, None).await
}

async fn chosen(
    web: &Web,
    staff: &StaffContext,
    status: StatusCode,
    fields: &Fields,
    problem: Option<Problem>,
) -> Result<Response, Response> {
    let zone = staff.time_zone;
    let choice = fields.choice(web.services.ports().now(), zone);
    let wanted = LetterChoice {
        from: zone
            .start_of_day(&choice.from)
            .unwrap_or(Timestamp::from_micros(0)),
        batch: choice.batch,
        without_mail: !choice.with_mail,
        after: fields.after.parse().ok(),
    };
    let waiting = web.services.waiting_letters(staff, &wanted).await;
    let mut waiting = waiting.map_err(|fault| Failed::from(fault).into_response())?;
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
    Ok(show(status, page(&frame(web, staff), &view)))
}

pub async fn post(
    State(web): State<Web>,
    visitor: Visitor,
    Form(fields): Form<Fields>,
) -> Result<Response, Response> {
    let staff = at_desk(&web, &visitor).await?;
    let requests = fields
        .request
        .iter()
        .filter_map(|id| id.parse().ok())
        .collect();
    let printed = web
        .services
        .print_letters(&staff, requests, fields.form())
        .await;
    let problem = match printed {
        Ok(Printed::File(file)) => return Ok(pdf_file("letters.pdf", file)),
        Ok(Printed::Batch(id)) => {
            return Ok(Redirect::to(&format!("/staff/letters/{id}")).into_response());
        }
        Err(Failure::Refused(LettersRefusal::None)) => Problem::None,
        Err(Failure::Refused(LettersRefusal::TooMany)) => Problem::TooMany,
        Err(Failure::Fault(fault)) => return Err(Failed::from(fault).into_response()),
    };
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    chosen(&web, &staff, status, &fields, Some(problem)).await
}

pub async fn get_order(
    State(web): State<Web>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, Response> {
    let staff = at_desk(&web, &visitor).await?;
    let found = find(&web, &staff, &id, Kind::Letters).await?;
    Ok(order(&web, &staff, StatusCode::OK, found, false))
}

fn order(
    web: &Web,
    staff: &StaffContext,
    status: StatusCode,
    found: BatchView,
    too_late: bool,
) -> Response {
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
    let page = order_page(&frame(web, staff), &order);
    looking_again(stored.state, show(status, page))
}

pub async fn post_cancel(
    State(web): State<Web>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, Response> {
    let staff = at_desk(&web, &visitor).await?;
    match web.services.cancel_batch(&staff, parse(&id)?).await {
        Ok(()) => Ok(Redirect::to(&format!("/staff/letters/{id}")).into_response()),
        Err(failure) => refused(&web, &staff, &id, failure).await,
    }
}

pub async fn get_pdf(
    State(web): State<Web>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, Response> {
    let staff = at_desk(&web, &visitor).await?;
    match web.services.letters_file(&staff, parse(&id)?).await {
        Ok(file) => Ok(pdf_file("letters.pdf", file)),
        Err(failure) => refused(&web, &staff, &id, failure).await,
    }
}

async fn refused(
    web: &Web,
    staff: &StaffContext,
    id: &str,
    failure: Failure<BatchRefusal>,
) -> Result<Response, Response> {
    match failure {
        Failure::Refused(BatchRefusal::NotFound) => Err(StatusCode::NOT_FOUND.into_response()),
        Failure::Refused(BatchRefusal::Over | BatchRefusal::IdsNotConfirmed) => {
            let found = find(web, staff, id, Kind::Letters).await?;
            Ok(order(web, staff, StatusCode::CONFLICT, found, true))
        }
        Failure::Fault(fault) => Err(Failed::from(fault).into_response()),
    }
}
