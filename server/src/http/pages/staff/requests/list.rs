//! `/staff/requests`: the application's requests.

use crate::http::error::PageError;
use crate::http::extract::Staff;
use crate::http::pages::staff::mail;
use app::pages::staff::requests::list::{Row, View, page};
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::Response;
use domain::connect_request::Listed;
use domain::policy;
use serde::Deserialize;
use service::Filter;

/// No one turns more pages than this.
const FROM_MAX: u64 = 1_000_000_000;

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
    /// The place of the first row, which a link to a further page carries.
    #[serde(default)]
    from: String,
}

pub async fn get(staff: Staff, Query(fields): Query<Fields>) -> Result<Response, PageError> {
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
    let found = staff
        .services()
        .connect_requests()
        .list(staff.application, &filter)
        .await?;
    let counts = staff
        .services()
        .connect_requests()
        .count(staff.application)
        .await?;
    let now = found.now;
    let further = filter.after.is_some() || found.previous.is_some();
    let from = fields.from.parse().ok().filter(|_| further);
    let view = View {
        now,
        from: from.unwrap_or(1).clamp(1, FROM_MAX),
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
                delivery: found.request.delivery,
                friendly_name: found.request.friendly_name,
                external_id: found.request.external_id.into(),
            })
            .collect(),
        counts,
        listed: filter.listed,
        search,
        further,
        previous: found.previous.map(|id| id.to_string()),
        next: found.next.map(|id| id.to_string()),
    };
    Ok(staff.show(StatusCode::OK, page, &view))
}
