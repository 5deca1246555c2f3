//! `/staff/requests`: the application's requests.

use super::{at_desk, frame, mail};
use crate::http::failed::Failed;
use crate::http::session::Visitor;
use crate::http::web::{Web, show};
use app::pages::staff::requests::{Row, View, page};
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use domain::connect_request::Listed;
use domain::policy;
use serde::Deserialize;
use service::Filter;

#[derive(Deserialize)]
pub struct Fields {
    #[serde(default)]
    state: String,
    #[serde(default)]
    q: String,
    #[serde(default)]
    after: String,
    #[serde(default)]
    before: String,
}

pub async fn get(
    State(web): State<Web>,
    visitor: Visitor,
    Query(fields): Query<Fields>,
) -> Result<Response, Response> {
    let staff = at_desk(&web, &visitor).await?;
    let failed = |fault| Failed::from(fault).into_response();
    let search: String = fields
        .q
        .trim()
        .chars()
        .take(policy::EXTERNAL_ID_MAX)
        .collect();
    let filter = Filter {
        listed: Listed::from_name(&fields.state).unwrap_or_default(),
        external_id: None,
        search: (!search.is_empty()).then(|| search.clone()),
        after: fields.after.parse().ok(),
        before: fields.before.parse().ok(),
    };
    let found = web
        .services
        .list_connect_requests(staff.application, &filter)
        .await
        .map_err(failed)?;
    let counts = web
        .services
        .count_connect_requests(staff.application)
        .await
        .map_err(failed)?;
    let now = found.now;
    let view = View {
        rows: found
            .rows
            .into_iter()
            .map(|found| Row {
                standing: found.standing,
                connection: found.request.connection,
                mail: mail(found.mail.as_deref(), found.mail_failed),
                changed_at: found.changed_at,
                request: found.request.id,
                days_left: found.request.ends_soon(now, staff.time_zone),
                expires_at: found.request.expires_at,
                friendly_name: found.request.friendly_name,
                external_id: found.request.external_id,
            })
            .collect(),
        counts,
        listed: filter.listed,
        search,
        further: filter.after.is_some() || found.previous.is_some(),
        previous: found.previous.map(|id| id.to_string()),
        next: found.next.map(|id| id.to_string()),
    };
    Ok(show(StatusCode::OK, page(&frame(&web, &staff), &view)))
}
