//! `/staff/requests/reissue`: new codes for the requests that were ticked in the list.

use crate::http::error::{OrInternal, PageError};
use crate::http::extract::Staff;
use crate::http::pages::staff::asked;
use app::pages::staff::ask::Shown;
use app::pages::staff::requests::reissue::{Problem, Row, Step, View, page};
use axum::http::StatusCode;
use axum::response::Response;
use axum_extra::extract::Form;
use domain::connect_request::{ConnectRequest, Delivery};
use domain::ids::ConnectRequestId;
use domain::timestamp::Timestamp;
use serde::Deserialize;
use service::{BulkRejection, Caller, Failure, Seen};

#[derive(Deserialize)]
pub struct Fields {
    /// Those that were ticked.
    #[serde(default)]
    request: Vec<String>,
    /// All that the page showed, for a user who selected all of them.
    #[serde(default)]
    shown: Vec<String>,
    #[serde(default)]
    all: String,
    /// What the question showed; empty before it was asked.
    #[serde(default)]
    seen: String,
}

/// Asks first. What was done is the answer itself, as an address cannot carry it; sent again, it is refused.
pub async fn post(staff: Staff, Form(fields): Form<Fields>) -> Result<Response, PageError> {
    let chosen = if fields.all == "yes" {
        &fields.shown
    } else {
        &fields.request
    };
    let ids: Result<Vec<ConnectRequestId>, _> = chosen.iter().map(|id| id.parse()).collect();
    let ids = ids.map_err(|_| PageError::NotFound)?;
    let caller = Caller::desk(&staff);
    let now = staff.services().ports().now();
    let rows = |requests: Vec<ConnectRequest>| {
        let rows = requests.into_iter().map(|request| row(request, now));
        rows.collect()
    };
    let done = if fields.seen.is_empty() {
        Err(Failure::Rejected(BulkRejection::Changed))
    } else {
        let seen = Seen::sent(&fields.seen);
        staff
            .services()
            .connect_requests()
            .reissue_all(caller, &ids, &seen)
            .await
    };
    let outcome = match done {
        Ok(requests) => Ok((Step::Done, rows(requests))),
        Err(Failure::Rejected(BulkRejection::Changed)) => {
            let changed = !fields.seen.is_empty();
            let asked = staff
                .services()
                .connect_requests()
                .reissuing(caller, &ids)
                .await;
            asked.map(|asked| {
                let seen = asked.seen.into_field();
                let shown = Shown { seen, changed };
                (Step::Asked(shown), rows(asked.requests))
            })
        }
        Err(failure) => Err(failure),
    };
    let (status, view) = match outcome.or_internal()? {
        Ok((step, rows)) => {
            let status = match &step {
                Step::Asked(shown) => asked::status(shown),
                Step::Done | Step::Refused(_) => StatusCode::OK,
            };
            (status, View { rows, step })
        }
        Err(refusal) => {
            let (status, problem) = refused(refusal)?;
            let step = Step::Refused(problem);
            (
                status,
                View {
                    rows: Vec::new(),
                    step,
                },
            )
        }
    };
    Ok(staff.show(status, page, &view))
}

fn refused(refusal: BulkRejection) -> Result<(StatusCode, Problem), PageError> {
    Ok(match refusal {
        BulkRejection::NotFound => return Err(PageError::NotFound),
        BulkRejection::Nothing => (StatusCode::UNPROCESSABLE_ENTITY, Problem::Nothing),
        BulkRejection::TooMany { max } => {
            (StatusCode::UNPROCESSABLE_ENTITY, Problem::TooMany { max })
        }
        BulkRejection::Over | BulkRejection::Changed => (StatusCode::CONFLICT, Problem::Over),
        BulkRejection::MayNot(why) => (StatusCode::FORBIDDEN, Problem::MayNot(why)),
    })
}

fn row(request: ConnectRequest, now: Timestamp) -> Row {
    let by_mail = request.email.is_some();
    Row {
        request: request.id,
        standing: request.standing(now),
        connection: request.connection,
        by_mail,
        on_paper: !by_mail || request.delivery == Delivery::Both,
        friendly_name: request.friendly_name,
        external_id: request.external_id.into(),
    }
}
