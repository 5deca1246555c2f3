//! `/staff/requests`: the application's requests.

use super::{at_desk, frame, mail};
use crate::http::failed::Failed;
use crate::http::session::Visitor;
use crate::http::web::{Web, show};
use crate::store::connect_requests::Filter;
use app::domain::connect_request::Standing;
use app::domain::policy;
use app::pages::staff::requests::{Counts, Row, View, page};
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

#[derive(Deserialize)]
pub struct Fields {
    #[serde(default)]
    state: String,
    #[serde(default)]
    q: String,
    #[serde(default)]
    after: String,
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
        standing: Standing::from_name(&fields.state),
        external_id: None,
        search: (!search.is_empty()).then(|| search.clone()),
        after: fields.after.parse().ok(),
    };
    let found = web
        .services
        .list_connect_requests(staff.application, &filter)
        .await
        .map_err(failed)?;
    let counted = web
        .services
        .count_connect_requests(staff.application)
        .await
        .map_err(failed)?;
    let count = |wanted| {
        counted
            .iter()
            .find(|(standing, _)| *standing == wanted)
            .map_or(0, |(_, count)| *count)
    };
    let view = View {
        rows: found
            .rows
            .into_iter()
            .map(|(request, standing, state)| Row {
                standing,
                mail: mail(state.as_deref()),
                request: request.id,
                friendly_name: request.friendly_name,
                external_id: request.external_id,
                made_at: request.made_at,
                expires_at: request.expires_at,
            })
            .collect(),
        counts: Counts {
            waiting: count(Standing::Waiting),
            connected: count(Standing::Connected),
            ended: count(Standing::Ended),
            stopped: count(Standing::Stopped),
            refused: count(Standing::Refused),
        },
        state: filter.standing,
        search,
        next: found.next.map(|id| id.to_string()),
    };
    Ok(show(StatusCode::OK, page(&frame(&web, &staff), &view)))
}
